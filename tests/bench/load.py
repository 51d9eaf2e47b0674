"""Who asks a server, as a process of its own: at a given pace, or one question after another on each connection.

At a given pace a question's time runs from the moment at which it was due: where the server holds things up, those
that should have been asked meanwhile have waited too. `python -m tests.bench.load PORT USERS SECONDS [RATE]`.
"""

import asyncio
import json
import random
import sys
import time
from collections import deque
from typing import cast

import uvloop

from tests.bench.full_shelf import user_id

CONNECTIONS = 64
AT_ONCE = 8
"""Connections that each ask again as soon as they are answered."""
TICK = 0.001
PATIENCE = 10.0


class Asking(asyncio.Protocol):
    """One connection that stays; `ended` is called with each answer's status."""

    def __init__(self, load: "Load") -> None:
        self._load = load
        self._transport: asyncio.WriteTransport | None = None
        self._got = b""
        self.due = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.WriteTransport", transport)

    def ask(self, request: bytes, due: float) -> None:
        self.due = due
        if self._transport is not None:
            self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._got += data
        head = self._got.find(b"\r\n\r\n")
        if head < 0:
            return
        at = self._got.lower().find(b"content-length: ", 0, head)
        size = int(self._got[at + 16 : self._got.find(b"\r", at)])
        if len(self._got) >= head + 4 + size:
            status, self._got = self._got[9:12], b""
            self._load.answered(self, status, size)

    def connection_lost(self, exc: Exception | None) -> None:
        self._load.lost += 1


class Load:
    """Questions about users drawn at random, and how long their answers took."""

    def __init__(self, port: int, users: int) -> None:
        self._port, self._users = port, users
        self._chance = random.Random(users)
        self._idle: deque[Asking] = deque()
        self._due: deque[float] = deque()
        self.taken: list[float] = []
        self.errors = 0
        self.lost = 0
        self.bytes = 0
        self.again = False

    async def connect(self, count: int) -> None:
        loop = asyncio.get_running_loop()
        for _ in range(count):
            _, asking = await loop.create_connection(lambda: Asking(self), "127.0.0.1", self._port)
            self._idle.append(asking)

    def submit(self, due: float) -> None:
        if self._idle:
            self._idle.popleft().ask(self._request(), due)
        else:
            self._due.append(due)

    def answered(self, asking: Asking, status: bytes, size: int) -> None:
        now = time.perf_counter()
        self.taken.append(now - asking.due)
        self.errors += status != b"200"
        self.bytes = max(self.bytes, size)
        if self.again:
            asking.ask(self._request(), now)
        elif self._due:
            asking.ask(self._request(), self._due.popleft())
        else:
            self._idle.append(asking)

    def _request(self) -> bytes:
        user = user_id(self._chance.randrange(self._users)).encode()
        return b"GET /v1/users/%s/blurbs?locale=en HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n" % user


async def paced(load: Load, rate: float, seconds: float) -> dict[str, float]:
    """Open loop: what is due is asked, whether or not what came before is answered."""
    await load.connect(CONNECTIONS)
    count, begun = round(rate * seconds), time.perf_counter()
    asked, late = 0, 0.0
    while asked < count:
        now = time.perf_counter()
        while asked < count and begun + asked / rate <= now:
            late = max(late, now - begun - asked / rate)
            load.submit(begun + asked / rate)
            asked += 1
        await asyncio.sleep(TICK)
    until = time.perf_counter() + PATIENCE
    while len(load.taken) < count and time.perf_counter() < until:
        await asyncio.sleep(TICK)
    # What was never answered is an error, and the longest wait of all.
    missing = count - len(load.taken)
    ordered = sorted(load.taken) + [seconds + PATIENCE] * missing
    at = {name: ordered[int(share * (count - 1))] * 1000 for name, share in (("p50", 0.5), ("p99", 0.99), ("max", 1))}
    return {**at, "asked": count, "errors": load.errors + missing, "late_ms": late * 1000, "bytes": load.bytes}


async def saturating(load: Load, seconds: float) -> dict[str, float]:
    """Closed loop: as many as the server answers."""
    await load.connect(AT_ONCE)
    load.again = True
    begun = time.perf_counter()
    for _ in range(AT_ONCE):
        load.submit(begun)
    await asyncio.sleep(seconds)
    taken = time.perf_counter() - begun
    done = {"answers": len(load.taken), "per_second": len(load.taken) / taken}
    return {**done, "errors": load.errors + load.lost, "bytes": load.bytes}


def main() -> None:
    """Ask, and print what came of it as JSON."""
    port, users, seconds = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    rate = float(sys.argv[4]) if len(sys.argv) > 4 else 0.0
    load = Load(port, users)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        result = runner.run(paced(load, rate, seconds) if rate else saturating(load, seconds))
    print(json.dumps(result))


if __name__ == "__main__":
    main()
