"""What is visible against what the last facts demand: copy by locale, and the catalogue's entry."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.faults import topic_log
from tests.faults.last_facts import Demands, Product
from tests.faults.report import Finding
from tests.faults.topic_log import LogRecord

EDITION = "copydesk-edition"


@dataclass
class Fold:
    """A compacted topic as its readers see it. `reached`: by key, each record that became visible."""

    visible: dict[bytes, LogRecord] = field(default_factory=dict)
    reached: dict[bytes, list[LogRecord]] = field(default_factory=dict)
    unmarked: list[LogRecord] = field(default_factory=list)
    partitions: dict[bytes, set[int]] = field(default_factory=dict)

    def highest(self, key: bytes) -> int:
        return edition_of(self.visible[key]) if key in self.visible else 0


def edition_of(record: LogRecord) -> int:
    """0 where the header is missing or no number."""
    text = record.header(EDITION) or b""
    return int(text) if text.isdigit() else 0


def fold_by_edition(log: Iterable[LogRecord]) -> Fold:
    """Readers keep the highest edition that they have seen; of equal ones the later."""
    fold = Fold()
    for record in log:
        key = record.key or b""
        fold.partitions.setdefault(key, set()).add(record.partition)
        if edition_of(record) == 0:
            fold.unmarked.append(record)
        if key not in fold.visible or edition_of(record) >= fold.highest(key):
            fold.visible[key] = record
            fold.reached.setdefault(key, []).append(record)
    return fold


def copy_findings(demands: Demands, copies: Fold) -> Iterator[Finding]:
    """Every product, every locale that it has or ever had."""
    of_product: dict[bytes, dict[str, LogRecord]] = {}
    for key, record in copies.visible.items():
        product, _, place = key.partition(b" ")
        of_product.setdefault(product, {})[place.decode()] = record
    for name, demanded in demands.products.items():
        locales = of_product.get(name, {})
        visible = {locale: record for locale, record in locales.items() if record.value is not None}
        yield from _product_findings(demanded, visible)
        for locale in locales:
            yield from _history_findings(demanded, name + b" " + locale.encode(), copies)
    yield from (
        Finding("no-edition", record.key, f"{record.topic}/{record.partition}/{record.offset}")
        for record in copies.unmarked
    )


def _product_findings(product: Product, visible: Mapping[str, LogRecord]) -> Iterator[Finding]:
    for locale in sorted(set(visible) - product.last.locales):
        yield Finding("withdrawn-visible", (product.key, locale), f"last fact: {product.last}")
    for locale in sorted(product.last.locales):
        if locale not in visible:
            yield Finding("missing-copy", (product.key, locale), f"last fact: {product.last}")
        else:
            story = _wrong(product, locale, visible[locale])
            if story:
                yield Finding("wrong-copy", (product.key, locale), f"{story}; last fact: {product.last}")


def _wrong(product: Product, locale: str, record: LogRecord) -> str:
    value: dict[str, Any] = json.loads(record.value or b"null")
    if (value["product"].encode(), value["locale"]) != (product.key, locale):
        return f"it is the copy of {value['product']} {value['locale']}"
    if record.partition != product.partition:
        return f"it stands in partition {record.partition}, its product in {product.partition}"
    text = "\n".join(kind["text"] for kind in value["kinds"].values())
    if not says(text, product.last.marker):
        return f"it does not say {product.last.marker}: {text!r}"
    others = sorted(m for m in product.markers - {product.last.marker} if says(text, m))
    if others:
        return f"it says {others} of other listings: {text!r}"
    return _wrong_origin(product, value)


def _wrong_origin(product: Product, value: Mapping[str, Any]) -> str:
    """Copy may be older than the last fact only while everything since then has said the same."""
    revision, source = value["revision"], value["source"]
    if revision["offset"] not in product.same:
        return f"its revision is of offset {revision['offset']}, not of one of {sorted(product.same)}"
    if revision["delisted_at"] != product.same[revision["offset"]]:
        return f"its revision {revision} is not above the delisting at {product.same[revision['offset']]}"
    if source["partition"] != product.partition:
        return f"its source is in partition {source['partition']}"
    if source["topic"] == topic_log.INPUT and source["offset"] != revision["offset"]:
        return f"its source is {source['offset']}, its revision of {revision['offset']}"
    return ""


def says(text: str, number: str) -> bool:
    """Whether the number stands in the text, alone."""
    return re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", text) is not None


def _history_findings(product: Product, name: bytes, copies: Fold) -> Iterator[Finding]:
    highest = -1
    for record in copies.reached[name]:
        offset = _told_at(record)
        if offset is not None:
            if offset < highest:
                yield Finding("went-back", name, f"{record.offset}: from offset {highest} to {offset}")
            highest = max(highest, offset)
    if copies.partitions[name] != {product.partition}:
        yield Finding("two-partitions", name, f"in {copies.partitions[name]}, its product in {product.partition}")


def _told_at(record: LogRecord) -> int | None:
    """The offset of the fact that a record tells. A tombstone has only its id to say it with."""
    if record.value is not None:
        offset: int = json.loads(record.value)["revision"]["offset"]
        return offset
    cause, mark, _ = (record.header("ce_id") or b"").decode().partition("#")
    topic, _, place = cause.partition("/")
    return int(place.rpartition("/")[2]) if mark and topic == topic_log.INPUT else None


def review_findings(demands: Demands, reviews: Fold) -> Iterator[Finding]:
    """Nobody is asked about what is not sold, or not in that locale; and in its product's partition."""
    for key, record in reviews.visible.items():
        name, _, rest = key.partition(b" ")
        product = demands.products.get(name)
        if product is None or record.value is None:
            continue
        if rest.partition(b" ")[0].decode() not in product.last.locales:
            yield Finding("review-of-nothing", key, f"last fact: {product.last}")
        if record.partition != product.partition:
            yield Finding("two-partitions", key, f"in {record.partition}, its product in {product.partition}")


def catalogue_findings(demands: Demands, entries: Fold) -> Iterator[Finding]:
    """Each product's entry tells of its last fact: listed or withdrawn, and by which event."""
    for key, product in demands.products.items():
        record = entries.visible.get(key)
        if record is None or record.value is None:
            yield Finding("catalogue", key, "no entry")
            continue
        value = json.loads(record.value)
        wanted = {
            "listed": not product.last.delisting,
            "source": product.last.position[1],
            "offset": product.last.position[1],
            "delisted_at": product.delisted_at,
            "version": product.version,
        }
        found = {
            "listed": value["listed"],
            "source": value["source"]["offset"],
            **{name: value["revision"][name] for name in ("offset", "delisted_at", "version")},
        }
        if found != wanted:
            yield Finding("catalogue", key, f"{found}, expected {wanted}")
    yield from (Finding("no-edition", record.key, "catalogue") for record in entries.unmarked)
