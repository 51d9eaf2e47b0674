"""Records that share a batch share its delivery: one future a batch, not one a record.

Leans on aiokafka 0.14.0's inside; `tests/contract/test_aiokafka.py`. The stock `send` waits for metadata, makes a
future and a result for each record: half of what a record costs us. Here the first record of a batch goes through
`send`, and those that join it while it waits are only appended.
"""

import asyncio
import copy
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from aiokafka.errors import KafkaTimeoutError, ProducerClosed

from workers.outcome import Record
from workers.ports import Lease

DELIVERY_SECONDS: Final = 90.0
"""A broker that restarts within this costs a wait; one that does not, the worker."""


class Delivery:
    """Of one batch: its first record's offset, or why there is none. Many wait for it, and may leave."""

    __slots__ = ("_outcome", "_timer", "_waiters")

    def __init__(self, confirmed: "asyncio.Future[Any]") -> None:
        self._outcome: int | BaseException | None = None
        self._waiters: list[asyncio.Future[None]] = []
        self._timer = asyncio.get_running_loop().call_later(DELIVERY_SECONDS, self._expire)
        confirmed.add_done_callback(self._confirmed)

    @property
    def under_way(self) -> bool:
        """Whether it is worth waiting for."""
        return self._outcome is None

    async def settled(self) -> None:
        """Return once there is an outcome, whatever it is; after `DELIVERY_SECONDS` there is one."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        await waiter

    def first(self) -> int:
        """Of what is settled. Raises what aiokafka raises, `KafkaTimeoutError` where nothing was confirmed in time."""
        if isinstance(self._outcome, int):
            return self._outcome
        # A copy for each: many wait, and a traceback belongs to one.
        raise copy.copy(self._outcome) if self._outcome else KafkaTimeoutError

    def _confirmed(self, outcome: "asyncio.Future[Any]") -> None:
        self._timer.cancel()
        if outcome.cancelled():
            self._settle(ProducerClosed())
            return
        self._settle(outcome.exception() or outcome.result().offset)

    def _expire(self) -> None:
        self._settle(KafkaTimeoutError(f"nothing confirmed in {DELIVERY_SECONDS:.0f} s"))

    def _settle(self, outcome: int | BaseException) -> None:
        if self._outcome is None:
            self._outcome = outcome
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)
        self._waiters.clear()


class Sent(NamedTuple):
    """A record on its way: in which batch, and where in it."""

    batch: Delivery
    place: int

    @property
    def offset(self) -> int:
        """Once settled. Raises as `Delivery.first`."""
        return self.batch.first() + self.place


async def confirmed(sent: Sequence[Sent]) -> list[int]:
    """Their offsets, once there is one of each. Raises as `Delivery.first`, for the first that has none."""
    for one in sent:
        if one.batch.under_way:
            await one.batch.settled()
        # Not all of them at the end: what has failed is told while others may still wait for their broker.
        one.batch.first()
    return [one.offset for one in sent]


_NONE: Final = (None, None)


class Batches:
    """The open batch of each partition of one `AIOKafkaProducer`."""

    def __init__(self, producer: Any) -> None:  # noqa: ANN401  aiokafka has no types
        self._producer = producer
        self._pending: Any = producer._message_accumulator._batches  # noqa: SLF001  as the module says
        # By topic and partition, as aiokafka's are: its `TopicPartition` is such a pair.
        self._open: dict[tuple[str, int], tuple[Any, Delivery]] = {}

    def join(self, record: Record) -> Sent | None:
        """Append to the partition's open batch; None where it has none, or no room: `begin` one."""
        place = record.topic, record.partition
        batch, delivery = self._open.get(place, _NONE)
        waiting = self._pending.get(place)
        # Only the last of those that wait: one that was taken has its sequence numbers counted.
        if delivery is None or not waiting or waiting[-1] is not batch:
            return None
        builder = batch._builder  # noqa: SLF001
        added = builder.append(timestamp=None, key=record.key, value=record.value, headers=[*record.headers])
        return None if added is None else Sent(delivery, added.offset)

    async def begin(self, record: Record, lease: Lease) -> Sent:
        """Begin a batch; waits for room as long as for a delivery.

        Raises `Abandoned` where the lease ended meanwhile, and what aiokafka raises.
        """
        deadline = asyncio.get_running_loop().time() + DELIVERY_SECONDS
        while True:
            try:
                return await self._begun(record)
            except KafkaTimeoutError:
                # Nothing was appended: the batch before it is full, and its broker away for a request's time.
                if asyncio.get_running_loop().time() >= deadline:
                    raise
            lease.check()
            if (joined := self.join(record)) is not None:
                return joined

    async def _begun(self, record: Record) -> Sent:
        topic, partition, headers = record.topic, record.partition, [*record.headers]
        place = topic, partition
        if record.key is None and record.value is None:
            # `send` refuses it, and a dead letter keeps whatever bytes it had.
            builder = self._producer.create_batch()
            builder.append(timestamp=None, key=None, value=None, headers=headers)
            own = await self._producer.send_batch(builder, topic, partition=partition)
        else:
            own = await self._producer.send(topic, record.value, record.key, partition, headers=headers)
        _unheard(own)
        batch = self._pending[place][-1]
        if self._open.get(place, _NONE)[0] is not batch:
            self._open[place] = batch, Delivery(batch.future)
        return Sent(self._open[place][1], batch.record_count - 1)


def _unheard(delivery: "asyncio.Future[Any]") -> None:
    """It may fail while nobody waits for it."""
    delivery.add_done_callback(lambda done: done.cancelled() or done.exception())
