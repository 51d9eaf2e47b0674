"""The ordered-ack gate: up to where a partition may be acknowledged, and when it has too much unfinished.

Pure bookkeeping: no broker, no clock. A partition is acknowledged strictly in the order of delivery and never past an
unfinished event. What is done behind a hole keeps only its offset. Offsets may have gaps (compaction, transactions):
only what was delivered counts.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, NamedTuple, TypeVar


class Partition(NamedTuple):
    """A partition of an input topic."""

    topic: str
    number: int


T = TypeVar("T")


class Admission(Enum):
    """What to do with a delivery."""

    ADMIT = "admit"
    PARK = "park"
    STALE = "stale"


@dataclass(slots=True)
class _Slot:
    offset: int
    size: int
    done: bool = False


@dataclass(slots=True)
class _Head(Generic[T]):
    """One partition's unfinished tail in delivery order, and what was delivered after it had become full."""

    generation: int
    slots: deque[_Slot] = field(default_factory=deque)
    by_offset: dict[int, _Slot] = field(default_factory=dict)
    parked: deque[tuple[int, int, T]] = field(default_factory=deque)
    size: int = 0
    full: bool = False
    last_seen: int = -1
    watermark: int | None = None


class AckGate(Generic[T]):
    """One for each worker. `max_events` is the distance from the head, `max_bytes` what its unfinished events hold.

    `T` is a delivery that waits for room; the gate never looks inside.
    """

    def __init__(self, max_events: int, max_bytes: int) -> None:
        self._max_events = max_events
        self._max_bytes = max_bytes
        self._heads: dict[Partition, _Head[T]] = {}

    def assign(self, partition: Partition, generation: int) -> None:
        """Begin a partition in a generation; whatever an older one left is forgotten, never acknowledged."""
        self._heads[partition] = _Head(generation)

    def revoke(self, partition: Partition) -> None:
        """Give a partition up: what is unfinished will be delivered to its next owner."""
        self._heads.pop(partition, None)

    def deliver(self, partition: Partition, generation: int, offset: int, size: int, event: T) -> Admission:
        """Take a delivery, in delivery order. `PARK`ed ones come back from `unpark` once there is room."""
        head = self._heads.get(partition)
        if head is None or head.generation != generation or offset <= head.last_seen:
            return Admission.STALE
        head.last_seen = offset
        if head.full or head.parked:
            head.parked.append((offset, size, event))
            return Admission.PARK
        self._admit(head, offset, size)
        return Admission.ADMIT

    def finish(self, partition: Partition, generation: int, offset: int) -> int:
        """Mark an event as finished: its outcome is confirmed. Returns how many events that acknowledged."""
        head = self._heads.get(partition)
        if head is None or head.generation != generation:
            return 0
        slot = head.by_offset.get(offset)
        if slot is None or slot.done:
            return 0
        slot.done = True
        head.size -= slot.size
        acked = 0
        while head.slots and head.slots[0].done:
            first = head.slots.popleft()
            del head.by_offset[first.offset]
            head.watermark = first.offset + 1
            acked += 1
        self._measure(head)
        return acked

    def watermark(self, partition: Partition) -> int | None:
        """The next offset to read after everything acknowledged: what may be committed. None = nothing yet."""
        head = self._heads.get(partition)
        return None if head is None else head.watermark

    def unpark(self, partition: Partition) -> Iterator[T]:
        """Admit parked deliveries while there is room."""
        head = self._heads.get(partition)
        while head is not None and head.parked and not head.full:
            offset, size, event = head.parked.popleft()
            self._admit(head, offset, size)
            yield event

    def full(self, partition: Partition) -> bool:
        """Whether the partition should not be read: it is full, or what was parked has not all begun."""
        head = self._heads.get(partition)
        return head is not None and (head.full or bool(head.parked))

    def unacked(self, partition: Partition) -> int:
        """Events delivered and not acknowledged, parked ones included."""
        head = self._heads.get(partition)
        return 0 if head is None else len(head.slots) + len(head.parked)

    def parked(self) -> int:
        """Deliveries that wait for room, over all partitions."""
        return sum(len(head.parked) for head in self._heads.values())

    def partitions(self) -> tuple[Partition, ...]:
        """The partitions held now."""
        return tuple(self._heads)

    def generation(self, partition: Partition) -> int | None:
        """The generation in which the partition is held; None = it is not."""
        head = self._heads.get(partition)
        return None if head is None else head.generation

    def holds(self, partition: Partition, generation: int) -> bool:
        """Whether this partition is held in this generation."""
        return self.generation(partition) == generation

    def _admit(self, head: _Head[T], offset: int, size: int) -> None:
        slot = _Slot(offset, size)
        head.slots.append(slot)
        head.by_offset[offset] = slot
        head.size += size
        self._measure(head)

    def _measure(self, head: _Head[T]) -> None:
        # Two marks, so that a partition does not flap at the limit: stop when full, read again below half.
        share = 2 if head.full else 1
        head.full = len(head.slots) >= max(self._max_events // share, 1) or head.size >= max(
            self._max_bytes // share, 1
        )
