"""A read side with two products, one user who is known, and that user's token."""

from tests.unit.web.shelf_double import NOW_MS, USER
from tests.unit.web.world import KEY, World
from workers.web.tokens import Tokens

PATH = f"/v1/users/{USER}/blurbs"
BEARER = {"authorization": f"Bearer {KEY}"}
JANE = {"authorization": "Bearer j.a.ne"}


class FakeSigned:
    """`web.tokens.Signed`: one token, of one user."""

    def claims(self, token):
        return {"sub": "jane", "exp": NOW_MS / 1000 + 60} if token == "j.a.ne" else None


TOKENS = Tokens(FakeSigned(), {"jane": USER}.__getitem__)


def stocked(**told):
    world = World(**told)
    world.shop.list("mug", "en-GB", name="Mug")
    world.shop.list("bowl", "en-GB", name="Bowl")
    world.shop.pick({"product": "mug", "reason": "together"})
    world.shop.blurb("mug", NOW_MS - 5, "For your kitchen.")
    return world
