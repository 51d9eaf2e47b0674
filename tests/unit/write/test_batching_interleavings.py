"""Any interleaving of submit, cancel, answer, fail and time: everybody is answered once, every bound is kept."""

import asyncio
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.doubles import ManualClock, settle
from tests.doubles_model import HeldModel
from tests.unit.write.callers import batcher, orders
from workers.errors import Fatal, Fault, Permanent, Transient
from workers.outcome import Answer, Lane, Order
from workers.write.calling import too_slow

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


@settings(max_examples=150)
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
