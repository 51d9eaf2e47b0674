"""The circuit breaker: when it opens, how it comes back, and what those who wait are told."""

import asyncio

import pytest

from tests.doubles import ManualClock, NullMeter, settle
from tests.doubles_model import FakeModel
from workers.errors import DoNotRestart, Fault, Permanent, Transient
from workers.outcome import Order
from workers.write.breaker import Breaker, GuardedModel, Policy, State

AWAY = Transient("writer-away")


class Probe:
    """Fails until told otherwise."""

    def __init__(self) -> None:
        self.fault: Exception | None = Transient("writer-away")
        self.asked = 0

    async def __call__(self) -> None:
        self.asked += 1
        if self.fault is not None:
            raise self.fault


class Desk:
    """A breaker with everything that it needs."""

    def __init__(self) -> None:
        self.clock = ManualClock()
        self.probe = Probe()
        self.breaker = Breaker(self.probe, self.clock, NullMeter(), Policy())
        self.seen: list[tuple[State, str]] = []
        self.breaker.watch(lambda state, fault: self.seen.append((state, fault.reason if fault else "")))

    def fail(self, times: int = 5) -> None:
        for _ in range(times):
            self.breaker.failed(AWAY)


@pytest.fixture
async def desk():
    made = Desk()
    yield made
    await made.breaker.close()


async def test_five_failures_in_a_row_open_it_and_callers_are_told_at_once(desk):
    desk.fail(4)
    desk.breaker.check()
    desk.fail(1)
    with pytest.raises(Transient, match="writer-away"):
        desk.breaker.check()
    assert desk.breaker.state is State.OPEN


async def test_an_answer_in_between_starts_the_count_anew(desk):
    desk.fail(4)
    desk.breaker.succeeded()
    desk.fail(4)
    assert desk.breaker.state is State.CLOSED


async def test_more_than_half_of_twenty_open_it_though_none_stand_in_a_row(desk):
    for number in range(20):
        assert desk.breaker.state is State.CLOSED, number
        if number % 20 in {0, 2, 4, 6, 8, 10, 12, 14, 16, 17, 19}:
            desk.breaker.failed(AWAY)
        else:
            desk.breaker.succeeded()
    assert desk.breaker.state is State.OPEN


async def test_half_of_twenty_do_not(desk):
    for _ in range(20):
        desk.breaker.failed(AWAY)
        desk.breaker.succeeded()
    assert desk.breaker.state is State.CLOSED


async def test_it_remembers_when_it_opened_through_failed_probes(desk):
    await desk.clock.advance(7)
    assert desk.breaker.opened_at is None
    desk.fail()
    await desk.clock.advance(3.5)
    assert desk.probe.asked == 3
    assert desk.breaker.opened_at == 7.0


async def test_a_probe_that_is_answered_closes_it_and_wakes_who_waits(desk):
    desk.fail()
    waiting = asyncio.get_running_loop().create_task(desk.breaker.wait_closed(60))
    await desk.clock.advance(1.5)
    assert not waiting.done()
    desk.probe.fault = None
    await desk.clock.advance(1)
    assert waiting.result() is True
    desk.breaker.check()
    assert desk.breaker.opened_at is None
    assert [state for state, _ in desk.seen] == [
        State.OPEN,
        State.HALF_OPEN,
        State.OPEN,
        State.HALF_OPEN,
        State.CLOSED,
    ]
    await desk.clock.advance(10)
    assert desk.probe.asked == 2


async def test_it_can_open_again_after_it_has_closed(desk):
    desk.fail()
    desk.probe.fault = None
    await desk.clock.advance(1)
    desk.fail(4)
    assert desk.breaker.state is State.CLOSED
    desk.fail(1)
    assert desk.breaker.state is State.OPEN
    await desk.clock.advance(1)
    assert desk.breaker.state is State.CLOSED


async def test_who_waits_for_it_waits_no_longer_than_he_said(desk):
    desk.fail()
    waiting = asyncio.get_running_loop().create_task(desk.breaker.wait_closed(2.5))
    await desk.clock.advance(2.4)
    assert not waiting.done()
    await desk.clock.advance(0.2)
    assert waiting.result() is False


