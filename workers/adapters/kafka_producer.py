"""The only producer: idempotent, every delivery awaited, nothing sent without a lease."""

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, Final

from aiokafka import AIOKafkaProducer
from aiokafka import errors as kafka_errors
from aiokafka.codec import has_lz4
from aiokafka.record.default_records import DefaultRecordBatchBuilder

from schemas.topics import KIB, Topic
from workers.adapters.kafka_batches import DELIVERY_SECONDS, Batches, Sent, confirmed
from workers.adapters.kafka_closing import closed
from workers.errors import Fatal, Permanent
from workers.outcome import Record
from workers.ports import Lease
from workers.settings import Kafka

BATCH_BYTES: Final = 256 * KIB
"""Before compression: far more than gathers in a round trip, so that nobody waits for room, and a quarter of what the
broker takes.
"""
METADATA_SECONDS: Final = 10.0
STOP_SECONDS: Final = 5.0

_REASONS: Final = (
    (kafka_errors.TopicAuthorizationFailedError, "not-authorised"),
    (kafka_errors.ClusterAuthorizationFailedError, "not-authorised"),
    (kafka_errors.AuthenticationFailedError, "not-authorised"),
    (kafka_errors.SaslAuthenticationFailed, "not-authorised"),
    (kafka_errors.UnknownTopicOrPartitionError, "unknown-topic"),
    (kafka_errors.InvalidTopicError, "unknown-topic"),
    (kafka_errors.MessageSizeTooLargeError, "topic-limit-differs"),
    (kafka_errors.RecordListTooLargeError, "topic-limit-differs"),
    (kafka_errors.OutOfOrderSequenceNumber, "producer-fenced"),
    (kafka_errors.UnknownProducerId, "producer-fenced"),
    (kafka_errors.ProducerFenced, "producer-fenced"),
    (kafka_errors.InvalidProducerEpoch, "producer-fenced"),
    (kafka_errors.ProducerClosed, "producer-closed"),
    (kafka_errors.KafkaTimeoutError, "broker-away"),
    (kafka_errors.KafkaConnectionError, "broker-away"),
    (kafka_errors.NotLeaderForPartitionError, "broker-away"),
    (kafka_errors.LeaderNotAvailableError, "broker-away"),
)


class KafkaProducer:
    """One for each process, for the topics given. Retries are its own, within `DELIVERY_SECONDS`."""

    def __init__(self, kafka: Kafka, client_id: str, topics: Iterable[Topic]) -> None:
        self._kafka = kafka
        self._client_id = client_id
        self._limits = {topic.name: topic.max_record_bytes for topic in topics}
        self._partitions: dict[str, int] = {}
        self._producer: Any = None
        self._batches: Batches | None = None

    async def start(self) -> None:
        """Connect and learn the topics. Raises `Fatal("broker-away")`, `Fatal("unknown-topic")`."""
        producer = AIOKafkaProducer(
            bootstrap_servers=self._kafka.bootstrap,
            client_id=self._client_id,
            acks="all",
            enable_idempotence=True,
            compression_type="lz4" if has_lz4() else None,
            linger_ms=self._kafka.linger_ms,
            max_batch_size=BATCH_BYTES,
            max_request_size=max(self._limits.values()),
            request_timeout_ms=round(self._kafka.request_timeout * 1000),
        )
        # aiokafka lets a batch whose leader is unknown expire with the request timeout, its sequence number
        # spent: every later batch of that partition would be refused. Waiting is bounded by us, in `send`.
        producer._message_accumulator._batch_ttl = 2 * DELIVERY_SECONDS  # noqa: SLF001
        self._producer = producer
        try:
            await producer.start()
            self._batches = Batches(producer)
            self._partitions = {topic: await self._count(topic) for topic in self._limits}
        except kafka_errors.KafkaError as error:
            await self.stop()
            raise _fault(error) from error
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        """Send what is left, if the broker takes it soon, and disconnect. May be called twice."""
        producer, self._producer = self._producer, None
        if producer is None:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                await closed(producer.stop())
                return
        # It waits for a broker that is away, for ever, with its connections open.
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                await producer._sender.close()  # noqa: SLF001
        await closed(producer.client.close())

    async def send(self, records: Sequence[Record], lease: Lease) -> list[int]:
        """Their offsets, once the broker has confirmed every one; records of one partition keep their order.

        Raises `Permanent("record-too-large")` before anything is sent, `Abandoned` at the first record that
        the lease does not cover any more, and `Fatal`. After those two some may have been sent.
        """
        batches = self._started()
        for record in records:
            self._check(record)
        sent: list[Sent] = []
        try:
            for record in records:
                lease.check()
                # Nearly every record finds an open batch, and needs no coroutine.
                sent.append(batches.join(record) or await batches.begin(record, lease))
            return await confirmed(sent)
        except kafka_errors.KafkaError as error:
            raise _fault(error) from error

    async def flush(self) -> None:
        """Return when nothing is on its way any more. Raises `Fatal("broker-away")`."""
        try:
            async with asyncio.timeout(DELIVERY_SECONDS):
                self._started()
                await self._producer.flush()
        except TimeoutError as error:
            raise Fatal("broker-away", f"not flushed in {DELIVERY_SECONDS:.0f} s") from error

    def _started(self) -> Batches:
        if self._producer is None or self._batches is None:
            raise Fatal("producer-closed")
        return self._batches

    def _check(self, record: Record) -> None:
        count = self._partitions.get(record.topic)
        if count is None or not 0 <= record.partition < count:
            raise Fatal("unknown-topic", f"{record.topic}/{record.partition}")
        size = DefaultRecordBatchBuilder.estimate_size_in_bytes(record.key, record.value, [*record.headers])
        if size > self._limits[record.topic]:
            limit = self._limits[record.topic]
            raise Permanent("record-too-large", f"{size} bytes; {record.topic} takes {limit}")

    async def _count(self, topic: str) -> int:
        try:
            async with asyncio.timeout(METADATA_SECONDS):
                return len(await self._producer.partitions_for(topic))
        except TimeoutError as error:
            raise Fatal("unknown-topic", f"{topic}: run `copydesk topics apply`") from error


def _fault(error: kafka_errors.KafkaError) -> Fatal:
    reason = next((reason for kind, reason in _REASONS if isinstance(error, kind)), "broker-refused")
    return Fatal(reason, repr(error))
