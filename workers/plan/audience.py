"""Audiences: small groups that share interests, which of them a user is in, and what a fit's clusters are called.

Pure: no clock, no network, no clustering. Cosines are compared in whole numbers, so that neither the order of the
likes nor their scale decides by a rounding.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import count
from math import isqrt
from typing import Final

from workers.plan.audience_words import DEPARTMENTS, LEANINGS, LIFTS, WITHHELD, closed, leaning_of, slug_of, worded

MAX_FACETS: Final = 3
# Another audience must fit this much better, or the user stays.
_MARGIN: Final = Fraction(115, 100)
# `everyone` fits everybody a third: who is nearer to nothing than that has no one interest.
_GENERAL: Final = Fraction(1, 3)
_ALIKE: Final = Fraction(7, 10)
_MARGIN_SQUARED: Final = (_MARGIN**2).as_integer_ratio()
_GENERAL_SQUARED: Final = (_GENERAL**2).as_integer_ratio()
# The length of a centre, prepared: a share's rounding is then far below the margin.
_UNIT: Final = 10_000
_STEM: Final = 27
_NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Audience:
    """`facets` are closed, the leading one first; none = everyone. `centre` holds thousandths, and only their
    proportions count; `size` is how many users it had at the fit. Its id fits ^[a-z0-9-]{1,32}$.
    """

    id: str
    facets: tuple[str, ...] = ()
    parent: str = ""
    size: int = 0
    centre: Mapping[str, int] = field(default_factory=dict, hash=False)

    def words(self, locale: str) -> str:
        """Raises KeyError for a locale that is not supported."""
        return worded(self.facets, locale)


EVERYONE: Final = Audience("everyone")


@dataclass(frozen=True, slots=True)
class Floors:
    """In the weights of likes, summed: below `enter` nobody is put in an audience, below `leave` nobody kept in one.

    As they stand: two products with six facets each that were looked at, and one.
    """

    enter: int = 12_000
    leave: int = 6000


@dataclass(frozen=True, slots=True)
class Audiences:
    """A set of audiences, prepared for assignments: make it with `of`. It always holds `everyone`.

    `shares`: for a facet, the place in `ids` of each audience with a share in it, and that share.
    """

    by_id: Mapping[str, Audience]
    floors: Floors
    ids: tuple[str, ...] = field(repr=False)
    shares: Mapping[str, tuple[tuple[int, int], ...]] = field(repr=False)

    @classmethod
    def of(cls, audiences: Iterable[Audience], floors: Floors = Floors()) -> "Audiences":
        """Of two with one id the later counts. What is withheld in a centre does not."""
        by_id = {audience.id: audience for audience in (*audiences, EVERYONE)}
        ids = tuple(sorted(by_id))
        shares: dict[str, list[tuple[int, int]]] = {}
        for place, name in enumerate(ids):
            for facet, share in _unit(_allowed(by_id[name].centre)):
                shares.setdefault(facet, []).append((place, share))
        return cls(by_id, floors, ids, {facet: tuple(found) for facet, found in shares.items()})

    def merged(self, k_min: int) -> Mapping[str, str]:
        """For each id its own, or that of the nearest ancestor with at least `k_min` users, at last `everyone`."""
        return {name: self._enough(name, k_min) for name in self.by_id}

    def _enough(self, name: str, k_min: int) -> str:
        seen: set[str] = set()
        # A set that was read from a topic may lack a parent, or go round in a circle.
        while name in self.by_id and name not in seen:
            audience = self.by_id[name]
            if audience.size >= k_min:
                return name
            seen.add(name)
            name = audience.parent
        return EVERYONE.id


def lifted(likes: Mapping[str, int]) -> dict[str, int]:
    """Likes as audiences are fitted to and compared with: a mug counts for the kitchen too, the withheld not at all."""
    return _raised(_allowed(likes))


def _raised(likes: Mapping[str, int]) -> dict[str, int]:
    found = dict(likes)
    for facet, weight in likes.items():
        above = LIFTS.get(facet)
        if above is not None:
            found[above] = found.get(above, 0) + weight
    return found


def assign(likes: Mapping[str, int], current: str, audiences: Audiences) -> str:
    """The id of the audience of a user who is in `current` now ("" or an id that is no more: in none).

    The user stays unless another fits better by the margin, and while the weights lie between the floors.
    """
    floors = audiences.floors
    known = current if current in audiences.by_id else EVERYONE.id
    allowed = _allowed(likes)
    total = sum(allowed.values())
    if total < floors.enter:
        return EVERYONE.id if total < floors.leave else known
    wants = _raised(allowed)
    dots = _dots(wants, audiences)
    # The squares of the cosines, times what they have in common: whole numbers.
    general = _square(wants) * _UNIT**2 * _GENERAL_SQUARED[0]
    mine = general if known == EVERYONE.id else dots[audiences.ids.index(known)] ** 2 * _GENERAL_SQUARED[1]
    top = max(dots)
    # The ids are sorted: the first of those that fit equally well.
    best, score = audiences.ids[dots.index(top)], top**2 * _GENERAL_SQUARED[1]
    if (-general, EVERYONE.id) < (-score, best):
        best, score = EVERYONE.id, general
    over, under = _MARGIN_SQUARED
    return best if score * under > mine * over else known


def _dots(wants: Mapping[str, int], audiences: Audiences) -> list[int]:
    dots = [0] * len(audiences.ids)
    for facet, weight in wants.items():
        for place, share in audiences.shares.get(facet, ()):
            dots[place] += weight * share
    return dots


def _unit(centre: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """The centre at the length that all have, so that dot products compare as cosines do."""
    length = isqrt(_square(centre) * _UNIT**2)
    for facet, weight in centre.items():
        yield facet, weight * _UNIT**2 // length


def _allowed(weights: Mapping[str, int]) -> dict[str, int]:
    return {facet: weight for facet, weight in weights.items() if weight > 0 and facet not in WITHHELD}


def _square(weights: Mapping[str, int]) -> int:
    return sum(weight * weight for weight in weights.values())


def named(centre: Mapping[str, float]) -> tuple[str, ...]:
    """The one to three closed facets that carry most of a centre; none if nothing in it has words.

    A price joins in only where it outweighs the last of them, and as its leaning: bands change, names should not.
    """
    weights = {facet: weight for facet, weight in centre.items() if weight > 0 and closed(facet)}
    leading = _leading({facet: weight for facet, weight in weights.items() if not leaning_of(facet)})
    price, weight = _leaning(weights)
    if price and (not leading or weight >= weights[leading[-1]]):
        return (*leading[: MAX_FACETS - 1], price)
    return leading


def _leading(weights: Mapping[str, float]) -> tuple[str, ...]:
    whole, carried = sum(weights.values()), 0.0
    leading: list[str] = []
    for facet in sorted(weights, key=lambda facet: (-weights[facet], facet))[:MAX_FACETS]:
        leading.append(facet)
        carried += weights[facet]
        if 2 * carried >= whole:
            break
    return tuple(leading)


def _leaning(weights: Mapping[str, float]) -> tuple[str, float]:
    """The leaning that has more than half of the price's weight, and what it has; ("", 0) without one."""
    sums = {leaning: sum(weights.get(band, 0) for band in bands) for leaning, bands in LEANINGS.items()}
    first = max(sums, key=lambda leaning: sums[leaning])
    return (first, sums[first]) if 2 * sums[first] > sum(sums.values()) else ("", 0)


