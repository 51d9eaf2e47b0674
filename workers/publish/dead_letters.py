"""Dead letters: the original key, bytes and headers untouched, and why, in the words of both tools people have.

Those about persons are sealed: `sealed_letters.py`.
"""

from schemas.outbound import LedgerEntry
from schemas.topics import TOPICS, dead_letters_of
from workers.errors import Permanent
from workers.outcome import Delivery, Publication, Record
from workers.ports import Sealer
from workers.publish.ledger import key_text, ledger_records, redriven_from, source_of
from workers.publish.sealed_letters import ORIGINAL_TIMESTAMP, detail_of, sealed_letter

REASON = "copydesk-dlq-reason"
MAX_DETAIL = 256


def headers_of(delivery: Delivery, fault: Permanent) -> tuple[tuple[str, bytes], ...]:
    """The reason in Kafka Connect's and Spring's families of headers; under 4 KiB, and no word of the event itself."""
    position = delivery.position
    detail = detail_of(TOPICS[position.topic], fault).encode()[:MAX_DETAIL]
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
        (ORIGINAL_TIMESTAMP, str(delivery.timestamp_ms).encode()),
        ("kafka_dlt-exception-fqcn", reason),
        ("kafka_dlt-exception-message", detail),
    )


def dead_letter(delivery: Delivery, fault: Permanent, sealer: Sealer, wall_ms: int) -> Publication:
    """The record for `<input>-dlq`, and the ledger's entry."""
    position = delivery.position
    topic = TOPICS[position.topic]
    letter = sealed_letter(delivery, sealer) if topic.personal else delivery
    record = Record(
        topic=dead_letters_of(topic).name,
        partition=position.partition,
        key=letter.key,
        value=letter.value,
        headers=(*letter.headers, *headers_of(delivery, fault)),
    )
    outcome = LedgerEntry(
        source=source_of(redriven_from(delivery) or position),
        key=key_text(letter.key),
        verdict="dead-lettered",
        reason=fault.reason,
        at_ms=wall_ms,
    )
    return Publication(outputs=(record,), ledger=ledger_records(letter, outcome), verdicts=("dead-lettered",))
