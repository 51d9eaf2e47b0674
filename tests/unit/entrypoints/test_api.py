"""The process of the read side: who it lets in without keys, its settings, a server that does not wait for ever."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from pydantic import ValidationError

from tests.unit.web.world import World, hash_of
from workers.entrypoints import api_server
from workers.entrypoints.api import serve
from workers.entrypoints.api_server import listening
from workers.errors import Fatal
from workers.settings import Api, Settings

QUICK = 0.2


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "shop.example"])  # noqa: S104  they must be refused
async def test_beyond_loopback_nothing_is_served_without_keys(host):
    with pytest.raises(Fatal, match="COPYDESK_API__KEY_HASHES"):
        await serve(Settings(api=Api(host=host)))


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
    ],
)
def test_settings_that_would_mean_nothing_are_refused(wrong):
    with pytest.raises(ValidationError):
        Api(**wrong)


def test_settings_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("COPYDESK_API__KEY_HASHES", f'["{hash_of("k")}"]')
    monkeypatch.setenv("COPYDESK_API__ORIGINS", '["https://shop.example", "*"]')
    monkeypatch.setenv("COPYDESK_API__TRUSTED_PROXIES", '["10.0.0.0/8", "::1"]')
    api = Settings().api
    assert api.key_hashes == (hash_of("k"),)
    assert api.origins == ("https://shop.example", "*")
    assert api.host == "127.0.0.1"


@asynccontextmanager
async def served(world, **settings):
    failures = []
    async with listening(Api(**settings), world.app, failures.append) as (host, port):
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
                world.announcer.heard(3, offset, b"p en-GB")
                offset += 1
                if offset % 3 == 0:
                    await asyncio.sleep(0)
        writer.transport.resume_reading()
        assert await reader.read()
        assert reader.at_eof()
