"""Reads topics whole, as a stranger would: confluent-kafka and the standard library, names spelled out."""

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from confluent_kafka import Consumer, KafkaError, KafkaException, Message, TopicPartition
from confluent_kafka.admin import AdminClient, OffsetSpec  # type: ignore[attr-defined]

INPUT = "product-created"
REQUESTS = ("copy-requests", "copy-requests-backfill")
INPUTS = (INPUT, *REQUESTS)
COPY = "product-copy"
CATALOGUE = "catalogue"
REVIEW = "copy-review"
LEDGER = "copy-ledger"
DEAD_LETTERS = "product-created-dlq"
JUDGED = (*INPUTS, COPY, CATALOGUE, REVIEW, LEDGER, DEAD_LETTERS)

READ_WITHIN = 60.0
CALL_WITHIN = 10.0
ASK_AGAIN = 0.2
QUIET = 2
"""The client's log level: a broker that is away on purpose is no news."""

Partition = tuple[str, int]


class LogRecord(NamedTuple):
    """One record as the broker keeps it. `timestamp_ms` is its producer's."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...] = ()
    timestamp_ms: int = 0

    def header(self, name: str) -> bytes | None:
        """The last header of a name."""
        return next((value for key, value in reversed(self.headers) if key == name), None)


Logs = Mapping[str, list[LogRecord]]
"""Topic -> its records; those of one partition in the order of their offsets."""


class Unreadable(Exception):
    """The broker did not answer, or not in time."""


def read_logs(bootstrap: str, topics: Iterable[str] = JUDGED, since: Mapping[Partition, int] | None = None) -> Logs:
    """Everything in these topics, up to the ends seen now; from `since` where a partition is named there."""
    with tail_of(bootstrap, topics, since) as tail:
        logs: dict[str, list[LogRecord]] = {topic: [] for topic in topics}
        for record in tail.read(READ_WITHIN):
            logs[record.topic].append(record)
        return logs


def ends_of(bootstrap: str, topics: Iterable[str] = JUDGED) -> dict[Partition, int]:
    """The next offset of every partition. Asks again for a while: a new topic has no leader at first."""
    admin = AdminClient({"bootstrap.servers": bootstrap, "log_level": QUIET})
    deadline = time.monotonic() + CALL_WITHIN
    while True:
        try:
            return _ends(admin, _partitions(admin, topics))
        except Unreadable:
            if time.monotonic() > deadline:
                raise
            time.sleep(ASK_AGAIN)


class Tail:
    """Reads on from where it stopped, each time up to the end seen at the call."""

    def __init__(
        self, config: Mapping[str, str | int | float | bool], consumer: Consumer, positions: dict[Partition, int]
    ) -> None:
        self._config = dict(config)
        self._admin = AdminClient(self._config)
        self._consumer = consumer
        self.positions = positions

    def read(self, within: float = CALL_WITHIN) -> Iterator[LogRecord]:
        """Records up to the ends seen now. Raises `Unreadable`; what was yielded before counts as read."""
        try:
            ends = _ends(self._admin, self.positions)
        except Unreadable:
            # After a restart the broker refuses what this client remembers of it, again and again.
            self._admin = AdminClient(self._config)
            raise
        deadline = time.monotonic() + within
        while any(self.positions[place] < end for place, end in ends.items()):
            if time.monotonic() > deadline:
                raise Unreadable(f"not at the end within {within:.0f} s: {self.positions} of {ends}")
            for message in self._consumer.consume(num_messages=1000, timeout=0.1):
                record = _record(message)
                if record is not None:
                    self.positions[record.topic, record.partition] = record.offset + 1
                    yield record


@contextmanager
def tail_of(bootstrap: str, topics: Iterable[str], since: Mapping[Partition, int] | None = None) -> Iterator[Tail]:
    """A reader of these topics. It is in no group and commits nothing."""
    config: dict[str, str | int | float | bool] = {"bootstrap.servers": bootstrap, "log_level": QUIET}
    consumer = Consumer(
        {
            **config,
            "group.id": "the-judge",
            "enable.auto.commit": False,
            "auto.offset.reset": "earliest",
            "isolation.level": "read_committed",
            "reconnect.backoff.max.ms": 500,
        }
    )
    try:
        places = _partitions(AdminClient(config), topics)
        begins = {place: (since or {}).get(place, 0) for place in places}
        consumer.assign([TopicPartition(topic, number, begin) for (topic, number), begin in begins.items()])
        yield Tail(config, consumer, begins)
    finally:
        consumer.close()


def _partitions(admin: AdminClient, topics: Iterable[str]) -> list[Partition]:
    try:
        known = admin.list_topics(timeout=CALL_WITHIN).topics
    except KafkaException as error:
        raise Unreadable(str(error)) from error
    wanted = tuple(topics)
    missing = [topic for topic in wanted if topic not in known]
    if missing:
        raise Unreadable(f"no topic {missing}")
    return [(topic, number) for topic in wanted for number in known[topic].partitions]


def _ends(admin: AdminClient, places: Iterable[Partition]) -> dict[Partition, int]:
    asked = {TopicPartition(topic, number): OffsetSpec.latest() for topic, number in places}  # type: ignore[no-untyped-call]
    try:
        answers = admin.list_offsets(asked, request_timeout=CALL_WITHIN)
        return {(tp.topic, tp.partition): answer.result().offset for tp, answer in answers.items()}
    except KafkaException as error:
        raise Unreadable(str(error)) from error


def _record(message: Message) -> LogRecord | None:
    error = message.error()
    if error is not None:
        if error.code() == KafkaError._PARTITION_EOF or error.retriable() or error.code() < 0:
            return None  # the client's own trouble with its connection: it reads on by itself
        raise Unreadable(str(error))
    return LogRecord(
        message.topic() or "",
        message.partition() or 0,
        message.offset() or 0,
        message.key(),
        message.value(),
        _headers(message),
        message.timestamp()[1],
    )


def _headers(message: Message) -> tuple[tuple[str, bytes | None], ...]:
    pairs = message.headers() or []
    listed = pairs.items() if isinstance(pairs, dict) else pairs
    return tuple((name, value.encode() if isinstance(value, str) else value) for name, value in listed)
