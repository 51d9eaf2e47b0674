"""What every measurement stands on: a real broker, a real Triton with an instant model, topics, a worker."""

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from schemas.topics import TOPICS
from tests.platform import running_kafka, running_triton

ROOT = Path(__file__).parents[2]
PARTITIONS = 4
PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Rig:
    """Where the servers listen."""

    bootstrap: str
    triton: str


@contextmanager
def rig() -> Iterator[Rig]:
    """Servers of our own, with empty topics, for as long as the block runs."""
    with ExitStack() as stack:
        models = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (models / "writer" / "1").mkdir(parents=True)
        shutil.copy(ROOT / "model_repository" / "writer" / "config.pbtxt", models / "writer")
        shutil.copy(Path(__file__).with_name("instant_model.py"), models / "writer" / "1" / "model.py")
        kafka = stack.enter_context(running_kafka())
        triton = stack.enter_context(running_triton(models))
        asyncio.run(made_topics(kafka.bootstrap))
        yield Rig(kafka.bootstrap, triton.url)


async def made_topics(bootstrap: str) -> None:
    """All of ours, empty, and the one of the stock agent."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    configs = {topic.name: topic.config() for topic in TOPICS.values()} | {"naive-copy": {}}
    await admin.create_topics([NewTopic(name, PARTITIONS, 1, topic_configs=c) for name, c in configs.items()])
    await admin.close()
    await asyncio.sleep(2)


@contextmanager
def worker(rig: Rig, **settings: str) -> Iterator[psutil.Process]:
    """One worker process."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "COPYDESK_KAFKA__BOOTSTRAP": rig.bootstrap,
            "COPYDESK_TRITON__URL": rig.triton,
            "COPYDESK_DATA_DIR": folder,
            "COPYDESK_LOG_LEVEL": "warning",
            **settings,
        }
        with spawned([sys.executable, "-m", "workers", "worker", "--name", "bench"], environment) as process:
            yield process


@contextmanager
def spawned(command: Sequence[str], environment: dict[str, str]) -> Iterator[psutil.Process]:
    """A process that ends with the block."""
    process = subprocess.Popen(command, env=environment, cwd=ROOT)
    try:
        yield psutil.Process(process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def fill(rig: Rig, topic: str, count: int) -> None:
    """Put `count` probes into a topic."""

    async def send() -> None:
        producer = AIOKafkaProducer(bootstrap_servers=rig.bootstrap, linger_ms=5)
        await producer.start()
        sent = [await producer.send(topic, probe(number), str(number).encode()) for number in range(count)]
        await asyncio.gather(*sent)
        await producer.stop()

    asyncio.run(send())


def probe(number: int) -> bytes:
    """One probe's value. Ids differ, so that every brief does: nothing is known, nothing is coalesced."""
    return json.dumps({"id": f"probe-{number}", "text": "Copydesk probe"}).encode()


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast records arrived in a topic, between the first and the last tenth of them."""

    per_second: float
    cpu_ms_per_thousand: float


def arrivals(rig: Rig, topic: str, expected: int, process: psutil.Process) -> Pace:
    """Watch a topic fill up, from the records that are there now to `expected` more."""

    async def watch() -> Pace:
        consumer: Any = AIOKafkaConsumer(bootstrap_servers=rig.bootstrap, enable_auto_commit=False)
        await consumer.start()
        places = [TopicPartition(topic, number) for number in range(PARTITIONS)]
        marks: list[tuple[float, int, float]] = []
        until = time.monotonic() + PATIENCE
        begin = sum((await consumer.end_offsets(places)).values())
        while time.monotonic() < until:
            done = sum((await consumer.end_offsets(places)).values()) - begin
            marks.append((time.monotonic(), done, sum(process.cpu_times()[:2])))
            if done >= expected:
                break
            await asyncio.sleep(0.05)
        await consumer.stop()
        return _pace(marks, expected)

    return asyncio.run(watch())


def _pace(marks: Sequence[tuple[float, int, float]], expected: int) -> Pace:
    inner = [mark for mark in marks if 0.1 * expected <= mark[1] <= 0.9 * expected] or list(marks)
    (t0, n0, c0), (t1, n1, c1) = inner[0], inner[-1]
    done = max(n1 - n0, 1)
    return Pace(done / max(t1 - t0, 1e-9), (c1 - c0) / done * 1e6)
