"""One visit to the simulated shop: searched, listed, viewed, carted, removed or purchased, with its times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from math import log
from random import Random
from typing import Final

from schemas.inbound_users import MAX_ACTED_ON, ActedOn, Action, UserBehaviour
from workers.embedded.shop_chance import Weighted
from workers.embedded.shop_people import Guest
from workers.embedded.shop_shelves import Ware, query_for

Step = tuple[int, UserBehaviour]
"""When it happened by the shop's own clock, in ms, and what the device tells of it."""

SEARCHES: Final = 0.6
"""Share of the lists that come from a search; the others are browsed to."""
STAYS: Final = 0.4
"""Share of the visitors of one product who look at others, too."""
CARTS: Final = 0.2
"""Share of the views after which a user with full appetite puts the product into the cart."""
REMOVES: Final = 0.15
BUYS: Final = 0.4
RATES: Final = 0.15
DISMISSES: Final = 0.12
VIEWS_MORE: Final = 0.7
"""Share of the views of one list after which another product of it is looked at."""

MAX_LISTS: Final = 12
MAX_VIEWS: Final = 12
ALIKE: Final = 6
WINDOW: Final = 3
"""Products in each list that are there only because they are popular."""
DWELL_MS: Final = 20_000
"""Median."""
MAX_DWELL_MS: Final = 600_000
LINGERS: Final = 1.6
"""How much longer a user looks at what lies in a liked department."""

BOT_VIEWS: Final = (150, 450)
BOT_GAP_MS: Final = 200

_STARS: Final = ((1.0, 2.0, 3.0, 4.0, 5.0), (5, 6, 12, 30, 47))
_AMOUNTS: Final = ((1, 2, 3), (85, 11, 4))


@dataclass(slots=True)
class Visit:
    """`at_ms` moves on with each step; `found` is the product that a link from elsewhere led to."""

    guest: Guest
    chance: Random
    at_ms: int
    found: Ware | None = None
    told: int = 0
    cart: dict[str, ActedOn] = field(default_factory=dict)
    session: str = ""

    def __post_init__(self) -> None:
        # With the time in it: a run that begins elsewhere repeats no id.
        self.session = f"{self.at_ms:x}-{self.chance.getrandbits(32):08x}"

    def steps(self) -> Iterator[Step]:
        """In order of time. What the visit holds meanwhile is its cart."""
        if self.guest.persona.bot:
            yield from self._crawl()
            return
        if self.found is not None:
            yield from self._view(self.found, None)
        if self.found is None or self.chance.random() < STAYS:
            yield from self._browse()
        yield from self._leave()

    def _browse(self) -> Iterator[Step]:
        for _ in range(min(MAX_LISTS, 1 + int(self.chance.lognormvariate(0.3, 0.8)))):
            yield from self._list()

    def _crawl(self) -> Iterator[Step]:
        wares = self.guest.shelf.wares.items
        for _ in range(self.chance.randint(*BOT_VIEWS)):
            self.at_ms += 1 + int(self.chance.expovariate(1 / BOT_GAP_MS))
            yield self._tell("viewed", (self.chance.choice(wares).acted_on(),))

    def _list(self) -> Iterator[Step]:
        section = self.guest.shelf.sections[self.guest.wants(self.chance)]
        aim = section.draw(self.chance)
        if self.chance.random() < SEARCHES and (query := query_for(aim, self.guest.persona.locale, self.chance)):
            self._pass(6_000)
            yield self._tell("searched", query=query)
        shown = self._shown(aim, section)
        self._pass(1_000)
        yield self._tell("listed", tuple(ware.acted_on(place) for place, ware in enumerate(shown)))
        yield from self._look_through(shown)

    def _look_through(self, shown: Sequence[Ware]) -> Iterator[Step]:
        appetites = [self.guest.appetite(ware) for ware in shown]
        # The top of a list is looked at most, whatever stands there.
        pull = list(accumulate(wish / place for place, wish in enumerate(appetites, start=1)))
        for _ in range(MAX_VIEWS):
            (place,) = self.chance.choices(range(len(shown)), cum_weights=pull)
            yield from self._view(shown[place], place)
            if self.chance.random() >= VIEWS_MORE:
                break
        if self.chance.random() < DISMISSES:
            place = appetites.index(min(appetites))
            self._pass(2_000)
            yield self._tell("dismissed", (shown[place].acted_on(place),))

    def _shown(self, aim: Ware, section: Weighted[Ware]) -> tuple[Ware, ...]:
        """What was meant, then its like, then the shop window; each once, at most as many as an event holds."""
        like = [section.draw(self.chance) for _ in range(min(ALIKE, 2 * len(section.items)))]
        window = [self.guest.shelf.wares.draw(self.chance) for _ in range(WINDOW)]
        return tuple({ware.id: ware for ware in (aim, *like, *window)}.values())

    def _view(self, ware: Ware, place: int | None) -> Iterator[Step]:
        """A view is told when it ends: only then does a shop know how long it was."""
        lingers = LINGERS if self.guest.likes_department(ware.department) else 1.0
        dwell_ms = min(MAX_DWELL_MS, int(self.chance.lognormvariate(log(DWELL_MS * lingers), 0.9)))
        self.at_ms += 1 + dwell_ms
        yield self._tell("viewed", (ware.acted_on(place),), dwell_ms=dwell_ms)
        if ware.id in self.cart or len(self.cart) == MAX_ACTED_ON:
            return
        if self.chance.random() < CARTS * self.guest.appetite(ware):
            (quantity,) = self.chance.choices(*_AMOUNTS)
            self.cart[ware.id] = ware.acted_on(quantity=quantity)
            self._pass(1_500)
            yield self._tell("carted", (self.cart[ware.id],))

    def _leave(self) -> Iterator[Step]:
        for product in tuple(self.cart.values()):
            if self.chance.random() < REMOVES:
                del self.cart[product.id]
                self._pass(8_000)
                yield self._tell("removed", (product,))
        if not self.cart or self.chance.random() >= BUYS:
            return
        self._pass(60_000)
        yield self._tell("purchased", tuple(self.cart.values()))
        for product in self.cart.values():
            if self.chance.random() < RATES:
                (stars,) = self.chance.choices(*_STARS)
                self._pass(240_000)
                yield self._tell("rated", (product,), rating=stars)

    def _pass(self, median_ms: int) -> None:
        self.at_ms += 1 + int(self.chance.lognormvariate(log(median_ms), 0.6))

    def _tell(
        self,
        action: Action,
        products: tuple[ActedOn, ...] = (),
        query: str | None = None,
        dwell_ms: int | None = None,
        rating: float | None = None,
    ) -> Step:
        persona = self.guest.persona
        self.told += 1
        event = UserBehaviour(
            id=f"{self.session}-{self.told}",
            user=persona.user,
            action=action,
            at_ms=self.at_ms + persona.skew_ms,
            products=products,
            query=query,
            rating=rating,
            dwell_ms=dwell_ms,
            session=self.session,
            locale=persona.locale,
            consent=persona.consents,
        )
        return self.at_ms, event
