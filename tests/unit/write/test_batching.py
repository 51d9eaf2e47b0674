"""The micro-batcher: who is put together, and who goes first."""

import asyncio

from tests.doubles import ManualClock, settle
from tests.doubles_model import FakeModel, HeldModel
from tests.unit.write.callers import FAR, LINGER, batcher, orders, prompts, start
from workers.outcome import Lane


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
