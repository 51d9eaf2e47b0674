"""Who is let in, how often, and from pages of which origins, through the gate as the process has it."""

import pytest

from tests.unit.web.asgi import ask
from tests.unit.web.world import KEY, World
from workers.web.limits import Rate

BEARER = {"authorization": f"Bearer {KEY}"}
ORIGIN = "https://shop.example"
PROBLEM = "application/problem+json"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/products/p/copy", 401),
        ("/v1/events", 401),
        ("/metrics", 401),
        ("/nowhere", 401),
        ("/v1/openapi.json", 200),
        ("/healthz", 200),
        ("/readyz", 200),
    ],
)
@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer wrong"}, {"authorization": f"Basic {KEY}"}])
async def test_without_a_key_only_what_is_public_is_answered(path, status, headers):
    got = await ask(World(keys=(KEY,)).app, path, headers=headers)
    assert got.status == status
    assert (status == 401) == (got.headers.get("www-authenticate") == "Bearer")


async def test_a_key_lets_in_and_does_not_stand_in_a_url():
    world = World(keys=("another", KEY))
    world.shop.list("p", "en-GB")
    assert (await ask(world.app, "/v1/products/p/copy", headers=BEARER)).status == 200
    assert (await ask(world.app, f"/v1/products/p/copy?key={KEY}&access_token={KEY}")).status == 401


async def test_an_address_has_its_limit_and_is_told_when_to_come_again():
    world = World(of_address=Rate(2, 0.5))
    statuses = [(await ask(world.app, "/v1/openapi.json")).status for _ in range(3)]
    assert statuses == [200, 200, 429]
    got = await ask(world.app, "/v1/openapi.json")
    assert (got.headers["retry-after"], got.headers["content-type"]) == ("2", PROBLEM)
    assert (await ask(world.app, "/v1/openapi.json", peer="198.51.100.7")).status == 200
    await world.clock.advance(2)
    assert (await ask(world.app, "/v1/openapi.json")).status == 200


async def test_a_header_does_not_make_another_address():
    world = World(of_address=Rate(1, 0.1))
    spoofed = [{"x-forwarded-for": f"198.51.100.{number}"} for number in range(4)]
    statuses = [(await ask(world.app, "/v1/openapi.json", headers=one)).status for one in spoofed]
    assert statuses == [200, 429, 429, 429]


async def test_behind_our_proxy_each_address_has_its_own_limit():
    world = World(of_address=Rate(1, 0.1), trusted=("127.0.0.0/8",))
    headers = [{"x-forwarded-for": f"1.2.3.4, 198.51.100.{number}"} for number in (1, 2, 1)]
    statuses = [(await ask(world.app, "/v1/openapi.json", headers=one)).status for one in headers]
    assert statuses == [200, 200, 429]


async def test_a_key_has_its_limit_from_wherever_it_comes():
    world = World(keys=(KEY,), of_key=Rate(2, 0.1))
    peers = ("198.51.100.1", "198.51.100.2", "198.51.100.3")
    statuses = [(await ask(world.app, "/metrics", headers=BEARER, peer=peer)).status for peer in peers]
    assert statuses == [200, 200, 429]


async def test_wrong_keys_count_against_their_address():
    world = World(keys=(KEY,), of_address=Rate(2, 0.1))
    wrong = {"authorization": "Bearer guess"}
    statuses = [(await ask(world.app, "/metrics", headers=wrong)).status for _ in range(3)]
    assert statuses == [401, 401, 429]


async def test_probes_are_never_limited():
    world = World(of_address=Rate(1, 0.1))
    assert {(await ask(world.app, "/healthz")).status for _ in range(5)} == {200}


# -- pages of other origins --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("allowed", "origin", "given"),
    [
        ((), ORIGIN, None),
        ((ORIGIN,), ORIGIN, ORIGIN),
        ((ORIGIN,), "https://evil.example", None),
        ((ORIGIN,), "https://shop.example.evil.example", None),
        ((ORIGIN,), "http://shop.example", None),
        ((ORIGIN,), "null", None),
        ((ORIGIN,), None, None),
        (("*",), "https://anyone.example", "*"),
        (("*",), None, None),
    ],
)
@pytest.mark.parametrize("preflight", [False, True])
async def test_only_pages_of_allowed_origins_may_read(allowed, origin, given, preflight):
    world = World(keys=(KEY,), origins=allowed)
    headers = {} if origin is None else {"origin": origin}
    if preflight:
        headers |= {"access-control-request-method": "GET", "access-control-request-headers": "authorization"}
        got = await ask(world.app, "/v1/products/p/copy", method="OPTIONS", headers=headers)
        assert (got.status, got.body) == (204, b"")
        assert ("access-control-allow-headers" in got.headers) == (given is not None)
    else:
        got = await ask(world.app, "/v1/products/p/copy", headers={**headers, **BEARER})
    assert got.headers.get("access-control-allow-origin") == given
    assert "access-control-allow-credentials" not in got.headers
    assert got.headers["vary"] == "Origin"
