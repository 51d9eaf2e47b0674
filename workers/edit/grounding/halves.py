"""Amounts as English speaks them, without a number or with less than one: "half an hour", "a kilo and a half".

"An hour" is grammar as often as an amount ("an hour in the garden"): it counts where the words beside it measure.
"""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from workers.edit.needles import Needles

_FIRM: Final = (
    "hour year kilo kilogram kilogramme gram gramme ounce tonne litre liter millilitre milliliter pint gallon quart metre"
    " meter centimetre centimeter millimetre millimeter kilometre kilometer inch watt kilowatt amp volt"
)
_LOOSE: Final = frozenset("second minute day week month foot yard mile pound".split())
"""One of these is often no amount: "one day", "one minute", "one foot"."""
_NUMBERS: Final = {
    word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)
}
SIGNS: Final = frozenset({"half", "quarter", "quarters"})
_ONES: Final = frozenset({"a", "an", "one"})
BEGUN: Final = _ONES | SIGNS
"""One of these runs of letters is in each such amount."""
_UNITS: Final = _LOOSE.union(_FIRM.split())
_MAY_SPEAK: Final = Needles([*SIGNS, *(f"{one}{gap}{unit}" for one in _ONES for gap in " -" for unit in _UNITS)])
_UNIT: Final = "|".join(sorted(_UNITS, reverse=True))
_SPOKEN: Final = re.compile(
    rf"\bhalf(?: an? | of an? | |-)(?P<half>(?!day)(?:{_UNIT}))\b"
    rf"|\b(?P<quarters>an?|one|three)[ -]quarters?(?: of)?(?: an? |[ -])(?P<quarter>{_UNIT})\b"
    rf"|\b(?P<many>an?|{'|'.join(_NUMBERS)}|[0-9]{{1,3}})[ -](?P<more>feet|(?:{_UNIT}))s? and a half\b"
    rf"|\b(?P<one>an?|one)[ -](?P<single>{_UNIT})\b(?!-)",
    re.IGNORECASE | re.ASCII,
)
_HEDGE: Final = (
    r"(?:over|under|about|nearly|almost|roughly|approximately|up to|less than|more than|at least|as little as)"
)
_HEDGED: Final = re.compile(rf"\b{_HEDGE} \Z")
_MEASURED: Final = re.compile(
    r"\b(?:weigh(?:s|ing)?|hold(?:s|ing)?|measur(?:es?|ing)|last(?:s|ing)?|run(?:s|ning)?|play(?:s|ing)?|burn(?:s|ing)?"
    r"|glow(?:s|ing)?|(?:re)?charg(?:es?|ed|ing)|(?:charge|capacity|life|playtime|weight|length|height|width|depth|warranty|guarantee|range) of"
    rf"|ready|fully?|charge takes|takes)(?: for| in| after| within)?(?: just| only| {_HEDGE})* \Z"
)
_MEASURING: Final = re.compile(
    r" (?:long|wide|tall|deep|high|thick|across|in (?:length|width|height|diameter|depth))\b"
    r"| of (?:battery|play\w*|charg\w+|run ?time|listening|talk|warranty|cover)\b|(?:'s|s'|-)? ?(?:warranty|guarantee)\b"
    r"| to (?:re)?charge\b"
)
_SIZES: Final = frozenset("metre meter centimetre centimeter millimetre millimeter inch foot yard".split())
_SHAPED: Final = re.compile(" (?:long|wide|tall|deep|high|thick|across)")
_NEVER_HEDGED: Final = frozenset("day second foot mile yard".split())
_WINDOW: Final = 40
_HALF: Final = Decimal("0.5")
_QUARTER: Final = Decimal("0.25")

DATA: Final = (_SPOKEN.pattern, _HEDGED.pattern, _MEASURED.pattern, _MEASURING.pattern, " ".join(sorted(_NEVER_HEDGED)))


class Spoken(NamedTuple):
    """An amount, and where it stands with its unit."""

    start: int
    end: int
    value: Decimal
    unit: str


def may_speak(lower: str) -> bool:
    """Whether a text in lower case may have such an amount."""
    return _MAY_SPEAK.stand(lower)


def spoken(text: str) -> Iterator[Spoken]:
    """Such amounts of a text, in its order."""
    for match in _SPOKEN.finditer(text):
        unit = match["half"] or match["quarter"] or match["more"] or match["single"]
        if match["single"] is None or _measures(match, text):
            yield Spoken(match.start(), match.end(), _value(match), unit.lower())


def _value(match: re.Match[str]) -> Decimal:
    if match["half"]:
        return _HALF
    if match["quarter"]:
        return _QUARTER * (3 if match["quarters"].lower() == "three" else 1)
    many = (match["many"] or "1").lower()
    number = Decimal(many) if many.isdecimal() else Decimal(_NUMBERS.get(many, 1))
    return number + _HALF if match["more"] else number


def _measures(match: re.Match[str], text: str) -> bool:
    """Whether one of a unit is an amount there."""
    unit, before = match["single"].lower(), text[max(0, match.start() - _WINDOW) : match.start()].lower()
    if match["one"].lower() == "one" and unit not in _LOOSE:
        return True
    if _SHAPED.match(text, match.end()):
        return unit in _SIZES
    if _MEASURING.match(text, match.end()) or _MEASURED.search(before):
        return True
    return unit not in _NEVER_HEDGED and _HEDGED.search(before) is not None
