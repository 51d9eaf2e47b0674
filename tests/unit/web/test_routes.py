"""Every route, header and refusal, through the gate, as the process has it."""

import asyncio

import jsonschema
import pytest

from tests.doubles import settle
from tests.unit.web.asgi import ask
from tests.unit.web.shelf_double import NOW_MS
from tests.unit.web.world import World
from workers.errors import Fatal
from workers.web.position import Position

PATHS = (
    "/v1/products/p/copy",
    "/v1/openapi.json",
    "/healthz",
    "/readyz",
    "/metrics",
    "/nowhere",
    "/v1/products/q/copy",
)
PROBLEM = "application/problem+json"


@pytest.fixture
def world():
    world = World()
    world.shop.list("p", "en-GB", edition=4)
    world.shop.write("p", "en-GB", 5)
    return world


async def described(world, path, got, method="get"):
    """Hold an answer to what the read side says of itself."""
    document = (await ask(world.app, "/v1/openapi.json")).document
    told = document["paths"][path][method]["responses"][str(got.status)]
    kind = got.headers["content-type"].partition(";")[0]
    schema = {**told["content"][kind]["schema"], "components": document["components"]}
    jsonschema.Draft202012Validator(schema).validate(got.document)


async def test_copy_is_answered_with_level_age_edition_and_position(world):
    world.shop.copies.reached_ms = NOW_MS - 1500
    got = await ask(world.app, "/v1/products/p/copy?locale=en-US")
    assert got.status == 200
    assert got.headers["content-type"] == "application/json"
    assert got.headers["cache-control"] == "private, no-cache"
    assert got.headers["copydesk-position"] == Position(3, 5).token
    document = got.document
    (title,) = document.pop("kinds").values()
    assert title.pop("sentences")[0]["text"] == "A shirt of linen."
    assert title == {
        "text": "A shirt of linen.",
        "origin": "model",
        "copy_id": "b" * 32,
        "fingerprint": "f" * 64,
        "ai_generated": True,
        "ai_label": "AI-generated",
    }
    assert document == {
        "product": "p",
        "level": "product-copy",
        "locale": "en-GB",
        "match": "language",
        "edition": 5,
        "age_seconds": 1.5,
        "stale": False,
        "ai_generated": True,
        "ai_label": "AI-generated",
    }
    await described(world, "/v1/products/{id}/copy", got)


async def test_the_name_is_an_answer_of_the_same_shape(world):
    world.shop.list("bare", "en-GB")
    got = await ask(world.app, "/v1/products/bare/copy")
    assert got.document["level"] == "product-name"
    await described(world, "/v1/products/{id}/copy", got)


async def test_an_id_may_hold_what_a_path_may_not(world):
    world.shop.list("a/b%?c", "en-GB", edition=8)
    got = await ask(world.app, "/v1/products/a%2Fb%25%3Fc/copy")
    assert (got.status, got.document["product"]) == (200, "a/b%?c")


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/v1/products/unknown/copy", 404, "unknown-product"),
        ("/v1/products/a%20b/copy", 400, "bad-product"),
        ("/v1/products/p/copy?locale=english", 400, "bad-locale"),
        ("/v1/products/p/copy/more", 404, "no-route"),
        ("/v1/products/p/copy/", 404, "no-route"),
        ("/healthz/", 404, "no-route"),
        ("/v1/requests", 404, "no-route"),
        ("/", 404, "no-route"),
    ],
)
async def test_a_problem_has_one_shape(world, path, status, kind):
    got = await ask(world.app, path)
    assert got.status == status
    assert got.headers["content-type"] == PROBLEM
    assert got.headers["cache-control"] == "no-store"
    document = got.document
    assert set(document) == {"type", "title", "status", "detail"}
    assert document["type"] == f"urn:copydesk:problem:{kind}"
    assert document["status"] == status
    await described(world, "/v1/products/{id}/copy", got)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_nothing_can_be_changed_here(world, method):
    for path in PATHS:
        got = await ask(world.app, path, method=method)
        assert got.status in {404, 405}
        assert got.headers["content-type"] == PROBLEM
        assert got.status == 404 or got.headers["allow"] == "GET, HEAD"


async def test_head_has_headers_only(world):
    got = await ask(world.app, "/v1/products/p/copy", method="HEAD")
    assert got.status == 200
    assert got.headers["etag"]


async def test_a_product_of_a_later_version_is_a_problem_and_no_failure(world):
    world.shop.catalogue.put(3, b"p", b'{"type":"catalogue/9"}', 9)
    got = await ask(world.app, "/v1/products/p/copy")
    assert (got.status, got.headers["retry-after"]) == (503, "10")
    await described(world, "/v1/products/{id}/copy", got)


