"""The micro-batcher: who is put together, who goes first, and that nobody is left without an answer."""

import asyncio
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.doubles import ManualClock, NullMeter, settle
from tests.doubles_model import FakeModel, HeldModel
from workers.errors import Fatal, Fault, Permanent, Transient
from workers.outcome import Answer, Lane, Order
from workers.write.batching import Batcher, Limits
from workers.write.calling import too_slow

LINGER = 0.002
FAR = 1e6


def orders(*names: str) -> list[Order]:
    return [Order(name.encode()) for name in names]


def prompts(call: Sequence[Order]) -> list[str]:
    return [row.prompt.decode() for row in call]


def batcher(model: FakeModel | HeldModel, clock: ManualClock | None = None, **limits: float) -> Batcher:
    return Batcher(model, clock or ManualClock(), NullMeter(), Limits(**{"linger": LINGER, **limits}))


def start(group: asyncio.TaskGroup, machine: Batcher, *names: str, **how: object) -> asyncio.Task[list[Answer]]:
    lane, deadline = how.get("lane", Lane.LIVE), how.get("deadline", FAR)
    return group.create_task(machine.submit_many(orders(*names), lane, deadline))


async def test_awaits_of_one_linger_become_one_call():
    clock, model = ManualClock(), FakeModel()
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        tasks = [start(group, machine, name) for name in "abc"]
        await clock.advance(LINGER / 2)
        assert model.calls == []
        await clock.advance(LINGER)
    assert [prompts(call) for call in model.calls] == [["a", "b", "c"]]
    assert [task.result()[0].text for task in tasks] == ["a", "b", "c"]


async def test_a_full_call_does_not_linger():
    model = FakeModel(max_batch_size=4)
    machine = batcher(model)
    found = await machine.submit_many(orders(*"abcd"), Lane.LIVE, FAR)
    assert [row.text for row in found] == [*"abcd"]


async def test_no_call_holds_more_rows_than_either_side_allows():
    for max_rows, max_batch_size, most in ((64, 3, 3), (3, 64, 3)):
        clock, model = ManualClock(), FakeModel(max_batch_size=max_batch_size)
        machine = batcher(model, clock, max_rows=max_rows)
        async with asyncio.TaskGroup() as group:
            task = start(group, machine, *"abcdefgh")
            await clock.advance(1)
        assert max(len(call) for call in model.calls) == most
        assert [row.text for row in task.result()] == [*"abcdefgh"]


async def test_a_model_without_batches_gets_one_prompt_a_call():
    clock, model = ManualClock(), FakeModel(max_batch_size=0)
    machine = batcher(model, clock)
    found = await machine.submit_many(orders(*"abc"), Lane.LIVE, FAR)
    assert [prompts(call) for call in model.calls] == [["a"], ["b"], ["c"]]
    assert [row.text for row in found] == [*"abc"]


async def test_a_parcel_that_fits_into_a_call_is_not_torn_apart():
    clock, model = ManualClock(), FakeModel(max_batch_size=8)
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        for product in "abc":
            start(group, machine, *(f"{product}{kind}" for kind in range(5)))
        await clock.advance(1)
    assert [{name[0] for name in prompts(call)} for call in model.calls] == [{"a"}, {"b"}, {"c"}]


async def test_never_more_calls_at_once_than_allowed():
    clock, model = ManualClock(), HeldModel(max_batch_size=1)
    machine = batcher(model, clock, calls_in_flight=2)
    async with asyncio.TaskGroup() as group:
        tasks = [start(group, machine, name) for name in "abcd"]
        await settle()
        assert len(model.open) == 2
        model.open[0].answer()
        await settle()
        assert len(model.open) == 2
        while model.open:
            model.open[0].answer()
            await settle()
    assert [task.result()[0].text for task in tasks] == [*"abcd"]


