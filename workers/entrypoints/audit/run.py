"""Reads what an audit judges: a group's outputs, dead letters, inputs and ledger, some partitions at a time.

The order of the looks makes it right beside running workers: first what is acknowledged, then the inputs'
ends, then the ledger's, then those of the outputs and dead letters: what an entry names stands before them.
"""

import re
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from schemas.codec import Undecodable, decode
from schemas.inbound_users import PSEUDONYM, REQUEST_TYPE
from schemas.outbound import LedgerEntry
from schemas.topics import HOUR_MS, LEDGERS, TOPICS, Policy, Role, Topic, dead_letters_of, in_group
from workers.adapters.kafka_marks import KafkaMarks
from workers.adapters.kafka_reader import KafkaReader, Place
from workers.adapters.tables_entry import LogRecord
from workers.adapters.tables_sound import Extent
from workers.audit.keys import SharedKeys
from workers.audit.partition import PartitionAudit, Span
from workers.audit.report import Report, total
from workers.audit.visible import seen_of
from workers.errors import Fatal
from workers.outcome import Delivery, Position
from workers.ports import Sealer

AT_ONCE: Final = 8
"""Partition numbers that are held in memory at a time."""
SKEW_MS: Final = HOUR_MS
"""How far a producer's clock may be ahead of a worker's, where a moment bounds the audit."""

Progress = Callable[[int, int], None]
"""Told how many records have been read, and of how many."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which events are asked about: those of `topics`, all of one group, not older than `since_ms`.

    `group` is the consumer group whose commits say what is acknowledged.
    """

    topics: tuple[Topic, ...]
    group: str
    since_ms: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """`shared`: keys of the inputs that more than one partition has."""

    report: Report
    shared: SharedKeys


@dataclass(frozen=True, slots=True)
class _Looks:
    acked: Mapping[Place, int]
    inputs: Mapping[Place, Extent]
    ledger: Mapping[Place, Extent]
    outputs: Mapping[Place, Extent]
    letters: Mapping[Place, Extent]

    @property
    def records(self) -> int:
        parts = (self.inputs, self.ledger, self.outputs, self.letters)
        return sum(extent.end - extent.start for part in parts for extent in part.values())


