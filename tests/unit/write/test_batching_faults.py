"""The micro-batcher when callers leave, rows are bad, calls fail and time is up: nobody is left without an answer."""

import asyncio

import pytest

from tests.doubles import ManualClock, settle
from tests.doubles_model import FakeModel, HeldModel
from tests.unit.write.callers import FAR, LINGER, batcher, fault_of, orders, prompts, start
from workers.errors import Fatal, Permanent, Transient
from workers.outcome import Lane, Order


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
        bad = group.create_task(fault_of(machine, "poison"))
        await clock.advance(1)
    assert [task.result()[0].text for task in good] == names
    assert isinstance(bad.result(), Permanent)
    assert len(model.calls) <= 11


async def test_halving_ends_when_every_row_is_poison():
    names = [f"row{n}" for n in range(16)]
    clock, model = ManualClock(), FakeModel(poison=frozenset(name.encode() for name in names))
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        faults = [group.create_task(fault_of(machine, name)) for name in names]
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
        fault = group.create_task(fault_of(machine, "a"))
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
            faults = [group.create_task(fault_of(machine, name)) for name in "ab"]
            await clock.advance(1)
        assert [type(fault.result()) for fault in faults] == [told, told]
        assert faults[0].result() is not faults[1].result()
        assert len(model.calls) == 1


async def test_a_model_that_answers_too_few_rows_breaks_the_contract():
    clock, model = ManualClock(), HeldModel()
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        fault = group.create_task(fault_of(machine, "a", "b"))
        await clock.advance(LINGER)
        model.open[0].reply.set_result([])
    assert isinstance(fault.result(), Fatal)


async def test_a_row_is_told_when_its_deadline_has_passed_and_its_neighbour_is_not():
    clock, model = ManualClock(), HeldModel()
    machine = batcher(model, clock)
    async with asyncio.TaskGroup() as group:
        hasty = group.create_task(fault_of(machine, "hasty", deadline=1.0))
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
        fault = group.create_task(fault_of(machine, "a", deadline=1.0))
        await clock.advance(1.2)
    assert fault.result().reason == "writer-too-slow"
    assert (model.cancelled, model.open) == (1, [])


async def test_backfill_that_is_never_reached_is_told_too():
    clock, model = ManualClock(), HeldModel(max_batch_size=1)
    machine = batcher(model, clock, calls_in_flight=1)
    async with asyncio.TaskGroup() as group:
        live = start(group, machine, "live")
        await settle()
        old = group.create_task(fault_of(machine, "old", lane=Lane.BACKFILL, deadline=1.0))
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
        faults = [group.create_task(fault_of(machine, name)) for name in "ab"]
        await settle()
        await machine.close()
    assert [fault.result().reason for fault in faults] == ["writer-closing"] * 2
    assert model.cancelled == 1
    with pytest.raises(Transient, match="writer-closing"):
        await machine.submit(Order(b"c"), Lane.LIVE, FAR)


async def test_an_empty_submission_is_answered_at_once():
    assert await batcher(FakeModel()).submit_many([], Lane.LIVE, FAR) == []
