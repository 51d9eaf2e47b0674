"""What a fit publishes: the records that differ from what stands in the topic, and tombstones for what is gone."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from typing import Final

from schemas.codec import Undecodable, decode_own, encode
from schemas.envelope import EDITION, SENDER, binary_headers
from schemas.outbound_users import Affinity, AudienceSet, PopularShelf
from schemas.topics import Topic
from workers.adapters.kafka_producer import KafkaProducer
from workers.adapters.memory import OpenLease
from workers.adapters.partitioner import partition_for
from workers.adapters.tables_entry import LogRecord
from workers.entrypoints.reading import Held
from workers.outcome import Record
from workers.publish.fold import next_edition
from workers.settings import Kafka

CLIENT: Final = "copydesk-fit"
BATCH: Final = 200
SHELF: Final = b"shelf "
PRODUCT: Final = b"product "

Weighed = tuple[tuple[str, int], ...]
Standing = Mapping[bytes, Held[bytes]]
"""What stands in the topic, by key: a digest of it, and its edition."""


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints the records of one run into one topic of `partitions`."""

    topic: Topic
    partitions: int
    wall_ms: int
    run: str = field(default_factory=lambda: f"fit-{secrets.token_hex(6)}")

    def record(self, key: bytes, made: Affinity | PopularShelf | AudienceSet | None, last: int) -> Record:
        """Under an edition above the key's `last`; `made` of None is a tombstone."""
        edition = self.edition(last)
        kind = f"{self.topic.name}/1" if made is None else made.type
        headers = (
            (EDITION, str(edition).encode()),
            (SENDER, self.run.encode()),
            *binary_headers(kind, f"{self.run}#{self.topic.name}/{key.decode()}/{edition}", self.run, self.wall_ms),
        )
        value = None if made is None else encode(made.model_copy(update={"edition": edition}))
        return Record(self.topic.name, partition_for(key, self.partitions), key, value, headers, edition)

    def edition(self, last: int) -> int:
        """Of the record that is printed next."""
        return next_edition(last, self.wall_ms)


def affinity(product: str, neighbours: Weighed) -> tuple[bytes, Affinity]:
    """Key and record; the edition is put in when it is printed."""
    weighed = [{"product": other, "weight": weight} for other, weight in neighbours]
    made = Affinity.model_validate({"product": product, "edition": 1, "neighbours": weighed})
    return PRODUCT + product.encode(), made


def shelf(name: str, products: Weighed) -> tuple[bytes, PopularShelf]:
    """Key and record, as of an affinity."""
    weighed = [{"product": product, "weight": weight} for product, weight in products]
    return SHELF + name.encode(), PopularShelf.model_validate({"shelf": name, "edition": 1, "products": weighed})


def digest_of(made: Affinity | PopularShelf) -> bytes:
    """Of what the record says, whatever its edition."""
    return blake2b(encode(made.model_copy(update={"edition": 1})), digest_size=16).digest()


def digest_in(record: LogRecord) -> bytes:
    """The same of what stands in the topic. What cannot be read differs from everything."""
    kind: type[Affinity | PopularShelf] = PopularShelf if (record.key or b"").startswith(SHELF) else Affinity
    try:
        return digest_of(decode_own(record.value or b"", kind))
    except Undecodable:
        return b""


@dataclass(slots=True)
class Changes:
    """The records to send, made one by one as they are asked for, once; and what has become of how many so far.

    Equal records are left as they are: a follower need not read again what it knows.
    """

    made: Iterable[tuple[bytes, Affinity | PopularShelf]]
    standing: Standing
    printer: Printer
    affinities: int = 0
    shelves: int = 0
    published: int = 0
    unchanged: int = 0
    withdrawn: int = 0

    def __iter__(self) -> Iterator[Record]:
        seen: set[bytes] = set()
        for key, one in self.made:
            seen.add(key)
            self.shelves += isinstance(one, PopularShelf)
            self.affinities += isinstance(one, Affinity)
            last = self.standing.get(key)
            if last is not None and last.value == digest_of(one):
                self.unchanged += 1
                continue
            self.published += 1
            yield self.printer.record(key, one, 0 if last is None else last.edition)
        for key, last in sorted(self.standing.items()):
            if last.value is not None and key not in seen:
                self.withdrawn += 1
                yield self.printer.record(key, None, last.edition)


def by_key(found: Mapping[tuple[int, bytes], Held[bytes]]) -> Standing:
    """A key belongs to one partition; of one that stands in two, what is higher counts, as for every follower."""
    return {key: held for (_, key), held in sorted(found.items(), key=lambda pair: pair[1].edition)}


async def send(kafka: Kafka, topic: Topic, records: Iterable[Record], confirmed: Callable[[int], None]) -> None:
    """All of them, in batches; `confirmed` is told after each how many have been so far. Raises `Fatal`."""
    producer = KafkaProducer(kafka, CLIENT, [topic])
    await producer.start()
    try:
        left, sent = iter(records), 0
        while batch := list(islice(left, BATCH)):
            sent += len(await producer.send(batch, OpenLease()))
            confirmed(sent)
    finally:
        await producer.stop()
