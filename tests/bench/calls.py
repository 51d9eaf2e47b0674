"""How many blurbs a behaviour event costs: both uses in memory, over the simulated shop. Counts, no clock."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from schemas.codec import decode, decode_own, encode
from schemas.inbound_users import UserBehaviour
from schemas.outbound import LedgerEntry
from schemas.outbound_users import Affinity, PopularShelf, ProfileEntry, Weighed
from schemas.topics import (
    AFFINITY,
    AUDIENCE,
    COPY_REQUESTS,
    PERSONAL_COPY,
    PRODUCT_CREATED,
    PROFILE,
    TOPICS,
    USER_BEHAVIOUR,
)
from tests.bench.held_out import Trial
from tests.bench.recommend import START_MS, simulated
from tests.doubles import ManualClock
from workers.bootstrap import desks_of
from workers.demo import listings
from workers.entrypoints.fit import audiences as fit_audiences
from workers.entrypoints.reading import Held
from workers.entrypoints.trial.event import Bench, bench
from workers.outcome import Delivery, Entry, Position, Record
from workers.settings import Settings

USERS = 1_000
EVENTS = 12_000
FITTED_AT = 3_000
K_MIN = 20
"""As the command has it."""


class Calls(NamedTuple):
    """Of `events` of users: how often blurbs were asked for and written, and copies written anew."""

    events: int
    asked: int
    written: int
    copies: int


class _Shop:
    """One partition of everything."""

    def __init__(self, table: Bench) -> None:
        self._table = table
        self._ends: Counter[str] = Counter()
        self.counts: Counter[str] = Counter()

    async def event(self, topic: str, key: bytes, value: bytes, at_ms: int) -> None:
        """To its outcome, and what it asks for with it."""
        position = Position(topic, 0, self._ends[topic])
        self._ends[topic] += 1
        trial = await self._table.handle(Delivery(position, key, value, (), at_ms))
        publication = trial.publication
        for record in publication.outputs:
            self.counts["copies"] += record.topic == PERSONAL_COPY.name
            if record.topic == COPY_REQUESTS.name:
                await self.event(record.topic, record.key or b"", record.value or b"", at_ms)
        if topic == COPY_REQUESTS.name:
            self.counts["asked"] += 1
            self.counts["written"] += _entry(publication.ledger[0]).model_calls

    def fit_audiences(self, now_ms: int) -> None:
        """What `audiences fit` would publish by now."""
        held = self._table.sink.tables[PROFILE.name].entries.values()
        profiles = [decode_own(entry.value, ProfileEntry) for entry in held if entry.value is not None]
        likes = [profile.likes for profile in profiles if not profile.opted_out]
        asked = fit_audiences.Asked(since_ms=0, k=0, k_min=K_MIN, now_ms=now_ms)
        found = fit_audiences.audiences_of(fit_audiences.Profiles(likes, Held(0, -1, None), 1), asked, lambda _: None)
        self._table.followed[AUDIENCE.name].apply(found.record)

    def fit_affinity(self, trial: Trial) -> None:
        """What `affinity fit` would publish by now."""
        entries = self._table.followed[AFFINITY.name].entries
        for product, row in trial.neighbours.items():
            record = Affinity(product=product, edition=1, neighbours=tuple(_weighed(row)))
            entries[0, f"product {product}".encode()] = Entry(1, encode(record))
        for name, row in trial.shelves.items():
            shelf = PopularShelf(shelf=name, edition=1, products=tuple(_weighed(row)))
            entries[0, f"shelf {name}".encode()] = Entry(1, encode(shelf))


def _weighed(row: Mapping[str, int]) -> Iterator[Weighed]:
    return (Weighed(product=product, weight=weight) for product, weight in row.items())


def _entry(record: Record) -> LedgerEntry:
    return decode(record.value or b"", LedgerEntry, TOPICS[record.topic].max_record_bytes)


async def _counted(users: int, count: int) -> tuple[Calls, Calls]:
    desks = desks_of(Settings()) | desks_of(Settings(desks=("personalise",)))
    world = simulated(listings(), users, count)
    early = world._replace(steps=world.steps[:FITTED_AT])
    async with bench(desks, ManualClock()) as table:
        shop = _Shop(table)
        for listing in listings():
            await shop.event(PRODUCT_CREATED.name, listing.id.encode(), encode(listing), START_MS)
        half: Mapping[str, int] = {}
        for number, step in enumerate(world.steps):
            if number == FITTED_AT:
                shop.fit_affinity(Trial(early))
                shop.fit_audiences(step.recorded_ms)
            if number == len(world.steps) // 2:
                half = dict(shop.counts)
            event: UserBehaviour = step.event
            await shop.event(USER_BEHAVIOUR.name, event.user.encode(), encode(event), step.recorded_ms)
    whole, number = shop.counts, len(world.steps)
    later = {name: whole[name] - half.get(name, 0) for name in whole}
    return _calls(number, whole), _calls(number - number // 2, later)


def _calls(events: int, counts: Mapping[str, int]) -> Calls:
    return Calls(events, counts.get("asked", 0), counts.get("written", 0), counts.get("copies", 0))


def calls(users: int = USERS, count: int = EVENTS) -> tuple[Calls, Calls]:
    """From the first event on, without any blurb; and in the second half alone."""
    return asyncio.run(_counted(users, count))


def calls_rows() -> list[tuple[str, str, str]]:
    """The rows."""
    return [
        (
            f"blurbs a behaviour event, {about}",
            f"{one.written / one.events:.3f}",
            f"{one.written:,} of {one.events:,}; {one.asked:,} asked for, {one.copies:,} copies",
        )
        for about, one in zip(("from cold", "later"), calls(), strict=True)
    ]
