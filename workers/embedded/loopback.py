"""127.0.0.1: ports that are free, the same at every start if may be, and a question to a server there."""

import asyncio
import re
import secrets
import socket
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from workers.errors import Transient

HOST: Final = "127.0.0.1"
ANSWER_BYTES: Final = 1 << 20
LOWEST: Final = 12_000
TRIES: Final = 100
PORT_RANGE: Final = Path("/proc/sys/net/ipv4/ip_local_port_range")
_STATUS: Final = re.compile(rb"HTTP/1\.[01] (\d{3})")


def is_free(port: int) -> bool:
    """Whether a server could take the port. A connection would not tell: gRPC servers may share one."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # Connections of the last run that linger do not keep a server from listening; a listener does.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def choose_ports(names: Iterable[str], remembered: Mapping[str, int]) -> dict[str, int]:
    """A port for each name: the remembered one while it is free, else any. No two names get the same."""
    chosen: dict[str, int] = {}
    with ExitStack() as held:
        for name in names:
            port = remembered.get(name, 0)
            if port and port not in chosen.values() and is_free(port):
                chosen[name] = port
                continue
            # All are held until the last is chosen, or one might be given twice.
            probe = held.enter_context(socket.socket(socket.AF_INET, socket.SOCK_STREAM))
            chosen[name] = _bound(probe)
    return chosen


def _bound(probe: socket.socket) -> int:
    # Below the range from which the kernel takes the near end of connections: a client that tries to reach a server
    # while it restarts would sooner or later be given the server's own port, connect to itself, and keep it out.
    room = _first_of_connections() - LOWEST
    for _ in range(TRIES):
        try:
            probe.bind((HOST, LOWEST + secrets.randbelow(room) if room > 0 else 0))
        except OSError:
            continue
        return int(probe.getsockname()[1])
    raise Transient("no-free-port", f"{TRIES} tries from {LOWEST} up; what else listens on this machine?")


def _first_of_connections() -> int:
    try:
        return int(PORT_RANGE.read_text().split()[0])
    except (OSError, ValueError):
        return 32768


async def ask(port: int, path: str, body: bytes = b"") -> tuple[int, bytes]:
    """One HTTP exchange with a server on this machine: status and body. Raises `OSError`.

    A GET without a body, else a POST of JSON. The caller bounds the time.
    """
    reader, writer = await asyncio.open_connection(HOST, port)
    try:
        verb = "POST" if body else "GET"
        lines = (f"{verb} {path} HTTP/1.0", f"Host: {HOST}", f"Content-Length: {len(body)}", "", "")
        writer.write("\r\n".join(lines).encode() + body)
        await writer.drain()
        answer = await _read_to_end(reader)
    finally:
        writer.close()
    match = _STATUS.match(answer)
    if not match:
        raise ConnectionError(f"{HOST}:{port}{path} gave no HTTP answer")
    return int(match[1]), answer.partition(b"\r\n\r\n")[2]


async def _read_to_end(reader: asyncio.StreamReader) -> bytes:
    try:
        await reader.readexactly(ANSWER_BYTES)
    except asyncio.IncompleteReadError as end:
        return end.partial
    raise ConnectionError(f"more than {ANSWER_BYTES} bytes of answer")
