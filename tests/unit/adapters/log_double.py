"""A broker's logs in memory, with a reader and a producer over them, as good as the real ones for tables."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.doubles import settle
from workers.adapters.kafka_reader import Batch, Place
from workers.adapters.tables_sound import Extent
from workers.outcome import Record
from workers.ports import Lease


class Logged(NamedTuple):
    """A record in a log."""

    offset: int
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...] = ()
    timestamp: int = 1_700_000_000_000


@dataclass
class MemoryLog:
    """Logs of a cluster. Compaction and retention are what a test does to `records` and `starts`."""

    cluster: str = "cluster-a"
    records: dict[Place, list[Logged]] = field(default_factory=lambda: defaultdict(list))
    ends: dict[Place, int] = field(default_factory=lambda: defaultdict(int))
    starts: dict[Place, int] = field(default_factory=lambda: defaultdict(int))

    def append(self, place: Place, key: bytes, value: bytes | None, **headers: object) -> int:
        """Add a record; `edition=7` and `sender="b"` become headers."""
        offset = self.ends[place]
        named = tuple((f"copydesk-{name}", str(said).encode()) for name, said in headers.items())
        self.records[place].append(Logged(offset, key, value, named))
        self.ends[place] = offset + 1
        return offset

    def compact(self, place: Place) -> None:
        """Keep the last record of each key, as the broker does."""
        last = {record.key: record for record in self.records[place]}
        self.records[place] = sorted(last.values())


class MemoryReader:
    """`tables_around.Reader` over a `MemoryLog`. `batch` records at most come with a poll."""

    def __init__(self, log: MemoryLog, batch: int = 3) -> None:
        self.log = log
        self.batch = batch
        self.positions: dict[Place, int] = {}
        self.read: list[tuple[Place, int]] = []
        self.hold = asyncio.Event()
        self.hold.set()
        self.stopped = False

    async def start(self) -> None:
        await settle(1)

    async def stop(self) -> None:
        self.stopped = True

    async def cluster_id(self) -> str:
        return self.log.cluster

    async def places(self, topic: str) -> list[Place]:
        return sorted(place for place in self.log.ends if place.topic == topic)

    async def extents(self, places: Iterable[Place]) -> dict[Place, Extent]:
        await settle(1)
        return {place: Extent(self.log.starts[place], self.log.ends[place]) for place in places}

    def assign(self, positions: Mapping[Place, int]) -> None:
        self.positions = dict(positions)

    async def poll(self) -> Batch:
        await settle(1)
        await self.hold.wait()
        found: dict[Place, list[Logged]] = {}
        for place, position in self.positions.items():
            fresh = [record for record in self.log.records[place] if record.offset >= position][: self.batch]
            if fresh:
                found[place] = fresh
                self.positions[place] = fresh[-1].offset + 1
                self.read += [(place, record.offset) for record in fresh]
            else:
                self.positions[place] = max(position, self.log.ends[place])
        return found

    async def position(self, place: Place) -> int:
        return self.positions[place]


@dataclass
class MemoryProducer:
    """Appends and confirms. `before` is called ahead of each record: the world may do something first."""

    log: MemoryLog
    before: Callable[[Record], None] = lambda record: None

    async def send(self, records: Sequence[Record], lease: Lease) -> list[int]:
        offsets = []
        for record in records:
            lease.check()
            self.before(record)
            place = Place(record.topic, record.partition)
            offset = self.log.ends[place]
            self.log.records[place].append(Logged(offset, record.key, record.value, record.headers))
            self.log.ends[place] = offset + 1
            offsets.append(offset)
        await settle(1)
        return offsets


class Told(NamedTuple):
    """One line of a log, or one count."""

    event: str
    facts: dict[str, object]


@dataclass
class Notes:
    """A logger and a meter that remember."""

    lines: list[Told] = field(default_factory=list)
    counts: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def info(self, event: str, /, **facts: object) -> None:
        self.lines.append(Told(event, facts))

    warning = info

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        self.counts[name] += amount

    def observe(self, name: str, value: float, **labels: str) -> None:
        self.counts[name] += 1

    def gauge(self, name: str, value: float, **labels: str) -> None:
        self.counts[name] = value

    def facts(self, event: str) -> list[dict[str, object]]:
        """What was told with an event, each time."""
        return [line.facts for line in self.lines if line.event == event]


@asynccontextmanager
async def running(*work: Coroutine[object, object, None]) -> AsyncIterator[list[asyncio.Task[None]]]:
    """Run in the background; cancelled and awaited at the end. What failed before that is raised."""
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(one) for one in work]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task
