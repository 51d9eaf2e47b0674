"""Topics of a test's own, and what stands in them, told by a client that is not ours."""

import asyncio
import itertools
import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from aiokafka import AIOKafkaProducer
from confluent_kafka import Consumer, TopicPartition

from schemas.topics import KIB, Group, Policy, Role, Topic
from tests.doubles import FakeLease
from tests.unit.adapters.log_double import Notes
from workers.adapters.clock import SystemClock
from workers.adapters.kafka_admin import NamedTopic, connect
from workers.adapters.kafka_producer import KafkaProducer
from workers.adapters.kafka_reader import KafkaReader
from workers.adapters.rocks import Disk
from workers.adapters.tables import OwnedTables, TableSink
from workers.adapters.tables_around import Around
from workers.embedded.process import Process
from workers.outcome import Record
from workers.settings import Kafka

LEASE: Final = FakeLease()
WITHIN: Final = 30.0
_NUMBERS: Final = itertools.count()


class Stored(NamedTuple):
    """A record as another client reads it."""

    offset: int
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes], ...]

    @property
    def edition(self) -> int:
        return int(dict(self.headers).get("copydesk-edition", b"0"))


async def make_topic(bootstrap: str, partitions: int = 2, limit: int = 64 * KIB, **config: str) -> Topic:
    """A compacted topic that no other test has. `limit`: bytes of a record."""
    topic = Topic(f"table-{os.getpid()}-{next(_NUMBERS)}", "any", Group.PRODUCTS, Role.OUTPUT, Policy.COMPACT, limit)
    async with connect(bootstrap) as admin:
        await admin.create([NamedTopic(topic.name, partitions, {**topic.config(), **config})], 1)
    return topic


def record(topic: Topic, key: bytes, value: bytes | None, edition: int, sender: str = "other") -> Record:
    """A table's record in partition 0."""
    headers = (("copydesk-edition", b"%d" % edition), ("copydesk-sender", sender.encode()))
    return Record(topic.name, 0, key, value, headers, edition)


async def fill(bootstrap: str, records: Iterable[Record]) -> None:
    """Write records with a producer of nobody's."""
    async with AIOKafkaProducer(bootstrap_servers=bootstrap, linger_ms=5) as producer:
        for one in records:
            await producer.send(one.topic, one.value, one.key, one.partition, headers=[*one.headers])
        await producer.flush()


def stored(bootstrap: str, topic: Topic, partition: int = 0) -> list[Stored]:
    """Everything that a partition holds now."""
    place = TopicPartition(topic.name, partition, 0)
    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "nobody", "enable.auto.commit": False})
    try:
        _, end = consumer.get_watermark_offsets(place, timeout=WITHIN)
        consumer.assign([place])
        found: list[Stored] = []
        while consumer.position([place])[0].offset < end:
            for message in consumer.consume(1000, timeout=0.5):
                assert message.error() is None, message.error()
                headers = tuple(message.headers() or ())
                found.append(Stored(message.offset(), message.key(), message.value(), headers))
            if end == 0:
                break
        return found
    finally:
        consumer.close()


def around(notes: Notes) -> Around:
    """Real time; what is told is remembered."""
    return Around(SystemClock(), notes, notes)


@dataclass
class Broker:
    """A broker of the test's own, that may be killed and started again."""

    bootstrap: str
    process: Process

    async def restart_after(self, seconds: float) -> None:
        await self.process.end()
        await asyncio.sleep(seconds)
        self.process = Process(self.process._command, SystemClock())


class Owner:
    """Tables over a real broker, with their reader, producer and sink."""

    def __init__(self, kafka: Kafka, disk: Disk, topic: Topic, sender: str = "me") -> None:
        self.notes = Notes()
        self.around = around(self.notes)
        self.tables = OwnedTables(disk, KafkaReader(kafka, sender), [topic.name], sender, self.around)
        self.producer = KafkaProducer(kafka, sender, [topic])
        self.sink = TableSink(self.producer, self.tables)
        self.table = self.tables.tables[topic.name]