async def test_a_delisted_product_is_gone_at_once(world):
    world.shop.delist("p", 6)
    got = await ask(world.app, "/v1/products/p/copy?locale=en-GB")
    assert got.status == 404
    assert got.headers["copydesk-position"] == Position(3, 6).token
    assert b"linen" not in got.body


async def test_what_the_caller_has_is_not_sent_again(world):
    tag = (await ask(world.app, "/v1/products/p/copy")).headers["etag"]
    got = await ask(world.app, "/v1/products/p/copy", headers={"if-none-match": tag})
    assert (got.status, got.body) == (304, b"")
    assert got.headers["etag"] == tag
    assert got.headers["cache-control"] == "private, no-cache"
    world.shop.write("p", "en-GB", 7)
    again = await ask(world.app, "/v1/products/p/copy", headers={"if-none-match": tag})
    assert (again.status, again.document["edition"]) == (200, 7)


async def test_a_store_that_is_not_whole_says_so(world):
    world.shop.copies.reached_ms = None
    got = await ask(world.app, "/v1/products/p/copy")
    assert (got.status, got.headers["retry-after"]) == (503, "1")
    ready = await ask(world.app, "/readyz")
    assert (ready.status, ready.document["ready"], ready.document["age_seconds"]) == (503, False, None)
    await described(world, "/readyz", ready)


@pytest.mark.parametrize(
    ("restored", "age_ms", "status"), [(True, 0, 200), (True, 60_000, 200), (False, 5000, 200), (False, 5001, 503)]
)
async def test_ready_is_restored_or_hardly_old(world, restored, age_ms, status):
    world.shop.catalogue.reached_ms = NOW_MS - age_ms
    world.shop.copies.restored = restored
    got = await ask(world.app, "/readyz")
    assert got.status == status
    await described(world, "/readyz", got)


async def test_health_and_metrics_are_answered(world):
    health = await ask(world.app, "/healthz")
    assert (health.status, health.document) == (200, {"status": "ok"})
    metrics = await ask(world.app, "/metrics")
    assert (metrics.status, metrics.body) == (200, b"# metrics\n")
    assert metrics.headers["content-type"].startswith("text/plain; version=0.0.4")


async def test_the_description_names_every_route(world):
    document = (await ask(world.app, "/v1/openapi.json")).document
    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) == {
        "/v1/products/{id}/copy", "/v1/users/{id}/blurbs", "/v1/audiences", "/v1/feedback", "/v1/events",
        "/v1/openapi.json", "/widget.js", "/healthz", "/readyz", "/metrics",
    }  # fmt: skip
    assert {path for path, told in document["paths"].items() if set(told) != {"get"}} == {"/v1/feedback"}


@pytest.mark.parametrize("path", PATHS)
async def test_every_answer_is_safe_to_show(world, path):
    got = await ask(world.app, path)
    assert got.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["referrer-policy"] == "no-referrer"
    assert got.headers["vary"] == "Origin"
    assert "cache-control" in got.headers
    assert "server" not in got.headers


# -- the position ------------------------------------------------------------------------------------------------


async def waited(world, token):
    task = asyncio.get_running_loop().create_task(
        ask(world.app, "/v1/products/p/copy", headers={"copydesk-wait-for": token})
    )
    await settle()
    return task


async def test_a_position_that_is_reached_is_not_waited_for(world):
    task = await waited(world, Position(3, 5).token)
    assert task.done()
    assert task.result().document["stale"] is False


async def test_a_position_is_waited_for(world):
    task = await waited(world, Position(3, 9).token)
    await world.clock.advance(0.02)
    assert not task.done()
    world.shop.write("p", "en-GB", 9)
    await world.clock.advance(0.01)
    assert (task.result().document["stale"], task.result().document["edition"]) == (False, 9)


async def test_a_position_is_waited_for_no_longer_than_50_ms(world):
    task = await waited(world, Position(3, 9).token)
    await world.clock.advance(0.06)
    got = task.result()
    assert (got.status, got.document["stale"], got.document["edition"]) == (200, True, 5)
    assert got.headers["copydesk-position"] == Position(3, 5).token


async def test_a_strange_position_is_refused(world):
    got = await ask(world.app, "/v1/products/p/copy", headers={"copydesk-wait-for": "nonsense"})
    assert (got.status, got.document["type"]) == (400, "urn:copydesk:problem:bad-position")


# -- what goes wrong on our side ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("error", "ends"), [(ValueError("secret-17"), False), (Fatal("disk", "secret-17"), True)])
async def test_what_is_wrong_with_us_is_not_told_to_callers(world, error, ends):
    def broken(key):
        raise error

    world.shop.catalogue.find = broken
    got = await ask(world.app, "/v1/products/p/copy")
    assert got.status == 500
    assert got.headers["content-type"] == PROBLEM
    assert b"secret" not in got.body
    assert b"Traceback" not in got.body
    assert world.failures == ([error] if ends else [])
    await described(world, "/v1/products/{id}/copy", got)
