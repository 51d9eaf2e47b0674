"""Where an interest lies: the few closed facets of a product, or of a search. Pure and total.

A facet is a key of the lexicon, a price band, or a hash of a brand: never a seller's or a user's own words, and never
a trait of a person ("Men's Shirts" is `t:shirt`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from schemas.inbound import Price, ProductCreated
from schemas.inbound_users import ActedOn
from workers.plan.brief import Fact, digest
from workers.plan.facts import facts_of
from workers.plan.lexicon.lookup import DOMAINS, find_category, find_type, find_value, folded, type_word
from workers.plan.lexicon.materials import SORTS
from workers.plan.lexicon.raw import has_han
from workers.plan.nouns import type_of
from workers.plan.scrub import visible

MAX_QUERY: Final = 200
MAX_TOKENS: Final = 24
"""Words, or Han signs, of a search that are looked at: a bound on the work, not on what may be asked."""
MAX_SPAN: Final = 6

_MOST: Final = {"t": 1, "c": 1, "m": 2, "k": 2, "b": 1, "p": 1}
"""How many of a sort, in the order in which they are given: eight together."""
_PRICE_EDGES: Final = (10, 25, 50, 100, 250, 1000)
# How much of a currency goes for one US dollar, as roughly as bands need it. They only have to hold still: a shop's
# prices are mostly in one currency, and a rate that followed the market would move a user from band to band.
_RATES: Final = {
    "AED": 4,
    "BRL": 5,
    "CNY": 7,
    "CZK": 25,
    "DKK": 7,
    "HKD": 7,
    "HUF": 350,
    "IDR": 15_000,
    "ILS": 4,
    "INR": 80,
    "JPY": 150,
    "KRW": 1300,
    "MXN": 18,
    "MYR": 4,
    "NOK": 10,
    "PHP": 55,
    "PLN": 4,
    "RUB": 90,
    "SAR": 4,
    "SEK": 10,
    "THB": 35,
    "TRY": 35,
    "TWD": 30,
    "VND": 25_000,
    "ZAR": 18,
}
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_SHARE: Final = re.compile(r"([a-z0-9-]+) ([0-9]{1,3}(?:\.[0-9]{1,2})?)")
_HALF: Final = 50
_TOKEN: Final = re.compile(r"[\u4e00-\u9fff]|&|[^\W_\u4e00-\u9fff]+(?:['’][^\W_\u4e00-\u9fff]+)*")


def facets_of(product: ActedOn, facts: Sequence[Fact]) -> tuple[str, ...]:
    """At most eight facets, type first. `facts` are the catalogue's, or none where it does not know the product.

    The catalogue's word stands alone where there is one: two shops' events may file one product differently.
    """
    known = facts or _told(product.category, product.brand, product.price)
    return _chosen(facet for fact in known if (read := _READERS.get(fact.name)) and (facet := read(fact)))


def query_facets(query: str) -> tuple[str, ...]:
    """What is looked for, in English or Chinese ("black leather sofa", "红色连衣裙"): type, then what it should be."""
    text = visible(query[:MAX_QUERY])
    words = tuple(_words(_TOKEN.findall(text)[:MAX_TOKENS]))
    head = type_of(text, (), ()) or next((word.kind for word in reversed(words) if word.names_a_thing), None)
    found = [] if head is None else [_type_facet(head)]
    for word in words:
        # "chocolate" alone is sweets, in "chocolate sofa" it is a colour; "glass" likewise before "vase".
        if word.kind is None or not _same_thing(word.kind, head):
            found.extend(word.qualities())
    return _chosen(found)


@lru_cache(maxsize=4096)
def _told(category: tuple[str, ...], brand: str | None, price: Price | None) -> tuple[Fact, ...]:
    """What an event says of a product, read as a listing that says no more: one way of cleaning, not two."""
    filed = tuple(name for name in category if find_type(name) or find_category(name))
    # Dashes are an id and a title of which nothing is left.
    return facts_of(ProductCreated(id="-", locales=("en",), title="-", brand=brand, category=filed, price=price))


def _chosen(found: Iterable[str]) -> tuple[str, ...]:
    unique = tuple(dict.fromkeys(found))
    return tuple(
        facet for sort, most in _MOST.items() for facet in [one for one in unique if one.startswith(f"{sort}:")][:most]
    )


def _type_facet(key: str) -> str:
    return "t:" + key.replace("'", "")


def _type(fact: Fact) -> str | None:
    return _type_facet(fact.value) if type_word(fact.value) is not None else None


def _category(fact: Fact) -> str | None:
    return f"c:{fact.value}" if fact.value in DOMAINS["category"] else None


def _material(fact: Fact) -> str | None:
    return _of_material(fact.value)


def _colour(fact: Fact) -> str | None:
    return f"k:{fact.value}" if fact.value in DOMAINS["colour"] else None


def _mostly(fact: Fact) -> str | None:
    """The material that at least half of it is: a blend's remainder interests nobody."""
    parts = [match for part in fact.value.split(", ") if (match := _SHARE.fullmatch(part))]
    share, key = max(((float(match[2]), match[1]) for match in parts), default=(0.0, ""))
    return _of_material(key) if share >= _HALF else None


