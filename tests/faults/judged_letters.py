"""Dead letters against the input: each bad event is there as it came, with its reason; no good one is."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from tests.faults import topic_log
from tests.faults.last_facts import Demands, Position
from tests.faults.report import Finding
from tests.faults.topic_log import LogRecord, Partition

REASON = "copydesk-dlq-reason"
SPRING = ("kafka_dlt-original-topic", "kafka_dlt-original-partition", "kafka_dlt-original-offset")
CONNECT = ("__connect.errors.topic", "__connect.errors.partition", "__connect.errors.offset")


def concerns(letter: LogRecord, begins: Mapping[Partition, int]) -> bool:
    """Whether a dead letter is of a position that is judged, or of none at all."""
    place = _origin(letter, SPRING)
    return place is None or place[1] >= begins.get((topic_log.INPUT, place[0]), 0)


def letter_findings(demands: Demands, letters: Iterable[LogRecord]) -> Iterator[Finding]:
    """Missing, phantom, in the wrong place, changed, or with another reason."""
    seen: set[Position] = set()
    for letter in letters:
        place = _origin(letter, SPRING)
        if place is None or place != _origin(letter, CONNECT):
            yield Finding("dead-letter-headers", (letter.partition, letter.offset), f"{letter.headers}")
        elif place not in demands.expected_reason:
            yield Finding("dead-letter-phantom", place, "a dead letter of what can be read, or never came")
        else:
            seen.add(place)
            yield from _differences(demands.records[place], letter, demands.expected_reason[place])
    for place in sorted(set(demands.expected_reason) - seen):
        yield Finding("dead-letter-missing", place, f"expected {demands.expected_reason[place]}")


def _differences(original: LogRecord, letter: LogRecord, reason: str) -> Iterator[Finding]:
    place = (original.partition, original.offset)
    if (_digest(letter.key), _digest(letter.value)) != (_digest(original.key), _digest(original.value)):
        yield Finding("dead-letter-bytes", place, "key or value is not what came in")
    if letter.headers[: len(original.headers)] != original.headers:
        yield Finding("dead-letter-bytes", place, "the headers are not what came in")
    if letter.header(REASON) != reason.encode():
        yield Finding("dead-letter-reason", place, f"{letter.header(REASON)!r}, expected {reason}")
    if letter.partition != original.partition:
        yield Finding("dead-letter-partition", place, f"in {letter.partition}")


def _origin(letter: LogRecord, names: tuple[str, str, str]) -> Position | None:
    topic, partition, offset = (letter.header(name) or b"" for name in names)
    if topic != topic_log.INPUT.encode() or not partition.isdigit() or not offset.isdigit():
        return None
    return int(partition), int(offset)


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()
