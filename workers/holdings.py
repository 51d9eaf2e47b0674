"""What a worker holds while it works: items in lanes, leases on partitions, bounds; and what it needs around it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, Protocol

from schemas.topics import INPUTS, TOPICS
from workers.desks.contract import Received
from workers.errors import Abandoned, Fatal, Permanent
from workers.outcome import Delivery
from workers.ports import Journal, Lease, Meter
from workers.publish.ack import AckGate, Partition
from workers.publish.lanes import Shard
from workers.publish.quarantine import Limits as Quarantined
from workers.publish.sealed_letters import detail_of


class Flow(Protocol):
    """The consumer's taps, one for each partition."""

    def pause(self, partition: Partition) -> None:
        """Read no more of this partition; the others go on."""
        ...

    def resume(self, partition: Partition) -> None:
        """Read on."""
        ...


class OwnedState(Protocol):
    """The tables of the partitions that this worker owns."""

    def assign(self, partitions: frozenset[int]) -> None:
        """Begin to restore and follow these partitions, and no others."""
        ...

    async def restored(self, partition: int) -> None:
        """Return once the partition's tables have reached the end seen at its assignment."""
        ...

    async def revoke(self) -> None:
        """Stop following; flush what was sent."""
        ...


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much may be unfinished. `drain`: seconds that a revoke waits for what has begun; `session`: after so many
    seconds of silence the group gives our partitions to others.
    """

    max_in_flight: int
    max_group: int
    max_unacked_events: int
    max_unacked_bytes: int
    drain: float
    session: float
    quarantine: Quarantined


class Rejected(NamedTuple):
    delivery: Delivery
    fault: Permanent


Job = Callable[[Lease], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Errand:
    """Work on a key that no event asked for (a repair), in the key's lane so that it never races an event."""

    partition: Partition
    generation: int
    run: Job
    done: asyncio.Future[None]

    async def settle(self, lease: Lease) -> None:
        """Do it, and tell whoever waits for it. Raises what the work raises, but for `Abandoned`."""
        try:
            await self.run(lease)
        except Abandoned as fault:
            if not self.done.done():
                self.done.set_exception(fault)
        else:
            if not self.done.done():
                self.done.set_result(None)


class Item(NamedTuple):
    """Something in a lane: an event or a dead letter, and the generation in which it was delivered."""

    what: Received | Rejected
    generation: int
    since: float

    @property
    def delivery(self) -> Delivery:
        return self.what.delivery


class GateLease(NamedTuple):
    gate: AckGate[tuple[Delivery, int]]
    partition: Partition
    generation: int

    @classmethod
    def of(cls, gate: AckGate[tuple[Delivery, int]], partition: Partition) -> "GateLease":
        """In the present generation. Raises `Abandoned` where the partition is not held."""
        generation = gate.generation(partition)
        if generation is None:
            raise Abandoned("partition-given-up", f"{partition.topic}/{partition.number}")
        return cls(gate, partition, generation)

    def check(self) -> None:
        if not self.gate.holds(self.partition, self.generation):
            raise Abandoned("partition-given-up", f"{self.partition.topic}/{self.partition.number}")


@dataclass(frozen=True, slots=True)
class Told:
    """Who hears of what happens: numbers, notes, and the one failure that ends the worker."""

    meter: Meter
    journal: Journal
    failed: Callable[[BaseException], None]

    def dead_letter(self, delivery: Delivery, fault: Permanent) -> None:
        """An event became a dead letter. Says where it stands and what is wrong, never what it holds."""
        topic, partition, offset = delivery.position
        self.meter.count("dead_letters_total", topic=topic, reason=fault.reason)
        facts = {"reason": fault.reason, "detail": detail_of(TOPICS[topic], fault)}
        self.journal.warning("event_dead_lettered", topic=topic, partition=partition, offset=offset, **facts)


class Taps:
    """Which partitions are not being read, and the consumer that is told. Without a consumer nothing is turned."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._flow: Flow | None = None
        self._off: set[Partition] = set()

    def attach(self, flow: Flow) -> None:
        """The consumer."""
        self._flow = flow

    def turn(self, partition: Partition, off: bool) -> None:  # noqa: FBT001  a tap is on or off
        """Where the tap should be; told to the consumer when that changes."""
        if self._flow is None or off == (partition in self._off):
            return
        if off:
            self._off.add(partition)
            self._flow.pause(partition)
            self._journal.info("partition_paused", topic=partition.topic, partition=partition.number)
        else:
            self._off.discard(partition)
            self._flow.resume(partition)
            self._journal.info("partition_resumed", topic=partition.topic, partition=partition.number)

    def forget(self) -> None:
        """Every partition is gone; the consumer begins again with all taps open."""
        self._off.clear()

    def __contains__(self, partition: Partition) -> bool:
        return partition in self._off

    def __len__(self) -> int:
        return len(self._off)


def partition_of(delivery: Delivery) -> Partition:
    """Where a delivery came from."""
    topic, number, _ = delivery.position
    return _partition(topic, number)


# Made once for each partition, not several times for each event.
_partition: Final = lru_cache(maxsize=4096)(Partition)


@lru_cache(maxsize=4096)
def shard_of(partition: Partition) -> Shard:
    return Shard(TOPICS[partition.topic].group, partition.number)


def shards_of(partitions: frozenset[Partition]) -> set[Shard]:
    """The shards that are held whole. Raises `Fatal` when a number's topics are split between workers."""
    shards = {shard_of(partition) for partition in partitions}
    for shard in shards:
        mine = {p.topic for p in partitions if p.number == shard.number and TOPICS[p.topic].group == shard.group}
        if mine != {topic.name for topic in INPUTS if topic.group == shard.group}:
            raise Fatal("not-co-partitioned", f"partition {shard.number} of {shard.group}: only {sorted(mine)}")
    return shards
