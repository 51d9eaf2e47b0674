"""Repairs: the owner's value is published again where somebody else's record stands over it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Final

from schemas.topics import BY_OFFSET
from workers.adapters.tables import OwnedTables, Wound
from workers.adapters.tables_around import Around
from workers.errors import Abandoned, Fault
from workers.ports import Lease, Sink
from workers.publish.repair import Pace, Printer, Row, repair

TURN_SECONDS: Final = 0.25
AT_ONCE: Final = 64

Work = Callable[[Lease], Awaitable[None]]
Within = Callable[[Wound, Work], Awaitable[None]]
"""Runs the work while nothing else is done to the key, under the lease of its partition; returns when done.

Otherwise a repair could overtake the event that is just changing the value. Raises `Abandoned` where the
partition is given up.
"""


class Repairs:
    """One for each worker. `run` must be running for anything to be repaired."""

    def __init__(self, tables: OwnedTables, sink: Sink, printer: Printer, around: Around) -> None:
        self._tables = tables
        self._sink = sink
        self._printer = printer
        self._clock, self._meter, self._log = around
        self._pace = Pace()
        self._begun: set[Wound] = set()

    async def run(self, within: Within) -> None:
        """Repair until cancelled, each key at most once in `REPAIR_SECONDS`. Raises `Fatal`."""
        try:
            async with asyncio.TaskGroup() as group:
                while True:
                    await self._tables.wounded()
                    for wound in self._due():
                        self._begun.add(wound)
                        group.create_task(self._repaired(wound, within))
                    await self._clock.sleep(TURN_SECONDS)
        except BaseExceptionGroup as failed:
            raise _first(failed) from failed

    def _due(self) -> list[Wound]:
        now = self._clock.now()
        due: list[Wound] = []
        for wound in self._tables.wounds(AT_ONCE):
            if len(self._begun) + len(due) == AT_ONCE:
                break
            if wound not in self._begun and self._pace.lets(wound, now):
                due.append(wound)
        return due

    async def _repaired(self, wound: Wound, within: Within) -> None:
        try:
            with suppress(Abandoned):  # the wound is on disk and in the log: the next owner finds it
                await within(wound, partial(self.repair, wound))
        finally:
            self._begun.discard(wound)

    async def repair(self, wound: Wound, lease: Lease) -> None:
        """Publish the owner's value above everything seen under the key, if that is still needed."""
        topic, partition = wound.place
        own = self._tables.tables[topic].get(partition, wound.key)
        if own is None or not self._tables.outdone(wound):
            return
        # Where editions are offsets a clock has no say: it would stand above all that is still to come.
        wall_ms = 0 if topic in BY_OFFSET else self._clock.wall_ms()
        record = repair(Row(topic, partition, wound.key), own, wall_ms, self._printer)
        await self._sink.publish([record], lease)
        self._meter.count("repairs_total", table=topic)
        self._log.info("value_repaired", table=topic, partition=partition, edition=record.edition)


def _first(failed: BaseExceptionGroup[BaseException]) -> BaseException:
    """The fault that ended the group."""
    faults = failed.subgroup(Fault)
    found: BaseException = faults or failed
    while isinstance(found, BaseExceptionGroup):
        found = found.exceptions[0]
    return found
