"""Whatever its own description permits, and much that it does not, is answered as that description says."""

import pytest
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error

from tests.unit.web.shelf_double import NOW_MS, USER
from tests.unit.web.world import KEY, World
from workers.web.limits import Rate
from workers.web.pages import Page

EXAMPLES = 20
ENDLESS = Rate(1_000_000, 1_000_000.0)
BEARER = {"Authorization": f"Bearer {KEY}"}


def stocked():
    """A shop with something on every shelf. The feed is closed: a stream would never end."""
    pages = {"/widget.js": Page(b"//", "text/javascript")}
    world = World(keys=(KEY,), of_address=ENDLESS, of_key=ENDLESS, pages=pages)
    world.post.room = 1_000_000
    for product in ("mug", "bowl"):
        world.shop.list(product, "en-GB", "zh-CN")
        world.shop.write(product, "en-GB", 5)
        world.shop.blurb(product, NOW_MS, "For your kitchen.")
    world.shop.pick({"product": "mug"})
    world.shop.pick({"product": "bowl"}, user=USER)
    world.shop.popular("bowl")
    world.feed.close()
    return world


def plain(value):
    """15.0 is an integer to a schema, and written as 15 by whatever a browser runs."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


SCHEMA = schemathesis.openapi.from_asgi("/v1/openapi.json", stocked().app)
OPERATIONS = [result.ok() for result in SCHEMA.get_all_operations()]
ASKED = [(one, GenerationMode.POSITIVE) for one in OPERATIONS] + [
    (one, GenerationMode.NEGATIVE) for one in OPERATIONS if one.query or one.path_parameters or one.body
]


@pytest.mark.parametrize(("operation", "mode"), ASKED, ids=lambda one: getattr(one, "label", one))
def test_every_answer_is_one_that_is_described(operation, mode):
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def held(case):
        if mode is GenerationMode.POSITIVE:
            # Two things that a description cannot say: what our tokens look like inside, and that a text is JSON.
            assume(case.media_type != "text/plain")
            case.headers.pop("copydesk-wait-for", None)
            case.body = plain(case.body)
        expected = [not_a_server_error] if operation.path == "/v1/events" else []
        case.call_and_validate(headers=BEARER, excluded_checks=expected)

    held()
