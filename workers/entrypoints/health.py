"""Whether this worker is alive and ready, judged by a thread of its own, so that a blocked loop is seen.

Alive means making progress, or waiting for a stated reason: dead is a loop that does not turn, a group
coordinator that is gone, or lag without an acknowledgement or a declared wait for `stall_after` seconds.
"""

import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workers.logs import get_log
from workers.ports import Clock

PERIOD: Final = 1.0
"""Seconds between two looks."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that the worker says it waits for: since when (monotonic), and how long it may (seconds)."""

    reason: str
    since: float
    budget: float


@dataclass(frozen=True, slots=True)
class Vitals:
    """What the loop tells of itself. Moments are monotonic seconds; `acked` only grows.

    `lag` is the events that are there for it and not acknowledged; `canary_at` is when an inference was last
    answered, None before the first.
    """

    beat: float
    acked: int
    lag: int
    waits: tuple[Wait, ...] = ()
    coordinated: bool = True
    assigned: bool = False
    restored: bool = False
    canary_at: float | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How long each may last before it counts as dead, or as not ready; seconds."""

    loop: float = 10.0
    coordinator: float = 180.0
    stall: float = 60.0
    canary: float = 15.0


@dataclass(frozen=True, slots=True)
class Trace:
    """When the worker was last seen moving (or with nothing to do, or waiting in time), and coordinated."""

    moved_at: float
    coordinated_at: float
    acked: int = 0


class Status(StrEnum):
    """What `/healthz` says; only `DEAD` is answered with 503."""

    ALIVE = "alive"
    WAITING = "waiting"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Health:
    """`reasons` say what is dead, or what is waited for."""

    status: Status
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Readiness:
    """`reasons` say what is missing."""

    ready: bool
    reasons: tuple[str, ...] = ()


def follow(trace: Trace, vitals: Vitals, now: float) -> Trace:
    """The trace after one more look."""
    moved = vitals.lag == 0 or vitals.acked > trace.acked or any(_in_time(wait, now) for wait in vitals.waits)
    return Trace(
        now if moved else trace.moved_at,
        now if vitals.coordinated else trace.coordinated_at,
        vitals.acked,
    )


def judge(vitals: Vitals, trace: Trace, now: float, limits: Limits) -> Health:
    """Dead, waiting, or alive. `trace` has followed these vitals already."""
    dead = tuple(
        f"{reason}: {now - since:.0f} s"
        for reason, since, limit in (
            ("loop-blocked", vitals.beat, limits.loop),
            ("coordinator-gone", trace.coordinated_at, limits.coordinator),
            ("no-progress", trace.moved_at, limits.stall),
        )
        if now - since > limit
    )
    if dead:
        overrun = (wait for wait in vitals.waits if not _in_time(wait, now))
        return Health(Status.DEAD, (*dead, *(_told(wait, now) for wait in overrun)))
    if vitals.waits:
        return Health(Status.WAITING, tuple(_told(wait, now) for wait in vitals.waits))
    return Health(Status.ALIVE)


def readiness(vitals: Vitals, now: float, limits: Limits) -> Readiness:
    """Whether events that come now would become copy."""
    missing = []
    if not vitals.assigned:
        missing.append("not-assigned")
    elif not vitals.restored:
        missing.append("tables-restoring")
    if vitals.canary_at is None:
        missing.append("no-inference-yet")
    elif now - vitals.canary_at > limits.canary:
        missing.append(f"inference-stale: {now - vitals.canary_at:.0f} s")
    if now - vitals.beat > limits.loop:
        missing.append("loop-blocked")
    return Readiness(not missing, tuple(missing))


def _in_time(wait: Wait, now: float) -> bool:
    return now - wait.since <= wait.budget


def _told(wait: Wait, now: float) -> str:
    return f"{wait.reason}: {now - wait.since:.0f} of {wait.budget:.0f} s"


class Watchdog:
    """Looks once in `PERIOD`, in a thread; what it saw last is what `health` and `readiness` answer from.

    `vitals` is called from that thread: it may only read plain attributes.
    """

    def __init__(self, vitals: Callable[[], Vitals], clock: Clock, limits: Limits) -> None:
        self._vitals = vitals
        self._clock = clock
        self._limits = limits
        self._log = get_log("watchdog")
        now = clock.now()
        self._trace = Trace(now, now)
        self._was = Status.ALIVE
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="watchdog", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Returns when the thread has ended."""
        self._stop.set()
        self._thread.join()

    def look(self) -> Health:
        """Look now."""
        with self._lock:
            vitals, now = self._vitals(), self._clock.now()
            self._trace = follow(self._trace, vitals, now)
            health = judge(vitals, self._trace, now, self._limits)
            was, self._was = self._was, health.status
        if (was is Status.DEAD) != (health.status is Status.DEAD):
            self._say(health)
        return health

    def readiness(self) -> Readiness:
        """Ask now."""
        return readiness(self._vitals(), self._clock.now(), self._limits)

    def _say(self, health: Health) -> None:
        if health.status is not Status.DEAD:
            self._log.info("watchdog_recovered")
            return
        self._log.error("watchdog_stalled", reasons=list(health.reasons), stacks=stacks())

    def _run(self) -> None:
        while not self._stop.wait(PERIOD):
            self.look()


def stacks() -> list[str]:
    """Where every thread is now, innermost frame first: file, line, function, and no variable."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    found = []
    for ident, frame in sys._current_frames().items():  # noqa: SLF001  the documented way to another thread's stack
        frames = traceback.extract_stack(frame)[-6:]
        told = " < ".join(f"{one.filename}:{one.lineno} {one.name}" for one in reversed(frames))
        found.append(f"{names.get(ident, ident)}: {told}")
    return found