def _of_material(key: str) -> str | None:
    return f"m:{SORTS.get(key, key)}" if key in DOMAINS["material"] else None


def _brand(fact: Fact) -> str | None:
    """A brand is anybody's text: its hash tells it from others, and says nothing."""
    plain = folded(fact.value)
    return f"b:{digest(plain)[:6]}" if plain else None


def _price(fact: Fact) -> str | None:
    """The band, 0 to 6. Without a currency an amount says nothing; one that has no rate is taken for a dollar."""
    if _CURRENCY.fullmatch(fact.unit) is None:
        return None
    rate = _RATES.get(fact.unit, 1)
    try:
        amount = Decimal(fact.value)
        return f"p:{sum(amount >= edge * rate for edge in _PRICE_EDGES)}"
    except ArithmeticError:
        return None


_READERS: Final[dict[str, Callable[[Fact], str | None]]] = {
    "type": _type,
    "category": _category,
    "material": _material,
    "composition": _mostly,
    "colour": _colour,
    "brand": _brand,
    "price": _price,
}
"""By the name of a fact. A name that is not here is no interest, whatever a listing puts under it."""


class _Word(NamedTuple):
    """One or more tokens of a search that the lexicon knows. `signs` is their length in characters."""

    signs: int
    kind: str | None
    category: str | None
    material: str | None
    colour: str | None

    @property
    def names_a_thing(self) -> bool:
        """A lone Han sign does not: 包 is a bag, and in 包邮 it is not."""
        return self.kind is not None and self.signs > 1 and self.material is None and self.colour is None

    def qualities(self) -> Iterator[str]:
        if self.category is not None and self.kind is None:
            yield f"c:{self.category}"
        if self.material is not None:
            yield f"m:{SORTS.get(self.material, self.material)}"
        if self.colour is not None:
            yield f"k:{self.colour}"


def _words(tokens: list[str]) -> Iterator[_Word]:
    """Left to right, the longest known word at each place, none overlapping."""
    start = 0
    while start < len(tokens):
        length, word = _longest(tokens[start : start + MAX_SPAN])
        start += length
        if word is not None:
            yield word


def _longest(tokens: list[str]) -> tuple[int, _Word | None]:
    for length in range(len(tokens), 0, -1):
        text = _joined(tokens[:length])
        meanings = (
            find_type(text),
            find_category(text),
            find_value("material", text),
            find_value("colour", text),
        )
        if any(meanings):
            return length, _Word(len(text), *meanings)
    return 1, None


def _joined(tokens: list[str]) -> str:
    """With spaces, but none beside a Han sign ("304不锈钢")."""
    text = tokens[0]
    for token in tokens[1:]:
        text += token if has_han(text[-1]) or has_han(token[0]) else f" {token}"
    return text


def _same_thing(kind: str, head: str | None) -> bool:
    return head is not None and type_word(kind) == type_word(head)
