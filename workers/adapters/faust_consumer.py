"""Faust's consumer, made to commit what the gate says and to cost less. Leans on faust-streaming 0.15.3's inside.

Evidence for each override stands beside it; `tests/contract/test_faust.py` fails when a version bump changes what they
lean on.
"""

import asyncio
import contextlib
import types
from collections.abc import Awaitable, Callable, Coroutine, Generator, Iterable, Iterator
from typing import Any, Protocol, cast

import faust
from aiokafka.errors import IllegalStateError
from faust.transport.drivers import aiokafka as driver
from faust.types import TP
from mode.threads import WorkerThread

from workers.adapters.clock import SystemClock
from workers.adapters.kafka_pulse import Pulse
from workers.publish.ack import Partition

IDLE_SECONDS = 1.0
BURST = 128
"""Events taken in one turn of the loop, beside the first: a few milliseconds' work."""


class Intake(Protocol):
    """What the consumer asks of, and tells, the dispatcher."""

    def assigned(self, partitions: list[Partition], generation: int) -> None:
        """A new generation has begun."""
        ...

    def watermark(self, partition: Partition) -> int | None:
        """What may be committed."""
        ...

    def paused(self, partition: Partition) -> bool:
        """Whether this partition must not be read."""
        ...


@types.coroutine
def _finish(coroutine: Coroutine[Any, Any, Any], first: Any) -> Generator[Any, Any, Any]:
    """Go on with a coroutine that has already yielded `first`; `await` would refuse one that is suspended."""
    try:
        yield first
    except BaseException:
        coroutine.close()
        raise
    return (yield from coroutine.__await__())


async def _resume(coroutine: Coroutine[Any, Any, Any], first: Any) -> Any:
    return await _finish(coroutine, first)


