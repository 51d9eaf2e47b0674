"""Two workers, killed hard five times in the middle of their work: nothing is lost, doubled or wrong."""

import asyncio
import random

import pytest

from tests.faults.arena import MAX_UNACKED, PARTITIONS, Arena, Trial, audit, moments, until
from tests.faults.workload import in_bursts, lives, slow_heads

pytestmark = [
    pytest.mark.kafka,
    pytest.mark.triton,
    pytest.mark.slow,
    pytest.mark.asyncio(loop_scope="module"),
]

SEED = 20
KILLS = 5
EVENTS = 2_000
PRODUCTS = 600
WORKERS = ("worker-0", "worker-1")


async def kill_in_the_middle(stage: Arena, trial: Trial, name: str, after: float) -> None:
    """Kill a worker while there is work, and see that it was another process that came back."""
    await asyncio.sleep(after)
    assert trial.unfinished > 0, "the work was done before the kill: nothing would be proven"
    killed = stage.platform.supervisor.kill(name)
    await until(lambda: stage.pid(name) not in {0, killed}, 30, lambda: f"{name} is not back")


@pytest.mark.timeout(300)
async def test_workers_killed_five_times_lose_nothing_and_double_nothing(stage: Arena) -> None:
    chance = random.Random(SEED)
    slow = PARTITIONS * (KILLS + 1)
    events = lives("vase", SEED, EVENTS - slow, PRODUCTS - slow, PARTITIONS)
    async with stage.trial() as trial:
        for number, burst in enumerate(in_bursts(events, KILLS + 1)):
            heads = list(slow_heads(f"head-{number}", range(PARTITIONS), PARTITIONS))
            await trial.send([*heads, *burst])
            if number < KILLS:
                await kill_in_the_middle(stage, trial, chance.choice(WORKERS), moments(SEED + number, 1, 2.0)[0])
        await trial.settle(120)
        judgement, watch = await trial.verdict()
    print(judgement, dict(watch.most_uncommitted), watch.samples, sep="\n")
    assert judgement.clean, str(judgement)
    assert judgement.counts["events"] == EVENTS
    assert judgement.counts["products"] == PRODUCTS
    assert watch.findings == []
    assert watch.repeated_below_commit == []
    # A kill takes every partition away twice: when the group sees it, and when the worker is back.
    for place, repeats in judgement.repeats.items():
        assert repeats <= 2 * KILLS * (MAX_UNACKED + watch.most_uncommitted[place])
    code, said = await audit(stage.bootstrap)
    assert code == 0, said
