"""The process of the read side: who it lets in without keys, its settings, a server that does not wait for ever."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from pydantic import ValidationError

from tests.doubles import ManualClock, NullMeter, settle
from tests.unit.web.world import World, hash_of
from workers.adapters.tables_around import Around
from workers.entrypoints.api import server as api_server
from workers.entrypoints.api import shelf as api_shelf
from workers.entrypoints.api.process import serve
from workers.entrypoints.api.server import listening
from workers.entrypoints.api.shelf import shelf_and_feed
from workers.entrypoints.ending import Ending
from workers.errors import Fatal, Transient
from workers.logs import get_log
from workers.settings import Api, Settings
from workers.web.events import RESET, Bounds, Update

QUICK = 0.2


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "shop.example"])  # noqa: S104  they must be refused
async def test_beyond_loopback_nothing_is_served_without_keys(host):
    with pytest.raises(Fatal, match="COPYDESK_API__KEY_HASHES"):
        await serve(Settings(api=Api(host=host)))


async def test_tokens_open_a_door_beyond_loopback_as_keys_do_but_not_without_the_shops_own_key():
    tokens = {"jwt_keys": {"a": "x" * 32}, "jwt_algorithms": ("HS256",), "jwt_audience": "us", "jwt_issuer": "shop"}
    with pytest.raises(Fatal, match="COPYDESK_PRIVACY__PSEUDONYM_KEYS"):
        await serve(Settings(api=Api(host="192.0.2.1", **tokens), privacy={"pseudonym_keys": {}}))


async def test_the_demo_is_never_served_beyond_loopback():
    with pytest.raises(Fatal, match="demo-beyond-loopback"):
        await serve(Settings(api=Api(host="0.0.0.0", key_hashes=(hash_of("k"),), demo=True)))  # noqa: S104


def test_a_token_key_written_the_wrong_way_round_is_not_shown():
    secret = "s3cret" * 10
    with pytest.raises(ValidationError) as wrong:
        Api(jwt_keys={secret: "kid"})
    assert secret not in str(wrong.value).partition("input_value")[0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"key_hashes": ("secret",)},
        {"key_hashes": (hash_of("k").upper(),)},
        {"trusted_proxies": ("10.0.0.1/8",)},
        {"trusted_proxies": ("everybody",)},
        {"origins": ("shop.example",)},
        {"origins": ("https://shop.example/path",)},
        {"origins": ("https://*.example",)},
        {"port": 65_536},
        {"jwt_keys": {"a": "short"}},
        {"jwt_algorithms": ("none",)},
        {"slots": ("Home Page",)},
    ],
)
def test_settings_that_would_mean_nothing_are_refused(wrong):
    with pytest.raises(ValidationError):
        Api(**wrong)


def test_settings_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("COPYDESK_API__KEY_HASHES", f'["{hash_of("k")}"]')
    monkeypatch.setenv("COPYDESK_API__ORIGINS", '["https://shop.example", "*"]')
    monkeypatch.setenv("COPYDESK_API__TRUSTED_PROXIES", '["10.0.0.0/8", "::1"]')
    told = Settings().api
    assert told.key_hashes == (hash_of("k"),)
    assert told.origins == ("https://shop.example", "*")
    assert told.host == "127.0.0.1"


async def test_whoever_listens_hears_when_the_copies_were_read_anew(monkeypatch, tmp_path):
    class Away:
        def __init__(self, *_):
            pass

        async def start(self):
            raise Transient("broker-away")

        async def stop(self):
            pass

    monkeypatch.setattr(api_shelf, "KafkaReader", Away)
    around = Around(ManualClock(), NullMeter(), get_log("tables"))
    async with shelf_and_feed(Settings(data_dir=tmp_path), around, Ending()) as (shelf, feed):
        listener = feed.subscribe("")
        for topic in (shelf.copies, shelf.blurbs, shelf.personal):
            topic.renewed()
            assert await listener.take(1) == RESET


@asynccontextmanager
async def served(world, **settings):
    failures = []
    async with listening(Api(**settings), world.app, failures.append) as (host, port):
        world.at = host, port
        reader, writer = await asyncio.open_connection(host, port)
        try:
            yield reader, writer
        finally:
            writer.close()
    assert failures == []


async def test_an_answer_over_a_socket_names_no_server():
    world = World()
    async with served(world) as (reader, writer):
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        assert head.startswith(b"http/1.1 200 ")
        assert b"content-security-policy: default-src 'none'" in head
        assert b"\r\nserver:" not in head


@pytest.mark.parametrize("said", [b"", b"GET /healthz HTTP/1.1\r\nHost: a\r\n"])
async def test_a_connection_without_a_whole_request_is_closed(monkeypatch, said):
    monkeypatch.setattr(api_server, "REQUEST_SECONDS", QUICK)
    async with served(World()) as (reader, writer), asyncio.timeout(5):
        writer.write(said)
        assert await reader.read() == b""


async def test_a_stream_is_not_taken_for_a_silent_connection(monkeypatch):
    monkeypatch.setattr(api_server, "REQUEST_SECONDS", QUICK)
    world = World(heartbeat=2 * QUICK)
    async with served(world) as (reader, writer), asyncio.timeout(5):
        writer.write(b"GET /v1/events HTTP/1.1\r\nHost: a\r\n\r\n")
        await reader.readuntil(b": hello")
        await reader.readuntil(b": alive")
        world.feed.close()
        assert (await reader.read()).endswith(b"0\r\n\r\n")


async def test_a_reader_that_takes_nothing_loses_its_connection():
    world = World()
    async with served(world) as (reader, writer), asyncio.timeout(20):
        writer.write(b"GET /v1/events HTTP/1.1\r\nHost: a\r\n\r\n")
        await reader.readuntil(b": hello")
        writer.transport.pause_reading()
        offset = 0
        while len(world.feed):
            for _ in range(1000):
                world.shop.copies.put(3, b"p en-GB", None, offset + 1)
                world.announcer.copy_heard(3, offset, b"p en-GB")
                offset += 1
                if offset % 3 == 0:
                    await asyncio.sleep(0)
        writer.transport.resume_reading()
        assert await reader.read()
        assert reader.at_eof()


@pytest.fixture
def held(monkeypatch):
    """The connections whose sockets the server has."""
    held = set()

    class Watched(api_server._Impatient):
        def connection_made(self, transport):
            held.add(self)
            super().connection_made(transport)

        def connection_lost(self, exc):
            held.discard(self)
            super().connection_lost(exc)

    monkeypatch.setattr(api_server, "_Impatient", Watched)
    return held


async def none_of(held):
    while held:
        await settle(1)


async def test_a_reader_that_was_dropped_and_takes_nothing_keeps_no_socket(monkeypatch, held):
    monkeypatch.setattr(api_server, "TAKE_SECONDS", QUICK)
    world = World(bounds=Bounds(kept=8, subscribers=2, queued=10_000))
    async with served(world) as (reader, writer), asyncio.timeout(5):
        writer.write(b"GET /v1/events HTTP/1.1\r\nHost: a\r\n\r\n")
        await reader.readuntil(b": hello")
        writer.transport.pause_reading()
        while len(world.feed):
            world.feed.tell(Update("3-1", b"x" * 10_000))
            await asyncio.sleep(0)
        await none_of(held)


async def test_a_stream_that_closes_with_little_left_to_take_keeps_no_socket(monkeypatch, held):
    monkeypatch.setattr(api_server, "REQUEST_SECONDS", QUICK)
    world = World()
    async with served(world) as (reader, writer), asyncio.timeout(5):
        writer.write(b"GET /v1/events HTTP/1.1\r\nHost: a\r\n\r\n")
        await reader.readuntil(b": hello")
        (connection,) = held
        writer.transport.pause_reading()
        # As much as the kernel takes and a little more: too little for writing to pause.
        while not connection.transport.get_write_buffer_size():
            connection.transport.write(b"x" * 10_000)
        while len(world.feed):
            world.feed.tell(Update("3-1", b"x"))
        await none_of(held)


async def test_an_answer_that_is_not_taken_keeps_no_socket(monkeypatch, held):
    monkeypatch.setattr(api_server, "REQUEST_SECONDS", QUICK)
    async with served(World()) as (reader, writer), asyncio.timeout(5):
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        await reader.readuntil(b"}")
        (connection,) = held
        writer.transport.pause_reading()
        while not connection.transport.get_write_buffer_size():
            connection.transport.write(b"x" * 10_000)
        await none_of(held)


async def test_beyond_the_limit_probes_are_answered_and_then_nobody_has_a_socket(monkeypatch, held):
    monkeypatch.setattr(api_server, "SPARE", 2)
    world = World()
    async with served(world, connections=1), asyncio.timeout(5):
        probe, asker, turned_away = [await asyncio.open_connection(*world.at) for _ in range(3)]
        assert await turned_away[0].read() == b""
        assert len(held) == 3
        assert (await said(probe, b"/healthz")).startswith(b"HTTP/1.1 200 ")
        assert (await said(asker, b"/v1/products/p/copy")).startswith(b"HTTP/1.1 503 ")
        assert (await asker[0].read()).endswith(b"}")
        for _, writer in (probe, asker, turned_away):
            writer.close()


async def said(connection, path):
    reader, writer = connection
    writer.write(b"GET %s HTTP/1.1\r\nHost: a\r\n\r\n" % path)
    return await reader.readuntil(b"\r\n\r\n")
