"""From the catalogue, and the copy that stands, to a pack of values. Partition by partition: a product's copy lies in
the partition that its facts lie in.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Final, NamedTuple

from schemas.codec import Undecodable, decode_own
from schemas.outbound import CatalogueEntry, ProductCopy
from schemas.topics import CATALOGUE, PRODUCT_COPY
from workers.adapters.tables_entry import LogRecord
from workers.desks.sheet import facts_in
from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.values import Values, listed, spelled, strange
from workers.edit.grounding.wordlists import found
from workers.edit.packs.values import Value
from workers.edit.reading import MAX_TEXT_CHARS, read
from workers.entrypoints.reading import Held, Reading
from workers.entrypoints.vocabulary.sifting import Sifted, Words, sifted
from workers.entrypoints.vocabulary.tally import Tally
from workers.errors import Fatal
from workers.plan.brief import Brief, Limits
from workers.publish.fold import edition_of

MAX_HELD_BYTES: Final = 256 << 20
"""Of one partition's catalogue, as it is stored. Records for which there is no room are left out, and counted."""
_LIMITS: Final = Limits(MAX_TEXT_CHARS)


class Asked(NamedTuple):
    """`least`: products that have a value, for it to count, and `sellers` that list them. `doubtful`: what stands in
    others' copy is kept too.
    """

    least: int
    sellers: int
    doubtful: bool


class Doubt(NamedTuple):
    """A value that stands in so many copies of products whose facts do not have it."""

    value: Value
    copies: int


@dataclass(slots=True)
class Built:
    """`left_out`: values by reason; `unread`: records that were no use, and products without room."""

    values: tuple[Value, ...] = ()
    doubtful: tuple[Doubt, ...] = ()
    products: int = 0
    copies: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)


async def built(reading: Reading, asked: Asked, ours: Words) -> Built:
    """The values. Raises `Fatal("no-products")`."""
    made = Built()
    await reading.look((CATALOGUE,))
    tally = await _tallied(reading, made)
    bar = tally.bar(asked.least, asked.sellers)
    sift = sifted(tally.seen(bar), bar, ours)
    made.products, made.left_out = tally.products, sift.left_out
    if tally.forgotten:
        made.left_out["no room"] = tally.forgotten
    await reading.look((CATALOGUE, PRODUCT_COPY))
    await _measured(reading, asked, sift, made)
    return made


async def _tallied(reading: Reading, made: Built) -> Tally:
    tally = Tally()
    for number in range(reading.partitions(CATALOGUE)):
        products, no_room = await _products(reading, number)
        made.unread["products without room"] += no_room
        for value in products.values():
            entry = _entry(value)
            if entry is None:
                made.unread["catalogue records"] += 1
            elif entry.listed:
                tally.add(facts_in(entry), entry.seller)
    if not tally.products:
        raise Fatal("no-products", "the catalogue lists none: produce listings first, or name another --bootstrap")
    return tally


async def _products(reading: Reading, number: int) -> tuple[dict[bytes, bytes], int]:
    """What is visible of one partition, by key, as it lies in the log; and how many records there was no room for."""
    held: dict[bytes, Held[bytes]] = {}
    size = no_room = 0
    async for _, record in reading.records(CATALOGUE, (number,)):
        key, value, edition = record.key or b"", record.value, edition_of(record.headers)
        before = held.get(key)
        if before is not None and (edition, record.offset) < before[:2]:
            continue
        grown = len(value or b"") - len(before.value or b"" if before else b"")
        if size + grown > MAX_HELD_BYTES:
            no_room += 1
            continue
        size += grown
        held[key] = Held(edition, record.offset, value)
    return {key: one.value for key, one in held.items() if one.value is not None}, no_room


def _entry(value: bytes) -> CatalogueEntry | None:
    try:
        return decode_own(value, CatalogueEntry)
    except Undecodable:
        return None


async def _measured(reading: Reading, asked: Asked, sift: Sifted, made: Built) -> None:
    """Each value against the copy that stands: whatever of it no fact vouches for would be refused from now on."""
    known, doubts = listed(sift.values), Counter[str]()
    if known is None:
        return
    for number in range(reading.partitions(CATALOGUE)):
        products, _ = await _products(reading, number)
        copies = await reading.visible(PRODUCT_COPY, partial(_doubted, products, known), (number,))
        told = [one.value for one in copies.values() if one.value is not None]
        made.copies += len(told)
        doubts.update(chain.from_iterable(told))
    counted = [(value, doubts[spelled(value.forms[0])]) for value in sift.values]
    made.doubtful = tuple(Doubt(value, copies) for value, copies in counted if copies)
    if not asked.doubtful and made.doubtful:
        made.left_out["doubtful"] = len(made.doubtful)
    made.values = tuple(value for value, copies in counted if asked.doubtful or not copies)


def _doubted(products: Mapping[bytes, bytes], known: Values, record: LogRecord) -> frozenset[str] | None:
    """The values in the copy that its product's facts lack, each by its first form; None where nobody can say."""
    # No product id holds a space.
    entry = _entry(products.get((record.key or b"").partition(b" ")[0], b""))
    try:
        copy = decode_own(record.value or b"", ProductCopy)
    except Undecodable:
        return None
    if entry is None or copy.revision != entry.revision:
        # The one is of other facts than the other: an event between them is on its way.
        return None
    return frozenset(_strange(copy, entry, known))


def _strange(copy: ProductCopy, entry: CatalogueEntry, known: Values) -> Iterator[str]:
    facts = facts_in(entry)
    for kind, published in copy.kinds.items():
        # Whatever the brief was of, the product's facts are what the copy is true of.
        if found(lowered(fold(published.text)).replace("’", "'"), known.lists):
            brief = Brief(copy.product, kind, copy.locale, facts, _LIMITS)
            yield from (hit.meaning.keys[0] for hit in strange(read(published.text, brief), known))
