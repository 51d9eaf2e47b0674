import asyncio
from collections.abc import AsyncIterator

import pytest
from aiokafka import AIOKafkaProducer

from schemas.topics import Topic
from tests.integration.table_world import WITHIN, fill, make_topic, record
from tests.platform import RunningKafka
from workers.adapters import kafka_reader
from workers.adapters.kafka_admin import cluster_id
from workers.adapters.kafka_reader import KafkaReader, Place
from workers.adapters.tables_sound import Extent
from workers.errors import Fatal, Transient
from workers.settings import Kafka

pytestmark = pytest.mark.kafka


@pytest.fixture
async def reader(kafka: RunningKafka) -> AsyncIterator[KafkaReader]:
    reader = KafkaReader(Kafka(bootstrap=kafka.bootstrap, request_timeout=10), "reader-test")
    await reader.start()
    yield reader
    await reader.stop()


async def read(reader: KafkaReader, place: Place, extent: Extent) -> list[int]:
    async with asyncio.timeout(WITHIN):
        batches = [batch async for batch in reader.read_range({place: extent})]
    return [one.offset for batch in batches for one in batch.get(place, ())]


async def filled(kafka: RunningKafka, count: int) -> Topic:
    topic = await make_topic(kafka.bootstrap)
    await fill(kafka.bootstrap, (record(topic, b"%d" % number, b"v", 1) for number in range(count)))
    return topic


async def test_it_knows_the_cluster_the_partitions_and_their_extents(kafka: RunningKafka, reader: KafkaReader) -> None:
    topic = await filled(kafka, 5)
    places = await reader.places(topic.name)
    assert await reader.cluster_id() == await cluster_id(kafka.bootstrap)
    assert places == [Place(topic.name, 0), Place(topic.name, 1)]
    assert await reader.extents(places) == {places[0]: Extent(0, 5), places[1]: Extent(0, 0)}


async def test_a_topic_that_does_not_exist_is_fatal(reader: KafkaReader) -> None:
    with pytest.raises(Fatal, match="unknown-topic"):
        await reader.places("nowhere")


async def test_a_range_is_read_exactly(kafka: RunningKafka, reader: KafkaReader) -> None:
    place = Place((await filled(kafka, 2000)).name, 0)
    assert await read(reader, place, Extent(0, 2000)) == list(range(2000))
    assert await read(reader, place, Extent(1990, 1995)) == list(range(1990, 1995))
    assert await read(reader, place, Extent(5, 5)) == []


async def test_a_range_that_ends_in_a_transactions_mark_ends_too(kafka: RunningKafka, reader: KafkaReader) -> None:
    topic = await make_topic(kafka.bootstrap)
    async with AIOKafkaProducer(bootstrap_servers=kafka.bootstrap, transactional_id=topic.name) as producer:
        for _ in range(2):
            async with producer.transaction():
                await producer.send(topic.name, b"v", b"k", 0)
    place = Place(topic.name, 0)
    extent = (await reader.extents([place]))[place]
    assert extent.end == 4
    assert await read(reader, place, extent) == [0, 2]


async def test_a_range_beyond_the_end_stalls_and_is_transient(
    kafka: RunningKafka, reader: KafkaReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kafka_reader, "STALL_SECONDS", 1.0)
    place = Place((await filled(kafka, 3)).name, 0)
    with pytest.raises(Transient, match="log-stalled"):
        await read(reader, place, Extent(0, 4))


async def test_a_position_that_the_log_does_not_have_is_fatal(kafka: RunningKafka, reader: KafkaReader) -> None:
    place = Place((await filled(kafka, 3)).name, 0)
    with pytest.raises(Fatal, match="log-changed"):
        await read(reader, place, Extent(50, 60))


async def test_following_goes_on_where_it_was_told_and_does_not_end(kafka: RunningKafka, reader: KafkaReader) -> None:
    topic = await filled(kafka, 3)
    place = Place(topic.name, 0)
    seen: list[int] = []
    async with asyncio.timeout(WITHIN):
        async for batch in reader.follow({place: 2}):
            seen += [one.offset for one in batch.get(place, ())]
            if seen == [2]:
                await fill(kafka.bootstrap, [record(topic, b"new", b"v", 1)])
            if len(seen) == 2:
                break
    assert seen == [2, 3]


async def test_a_broker_that_is_not_there_is_transient() -> None:
    reader = KafkaReader(Kafka(bootstrap="127.0.0.1:1"), "reader-test")
    with pytest.raises(Transient, match="broker-away"):
        await reader.start()
    with pytest.raises(Transient):
        await reader.cluster_id()
    await reader.stop()
