"""One partition of a table: where its reading goes on, what it has read, how far it was followed."""

import asyncio
from collections.abc import Sequence
from typing import Final, NamedTuple

from schemas.topics import DELETE_RETENTION_MS
from workers.adapters.kafka_reader import Place
from workers.adapters.rocks import Store, Writes
from workers.adapters.tables_entry import LogRecord
from workers.adapters.tables_fold import Sent, Stance, folded
from workers.adapters.tables_sound import (
    NO_EVIDENCE,
    NOTHING_YET,
    Evidence,
    Extent,
    Followed,
    Reason,
    doubt,
    doubt_of_record,
    evidence_of,
    reading_from,
)
from workers.errors import Fault

UNFOLLOWED_MS: Final = DELETE_RETENTION_MS // 2


class Taken(NamedTuple):
    """What came of a batch. `rebuilt`: nothing was taken; the partition was emptied and begins anew."""

    foreign: int = 0
    wounded: bool = False
    rebuilt: Reason | None = None


class Following:
    """`goal` is an end that the log had at `goal_ms`. Up to its first goal a place is being restored."""

    def __init__(self, place: Place, began: float) -> None:
        self.place = place
        self.began = began
        self.restored: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.position = NOTHING_YET
        self.goal = 0
        self.read = 0
        self.store: Store | None = None
        self._stance = Stance()
        self._start = 0
        self._goal_ms = 0
        self._reached_ms = 0
        self._last: Evidence = NO_EVIDENCE
        self._doubted = False
        self._before_foreign: Followed | None = None

    @property
    def lag(self) -> int:
        """Offsets to the end that was last looked up."""
        return max(0, self.goal - self.position)

    def plan(self, store: Store, log: Extent, asked_ms: int, sender: bytes | None) -> Reason | None:
        """Decide where to go on. Returns why the folder's part was thrown away, if it was."""
        self.store, self._start = store, log.start
        self.goal, self._goal_ms = log.end, asked_ms
        self._stance = Stance(sender, log.end)
        known = store.followed(self.place.partition)
        reason = None if known is None else doubt(known, log, asked_ms, UNFOLLOWED_MS)
        if known is None or reason is not None:
            self._restart(store, reason)
            return reason
        self.position = reading_from(known, log)
        self._reached_ms, self._last = known.reached_ms, known.last
        self._doubted = known.last.offset != NOTHING_YET
        return None

    def take(self, records: Sequence[LogRecord]) -> Taken:
        """Fold a batch that was read, and note how far that was."""
        store = self._planned()
        if self._doubted:
            self._doubted = False
            reason = doubt_of_record(self._last, records[0])
            if reason is not None:
                self._restart(store, reason)
                return Taken(rebuilt=reason)
            # Folded before, perhaps as a stranger's: it would count now, below the end of this restore.
            records = [record for record in records if record.offset > self._last.offset]
        if not records:
            self.position = self._last.offset + 1
            return Taken()
        before = self._followed()
        result = folded(store, self.place.partition, records, self._stance)
        if result.foreign and self._before_foreign is None:
            self._before_foreign = before
        self.position = records[-1].offset + 1
        self._last = evidence_of(records[-1])
        self.read += len(records)
        result.writes.follow(self._followed())
        store.write(result.writes)
        return Taken(result.foreign, result.wounded)

    def apply(self, sent: Sequence[Sent]) -> Taken:
        """Fold records of ours that the broker has confirmed; they will be read again."""
        store = self._planned()
        result = folded(store, self.place.partition, sent, self._stance)
        store.write(result.writes)
        return Taken(result.foreign, result.wounded)

    def look(self, end: int, asked_ms: int) -> None:
        """Note until when the place was followed, and its next goal."""
        self.reach()
        self.goal, self._goal_ms = end, asked_ms
        self.reach()

    def reach(self) -> None:
        """Note how far the place was followed."""
        if self.position >= self.goal:
            self._reached_ms = self._goal_ms
        writes = Writes(self.place.partition)
        writes.follow(self._followed())
        self._planned().write(writes)

    def fail(self, fault: Fault) -> None:
        """Tell those who wait for the restore that there will be none."""
        if not self.restored.done():
            self.restored.set_exception(fault)
            self.restored.exception()  # nobody may be waiting, and that is no error

    def _restart(self, store: Store, reason: Reason | None) -> None:
        if reason is not None:
            store.drop(self.place.partition)
        self.position, self._reached_ms = self._start, self._goal_ms
        self._last, self._doubted = NO_EVIDENCE, False
        self._before_foreign = None

    def _followed(self) -> Followed:
        """How far the folder may be believed.

        Not past a stranger's record, whose value is not held: it may be our successor's, and then whoever opens
        this folder next must read it again and hold it, or it would put back what stood before.
        """
        if self._before_foreign is not None:
            return self._before_foreign._replace(reached_ms=self._reached_ms)
        return Followed(self.position, self._reached_ms, self._last)

    def _planned(self) -> Store:
        if self.store is None:
            raise AssertionError(self.place)
        return self.store
