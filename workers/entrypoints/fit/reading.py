"""What a fit reads: products, what users did with them, what they like and asked for."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Final

from schemas.codec import Undecodable, decode_own
from schemas.inbound_users import ActedOn, UserRequest
from schemas.outbound import CatalogueEntry
from schemas.outbound_users import ProfileEntry
from schemas.topics import CATALOGUE, PROFILE, USER_BEHAVIOUR
from workers.adapters.tables_entry import LogRecord
from workers.desks.personalise import Personalise
from workers.desks.sheet import facts_in
from workers.entrypoints.reading import Held, Reading
from workers.errors import Fatal, Permanent
from workers.outcome import Delivery, Position
from workers.plan.facets import facets_of
from workers.plan.fitting_acts import Acts, Marked
from workers.plan.fitting_shelves import Offered
from workers.plan.profile import Step, Wish
from workers.publish.fold import edition_of
from workers.publish.ledger import redriven_from

AT_ONCE: Final = 8
"""Partitions of behaviour that are held in memory at a time."""
MAX_PRODUCTS: Final = 200_000
"""Of the catalogue, those with the first ids; the others are left out, and counted."""
_HASH: Final = 32
"""The last signs of a pseudonym, which the key's version does not come before."""
_LAST: Final = b"\xff"
MAX_MARKED: Final = 1_000_000
"""Users of so many partitions who have asked for something. None of them may be left out."""


async def products_of(read: Reading) -> tuple[dict[str, Offered], int]:
    """What the catalogue lists, by id in the order of the ids, and how many products are left out for want of room."""
    found = await read.visible(CATALOGUE, _offered)
    # A product that stands in two partitions is told by its higher edition.
    latest = {key: held for (_, key), held in sorted(found.items(), key=lambda pair: pair[1].edition)}
    listed = {key.decode(): held.value for key, held in latest.items() if held.value is not None}
    kept = sorted(listed)[:MAX_PRODUCTS]
    return {name: listed[name] for name in kept}, len(listed) - len(kept)


def _offered(record: LogRecord) -> Offered | None:
    try:
        entry = decode_own(record.value or b"", CatalogueEntry)
    except Undecodable:
        return None
    if not entry.listed or entry.product.encode() != record.key:
        return None
    facts = facts_in(entry)
    in_stock = all(fact.value != "no" for fact in facts if fact.name == "in_stock")
    return Offered(facets_of(ActedOn(id=entry.product), facts), record.timestamp, in_stock)


async def acts_of(read: Reading, numbers: Mapping[str, int]) -> AsyncIterator[Acts]:
    """What users did with these products, partition by partition in their order, each read to its end."""
    count = read.partitions(USER_BEHAVIOUR)
    desk = Personalise()
    for first in range(0, count, AT_ONCE):
        some = range(first, min(first + AT_ONCE, count))
        marked = await _marked(read, some)
        acts = {number: Acts(numbers, marked[number]) for number in some}
        async for partition, record in read.records(USER_BEHAVIOUR, some):
            step = _step(desk, _delivery(partition, record))
            if step is None:
                read.unreadable += 1
            else:
                acts[partition].take(step)
        for number in some:
            yield acts[number]


async def _marked(read: Reading, numbers: Sequence[int]) -> dict[int, dict[str, Marked]]:
    """Who is forgotten up to where, and who has opted out: the request may be gone from the log, its mark is not."""
    found: dict[int, dict[str, Marked]] = {number: {} for number in numbers}
    visible = await read.visible(PROFILE, _mark, numbers)
    for (partition, key), held in visible.items():
        if held.value is not None:
            found[partition][key.decode(errors="replace")] = held.value
    if sum(map(len, found.values())) > MAX_MARKED:
        raise Fatal("too-many-marks", f"more than {MAX_MARKED:,} users have asked for something; use more partitions")
    return found


def _mark(record: LogRecord) -> Marked | None:
    try:
        entry = decode_own(record.value or b"", ProfileEntry)
    except Undecodable:
        # It may have said that the user wants to be left alone.
        return Marked(opted_out=True)
    return Marked(entry.forgotten, entry.opted_out) if entry.opted_out or entry.forgotten >= 0 else None


def _delivery(partition: int, record: LogRecord) -> Delivery:
    position = Position(USER_BEHAVIOUR.name, partition, record.offset)
    return Delivery(position, record.key, record.value, tuple(record.headers), record.timestamp)


def _step(desk: Personalise, delivery: Delivery) -> Step | Wish | None:
    try:
        received = desk.decode(delivery)
    except Permanent:
        return None
    first = redriven_from(received.delivery)
    origin = -1 if first is None else first.offset
    offset = delivery.position.offset
    if isinstance(received.event, UserRequest):
        return Wish(offset, received.event, origin)
    return Step(offset, delivery.timestamp_ms, received.event, origin=origin)


async def likes_of(read: Reading, since_ms: int, most: int) -> list[Mapping[str, int]]:
    """What each user likes who has done something since; who has opted out is not counted.

    Of more than `most` users it takes some that are as good as drawn, and the same each time: ids are keyed hashes.
    """
    kept: dict[bytes, Held[Mapping[str, int]]] = {}
    limit = _LAST
    async for _, record in read.records(PROFILE):
        name = (record.key or b"")[-_HASH:]
        edition = edition_of(record.headers)
        before = kept.get(name)
        if name <= limit and (before is None or edition >= before.edition):
            kept[name] = Held(edition, record.offset, _likes(record, since_ms))
        if len(kept) > 2 * most:
            limit = sorted(kept)[most - 1]
            kept = {name: held for name, held in kept.items() if name <= limit}
    return [likes for name in sorted(kept)[:most] if (likes := kept[name].value)]


def _likes(record: LogRecord, since_ms: int) -> Mapping[str, int] | None:
    try:
        entry = decode_own(record.value or b"", ProfileEntry)
    except Undecodable:
        return None
    if entry.opted_out or entry.at_ms < since_ms:
        return None
    return entry.likes
