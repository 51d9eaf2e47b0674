"""The closed list of facets that may name an audience: its departments, its price leanings, and its words.

A facet is closed if the lexicon has words for it in both languages and it is not withheld. Brands have no words, and
whatever hints at who somebody is (rather than what a shelf holds) is withheld: it names nothing and decides nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from workers.plan.lexicon.entries import TypeWord, Word
from workers.plan.lexicon.locales import british, language_of
from workers.plan.lexicon.lookup import DOMAINS, SET_SUFFIX, TYPES

DEPARTMENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "clothing": ("outerwear", "activewear", "workwear-dept"),
    "footwear": (),
    "accessories": ("bags", "jewellery", "watches"),
    "furniture": ("outdoor-furniture", "office-furniture"),
    "home": ("home-decor", "storage", "bedding", "lighting"),
    "kitchen": ("tableware",),
    "appliances": (),
    "food": ("bakery", "dairy", "meat", "drinks"),
    "beauty": ("skin-care", "hair-care", "grooming", "bath", "fragrances"),
    "electronics": ("mobile", "computing", "audio", "photo"),
    "tools": (),
    "instruments": (),
    "sport": ("cycling",),
    "outdoor": ("fishing", "kayaking"),
    "toys": (),
    "books": (),
    "stationery": (),
    "garden": ("floral",),
    "pet": (),
}
"""Top-level categories, each with those that are filed under it."""

_GROUPS: Final[Mapping[str, str]] = {
    "clothing": "clothing",
    "footwear": "footwear",
    "accessory": "accessories",
    "bag": "accessories",
    "jewellery": "accessories",
    "watch": "accessories",
    "furniture": "furniture",
    "textile": "home",
    "lighting": "home",
    "decor": "home",
    "cleaning": "home",
    "kitchen": "kitchen",
    "tableware": "kitchen",
    "appliance": "appliances",
    "food": "food",
    "drink": "food",
    "beauty": "beauty",
    "phone": "electronics",
    "computer": "electronics",
    "audio": "electronics",
    "camera": "electronics",
    "gadget": "electronics",
    "tool": "tools",
    "instrument": "instruments",
    "sport": "sport",
    "outdoor": "outdoor",
    "toy": "toys",
    "book": "books",
    "stationery": "stationery",
    "plant": "garden",
    "pet": "pet",
}

# Family and age, faith and feasts, origin, intimacy, health, and what is regulated by age.
_WITHHELD_TYPES: Final = (
    *(key for key, word in TYPES.items() if word.group == "baby"),
    *"crib play-tent picture-book reading-glasses beard-oil".split(),
    *"christmas-tree christmas-ornament christmas-stocking pork kimono".split(),
    *"bra boxers corset bathroom-scale thermometer wine beer whisky".split(),
)
WITHHELD: Final = frozenset(
    {"c:baby", "c:seasonal", "c:underwear", "k:nude", "k:blush"}
    | {f"t:{key}{suffix}" for key in _WITHHELD_TYPES for suffix in ("", SET_SUFFIX)}
)

LEANINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "p:0": ("p:0", "p:1"),
    "p:3": ("p:2", "p:3", "p:4"),
    "p:6": ("p:5", "p:6"),
}
"""The facet that stands for a price leaning, and the bands that lean so."""

_PRICES: Final[Mapping[str, tuple[str, str, str]]] = {
    "p:0": ("priced-low", "lower prices", "较低价位"),
    "p:3": ("priced-mid", "mid-range prices", "中等价位"),
    "p:6": ("priced-high", "higher prices", "较高价位"),
}
_LEANING_OF: Final = {band: leaning for leaning, bands in LEANINGS.items() for band in bands}
_DOMAIN_OF: Final = {"c": "category", "m": "material", "k": "colour"}
_ALL: Final = ("everyone", "所有人")
# As facets spell them: `t:chefs-knife`.
_TYPES: Final[Mapping[str, TypeWord]] = {key.replace("'", ""): word for key, word in TYPES.items()}


def _lifts() -> Iterator[tuple[str, str]]:
    for top, filed in DEPARTMENTS.items():
        for key in filed:
            yield f"c:{key}", f"c:{top}"
    for key, word in _TYPES.items():
        if word.group in _GROUPS:
            yield f"t:{key}", f"c:{_GROUPS[word.group]}"
            yield f"t:{key}{SET_SUFFIX}", f"c:{_GROUPS[word.group]}"


LIFTS: Final[Mapping[str, str]] = {below: above for below, above in _lifts() if below not in WITHHELD}
"""From what lies in a department to the department: `t:mug` and `c:tableware` to `c:kitchen`."""


def closed(facet: str) -> bool:
    """Whether the facet may name an audience."""
    return facet not in WITHHELD and (facet in _LEANING_OF or _word(facet) is not None)


def leaning_of(facet: str) -> str:
    """The facet of the price leaning that a band belongs to; "" for what is no band of prices."""
    return _LEANING_OF.get(facet, "")


def slug_of(facet: str) -> str:
    """The facet's part of an audience's id, before it is cleaned."""
    leaning = leaning_of(facet)
    return _PRICES[leaning][0] if leaning else facet.partition(":")[2]


def worded(facets: Sequence[str], locale: str) -> str:
    """What an audience is called in this locale; without facets it is everyone.

    Raises KeyError for a locale that is not supported or a facet that is not closed.
    """
    chinese = language_of(locale) == "zh"
    if not facets:
        return _ALL[chinese]
    return ("、" if chinese else ", ").join(_said(facet, locale) for facet in facets)


def _said(facet: str, locale: str) -> str:
    if not closed(facet):
        raise KeyError(facet)
    chinese = language_of(locale) == "zh"
    leaning = leaning_of(facet)
    if leaning:
        return _PRICES[leaning][1 + chinese]
    word = _word(facet)
    if word is None:
        raise KeyError(facet)
    if chinese:
        return word.zh
    if isinstance(word, TypeWord):
        return word.gb_plural if british(locale) else word.us_plural
    text = word.gb if british(locale) else word.us
    # Alone, a colour could be read as said of a person.
    return f"things in {text}" if facet.startswith("k:") else text


def _word(facet: str) -> TypeWord | Word | None:
    kind, _, key = facet.partition(":")
    if kind == "t":
        return _TYPES.get(key)
    return DOMAINS[_DOMAIN_OF[kind]].get(key) if kind in _DOMAIN_OF else None
