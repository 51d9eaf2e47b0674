"""Dead letters whose cause is gone are sent again, each once, to where the event first stood.

The order of the looks makes it right beside running workers: first what is acknowledged, then the input's end, then the
ledger's. What was sent again and is acknowledged has its outcome in the ledger by then; what is not is found between
the two. So a run that was broken off is simply begun again. Of two runs at the same time both may send: that is told
by nobody, and of a person's events the id that came twice is refused.
"""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from schemas.codec import Undecodable, decode
from schemas.outbound import LedgerEntry
from schemas.topics import LEDGERS, Topic, dead_letters_of
from workers.adapters.kafka_marks import KafkaMarks
from workers.adapters.kafka_producer import KafkaProducer
from workers.adapters.kafka_reader import KafkaReader, Place
from workers.adapters.memory import OpenLease
from workers.adapters.tables_entry import LogRecord
from workers.adapters.tables_sound import Extent
from workers.entrypoints.redrive.letters import Letter, Shelf, Tally, Wanted, Why, event_in, sent_again
from workers.errors import Permanent
from workers.outcome import Delivery, Position, Record
from workers.ports import Clock, Sealer
from workers.publish.ledger import redriven_from
from workers.settings import Kafka

CLIENT: Final = "copydesk-redrive"
BATCH: Final = 100
PROMPTLY: Final = 0.1
"""Seconds that a slow run may collect before it sends."""

Progress = Callable[[int, int], None]
"""Told how many records have been dealt with, and of how many."""
Extents = Mapping[Place, Extent]


@dataclass(frozen=True, slots=True)
class Question:
    """Which letters of `source`, not older than `since_ms`, and of how many events (0: all). `group` acknowledges."""

    source: Topic
    group: str
    wanted: Wanted
    since_ms: int = 0
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """The letters to send, in the order of each partition; `tally` has counted why others are not sent."""

    source: Topic
    letters: tuple[Letter, ...]
    tally: Tally


class Search:
    """What may be sent. Raises `Transient` while the broker is away, `Fatal` for a topic that does not exist."""

    def __init__(self, reader: KafkaReader, marks: KafkaMarks, question: Question, sealer: Sealer) -> None:
        self._reader = reader
        self._marks = marks
        self._question = question
        self._sealer = sealer

    async def run(self, progress: Progress) -> Found:
        """Every letter up to the end seen now, and what stands against sending it."""
        source = self._question.source
        acked = await self._marks.committed(self._question.group)
        inputs = await self._extents(source)
        tails = {place: Extent(min(max(e.start, acked.get(place, 0)), e.end), e.end) for place, e in inputs.items()}
        ledger = await self._extents(LEDGERS[source.group])
        letters = await self._since(await self._extents(dead_letters_of(source)))
        reading = Reading(self._reader, (letters, tails, ledger), progress)
        shelf = Shelf(source, self._question.wanted, self._sealer)
        async for delivery in reading.through(letters):
            shelf.add(delivery)
        waiting = {name async for delivery in reading.through(tails) if (name := _name_of(delivery)) in shelf}
        last: dict[bytes, str] = {}
        async for entry in reading.through(ledger):
            if entry.key is not None and entry.key in shelf:
                last.update(_verdict(entry, LEDGERS[source.group]))
        return Found(source, *shelf.settled(last, waiting, self._question.limit))

    async def _extents(self, topic: Topic) -> dict[Place, Extent]:
        return await self._reader.extents(await self._reader.places(topic.name))

    async def _since(self, letters: Extents) -> Extents:
        if not self._question.since_ms:
            return letters
        firsts = await self._marks.at_moment(letters, self._question.since_ms)
        return {place: Extent(min(firsts[place], e.end), e.end) for place, e in letters.items()}


