"""Affinity: what goes with a product, because the same people had to do with both. Pure, in bounded memory.

Everything is summed in whole numbers, so that the order of the users decides nothing, until a bound is reached. One
user adds to a pair at most once, by the visit that tells most, and a pair that only one user made is told to nobody:
nobody can lift a product alone, and no record shows one person's visit.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import isqrt
from typing import Final, NamedTuple

from schemas.outbound_users import MAX_NEIGHBOURS
from workers.plan.fitting_acts import WHOLE, Basket
from workers.plan.profile_weights import HOUR_MS, decayed

MIN_USERS: Final = 2
"""Who must have had to do with a product, or with two of them together, before it counts."""

_NEAR: Final = 4
# Added to a product's popularity: what few looked at would else go with everything that they looked at.
_DAMPING: Final = 5 * WHOLE
_SCALE: Final = 1 << 16
# A pair's weight and its number of users stand in one number, which halves the memory that the pairs take.
_WEIGHT: Final = 1 << 24


class Bounds(NamedTuple):
    """How much is remembered: a product's weaker pairs go beyond `row_most`, everybody's beyond `pairs` in all."""

    row_kept: int = 96
    row_most: int = 192
    pairs: int = 3_000_000


BOUNDS: Final = Bounds()


class Popularity(NamedTuple):
    """What a product's users come to: each of them once, by what tells most. `first_ms`: when it was first acted on."""

    weight: int = 0
    users: int = 0
    first_ms: int = 1 << 53


def faded(weight: int, age_ms: int) -> int:
    """What a weight is still worth after so long."""
    return decayed(weight, max(age_ms, 0) // HOUR_MS)


class CoVisits:
    """Counts of products, by their number from 0 to `products` - 1, and of pairs of them."""

    def __init__(self, products: int, now_ms: int, bounds: Bounds = BOUNDS) -> None:
        self._rows: list[dict[int, int]] = [{} for _ in range(products)]
        self._now_ms = now_ms
        self._bounds = bounds
        self._pairs = 0
        self.popularity = [Popularity()] * products
        self.users = 0

    @property
    def pairs(self) -> int:
        """How many are remembered, each from both of its ends."""
        return self._pairs

    def add(self, baskets: Sequence[Basket]) -> None:
        """All that one user did. Of one user everything has to be told at once."""
        self.users += 1
        for product, (weight, at_ms) in self._alone(baskets).items():
            before = self.popularity[product]
            first_ms = min(before.first_ms, at_ms)
            self.popularity[product] = Popularity(before.weight + weight, before.users + 1, first_ms)
        for (one, other), weight in self._together(baskets).items():
            self._count(one, other, weight)
            self._count(other, one, weight)
        while self._pairs > self._bounds.pairs:
            self._thin_out()

    def _alone(self, baskets: Sequence[Basket]) -> dict[int, tuple[int, int]]:
        found: dict[int, tuple[int, int]] = {}
        for act in (act for basket in baskets for act in basket):
            weight, first_ms = found.get(act.product, (0, act.at_ms))
            worth = faded(act.gain, self._now_ms - act.at_ms)
            found[act.product] = max(weight, worth), min(first_ms, act.at_ms)
        return found

    def _together(self, baskets: Sequence[Basket]) -> dict[tuple[int, int], int]:
        found: dict[tuple[int, int], int] = {}
        for basket in baskets:
            for (place, one), (after, other) in combinations(enumerate(basket), 2):
                near = _NEAR * WHOLE // (_NEAR - 1 + after - place)
                gain = isqrt(one.gain * other.gain) * near // WHOLE
                weight = faded(gain, self._now_ms - max(one.at_ms, other.at_ms))
                pair = (min(one.product, other.product), max(one.product, other.product))
                found[pair] = max(found.get(pair, 0), weight)
        return found

    def _count(self, one: int, other: int, weight: int) -> None:
        row = self._rows[one]
        self._pairs += other not in row
        row[other] = row.get(other, 0) + weight * _WEIGHT + 1
        if len(row) > self._bounds.row_most:
            self._keep(one, self._bounds.row_kept)

    def _keep(self, number: int, most: int) -> None:
        row = self._rows[number]
        strongest = sorted(row.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
        self._pairs -= len(row) - len(strongest)
        self._rows[number] = dict(strongest)

    def _thin_out(self) -> None:
        for number, row in enumerate(self._rows):
            self._keep(number, len(row) // 2)

    def neighbours(
        self, allowed: Iterable[int], most: int = MAX_NEIGHBOURS, min_users: int = MIN_USERS
    ) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
        """Of each product that has any, in the order of the numbers: at most `most` of `allowed`, strongest first.

        A weight is in thousandths beside the first's. What is popular goes with everything, so each counts beside the
        fourth root of what the product has anyway. Beside the square root, which would make it a cosine, it found fewer
        of the products that people came to next (`tests/bench/recommend.py`).
        """
        may = frozenset(allowed)
        for number in sorted(may):
            found = sorted(self._weighed(number, may, min_users))[:most]
            if found:
                first = -found[0][0]
                yield number, tuple((other, -weight * WHOLE // first) for weight, other in found)

    def _weighed(self, number: int, may: frozenset[int], min_users: int) -> Iterator[tuple[int, int]]:
        """Less than nothing each, so that they sort as they should."""
        for other, packed in self._rows[number].items():
            weight, users = divmod(packed, _WEIGHT)
            if weight and users >= min_users and other in may:
                anyway = (self.popularity[other].weight + _DAMPING) * _SCALE
                yield -(weight * WHOLE // isqrt(isqrt(anyway))), other
