"""The circuit breaker: whether the writer is away, since when, and the probe that brings it back."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workers.errors import Fatal, Fault, Permanent, Transient
from workers.outcome import Answer, Order
from workers.ports import Clock, Meter, Model

Probe = Callable[[], Awaitable[object]]
Listener = Callable[["State", Fault | None], None]


class State(StrEnum):
    """`HALF_OPEN`: a probe is on its way; callers are still turned away."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


@dataclass(frozen=True, slots=True)
class Policy:
    """Opens after `run` transient failures in a row, or with more than `share` of the last `window` failed.

    `probe_interval` is seconds.
    """

    run: int = 5
    share: float = 0.5
    window: int = 20
    probe_interval: float = 1.0


class Breaker:
    """Closed, calls pass and are counted; open, callers are told at once and `probe` is tried.

    A probe that raises `Fatal` ends it: every caller gets that fault from then on, for the writer that came
    back is not ours. Times are on the breaker's clock.
    """

    def __init__(self, probe: Probe, clock: Clock, meter: Meter, policy: Policy | None = None) -> None:
        self._probe = probe
        self._clock = clock
        self._meter = meter
        self._policy = policy or Policy()
        self._state = State.CLOSED
        self._opened_at: float | None = None
        self._run = 0
        self._failures: deque[bool] = deque(maxlen=self._policy.window)
        self._end: Fatal | None = None
        self._prober: asyncio.Task[None] | None = None
        self._waiters: set[asyncio.Future[None]] = set()
        self._listeners: list[Listener] = []
        meter.gauge("breaker_open", 0)

    @property
    def state(self) -> State:
        """Where it stands."""
        return self._state

    @property
    def opened_at(self) -> float | None:
        """When the writer was found to be away; None while it is here. Failed probes do not move it."""
        return self._opened_at

    def watch(self, listener: Listener) -> None:
        """Be told of each state entered, and why. A listener must not raise."""
        self._listeners.append(listener)

    def check(self) -> None:
        """Raise `Transient("writer-away")` unless closed, or `Fatal` after such a probe."""
        if self._end is not None:
            raise type(self._end)(self._end.reason, self._end.detail) from self._end
        if self._state is not State.CLOSED:
            raise Transient("writer-away", "the breaker is open")

    def succeeded(self) -> None:
        """A call was answered."""
        if self._state is State.CLOSED:
            self._run = 0
            self._failures.append(False)

    def failed(self, fault: Transient) -> None:
        """A call was not answered. What ends after the opening, having begun before it, tells nothing new."""
        if self._state is not State.CLOSED:
            return
        self._run += 1
        self._failures.append(True)
        if self._run >= self._policy.run or self._too_many():
            self.open(fault)

    def open(self, fault: Transient) -> None:
        """The writer is away: known from enough failures, or because it could not be greeted at the start."""
        if self._state is not State.CLOSED:
            return
        self._opened_at = self._clock.now()
        self._meter.gauge("breaker_open", 1)
        self._prober = asyncio.get_running_loop().create_task(self._probe_until_back())
        self._enter(State.OPEN, fault)

    async def wait_closed(self, timeout: float) -> bool:
        """Whether the writer is back within `timeout` seconds. Raises `Fatal` as `check` does."""
        if self._state is not State.CLOSED and self._end is None:
            back: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiters.add(back)
            alarm = asyncio.get_running_loop().create_task(self._clock.sleep(timeout))
            try:
                await asyncio.wait((back, alarm), return_when=asyncio.FIRST_COMPLETED)
            finally:
                self._waiters.discard(back)
                alarm.cancel()
                await asyncio.wait((alarm,))
        if self._end is not None:
            self.check()
        return self._state is State.CLOSED

    async def close(self) -> None:
        """End the probing."""
        if self._prober is not None:
            self._prober.cancel()
            await asyncio.wait((self._prober,))

    def _too_many(self) -> bool:
        full = len(self._failures) == self._policy.window
        return full and sum(self._failures) > self._policy.share * self._policy.window

    async def _probe_until_back(self) -> None:
        while True:
            await self._clock.sleep(self._policy.probe_interval)
            self._enter(State.HALF_OPEN, None)
            try:
                await self._probe()
            except Fatal as fault:
                self._give_up(fault)
                return
            except Fault as fault:
                self._enter(State.OPEN, fault)
            except Exception as error:  # noqa: BLE001  a probe that is broken must not look like a writer that is away
                self._give_up(Fatal("writer-probe-broken", repr(error)))
                return
            else:
                self._close()
                return

    def _close(self) -> None:
        self._opened_at = None
        self._run = 0
        self._failures.clear()
        self._meter.gauge("breaker_open", 0)
        self._enter(State.CLOSED, None)
        self._wake()

    def _give_up(self, fault: Fatal) -> None:
        self._end = fault
        self._enter(State.OPEN, fault)
        self._wake()

    def _wake(self) -> None:
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    def _enter(self, state: State, fault: Fault | None) -> None:
        self._state = state
        for listener in self._listeners:
            listener(state, fault)


class GuardedModel:
    """A model behind a breaker. A call with less time than `full` seconds says nothing by being too slow."""

    def __init__(self, model: Model, breaker: Breaker, full: float) -> None:
        self._model = model
        self._breaker = breaker
        self._full = full

    @property
    def fingerprint(self) -> str:
        """The model's."""
        return self._model.fingerprint

    @property
    def max_batch_size(self) -> int:
        """The model's."""
        return self._model.max_batch_size

    async def infer(self, rows: Sequence[Order], timeout: float) -> Sequence[Answer]:
        """As the model; raises `Transient("writer-away")` at once while the breaker is open."""
        self._breaker.check()
        try:
            answers = await self._model.infer(rows, timeout)
        except Transient as fault:
            if fault.reason != "writer-too-slow" or timeout >= self._full:
                self._breaker.failed(fault)
            raise
        except Permanent:
            self._breaker.succeeded()
            raise
        self._breaker.succeeded()
        return answers
