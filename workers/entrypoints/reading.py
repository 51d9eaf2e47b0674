"""Topics read whole: compacted ones as they are visible, each to the end seen when one looked."""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from schemas.topics import USER_BEHAVIOUR, Topic
from workers.adapters.clock import SystemClock
from workers.adapters.kafka_marks import KafkaMarks
from workers.adapters.kafka_reader import KafkaReader, Place
from workers.adapters.tables_entry import LogRecord
from workers.adapters.tables_sound import Extent
from workers.publish.fold import edition_of
from workers.settings import Kafka

Progress = Callable[[int, int], None]
"""Told how many records have been read, and of how many."""
Kept = TypeVar("Kept")


class Held(NamedTuple, Generic[Kept]):
    """What is visible under a key; `value` of None: a tombstone, or nothing that counts."""

    edition: int
    offset: int
    value: Kept | None


@dataclass(slots=True)
class Reading:
    """Each topic is read as far as it was when `look` was called; the order of the records decides nothing."""

    reader: KafkaReader
    marks: KafkaMarks
    progress: Progress
    extents: dict[Place, Extent] = field(default_factory=dict)
    read: int = 0
    unreadable: int = 0

    async def look(self, topics: Sequence[Topic], since_ms: int = 0) -> None:
        """Where the topics end. `since_ms`: events of behaviour before it are not asked for."""
        places = [place for topic in topics for place in await self.reader.places(topic.name)]
        self.extents, self.read = await self.reader.extents(places), 0
        behaviour = [place for place in places if place.topic == USER_BEHAVIOUR.name]
        if since_ms and behaviour:
            firsts = await self.marks.at_moment(behaviour, since_ms)
            for place in behaviour:
                end = self.extents[place].end
                self.extents[place] = Extent(min(firsts[place], end), end)

    def partitions(self, topic: Topic) -> int:
        """How many the topic has."""
        return sum(place.topic == topic.name for place in self.extents)

    async def records(self, topic: Topic, numbers: Iterable[int] | None = None) -> AsyncIterator[tuple[int, LogRecord]]:
        """Those of some partitions, or of all, each partition's in its order."""
        wanted = None if numbers is None else frozenset(numbers)
        ranges = {
            place: extent
            for place, extent in self.extents.items()
            if place.topic == topic.name and (wanted is None or place.partition in wanted)
        }
        total = sum(extent.end - extent.start for extent in self.extents.values())
        async for batch in self.reader.read_range(ranges):
            for place, records in batch.items():
                self.read += len(records)
                for record in records:
                    yield Place(*place).partition, record
            self.progress(self.read, total)

    async def visible(
        self, topic: Topic, kept: Callable[[LogRecord], Kept | None], numbers: Iterable[int] | None = None
    ) -> dict[tuple[int, bytes], Held[Kept]]:
        """By partition and key: what `kept` makes of the record with the highest edition, of equal ones the later."""
        found: dict[tuple[int, bytes], Held[Kept]] = {}
        async for partition, record in self.records(topic, numbers):
            place = (partition, record.key or b"")
            edition = edition_of(record.headers)
            before = found.get(place)
            if before is None or (edition, record.offset) >= before[:2]:
                found[place] = Held(edition, record.offset, None if record.value is None else kept(record))
        return found


@asynccontextmanager
async def reading(kafka: Kafka, client: str, progress: Progress) -> AsyncIterator[Reading]:
    """Connected, as `client`. Raises `Transient` while the broker is away."""
    reader = KafkaReader(kafka, client)
    await reader.start()
    try:
        yield Reading(reader, KafkaMarks(kafka, SystemClock()), progress)
    finally:
        await reader.stop()