async def test_nobody_waits_for_a_closed_one(desk):
    assert await desk.breaker.wait_closed(60) is True


async def test_a_waiter_who_is_cancelled_leaves_nothing_behind(desk):
    desk.fail()
    waiting = asyncio.get_running_loop().create_task(desk.breaker.wait_closed(60))
    await settle()
    waiting.cancel()
    await settle()
    assert waiting.cancelled()
    assert not desk.breaker._waiters
    assert len(asyncio.all_tasks()) == 2  # this test and the probe


@pytest.mark.parametrize("raised", [DoNotRestart("writer-contract", "other tensors"), RuntimeError("a bug")])
async def test_a_writer_that_comes_back_as_another_one_is_everybodys_fault(desk, raised):
    desk.fail()
    desk.probe.fault = raised
    waiting = asyncio.get_running_loop().create_task(desk.breaker.wait_closed(60))
    await desk.clock.advance(1)
    with pytest.raises(Fault, match=r"writer-contract|writer-probe-broken"):
        await waiting
    with pytest.raises(Fault, match=r"writer-contract|writer-probe-broken"):
        desk.breaker.check()
    assert desk.breaker.state is State.OPEN


async def test_a_probe_the_model_refuses_keeps_it_open(desk):
    desk.fail()
    desk.probe.fault = Permanent("model-error")
    await desk.clock.advance(3)
    assert (desk.breaker.state, desk.probe.asked) == (State.OPEN, 3)


async def test_what_ends_after_the_opening_tells_nothing_new(desk):
    desk.fail(5)
    await desk.clock.advance(0.5)
    desk.fail(5)
    desk.breaker.succeeded()
    assert (desk.breaker.state, desk.breaker.opened_at) == (State.OPEN, 0.0)


async def test_a_writer_that_is_not_there_at_the_start_is_away_at_once(desk):
    desk.breaker.open(AWAY)
    desk.breaker.open(AWAY)
    with pytest.raises(Transient, match="writer-away"):
        desk.breaker.check()
    await desk.clock.advance(2.5)
    assert desk.probe.asked == 2
    desk.probe.fault = None
    await desk.clock.advance(1)
    desk.breaker.check()


async def test_closing_it_for_good_ends_the_probing(desk):
    desk.fail()
    await desk.breaker.close()
    await desk.clock.advance(10)
    assert desk.probe.asked == 0


# --------------------------------------------------------------------------- a model behind it


@pytest.mark.parametrize(
    ("fault", "timeout", "opens"),
    [
        (Transient("writer-away"), 5.0, True),
        (Transient("writer-stub-dead"), 5.0, True),
        (Transient("writer-too-slow"), 5.0, True),
        (Transient("writer-too-slow"), 1.0, False),
        (Permanent("model-error"), 5.0, False),
        (DoNotRestart("writer-restricted"), 5.0, False),
        (asyncio.CancelledError(), 5.0, False),
    ],
)
async def test_only_an_absent_writer_opens_it(desk, fault, timeout, opens):
    model = GuardedModel(FakeModel(fault=fault), desk.breaker, 5.0)
    for _ in range(25):
        if desk.breaker.state is State.CLOSED:
            with pytest.raises(type(fault)):
                await model.infer([Order(b"a")], timeout)
    assert (desk.breaker.state is State.OPEN) is opens


async def test_an_open_one_asks_the_model_nothing(desk):
    inner = FakeModel()
    model = GuardedModel(inner, desk.breaker, 5.0)
    desk.fail()
    with pytest.raises(Transient, match="writer-away"):
        await model.infer([Order(b"a")], 5.0)
    assert inner.calls == []


async def test_answers_and_refusals_count_as_being_there(desk):
    inner = FakeModel(poison=frozenset({b"bad"}))
    model = GuardedModel(inner, desk.breaker, 5.0)
    desk.fail(4)
    with pytest.raises(Permanent):
        await model.infer([Order(b"bad")], 5.0)
    desk.fail(4)
    assert (await model.infer([Order(b"good")], 5.0))[0].text == "good"
    desk.fail(4)
    assert desk.breaker.state is State.CLOSED
    assert (model.fingerprint, model.max_batch_size) == (inner.fingerprint, inner.max_batch_size)
