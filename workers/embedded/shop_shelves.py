"""The floor of the simulated shop: its products by popularity and department, and what one would search for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from schemas.inbound import ProductCreated
from schemas.inbound_users import ActedOn
from workers.embedded.shop_chance import Weighted, digest, weighted
from workers.plan.facts import facts_of
from workers.plan.lexicon.locales import british, language_of
from workers.plan.lexicon.lookup import DOMAINS, SET_SUFFIX, TYPES, find_category

LOCALES: Final = ("en-GB", "en-US", "zh-CN")
"""Those that the simulated shop has a storefront in."""
UNFILED: Final = "other"
MAX_PATH: Final = 4
"""Levels of a category that an event of behaviour holds."""
NO_PRICE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Ware:
    """A product as it stands on the floor. `department` and `kind` are the lexicon's keys where it knows them.

    `popularity` falls with the rank as Zipf's law has it; `dearness`: 0 is the cheapest of its department, 1 the
    dearest.
    """

    product: ProductCreated
    department: str
    kind: str
    popularity: float
    dearness: float

    @property
    def id(self) -> str:
        return self.product.id

    def acted_on(self, position: int | None = None, quantity: int = 1) -> ActedOn:
        """The product as a shop's own event would name it."""
        product = self.product
        return ActedOn(
            id=product.id,
            category=product.category[:MAX_PATH],
            brand=product.brand,
            price=product.price,
            quantity=quantity,
            position=position,
        )


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the storefront of one locale shows."""

    locale: str
    wares: Weighted[Ware]
    sections: Mapping[str, Weighted[Ware]]
    ids: frozenset[str]


def wares_of(products: Sequence[ProductCreated], seed: int) -> tuple[Ware, ...]:
    """The most popular first. Which those are follows from the seed and the ids, not from the order of `products`."""
    ranked = sorted(products, key=lambda product: digest(seed, "popularity", product.id))
    filed = [(product, *_filed(product)) for product in ranked]
    dearness = _dearness(filed)
    return tuple(
        Ware(product, department, kind, 1 / rank, dearness.get(product.id, NO_PRICE))
        for rank, (product, department, kind) in enumerate(filed, start=1)
    )


def shelf_of(wares: Sequence[Ware], locale: str) -> Shelf:
    """What is listed in the locale; failing that, in its language; failing that, everything."""
    exact = [ware for ware in wares if locale in ware.product.locales]
    shown = exact or [ware for ware in wares if _speaks(ware.product, locale[:2])] or wares
    sections: dict[str, list[Ware]] = defaultdict(list)
    for ware in shown:
        sections[ware.department].append(ware)
    by_department = {department: _by_popularity(section) for department, section in sections.items()}
    return Shelf(locale, _by_popularity(shown), by_department, frozenset(ware.id for ware in shown))


def query_for(ware: Ware, locale: str, chance: Random) -> str | None:
    """Words for the ware's type or department in the user's language; None where the lexicon has none.

    A seller's own words are never searched for: they may hold anything.
    """
    words = (*_type_words(ware.kind, locale), *_department_words(ware.department, locale))
    return chance.choice(words) if words else None


def _by_popularity(wares: Sequence[Ware]) -> Weighted[Ware]:
    return weighted((ware, ware.popularity) for ware in wares)


def _speaks(product: ProductCreated, language: str) -> bool:
    return any(locale[:2] == language for locale in product.locales)


def _filed(product: ProductCreated) -> tuple[str, str]:
    """Department and type, as the catalogue will have them; where it has no department, the nearest we can tell."""
    facts = {fact.name: fact.value for fact in facts_of(product)}
    kind, told = facts.get("type", ""), facts.get("category", "")
    if told in DOMAINS["category"]:
        return told, kind
    known = next((key for name in product.category if (key := find_category(name))), None)
    return known or _department_of(kind) or next(iter(product.category), UNFILED), kind


def _department_of(kind: str) -> str:
    """Where a thing of this type is looked for, when the shop files it under the type's own name."""
    word = TYPES.get(kind.removesuffix(SET_SUFFIX))
    if word is None:
        return ""
    return next((key for key, place in DOMAINS["category"].items() if word.group in place.kind.split()), word.group)


def _dearness(filed: Sequence[tuple[ProductCreated, str, str]]) -> dict[str, float]:
    """By product: where its price stands among those of its department in the same currency."""
    alike: dict[tuple[str, str], list[ProductCreated]] = defaultdict(list)
    for product, department, _ in filed:
        if product.price is not None:
            alike[department, product.price.currency].append(product)
    return {
        product.id: place / (len(group) - 1)
        for group in alike.values()
        if len(group) > 1
        for place, product in enumerate(sorted(group, key=_price_then_id))
    }


def _price_then_id(product: ProductCreated) -> tuple[float, str]:
    return (0.0 if product.price is None else float(product.price.amount), product.id)


def _type_words(kind: str, locale: str) -> tuple[str, ...]:
    word = TYPES.get(kind.removesuffix(SET_SUFFIX))
    if word is None:
        return ()
    if language_of(locale) == "zh":
        return (word.zh, word.zh)
    return (word.gb, word.gb_plural) if british(locale) else (word.us, word.us_plural)


def _department_words(department: str, locale: str) -> tuple[str, ...]:
    word = DOMAINS["category"].get(department)
    if word is None:
        return ()
    if language_of(locale) == "zh":
        return (word.zh,)
    return (word.gb if british(locale) else word.us,)
