"""A fake of `ports.Model`: an instant one, and one whose calls a test ends by hand."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from workers.errors import Permanent
from workers.outcome import Answer, Order
from workers.write.prompts.compact import CANARY, NAME, Served, write_canary
from workers.write.realise.serve import answer_prompt

FINGERPRINT = "f" * 64


def echo(order: Order) -> Answer:
    """The prompt's own words."""
    return Answer(order.prompt.decode(errors="replace"), -0.5, len(order.prompt), len(order.prompt), "stop", "ok")


def served(order: Order) -> Answer:
    """As the model in Triton answers, with a realiser of one line."""
    if order.prompt == CANARY:
        return Answer(write_canary(Served(FINGERPRINT, (NAME,))), 0.0, 0, 0, "stop", "ok")
    reply = answer_prompt(order.prompt, lambda brief, attempt, _avoid: f"{brief.product} {attempt}")
    return Answer(reply.text, 0.0, reply.tokens_in, reply.tokens_out, reply.finish, reply.status)


@dataclass
class FakeModel:
    """Answers at once. `poison` fails the whole call that holds it, as a model does that trips over a row."""

    max_batch_size: int = 64
    fingerprint: str = FINGERPRINT
    answer: Callable[[Order], Answer] = echo
    poison: frozenset[bytes] = frozenset()
    fault: BaseException | None = None
    calls: list[list[Order]] = field(default_factory=list)

    async def infer(self, rows: Sequence[Order], timeout: float) -> Sequence[Answer]:
        """One call."""
        self.calls.append(list(rows))
        if self.fault is not None:
            raise self.fault
        if any(row.prompt in self.poison for row in rows):
            raise Permanent("model-error", "a row broke it")
        return [self.answer(row) for row in rows]


@dataclass
class HeldCall:
    """A call that waits for `answer` or `fail`."""

    rows: list[Order]
    timeout: float
    reply: asyncio.Future[list[Answer]]

    def answer(self) -> None:
        """Answer every row with its own words."""
        if not self.reply.done():
            self.reply.set_result([echo(row) for row in self.rows])

    def fail(self, fault: Exception) -> None:
        """Fail the call."""
        if not self.reply.done():
            self.reply.set_exception(fault)


@dataclass
class HeldModel:
    """Answers when a test says so. `open` are the calls that wait; `cancelled` counts those given up."""

    max_batch_size: int = 64
    fingerprint: str = FINGERPRINT
    open: list[HeldCall] = field(default_factory=list)
    calls: list[HeldCall] = field(default_factory=list)
    cancelled: int = 0

    async def infer(self, rows: Sequence[Order], timeout: float) -> Sequence[Answer]:
        """One call, held."""
        call = HeldCall(list(rows), timeout, asyncio.get_running_loop().create_future())
        self.open.append(call)
        self.calls.append(call)
        try:
            return await call.reply
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.open.remove(call)