async def test_live_goes_first_and_backfill_one_call_at_a_time():
    clock, model = ManualClock(), HeldModel(max_batch_size=1)
    machine = batcher(model, clock, calls_in_flight=3)
    async with asyncio.TaskGroup() as group:
        for name in ("old1", "old2", "old3"):
            start(group, machine, name, lane=Lane.BACKFILL)
        await settle()
        assert [prompts(call.rows) for call in model.open] == [["old1"]]
        for name in ("new1", "new2", "new3"):
            start(group, machine, name)
        await settle()
        assert [prompts(call.rows) for call in model.open] == [["old1"], ["new1"], ["new2"]]
        model.open[0].answer()
        await settle()
        assert [prompts(call.rows) for call in model.open] == [["new1"], ["new2"], ["new3"]]
        model.open[0].answer()
        await settle()
        assert prompts(model.open[-1].rows) == ["old2"]
        while model.open:
            model.open[0].answer()
            await settle()


async def test_backfill_waits_while_a_live_row_lingers():
    clock, model = ManualClock(), HeldModel(max_batch_size=2)
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        start(group, machine, "new")
        start(group, machine, "old1", "old2", lane=Lane.BACKFILL)
        await settle()
        assert model.open == []
        await clock.advance(LINGER)
        assert [prompts(call.rows) for call in model.open] == [["new"], ["old1", "old2"]]
        while model.open:
            model.open[0].answer()
            await settle()


async def test_a_full_queue_turns_callers_away_and_backfill_does_not_fill_the_live_one():
    clock, model = ManualClock(), HeldModel(max_batch_size=1)
    machine = batcher(model, clock, calls_in_flight=1, queue_rows=2)
    async with asyncio.TaskGroup() as group:
        start(group, machine, "running")
        start(group, machine, "old1", "old2", lane=Lane.BACKFILL)
        await settle()
        with pytest.raises(Transient, match="writer-overloaded"):
            await machine.submit(Order(b"old3"), Lane.BACKFILL, FAR)
        start(group, machine, "new1", "new2")
        await settle()
        with pytest.raises(Transient, match="writer-overloaded"):
            await machine.submit(Order(b"new3"), Lane.LIVE, FAR)
        while model.open:
            model.open[0].answer()
            await settle()


async def test_who_leaves_a_call_does_not_strand_those_who_stay():
    clock, model = ManualClock(), HeldModel()
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        first, second, third = (start(group, machine, name) for name in "abc")
        await clock.advance(LINGER)
        second.cancel()
        await settle()
        assert second.cancelled()
        model.open[0].answer()
    assert (first.result()[0].text, third.result()[0].text) == ("a", "c")
    assert model.cancelled == 0


async def test_who_leaves_while_the_answer_is_handed_out_does_not_strand_those_behind():
    clock, model = ManualClock(), HeldModel()
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        first, second = start(group, machine, "a"), start(group, machine, "b")
        await clock.advance(LINGER)
        model.open[0].answer()
        first.cancel()
    assert first.cancelled()
    assert second.result()[0].text == "b"


async def test_a_call_is_given_up_only_when_all_its_callers_have_left():
    clock, model = ManualClock(), HeldModel()
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        tasks = [start(group, machine, name) for name in "ab"]
        await clock.advance(LINGER)
        tasks[0].cancel()
        await settle()
        assert model.cancelled == 0
        tasks[1].cancel()
        await settle()
        assert (model.cancelled, model.open) == (1, [])


async def test_who_leaves_the_queue_is_not_sent():
    clock, model = ManualClock(), FakeModel()
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        leaver = start(group, machine, "a1", "a2")
        start(group, machine, "b")
        await settle()
        leaver.cancel()
        await clock.advance(LINGER)
    assert [prompts(call) for call in model.calls] == [["b"]]


async def test_a_poison_row_fails_alone():
    clock, model = ManualClock(), FakeModel(poison=frozenset({b"poison"}))
    machine = batcher(model, clock)
    names = [f"row{n}" for n in range(31)]
    async with asyncio.TaskGroup() as group:
        good = [start(group, machine, name) for name in names]
        bad = group.create_task(_fault(machine, "poison"))
        await clock.advance(1)
    assert [task.result()[0].text for task in good] == names
    assert isinstance(bad.result(), Permanent)
    assert len(model.calls) <= 11


