"""The micro-batcher: many awaits become few calls, live rows first, and nobody is left without an answer."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from typing import Final

from workers.errors import Fatal, Fault, Permanent, Transient
from workers.outcome import Answer, Lane, Order
from workers.ports import Clock, Meter, Model
from workers.write.calling import Caller, too_slow
from workers.write.tickets import Call, Parcel, Queue, Ticket, Wait

CROWD: Final = 4
"""How much longer, in lingers, for each call that is under way."""
SWEEP_SECONDS: Final = 0.1
"""A row is told at most so long after its deadline that it has passed."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Rows in one call, rows that may wait in each lane, calls at once; `linger` and `call` are seconds."""

    max_rows: int = 64
    queue_rows: int = 2048
    calls_in_flight: int = 3
    linger: float = 0.001
    call: float = 5.0


class Batcher:
    """Coalesces rows into calls; backfill has one call at most, begun only while no live row waits.

    `max_batch_size` 0 of the model makes it one row a call. Deadlines are on the batcher's clock.
    """

    def __init__(self, model: Model, clock: Clock, meter: Meter, limits: Limits) -> None:
        self._model = model
        self._clock = clock
        self._caller = Caller(model, clock, meter, limits.call)
        self._limits = limits
        self._queues = {lane: Queue() for lane in Lane}
        self._calls: dict[Lane, int] = dict.fromkeys(Lane, 0)
        self._unanswered: set[Ticket] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._linger: asyncio.Task[None] | None = None
        self._sweeper: asyncio.Task[None] | None = None
        self._closed = False

    async def submit(self, order: Order, lane: Lane, deadline: float) -> Answer:
        """One row. Raises what became of it instead of an answer."""
        return (await self.submit_many((order,), lane, deadline))[0]

    async def submit_many(self, orders: Sequence[Order], lane: Lane, deadline: float) -> list[Answer]:
        """Rows that go in one call when they fit. Raises the gravest fault of any of them."""
        tickets = self.enter(orders, lane, deadline)
        await self.wait(tickets)
        return answers(tickets)

    def enter(self, orders: Sequence[Order], lane: Lane, deadline: float) -> list[Ticket]:
        """Queue rows, all or none; `wait` for them before the loop turns. Raises `Transient` without room."""
        if self._closed:
            raise Transient("writer-closing")
        queue = self._queues[lane]
        # A parcel larger than the queue finds room in an empty one, or it never would.
        if queue.rows and queue.rows + len(orders) > self._limits.queue_rows:
            raise Transient("writer-overloaded", f"{queue.rows} rows wait")
        tickets = [Ticket(order, deadline) for order in orders]
        if tickets:
            self._put(Parcel(tickets, lane, self._clock.now()))
            self._unanswered.update(tickets)
            if self._sweeper is None:
                self._sweeper = self._own(self._sweep())
        return tickets

    def join(self, ticket: Ticket, lane: Lane, deadline: float) -> None:
        """Before waiting for somebody else's row: it gets the later deadline and the better lane of both."""
        ticket.deadline = max(ticket.deadline, deadline)
        parcel = ticket.parcel
        if parcel is not None and lane is Lane.LIVE and parcel.lane is not Lane.LIVE:
            self._queues[parcel.lane].drop(ticket)
            self._put(Parcel((ticket,), lane, self._clock.now()))

    async def wait(self, tickets: Sequence[Ticket]) -> None:
        """Until each has its outcome. Who is cancelled here leaves; the rest of its call goes on."""
        unsettled = [ticket for ticket in tickets if ticket.joinable]
        if not unsettled:
            return
        wait = Wait(len(unsettled), asyncio.get_running_loop().create_future())
        for ticket in unsettled:
            ticket.waits.append(wait)
        try:
            await wait.settled
        finally:
            if wait.open:
                for ticket in unsettled:
                    self._leave(ticket, wait)

    async def close(self) -> None:
        """Answer every waiter, end every call."""
        self._closed = True
        for ticket in tuple(self._unanswered):
            self._settle(ticket, Transient("writer-closing"))
        while self._tasks:
            for task in self._tasks:
                task.cancel()
            await asyncio.wait(self._tasks)

    def _rows_a_call(self) -> int:
        size = self._model.max_batch_size
        return min(self._limits.max_rows, size) if size else 1

    def _put(self, parcel: Parcel) -> None:
        limit = self._rows_a_call()
        queue = self._queues[parcel.lane]
        queue.put(parcel)
        if queue.rows >= limit:
            self._pump()
        else:
            self._pump_after(self._limits.linger)

    def _pump(self) -> None:
        """Send what may be sent now; come back for what may be sent later. A call that ends pumps again."""
        while not self._closed and sum(self._calls.values()) < self._limits.calls_in_flight:
            lane = self._next_lane()
            if lane is None:
                return
            queue, limit = self._queues[lane], self._rows_a_call()
            rest = queue.since + self._linger_now() - self._clock.now()
            if queue.rows < limit and rest > 0:
                self._pump_after(rest)
                return
            self._begin(Call(queue.take(limit), lane))

    def _linger_now(self) -> float:
        """A call beside others waits longer for company: when the loop is the bottleneck, small calls make it worse."""
        return self._limits.linger * (1 + CROWD * sum(self._calls.values()))

    def _next_lane(self) -> Lane | None:
        if self._queues[Lane.LIVE].rows:
            return Lane.LIVE
        if self._queues[Lane.BACKFILL].rows and not self._calls[Lane.BACKFILL]:
            return Lane.BACKFILL
        return None

    def _pump_after(self, seconds: float) -> None:
        if self._linger is None:
            self._linger = self._own(self._pump_later(seconds))

    async def _pump_later(self, seconds: float) -> None:
        try:
            await self._clock.sleep(seconds)
        finally:
            self._linger = None
        self._pump()

    def _begin(self, call: Call) -> None:
        self._calls[call.lane] += 1
        call.task = self._own(self._caller.ask(call.tickets, call.lane, self._settle))
        # Not a `finally` in the task: one that is cancelled before its first step never gets there.
        call.task.add_done_callback(lambda task: self._end(call, task))

    def _end(self, call: Call, task: asyncio.Task[None]) -> None:
        self._calls[call.lane] -= 1
        error = None if task.cancelled() else task.exception()
        fault = Fatal("writer-broken", repr(error)) if error else Transient("writer-call-cancelled")
        for ticket in call.tickets:
            self._settle(ticket, fault)
        self._pump()

    def _settle(self, ticket: Ticket, outcome: Answer | Fault) -> None:
        if ticket.joinable:
            self._detach(ticket)
            ticket.settle(outcome)

    def _leave(self, ticket: Ticket, wait: Wait) -> None:
        if wait not in ticket.waits:
            return
        ticket.waits.remove(wait)
        if not ticket.waits:
            call = self._detach(ticket)
            ticket.joinable = False
            _end_unwanted(call)

    def _detach(self, ticket: Ticket) -> Call | None:
        self._unanswered.discard(ticket)
        if ticket.parcel is not None:
            self._queues[ticket.parcel.lane].drop(ticket)
        call, ticket.call = ticket.call, None
        if call is not None:
            call.wanted -= 1
        return call

    async def _sweep(self) -> None:
        try:
            while self._unanswered:
                await self._clock.sleep(SWEEP_SECONDS)
                now = self._clock.now()
                for ticket in [ticket for ticket in self._unanswered if ticket.deadline <= now]:
                    call = ticket.call
                    self._settle(ticket, too_slow())
                    _end_unwanted(call)
        finally:
            self._sweeper = None

    def _own(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _end_unwanted(call: Call | None) -> None:
    if call is not None and call.wanted == 0 and call.task is not None:
        call.task.cancel()


_GRAVITY: Final = (Fatal, Transient, Permanent)


def answers(tickets: Sequence[Ticket]) -> list[Answer]:
    """The answers of settled tickets. Raises the gravest fault: ours, then the writer's, then a row's."""
    found = [ticket.outcome for ticket in tickets if isinstance(ticket.outcome, Answer)]
    if len(found) == len(tickets):
        return found
    faults = [ticket.outcome for ticket in tickets if isinstance(ticket.outcome, Fault)]
    for kind in _GRAVITY:
        for fault in faults:
            if isinstance(fault, kind):
                # A new one for each caller: many wait for the same call, and a traceback belongs to one.
                raise type(fault)(fault.reason, fault.detail) from fault
    raise Fatal("writer-broken", "a row was not answered")
