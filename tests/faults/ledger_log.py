"""The ledger as the judge reads it: source position -> outcomes, in the order in which they were told."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from tests.faults.topic_log import LogRecord

Source = tuple[str, int, int]


@dataclass(frozen=True)
class Output:
    """One record that an entry tells of."""

    topic: str
    key: bytes
    edition: int
    verdict: str


@dataclass(frozen=True)
class Outcome:
    """One ledger entry."""

    verdict: str
    reason: str | None
    superseded_by: int | None
    outputs: tuple[Output, ...]
    offset: int


def source_of(record: LogRecord) -> Source:
    """The position that an entry is about; its key spells it too."""
    topic, partition, offset = (record.key or b"").decode().rsplit("/", 2)
    return topic, int(partition), int(offset)


def outcomes_of(log: Iterable[LogRecord]) -> dict[Source, list[Outcome]]:
    """All entries by position. Raises ValueError for an entry that contradicts its own key."""
    outcomes: dict[Source, list[Outcome]] = {}
    for record in log:
        source = source_of(record)
        entry = json.loads(record.value or b"null")
        told = entry["source"]
        if (told["topic"], told["partition"], told["offset"]) != source or record.partition != source[1]:
            raise ValueError(f"entry {record.partition}/{record.offset} of {source} says {told}")
        outputs = tuple(Output(o["topic"], o["key"].encode(), o["edition"], o["verdict"]) for o in entry["outputs"])
        outcome = Outcome(entry["verdict"], entry["reason"], entry["superseded_by"], outputs, record.offset)
        outcomes.setdefault(source, []).append(outcome)
    return outcomes
