"""What tables need of their surroundings: a log to read, a clock, a meter, a logger; and patience."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple, Protocol, TypeVar

from workers.adapters.kafka_reader import Batch, Place
from workers.adapters.tables_sound import Extent
from workers.errors import Fatal, Transient
from workers.ports import Clock, Meter
from workers.telemetry import LogEvent

PATIENCE_SECONDS: Final = 60.0
"""A broker that is away for so long, or a restore in which nothing moves for so long, stops the worker."""
RETRY_SECONDS: Final = 0.5

T = TypeVar("T")


class Log(Protocol):
    """Where events and their facts are noted. `workers.logs.Log` is one."""

    def info(self, event: LogEvent, /, **facts: object) -> object:
        """Something happened."""
        ...

    def warning(self, event: LogEvent, /, **facts: object) -> object:
        """Something happened that somebody should look at."""
        ...


class Around(NamedTuple):
    """The surroundings of every table."""

    clock: Clock
    meter: Meter
    log: Log


class Reader(Protocol):
    """A log, read without a group; `KafkaReader` is one, and says what the methods raise."""

    async def start(self) -> None:
        """Connect."""
        ...

    async def stop(self) -> None:
        """Disconnect."""
        ...

    async def cluster_id(self) -> str:
        """Which cluster this is."""
        ...

    async def places(self, topic: str) -> Sequence[Place]:
        """All partitions of a topic."""
        ...

    async def extents(self, places: Iterable[Place]) -> Mapping[Place, Extent]:
        """What the log holds now."""
        ...

    def assign(self, positions: Mapping[Place, int]) -> None:
        """Read these, from these offsets on."""
        ...

    async def poll(self) -> Batch:
        """What has arrived, in offset order."""
        ...

    async def position(self, place: Place) -> int:
        """The next offset to read."""
        ...


async def patiently(clock: Clock, call: Callable[[], Awaitable[T]]) -> T:
    """The call's answer, asked again while it is `Transient`; `Fatal` after `PATIENCE_SECONDS`."""
    began = clock.now()
    while True:
        try:
            return await call()
        except Transient as fault:
            if clock.now() - began >= PATIENCE_SECONDS:
                raise Fatal(fault.reason, fault.detail) from fault
            await clock.sleep(RETRY_SECONDS)
