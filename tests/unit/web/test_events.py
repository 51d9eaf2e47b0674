"""Updates: told as they come, told again to who comes back, bounded for whoever does not read."""

import asyncio

import pytest

from schemas.codec import decode_json
from tests.doubles import settle
from tests.unit.web.asgi import Open, ask
from tests.unit.web.world import World
from workers.adapters.clock import SystemClock
from workers.web.events import HEARTBEAT, RESET, Bounds, Subscriber

EVENTS = "/v1/events"


@pytest.fixture
def world():
    return World()


def happens(world, offset, product="p", locale="en-GB"):
    world.shop.write(product, locale, offset + 100)
    world.announcer.copy_heard(3, offset, f"{product} {locale}".encode())


def frames(body):
    """Id and data of each update."""
    found = []
    for frame in body.split(b"\n\n"):
        lines = dict(line.split(b": ", 1) for line in frame.splitlines() if not line.startswith(b":"))
        if lines.get(b"event") == b"product-copy":
            found.append((lines[b"id"].decode(), decode_json(lines[b"data"], 1000)))
    return found


async def test_an_update_is_told_as_it_comes(world):
    async with Open(world.app, EVENTS) as stream:
        assert stream.got.headers["content-type"] == "text/event-stream; charset=utf-8"
        assert stream.got.headers["cache-control"] == "no-store"
        assert stream.got.headers["x-content-type-options"] == "nosniff"
        happens(world, 7)
        await settle()
        assert frames(stream.got.body) == [
            ("3-7", {"product": "p", "locale": "en-GB", "edition": 107, "withdrawn": False})
        ]


async def test_a_withdrawal_is_an_update(world):
    async with Open(world.app, EVENTS) as stream:
        happens(world, 7)
        world.shop.withdraw("p", "en-GB", 200)
        world.announcer.copy_heard(3, 8, b"p en-GB")
        await settle()
        assert frames(stream.got.body)[-1] == (
            "3-8",
            {"product": "p", "locale": "en-GB", "edition": 200, "withdrawn": True},
        )


@pytest.mark.parametrize("key", [b"", b"p", b"\xff en-GB", b"p english"])
async def test_a_key_that_is_none_of_ours_is_not_told(world, key):
    world.shop.copies.put(3, key, b"{}", 1)
    async with Open(world.app, EVENTS) as stream:
        world.announcer.copy_heard(3, 1, key)
        world.announcer.copy_heard(3, 2, b"never seen")
        await settle()
        assert frames(stream.got.body) == []


async def test_who_comes_back_is_told_what_was_missed(world):
    for offset in range(4):
        happens(world, offset)
    async with Open(world.app, EVENTS, headers={"last-event-id": "3-1"}) as stream:
        happens(world, 4)
        await settle()
        assert [identity for identity, _ in frames(stream.got.body)] == ["3-2", "3-3", "3-4"]


async def test_who_was_away_for_too_long_is_told_to_read_anew(world):
    for offset in range(20):
        happens(world, offset)
    async with Open(world.app, EVENTS, headers={"last-event-id": "3-1"}) as stream:
        assert RESET in stream.got.body
        assert frames(stream.got.body) == []


async def test_at_a_reset_everybody_reads_anew_those_too_who_come_back(world):
    happens(world, 1)
    async with Open(world.app, EVENTS) as there:
        world.feed.reset()
        happens(world, 2)
        await settle()
        assert there.got.body.index(RESET) < there.got.body.index(b"id: 3-2")
        async with Open(world.app, EVENTS, headers={"last-event-id": "3-1"}) as back:
            assert RESET in back.got.body
            assert frames(back.got.body) == []


async def test_a_reader_that_takes_nothing_is_dropped_and_its_place_is_free(world):
    async with Open(world.app, EVENTS) as slow, Open(world.app, EVENTS) as quick:
        slow.exchange.stuck = True
        for offset in range(10):
            happens(world, offset)
            await settle()
        assert slow.task.done()
        assert not slow.got.ended
        assert len(frames(quick.got.body)) == 10
        assert len(world.feed) == 1


async def test_what_is_queued_for_a_reader_that_is_dropped_is_let_go():
    slow = Subscriber([], queued=2)
    for _ in range(3):
        slow.push(b"frame")
    assert slow.dropped.is_set()
    assert await slow.take(1) == b""


async def test_there_are_only_so_many_streams(world):
    async with Open(world.app, EVENTS), Open(world.app, EVENTS) as second:
        refused = await ask(world.app, EVENTS)
        assert (refused.status, refused.headers["retry-after"]) == (503, "10")
        second.exchange.leave()
        await settle()
        assert second.task.done()
        async with Open(world.app, EVENTS) as third:
            assert third.got.status == 200


async def test_a_quiet_stream_shows_that_it_lives():
    world = World(heartbeat=0.01)
    async with Open(world.app, EVENTS) as stream:
        # By the clock: however many turns a quick machine's loop takes, a heartbeat needs its time.
        async with asyncio.timeout(30):
            while stream.got.body.count(HEARTBEAT) < 2:
                await SystemClock().sleep(0.001)


async def test_at_a_stop_streams_end_as_they_should(world):
    async with Open(world.app, EVENTS) as stream:
        happens(world, 1)
        world.feed.close()
        await settle()
        assert stream.task.done()
        assert stream.got.ended
        assert len(frames(stream.got.body)) == 1
    assert (await ask(world.app, EVENTS)).status == 503


async def test_what_was_missed_does_not_count_against_the_queue():
    world = World(bounds=Bounds(kept=100, subscribers=1, queued=3))
    for offset in range(50):
        happens(world, offset)
    async with Open(world.app, EVENTS, headers={"last-event-id": "3-0"}) as stream:
        assert len(frames(stream.got.body)) == 49


async def test_head_opens_no_stream(world):
    assert (await ask(world.app, EVENTS, method="HEAD")).status == 200
    assert len(world.feed) == 0
