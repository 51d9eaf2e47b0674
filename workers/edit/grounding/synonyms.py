"""English words for the same thing: where the facts have one, a text may have another, and says no more by it."""

from collections.abc import Iterable, Iterator
from typing import Final

_ALIKE: Final = """
sofa couch settee
photo photograph picture
photos photographs pictures
bike bicycle
bikes bicycles
sweater jumper pullover
film movie
films movies
rubbish trash garbage
torch flashlight
nappy diaper
tap faucet
phone smartphone
phones smartphones
smell scent fragrance aroma
smells fragrances aromas
taste flavour flavor
quick quickly fast rapidly swiftly
child kid children kids
lens lenses
knife knives
shelf shelves
foot feet
tooth teeth
scarf scarves
leaf leaves
baby infant
babies infants
garden yard
evenly uniformly
backpack rucksack
hob stove cooker cooktop stovetop
hobs stoves cookers
fridge refrigerator
socket outlet
cable cord
clothes clothing garments
drink beverage
drinks beverages
hike trek
"""
"""Each a line."""
_BY: Final = {
    "warmth": "heat warm",
    "rainy": "rain drizzle",
    "muddy": "mud",
    "sunny": "sun",
    "chilly": "cold cool",
    "coating": "coated enamelled enameled",
    "enamelled": "enamel",
    "enameled": "enamel",
    "magnetically": "magnetic",
    "resists": "resistant",
    "resist": "resistant",
    "gluten": "wheat",
    "dairy": "milk",
    "rolls": "castors casters wheels wheel",
    "magnify": "magnification",
    "magnifies": "magnification",
}
"""A word that others vouch for, and that does not vouch for them."""

DATA: Final = (_ALIKE, str(_BY))


def _read() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for line in _ALIKE.strip().splitlines():
        for word in line.split():
            known.setdefault(word, set()).update(line.split())
    for word, others in _BY.items():
        for other in others.split():
            known.setdefault(other, set()).add(word)
    return {word: frozenset(words) for word, words in known.items()}


_KNOWN: Final = _read()


def synonyms(words: Iterable[str]) -> Iterator[str]:
    """What may stand for any of these words, in lower case."""
    return (other for word in words for other in _KNOWN.get(word, ()))