async def _fault(machine: Batcher, *names: str, lane: Lane = Lane.LIVE, deadline: float = FAR) -> Fault:
    with pytest.raises(Fault) as caught:
        await machine.submit_many(orders(*names), lane, deadline)
    return caught.value


async def test_halving_ends_when_every_row_is_poison():
    names = [f"row{n}" for n in range(16)]
    clock, model = ManualClock(), FakeModel(poison=frozenset(name.encode() for name in names))
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        faults = [group.create_task(_fault(machine, name)) for name in names]
        await clock.advance(1)
    assert {type(fault.result()) for fault in faults} == {Permanent}
    assert len(model.calls) == 31


async def test_who_has_left_is_not_asked_again_in_a_half():
    clock, model = ManualClock(), HeldModel()
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        stays, leaves = start(group, machine, "stays"), start(group, machine, "leaves")
        await clock.advance(LINGER)
        leaves.cancel()
        await settle()
        model.open[0].fail(Permanent("model-error"))
        await settle()
        assert [prompts(call.rows) for call in model.open] == [["stays"]]
        model.open[0].answer()
        await settle()
    assert stays.result()[0].text == "stays"
    assert len(model.calls) == 2


async def test_a_call_that_is_cancelled_from_below_is_answered_and_makes_room():
    clock, model = ManualClock(), FakeModel(fault=asyncio.CancelledError())
    machine = batcher(model, clock, calls_in_flight=1)
    async with asyncio.TaskGroup() as group:
        fault = group.create_task(_fault(machine, "a"))
        await clock.advance(LINGER)
        model.fault = None
        again = start(group, machine, "b")
        await clock.advance(LINGER)
    assert (fault.result().reason, again.result()[0].text) == ("writer-call-cancelled", "b")


async def test_callers_who_leave_before_their_call_has_begun_make_room():
    clock, model = ManualClock(), FakeModel(max_batch_size=1)
    machine = batcher(model, clock, calls_in_flight=1)
    async with asyncio.TaskGroup() as group:
        ticket = machine.enter(orders("a"), Lane.LIVE, FAR)
        waiting = machine.wait(ticket)
        waiting.send(None)
        waiting.close()
        again = start(group, machine, "b")
        await clock.advance(LINGER)
    assert (model.calls, again.result()[0].text) == ([orders("b")], "b")


async def test_any_other_failure_is_every_rows_of_that_call():
    for raised, told in (
        (Transient("writer-away"), Transient),
        (Fatal("writer-contract"), Fatal),
        (RuntimeError("a bug"), Fatal),
    ):
        clock, model = ManualClock(), FakeModel(fault=raised)
        machine = batcher(model, clock)
        async with asyncio.TaskGroup() as group:
            faults = [group.create_task(_fault(machine, name)) for name in "ab"]
            await clock.advance(1)
        assert [type(fault.result()) for fault in faults] == [told, told]
        assert faults[0].result() is not faults[1].result()
        assert len(model.calls) == 1


async def test_a_model_that_answers_too_few_rows_breaks_the_contract():
    clock, model = ManualClock(), HeldModel()
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        fault = group.create_task(_fault(machine, "a", "b"))
        await clock.advance(LINGER)
        model.open[0].reply.set_result([])
    assert isinstance(fault.result(), Fatal)


async def test_a_row_is_told_when_its_deadline_has_passed_and_its_neighbour_is_not():
    clock, model = ManualClock(), HeldModel()
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        hasty = group.create_task(_fault(machine, "hasty", deadline=1.0))
        patient = start(group, machine, "patient", deadline=4.0)
        await clock.advance(1.2)
        assert hasty.done()
        assert model.open[0].timeout == pytest.approx(4.0 - LINGER)
        model.open[0].answer()
    assert (hasty.result().reason, patient.result()[0].text) == ("writer-too-slow", "patient")


