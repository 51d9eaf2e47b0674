"""Sends events as an upstream producer would: the key's own partition, CloudEvents headers, confirmed in order."""

import secrets
from collections.abc import AsyncIterable, AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Final

from schemas.envelope import binary_headers
from schemas.topics import Topic
from workers.adapters.kafka_admin import connect
from workers.adapters.kafka_producer import KafkaProducer
from workers.adapters.partitioner import partition_for
from workers.entrypoints.asking import sent
from workers.errors import Fatal
from workers.outcome import Position, Record
from workers.ports import Clock
from workers.settings import Kafka

BATCH: Final = 200
PROMPTLY: Final = 0.1
"""Seconds that a slow feed may collect before it sends."""

Item = tuple[bytes | None, bytes | None]


@dataclass(slots=True)
class Feeder:
    """One input topic. `event_type` goes into every header; ids are a run's own, and count up."""

    producer: KafkaProducer
    topic: Topic
    partitions: int
    event_type: str
    clock: Clock
    run: str
    sent: int = 0

    async def send(self, items: Sequence[Item]) -> list[Position]:
        """Where they stand, once the broker has confirmed every one. Raises `Permanent`, `Fatal`."""
        records = [self._record(number, *item) for number, item in enumerate(items, start=self.sent)]
        positions = await sent(self.producer, records)
        self.sent += len(records)
        return positions

    def _record(self, number: int, key: bytes | None, value: bytes | None) -> Record:
        event_id = f"{self.run}-{number}"
        headers = binary_headers(self.event_type, event_id, event_id, self.clock.wall_ms())
        # Without a key there is no partition of its own: they take turns, as with any producer.
        partition = number % self.partitions if key is None else partition_for(key, self.partitions)
        return Record(self.topic.name, partition, key, value, headers)


@asynccontextmanager
async def feeder(kafka: Kafka, topic: Topic, event_type: str, clock: Clock) -> AsyncIterator[Feeder]:
    """A feeder, connected. Raises `Transient` while the broker is away, `Fatal("unknown-topic")`."""
    async with connect(kafka.bootstrap) as admin:
        described = await admin.describe([topic.name])
    if topic.name not in described:
        raise Fatal("unknown-topic", topic.name)
    # What is over-long for us is a dead letter, not a producer's error: the broker's own limit counts here.
    wide = replace(topic, max_record_bytes=topic.batch_bytes)
    producer = KafkaProducer(kafka, "copydesk-produce", [wide])
    await producer.start()
    try:
        partitions = described[topic.name].partitions
        yield Feeder(producer, topic, partitions, event_type, clock, secrets.token_hex(6))
    finally:
        await producer.stop()


async def feed(to: Feeder, items: AsyncIterable[Item], per_second: float, confirmed: Callable[[int], None]) -> None:
    """Everything, in order, in batches; `confirmed` is told after each how many have been so far."""
    size = BATCH if per_second <= 0 else max(1, min(BATCH, int(per_second * PROMPTLY)))
    waiting: list[Item] = []
    async for item in items:
        waiting.append(item)
        if len(waiting) >= size:
            await to.send(waiting)
            waiting = []
            confirmed(to.sent)
    if waiting:
        await to.send(waiting)
        confirmed(to.sent)
