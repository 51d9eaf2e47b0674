import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from workers.embedded import loopback
from workers.embedded.loopback import HOST, PORT_RANGE, ask, choose_ports, is_free


def test_every_name_gets_a_port_of_its_own() -> None:
    ports = choose_ports([f"worker-{number}" for number in range(50)], {})
    assert len(set(ports.values())) == 50


def test_no_port_is_one_that_a_connection_could_be_given() -> None:
    first = int(PORT_RANGE.read_text().split()[0])
    assert max(choose_ports(("kafka", "triton"), {}).values()) < first


def test_where_connections_leave_no_room_any_free_port_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "range").write_text("1024\t65535\n")
    monkeypatch.setattr(loopback, "PORT_RANGE", tmp_path / "range")
    assert is_free(choose_ports(("kafka",), {})["kafka"])


def test_a_remembered_port_is_kept_while_it_is_free() -> None:
    first = choose_ports(("kafka", "triton"), {})
    assert choose_ports(("kafka", "triton"), first) == first


def test_a_remembered_port_that_somebody_took_is_given_up() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not is_free(port)
        assert choose_ports(("kafka",), {"kafka": port})["kafka"] != port


def test_two_names_that_remember_one_port_get_two() -> None:
    (port,) = choose_ports(("kafka",), {}).values()
    ports = choose_ports(("kafka", "triton"), {"kafka": port, "triton": port})
    assert ports["kafka"] == port
    assert ports["triton"] != port


@asynccontextmanager
async def server(answer: bytes) -> AsyncIterator[tuple[int, list[bytes]]]:
    heard: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(answer)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, HOST, 0) as listening:
        yield listening.sockets[0].getsockname()[1], heard


async def test_a_question_gets_status_and_body() -> None:
    async with server(b"HTTP/1.1 503 Not now\r\nX: y\r\n\r\nrestoring") as (port, heard):
        assert await ask(port, "/readyz") == (503, b"restoring")
    assert heard[0].startswith(b"GET /readyz HTTP/1.0\r\n")


@pytest.mark.parametrize("answer", [b"", b"SSH-2.0-OpenSSH\r\n"])
async def test_what_is_no_answer_is_an_error(answer: bytes) -> None:
    async with server(answer) as (port, _heard):
        with pytest.raises(ConnectionError, match="no HTTP answer"):
            await ask(port, "/readyz")
