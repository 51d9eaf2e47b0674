"""Reading a log without a group: from here to there, or from here on. Positions are ours alone."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from aiokafka import AIOKafkaConsumer
from aiokafka import errors as kafka_errors
from aiokafka.structs import TopicPartition

from workers.adapters.kafka_admin import connect
from workers.adapters.kafka_closing import closed
from workers.adapters.tables_entry import LogRecord
from workers.adapters.tables_sound import Extent
from workers.errors import Fatal, Fault, Transient
from workers.settings import Kafka

MIB: Final = 1 << 20
FETCH_BYTES: Final = 16 * MIB
PARTITION_FETCH_BYTES: Final = 2 * MIB
POLL_RECORDS: Final = 500
"""Few enough that a batch keeps the event loop for milliseconds; larger ones were slower, too."""
POLL_SECONDS: Final = 0.1
"""Also how long the broker keeps a fetch that finds nothing: a new assignment waits for the old one's answer."""
STALL_SECONDS: Final = 30.0

_FATAL: Final = (
    (kafka_errors.OffsetOutOfRangeError, "log-changed"),
    (kafka_errors.CorruptRecordException, "log-corrupt"),
    (kafka_errors.TopicAuthorizationFailedError, "not-authorised"),
    (kafka_errors.AuthenticationFailedError, "not-authorised"),
    (kafka_errors.SaslAuthenticationFailed, "not-authorised"),
    (kafka_errors.UnsupportedCodecError, "unsupported-codec"),
)


class Place(NamedTuple):
    """A partition of a topic."""

    topic: str
    partition: int


Batch = Mapping[Place, Sequence[LogRecord]]


def _fault(error: kafka_errors.KafkaError) -> Fault:
    for kind, reason in _FATAL:
        if isinstance(error, kind):
            return Fatal(reason, str(error))
    return Transient("broker-away", repr(error))


class KafkaReader:
    """One consumer. Its methods raise `Transient("broker-away")`, or `Fatal` where waiting cannot help."""

    def __init__(self, kafka: Kafka, client_id: str) -> None:
        self._kafka = kafka
        self._client_id = client_id
        self._consumer: Any = None

    async def start(self) -> None:
        """Connect."""
        consumer = AIOKafkaConsumer(
            bootstrap_servers=self._kafka.bootstrap,
            client_id=self._client_id,
            group_id=None,
            enable_auto_commit=False,
            auto_offset_reset="none",
            request_timeout_ms=round(self._kafka.request_timeout * 1000),
            fetch_max_wait_ms=round(POLL_SECONDS * 1000),
            fetch_max_bytes=FETCH_BYTES,
            max_partition_fetch_bytes=PARTITION_FETCH_BYTES,
        )
        try:
            await consumer.start()
        except BaseException as error:
            await closed(consumer.stop())
            if isinstance(error, kafka_errors.KafkaError):
                raise _fault(error) from error
            raise
        self._consumer = consumer

    async def stop(self) -> None:
        """Disconnect. May be called twice, or without a start."""
        if self._consumer is None:
            return
        await closed(self._consumer.stop())

    async def cluster_id(self) -> str:
        """The id that the cluster was formatted with."""
        async with connect(self._kafka.bootstrap) as admin:
            return await admin.cluster_id()

    async def places(self, topic: str) -> list[Place]:
        """All partitions of a topic. Raises `Fatal("unknown-topic")`."""
        async with connect(self._kafka.bootstrap) as admin:
            found = await admin.describe([topic])
        if topic not in found:
            raise Fatal("unknown-topic", f"{topic}: run `copydesk topics apply`")
        return [Place(topic, number) for number in range(found[topic].partitions)]

    async def extents(self, places: Iterable[Place]) -> dict[Place, Extent]:
        """What the log holds now."""
        wanted = [TopicPartition(*place) for place in places]
        try:
            starts = await self._consumer.beginning_offsets(wanted)
            ends = await self._consumer.end_offsets(wanted)
        except kafka_errors.KafkaError as error:
            raise _fault(error) from error
        return {Place(*place): Extent(starts[place], ends[place]) for place in wanted}

    def assign(self, positions: Mapping[Place, int]) -> None:
        """Read these partitions, and no others, from these offsets on. There must be at least one."""
        wanted = {TopicPartition(*place): offset for place, offset in positions.items()}
        self._consumer.assign(list(wanted))
        for place, offset in wanted.items():
            self._consumer.seek(place, offset)

    async def poll(self) -> Batch:
        """What has arrived, in offset order for each partition; waits up to `POLL_SECONDS` for something."""
        try:
            batch: Batch = await self._consumer.getmany(timeout_ms=round(POLL_SECONDS * 1000), max_records=POLL_RECORDS)
        except kafka_errors.KafkaError as error:
            raise _fault(error) from error
        return batch

    async def position(self, place: Place) -> int:
        """The next offset to read; it passes gaps that compaction and transactions leave."""
        offset: int = await self._consumer.position(TopicPartition(*place))
        return offset

    async def read_range(self, ranges: Mapping[Place, Extent]) -> AsyncIterator[Batch]:
        """Every record from `start` up to, not including, `end`, batch by batch.

        Raises `Transient("log-stalled")` when nothing moves for `STALL_SECONDS`.
        """
        open_ranges = {place: extent for place, extent in ranges.items() if extent.start < extent.end}
        idle = 0.0
        if open_ranges:
            self.assign({place: extent.start for place, extent in open_ranges.items()})
        while open_ranges:
            batch = await self.poll()
            yield {
                place: [record for record in records if record.offset < ranges[place].end]
                for place, records in batch.items()
                if place in open_ranges
            }
            finished = await self._finished(open_ranges)
            for place in finished:
                self._consumer.pause(TopicPartition(*place))
                del open_ranges[place]
            idle = 0.0 if batch or finished else idle + POLL_SECONDS
            if idle >= STALL_SECONDS:
                raise Transient("log-stalled", ", ".join(map(str, open_ranges)))

    async def follow(self, positions: Mapping[Place, int]) -> AsyncIterator[Batch]:
        """Every record from these offsets on, for ever; empty batches while nothing arrives."""
        self.assign(positions)
        while True:
            yield await self.poll()

    async def _finished(self, open_ranges: Mapping[Place, Extent]) -> list[Place]:
        return [place for place, extent in open_ranges.items() if await self.position(place) >= extent.end]
