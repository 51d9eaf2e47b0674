"""The people of the simulated shop: what each is like, which is the truth that picks and audiences are judged by."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi
from random import Random
from typing import Final

from workers.embedded.shop_chance import Weighted, digest, seeded, weighted
from workers.embedded.shop_shelves import LOCALES, Shelf, Ware

HOUR_MS: Final = 3_600_000
WHIM_MS: Final = 14 * 24 * HOUR_MS
"""How long a passing interest takes to come and go."""

WITHOUT_CONSENT: Final = 0.05
"""Share of the users who have not agreed to personal copy."""
SKEWED: Final = 0.02
"""Share of the users whose device runs ahead."""
MAX_SKEW_HOURS: Final = 12

WANDERS: Final = 0.15
"""Share of a user's turns to a department that have nothing to do with interests, only with what is popular."""
WHIM_STRENGTH: Final = 0.35
"""Share of the other turns that a passing interest takes at its height."""
INDIFFERENT: Final = 0.35
"""The appetite for what lies in no liked department."""
OTHER_KIND: Final = 0.6
"""The appetite for a type that is no favourite."""
MINDS_PRICE: Final = 0.7

_SHARES: Final = ((1.0,), (0.65, 0.35), (0.55, 0.3, 0.15))
"""What the first, second and third interest take."""
_MAX_DRAWS: Final = 24
_IN_LOCALE: Final = weighted(zip(LOCALES, (0.35, 0.35, 0.3), strict=True))
_HOURS_AHEAD: Final = {"en-GB": 0, "en-US": -6, "zh-CN": 8}
"""Of UTC, where the users of a locale live."""
BUSIEST: Final = 1.85
"""The rhythm never exceeds it."""


@dataclass(frozen=True, slots=True)
class Persona:
    """Whom a user's events are drawn from.

    `likes`: share by department, the strongest first, together 1. `kinds`: types that the user looks for first.
    `leaning`: 0 buys the cheapest, 1 the dearest. `skew_ms`: how far the device's clock runs ahead.
    """

    user: str
    locale: str
    likes: Mapping[str, float]
    kinds: frozenset[str]
    leaning: float
    consents: bool
    skew_ms: int
    bot: bool


@dataclass(frozen=True, slots=True)
class Guest:
    """A persona on one day: what it likes, and a passing interest. That is the drift: it fades in, and out again."""

    persona: Persona
    shelf: Shelf
    likes: Weighted[str]
    whim: str
    strength: float

    def wants(self, chance: Random) -> str:
        """The department that the user turns to next."""
        if chance.random() < WANDERS:
            return self.shelf.wares.draw(chance).department
        if chance.random() < self.strength:
            return self.whim
        return self.likes.draw(chance)

    def appetite(self, ware: Ware) -> float:
        """How much the user is taken with it, above 0, at most 1."""
        liked = 1.0 if self.likes_department(ware.department) else INDIFFERENT
        kind = 1.0 if ware.kind in self.persona.kinds else OTHER_KIND
        return liked * kind * (1 - MINDS_PRICE * abs(ware.dearness - self.persona.leaning))

    def likes_department(self, department: str) -> bool:
        return department in self.persona.likes or department == self.whim


def pseudonym(seed: int, number: int) -> str:
    """A user id of the right pattern. Nobody stands behind it: it is a digest of two numbers."""
    return f"u1.{digest(seed, 'user', number)}"


def locale_of(user: str) -> str:
    """Read off the pseudonym's last digits, which are as good as drawn, and far cheaper than a generator of its own."""
    return _IN_LOCALE.at(int(user[-8:], 16) / 2**32)


def drawn(seed: int, user: str, shelf: Shelf, bots: frozenset[str]) -> Persona:
    """The user's persona: the same at every call, so that nobody has to remember it."""
    chance = seeded(seed, "persona", user)
    shares = chance.choice(_SHARES)
    departments: dict[str, str] = {}
    for _ in range(_MAX_DRAWS):
        # By popularity: with interests spread evenly, what all users view together would follow no Zipf's law.
        ware = shelf.wares.draw(chance)
        departments.setdefault(ware.department, ware.kind)
        if len(departments) == len(shares):
            break
    whole = sum(shares[: len(departments)])
    return Persona(
        user=user,
        locale=shelf.locale,
        likes={department: share / whole for department, share in zip(departments, shares, strict=False)},
        kinds=frozenset(filter(None, departments.values())),
        leaning=round(chance.random(), 3),
        consents=chance.random() >= WITHOUT_CONSENT,
        skew_ms=chance.randint(HOUR_MS, MAX_SKEW_HOURS * HOUR_MS) if chance.random() < SKEWED else 0,
        bot=user in bots,
    )


def guest_at(seed: int, persona: Persona, shelf: Shelf, at_ms: int) -> Guest:
    # Each user's fortnights begin at another time, or all passing interests would wane at once.
    number, gone = divmod(at_ms + int(persona.user[3:11], 16), WHIM_MS)
    whim = shelf.wares.draw(seeded(seed, "whim", persona.user, number)).department
    strength = WHIM_STRENGTH * (1 - abs(2 * gone / WHIM_MS - 1))
    return Guest(persona, shelf, weighted(persona.likes.items()), whim, strength)


def rhythm(at_ms: int, locale: str) -> float:
    """How busy the hour is where the locale's users live; 1 over a day. Nights are quiet, evenings full."""
    turn = 2 * pi * (at_ms / HOUR_MS + _HOURS_AHEAD[locale]) / 24
    return 1 + 0.6 * cos(turn - 2 * pi * 18 / 24) + 0.25 * cos(2 * turn - 4 * pi * 20.5 / 24)
