"""Patience: a writer that fails for now is asked again; one that stays away is given up for everybody at once."""

import asyncio
from collections.abc import Sequence

import pytest

from schemas.kinds import Kind
from tests.doubles import ManualClock, drafted, settle
from workers.errors import Permanent, Transient
from workers.outcome import Attempt, Draft, Lane
from workers.plan.brief import Brief, Limits
from workers.write.patience import Away, PatientWriter

BRIEF = Brief("sku", Kind.TITLE, "en-US", (), Limits(80))


class Moody:
    """A writer that fails as it is told, and its breaker."""

    fingerprint = "m"

    def __init__(self, clock: ManualClock) -> None:
        self.clock = clock
        self.faults: list[Exception] = []
        self.calls = 0
        self.opened_at: float | None = None
        self.back = asyncio.Event()

    async def write(self, attempts: Sequence[Attempt], lane: Lane) -> list[Draft]:
        """A draft, unless a fault is due."""
        self.calls += 1
        if self.faults:
            raise self.faults.pop(0)
        return [drafted(one, "text") for one in attempts]

    async def wait_closed(self, timeout: float) -> bool:
        """Until the writer is back, or the time is over."""
        alarm = asyncio.ensure_future(self.clock.sleep(timeout))
        back = asyncio.ensure_future(self.back.wait())
        await asyncio.wait((alarm, back), return_when=asyncio.FIRST_COMPLETED)
        for task in (alarm, back):
            task.cancel()
        await asyncio.gather(alarm, back, return_exceptions=True)
        return self.opened_at is None


def patient(moody: Moody, after: float = 30.0) -> asyncio.Task[Sequence[Draft]]:
    writer = PatientWriter(moody, moody, moody.clock, after)
    return asyncio.ensure_future(writer.write([Attempt(BRIEF)], Lane.LIVE))


async def test_a_passing_fault_is_waited_out() -> None:
    moody = Moody(ManualClock())
    moody.faults = [Transient("writer-too-slow"), Transient("writer-overloaded")]
    task = patient(moody)
    await moody.clock.advance(1)
    assert (await task)[0].text == "text"
    assert moody.calls == 3


async def test_while_the_breaker_is_open_nobody_calls_and_its_closing_wakes_everybody() -> None:
    moody = Moody(ManualClock())
    moody.opened_at = 0.0
    task = patient(moody)
    await moody.clock.advance(10)
    assert moody.calls == 0
    moody.opened_at = None
    moody.back.set()
    await settle()
    assert (await task)[0].text == "text"


async def test_fallback_counts_from_the_breakers_opening_not_from_the_event() -> None:
    moody = Moody(ManualClock())
    moody.opened_at = 0.0
    await moody.clock.advance(29)
    task = patient(moody)
    await moody.clock.advance(0.5)
    assert not task.done()
    await moody.clock.advance(1)
    with pytest.raises(Away):
        await task
    late = patient(moody)
    await settle()
    with pytest.raises(Away):
        await late
    assert moody.calls == 0


async def test_faults_that_never_open_the_breaker_end_in_fallback_too() -> None:
    moody = Moody(ManualClock())
    moody.faults = [Transient("writer-overloaded")] * 1000
    task = patient(moody, after=5.0)
    await moody.clock.advance(6)
    with pytest.raises(Away):
        await task
    assert moody.calls < 20


async def test_a_permanent_fault_passes_through_at_once() -> None:
    moody = Moody(ManualClock())
    moody.faults = [Permanent("model-refused")]
    with pytest.raises(Permanent):
        await patient(moody)


async def test_a_caller_who_leaves_stops_asking() -> None:
    moody = Moody(ManualClock())
    moody.faults = [Transient("writer-overloaded")] * 1000
    task = patient(moody)
    await moody.clock.advance(0.2)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    calls = moody.calls
    await moody.clock.advance(5)
    assert moody.calls == calls
