"""The ledger's records: what became of each input event."""

import re
from functools import lru_cache
from typing import Final

from schemas.codec import encode
from schemas.envelope import binary_headers
from schemas.outbound import LedgerEntry, Source
from schemas.topics import LEDGERS, TOPICS
from workers.outcome import Delivery, Position, Record

_NUMBER: Final = re.compile(r"[0-9]{1,16}")
REDRIVEN: Final = "copydesk-redriven-from"
"""Header of a record sent again from a dead-letter topic: where it first stood, as `topic/partition/offset`."""


def number_in(text: str) -> int | None:
    """A whole number of at most 16 digits. Python refuses to read one of thousands, and a stranger may send one."""
    return int(text) if _NUMBER.fullmatch(text) else None


def redriven_from(delivery: Delivery) -> Position | None:
    """Where a redriven record first stood; None for any other, and for a header that cannot be true."""
    for name, value in delivery.headers:
        if name == REDRIVEN:
            topic, partition, offset = (*(value or b"").decode(errors="replace").split("/"), "", "", "")[:3]
            here = delivery.position
            first = number_in(offset)
            if (topic, partition) == (here.topic, str(here.partition)) and first is not None and first < here.offset:
                return Position(topic, here.partition, first)
    return None


@lru_cache(maxsize=256)
def source_of(position: Position) -> Source:
    """A position as it is written into records: the same in all that follow from one event."""
    return Source(topic=position.topic, partition=position.partition, offset=position.offset)


def key_text(key: bytes | None) -> str | None:
    """A key as the ledger shows it: at most 256 characters, whatever its bytes are."""
    return None if key is None else key.decode(errors="replace")[:256]


def ledger_records(delivery: Delivery, outcome: LedgerEntry) -> tuple[Record, ...]:
    """What became of a delivery: one entry, or two for a redriven one.

    A redriven event's outcome stands where it first stood (`outcome.source`), and `redriven` where it came again.
    """
    source = outcome.source
    first = Position(source.topic, source.partition, source.offset)
    if first == delivery.position:
        return (_record(delivery, first, outcome),)
    again = LedgerEntry(source=source_of(delivery.position), key=outcome.key, verdict="redriven", at_ms=outcome.at_ms)
    return (_record(delivery, first, outcome), _record(delivery, delivery.position, again))


def _record(delivery: Delivery, position: Position, entry: LedgerEntry) -> Record:
    name, cause = str(position), str(delivery.position)
    return Record(
        topic=LEDGERS[TOPICS[position.topic].group].name,
        partition=delivery.position.partition,
        key=name.encode(),
        value=encode(entry),
        headers=binary_headers(entry.type, f"{name}#ledger", cause, entry.at_ms, delivery.headers),
    )
