"""What is supervised, as data: how it is started, when it is ready, how it is kept well."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from signal import Signals
from typing import Protocol

from workers.embedded.process import Command, Ended
from workers.telemetry import LogEvent

Probe = Callable[[], Awaitable[object]]
"""Returns when all is well. Raises `Transient` or `OSError` when it is not, `Fatal` when it never will be."""


async def nothing() -> None:
    """The probe that is always content."""


def _nothing_to_clear(_ended: Ended) -> None:
    return


class State(StrEnum):
    """What a component is doing."""

    WAITING = "waiting"
    STARTING = "starting"
    READY = "ready"
    PAUSED = "paused"
    HELD = "held"
    RESTARTING = "restarting"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Component:
    """One process and its gates. Durations are seconds.

    `prepare` runs before each start, `settle` after each readiness and before the next component begins,
    `clear` after each end. `healthy` is asked every `health_every`; after `failures` bad answers among the
    last `2 * failures` it is restarted. A gate that stays shut for `ready_within` fails the start.
    """

    name: str
    command: Callable[[], Command]
    ready: Probe
    healthy: Probe
    prepare: Probe = nothing
    settle: Probe = nothing
    clear: Callable[[Ended], None] = _nothing_to_clear
    ready_within: float = 60.0
    probe_within: float = 5.0
    health_every: float = 1.0
    failures: int = 3
    with_previous: bool = False
    """Begun together with the one before it, not after."""


@dataclass(frozen=True, slots=True)
class RestartPolicy:
    """How often one component is brought back. Durations are seconds."""

    first_wait: float = 0.5
    longest_wait: float = 30.0
    restarts: int = 5
    window: float = 60.0
    attempts: int = 10
    """Starts in a row that never became ready."""

    def wait(self, recent: int) -> float:
        """Before the next start, when `recent` restarts lie within the window; this one included."""
        return min(self.longest_wait, self.first_wait * 2.0 ** max(0, recent - 1))


@dataclass(frozen=True, slots=True)
class Status:
    """What is known of a component; `pid` is 0 while it has no process."""

    name: str
    state: State
    pid: int
    started: float
    restarts: int
    log: Path | None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something happened to a component; `fact` says what, in a few words or some lines of its log."""

    event: LogEvent
    name: str
    fact: str = ""


class Running(Protocol):
    """A process, as the supervisor needs it."""

    @property
    def pid(self) -> int: ...

    @property
    def code(self) -> int | None: ...

    @property
    def started(self) -> float: ...

    def send(self, number: Signals) -> None: ...

    async def stop(self) -> Ended: ...

    async def end(self) -> Ended: ...

    def tail(self) -> str: ...

    def rotate_log(self) -> None: ...
