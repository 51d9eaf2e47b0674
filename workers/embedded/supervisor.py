"""One supervisor over all processes: ordered start, reverse-order stop. Also the harness of fault tests."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from signal import SIGKILL, Signals

from workers.embedded.component import Component, Notice, RestartPolicy, Status
from workers.embedded.keeper import Keeper, Launch, Means, Tell
from workers.embedded.process import Process
from workers.errors import Fatal, Fault
from workers.ports import Clock


@dataclass(frozen=True, slots=True)
class Stopped:
    """How one component ended: its exit code, and whether it had to be killed."""

    name: str
    code: int
    forced: bool


def _silent(_notice: Notice) -> None:
    return


class Supervisor:
    """Components in order: each is started when the one before is ready, and stopped after the one behind."""

    def __init__(
        self,
        components: Sequence[Component],
        clock: Clock,
        launch: Launch = Process,
        policy: RestartPolicy | None = None,
        tell: Tell = _silent,
    ) -> None:
        means = Means(clock, launch, policy or RestartPolicy(), tell)
        self._keepers = {component.name: Keeper(component, means) for component in components}
        self._stages: list[list[Keeper]] = []
        for component in components:
            if not component.with_previous or not self._stages:
                self._stages.append([])
            self._stages[-1].append(self._keepers[component.name])
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def start(self) -> None:
        """Start everything. Raises the first `Fault`, or a cancellation, with everything stopped again."""
        try:
            for stage in self._stages:
                await self._begin(stage)
        except BaseException:
            await self.stop()
            raise

    async def wait(self) -> None:
        """Until a component cannot be kept alive. Raises its `Fatal`."""
        done, _ = await asyncio.wait(self._tasks.values(), return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()

    async def stop(self) -> tuple[Stopped, ...]:
        """Stop everything, last started first. Says how each ended; what never ran is left out.

        Raises the first `Fault`, when all the others have been stopped.
        """
        ended: list[Stopped] = []
        faults: list[Fault] = []
        for keeper in reversed(self._keepers.values()):
            try:
                ended += await self._stop_one(keeper)
            except Fault as fault:
                faults.append(fault)
        if faults:
            raise faults[0]
        return tuple(ended)

    def kill(self, name: str, number: Signals = SIGKILL) -> int:
        """Send a signal to one component; the pid that got it. It is restarted as after any other end."""
        pid = self._of(name).status().pid
        self._of(name).send(number)
        return pid

    def pause(self, name: str) -> None:
        """Freeze one component; its health is not asked for."""
        self._of(name).pause()

    def resume(self, name: str) -> None:
        self._of(name).resume()

    def hold(self, name: str, number: Signals = SIGKILL) -> None:
        """Take one component down and keep it down until `release`."""
        self._of(name).hold(number)

    def release(self, name: str) -> None:
        self._of(name).release()

    def status(self) -> tuple[Status, ...]:
        """In the order of the start."""
        return tuple(keeper.status() for keeper in self._keepers.values())

    async def _begin(self, stage: Sequence[Keeper]) -> None:
        outcomes = await asyncio.gather(*(keeper.begin() for keeper in stage), return_exceptions=True)
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome
        loop = asyncio.get_running_loop()
        for keeper in stage:
            # Owned here and awaited in `stop`. Not a TaskGroup: two tasks may call start and stop, as fixtures do.
            self._tasks[keeper.name] = loop.create_task(keeper.keep(), name=f"keep-{keeper.name}")

    async def _stop_one(self, keeper: Keeper) -> Iterator[Stopped]:
        task = self._tasks.pop(keeper.name, None)
        if task:
            task.cancel()
            # Its failure has been told already, and `wait` raises it for whoever asks.
            await asyncio.gather(task, return_exceptions=True)
        ended = await keeper.finish()
        return iter((Stopped(keeper.name, ended.code, ended.forced),) if ended else ())

    def _of(self, name: str) -> Keeper:
        try:
            return self._keepers[name]
        except KeyError:
            raise Fatal("no-such-process", f"{name}; there are {', '.join(self._keepers)}") from None
