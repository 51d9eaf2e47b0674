"""Two workers of the users' path and two of the products', killed, frozen and robbed of their disk at their work."""

import asyncio
import json
import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.faults.arena import PARTITIONS, SESSION, Arena, arena, audit, until
from tests.faults.copy_oracle import JUDGED as JUDGED_COPIES
from tests.faults.copy_oracle import PRODUCT_LEDGER, REQUESTS, judge_copies
from tests.faults.shop import Shop
from tests.faults.topic_log import INPUT, read_logs
from tests.faults.user_oracle import BEHAVIOUR, JUDGED, LEDGER, judge_users
from tests.faults.user_workload import FACETS, behaviour, listings
from tests.faults.workload import in_bursts

pytestmark = [pytest.mark.kafka, pytest.mark.triton, pytest.mark.slow, pytest.mark.faults]

SEED = 4
EVENTS = 4_000
KILLS = 5
"""Of the products' workers: each may write once more what it had published and not acknowledged."""
USERS = 150
WORKERS = ("users-0", "users-1")
OWNERS = ("worker-0", "worker-1")


async def killed(stage: Arena, name: str) -> None:
    """Hard; back as another process."""
    pid = stage.platform.supervisor.kill(name)
    await until(lambda: stage.pid(name) not in {0, pid}, 30, lambda: f"{name} is not back")


async def frozen(stage: Arena, name: str) -> None:
    """Past its session, then woken: others have its partitions."""
    pid = stage.pid(name)
    os.kill(pid, signal.SIGSTOP)
    await asyncio.sleep(SESSION + 3)
    os.kill(pid, signal.SIGCONT)


async def robbed(stage: Arena, name: str) -> None:
    """Killed, and its tables are gone when it comes back."""
    shutil.rmtree(stage.platform.site.folder.path / "workers" / name / "tables", ignore_errors=True)
    await killed(stage, name)


async def stormed(stage: Arena, _name: str) -> None:
    """Both at once, twice: one rebalance on top of another."""
    for _ in range(2):
        await asyncio.gather(*(killed(stage, name) for name in WORKERS))


def unfinished(bootstrap: str, inputs: tuple[str, ...], ledger: str) -> int:
    logs = read_logs(bootstrap, (*inputs, ledger))
    entries = (json.loads(record.value)["source"] for record in logs[ledger])
    done = {(source["topic"], source["partition"], source["offset"]) for source in entries}
    return sum((r.topic, r.partition, r.offset) not in done for topic in inputs for r in logs[topic])


async def settled(bootstrap: str, within: float, inputs: tuple[str, ...], ledger: str) -> None:
    deadline = time.monotonic() + within
    while left := await asyncio.to_thread(unfinished, bootstrap, inputs, ledger):
        assert time.monotonic() < deadline, f"{left} events have no outcome"
        await asyncio.sleep(1)


@pytest.mark.timeout(300)
async def test_profiles_and_copy_are_what_the_log_says_whatever_happens_to_the_workers(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    events = list(behaviour(SEED, EVENTS, USERS, PARTITIONS, time.time_ns() // 1_000_000))
    # A small event for each stroke: without a pace the work would be over before the blow falls.
    settings = {"COPYDESK_FLOW__MAX_IN_FLIGHT": "8", "COPYDESK_FLOW__MAX_GROUP": "4"}
    async with arena(tmp_path, workers=2, user_workers=2, settings=settings) as stage:
        shop = Shop(stage.bootstrap)
        await asyncio.to_thread(shop.send, listings(PARTITIONS), INPUT)
        await settled(stage.bootstrap, 30, (INPUT,), PRODUCT_LEDGER)
        for burst, blow in zip(in_bursts(events, 6), (killed, frozen, robbed, stormed, killed, None), strict=True):
            await asyncio.to_thread(shop.send, burst, BEHAVIOUR)
            if blow is not None:
                await asyncio.sleep(chance.uniform(0.0, 0.5))
                await asyncio.gather(blow(stage, chance.choice(WORKERS)), killed(stage, chance.choice(OWNERS)))
        await settled(stage.bootstrap, 90, (BEHAVIOUR,), LEDGER)
        await settled(stage.bootstrap, 90, (INPUT, REQUESTS), PRODUCT_LEDGER)
        logs = await asyncio.to_thread(read_logs, stage.bootstrap, (*JUDGED, *JUDGED_COPIES))
        findings = [*judge_users(logs, FACETS), *judge_copies(logs, FACETS, repeats=KILLS)]
        assert findings == [], "\n".join(map(str, findings[:20]))
        assert len(logs[BEHAVIOUR]) == EVENTS
        assert logs[REQUESTS], "no blurb was ever asked for"
        for topic in (BEHAVIOUR, REQUESTS):
            code, said = await audit(stage.bootstrap, topic)
            assert code == 0, said
