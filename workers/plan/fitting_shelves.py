"""Shelves: what is looked at most of each facet, and of everything, with some room for what is new. Pure.

By popularity alone a new product would never be seen, and so never become popular. So what is new is lifted for two
weeks, less each day; but only so many of a shelf stand there for being new, or a large delivery would push out
everything that people want.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from schemas.outbound_users import EVERYTHING, MAX_ON_SHELF
from schemas.topics import DAY_MS
from workers.plan.affinity import MIN_USERS, Popularity
from workers.plan.fitting_acts import WHOLE

MAX_SHELVES: Final = 20_000
MAX_NEW: Final = 12
"""Products of one shelf that are there only because they are new."""
NEW_FOR_MS: Final = 14 * DAY_MS

_LIFT: Final = 300
"""Thousandths of the first product's popularity that a product of today is lifted by."""


class Offered(NamedTuple):
    """A product that is listed. `since_ms`: when its record was written, which a change of its price does again."""

    facets: tuple[str, ...]
    since_ms: int
    in_stock: bool = True


class _Placed(NamedTuple):
    """A product on a shelf: negative weight, what it was lifted by, and its number."""

    weight: int
    lift: int
    number: int


def shelves(
    offered: Sequence[Offered], popularity: Sequence[Popularity], now_ms: int
) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """By name: numbers of products, with weights in thousandths beside the first. The fullest, if there are too many.

    What is out of stock is on none.
    """
    rows: dict[str, list[int]] = {EVERYTHING: []}
    for number, product in enumerate(offered):
        if product.in_stock:
            for name in (EVERYTHING, *product.facets):
                rows.setdefault(name, []).append(number)
    worth = [_worth(one) for one in popularity]
    fresh = [_fresh(*pair, now_ms) for pair in zip(offered, popularity, strict=True)]
    fullest = sorted(rows, key=lambda name: (name != EVERYTHING, -len(rows[name]), name))[:MAX_SHELVES]
    for name in sorted(fullest):
        shelf = _shelf(rows[name], worth, fresh)
        if shelf:
            first = shelf[0].weight or -1
            yield name, tuple((one.number, one.weight * WHOLE // first) for one in shelf)


def _worth(popularity: Popularity) -> int:
    return popularity.weight if popularity.users >= MIN_USERS else 0


def _fresh(product: Offered, popularity: Popularity, now_ms: int) -> int:
    """In thousandths. What people have long had to do with is not new, whenever its record was written last."""
    age_ms = now_ms - min(product.since_ms, popularity.first_ms)
    return max(0, WHOLE - WHOLE * max(age_ms, 0) // NEW_FOR_MS)


def _shelf(row: Iterable[int], worth: Sequence[int], fresh: Sequence[int]) -> list[_Placed]:
    numbers = list(row)
    top = max((worth[number] for number in numbers), default=0) or WHOLE
    placed = sorted(_lifted(numbers, top, (worth, fresh)))
    popular = set(sorted(numbers, key=lambda number: (-worth[number], number))[:MAX_ON_SHELF])
    kept: list[_Placed] = []
    new = 0
    for one in placed:
        lifted = not worth[one.number] or one.number not in popular
        new += lifted
        if not lifted or new <= MAX_NEW:
            kept.append(one)
    return kept[:MAX_ON_SHELF]


def _lifted(numbers: Iterable[int], top: int, by: tuple[Sequence[int], Sequence[int]]) -> Iterator[_Placed]:
    worth, fresh = by
    for number in numbers:
        lift = top * _LIFT * fresh[number] // WHOLE**2
        if worth[number] + lift > 0:
            yield _Placed(-(worth[number] + lift), -lift, number)


def named(shelf: Iterable[tuple[int, int]], ids: Mapping[int, str] | Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Products by their ids."""
    return tuple((ids[number], weight) for number, weight in shelf)
