import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

import pytest

from schemas.topics import CATALOGUE, KIB, Topic
from tests.doubles import FakeLease
from tests.integration.table_world import LEASE, WITHIN, Broker, make_topic, record, stored
from tests.platform import RunningKafka, running_kafka
from workers.adapters import kafka_batches, kafka_producer
from workers.adapters.kafka_producer import KafkaProducer
from workers.errors import Abandoned, Fatal, Permanent
from workers.outcome import Record
from workers.settings import Kafka

pytestmark = pytest.mark.kafka

NOWHERE = replace(CATALOGUE, name="nowhere")


@asynccontextmanager
async def producing(bootstrap: str, *topics: Topic) -> AsyncIterator[KafkaProducer]:
    producer = KafkaProducer(Kafka(bootstrap=bootstrap, request_timeout=10), "producer-test", topics)
    await producer.start()
    try:
        yield producer
    finally:
        await producer.stop()


async def test_offsets_come_back_in_order_and_the_bytes_are_untouched(kafka: RunningKafka) -> None:
    topic = await make_topic(kafka.bootstrap)
    records = [record(topic, b"k%d" % number, os.urandom(200), number) for number in range(500)]
    records.append(record(topic, b"k0", None, 500))
    async with producing(kafka.bootstrap, topic) as producer:
        assert await producer.send(records, LEASE) == list(range(501))
        assert await producer.send([], LEASE) == []
    found = stored(kafka.bootstrap, topic)
    assert [(one.key, one.value, one.headers) for one in found] == [
        (one.key, one.value, one.headers) for one in records
    ]


async def test_who_is_cancelled_costs_those_nothing_that_share_its_batch(kafka: RunningKafka) -> None:
    topic = await make_topic(kafka.bootstrap)
    async with producing(kafka.bootstrap, topic) as producer, asyncio.TaskGroup() as group:
        sends = [
            group.create_task(producer.send([record(topic, b"%d" % number, b"v", 1)], LEASE)) for number in range(20)
        ]
        await asyncio.sleep(0)
        for left in sends[::2]:
            left.cancel()
        kept = [await one for one in sends[1::2]]
    assert all(one.cancelled() for one in sends[::2])
    found = stored(kafka.bootstrap, topic)
    assert [found[offset].key for (offset,) in kept] == [b"%d" % number for number in range(1, 20, 2)]


async def test_a_record_with_neither_key_nor_value_is_sent_too(kafka: RunningKafka) -> None:
    topic = await make_topic(kafka.bootstrap, **{"cleanup.policy": "delete"})
    async with producing(kafka.bootstrap, topic) as producer:
        assert await producer.send([Record(topic.name, 0, None, None, (("why", b"x"),))], LEASE) == [0]
    (found,) = stored(kafka.bootstrap, topic)
    assert (found.key, found.value, found.headers) == (None, None, (("why", b"x"),))


async def test_the_lease_is_checked_before_every_record(kafka: RunningKafka) -> None:
    topic = await make_topic(kafka.bootstrap)

    @dataclass
    class Ending:
        left: int = 3

        def check(self) -> None:
            self.left -= 1
            if self.left < 0:
                raise Abandoned("partition-given-up")

    async with producing(kafka.bootstrap, topic) as producer:
        with pytest.raises(Abandoned):
            await producer.send([record(topic, b"k", b"v", 1)], FakeLease(live=False))
        with pytest.raises(Abandoned):
            await producer.send([record(topic, b"%d" % number, b"v", 1) for number in range(9)], Ending())
        await producer.flush()
        assert [one.key for one in stored(kafka.bootstrap, topic)] == [b"0", b"1", b"2"]


async def test_a_record_over_its_topics_limit_is_permanent_and_nothing_of_the_call_is_sent(
    kafka: RunningKafka,
) -> None:
    topic = await make_topic(kafka.bootstrap, limit=20 * KIB)
    large = record(topic, b"large", os.urandom(20 * KIB), 1)
    async with producing(kafka.bootstrap, topic) as producer:
        with pytest.raises(Permanent, match="record-too-large"):
            await producer.send([record(topic, b"small", b"v", 1), large], LEASE)
        assert await producer.send([record(topic, b"small", b"v", 1)], LEASE) == [0]


async def test_a_record_at_its_topics_limit_is_taken_however_badly_it_compresses(
    kafka: RunningKafka,
) -> None:
    topic = await make_topic(kafka.bootstrap, limit=20 * KIB)
    async with producing(kafka.bootstrap, topic) as producer:
        size = 20 * KIB
        while True:
            try:
                offsets = await producer.send([record(topic, b"k", os.urandom(size), 1)], LEASE)
                break
            except Permanent:
                size -= 1
    assert offsets == [0]
    assert size > 20 * KIB - 300


async def test_a_broker_that_takes_less_than_the_registry_says_is_fatal(kafka: RunningKafka) -> None:
    """aiokafka would refuse every later batch of the partition: its sequence number is spent."""
    topic = await make_topic(kafka.bootstrap, **{"max.message.bytes": "2000"})
    async with producing(kafka.bootstrap, topic) as producer:
        assert await producer.send([record(topic, b"k", b"v", 1)], LEASE) == [0]
        with pytest.raises(Fatal, match="topic-limit-differs"):
            await producer.send([record(topic, b"k", os.urandom(3000), 1)], LEASE)
        with pytest.raises(Fatal, match="producer-fenced"):
            await producer.send([record(topic, b"k", b"v", 1)], LEASE)


