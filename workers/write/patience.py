"""Waiting for the writer: a call that failed for now is tried again, until fallback copy is the better answer."""

from collections.abc import Sequence
from typing import Protocol

from workers.errors import Fault, Transient
from workers.outcome import Attempt, Draft, Lane
from workers.ports import Clock, Writer

FIRST_WAIT = 0.05
LONGEST_WAIT = 2.0


class Away(Fault):
    """The writer has been away for so long that fallback copy is published."""


class Absence(Protocol):
    """What the breaker tells: since when the writer is away, and when it is back."""

    @property
    def opened_at(self) -> float | None:
        """Monotonic seconds; None while the writer is there."""
        ...

    async def wait_closed(self, timeout: float) -> bool:
        """Whether the writer came back within `timeout` seconds."""
        ...


class PatientWriter:
    """A `Writer` made of another one. Raises `Away` once the writer has been absent for `fallback_after` seconds.

    The time counts from the breaker's opening, not from the event: when it is over, everybody gets fallback copy at
    once instead of each waiting in turn.
    """

    def __init__(self, writer: Writer, absence: Absence, clock: Clock, fallback_after: float) -> None:
        self._writer = writer
        self._absence = absence
        self._clock = clock
        self._fallback_after = fallback_after

    @property
    def fingerprint(self) -> str:
        """The model's."""
        return self._writer.fingerprint

    async def write(self, attempts: Sequence[Attempt], lane: Lane) -> Sequence[Draft]:
        """Drafts, or `Away`. `Permanent` and `Fatal` pass through."""
        failed_at: float | None = None
        reason = "breaker-open"
        wait = FIRST_WAIT
        while True:
            if self._absence.opened_at is None:
                try:
                    return await self._writer.write(attempts, lane)
                except Transient as fault:
                    failed_at = self._clock.now() if failed_at is None else failed_at
                    reason = fault.reason
            moments = [moment for moment in (failed_at, self._absence.opened_at) if moment is not None]
            left = min(moments, default=self._clock.now()) + self._fallback_after - self._clock.now()
            if left <= 0:
                raise Away("writer-away", reason)
            if self._absence.opened_at is None:
                await self._clock.sleep(min(wait, left))
                wait = min(wait * 2, LONGEST_WAIT)
            else:
                await self._absence.wait_closed(left)
