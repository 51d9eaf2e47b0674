"""One fake for each port, good enough to run the path with. They obey the suites in `tests/contract`."""

import asyncio
import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field

from workers.errors import Abandoned
from workers.outcome import Attempt, Draft, Entry, Record


class ManualClock:
    """Time moves when a test says so."""

    def __init__(self, wall_ms: int = 1_700_000_000_000) -> None:
        self._now = 0.0
        self._wall_ms = wall_ms
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = 0

    def now(self) -> float:
        """Monotonic seconds."""
        return self._now

    def wall_ms(self) -> int:
        """Milliseconds since the epoch."""
        return self._wall_ms + int(self._now * 1000)

    async def sleep(self, seconds: float) -> None:
        """Wait until `advance` has passed the moment."""
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._order += 1
        heapq.heappush(self._sleepers, (self._now + seconds, self._order, future))
        await future

    async def advance(self, seconds: float) -> None:
        """Move time, waking sleepers in the order of their moments and letting tasks run in between."""
        target = self._now + seconds
        await settle()
        while self._sleepers and self._sleepers[0][0] <= target:
            moment, _, future = heapq.heappop(self._sleepers)
            self._now = max(self._now, moment)
            if not future.done():
                future.set_result(None)
            await settle()
        self._now = target
        await settle()

    async def jump(self, seconds: float) -> None:
        """Time passes while nothing runs: whoever slept wakes late, as after a frozen process."""
        self._now += seconds
        await self.advance(0)


async def settle(turns: int = 20) -> None:
    """Let every task that can run do so."""
    for _ in range(turns):
        await asyncio.sleep(0)


class NullMeter:
    """Counts nothing."""

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        """Ignore."""

    def observe(self, name: str, value: float, **labels: str) -> None:
        """Ignore."""

    def gauge(self, name: str, value: float, **labels: str) -> None:
        """Ignore."""


class NullJournal:
    """Notes nothing."""

    def info(self, event: str, /, **facts: object) -> None:
        """Ignore."""

    def warning(self, event: str, /, **facts: object) -> None:
        """Ignore."""


@dataclass
class FakeLease:
    """A lease that a test may end."""

    live: bool = True

    def check(self) -> None:
        """Raise once given up."""
        if not self.live:
            raise Abandoned("partition-given-up")


@dataclass
class FakeTable:
    """A table in memory: folds by edition, as the real one does."""

    entries: dict[tuple[int, bytes | None], Entry] = field(default_factory=dict)

    def get(self, partition: int, key: bytes) -> Entry | None:
        """The entry of highest edition."""
        return self.entries.get((partition, key))

    def scan(self, partition: int, prefix: bytes) -> list[tuple[bytes, Entry]]:
        """All entries whose key begins with `prefix`."""
        return sorted(
            (key, entry)
            for (number, key), entry in self.entries.items()
            if number == partition and key is not None and key.startswith(prefix)
        )

    def apply(self, record: Record) -> None:
        """Keep the record if its edition is the highest seen."""
        known = self.entries.get((record.partition, record.key))
        if known is None or record.edition > known.edition:
            headers = {name: value or b"" for name, value in record.headers}
            self.entries[record.partition, record.key] = Entry(record.edition, record.value, headers)


@dataclass
class FakeSink:
    """A broker in memory: a log, and the tables that mirror it."""

    log: list[Record] = field(default_factory=list)
    tables: dict[str, FakeTable] = field(default_factory=dict)

    async def publish(self, records: Sequence[Record], lease: FakeLease) -> None:
        """Append, then apply."""
        lease.check()
        await asyncio.sleep(0)
        for record in records:
            self.log.append(record)
            if record.edition and record.topic in self.tables:
                self.tables[record.topic].apply(record)


def drafted(attempt: Attempt, text: str, tokens_in: int = 0, tokens_out: int = 0) -> Draft:
    """The draft of a model called "model"."""
    name = attempt.copy_id("model")
    return Draft(text, attempt.number, name, "model", tokens_in=tokens_in, tokens_out=tokens_out)