def matched(new: Sequence[Audience], old: Sequence[Audience]) -> tuple[str, ...]:
    """An id for each of `new`, whose own ids do not count: an old one's where the centres are alike, else a fresh slug.

    The most alike pair is taken first, and each old id goes to one alone. A fresh slug is never an id of `old`.
    """
    kept = _kept(new, old)
    taken = {EVERYONE.id, *(audience.id for audience in old)}
    ids: list[str] = [""] * len(new)
    for index in sorted(range(len(new)), key=lambda index: _content(new[index])):
        ids[index] = kept[index] if index in kept else _fresh(new[index].facets, taken)
        taken.add(ids[index])
    return tuple(ids)


def _kept(new: Sequence[Audience], old: Sequence[Audience]) -> dict[int, str]:
    pairs = sorted(
        (-alike, audience.id, _content(candidate), index)
        for index, candidate in enumerate(new)
        for audience in old
        if (alike := _likeness(candidate.centre, audience.centre)) >= _ALIKE**2
    )
    kept: dict[int, str] = {}
    given: set[str] = set()
    for _, name, _, index in pairs:
        if index not in kept and name not in given:
            kept[index] = name
            given.add(name)
    return kept


def _likeness(one: Mapping[str, int], other: Mapping[str, int]) -> Fraction:
    """The square of the cosine. Two empty centres are alike: both are everyone's."""
    ours, theirs = _allowed(one), _allowed(other)
    if not ours or not theirs:
        return Fraction(ours == theirs)
    dot = sum(weight * theirs.get(facet, 0) for facet, weight in ours.items())
    return Fraction(dot * dot, _square(ours) * _square(theirs))


def _content(audience: Audience) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
    """Orders audiences by what they are, whatever their order or id was."""
    return audience.facets, tuple(sorted(audience.centre.items()))


def _slug(facets: Sequence[str]) -> str:
    return _NOT_SLUG.sub("-", "-".join(slug_of(facet) for facet in facets))[:_STEM].strip("-") or "group"


def _fresh(facets: Sequence[str], taken: set[str]) -> str:
    stem = _slug(facets)
    return stem if stem not in taken else next(f"{stem}-{n}" for n in count(2) if f"{stem}-{n}" not in taken)


# A leaning's edges count half where the next one begins, so that one band more or less does not decide alone.
_BANDS: Final[Mapping[str, Mapping[str, int]]] = {
    "p:0": {"p:0": 500, "p:1": 500, "p:2": 250},
    "p:3": {"p:2": 400, "p:3": 500, "p:4": 400},
    "p:6": {"p:4": 250, "p:5": 500, "p:6": 500},
}
_WHOLE: Final = 1000


def _ruled() -> Iterator[Audience]:
    yield EVERYONE
    for price, bands in _BANDS.items():
        yield Audience(_slug((price,)), (price,), EVERYONE.id, centre=bands)
    for key in DEPARTMENTS:
        shelf = f"c:{key}"
        yield Audience(key, (shelf,), EVERYONE.id, centre={shelf: _WHOLE})
        for price, bands in _BANDS.items():
            facets = (shelf, price)
            yield Audience(_slug(facets), facets, key, centre={shelf: _WHOLE, **bands})


RULED: Final[tuple[Audience, ...]] = tuple(_ruled())
"""What there is without any fit: each department, each price leaning, both together, everyone. All have size 0."""
