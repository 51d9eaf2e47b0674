"""Dead letters: the original key, bytes and headers untouched, and why, in the words of both tools people have."""

from schemas.outbound import LedgerEntry
from schemas.topics import TOPICS, dead_letters_of
from workers.errors import Permanent
from workers.outcome import Delivery, Publication, Record
from workers.publish.ledger import key_text, ledger_records, redriven_from, source_of

REASON = "copydesk-dlq-reason"
MAX_DETAIL = 256


def headers_of(delivery: Delivery, fault: Permanent) -> tuple[tuple[str, bytes], ...]:
    """The reason in Kafka Connect's and Spring's families of headers; under 4 KiB, and no word of the event itself."""
    position = delivery.position
    detail = fault.detail.encode()[:MAX_DETAIL]
    topic, partition, offset = (str(part).encode() for part in position)
    reason = fault.reason.encode()
    return (
        (REASON, reason),
        ("__connect.errors.topic", topic),
        ("__connect.errors.partition", partition),
        ("__connect.errors.offset", offset),
        ("__connect.errors.stage", b"VALUE_CONVERTER"),
        ("__connect.errors.class.name", b"copydesk.decode"),
        ("__connect.errors.exception.class.name", reason),
        ("__connect.errors.exception.message", detail),
        ("kafka_dlt-original-topic", topic),
        ("kafka_dlt-original-partition", partition),
        ("kafka_dlt-original-offset", offset),
        ("kafka_dlt-original-timestamp", str(delivery.timestamp_ms).encode()),
        ("kafka_dlt-exception-fqcn", reason),
        ("kafka_dlt-exception-message", detail),
    )


def dead_letter(delivery: Delivery, fault: Permanent, wall_ms: int) -> Publication:
    """The record for `<input>-dlq`, and the ledger's entry."""
    position = delivery.position
    record = Record(
        topic=dead_letters_of(TOPICS[position.topic]).name,
        partition=position.partition,
        key=delivery.key,
        value=delivery.value,
        headers=(*delivery.headers, *headers_of(delivery, fault)),
    )
    outcome = LedgerEntry(
        source=source_of(redriven_from(delivery) or position),
        key=key_text(delivery.key),
        verdict="dead-lettered",
        reason=fault.reason,
        at_ms=wall_ms,
    )
    return Publication(outputs=(record,), ledger=ledger_records(delivery, outcome), verdicts=("dead-lettered",))
