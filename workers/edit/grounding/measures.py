"""How a unit is read behind a number: in Latin letters, perhaps two words of them, as a sign, or in Chinese."""

import re
from functools import lru_cache
from typing import Final

from workers.edit.grounding.units import LENGTHS, Unit, units_named

Reach = tuple[tuple[Unit, ...], int]
"""What a unit may be, and where it ends. Without one the place means nothing."""

# A gap, and behind it perhaps a unit in Latin letters or a sign, and behind that perhaps another word.
UNIT: Final = re.compile(
    r"[ \u00a0\u202f]{0,2}+(?:-(?=[A-Za-z]))?+"
    r"(?:(?P<unit>[%‰℃℉″”\"$€£¥㎡]|°[CF]?(?![A-Za-z])"
    r"|[A-Za-zµμΩℓ][A-Za-z]{0,23}+(?:/[A-Za-z分]{1,4}+)?+[²³23]?+(?![A-Za-z0-9]))"
    r"(?:[ -](?P<second>[A-Za-z]{1,12}+)(?![A-Za-z0-9]))?+)?+"
)
_ANY_LENGTH: Final = (5, 4, 3, 2, 1)


def unit_at(text: str, position: int) -> Reach:
    match = UNIT.match(text, position)
    return ((), 0) if match is None else unit_of(text, match)


def unit_of(text: str, match: re.Match[str]) -> Reach:
    """What the unit is that was matched; or the longest that stands there, whatever stands right behind it."""
    word, second = match.group("unit", "second")
    if word is not None:
        units, length = _latin_unit(word, second)
        return units, match.start("unit") + length if length else match.end()
    start = match.end()
    first = text[start : start + 1]
    # Only letters with a case have units that begin otherwise than they do.
    for length in _ANY_LENGTH if first.isalpha() and first.lower() != first.upper() else LENGTHS.get(first, ()):
        if units := units_named(text[start : start + length]):
            return units, min(start + length, len(text))
    return (), 0


@lru_cache(maxsize=4096)
def _latin_unit(word: str, second: str | None) -> tuple[tuple[Unit, ...], int]:
    """What the one word may be, or both; and the length of the one that it is, 0 of both."""
    for name in (f"{word} {second}", f"{word}{second}") if second else ():
        if units := units_named(name):
            return units, 0
    for name in (word, word.partition("/")[0]):
        if units := units_named(name):
            return units, len(name)
    return (), 0