async def test_a_call_all_of_whose_rows_are_overdue_is_given_up():
    clock, model = ManualClock(), HeldModel()
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        fault = group.create_task(_fault(machine, "a", deadline=1.0))
        await clock.advance(1.2)
    assert fault.result().reason == "writer-too-slow"
    assert (model.cancelled, model.open) == (1, [])


async def test_backfill_that_is_never_reached_is_told_too():
    clock, model = ManualClock(), HeldModel(max_batch_size=1)
    machine = batcher(model, clock, calls_in_flight=1)
    async with asyncio.TaskGroup() as group:
        live = start(group, machine, "live")
        await settle()
        old = group.create_task(_fault(machine, "old", lane=Lane.BACKFILL, deadline=1.0))
        await clock.advance(1.2)
        assert old.result().reason == "writer-too-slow"
        model.open[0].answer()
    assert live.result()[0].text == "live"


async def test_no_call_has_more_time_than_one_call_may_take():
    clock, model = ManualClock(), HeldModel()
    machine = batcher(model, clock, call=5.0)
    async with asyncio.TaskGroup() as group:
        start(group, machine, "a")
        await clock.advance(LINGER)
        assert model.open[0].timeout == 5.0
        model.open[0].answer()


async def test_a_live_caller_who_joins_a_backfill_row_takes_it_along():
    clock, model = ManualClock(), HeldModel(max_batch_size=1)
    machine = batcher(model, clock, calls_in_flight=1)
    async with asyncio.TaskGroup() as group:
        start(group, machine, "running")
        start(group, machine, "old", lane=Lane.BACKFILL)
        await settle()
        shared = machine.enter(orders("shared"), Lane.BACKFILL, FAR)
        group.create_task(machine.wait(shared))
        machine.join(shared[0], Lane.LIVE, FAR)
        group.create_task(machine.wait(shared))
        await settle()
        seen = []
        while model.open:
            seen += prompts(model.open[0].rows)
            model.open[0].answer()
            await settle()
    assert seen == ["running", "shared", "old"]


async def test_a_shared_row_lives_until_its_last_caller_has_left():
    clock, model = ManualClock(), HeldModel()
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        shared = machine.enter(orders("shared"), Lane.LIVE, 1.0)
        first = group.create_task(machine.wait(shared))
        await clock.advance(LINGER)
        machine.join(shared[0], Lane.LIVE, 3.0)
        second = group.create_task(machine.wait(shared))
        first.cancel()
        await clock.advance(2.0)
        assert not second.done()
        second.cancel()
        await settle()
    assert model.cancelled == 1


async def test_closing_answers_every_waiter_and_ends_every_call():
    clock, model = ManualClock(), HeldModel(max_batch_size=1)
    machine = batcher(model, clock, calls_in_flight=1)
    async with asyncio.TaskGroup() as group:
        faults = [group.create_task(_fault(machine, name)) for name in "ab"]
        await settle()
        await machine.close()
    assert [fault.result().reason for fault in faults] == ["writer-closing"] * 2
    assert model.cancelled == 1
    with pytest.raises(Transient, match="writer-closing"):
        await machine.submit(Order(b"c"), Lane.LIVE, FAR)


async def test_an_empty_submission_is_answered_at_once():
    assert await batcher(FakeModel()).submit_many([], Lane.LIVE, FAR) == []


# --------------------------------------------------------------------------- any interleaving

MAX_ROWS, CALLS, QUEUE = 4, 2, 8
SLOW = too_slow()


