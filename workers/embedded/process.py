"""One operating-system process: its group, its log, its end. Nothing started here outlives its starter."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from signal import SIGCONT, SIGKILL, SIGTERM, Signals
from typing import Final

import psutil

from workers.embedded.logfile import TAIL_LINES, rotate, tail_of
from workers.errors import Fatal
from workers.ports import Clock

POLL_SECONDS: Final = 0.05
KILL_SECONDS: Final = 10.0
PROJECT: Final = Path(__file__).resolve().parents[2]

# Runs in the child before the program: a pre-exec function may deadlock when the parent has threads, and the
# kernel forgets the request at a fork, not at an exec. A starter that died before it is known by its pid.
# SIGKILL: a frozen or draining child would survive anything softer, and every child is built to be killed.
_LEASH: Final = """
import ctypes, os, signal, sys
ctypes.CDLL(None, use_errno=True).prctl(1, int(signal.SIGKILL), 0, 0, 0)
if os.getppid() != int(sys.argv[1]):
    os._exit(1)
os.execvpe(sys.argv[2], sys.argv[2:], os.environ)
"""


@dataclass(frozen=True, slots=True)
class Command:
    """What to run. `environment` is the whole of it; `grace` is seconds from SIGTERM to SIGKILL."""

    argv: tuple[str, ...]
    environment: Mapping[str, str]
    folder: Path
    log: Path
    grace: float


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended. A negative code is a signal's number, as in `subprocess`."""

    code: int
    forced: bool


class Process:
    """A running child with a group of its own.

    Start it from the main thread: the leash is tied to the thread that starts, and a thread's end pulls it.
    """

    def __init__(self, command: Command, clock: Clock) -> None:
        self._command = command
        self._clock = clock
        rotate(command.log)
        with command.log.open("ab") as log:
            try:
                self._child = subprocess.Popen(
                    (sys.executable, "-I", "-S", "-c", _LEASH, str(os.getpid()), *command.argv),
                    env=dict(command.environment),
                    cwd=command.folder,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                )
            except OSError as error:
                raise Fatal("process-not-started", f"{command.argv[0]}: {error}") from error
        self.started = started_at(self._child.pid)

    @property
    def pid(self) -> int:
        """Of the leader; the group has the same number."""
        return self._child.pid

    @property
    def code(self) -> int | None:
        """None while it runs."""
        return self._child.poll()

    def send(self, number: Signals) -> None:
        """Send to the leader alone, which passes on what its children need."""
        self._child.send_signal(number)

    def send_to_group(self, number: Signals) -> None:
        """Send to the leader and all it has started."""
        try:
            os.killpg(self._child.pid, number)
        except ProcessLookupError:
            return

    async def stop(self) -> Ended:
        """SIGTERM, wait for the grace, then SIGKILL to the whole group."""
        if self.code is None:
            # A frozen process hears SIGTERM only once it is woken.
            self.send(SIGTERM)
            self.send_to_group(SIGCONT)
        code = await self.wait(self._command.grace)
        if code is None:
            return await self.end()
        self.send_to_group(SIGKILL)
        return Ended(code, forced=False)

    async def end(self) -> Ended:
        """SIGKILL to the whole group, now. Raises `Fatal` when even that does not end it."""
        self.send_to_group(SIGKILL)
        code = await self.wait(KILL_SECONDS)
        if code is None:
            raise Fatal("process-unkillable", f"pid {self.pid} ({self._command.argv[0]}) survived SIGKILL")
        return Ended(code, forced=True)

    async def wait(self, seconds: float) -> int | None:
        """The exit code, or None if it still runs after so long."""
        deadline = self._clock.now() + seconds
        while (code := self.code) is None and self._clock.now() < deadline:
            await self._clock.sleep(POLL_SECONDS)
        return code

    def tail(self, lines: int = TAIL_LINES) -> str:
        """The last lines of the log, for a failure's message."""
        return tail_of(self._command.log, lines)

    def rotate_log(self) -> None:
        """Keep the log within its bounds; call from time to time."""
        rotate(self._command.log)


class Detached:
    """A process without a leash: it goes on when its starter ends."""

    def __init__(self, command: Command) -> None:
        self.log = command.log
        rotate(command.log)
        with command.log.open("ab") as log:
            self._child = subprocess.Popen(
                command.argv,
                env=dict(command.environment),
                cwd=command.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        return self._child.pid

    @property
    def code(self) -> int | None:
        """None while it runs."""
        return self._child.poll()

    def terminate(self) -> None:
        """Ask it to stop; it takes its time."""
        self._child.terminate()

    def tail(self) -> str:
        """The last lines of the log."""
        return tail_of(self.log)


def own_command(*arguments: str) -> tuple[str, ...]:
    """`copydesk` with these arguments; wants `own_environment`."""
    return (sys.executable, "-m", "workers", *arguments)


def own_environment(given: Mapping[str, str]) -> dict[str, str]:
    """The given environment, in which our code is found from any folder."""
    return {**given, "PYTHONPATH": os.pathsep.join(filter(None, (str(PROJECT), given.get("PYTHONPATH", ""))))}


def started_at(pid: int) -> float:
    """When a process began, seconds since the epoch: with the pid, one process for ever. 0 when gone."""
    try:
        return psutil.Process(pid).create_time()
    except psutil.Error:
        return 0.0


def is_running(pid: int, started: float) -> bool:
    """Whether that very process still runs: a pid alone may have been given to another."""
    try:
        process = psutil.Process(pid)
        return process.create_time() == started and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False
