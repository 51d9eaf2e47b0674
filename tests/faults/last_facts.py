"""What the input log demands: for each product its last fact, for each position what may become of it.

An own reading of the design's words on revisions, over records and the standard library alone. The workload
puts two marks into its events: one that cannot be read names its dead letter's reason in a header, and each
listing states a capacity that no other facts of its product share.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from tests.faults.topic_log import LogRecord

EXPECTS = "judge-expects"
MARKER = "capacity"
WRITTEN_LOCALES = frozenset({"en", "en-US", "en-GB", "zh", "zh-CN"})

Position = tuple[int, int]
"""Partition and offset in `product-created`."""


class Standing(Enum):
    """What an event is worth."""

    BAD = "cannot be read: a dead letter"
    WENT_BACK = "its version lies below one before it: never published"
    PAST = "counts, and a later one counts more"
    LAST = "the last fact of its product"


@dataclass(frozen=True)
class Fact:
    """A listing, or a delisting: then without marker and locales."""

    position: Position
    version: int | None = None
    marker: str = ""
    locales: frozenset[str] = frozenset()
    delisting: bool = False


@dataclass
class Product:
    """All that the input log says of one product, and what follows."""

    key: bytes
    partition: int
    last: Fact
    version: int
    delisted_at: int
    same: Mapping[int, int]
    """Offsets of listings that counted and said what the last fact says -> the delisting below each; -1 = none.

    Older copy of equal facts may stand: a delisting is passed over when the product's return already waits.
    """
    markers: frozenset[str]
    """Of all listings that ever were, those that do not count too."""


@dataclass
class Demands:
    """The whole input log, read once."""

    products: dict[bytes, Product] = field(default_factory=dict)
    standing: dict[Position, Standing] = field(default_factory=dict)
    expected_reason: dict[Position, str] = field(default_factory=dict)
    delistings: set[Position] = field(default_factory=set)
    records: dict[Position, LogRecord] = field(default_factory=dict)


def demands_of(log: Iterable[LogRecord]) -> Demands:
    """Read `product-created`, its partitions each in order."""
    demands = Demands()
    facts: defaultdict[bytes, list[Fact]] = defaultdict(list)
    for record in log:
        position = (record.partition, record.offset)
        demands.records[position] = record
        reason = record.header(EXPECTS)
        if reason is not None:
            demands.standing[position] = Standing.BAD
            demands.expected_reason[position] = reason.decode()
            continue
        fact = _fact(record)
        facts[record.key or b""].append(fact)
        if fact.delisting:
            demands.delistings.add(position)
    for key, told in facts.items():
        demands.products[key] = _product(key, told, demands)
    return demands


def _product(key: bytes, told: Sequence[Fact], demands: Demands) -> Product:
    """Versions are compared above the last delisting only; what has none rides on the highest before it."""
    counted: list[Fact] = []
    below: dict[int, int] = {}
    delisted_at = -1
    last = told[0]
    for delisting, listings in _segments(told):
        if delisting is not None:
            delisted_at, last = delisting.position[1], delisting
            demands.standing[delisting.position] = Standing.PAST
        counted, dropped = _counting(listings)
        demands.standing |= {fact.position: Standing.PAST for fact in counted}
        demands.standing |= {fact.position: Standing.WENT_BACK for fact in dropped}
        below |= {fact.position[1]: delisted_at for fact in counted}
        last = counted[-1] if counted else last
    demands.standing[last.position] = Standing.LAST
    alike = {fact.position[1] for fact in told if fact.marker == last.marker}
    return Product(
        key=key,
        partition=last.position[0],
        last=last,
        version=max((fact.version or 0 for fact in counted), default=0),
        delisted_at=delisted_at,
        same={offset: delisting for offset, delisting in below.items() if offset in alike},
        markers=frozenset(fact.marker for fact in told if fact.marker),
    )


def _segments(told: Sequence[Fact]) -> list[tuple[Fact | None, list[Fact]]]:
    """What was listed after each delisting, and before the first."""
    segments: list[tuple[Fact | None, list[Fact]]] = [(None, [])]
    for fact in told:
        if fact.delisting:
            segments.append((fact, []))
        else:
            segments[-1][1].append(fact)
    return segments


def _counting(segment: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    counted: list[Fact] = []
    dropped: list[Fact] = []
    highest = 0
    for fact in segment:
        if fact.version is None or fact.version >= highest:
            highest = highest if fact.version is None else fact.version
            counted.append(fact)
        else:
            dropped.append(fact)
    return counted, dropped


def _fact(record: LogRecord) -> Fact:
    position = (record.partition, record.offset)
    if record.value is None:
        return Fact(position, delisting=True)
    listing: dict[str, Any] = json.loads(record.value)
    marker = next(a["value"] for a in listing["attributes"] if a["name"] == MARKER)
    locales = frozenset(listing["locales"]) & WRITTEN_LOCALES
    return Fact(position, listing.get("version"), marker, locales)
