"""Retail Demo Store's own people over its own catalogue: 5,250 personas, each with three of its categories in mind."""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from random import Random

from schemas.inbound import ProductCreated
from schemas.inbound_users import ActedOn, UserBehaviour
from tests.bench.held_out import World
from workers.plan.facets import facets_of
from workers.plan.facts import facts_of
from workers.plan.fitting_shelves import Offered
from workers.plan.profile import Step

LOOKS = 14
SHARES = (0.6, 0.25, 0.15)
"""Of the first, second and third category that a persona names."""
CHEAPER = 0.5
"""The share of its category, by price, that who minds the price looks at."""
SPACING_MS = 40_000
START_MS = 1_767_225_600_000


def personas(products: Sequence[ProductCreated], people: Path, seed: int = 7) -> World:
    """Each looks at `LOOKS` products of their categories; what is popular in one falls off as Zipf's law has it."""
    chance = Random(seed)
    by_category: dict[str, list[ProductCreated]] = defaultdict(list)
    for product in products:
        by_category[product.category[0]].append(product)
    events = [event for person in _people(people) for event in _visit(person, by_category, chance)]
    events.sort(key=lambda event: event.at_ms)
    facets = {product.id: facets_of(ActedOn(id=product.id), facts_of(product)) for product in products}
    steps = [
        Step(offset, event.at_ms, event, tuple(facets[product.id] for product in event.products))
        for offset, event in enumerate(events)
    ]
    offered = {name: Offered(found, 0) for name, found in facets.items()}
    return World("Retail Demo Store's personas", steps, offered, lambda _: frozenset(offered))


def _people(path: Path) -> Iterator[tuple[str, list[str], bool]]:
    """Pseudonym, categories, and whether the price matters; nothing else of a person is read."""
    for person in json.loads(gzip.decompress(path.read_bytes())):
        cheap = person["discount_persona"] == "lower_priced_products"
        yield f"u1.{int(person['id']):032x}", person["persona"].split("_"), cheap


def _visit(
    person: tuple[str, list[str], bool], by_category: Mapping[str, list[ProductCreated]], chance: Random
) -> Iterator[UserBehaviour]:
    user, names, cheap = person
    start_ms = START_MS + chance.randrange(20 * 24 * 3_600_000)
    for number in range(LOOKS):
        (category,) = chance.choices(names, SHARES[: len(names)])
        shelf = by_category[category]
        if cheap:
            shelf = sorted(shelf, key=_price)[: max(1, int(len(shelf) * CHEAPER))]
        product = shelf[_zipf(len(shelf), chance)]
        yield UserBehaviour(
            id=f"{user}-{number}",
            user=user,
            action="carted" if chance.random() < 0.1 else "viewed",
            at_ms=start_ms + number * SPACING_MS,
            products=(ActedOn(id=product.id),),
        )


def _price(product: ProductCreated) -> float:
    return float(product.price.amount) if product.price is not None else 0.0


def _zipf(count: int, chance: Random) -> int:
    weights = list(accumulate(1 / rank for rank in range(1, count + 1)))
    return chance.choices(range(count), cum_weights=weights)[0]
