"""Keeps one component alive: start, gate, health, restart with back-off, a loud end when that fails."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from signal import SIGCONT, SIGSTOP, Signals
from typing import Final

from workers.embedded.component import Component, Notice, Probe, RestartPolicy, Running, State, Status
from workers.embedded.process import Command, Ended
from workers.errors import Exit, Fatal, Fault, Transient
from workers.ports import Clock
from workers.telemetry import LogEvent

WATCH_SECONDS: Final = 0.1
RECHECK_SECONDS: Final = 0.25
"""After a failed health check: a doubt is settled soon."""

Launch = Callable[[Command, Clock], Running]
Tell = Callable[[Notice], None]


@dataclass(frozen=True, slots=True)
class Means:
    """What every keeper of one supervisor shares."""

    clock: Clock
    launch: Launch
    policy: RestartPolicy
    tell: Tell


class Keeper:
    """One component over its lives: `begin`, then `keep` in a task, then `finish` when that has ended."""

    def __init__(self, component: Component, means: Means) -> None:
        self._component = component
        self._means = means
        self._clock = means.clock
        self._state = State.WAITING
        self._process: Running | None = None
        self._log: Path | None = None
        self._recent: deque[float] = deque()
        self._restarts = 0
        self._wanted = asyncio.Event()
        self._wanted.set()

    @property
    def name(self) -> str:
        return self._component.name

    def status(self) -> Status:
        running = self._process if self._process and self._process.code is None else None
        pid, started = (running.pid, running.started) if running else (0, 0.0)
        return Status(self.name, self._state, pid, started, self._restarts, self._log)

    async def begin(self) -> None:
        """Start and pass the gate, once. Raises the `Fault` that kept it shut, with the log's last lines."""
        try:
            await self._bring_up()
        except Fault as fault:
            self._become(State.FAILED, "process_exited", fault.detail)
            raise

    async def keep(self) -> None:
        """Restart it whenever it ends or is unwell. Never returns; raises `Fatal` when it gives up."""
        while True:
            trouble = await self._trouble()
            self._become(State.RESTARTING, "process_exited", trouble)
            # Not asked politely: a server that lost its model process would take its whole exit time to stop.
            await self._end()
            try:
                self._stop_for_good(trouble)
                await self._revive(trouble)
            except Fatal as fatal:
                self._become(State.FAILED, "process_exited", fatal.detail)
                raise

    async def finish(self) -> Ended | None:
        """Stop it within its grace; None if nothing ran."""
        ended = None
        if self._process:
            ended = await self._process.stop()
            self._component.clear(ended)
        if self._state is not State.FAILED:
            self._become(State.STOPPED, "process_exited", f"exit {ended.code}" if ended else "")
        return ended

    def send(self, number: Signals) -> None:
        """A signal to the process, if there is one."""
        if self._process:
            self._process.send(number)

    def pause(self) -> None:
        """Freeze it; its health is not asked for until `resume`."""
        self.send(SIGSTOP)
        self._become(State.PAUSED, "process_paused")

    def resume(self) -> None:
        self.send(SIGCONT)
        if self._state is State.PAUSED:
            self._become(State.READY, "process_resumed")

    def hold(self, number: Signals) -> None:
        """Send a signal, and do not start it again before `release`."""
        self._wanted.clear()
        self.send(number)

    def release(self) -> None:
        self._wanted.set()

    async def _bring_up(self) -> None:
        self._become(State.STARTING, "process_starting")
        await self._component.prepare()
        command = self._component.command()
        self._log = command.log
        self._process = self._means.launch(command, self._clock)
        self._become(State.STARTING, "process_started", f"pid {self._process.pid}")
        await self._pass_gate(self._process)
        await self._component.settle()
        self._become(State.READY, "process_ready")

    async def _pass_gate(self, process: Running) -> None:
        began = self._clock.now()
        while fault := await self._fault_of(self._component.ready):
            if isinstance(fault, Fatal):
                raise fault
            waited = self._clock.now() - began
            if process.code is not None:
                raise Transient("process-ended", self._story(process, f"ended with {process.code} before it was ready"))
            if waited >= self._component.ready_within:
                raise Transient("process-not-ready", self._story(process, f"not ready after {waited:.0f} s ({fault})"))
            await self._clock.sleep(WATCH_SECONDS)

    async def _trouble(self) -> str:
        process = self._process
        if process is None or process.code is not None:
            return "ended"
        return await _first_of(self._ended(process), self._unwell(process))

    async def _ended(self, process: Running) -> str:
        while process.code is None:
            await self._clock.sleep(WATCH_SECONDS)
        return f"ended with {process.code}"

    async def _unwell(self, process: Running) -> str:
        # Not in a row: of two model processes one may be dead, and every other check meets the one that lives.
        recent: deque[Fault | None] = deque(maxlen=2 * self._component.failures)
        while len(faults := [fault for fault in recent if fault]) < self._component.failures:
            await self._clock.sleep(RECHECK_SECONDS if faults else self._component.health_every)
            process.rotate_log()
            # Frozen, or on its way out as it was told: to answer nothing is then no fault.
            silent = self._state is State.PAUSED or not self._wanted.is_set()
            recent.append(None if silent else await self._fault_of(self._component.healthy))
        return f"{len(faults)} of {len(recent)} health checks failed ({faults[-1]})"

    async def _fault_of(self, probe: Probe) -> Fault | None:
        try:
            async with asyncio.timeout(self._component.probe_within):
                await probe()
        except Fault as fault:
            return fault
        except OSError as error:
            # A time-out is an OSError too.
            return Transient("probe-failed", str(error) or type(error).__name__)
        return None

    async def _revive(self, trouble: str) -> None:
        for _ in range(self._means.policy.attempts):
            await self._wait_for_turn(trouble)
            try:
                await self._bring_up()
                return
            except Fatal:
                raise
            except Fault as fault:
                trouble = fault.detail
                await self._end()
        raise Fatal("process-never-ready", f"{self.name}: {self._means.policy.attempts} starts in a row: {trouble}")

    async def _wait_for_turn(self, trouble: str) -> None:
        """Until the next start is due: at once for what was held down on purpose, else by the policy."""
        if not self._wanted.is_set():
            self._become(State.HELD, "process_held")
            await self._wanted.wait()
            self._restarts += 1
            return
        policy, now = self._means.policy, self._clock.now()
        while self._recent and now - self._recent[0] >= policy.window:
            self._recent.popleft()
        if len(self._recent) >= policy.restarts:
            story = f"{len(self._recent)} restarts within {policy.window:.0f} s, last: {trouble}"
            raise Fatal("restarted-too-often", self._story(self._process, story))
        self._recent.append(now)
        self._restarts += 1
        self._become(State.RESTARTING, "process_restarting", trouble)
        await self._clock.sleep(policy.wait(len(self._recent)))

    def _stop_for_good(self, trouble: str) -> None:
        if self._process and self._process.code == Exit.DO_NOT_RESTART and self._wanted.is_set():
            raise Fatal("process-said-stop", self._story(self._process, f"{trouble}, which says: do not restart"))

    async def _end(self) -> None:
        if self._process:
            self._component.clear(await self._process.end())

    def _become(self, state: State, event: LogEvent, fact: str = "") -> None:
        self._state = state
        self._means.tell(Notice(event, self.name, fact))

    def _story(self, process: Running | None, what: str) -> str:
        tail = process.tail() if process else ""
        return f"{self.name} {what}. Log: {self._log}\n{tail}".rstrip()


async def _first_of(*watches: Coroutine[object, object, str]) -> str:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(watch) for watch in watches]
        done, rest = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in rest:
            task.cancel()
    return done.pop().result()