class AuditRun:
    """One audit. Raises `Transient` while the broker is away, `Fatal` for a topic that does not exist."""

    def __init__(
        self, reader: KafkaReader, marks: KafkaMarks, question: Question, sealer: Sealer, progress: Progress
    ) -> None:
        groups = {topic.group for topic in question.topics}
        if len(groups) != 1:
            raise Fatal("topics-of-two-groups", f"{sorted(groups)}: audit them one after the other")
        (self._group,) = groups
        self._reader = reader
        self._marks = marks
        self._question = question
        self._sealer = sealer
        self._progress = progress
        self._read = 0
        self._records = 0
        self._ledger = LEDGERS[self._group]

    async def run(self, now_ms: int) -> Answer:
        """Read and judge everything."""
        looks = await self._look()
        self._records = looks.records
        shared = SharedKeys()
        numbers = sorted({place.partition for place in looks.inputs})
        reports: list[Report] = []
        for first in range(0, len(numbers), AT_ONCE):
            some = numbers[first : first + AT_ONCE]
            audits = {n: PartitionAudit(n, self._spans(looks, n, now_ms), self._sealer) for n in some}
            await self._tell(looks, audits, shared)
            reports += [audit.report() for audit in audits.values()]
        return Answer(total(reports), shared)

    async def _look(self) -> _Looks:
        topics = self._question.topics
        acked = await self._marks.committed(self._question.group)
        inputs = await self._extents(topics)
        ledger = await self._extents([self._ledger])
        tables = [t for t in in_group(self._group) if t.role is Role.OUTPUT and t.policy is Policy.COMPACT]
        outputs = await self._extents(tables)
        letters = await self._extents([dead_letters_of(topic) for topic in topics])
        if since := self._question.since_ms:
            inputs = await self._from_moment(inputs, since)
            ledger = await self._from_moment(ledger, max(0, since - SKEW_MS))
        return _Looks(acked, inputs, ledger, outputs, letters)

    async def _extents(self, topics: Iterable[Topic]) -> Mapping[Place, Extent]:
        places = [place for topic in topics for place in await self._reader.places(topic.name)]
        return await self._reader.extents(places) if places else {}

    async def _from_moment(self, extents: Mapping[Place, Extent], wall_ms: int) -> Mapping[Place, Extent]:
        firsts = await self._marks.at_moment(extents, wall_ms)
        # The end was taken before: what has come since is not asked for.
        return {place: Extent(min(firsts[place], e.end), e.end) for place, e in extents.items()}

    def _spans(self, looks: _Looks, number: int, now_ms: int) -> dict[str, Span]:
        entries = looks.ledger[Place(self._ledger.name, number)]
        spans = {}
        for topic in self._question.topics:
            place = Place(topic.name, number)
            letters = dead_letters_of(topic)
            begun = looks.letters[Place(letters.name, number)].start
            spans[topic.name] = Span(
                start=looks.inputs[place].start,
                acked=looks.acked.get(place, 0),
                end=looks.inputs[place].end,
                entries_from_ms=_kept_from(self._ledger, entries.start, now_ms),
                letters_from_ms=_kept_from(letters, begun, now_ms),
            )
        return spans

    async def _tell(self, looks: _Looks, audits: Mapping[int, PartitionAudit], shared: SharedKeys) -> None:
        """Outputs and dead letters, then inputs, then the ledger: the order that `PartitionAudit` needs."""
        async for place, record in self._records_of(looks.outputs, audits):
            audits[place.partition].output(place.topic, record.key or b"", seen_of(record.value, record.headers))
        async for place, record in self._records_of(looks.letters, audits):
            _dead_letter(audits[place.partition], _delivery(place, record))
        async for place, record in self._records_of(looks.inputs, audits):
            audits[place.partition].event(_delivery(place, record))
            if record.key is not None and _at_home(place.topic, record):
                shared.add(record.key, place.partition)
        async for place, record in self._records_of(looks.ledger, audits):
            self._entry(audits[place.partition], Position(*place, record.offset), record.value)

    def _entry(self, audit: PartitionAudit, position: Position, value: bytes | None) -> None:
        try:
            entry = decode(value or b"", LedgerEntry, self._ledger.max_record_bytes)
        except Undecodable as fault:
            audit.unreadable(position, str(fault.reason))
        else:
            audit.entry(entry)

    async def _records_of(
        self, extents: Mapping[Place, Extent], audits: Mapping[int, PartitionAudit]
    ) -> AsyncIterator[tuple[Place, LogRecord]]:
        ranges = {place: extent for place, extent in extents.items() if place.partition in audits}
        async for batch in self._reader.read_range(ranges):
            self._count(batch.values())
            for place, records in batch.items():
                for record in records:
                    yield Place(*place), record
        self._progress(self._read, self._records)

    def _count(self, batches: Iterable[Sequence[LogRecord]]) -> None:
        self._read += sum(map(len, batches))
        self._progress(self._read, self._records)


def _at_home(topic: str, record: LogRecord) -> bool:
    """Whether its key says where it belongs, and may be told: no pseudonym may be a mailbox, and a request is sent to
    every partition.
    """
    if not TOPICS[topic].personal:
        return True
    asks = REQUEST_TYPE.encode() in (record.value or b"")
    return not asks and re.fullmatch(PSEUDONYM, (record.key or b"").decode(errors="replace")) is not None


def _kept_from(topic: Topic, start: int, now_ms: int) -> int:
    """What is older may have been deleted from this topic; 0 where nothing ever was."""
    return max(0, now_ms - topic.retention_ms) if start and topic.retention_ms else 0


def _delivery(place: Place, record: LogRecord) -> Delivery:
    position = Position(*place, record.offset)
    return Delivery(position, record.key, record.value, tuple(record.headers), record.timestamp)


def _dead_letter(audit: PartitionAudit, letter: Delivery) -> None:
    told = dict(letter.headers)
    try:
        topic = (told["kafka_dlt-original-topic"] or b"").decode()
        offset = int(told["kafka_dlt-original-offset"] or b"")
    except (KeyError, ValueError):
        audit.unreadable(letter.position, "a dead letter that does not say of what")
        return
    audit.dead_letter(letter, topic, offset)