class Reading:
    """Some ranges of the log, one after the other, under one count."""

    def __init__(self, reader: KafkaReader, parts: Sequence[Extents], progress: Progress) -> None:
        self._reader = reader
        self._progress = progress
        self._of = sum(extent.end - extent.start for part in parts for extent in part.values())
        self._done = 0

    async def through(self, extents: Extents) -> AsyncIterator[Delivery]:
        """Its records, in the order of each partition."""
        async for batch in self._reader.read_range(extents):
            for place, records in batch.items():
                for record in records:
                    yield _delivery(Place(*place), record)
            self._done += sum(map(len, batch.values()))
            self._progress(self._done, self._of)


class Sending:
    """What was found goes out: confirmed batch by batch, at a pace, with everything that fails counted."""

    def __init__(self, producer: KafkaProducer, clock: Clock, per_second: float) -> None:
        self._producer = producer
        self._clock = clock
        self._per_second = per_second
        self._size = BATCH if per_second <= 0 else max(1, min(BATCH, int(per_second * PROMPTLY)))

    async def run(self, found: Found, reader: KafkaReader, sealer: Sealer, progress: Progress) -> None:
        """All of it. Raises `Fatal` where the broker takes nothing any more: the next run goes on."""
        letters = {(letter.first.partition, letter.offset): letter for letter in found.letters}
        batch: list[tuple[Letter, Record]] = []
        done, of = 0, len(letters)
        ranges = _ranges(found.letters, dead_letters_of(found.source))
        async for delivery in Reading(reader, (ranges,), _unheard).through(ranges):
            letter = letters.get((delivery.position.partition, delivery.position.offset))
            if letter is None:
                continue
            batch.append((letter, sent_again(event_in(delivery, letter.here, sealer), letter.first)))
            done += 1
            if len(batch) >= self._size or done == of:
                await self._send(batch, found.tally)
                progress(done, of)
                batch = []

    async def _send(self, batch: Sequence[tuple[Letter, Record]], tally: Tally) -> None:
        began = self._clock.now()
        try:
            await self._producer.send([record for _, record in batch], OpenLease())
        except Permanent:
            # Nothing was sent: one is too large, with the header that it got more.
            for one in batch:
                await self._send_one(one, tally)
        else:
            tally.sent.update(letter.reason for letter, _ in batch)
        if self._per_second > 0:
            await self._clock.sleep(max(0.0, began + len(batch) / self._per_second - self._clock.now()))

    async def _send_one(self, one: tuple[Letter, Record], tally: Tally) -> None:
        letter, record = one
        try:
            await self._producer.send([record], OpenLease())
        except Permanent:
            tally.skipped[letter.reason, Why.TOO_LARGE] += 1
        else:
            tally.sent[letter.reason] += 1


def producer_for(kafka: Kafka, source: Topic) -> KafkaProducer:
    """It takes what the broker takes: an event that is over-long for us is a dead letter, and may be sent again."""
    return KafkaProducer(kafka, CLIENT, [replace(source, max_record_bytes=source.batch_bytes)])


def _ranges(letters: Sequence[Letter], topic: Topic) -> dict[Place, Extent]:
    ranges: dict[Place, Extent] = {}
    for letter in letters:
        place = Place(topic.name, letter.first.partition)
        known = ranges.get(place, Extent(letter.offset, letter.offset + 1))
        ranges[place] = Extent(min(known.start, letter.offset), max(known.end, letter.offset + 1))
    return ranges


def _name_of(delivery: Delivery) -> bytes:
    """The event that was sent again as this one; b"" for any other."""
    first = redriven_from(delivery)
    return b"" if first is None else str(first).encode()


def _verdict(record: Delivery, ledger: Topic) -> dict[bytes, str]:
    try:
        entry = decode(record.value or b"", LedgerEntry, ledger.max_record_bytes)
    except Undecodable:
        return {}
    return {record.key or b"": entry.verdict}


def _delivery(place: Place, record: LogRecord) -> Delivery:
    return Delivery(Position(*place, record.offset), record.key, record.value, tuple(record.headers), record.timestamp)


def _unheard(done: int, of: int) -> None:
    """Reading the letters once more is no progress of the sending."""
    del done, of
