"""The signs that the loop takes of itself, and the end of a worker whose group is silent."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.doubles import ManualClock, NullMeter
from workers.vitals import SILENCE, VitalSigns

SESSION = 10.0


class Desk:
    """The dispatcher, as far as its signs go."""

    acked = 0
    assignments = 1
    ready = True

    def __init__(self, clock: ManualClock, session: float) -> None:
        self.clock = clock
        self.session = session
        self.partitions = ("input/0",)
        self.reasons: list[str] = []

    def unfinished(self) -> int:
        """Nothing to do."""
        return 0

    def held(self) -> tuple[str, ...]:
        """What is ours."""
        return self.partitions

    def ousted(self, reason: str, detail: str) -> None:
        """Every lease has ended."""
        self.reasons.append(reason)
        self.partitions = ()


class Group:
    """The consumer, whose group answers when the test says so."""

    coordinated = True

    def __init__(self) -> None:
        self.heard_at: float | None = None

    async def unread(self) -> dict[str, int]:
        """Nothing."""
        return {}


class Around:
    """The tables are restored, the writer is there."""

    restoring = 0
    opened_at = None


class World:
    """Signs being taken twice a second."""

    def __init__(self, session: float) -> None:
        self.clock = ManualClock()
        self.desk = Desk(self.clock, session)
        self.group = Group()
        self.vitals = VitalSigns(self.desk, Around(), Around(), NullMeter(), 30.0)

    @property
    def reasons(self) -> list[str]:
        return self.desk.reasons


@asynccontextmanager
async def world(session: float = SESSION) -> AsyncIterator[World]:
    """Nothing runs when it is left."""
    made = World(session)
    beating = asyncio.get_running_loop().create_task(made.vitals.beat())
    try:
        yield made
    finally:
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)


@pytest.mark.parametrize(("session", "limit"), [(SESSION, SILENCE), (45.0, 45.0)])
async def test_a_group_that_is_silent_for_too_long_ends_the_worker_once(session: float, limit: float) -> None:
    async with world(session) as w:
        w.vitals.attach(w.group)
        w.group.heard_at = 0.0
        await w.clock.advance(limit)
        assert w.reasons == []
        await w.clock.advance(1)
        assert w.reasons == ["group-silent"]
        await w.clock.advance(60)
        assert len(w.reasons) == 1


async def test_a_broker_that_is_away_for_twenty_seconds_ends_nothing() -> None:
    async with world() as w:
        w.vitals.attach(w.group)
        for _ in range(4):
            w.group.heard_at = w.clock.now()
            await w.clock.advance(20)
        assert w.reasons == []


async def test_silence_ends_nothing_in_a_rebalance_since_nothing_is_held() -> None:
    async with world() as w:
        w.vitals.attach(w.group)
        w.group.heard_at = 0.0
        w.desk.partitions = ()
        await w.clock.advance(70)
        assert w.reasons == []
        w.group.heard_at = w.clock.now()
        w.desk.partitions = ("input/0",)
        await w.clock.advance(SILENCE)
        assert w.reasons == []


async def test_before_the_first_join_there_is_no_silence() -> None:
    async with world() as w:
        await w.clock.advance(70)
        w.vitals.attach(w.group)
        await w.clock.advance(70)
        assert w.reasons == []
        assert w.vitals.beaten_at == w.clock.now()
