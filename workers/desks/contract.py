"""What a desk is: one use of the system, as pure functions from values to values. The path knows nothing else of it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

from schemas.codec import Undecodable, decode_own
from schemas.topics import Topic
from workers.outcome import Delivery, Entry, Position, Publication, Standards, Written
from workers.plan.brief import Brief

Known = Mapping[str, Mapping[bytes, Entry]]
"""What the tables hold of what a desk asked for: topic -> key -> entry. What it follows it may ask for as it goes, by
key alone: those mappings are looked up, never walked through.
"""


class Received(NamedTuple):
    """A delivery and the event it is. `key` is what the event is about: its lane.

    `position` is the event's own: where it first stood, if it was redriven from a dead-letter topic. `everywhere`: it
    was sent to every partition, and says nothing about where its key is at home.
    """

    delivery: Delivery
    event: Any
    key: bytes
    position: Position
    everywhere: bool = False


class Reads(NamedTuple):
    """What a desk must know before it plans, by topic: whole keys and prefixes of keys in its own tables' partition."""

    keys: tuple[tuple[str, bytes], ...] = ()
    prefixes: tuple[tuple[str, bytes], ...] = ()


class Stamp(NamedTuple):
    """What a record says of its making: the worker's clock and the sending process's own id."""

    wall_ms: int
    sender: str


Held = TypeVar("Held")


def held_as(entry: Entry | None, record: type[Held]) -> Held | None:
    """What a table holds, as a type; None for nothing, a tombstone, and for what nobody of ours can have written.

    A stranger's bytes, or those of a later version, must not stop whoever meets them.
    """
    if entry is None or entry.value is None:
        return None
    try:
        return decode_own(entry.value, record)
    except Undecodable:
        return None


class Plan(Protocol):
    """What a desk means to do. Only the briefs concern the path."""

    @property
    def briefs(self) -> Sequence[Brief]:
        """What is to be written."""
        ...


class Desk(Protocol):
    """One use of the system. No method touches a network, a clock, a setting or a logger."""

    @property
    def inputs(self) -> Sequence[Topic]:
        """The topics whose events this desk handles."""
        ...

    @property
    def tables(self) -> Sequence[Topic]:
        """The compacted topics whose partitions this desk owns and writes."""
        ...

    @property
    def follows(self) -> Sequence[Topic]:
        """The compacted topics that others own and this desk reads whole."""
        ...

    @property
    def asks(self) -> Sequence[Topic]:
        """The topics on which this desk asks other owners for something."""
        ...

    def decode(self, delivery: Delivery) -> Received:
        """The event. Raises `Permanent`: a dead letter."""
        ...

    def seller(self, delivery: Delivery) -> bytes:
        """Whose event this is, as far as it can be told of one that could not be read."""
        ...

    def together(self, first: Received, other: Received) -> bool:
        """Whether two waiting events of one key may be handled as one group."""
        ...

    def reads(self, group: Sequence[Received]) -> Reads:
        """What must be known before planning events of one key."""
        ...

    def plan(self, group: Sequence[Received], known: Known, standards: Standards) -> Any:  # noqa: ANN401  its own Plan
        """From events and what the tables know to briefs."""
        ...

    def compose(self, plan: Any, written: Sequence[Written], stamp: Stamp) -> Publication:  # noqa: ANN401
        """From what was written (one for each brief, in order) to records."""
        ...

    def lane_key(self, topic: str, key: bytes) -> bytes:
        """The lane in which a table's key is written: repairs go through it, so that they never race an event."""
        ...
