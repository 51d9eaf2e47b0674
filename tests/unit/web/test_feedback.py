"""What shoppers' pages send: read strictly, bounded, from pages that may, and never believed about who it was."""

import asyncio

import pytest

from schemas.codec import encode_json
from schemas.inbound_users import CopyFeedback
from tests.unit.web.asgi import Exchange, ask, scope
from tests.unit.web.shelf_double import NOW_MS, OTHER_USER, USER
from tests.unit.web.stocked import JANE, TOKENS, stocked
from tests.unit.web.test_routes import described
from tests.unit.web.world import FakePost
from workers.web.feedback import MAX_BODY

SHOWN = {"id": "f1", "action": "shown", "product": "mug", "slot": "home", "position": 0, "at_ms": NOW_MS}
TEXT = {"content-type": "text/plain;charset=UTF-8"}


async def send(world, document, headers=TEXT, **told):
    body = document if isinstance(document, bytes) else encode_json(document)
    return await ask(world.app, "/v1/feedback", body=body, method="POST", headers=headers, **told)


@pytest.fixture
def world():
    return stocked()


@pytest.mark.parametrize("document", [SHOWN, {"items": [SHOWN]}])
@pytest.mark.parametrize("kind", ["text/plain;charset=UTF-8", "application/json", "Application/JSON"])
async def test_what_a_page_saw_is_taken_and_passed_on(world, document, kind):
    got = await send(world, document, {"content-type": kind})
    assert (got.status, got.document) == (202, {"taken": 1})
    assert world.post.taken == [CopyFeedback(**SHOWN)]
    await described(world, "/v1/feedback", got, "post")


async def test_whose_it_is_comes_from_the_token_alone():
    world = stocked(tokens=TOKENS)
    assert (await send(world, SHOWN, {**TEXT, **JANE})).status == 202
    assert world.post.taken[0].user == USER
    assert (await send(world, {**SHOWN, "user": OTHER_USER}, {**TEXT, **JANE})).status == 400
    assert (await send(world, SHOWN)).status == 401


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"null",
        b"{",
        b"[]",
        b"\xff",
        {},
        {"items": []},
        {"items": [SHOWN] * 21},
        {"items": [SHOWN], "more": 1},
        {**SHOWN, "action": "bought"},
        {**SHOWN, "product": "a b"},
        {**SHOWN, "at_ms": "now"},
        {**SHOWN, "slot": "A"},
        {**SHOWN, "position": -1},
        {**SHOWN, "html": "<script>"},
        [SHOWN],
    ],
)
async def test_a_body_that_is_no_feedback_is_refused_whole(world, document):
    got = await send(world, document)
    assert (got.status, got.document["type"]) == (400, "urn:copydesk:problem:bad-body")
    assert world.post.taken == []
    await described(world, "/v1/feedback", got, "post")


async def test_a_body_has_a_size_and_a_type(world):
    large = encode_json({**SHOWN, "id": "x" * MAX_BODY})
    got = await send(world, large)
    assert (got.status, got.headers["connection"]) == (413, "close")
    for kind in ("", "text/html", "multipart/form-data; boundary=x", "application/jsonp"):
        assert (await send(world, SHOWN, {"content-type": kind})).status == 415
    assert world.post.taken == []


async def test_where_there_is_no_room_the_page_is_told_when_to_come_again():
    world = stocked(post=FakePost(room=1))
    got = await send(world, {"items": [SHOWN, SHOWN]})
    assert (got.status, got.headers["retry-after"]) == (503, "2")
    assert world.post.taken == []
    await described(world, "/v1/feedback", got, "post")


@pytest.mark.parametrize(
    ("allowed", "origin", "host", "status"),
    [
        ((), "http://api.example", "api.example", 202),
        ((), None, "api.example", 202),
        ((), "https://evil.example", "api.example", 403),
        ((), "null", "api.example", 403),
        ((), "https://evil.example", "", 403),
        (("https://shop.example",), "https://shop.example", "api.example", 202),
        (("https://shop.example",), "https://shop.example.evil.example", "api.example", 403),
        (("*",), "https://anyone.example", "api.example", 202),
    ],
)
async def test_pages_of_strange_origins_send_nothing(allowed, origin, host, status):
    world = stocked(origins=allowed)
    headers = {**TEXT, "host": host} | ({"origin": origin} if origin else {})
    assert (await send(world, SHOWN, headers)).status == status
    assert bool(world.post.taken) is (status == 202)


async def test_feedback_is_sent_and_not_read(world):
    got = await ask(world.app, "/v1/feedback")
    assert (got.status, got.headers["allow"]) == (405, "POST")


async def test_a_body_that_does_not_come_is_not_waited_for(world, monkeypatch):
    monkeypatch.setattr("workers.web.routes_users.BODY_SECONDS", 0.01)

    async def silent():
        await asyncio.Event().wait()

    exchange = Exchange()
    await world.app(scope("/v1/feedback", method="POST", headers=TEXT), silent, exchange.send)
    assert (exchange.got.status, exchange.got.headers["connection"]) == (408, "close")


async def test_a_page_that_leaves_while_it_sends_is_no_failure(world):
    async def left():
        return {"type": "http.disconnect"}

    exchange = Exchange()
    await world.app(scope("/v1/feedback", method="POST", headers=TEXT), left, exchange.send)
    assert world.failures == []
    assert world.post.taken == []
