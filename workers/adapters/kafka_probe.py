"""An event through every partition of the probe topic, and its copy back: the workers' path works."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.errors import KafkaError

from schemas.codec import decode, encode
from schemas.inbound import Probe
from schemas.outbound import ProbeCopy
from schemas.topics import PROBE, PROBE_COPY
from workers.errors import Transient


async def probe(bootstrap: str, asker: str) -> None:
    """Return when every partition has answered; whoever owns it. The caller bounds the time.

    Raises `Transient` when the broker is away.
    """
    try:
        async with _clients(bootstrap) as (producer, consumer):
            partitions = sorted(await producer.partitions_for(PROBE.name))
            await _stand_at_the_end(consumer, await producer.partitions_for(PROBE_COPY.name))
            sent = {f"{asker}-{partition}-{uuid.uuid4().hex}": partition for partition in partitions}
            for name, partition in sent.items():
                value = encode(Probe(id=name))
                await producer.send_and_wait(PROBE.name, value, key=name.encode(), partition=partition)
            await _answers(consumer, set(sent))
    except KafkaError as error:
        raise Transient("broker-away", repr(error)) from error


@asynccontextmanager
async def _clients(bootstrap: str) -> AsyncIterator[tuple[AIOKafkaProducer, AIOKafkaConsumer]]:
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, client_id="copydesk-probe", enable_idempotence=True)
    consumer = AIOKafkaConsumer(bootstrap_servers=bootstrap, client_id="copydesk-probe", enable_auto_commit=False)
    try:
        await asyncio.gather(producer.start(), consumer.start())
        yield producer, consumer
    finally:
        await asyncio.gather(producer.stop(), consumer.stop())


async def _stand_at_the_end(consumer: AIOKafkaConsumer, numbers: set[int]) -> None:
    places = [TopicPartition(PROBE_COPY.name, number) for number in numbers]
    consumer.assign(places)
    for place, offset in (await consumer.end_offsets(places)).items():
        consumer.seek(place, offset)


async def _answers(consumer: AIOKafkaConsumer, missing: set[str]) -> None:
    while missing:
        record = await consumer.getone()
        missing.discard(decode(record.value, ProbeCopy, PROBE_COPY.max_record_bytes).id)
