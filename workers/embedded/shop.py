"""A simulated shop: users with tastes, who behave as users do, and what goes wrong on the way. Pure and seeded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush, heapreplace
from random import Random
from types import MappingProxyType
from typing import Final

from schemas.inbound import ProductCreated
from schemas.inbound_users import UserBehaviour
from workers.embedded.shop_chance import seeded
from workers.embedded.shop_people import (
    BUSIEST,
    HOUR_MS,
    Guest,
    Persona,
    drawn,
    guest_at,
    locale_of,
    pseudonym,
    rhythm,
)
from workers.embedded.shop_shelves import LOCALES, Ware, shelf_of, wares_of
from workers.embedded.shop_visit import Step, Visit

USERS_PER_EVENT: Final = 500
"""So many users make one event in a simulated second, on the mean of a day."""
EVENTS_PER_VISIT: Final = 13.4
"""Mean, as counted over a long run; what bots and bursts add is in it."""
FEW_BUSY: Final = 0.05
"""Activity falls as 1 / (rank + this share of all users): Zipf's law with a blunt tip, for nobody shops all day."""

BOTS_PER_USER: Final = 0.001
BOT_VISITS: Final = 0.001
"""Share of the visits; each is of some hundred views."""
LATE: Final = 0.02
"""Share of the events that arrive after younger ones."""
MAX_LATE_MS: Final = 300_000
DUPLICATED: Final = 0.01
"""Share of the events that arrive again, with the same id."""
MAX_AGAIN_MS: Final = 60_000

VIRAL_HOURS: Final = 1 / 6
"""Share of the hours in which some product is on everybody's lips."""
VIRAL_PULL: Final = 2.5
"""How many more visits there are then, in the storefronts that have it."""
VIRAL_SHARE: Final = 0.6
"""Share of the visits then that begin with it."""


class Shop:
    """Users and floor of one shop; it never changes. `users` counts people: a few bots come on top."""

    def __init__(self, products: Sequence[ProductCreated], users: int, seed: int) -> None:
        """Raises ValueError for a shop without products or users."""
        if not products or users < 1:
            raise ValueError("a shop has at least one product and one user")
        self.users: Final = users
        self.seed: Final = seed
        wares = wares_of(products, seed)
        self.wares: Final = MappingProxyType({ware.id: ware for ware in wares})
        self.shelves: Final = MappingProxyType({locale: shelf_of(wares, locale) for locale in LOCALES})
        bots = range(users, users + max(1, round(users * BOTS_PER_USER)))
        self.bots: Final = tuple(pseudonym(seed, number) for number in bots)
        self._bots: Final = frozenset(self.bots)

    def user(self, number: int) -> str:
        """The pseudonym of one of the people, from 0; the lower the number, the more active."""
        return pseudonym(self.seed, number)

    def persona_of(self, user: str) -> Persona:
        """The truth about a user: derived from the pseudonym, not remembered, so it may be asked at any time."""
        return drawn(self.seed, user, self.shelves[locale_of(user)], self._bots)

    def guest(self, user: str, at_ms: int) -> Guest:
        """The user at that time: the persona, and what it is passingly taken with."""
        persona = self.persona_of(user)
        return guest_at(self.seed, persona, self.shelves[persona.locale], at_ms)


def events(shop: Shop, start_ms: int) -> Iterator[UserBehaviour]:
    """What the users do from `start_ms` on, without end, in the order in which it arrives.

    That is the order of event time, but for the late, the duplicated, and users whose device runs ahead. Each call
    begins anew, and gives the same. What is held at any time are the visits under way and the events held up: their
    number follows from that of the users, not from how long it runs.
    """
    chance = seeded(shop.seed, "events", start_ms)
    return _arrived(_woven(_visits(shop, chance, start_ms)), chance)


def _arrived(happened: Iterator[Step], chance: Random) -> Iterator[UserBehaviour]:
    """With what goes wrong between the device and the log."""
    held: list[tuple[int, int, UserBehaviour]] = []
    for number, (at_ms, event) in enumerate(happened):
        while held and held[0][0] <= at_ms:
            yield heappop(held)[2]
        fate = chance.random()
        if fate < LATE:
            heappush(held, (at_ms + chance.randint(1_000, MAX_LATE_MS), number, event))
            continue
        yield event
        if fate < LATE + DUPLICATED:
            heappush(held, (at_ms + chance.randint(0, MAX_AGAIN_MS), number, event))


def _woven(visits: Iterator[Visit]) -> Iterator[Step]:
    """The steps of all visits in order of time. A visit is advanced when its turn has come, never ahead of it."""
    under_way: list[tuple[int, int, UserBehaviour, Iterator[Step]]] = []
    for number, visit in enumerate(visits):
        while under_way and under_way[0][0] <= visit.at_ms:
            yield _advanced(under_way)
        steps = visit.steps()
        at_ms, event = next(steps)
        heappush(under_way, (at_ms, number, event, steps))


def _advanced(under_way: list[tuple[int, int, UserBehaviour, Iterator[Step]]]) -> Step:
    at_ms, number, event, steps = under_way[0]
    following = next(steps, None)
    if following is None:
        heappop(under_way)
    else:
        heapreplace(under_way, (following[0], number, following[1], steps))
    return at_ms, event


@dataclass(slots=True)
class _Fashion:
    """What is on everybody's lips in the present hour, if anything."""

    wares: tuple[Ware, ...]
    hour: int = -1
    viral: Ware | None = None

    def at(self, at_ms: float, chance: Random) -> Ware | None:
        hour = int(at_ms // HOUR_MS)
        if hour != self.hour:
            self.hour = hour
            # Whichever: what goes viral was mostly unknown before.
            self.viral = chance.choice(self.wares) if chance.random() < VIRAL_HOURS else None
        return self.viral


def _visits(shop: Shop, chance: Random, start_ms: int) -> Iterator[Visit]:
    """Visits in order of their beginning: a Poisson process at the highest rate, thinned to that of the hour."""
    highest = shop.users / USERS_PER_EVENT / EVENTS_PER_VISIT * BUSIEST * VIRAL_PULL / 1_000
    fashion = _Fashion(tuple(shop.wares.values()))
    at_ms = float(start_ms)
    while True:
        at_ms += chance.expovariate(highest)
        viral = fashion.at(at_ms, chance)
        user = _visitor(shop, chance)
        locale = locale_of(user)
        if viral is not None and viral.id not in shop.shelves[locale].ids:
            viral = None
        pull = rhythm(int(at_ms), locale) * (VIRAL_PULL if viral else 1)
        if chance.random() * BUSIEST * VIRAL_PULL < pull:
            found = viral if chance.random() < VIRAL_SHARE else None
            yield Visit(shop.guest(user, int(at_ms)), chance, int(at_ms), found)


def _visitor(shop: Shop, chance: Random) -> str:
    """A user by activity, without a table of them all: the sum of 1 / (rank + blunt) is a logarithm, inverted here."""
    if chance.random() < BOT_VISITS:
        return chance.choice(shop.bots)
    blunt = max(1.0, shop.users * FEW_BUSY)
    rank = int(blunt * ((shop.users + blunt) / blunt) ** chance.random() - blunt)
    return shop.user(min(rank, shop.users - 1))