async def test_a_topic_or_partition_that_does_not_exist_is_fatal(
    kafka: RunningKafka, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic = await make_topic(kafka.bootstrap)
    async with producing(kafka.bootstrap, topic) as producer:
        for stranger in (Record("nowhere", 0, b"k", b"v"), Record(topic.name, 2, b"k", b"v")):
            with pytest.raises(Fatal, match="unknown-topic"):
                await producer.send([stranger], LEASE)
    monkeypatch.setattr(kafka_producer, "METADATA_SECONDS", 1.0)
    missing = KafkaProducer(Kafka(bootstrap=kafka.bootstrap), "producer-test", [topic, NOWHERE])
    with pytest.raises(Fatal, match="unknown-topic"):
        await missing.start()


async def test_a_broker_that_is_not_there_is_fatal() -> None:
    producer = KafkaProducer(Kafka(bootstrap="127.0.0.1:1"), "producer-test", [NOWHERE])
    with pytest.raises(Fatal, match="broker-away"):
        await producer.start()


async def test_a_producer_that_is_stopped_sends_nothing_and_may_be_stopped_again(kafka: RunningKafka) -> None:
    topic = await make_topic(kafka.bootstrap)
    async with producing(kafka.bootstrap, topic) as producer:
        await producer.stop()
        with pytest.raises(Fatal, match="producer-closed"):
            await producer.send([record(topic, b"k", b"v", 1)], LEASE)
        with pytest.raises(Fatal, match="producer-closed"):
            await producer.flush()


async def test_a_caller_who_is_cancelled_leaves_the_others_their_offsets(kafka: RunningKafka) -> None:
    topic = await make_topic(kafka.bootstrap)
    async with producing(kafka.bootstrap, topic) as producer, asyncio.TaskGroup() as group:
        leaving = group.create_task(producer.send([record(topic, b"a", b"v", 1)], LEASE))
        staying = group.create_task(producer.send([record(topic, b"b", b"v", 1)], LEASE))
        await asyncio.sleep(0)
        leaving.cancel()
        assert await staying in ([0], [1])


async def test_a_partition_without_a_leader_for_longer_than_a_request_costs_a_wait_not_a_record(
    kafka: RunningKafka, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic = await make_topic(kafka.bootstrap)
    impatient = Kafka.model_construct(bootstrap=kafka.bootstrap, request_timeout=1.0, linger_ms=5)
    producer = KafkaProducer(impatient, "producer-test", [topic])
    await producer.start()
    cluster = producer._producer.client.cluster
    with monkeypatch.context() as election:
        election.setattr(cluster, "leader_for_partition", lambda _partition: -1)
        sending = asyncio.get_running_loop().create_task(producer.send([record(topic, b"k", b"v", 1)], LEASE))
        await asyncio.sleep(2)
    assert await sending == [0]
    await producer.stop()


@pytest.fixture
def own_kafka() -> Iterator[RunningKafka]:
    with running_kafka() as running:
        yield running


@pytest.fixture
async def broker(own_kafka: RunningKafka) -> AsyncIterator[Broker]:
    broker = Broker(own_kafka.bootstrap, own_kafka.process)
    yield broker
    await broker.process.stop()


@pytest.mark.slow
async def test_a_broker_killed_and_restarted_under_load_loses_and_doubles_nothing(broker: Broker) -> None:
    bootstrap = broker.bootstrap
    topic = await make_topic(bootstrap)
    confirmed: dict[int, bytes] = {}
    stop = asyncio.Event()

    async def sends(producer: KafkaProducer, lane: int) -> None:
        count = 0
        while not stop.is_set():
            records = [record(topic, b"%d-%d" % (lane, count + step), b"v" * 200, 1) for step in range(5)]
            offsets = await producer.send(records, LEASE)
            for offset, one in zip(offsets, records, strict=True):
                assert confirmed.setdefault(offset, one.key or b"") == one.key
            count += 5

    async with producing(bootstrap, topic) as producer, asyncio.TaskGroup() as group:
        for lane in range(8):
            group.create_task(sends(producer, lane))
        await asyncio.sleep(1)
        before = len(confirmed)
        # Longer than the request timeout: what is in flight must not expire meanwhile.
        await broker.restart_after(11)
        async with asyncio.timeout(WITHIN):
            while len(confirmed) < 2 * before:
                await asyncio.sleep(0.1)
        stop.set()
    assert before > 0
    found = {one.offset: one.key for one in stored(bootstrap, topic)}
    assert found == confirmed


async def test_a_broker_that_stays_away_is_fatal_after_the_deadline_and_stopping_still_ends(
    broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kafka_producer, "DELIVERY_SECONDS", 2.0)
    monkeypatch.setattr(kafka_batches, "DELIVERY_SECONDS", 2.0)
    monkeypatch.setattr(kafka_producer, "STOP_SECONDS", 1.0)
    topic = await make_topic(broker.bootstrap)
    async with producing(broker.bootstrap, topic) as producer:
        assert await producer.send([record(topic, b"k", b"v", 1)], LEASE) == [0]
        await broker.process.stop()
        with pytest.raises(Fatal, match="broker-away"):
            await producer.send([record(topic, b"k", b"v", 2)], LEASE)
        with pytest.raises(Fatal, match="broker-away"):
            await producer.flush()
