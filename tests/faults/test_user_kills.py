"""Two workers of the users' path, killed, frozen and robbed of their disk in the middle of their work."""

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
from tests.faults.shop import Shop
from tests.faults.topic_log import read_logs
from tests.faults.user_oracle import BEHAVIOUR, JUDGED, LEDGER, judge_users
from tests.faults.user_workload import FACETS, behaviour
from tests.faults.workload import in_bursts

pytestmark = [pytest.mark.kafka, pytest.mark.triton, pytest.mark.slow, pytest.mark.faults]

SEED = 4
EVENTS = 4_000
USERS = 150
WORKERS = ("users-0", "users-1")


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


def unfinished(bootstrap: str) -> int:
    logs = read_logs(bootstrap, (BEHAVIOUR, LEDGER))
    done = {(s["partition"], s["offset"]) for s in (json.loads(r.value)["source"] for r in logs[LEDGER])}
    return sum((record.partition, record.offset) not in done for record in logs[BEHAVIOUR])


async def settled(bootstrap: str, within: float) -> None:
    deadline = time.monotonic() + within
    while left := await asyncio.to_thread(unfinished, bootstrap):
        assert time.monotonic() < deadline, f"{left} events have no outcome"
        await asyncio.sleep(1)


@pytest.mark.timeout(300)
async def test_profiles_are_what_the_log_says_whatever_happens_to_the_workers(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    events = list(behaviour(SEED, EVENTS, USERS, PARTITIONS, time.time_ns() // 1_000_000))
    # A small event for each stroke: without a pace the work would be over before the blow falls.
    settings = {"COPYDESK_FLOW__MAX_IN_FLIGHT": "8", "COPYDESK_FLOW__MAX_GROUP": "4"}
    async with arena(tmp_path, workers=0, user_workers=2, settings=settings) as stage:
        shop = Shop(stage.bootstrap)
        for burst, blow in zip(in_bursts(events, 6), (killed, frozen, robbed, stormed, killed, None), strict=True):
            await asyncio.to_thread(shop.send, burst, BEHAVIOUR)
            if blow is not None:
                await asyncio.sleep(chance.uniform(0.0, 0.5))
                await blow(stage, chance.choice(WORKERS))
        await settled(stage.bootstrap, 90)
        logs = await asyncio.to_thread(read_logs, stage.bootstrap, JUDGED)
        findings = judge_users(logs, FACETS)
        assert findings == [], "\n".join(map(str, findings[:20]))
        assert len(logs[BEHAVIOUR]) == EVENTS
        code, said = await audit(stage.bootstrap, BEHAVIOUR)
        assert code == 0, said
