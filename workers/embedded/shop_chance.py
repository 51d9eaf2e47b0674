"""Chance that can be repeated: whatever the simulated shop draws follows from its seed."""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

Item = TypeVar("Item")


def digest(*parts: str | int) -> str:
    """128 bits in hex, the same in every process."""
    return blake2b("\x1f".join(map(str, parts)).encode(), digest_size=16).hexdigest()


def seeded(*parts: str | int) -> Random:
    return Random(digest(*parts))  # noqa: S311  this chance is there to be repeated, it guards nothing


@dataclass(frozen=True, slots=True)
class Weighted(Generic[Item]):
    """Things and how often each is drawn. `totals` are the weights, summed up."""

    items: tuple[Item, ...]
    totals: tuple[float, ...]

    def at(self, share: float) -> Item:
        """The one that lies at this share of the whole, below 1."""
        # The highest place is named: a product of floats may round up to the total itself.
        return self.items[bisect(self.totals, share * self.totals[-1], hi=len(self.items) - 1)]

    def draw(self, chance: Random) -> Item:
        return self.at(chance.random())


def weighted(pairs: Iterable[tuple[Item, float]]) -> Weighted[Item]:
    """At least one pair, weights above 0."""
    items, weights = zip(*pairs, strict=True)
    return Weighted(items, tuple(accumulate(weights)))
