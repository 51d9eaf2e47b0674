"""What the loop tells of itself to the watchdog: its beat, its progress, what it waits for and for how long."""

from typing import Protocol

from workers.dispatch import Dispatcher
from workers.ports import Clock
from workers.write.patience import Absence

BEAT = 0.5
GRACE = 60.0
"""Seconds after the fallback has begun in which there must be progress."""
RESTORE_BUDGET = 600.0


class Restoring(Protocol):
    """The tables, as far as health is concerned."""

    @property
    def restoring(self) -> int:
        """Partitions of tables not yet restored."""
        ...


class VitalSigns:
    """Written by the loop, read by the watchdog's thread: plain attributes only."""

    def __init__(
        self, dispatcher: Dispatcher, tables: Restoring, absence: Absence, clock: Clock, fallback_after: float
    ) -> None:
        self._dispatcher = dispatcher
        self._tables = tables
        self._absence = absence
        self._clock = clock
        self.patience = fallback_after + GRACE
        now = clock.now()
        self.beaten_at = now
        self.restoring_since: float | None = None
        self.away_since: float | None = None
        self.canary_at: float | None = None
        self.acked = 0
        self.lag = 0
        self.assigned = False
        self.restored = False

    def canary_answered(self) -> None:
        """An inference came back just now."""
        self.canary_at = self._clock.now()

    async def beat(self) -> None:
        """Take the signs twice a second, until cancelled."""
        while True:
            now = self._clock.now()
            self.away_since = self._absence.opened_at
            if not self._tables.restoring:
                self.restoring_since = None
            elif self.restoring_since is None:
                self.restoring_since = now
            self.acked = self._dispatcher.progress.acked
            self.lag = self._dispatcher.unfinished()
            self.assigned = self._dispatcher.assignments > 0
            self.restored = self._dispatcher.ready and not self._tables.restoring
            self.beaten_at = now
            await self._clock.sleep(BEAT)
