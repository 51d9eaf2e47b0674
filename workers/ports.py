"""What the path needs from outside: a clock, a model, a writer, tables, a sink, a meter. Protocols only."""

from collections.abc import Sequence
from typing import Protocol

from workers.outcome import (
    Answer,
    Attempt,
    Delivery,
    Draft,
    Entry,
    Lane,
    Order,
    Position,
    Record,
    Sealed,
    Standards,
    Written,
)
from workers.plan.brief import Brief
from workers.telemetry import LogEvent, MetricName


class Clock(Protocol):
    """Time, passed in."""

    def now(self) -> float:
        """Monotonic seconds."""
        ...

    def wall_ms(self) -> int:
        """Milliseconds since the epoch; orders editions, never facts."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class Meter(Protocol):
    """Counts what happens. Names are `telemetry.MetricName`s; labels are closed lists, never ids."""

    def count(self, name: MetricName, amount: float = 1, **labels: str) -> None:
        """Add to a counter."""
        ...

    def observe(self, name: MetricName, value: float, **labels: str) -> None:
        """Add to a histogram."""
        ...

    def gauge(self, name: MetricName, value: float, **labels: str) -> None:
        """Set a gauge."""
        ...


class Journal(Protocol):
    """Where events and their facts are noted: names from one list, never a payload."""

    def info(self, event: LogEvent, /, **facts: object) -> None:
        """Something happened."""
        ...

    def warning(self, event: LogEvent, /, **facts: object) -> None:
        """Something happened that somebody should look at."""
        ...


class Model(Protocol):
    """A model server: one call, many rows."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 over what decides the model's words, told by the server at the handshake."""
        ...

    @property
    def max_batch_size(self) -> int:
        """Rows that one call may hold; 0 = one prompt a call."""
        ...

    async def infer(self, rows: Sequence[Order], timeout: float) -> Sequence[Answer]:
        """One call; an answer for each row, in order, with its own status.

        Raises `Transient` (away, overloaded, too slow), `Permanent` (this input) or `Fatal` (our contract).
        """
        ...


class Writer(Protocol):
    """Drafts for briefs, whatever serves them."""

    @property
    def fingerprint(self) -> str:
        """The model's fingerprint; part of every copy id."""
        ...

    async def write(self, attempts: Sequence[Attempt], lane: Lane) -> Sequence[Draft]:
        """A draft for each, in order. Raises `Transient` when the writer is away, `Permanent` for a bad brief."""
        ...


class Copywriting(Protocol):
    """Copy for briefs, whatever it takes: drafts, the editor, another draft, fallback."""

    @property
    def standards(self) -> Standards:
        """What copy is held to now."""
        ...

    async def write(self, briefs: Sequence[Brief], lane: Lane) -> Sequence[Written]:
        """What came of each brief, in order. Raises `Fatal` only."""
        ...


class Table(Protocol):
    """A compacted topic, mirrored: the partitions that this worker owns."""

    def get(self, partition: int, key: bytes) -> Entry | None:
        """The entry of highest edition, or None where the key was never seen. Raises `Fatal` when the disk fails."""
        ...

    def scan(self, partition: int, prefix: bytes) -> Sequence[tuple[bytes, Entry]]:
        """All entries whose key begins with `prefix`, withdrawn ones too, in key order."""
        ...


class Followed(Protocol):
    """A compacted topic that others own, mirrored whole."""

    def find(self, key: bytes) -> Entry | None:
        """A key's entry, which tells its partition. Raises `Fatal` when the disk fails."""
        ...


class Sealer(Protocol):
    """Closes records about persons, so that only who has the key can read them, and opens them again. Pure."""

    def seal(self, delivery: Delivery) -> Sealed:
        """Equal deliveries are sealed to equal bytes. Raises `Fatal("no-seal-key")`."""
        ...

    def holds(self, key_id: str) -> bool:
        """Whether what this key has sealed can be opened here."""
        ...

    def unseal(self, position: Position, sealed: Sealed) -> Delivery:
        """What stood at `position`: key, value and headers, to the byte.

        Raises `Permanent`: "no-seal-key", or "seal-broken" where anything, the position too, is not as it was sealed.
        """
        ...


class Lease(Protocol):
    """The right to write what hangs on a partition, for as long as this worker holds it."""

    def check(self) -> None:
        """Raise `Abandoned` once the partition has been given up."""
        ...


class Sink(Protocol):
    """Where records go."""

    async def publish(self, records: Sequence[Record], lease: Lease) -> None:
        """Return when the broker has confirmed every record and the tables hold them.

        Raises `Abandoned`, `Permanent` (a record the broker will never take) or `Fatal`.
        """
        ...
