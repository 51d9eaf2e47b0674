"""Logs of users' acts for the fits' tests: made by hand, or drawn."""

from hypothesis import strategies as st

from schemas.inbound_users import ActedOn, UserBehaviour, UserRequest
from workers.plan.affinity import CoVisits
from workers.plan.fitting_acts import Acts
from workers.plan.profile import Step, Wish

NOW = 1_750_000_000_000
MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
PRODUCTS = tuple("abcdefghij")
NUMBERS = {name: number for number, name in enumerate(PRODUCTS)}


def user(number: int) -> str:
    return f"u1.{number:032x}"


def act(offset: int, who: int, ids: str, action: str = "viewed", **fields: object) -> Step:
    """`ids`: a product for each letter."""
    at_ms = fields.pop("at_ms", NOW + offset * MINUTE)
    origin = fields.pop("origin", -1)
    document = {"id": f"e-{offset}", "user": user(who), "action": action, "at_ms": at_ms} | fields
    event = UserBehaviour.model_validate(document | {"products": tuple(ActedOn(id=letter) for letter in ids)})
    return Step(offset, max(at_ms, 0), event, (), origin)


def wish(offset: int, who: int, action: str, **fields: object) -> Wish:
    document = {"id": f"w-{offset}", "user": user(who), "action": action, "at_ms": NOW + offset * MINUTE} | fields
    return Wish(offset, UserRequest.model_validate(document))


def baskets_of(*steps: Step | Wish, marked=None) -> list[list[str]]:
    """Each user's baskets, as letters."""
    acts = Acts(NUMBERS, marked or {})
    for step in steps:
        acts.take(step)
    return [["".join(PRODUCTS[one.product] for one in basket) for basket in baskets] for baskets in acts.baskets()]


def visits_of(*logs: list[Step | Wish], now_ms: int = NOW + DAY, **more) -> CoVisits:
    """`logs`: one for each partition."""
    visits = CoVisits(len(PRODUCTS), now_ms, **more)
    for log in logs:
        acts = Acts(NUMBERS, {})
        for step in log:
            acts.take(step)
        for baskets in acts.baskets():
            visits.add(baskets)
    return visits


def neighbours_of(visits: CoVisits, **more) -> dict[str, list[tuple[str, int]]]:
    found = visits.neighbours(range(len(PRODUCTS)), **more)
    return {PRODUCTS[number]: [(PRODUCTS[other], weight) for other, weight in row] for number, row in found}


@st.composite
def logs(draw: st.DrawFn) -> list[Step]:
    """Some users' acts in one log: several sessions, late events, products together."""
    steps = []
    for offset in range(draw(st.integers(1, 12))):
        at_ms = NOW + draw(st.integers(0, 10 * 24 * 60)) * MINUTE
        fields = {"at_ms": at_ms, "session": draw(st.sampled_from([None, None, "s1", "s2"]))}
        action = draw(st.sampled_from(["viewed", "carted", "purchased", "listed", "dismissed"]))
        who = draw(st.integers(0, 4))
        steps.append(act(offset, who, draw(st.text("abcdefghij", min_size=1, max_size=4)), action, **fields))
    return steps
