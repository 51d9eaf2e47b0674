"""The read side killed, frozen, robbed of its disk and given back a broken one, while it answers for a living shop."""

import asyncio
import os
import random
import shutil
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults.arena import PARTITIONS, Arena, arena, until
from tests.faults.read_side_oracle import judge_last, judge_polls
from tests.faults.read_side_poller import Watching, watching
from tests.faults.read_side_workload import LEAVING, PRODUCTS, SUBJECTS, changes, farewell, listing, looks, user
from tests.faults.shop import Shop
from tests.faults.test_user_kills import settled
from tests.faults.topic_log import INPUT
from tests.faults.user_oracle import BEHAVIOUR, LEDGER

pytestmark = [pytest.mark.kafka, pytest.mark.triton, pytest.mark.slow, pytest.mark.faults]

SEED = 11
SIDE = "api-0"
EVERY = 0.4
FROZEN = 2.5
BACK_WITHIN = 20.0
POLLS = 40
"""At most, until who is forgotten sees nothing personal."""
SETTINGS = {"COPYDESK_API__ADDRESS_BURST": "100000", "COPYDESK_API__ADDRESS_RATE": "100000"}
Strike = Callable[[Arena, random.Random], Awaitable[None]]


def store(stage: Arena) -> Path:
    return stage.platform.site.folder.path / "workers" / SIDE / "read-side"


async def down(stage: Arena) -> None:
    """Hard, and it stays down: nothing of it writes any more."""
    stage.platform.supervisor.hold(SIDE)
    await until(lambda: stage.pid(SIDE) == 0, BACK_WITHIN, lambda: f"{SIDE} does not end")


async def killed_while_catching_up(stage: Arena, chance: random.Random) -> None:
    """Twice, each time before it can have read what happened while it was away."""
    for _ in range(2):
        await down(stage)
        await asyncio.sleep(0.5)
        stage.platform.supervisor.release(SIDE)
        await until(lambda: stage.pid(SIDE) != 0, BACK_WITHIN, lambda: "no process")
        await asyncio.sleep(chance.uniform(0.6, 1.6))


async def robbed(stage: Arena, _: random.Random) -> None:
    """Its store is gone when it comes back."""
    await down(stage)
    shutil.rmtree(store(stage))
    stage.platform.supervisor.release(SIDE)


async def cut(stage: Arena, _: random.Random) -> None:
    """Every table's manifest and log ends in its middle: of what was written last, half is not there."""
    await _broken(stage, ("MANIFEST-*", "*.log"), 0.5)


async def overwritten(stage: Arena, _: random.Random) -> None:
    """Noise where the tables were: their files have their lengths, and nothing else."""
    await down(stage)
    for path in store(stage).glob("*/*.sst"):
        path.write_bytes(os.urandom(path.stat().st_size))
    for path in store(stage).glob("*/MANIFEST-*"):
        path.write_bytes(os.urandom(path.stat().st_size))
    stage.platform.supervisor.release(SIDE)


async def log_cut(stage: Arena, _: random.Random) -> None:
    """The databases open as if nothing were: they have lost their newest records, and do not know it."""
    await _broken(stage, ("*.log",), 0.6)


async def _broken(stage: Arena, names: tuple[str, ...], kept: float) -> None:
    await down(stage)
    for path in [path for name in names for path in store(stage).glob(f"*/{name}")]:
        os.truncate(path, int(path.stat().st_size * kept))
    stage.platform.supervisor.release(SIDE)


async def frozen(stage: Arena, _: random.Random) -> None:
    """Stopped in the midst of it, and woken."""
    pid = stage.pid(SIDE)
    os.kill(pid, signal.SIGSTOP)
    await asyncio.sleep(FROZEN)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGCONT)


STRIKES: tuple[Strike, ...] = (killed_while_catching_up, robbed, cut, frozen, log_cut, overwritten)


async def flowing(stage: Arena, chance: random.Random) -> None:
    """The shop lives on, whatever happens."""
    shop, turn = Shop(stage.bootstrap), 0
    while True:
        await asyncio.to_thread(shop.send, list(changes(turn, PARTITIONS, chance)), INPUT)
        await asyncio.to_thread(shop.send, list(looks(turn, PARTITIONS, chance)), BEHAVIOUR)
        await asyncio.sleep(EVERY)
        turn += 1


async def current(watch: Watching, within: float) -> None:
    """Return once the answers know all that stands in the log now."""
    begun_ms = max(one.at_ms for one in watch.seen)

    def knows_all() -> bool:
        polls = [watch.last(subject) for subject in SUBJECTS]
        told = [poll for poll in polls if poll is not None and poll.status in (200, 404)]
        fresh = all(poll.reached_ms > begun_ms and not poll.body["stale"] for poll in told if poll.status == 200)
        return len(told) == len(SUBJECTS) and fresh and all(poll.sent_ms > begun_ms for poll in told)

    await until(knows_all, within, lambda: f"{[watch.last(subject) for subject in SUBJECTS]}")


async def forgotten(stage: Arena, watch: Watching) -> int:
    """How many polls it took, from the moment at which the topic says so."""
    await asyncio.to_thread(Shop(stage.bootstrap).send, [farewell(PARTITIONS)], BEHAVIOUR)
    await settled(stage.bootstrap, 30, (BEHAVIOUR,), LEDGER)
    leaving = next(subject for subject in SUBJECTS if subject.key == user(LEAVING))
    begun = len(watch.polls)

    def nobody() -> bool:
        last = watch.last(leaving)
        return last is not None and last.body.get("personal") is False

    await until(nobody, 10, lambda: "still personal")
    return sum(poll.subject == leaving and bool(poll.body.get("personal")) for poll in watch.polls[begun:])


@pytest.mark.timeout(180)
async def test_no_answer_goes_back_is_blank_or_shows_what_is_gone_whatever_happens_to_the_read_side(
    tmp_path: Path,
) -> None:
    chance = random.Random(SEED)
    async with arena(tmp_path, workers=1, user_workers=1, settings=SETTINGS, read_sides=1) as stage:
        first = [listing(product, PARTITIONS, chance) for product in PRODUCTS]
        await asyncio.to_thread(Shop(stage.bootstrap).send, first, INPUT)
        await until(lambda: stage.ready(SIDE), BACK_WITHIN, lambda: stage.log_of(SIDE)[-500:])
        await settled(stage.bootstrap, 30, (INPUT,), "copy-ledger")
        with watching(stage.bootstrap, stage.platform.site.ports[SIDE], SUBJECTS) as watch:
            flow = asyncio.get_running_loop().create_task(flowing(stage, random.Random(SEED)))
            for strike in STRIKES:
                await asyncio.sleep(0.5)
                await strike(stage, chance)
                await current(watch, BACK_WITHIN)
            flow.cancel()
            await asyncio.gather(flow, return_exceptions=True)
            await settled(stage.bootstrap, 30, (BEHAVIOUR,), LEDGER)
            await settled(stage.bootstrap, 30, (INPUT, "copy-requests"), "copy-ledger")
            assert await forgotten(stage, watch) <= POLLS
            await current(watch, BACK_WITHIN)
            last = [poll for subject in SUBJECTS if (poll := watch.last(subject)) is not None]
        findings = [*judge_polls(watch.polls, watch.seen), *judge_last(last, watch.seen)]
        assert findings == [], "\n".join(map(str, findings[:20]))
        assert any(poll.body.get("personal") for poll in watch.polls), "nobody ever saw anything personal"
        for told in ("table_rebuilt", "table_cut_short"):
            assert told in stage.log_of(SIDE), "no store was ever found to be broken"
