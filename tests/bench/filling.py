"""Filling topics as fast as the broker takes it: what is measured is what follows, and a million records are many."""

from collections.abc import Iterable
from typing import NamedTuple

from confluent_kafka import KafkaError, Message, Producer

from schemas.envelope import EDITION, SENDER, binary_headers

OWNER = b"0123456789abcdef"
AT_MS = 1_700_000_000_000
FLUSH_SECONDS = 120.0

Headers = list[tuple[str, str | bytes | None]]


class Keyed(NamedTuple):
    """One record of a table."""

    topic: str
    partition: int
    key: bytes
    value: bytes
    edition: int


def fill_with(bootstrap: str, records: Iterable[Keyed]) -> int:
    """How many the broker has confirmed: all, or this raises. Each carries the headers that an owner gives it."""
    refused: list[str] = []

    def told(error: KafkaError | None, _message: Message) -> None:
        if error is not None:
            refused.append(str(error))

    producer = Producer(
        {
            "bootstrap.servers": bootstrap,
            "compression.type": "lz4",
            "linger.ms": 20,
            "batch.size": 256 * 1024,
            "queue.buffering.max.kbytes": 256 * 1024,
            "queue.buffering.max.messages": 400_000,
            "on_delivery": told,
        }
    )
    common: dict[str, Headers] = {}
    count = 0
    for record in records:
        count += 1
        headers = common.setdefault(record.topic, list(binary_headers(f"{record.topic}/1", "1-2#x", "cause", AT_MS)))
        own: Headers = [(EDITION, b"%d" % record.edition), (SENDER, OWNER)]
        _produced(producer, record, own + headers)
    left = producer.flush(FLUSH_SECONDS)
    if left or refused:
        raise RuntimeError(f"{left} records not sent, refused: {refused[:3]}")
    return count


def _produced(producer: Producer, record: Keyed, headers: Headers) -> None:
    while True:
        try:
            producer.produce(record.topic, record.value, record.key, record.partition, headers=headers)
        except BufferError:
            producer.poll(0.1)
        else:
            producer.poll(0)
            return