class WatchedModel(HeldModel):
    """Judges every call as it is made. It writes down what it sees: what it raised would be an answer."""

    def __init__(self) -> None:
        super().__init__(max_batch_size=MAX_ROWS)
        self.seen: list[str] = []

    async def infer(self, rows: Sequence[Order], timeout: float) -> Sequence[Answer]:
        lanes = {row.prompt[:1] for row in rows}
        rules = {
            "calls at once": len(self.open) < CALLS,
            "rows in a call": 1 <= len(rows) <= MAX_ROWS,
            "one lane a call": len(lanes) == 1,
            "time to answer": timeout > 0,
            "one backfill call": lanes == {b"l"} or all(call.rows[0].prompt[:1] == b"l" for call in self.open),
        }
        self.seen += [rule for rule, kept in rules.items() if not kept]
        return await super().infer(rows, timeout)


step = st.one_of(
    st.tuples(st.just("submit"), st.integers(1, 6), st.sampled_from([*Lane]), st.sampled_from([0.3, 60.0])),
    st.tuples(st.just("cancel"), st.integers(0, 30)),
    st.tuples(st.just("answer"), st.integers(0, 5)),
    st.tuples(st.just("fail"), st.integers(0, 5), st.sampled_from([Transient, Permanent, Fatal, ValueError])),
    st.tuples(st.just("advance"), st.sampled_from([0.001, 0.1, 1.0])),
    st.tuples(st.just("turn")),
)


class Run:
    """One interleaving."""

    def __init__(self) -> None:
        self.clock = ManualClock()
        self.model = WatchedModel()
        self.machine = batcher(self.model, self.clock, calls_in_flight=CALLS, queue_rows=QUEUE)
        self.callers: list[tuple[list[Order], asyncio.Task[list[Answer]]]] = []

    async def take(self, what: str, *how: object) -> None:
        if what == "submit":
            self.submit(*how)
        elif what == "cancel" and self.callers:
            self.callers[how[0] % len(self.callers)][1].cancel()
        elif what in {"answer", "fail"} and self.model.open:
            call = self.model.open[how[0] % len(self.model.open)]
            call.answer() if what == "answer" else call.fail(how[1]("broken"))
        elif what == "advance":
            await self.clock.advance(how[0])
        elif what == "turn":
            await settle(3)
        waiting = sum(queue.rows for queue in self.machine._queues.values())
        assert waiting <= 2 * QUEUE + 6

    def submit(self, rows: int, lane: Lane, patience: float) -> None:
        names = orders(*(f"{lane[0]}{len(self.callers)}.{row}" for row in range(rows)))
        deadline = self.clock.now() + patience
        work = self.machine.submit_many(names, lane, deadline)
        self.callers.append((names, asyncio.get_running_loop().create_task(work)))

    async def finish(self, *, by_closing: bool) -> None:
        if by_closing:
            await self.machine.close()
        for _ in range(200):
            await self.clock.advance(0.01)
            for call in tuple(self.model.open):
                call.answer()
            if all(task.done() for _, task in self.callers):
                break
        await self.clock.advance(1)

    def judge(self, *, by_closing: bool) -> None:
        told = {("broken", ""), ("writer-broken", "ValueError('broken')"), (SLOW.reason, SLOW.detail)}
        if by_closing:
            told.add(("writer-closing", ""))
        assert self.model.seen == []
        for names, task in self.callers:
            assert task.done()
            if task.cancelled():
                continue
            fault = task.exception()
            if fault is None:
                assert [row.text.encode() for row in task.result()] == [order.prompt for order in names]
            else:
                assert isinstance(fault, Fault)
                assert (fault.reason, fault.detail) in told or fault.reason == "writer-overloaded"
        assert not self.machine._unanswered
        assert not self.machine._tasks
        assert not self.model.open
        assert all(queue.rows == 0 and not queue._parcels for queue in self.machine._queues.values())
        assert set(self.machine._calls.values()) == {0}


@settings(max_examples=150, deadline=None)
@given(st.lists(step, min_size=5, max_size=60), st.booleans())
def test_any_interleaving_answers_everybody_once_and_keeps_every_bound(steps, by_closing):
    async def play() -> None:
        run = Run()
        for what, *how in steps:
            await run.take(what, *how)
        await run.finish(by_closing=by_closing)
        run.judge(by_closing=by_closing)

    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(play())
    finally:
        loop.close()
