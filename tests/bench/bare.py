"""Yardsticks: what the model server, the broker and the client library give when nothing else is done."""

import asyncio
import time
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from schemas.topics import CATALOGUE
from tests.bench.rig import PARTITIONS, Rig
from workers.adapters.kafka_reader import KafkaReader, Place
from workers.adapters.triton import TritonModel
from workers.outcome import Order
from workers.settings import Kafka

PROMPT = b'{"pack":"compact/1","attempt":0,"brief":{"product":"probe","kind":"title","locale":"en-US","facts":[]}}'
ROWS = 64
AT_ONCE = 4


async def rows_per_second(url: str, seconds: float) -> float:
    """Rows answered a second, in calls of 64, four at once."""
    model = TritonModel(url)
    await model.handshake(10)
    until = time.monotonic() + seconds
    done = 0

    async def ask() -> None:
        nonlocal done
        while time.monotonic() < until:
            done += len(await model.infer([Order(PROMPT)] * ROWS, 10))

    await asyncio.gather(*(ask() for _ in range(AT_ONCE)))
    await model.close()
    return done / seconds


async def call_ms(url: str, count: int) -> float:
    """The median of one call with one row, alone."""
    model = TritonModel(url)
    await model.handshake(10)
    taken = []
    for _ in range(count):
        began = time.perf_counter()
        await model.infer([Order(PROMPT)], 10)
        taken.append(time.perf_counter() - began)
    await model.close()
    return sorted(taken)[count // 2] * 1000


async def passed_per_second(rig: Rig, events: int) -> float:
    """Events read and produced again by aiokafka alone: no group, no model, no ledger, nothing decoded."""
    consumer: Any = AIOKafkaConsumer(bootstrap_servers=rig.bootstrap, enable_auto_commit=False)
    producer: Any = AIOKafkaProducer(bootstrap_servers=rig.bootstrap, enable_idempotence=True, linger_ms=5)
    await asyncio.gather(consumer.start(), producer.start())
    consumer.assign([TopicPartition("probe", number) for number in range(PARTITIONS)])
    await consumer.seek_to_beginning()
    done, began = 0, time.monotonic()
    while done < events:
        batch = await consumer.getmany(timeout_ms=200, max_records=500)
        records = [record for records in batch.values() for record in records]
        sent = [await producer.send("naive-copy", one.value, one.key, one.partition) for one in records]
        await asyncio.gather(*sent)
        done += len(sent)
    taken = time.monotonic() - began
    await asyncio.gather(consumer.stop(), producer.stop())
    return done / taken


async def read_per_second(rig: Rig) -> float:
    """Records of a table's topic, read and dropped by the reader that restores use."""
    reader = KafkaReader(Kafka(bootstrap=rig.bootstrap), "bench-reader")
    await reader.start()
    extents = await reader.extents([Place(CATALOGUE.name, number) for number in range(PARTITIONS)])
    done, began = 0, time.monotonic()
    async for batch in reader.read_range(extents):
        done += sum(map(len, batch.values()))
    taken = time.monotonic() - began
    await reader.stop()
    return done / taken
