"""One call to the model: timed, counted, and halved when a row in it breaks it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workers.errors import Fatal, Fault, Permanent, Transient
from workers.outcome import Answer, Lane
from workers.ports import Clock, Meter, Model
from workers.write.tickets import Ticket

Settle = Callable[[Ticket, Answer | Fault], None]


@dataclass(frozen=True, slots=True)
class Caller:
    """Asks, and settles every row that is still wanted. `seconds` bounds one call.

    A call that fails `Permanent` is halved until the row that breaks it stands alone: at most twice as many
    calls as rows, and only while somebody waits for them. Any other failure is every row's of that call.
    """

    model: Model
    clock: Clock
    meter: Meter
    seconds: float

    async def ask(self, tickets: Sequence[Ticket], lane: Lane, settle: Settle) -> None:
        """Never raises but `CancelledError`."""
        wanted = self._wanted(tickets, settle)
        if not wanted:
            return
        outcomes: Sequence[Answer | Fault]
        try:
            outcomes = await self._infer(wanted, lane)
        except Permanent as fault:
            if len(wanted) > 1:
                await self.ask(wanted[: len(wanted) // 2], lane, settle)
                await self.ask(wanted[len(wanted) // 2 :], lane, settle)
                return
            outcomes = [fault]
        except Fault as fault:
            outcomes = [fault] * len(wanted)
        for ticket, outcome in zip(wanted, outcomes, strict=True):
            settle(ticket, outcome)

    def _wanted(self, tickets: Sequence[Ticket], settle: Settle) -> list[Ticket]:
        now = self.clock.now()
        for ticket in tickets:
            if ticket.deadline <= now:
                settle(ticket, too_slow())
        return [ticket for ticket in tickets if ticket.joinable]

    async def _infer(self, tickets: Sequence[Ticket], lane: Lane) -> Sequence[Answer]:
        began = self.clock.now()
        timeout = min(self.seconds, max(ticket.deadline for ticket in tickets) - began)
        result = "cancelled"
        try:
            answers = await self._answers(tickets, timeout)
            result = "ok"
            self.meter.count("model_tokens_total", sum([row.tokens_in for row in answers]), direction="in")
            self.meter.count("model_tokens_total", sum([row.tokens_out for row in answers]), direction="out")
        except Fault as fault:
            result = fault.reason
            raise
        finally:
            self.meter.count("model_calls_total", result=result)
            self.meter.count("model_rows_total", len(tickets), lane=lane)
            self.meter.observe("model_call_seconds", self.clock.now() - began)
        return answers

    async def _answers(self, tickets: Sequence[Ticket], timeout: float) -> Sequence[Answer]:
        try:
            answers = await self.model.infer([ticket.order for ticket in tickets], timeout)
        except Fault:
            raise
        except Exception as error:
            raise Fatal("writer-broken", repr(error)) from error
        if len(answers) != len(tickets):
            raise Fatal("writer-contract", f"{len(answers)} answers to {len(tickets)} rows")
        return answers


def too_slow() -> Transient:
    """What a row is told whose deadline has passed."""
    return Transient("writer-too-slow", "the row's deadline has passed")