class _Thread(WorkerThread):
    """The consumer's thread, which must not outlive the worker: a stop that it does not answer is given up in time, and
    a stock thread would then keep the process, its name and its data folder for ever.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.daemon = True


class GatedConsumer(driver.Consumer):
    """Commits watermarks instead of guessing from acks: the stock `_new_offset` commits past unfinished events."""

    intake: Intake

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Before the stock one, which calls methods that are overridden here.
        self._woken = asyncio.Event()
        self._pulse = Pulse(SystemClock().now)
        super().__init__(*args, **kwargs)

    def _new_consumer_thread(self) -> driver.AIOKafkaConsumerThread:
        return driver.AIOKafkaConsumerThread(self, loop=self.loop, beacon=self.beacon, Worker=_Thread)

    def _filter_tps_with_pending_acks(self, topics: Any = None) -> Iterator[TP]:
        return (tp for tp in self.assignment() if topics is None or tp in topics or tp.topic in topics)

    def _new_offset(self, tp: TP) -> int | None:
        return self.intake.watermark(Partition(tp.topic, tp.partition))

    async def _add_gap(self, tp: TP, offset_from: int, offset_to: int) -> None:
        """Gaps need no books: the gate counts what was delivered, and only that."""

    def track_message(self, message: Any) -> None:
        """The gate has the books; the stock weak set would only make `wait_empty` hang."""

    async def on_partitions_assigned(self, assigned: set[TP], generation_id: int = 0) -> None:
        """Tell the gate before Faust lets a single record through."""
        self._pulse.joined(self._thread._ensure_consumer()._coordinator)  # noqa: SLF001  as in `coordinated`
        self.intake.assigned([Partition(tp.topic, tp.partition) for tp in assigned], generation_id)
        await super().on_partitions_assigned(assigned, generation_id)

    def on_buffer_drop(self, tp: TP) -> None:
        """Faust's own buffer has room again; that is no reason to read a partition that the gate has paused."""
        if not self.intake.paused(Partition(tp.topic, tp.partition)):
            super().on_buffer_drop(tp)
            self._woken.set()

    def resume_partitions(self, tps: Iterable[TP]) -> None:
        """After a rebalance."""
        super().resume_partitions(tps)
        self._woken.set()

    async def _wait_next_records(self, timeout: float) -> Any:
        """With nothing to fetch the stock one sleeps a whole second, whatever happens in it."""
        if not self.flow_active or self._get_active_partitions():
            return await super()._wait_next_records(timeout)
        self._woken.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), IDLE_SECONDS)
        return {}, self._get_active_partitions()

    def pause(self, partition: Partition) -> None:
        """Take one partition out of the fetch set. Only `faust.types.TP` will do: a look-alike kills the fetcher."""
        self.on_buffer_full(TP(partition.topic, partition.number))

    def resume(self, partition: Partition) -> None:
        """Put it back."""
        self.on_buffer_drop(TP(partition.topic, partition.number))

    @property
    def coordinated(self) -> bool:
        """Whether the group still knows us. Faust never asks aiokafka: a coordinator that died looks like silence."""
        inner = self._thread._consumer  # noqa: SLF001  neither library has a public way to ask
        coordinator = None if inner is None else inner._coordinator  # noqa: SLF001
        if coordinator is None or coordinator._coordination_task.done():  # noqa: SLF001
            return False
        return coordinator.generation >= 0 and coordinator._pending_exception is None  # noqa: SLF001

    @property
    def heard_at(self) -> float | None:
        """When the group last took a heartbeat of ours, or let us in; monotonic seconds, None before the first join."""
        return self._pulse.heard_at

    async def unread(self) -> dict[str, int]:
        """Records that stand in the log behind our position, by topic. Asks the broker."""
        places = self.assignment()
        ends = await self._thread.highwaters(*places) if places else {}
        behind: dict[str, int] = {}
        for place in places:
            try:
                position = await self._thread.position(place)
            except IllegalStateError:
                # It was taken from us while we asked about others.
                continue
            missing = max(ends.get(place, 0) - (position or 0), 0)
            behind[place.topic] = behind.get(place.topic, 0) + missing
        return behind

    async def wait_first(self, *coros: Any, timeout: Any = None) -> Any:
        """Deliver a record without two tasks: the callback almost never blocks, so step it once by hand."""
        if len(coros) == 2 and timeout is None and not self.suspend_flow.is_set():  # noqa: PLR2004
            deliver, suspended = coros
            try:
                first = deliver.send(None)
            except StopIteration:
                suspended.close()
                return None
            return await super().wait_first(_resume(deliver, first), suspended)
        return await super().wait_first(*coros, timeout=timeout)


class GatedTransport(driver.Transport):
    """The transport that makes `GatedConsumer`s."""

    Consumer = GatedConsumer


def behind(stream: Any) -> Iterator[Any]:
    """The events that wait in the stream's queue, up to `BURST`. Call it after each event that the stream has yielded.

    The stock iterator lets the loop turn before each event, so that no two of them ever stand beside each other: calls
    and produce requests then carry a handful of records each. What it does besides, the gate does: it knows the
    generation, and keeps the books.
    """
    queue = stream.channel.queue
    for _ in range(min(queue.qsize(), BURST)):
        yield queue.get_nowait()


Hook = Callable[[], Awaitable[None]]


class GatedApp(faust.App):
    """A Faust app whose revokes and stops are bounded: drain, commit, fence, in this order."""

    intake: Intake
    drain: Hook
    fence: Hook

    def _new_transport(self) -> GatedTransport:
        return GatedTransport(self.conf.broker_consumer, self)

    def _new_consumer(self) -> GatedConsumer:
        consumer = cast("GatedConsumer", super()._new_consumer())
        consumer.intake = self.intake
        return consumer

    async def _consumer_wait_empty(self, consumer: Any, logger: Any) -> None:
        """Called at a revoke and at the stop; the stock one waits for ever for an event that will never be acked."""
        await self.drain()
        await consumer.commit()
        await self.fence()
