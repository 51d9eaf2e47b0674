"""The same events, the same kills, the same judge, and a Faust agent as its guide shows one: it loses events.

This is what shows that the judge, and the harness, can find a loss at all.
"""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from schemas.topics import TOPICS
from tests.faults import stock_faust, topic_log
from tests.faults.arena import PARTITIONS, until
from tests.faults.oracle import judge
from tests.faults.sampler import CommitSampler
from tests.faults.shop import Shop
from tests.faults.topic_log import ends_of, read_logs
from tests.faults.workload import in_bursts, lives, slow_heads
from tests.platform import ENVIRONMENT, RunningKafka, running_kafka
from workers.adapters.clock import SystemClock
from workers.adapters.kafka_admin import connect
from workers.adapters.kafka_topics import apply

pytestmark = [pytest.mark.kafka, pytest.mark.slow]

SEED = 20
KILLS = 3
SLOW_PARTITIONS = range(stock_faust.CONCURRENCY - 1)
"""One of the agent's coroutines stays free, so that what follows a slow event is finished and committed."""
PROJECT = Path(__file__).parents[2]
AT_REST = 10.0
IN_FLIGHT = 4.0
"""Seconds before a kill: less than a slow event takes, more than Faust waits between two commits (2.8)."""


@pytest.fixture
def broker() -> Iterator[RunningKafka]:
    with running_kafka() as broker:
        yield broker


@asynccontextmanager
async def worker(broker: RunningKafka, folder: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """The stock agent's process; killed at the end if it still runs."""
    with (folder / "stock.log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "tests.faults.stock_faust", broker.bootstrap, str(folder)),
            cwd=PROJECT,
            env={**ENVIRONMENT, "PYTHONPATH": str(PROJECT)},
            stdout=log,
            stderr=log,
        )
    try:
        yield process
    finally:
        if process.returncode is None:
            os.kill(process.pid, signal.SIGKILL)
            await process.wait()


@pytest.mark.timeout(180)
async def test_a_stock_agent_loses_events_and_the_judge_finds_them(broker: RunningKafka, tmp_path: Path) -> None:
    async with connect(broker.bootstrap) as admin:
        await apply(admin, TOPICS.values(), PARTITIONS, 1, SystemClock())
    since = await asyncio.to_thread(ends_of, broker.bootstrap)
    sampler = CommitSampler(broker.bootstrap, since, stock_faust.GROUP)
    sampler.start()
    shop = Shop(broker.bootstrap)
    events = lives("vase", SEED, 600, 200, PARTITIONS)
    for number, burst in enumerate(in_bursts(events, KILLS)):
        heads = list(slow_heads(f"head-{number}", SLOW_PARTITIONS, PARTITIONS))
        before = sampler.watch.finished(topic_log.INPUT)
        await asyncio.to_thread(shop.send, [*heads, *burst])
        async with worker(broker, tmp_path) as process:
            await begun(sampler, before, tmp_path)
            await asyncio.sleep(IN_FLIGHT)
            assert process.returncode is None
    async with worker(broker, tmp_path):
        await at_rest(sampler)
    watch = await asyncio.to_thread(sampler.stop)
    judgement = judge(await asyncio.to_thread(read_logs, broker.bootstrap))
    lost = judgement.of("lost")
    print(f"lost {len(lost)} of {len(shop.taken)}, repeats {judgement.counts['repeats']}", *lost, sep="\n")
    assert lost
    assert watch.findings, "and the sampler saw it coming: a commit past an unfinished event"


async def begun(sampler: CommitSampler, before: int, folder: Path) -> None:
    """Return when some of a burst has been finished."""
    await until(
        lambda: sampler.watch.finished(topic_log.INPUT) > before + 20,
        60,
        lambda: (folder / "stock.log").read_text()[-2000:],
    )


async def at_rest(sampler: CommitSampler) -> None:
    """Return when nothing has been finished for longer than a dead worker holds its partitions."""
    finished = -1
    while sampler.watch.finished(topic_log.INPUT) != finished:
        finished = sampler.watch.finished(topic_log.INPUT)
        await asyncio.sleep(AT_REST)
