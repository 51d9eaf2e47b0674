"""What waits in the batcher: a row's ticket, the parcel it came in, the callers who wait, a lane's queue."""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence

from workers.errors import Fault
from workers.outcome import Answer, Lane, Order


class Wait:
    """A caller, and how many of its tickets are still open."""

    __slots__ = ("open", "settled")

    def __init__(self, tickets: int, settled: asyncio.Future[None]) -> None:
        self.open = tickets
        self.settled = settled


class Ticket:
    """One row, from its order to its outcome. `deadline` is on the batcher's clock.

    It waits in a parcel, then stands in a call. `joinable` while its outcome is still to come; once all its
    callers have left there will be none.
    """

    __slots__ = ("call", "deadline", "joinable", "order", "outcome", "parcel", "waits")

    def __init__(self, order: Order, deadline: float) -> None:
        self.order = order
        self.deadline = deadline
        self.joinable = True
        self.outcome: Answer | Fault | None = None
        self.waits: list[Wait] = []
        self.parcel: Parcel | None = None
        self.call: Call | None = None

    def settle(self, outcome: Answer | Fault) -> None:
        """Answer everybody who waits; who has just been cancelled must not cost the others theirs."""
        self.joinable = False
        self.outcome = outcome
        for wait in self.waits:
            wait.open -= 1
            if wait.open == 0 and not wait.settled.done():
                wait.settled.set_result(None)
        self.waits.clear()


class Parcel:
    """Rows that came together and go together when they fit. `queued` counts those that still wait."""

    __slots__ = ("lane", "queued", "since", "tickets")

    def __init__(self, tickets: Sequence[Ticket], lane: Lane, since: float) -> None:
        self.tickets = tickets
        self.lane = lane
        self.since = since
        self.queued = len(tickets)
        for ticket in tickets:
            ticket.parcel = self


class Call:
    """One call to the model: its rows, how many of them are still wanted, and the task that makes it."""

    __slots__ = ("lane", "task", "tickets", "wanted")

    def __init__(self, tickets: Sequence[Ticket], lane: Lane) -> None:
        self.tickets = tickets
        self.lane = lane
        self.wanted = len(tickets)
        self.task: asyncio.Task[None] | None = None
        for ticket in tickets:
            ticket.call = self


class Queue:
    """The parcels of one lane, first come, first served. `rows` counts tickets that wait."""

    __slots__ = ("_parcels", "rows")

    def __init__(self) -> None:
        self._parcels: OrderedDict[Parcel, None] = OrderedDict()
        self.rows = 0

    @property
    def since(self) -> float:
        """When the head was put in. Only of a queue with rows."""
        return next(iter(self._parcels)).since

    def put(self, parcel: Parcel) -> None:
        """Put at the end."""
        self._parcels[parcel] = None
        self.rows += parcel.queued

    def drop(self, ticket: Ticket) -> None:
        """Take one queued ticket out, wherever it stands."""
        parcel = ticket.parcel
        if parcel is None:
            return
        ticket.parcel = None
        self.rows -= 1
        parcel.queued -= 1
        if parcel.queued == 0:
            del self._parcels[parcel]

    def take(self, limit: int) -> list[Ticket]:
        """Up to `limit` tickets from the head; a parcel is cut only if no call could hold it."""
        taken: list[Ticket] = []
        while self._parcels and len(taken) < limit:
            parcel = next(iter(self._parcels))
            room = limit - len(taken)
            if taken and parcel.queued > room:
                break
            waiting = [ticket for ticket in parcel.tickets if ticket.parcel is parcel]
            for ticket in waiting[:room]:
                self.drop(ticket)
                taken.append(ticket)
        return taken
