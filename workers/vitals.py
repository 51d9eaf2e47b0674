"""What the loop tells of itself to the watchdog: its beat, its progress, what it waits for and for how long."""

import asyncio
from typing import Protocol

from workers.dispatch import Dispatcher
from workers.ports import Meter
from workers.write.patience import Absence

BEAT = 0.5
LOOK = 5.0
GRACE = 60.0
"""Seconds after the fallback has begun in which there must be progress."""
RESTORE_BUDGET = 600.0
SILENCE = 30.0
"""Seconds without a heartbeat answered, at least, after which partitions that we hold count as lost.

The session alone would be too strict: a broker that is away is silent to everybody, nobody is given our partitions
meanwhile, and when it is back every session begins anew. It takes some ten seconds to come back; workers that had
stopped would then have their tables to restore. Where the group is silent to us alone, what we write in these seconds
is outdone by the new owner, who follows its partitions; what must not be is that it goes on.
"""


class Restoring(Protocol):
    """The tables, as far as health is concerned."""

    @property
    def restoring(self) -> int:
        """Partitions of tables not yet restored."""
        ...


class Reading(Protocol):
    """The consumer, as far as health is concerned."""

    @property
    def coordinated(self) -> bool:
        """Whether the group still knows us."""
        ...

    @property
    def heard_at(self) -> float | None:
        """When the group last answered us; monotonic seconds, None before the first join."""
        ...

    async def unread(self) -> dict[str, int]:
        """Records behind our position, by topic."""
        ...


class VitalSigns:
    """Written by the loop, read by the watchdog's thread: plain attributes only."""

    def __init__(
        self, dispatcher: Dispatcher, tables: Restoring, absence: Absence, meter: Meter, fallback_after: float
    ) -> None:
        self._dispatcher = dispatcher
        self._tables = tables
        self._absence = absence
        self._clock = dispatcher.clock
        self._meter = meter
        self.patience = fallback_after + GRACE
        now = self._clock.now()
        self.beaten_at = now
        self.restoring_since: float | None = None
        self.away_since: float | None = None
        self.canary_at: float | None = None
        self._reading: Reading | None = None
        self._unread = 0
        self.coordinated = True
        self.acked = 0
        self.lag = 0
        self.assigned = False
        self.restored = False

    def canary_answered(self) -> None:
        """An inference came back just now."""
        self.canary_at = self._clock.now()

    def attach(self, reading: Reading) -> None:
        """The consumer, once there is one."""
        self._reading = reading

    async def beat(self) -> None:
        """Take the signs twice a second, until cancelled."""
        while True:
            now = self._clock.now()
            self.away_since = self._absence.opened_at
            # Not the tables alone: a shard also waits for what it follows.
            if self._dispatcher.ready and not self._tables.restoring:
                self.restoring_since = None
            elif self.restoring_since is None:
                self.restoring_since = now
            self.acked = self._dispatcher.acked
            self.lag = self._dispatcher.unfinished() + self._unread
            self.assigned = self._dispatcher.assignments > 0
            self.restored = self._dispatcher.ready and not self._tables.restoring
            self.coordinated = self._reading is None or self._reading.coordinated
            self._fence(now)
            self.beaten_at = now
            await self._clock.sleep(BEAT)

    def _fence(self, now: float) -> None:
        """In a rebalance nothing is held, so that its silence, which may be long, ends nothing."""
        heard_at = None if self._reading is None else self._reading.heard_at
        if heard_at is None or not self._dispatcher.held():
            return
        silent = now - heard_at
        if silent > max(self._dispatcher.session, SILENCE):
            self._dispatcher.ousted("group-silent", f"no heartbeat was answered for {silent:.0f} s")

    async def look_behind(self) -> None:
        """Ask the broker now and then how much stands unread, until cancelled: a reader that died is not idle."""
        while True:
            await self._clock.sleep(LOOK)
            if self._reading is None:
                continue
            try:
                async with asyncio.timeout(LOOK):
                    behind = await self._reading.unread()
            except (TimeoutError, OSError):
                # The broker is away, or a rebalance is under way: what was seen last still holds.
                continue
            self._unread = sum(behind.values())
            for topic, count in behind.items():
                self._meter.gauge("committed_lag_events", count + self._dispatcher.unacked(topic), topic=topic)
