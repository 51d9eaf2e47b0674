"""A running platform with a shop before it and a judge behind it: the stage of every fault test."""

import asyncio
import json
import random
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults import topic_log
from tests.faults.oracle import Judgement, judge
from tests.faults.sampler import CommitSampler, Watch
from tests.faults.shop import Shop
from tests.faults.slow_model import slow_repository
from tests.faults.topic_log import Logs, ends_of, read_logs
from tests.faults.workload import Event
from tests.platform import CACHE, ENVIRONMENT
from workers.adapters.clock import SystemClock
from workers.embedded.checks import real_checks
from workers.embedded.component import Notice, RestartPolicy, State
from workers.embedded.platform import Platform, ephemeral_folder, running
from workers.embedded.site import Wish

PARTITIONS = 8
MAX_UNACKED = 64
SESSION = 6.0
NAP = 1.5
"""Seconds that the writer takes over a slow product."""

SETTINGS = {
    "COPYDESK_KAFKA__SESSION_TIMEOUT": str(SESSION),
    "COPYDESK_KAFKA__HEARTBEAT_INTERVAL": "1",
    "COPYDESK_KAFKA__REBALANCE_TIMEOUT": "15",
    "COPYDESK_KAFKA__COMMIT_INTERVAL": "0.5",
    "COPYDESK_FLOW__MAX_UNACKED_EVENTS": str(MAX_UNACKED),
    "COPYDESK_WRITE__FALLBACK_AFTER": "8",
}
POLL = 0.1


@dataclass
class Arena:
    """One platform. `notices`: all that its supervisor told."""

    platform: Platform
    notices: list[Notice] = field(default_factory=list)

    @property
    def bootstrap(self) -> str:
        return self.platform.bootstrap

    def pid(self, name: str) -> int:
        """0 while it has no process."""
        return next(s.pid for s in self.platform.supervisor.status() if s.name == name)

    def restarts(self, name: str) -> int:
        return next(s.restarts for s in self.platform.supervisor.status() if s.name == name)

    def ready(self, *names: str) -> bool:
        states = {s.name: s.state for s in self.platform.supervisor.status()}
        return all(states[name] is State.READY for name in names or states)

    def told(self, name: str, event: str) -> list[str]:
        return [notice.fact for notice in self.notices if (notice.name, notice.event) == (name, event)]

    def log_of(self, name: str) -> str:
        path = self.platform.site.log(name)
        return path.read_text(errors="replace") if path.exists() else ""

    @asynccontextmanager
    async def trial(self) -> AsyncIterator["Trial"]:
        """One test's stretch of the logs: what came before is not judged in it."""
        since = await asyncio.to_thread(ends_of, self.bootstrap)
        sampler = CommitSampler(self.bootstrap, since)
        sampler.start()
        trial = Trial(self, since, sampler, Shop(self.bootstrap))
        try:
            yield trial
        finally:
            trial.close()


@dataclass
class Trial:
    """What one test has sent, and what became of it so far."""

    arena: Arena
    since: Mapping[topic_log.Partition, int]
    sampler: CommitSampler
    shop: Shop
    stopped: bool = False

    @property
    def unfinished(self) -> int:
        """Events that were sent and have no outcome yet; as of the last sample."""
        return len(self.shop.taken) - self.sampler.watch.finished(topic_log.INPUT)

    async def send(self, events: Iterable[Event]) -> None:
        await asyncio.to_thread(self.shop.send, events)

    async def settle(self, within: float) -> None:
        """Return when every event, and every request that followed, has an outcome."""
        await until(lambda: self.unfinished == 0, within, lambda: f"{self.unfinished} events unfinished")
        requests = [p for p in self.since if p[0] in topic_log.REQUESTS]
        deadline = asyncio.get_running_loop().time() + within
        while True:
            ends = await asyncio.to_thread(ends_of, self.arena.bootstrap, topic_log.REQUESTS)
            asked = sum(ends[place] - self.since[place] for place in requests)
            finished = sum(map(self.sampler.watch.finished, topic_log.REQUESTS))
            if asked == finished:
                return
            if asyncio.get_running_loop().time() > deadline:
                raise AssertionError(f"{asked - finished} of {asked} requests unfinished")
            await asyncio.sleep(POLL)

    def close(self) -> None:
        """Stop sampling, whatever came of it."""
        if not self.stopped:
            self.sampler.stop()
            self.stopped = True

    async def logs(self) -> Logs:
        return await asyncio.to_thread(read_logs, self.arena.bootstrap, topic_log.JUDGED, self.since)

    async def verdict(self) -> tuple[Judgement, Watch]:
        """Stop sampling, read every topic to its end and judge."""
        await asyncio.to_thread(self.close)
        judgement = judge(await self.logs(), self.since)
        return judgement, self.sampler.watch


async def until(holds: Callable[[], bool], within: float, story: Callable[[], str]) -> None:
    """Wait for something that another process does."""
    deadline = asyncio.get_running_loop().time() + within
    while not holds():
        if asyncio.get_running_loop().time() > deadline:
            raise AssertionError(f"not within {within:.0f} s: {story()}")
        await asyncio.sleep(POLL)


@asynccontextmanager
async def arena(
    folder: Path,
    workers: int = 2,
    settings: Mapping[str, str] | None = None,
    user_workers: int = 0,
    read_sides: int = 0,
) -> AsyncIterator[Arena]:
    """A platform of its own on free ports. On a failure its logs are left in `folder`."""
    notices: list[Notice] = []
    with ephemeral_folder() as data:
        wish = Wish(
            folder=data,
            cache=CACHE,
            environment=ENVIRONMENT,
            workers=workers,
            partitions=PARTITIONS,
            model_repository=slow_repository(folder, NAP),
            settings=SETTINGS | dict(settings or {}),
            user_workers=user_workers,
            read_sides=read_sides,
            policy=RestartPolicy(first_wait=0.2, longest_wait=0.2, restarts=100),
        )
        try:
            async with running(wish, real_checks(), SystemClock(), notices.append, _silent) as platform:
                yield Arena(platform, notices)
        finally:
            for log in (data / "logs").glob("*.log*"):
                (folder / log.name).write_bytes(log.read_bytes())


def _silent(_what: str, _done: int, _total: int) -> None:
    return


async def audit(bootstrap: str, *topics: str) -> tuple[int, object]:
    """The command's exit code, and what it says."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "workers", "audit", "--json"),
        *(part for topic in topics for part in ("--topic", topic)),
        env={**ENVIRONMENT, "COPYDESK_KAFKA__BOOTSTRAP": bootstrap},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, complained = await asyncio.wait_for(process.communicate(), 60)
    try:
        return process.returncode or 0, json.loads(said)
    except ValueError:
        return process.returncode or 0, (said + complained).decode(errors="replace")


def moments(seed: int, count: int, longest: float) -> list[float]:
    """Seconds to wait before each of so many faults."""
    chance = random.Random(seed)
    return [chance.uniform(0.1, longest) for _ in range(count)]
