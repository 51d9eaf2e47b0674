"""Latency at a given load: from a probe's making to the reading of its copy by a consumer of its own."""

import asyncio
import json
import time
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from tests.bench.rig import PARTITIONS, Rig, probe

SLICE = 0.005


async def latencies_ms(rig: Rig, per_second: float, seconds: float) -> list[float]:
    """Milliseconds of each probe, sent evenly; sorted."""
    consumer: Any = AIOKafkaConsumer(bootstrap_servers=rig.bootstrap, enable_auto_commit=False, fetch_max_wait_ms=100)
    producer: Any = AIOKafkaProducer(bootstrap_servers=rig.bootstrap)
    await asyncio.gather(consumer.start(), producer.start())
    places = [TopicPartition("probe-copy", number) for number in range(PARTITIONS)]
    consumer.assign(places)
    await consumer.seek_to_end()
    made: dict[str, int] = {}
    taken: list[float] = []
    total = int(per_second * seconds)
    reading = asyncio.create_task(_read(consumer, made, taken, total))
    await _send(producer, made, per_second, total)
    await asyncio.wait_for(reading, 30)
    await asyncio.gather(consumer.stop(), producer.stop())
    return sorted(taken)


async def _send(producer: Any, made: dict[str, int], per_second: float, total: int) -> None:
    began = time.monotonic()
    sent = 0
    while sent < total:
        due = min(int((time.monotonic() - began) * per_second), total)
        for number in range(sent, due):
            name = f"late-{number}"
            value = json.loads(probe(number)) | {"id": name}
            made[name] = time.time_ns()
            await producer.send("probe", json.dumps(value).encode(), name.encode())
        sent = max(due, sent)
        await asyncio.sleep(SLICE)


async def _read(consumer: Any, made: dict[str, int], taken: list[float], total: int) -> None:
    while len(taken) < total:
        record = await consumer.getone()
        name = json.loads(record.value)["id"]
        if name in made:
            taken.append((time.time_ns() - made[name]) / 1e6)


def percentile(ordered: list[float], share: float) -> float:
    """Of sorted values."""
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
