"""Asking for rewrites: when the writer is back, the owner looks for the marks of its absence in its own tables."""

import asyncio
from collections.abc import Sequence
from typing import Protocol

from schemas.envelope import event_id
from schemas.topics import COPY_REQUESTS_BACKFILL
from workers.desks.rewrites import rewrites_due
from workers.dispatch import Dispatcher
from workers.errors import Abandoned
from workers.outcome import Entry, Record
from workers.ports import Clock, Lease, Meter, Sink
from workers.publish.ack import Partition

PAGE = 500
REMEMBERED = 50_000


class Pages(Protocol):
    """A table, page by page."""

    def page(self, partition: int, after: bytes, limit: int) -> list[tuple[bytes, Entry]]:
        """Up to `limit` entries behind `after`, in key order."""
        ...


class Rewriter:
    """One for each worker; `run` is its task. At most `per_second` requests; none twice for one edition."""

    def __init__(self, tables: Sequence[Pages], sink: Sink, clock: Clock, meter: Meter, per_second: float) -> None:
        self._tables = tables
        self._sink = sink
        self._clock = clock
        self._meter = meter
        self._pause = 1 / per_second
        self._wake = asyncio.Event()
        self._asked: dict[str, None] = {}

    def wake(self) -> None:
        """The writer is back, or partitions have come: look again."""
        self._wake.set()

    async def run(self, dispatcher: Dispatcher) -> None:
        """Look whenever woken, until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            for partition in dispatcher.held():
                if partition.topic == COPY_REQUESTS_BACKFILL.name:
                    for table in self._tables:
                        await self._search(table, partition, dispatcher)

    async def _search(self, table: Pages, partition: Partition, dispatcher: Dispatcher) -> None:
        after = b""
        try:
            lease = dispatcher.lease(partition)
            while page := table.page(partition.number, after, PAGE):
                after = page[-1][0]
                for request in rewrites_due(partition.number, page, self._clock.wall_ms()):
                    await self._ask(request, lease)
                # Between pages, so that a large table does not hold the loop.
                await self._clock.sleep(0)
        except Abandoned:
            return

    async def _ask(self, request: Record, lease: Lease) -> None:
        name = event_id(request.headers) or ""
        if name in self._asked:
            return
        await self._sink.publish([request], lease)
        self._asked[name] = None
        if len(self._asked) > REMEMBERED:
            del self._asked[next(iter(self._asked))]
        self._meter.count("rewrites_asked_total")
        await self._clock.sleep(self._pause)
