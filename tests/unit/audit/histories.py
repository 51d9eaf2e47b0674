"""Small histories of one partition number, and the faults that are planted in them."""

from dataclasses import dataclass, field

from schemas.outbound import LedgerEntry, LedgerOutput, Source
from workers.adapters.sealing import SivSealer
from workers.audit.partition import PartitionAudit, Span
from workers.audit.report import Report
from workers.audit.visible import Seen
from workers.errors import Permanent
from workers.outcome import Delivery, Position
from workers.ports import Sealer
from workers.publish.dead_letters import dead_letter

TOPIC, DLQ, COPY = "product-created", "product-created-dlq", "product-copy"
P = 3
KEYLESS = SivSealer({})


def event(offset: int, key: bytes = b"p1", ms: int = 5000) -> Delivery:
    headers = (("ce_id", b"e%d" % offset), ("flag", b""))
    return Delivery(Position(TOPIC, P, offset), key, b"{%d}" % offset, headers, ms)


def letter(offset: int, at: int, **changed: object) -> Delivery:
    (record,) = dead_letter(event(offset), Permanent("malformed-json", "at 3"), KEYLESS, 7).outputs
    told = Delivery(Position(DLQ, P, at), record.key, record.value, record.headers, 0)
    return told._replace(**changed)


def published(edition: int, key: str = "p1 en", verdict: str = "published") -> LedgerOutput:
    return LedgerOutput(topic=COPY, partition=P, key=key, edition=edition, verdict=verdict)


def entry(offset: int, verdict: str = "published", *outputs: LedgerOutput, **more: object) -> LedgerEntry:
    facts = {"source": Source(topic=TOPIC, partition=P, offset=offset), "key": "p1", "at_ms": 0} | more
    return LedgerEntry(verdict=verdict, outputs=outputs, **facts)


def value(edition: int, of: int, topic: str = TOPIC) -> Seen:
    """Copy that follows from the event at this offset."""
    return Seen(edition, value=True, source=Position(topic, P, of))


def tombstone(edition: int, of: int | None, topic: str = TOPIC) -> Seen:
    """None: a repair by an owner that never had the key."""
    return Seen(edition, value=False, source=None if of is None else Position(topic, P, of))


@dataclass
class History:
    """What stands in the topics of one partition number."""

    events: list[Delivery] = field(default_factory=list)
    entries: list[LedgerEntry] = field(default_factory=list)
    letters: list[tuple[Delivery, int]] = field(default_factory=list)
    outputs: list[tuple[bytes, Seen]] = field(default_factory=list)
    span: Span = field(default_factory=lambda: Span(0, 1000, 1000))
    topic: str = TOPIC
    sealer: Sealer = KEYLESS

    def judged(self) -> Report:
        audit = PartitionAudit(P, {self.topic: self.span}, self.sealer)
        for key, seen in self.outputs:
            audit.output(COPY, key, seen)
        for one, offset in self.letters:
            audit.dead_letter(one, self.topic, offset)
        for one in self.events:
            audit.event(one)
        for one in self.entries:
            audit.entry(one)
        return audit.report()


def clean() -> History:
    """Created, changed while that waited, unreadable, changed back (unchanged), delisted, not handled yet."""
    return History(
        events=[event(offset) for offset in range(6)],
        entries=[
            entry(0, "superseded", reason="newer-waits", superseded_by=1),
            entry(1, "published", published(10), model_calls=5, tokens_in=70, tokens_out=40),
            entry(2, "dead-lettered", reason="malformed-json"),
            entry(3, "unchanged", published(10, verdict="unchanged")),
            entry(4, "withdrawn", published(11, verdict="withdrawn")),
        ],
        letters=[(letter(2, at=0), 2)],
        outputs=[(b"p1 en", value(10, of=1)), (b"p1 en", tombstone(11, of=4))],
        span=Span(0, 5, 6),
    )


def drop_entry(history: History) -> None:
    del history.entries[1]


def letter_lost(history: History) -> None:
    history.letters.clear()


def letter_value_changed(history: History) -> None:
    history.letters[0] = (letter(2, 0, value=b"{2} "), 2)


def letter_key_changed(history: History) -> None:
    history.letters[0] = (letter(2, 0, key=None), 2)


def letter_header_lost(history: History) -> None:
    history.letters[0] = (letter(2, 0, headers=letter(2, 0).headers[1:]), 2)


def letter_null_for_empty(history: History) -> None:
    history.events[2] = history.events[2]._replace(value=b"")
    history.letters[0] = (letter(2, 0, value=None), 2)


def letters_beyond_repeats(history: History) -> None:
    history.letters += [(letter(2, at), 2) for at in (1, 2)]


def letter_of_nothing(history: History) -> None:
    history.letters.append((letter(900, 9), 900))


def letter_and_published(history: History) -> None:
    history.letters.append((letter(1, 9), 1))


def letter_then_published(history: History) -> None:
    history.entries.append(entry(2, "published", published(10)))


def published_then_letter(history: History) -> None:
    history.entries.append(entry(1, "dead-lettered", reason="malformed-json"))
    history.letters.append((letter(1, 9), 1))


def edition_nowhere(history: History) -> None:
    history.outputs[:] = [(b"p1 en", value(9, of=0))]
    history.entries.pop()


def output_wiped(history: History) -> None:
    history.outputs.clear()
    history.entries.pop()
    history.entries.pop()


def withdrawal_not_there(history: History) -> None:
    history.outputs.pop()


def earlier_edition_nowhere(history: History) -> None:
    history.entries.insert(1, entry(1, "published", published(99, key="p1 en")))


def entry_of_nothing(history: History) -> None:
    history.entries.append(entry(700))


def entry_in_another_partition(history: History) -> None:
    history.entries.append(entry(1, source=Source(topic=TOPIC, partition=P + 1, offset=1)))


def output_in_another_partition(history: History) -> None:
    moved = published(10).model_copy(update={"partition": P + 1})
    history.entries[3] = entry(3, "published", moved)
