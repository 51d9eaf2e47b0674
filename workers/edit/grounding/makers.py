"""A name with an ending that it does not have: "Tonewells Pebble Speaker" is by somebody else than Tonewell."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from workers.edit.grounding.tracing import stands
from workers.edit.grounding.words import LEXICON
from workers.edit.needles import letters_of
from workers.edit.reading import Reading

_WORD: Final = re.compile("[a-z]+")
_ENDINGS: Final = ("s", "es")
_SHORT: Final = 3
_BRAND: Final = "brand"
_NAMED: Final = ("name", _BRAND)
_OF_ONE: Final = (
    r"(?: (?:makes|has|is|was|comes|holds|weighs|measures|offers|builds|presents|introduces|designs|brings)\b"
)
"""What is said of one: of several of a thing it would be another word."""

DATA: Final = (_OF_ONE,)


def pluralised(reading: Reading) -> Iterator[str]:
    """A brand in the plural; of other words of the name one that stands in its place, or does what one thing does."""
    letters, facts = letters_of(reading.lower), reading.brief.facts
    if not [fact for fact in facts if fact.name in _NAMED and not letters.isdisjoint(_plurals(fact.name, fact.value))]:
        return
    # The brand's come last: they are names whatever stands behind them.
    named = [_plurals(name, fact.value) for name in _NAMED for fact in facts if fact.name == name]
    plurals = {form: behind for own in named for form, behind in own.items()}
    for word in sorted(plurals.keys() & letters):
        if stands(word, reading.said):
            continue
        for found in re.finditer(rf"(?<![a-z0-9]){word}(?![a-z0-9]){plurals[word]}", reading.lower):
            if reading.text[found.start()].isupper():
                yield reading.text[found.start() : found.start() + len(word)]


@lru_cache(maxsize=16_384)
def _plurals(name: str, value: str) -> Mapping[str, str]:
    """Each such form of a name or a brand, and the pattern of what makes it one."""
    plurals: dict[str, str] = {}
    words = value.lower().split()
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if len(word) <= _SHORT or not _WORD.fullmatch(word) or word in LEXICON:
            continue
        behind = rf"{_OF_ONE}| {re.escape(following)}\b)" if following else rf"{_OF_ONE})"
        forms = [word + ending for ending in _ENDINGS]
        plurals.update((form, "" if name == _BRAND else behind) for form in forms if form not in LEXICON)
    return plurals
