"""The history of a shop on a real broker, written by the path itself but without workers."""

from aiokafka import AIOKafkaConsumer
from aiokafka.structs import OffsetAndMetadata, TopicPartition

from schemas.codec import encode
from schemas.topics import PRODUCT_CREATED, TOPICS, Group
from workers.adapters.clock import SystemClock
from workers.adapters.kafka_producer import KafkaProducer
from workers.adapters.kafka_reader import KafkaReader
from workers.adapters.memory import OpenLease
from workers.bootstrap import desks_of
from workers.demo import broken, listings, story
from workers.entrypoints.feeding import feeder
from workers.entrypoints.produce.run import EVENT_TYPE
from workers.entrypoints.trial.event import bench
from workers.outcome import Delivery, Position, Record
from workers.settings import Kafka, Settings

GROUP = Kafka().group_of(Group.PRODUCTS)


async def fed_and_handled(bootstrap: str) -> int:
    kafka = Kafka(bootstrap=bootstrap)
    items = [(one.id.encode(), encode(one)) for one in listings()]
    items += [(one.key, one.value) for one in (*broken(), *story())]
    async with feeder(kafka, PRODUCT_CREATED, EVENT_TYPE, SystemClock()) as to:
        await to.send(items)
    await handle(kafka)
    return len(items)


async def handle(kafka: Kafka) -> None:
    """What a worker does, without one: every event through the path, its records to the broker, then the ack."""
    reader = KafkaReader(kafka, "test")
    producer = KafkaProducer(kafka, "test", TOPICS.values())
    await reader.start()
    await producer.start()
    extents = await reader.extents(await reader.places(PRODUCT_CREATED.name))
    async with bench(desks_of(Settings()), SystemClock()) as table:
        async for batch in reader.read_range(extents):
            for place, records in batch.items():
                for record in records:
                    position = Position(*place, record.offset)
                    delivery = Delivery(position, record.key, record.value, tuple(record.headers), record.timestamp)
                    await table.handle(delivery)
        await send(producer, table.sink.log)
    await producer.stop()
    await reader.stop()
    await commit(kafka, {place: extent.end for place, extent in extents.items()})


async def send(producer: KafkaProducer, records: list[Record]) -> None:
    for first in range(0, len(records), 200):
        await producer.send(records[first : first + 200], OpenLease())


async def commit(kafka: Kafka, ends: dict, group: str = GROUP) -> None:
    consumer = AIOKafkaConsumer(
        bootstrap_servers=kafka.bootstrap, group_id=group, enable_auto_commit=False, client_id="test"
    )
    await consumer.start()
    consumer.assign([TopicPartition(*place) for place in ends])
    await consumer.commit({TopicPartition(*place): OffsetAndMetadata(end, "") for place, end in ends.items()})
    await consumer.stop()
