import asyncio
from dataclasses import replace

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from schemas.topics import PRODUCT_CREATED, TOPICS, Topic
from tests.platform import RunningKafka
from workers.adapters.clock import SystemClock
from workers.adapters.kafka_admin import KafkaAdmin, NamedTopic, cluster_id, connect
from workers.adapters.kafka_topics import apply, plan
from workers.errors import Fatal, Transient

pytestmark = pytest.mark.kafka


async def test_a_broker_names_its_cluster(kafka: RunningKafka) -> None:
    assert len(await cluster_id(kafka.bootstrap)) == 22


async def test_a_port_where_nobody_listens_is_unreachable() -> None:
    with pytest.raises(Transient, match="broker-unreachable"):
        await cluster_id("127.0.0.1:1")


async def test_what_is_produced_can_be_read_back(kafka: RunningKafka) -> None:
    async with connect(kafka.bootstrap) as admin:
        await admin.create([NamedTopic("node-round-trip", 1, {})], 1)
    async with AIOKafkaProducer(bootstrap_servers=kafka.bootstrap, enable_idempotence=True) as producer:
        sent = await producer.send_and_wait("node-round-trip", b"value", key=b"key")
    async with AIOKafkaConsumer(bootstrap_servers=kafka.bootstrap) as consumer:
        consumer.assign([TopicPartition("node-round-trip", 0)])
        consumer.seek(TopicPartition("node-round-trip", 0), sent.offset)
        read = await consumer.getone()
    assert (read.key, read.value) == (b"key", b"value")


def named(prefix: str) -> list[Topic]:
    """The registry under names of a test's own: the broker is shared."""
    return [replace(topic, name=f"{prefix}-{topic.name}") for topic in TOPICS.values()]


async def test_every_topic_of_the_registry_is_made_once_then_left_alone(kafka: RunningKafka) -> None:
    topics = named("made-once")
    async with connect(kafka.bootstrap) as admin:
        made = await apply(admin, topics, 8, 1, SystemClock())
        again = await plan(admin, topics, 8)
    assert {topic.name for topic in made.missing} == {topic.name for topic in topics}
    assert again.empty


async def test_drift_is_set_right_and_an_operators_own_setting_is_kept(kafka: RunningKafka) -> None:
    topic = replace(PRODUCT_CREATED, name="drifting")
    async with connect(kafka.bootstrap) as admin:
        await apply(admin, [topic], 8, 1, SystemClock())
        wrong = {**topic.config(), "retention.ms": "1000", "segment.bytes": "1048576"}
        await admin.set_overrides(topic.name, wrong)
        await overrides_become(admin, topic.name, wrong)
        done = await apply(admin, [topic], 8, 1, SystemClock())
        await overrides_become(admin, topic.name, {**topic.config(), "segment.bytes": "1048576"})
    assert [(drift.setting, drift.found) for drift in done.drifts] == [("retention.ms", "1000")]


async def overrides_become(admin: KafkaAdmin, name: str, wanted: dict[str, str]) -> None:
    # The controller confirms first; the broker that answers follows it.
    async with asyncio.timeout(5):
        while (await admin.describe([name]))[name].overrides != wanted:
            await SystemClock().sleep(0.05)


async def test_another_number_of_partitions_is_refused_and_changes_nothing(kafka: RunningKafka) -> None:
    topics = named("recount")
    async with connect(kafka.bootstrap) as admin:
        await apply(admin, topics[:1], 8, 1, SystemClock())
        with pytest.raises(Fatal, match=f"{topics[0].name} has 8, not 9"):
            await apply(admin, topics, 9, 1, SystemClock())
        assert set(await admin.describe(topic.name for topic in topics)) == {topics[0].name}
