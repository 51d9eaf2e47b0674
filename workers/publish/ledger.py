"""The ledger's records: what became of each input event."""

from schemas.codec import encode
from schemas.envelope import binary_headers
from schemas.outbound import LedgerEntry, Source
from schemas.topics import LEDGERS, TOPICS
from workers.outcome import Delivery, Position, Record


def source_of(position: Position) -> Source:
    """A position as it is written into records."""
    return Source(topic=position.topic, partition=position.partition, offset=position.offset)


def key_text(key: bytes | None) -> str | None:
    """A key as the ledger shows it: at most 256 characters, whatever its bytes are."""
    return None if key is None else key.decode(errors="replace")[:256]


def ledger_record(delivery: Delivery, entry: LedgerEntry) -> Record:
    """The entry as a record: in the source's partition, keyed by the source's position."""
    position = delivery.position
    return Record(
        topic=LEDGERS[TOPICS[position.topic].group].name,
        partition=position.partition,
        key=str(position).encode(),
        value=encode(entry),
        headers=binary_headers(entry.type, f"{position}#ledger", str(position), entry.at_ms, delivery.headers),
    )
