"""Finds what a text says in numbers: amounts with their units, bare counts, and names with digits in them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from workers.edit.numerals import CHINESE, WORDS, chinese_number
from workers.edit.units import COUNT, LONGEST, Unit, units_named

Meaning = tuple[str, Decimal]
"""Dimension ("" = a count of things) and amount in the dimension's own unit."""

NAME: Final = "name"
"""The dimension of a word with digits in it ("S8", "4K", "18/10"): it has no amount, it is what it is."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """`start` and `end` bound the number and its unit. One of `meanings` is meant; for a name there is none."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]
    name: str = ""

    @property
    def bare(self) -> bool:
        """Whether no unit stands beside it."""
        return bool(self.meanings) and all(dimension == "" for dimension, _ in self.meanings)


_PREFIX: Final = (
    r"(?P<prefix>(?:(?<![A-Za-z])(?:USD|EUR|GBP|RMB|CNY|JPY|HKD|(?:US|CA|AU|HK|NT|NZ|[ACS])\$)|[$€£¥])[ ]?)?+"
)
# Every branch starts behind a boundary or is possessive: no run of characters is read twice.
_FIND: Final = re.compile(
    _PREFIX + r"(?P<sign>(?<![A-Za-z0-9])[-–−]|零下)?+"
    r"(?:(?P<cluster>\d++(?:(?:[/:]\d++)++|(?:\.\d++){2,}+))"
    r"|(?P<number>\d{1,3}(?:,\d{3})++(?!\d)(?:\.\d++)?|\d++(?:\.\d++)?|(?<![\w.])\.\d++))"
    r"|(?<![A-Za-z0-9])(?P<coded>[A-Za-z]++\d[A-Za-z0-9]*+(?:\.\d++)*+)"
    r"|(?P<vulgar>[¼½¾])"
    r"|(?P<odd>[⅐-↋①-⒛⓪-⓿❶-➓㈠-㈩㊀-㊉¹⁰⁴-⁹₀-₉])"
    rf"|(?P<percent>百分之)?+(?P<chinese>{CHINESE.pattern})"
    rf"|(?<![A-Za-z])(?P<word>(?i:{'|'.join(WORDS)}))(?![A-Za-z])"
)
_LATIN_UNIT: Final = re.compile(
    r"[%‰℃℉″”\"$€£¥㎡]|°[CF]?(?![A-Za-z])|[A-Za-zµμΩℓ][A-Za-z]{0,23}+(?:/[A-Za-z分]{1,4}+)?+[²³23]?+(?![A-Za-z0-9])"
)
_SECOND_WORD: Final = re.compile(r"[ -]([A-Za-z]{1,12}+)(?![A-Za-z0-9])")
_GLUED_LETTERS: Final = re.compile(r"(?![xX]\d)[A-Za-z][A-Za-z0-9]{0,24}")
_GAP: Final = re.compile(r"[ \u00a0\u202f]{0,2}(?:-(?=[A-Za-z]))?")
_JOINS: Final = re.compile(r"[ ]?(?:(?P<hard>[x×*X~～–—-]|to|至|到)|and|or|by|和|或|、|,|，|/)[ ]?")
_WARRANTED: Final = re.compile(r"(?:保|包换|质保|联保)")
_MULTIPLIERS: Final = {"千": Decimal(1000), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_VULGAR: Final = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}
_IDIOMATIC: Final = frozenset("巴帕匹安欧伏赫帧丹度寸")
"""Units that Chinese numerals stand before in idioms more often than in measures."""
_TIMES: Final = frozenset({"seconds", "months"})
_CALENDAR_YEARS: Final = range(1900, 2101)
_LONGEST_NUMBER: Final = 24
_LONGEST_CHINESE_UNIT: Final = 5

_WIDTH: Final = {0x3000: 0x20, 0x2011: 0x2D, 0x2212: 0x2D} | {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def fold(text: str) -> str:
    """One character for each: full width to half, any script's digits to ours. Offsets stay."""
    return text if text.isascii() else "".join(map(_folded, text))


@lru_cache(maxsize=8192)
def _folded(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character.translate(_WIDTH) if digit is None else str(digit)


def quantities(folded: str) -> tuple[Quantity, ...]:
    """All that `folded` says in numbers, in order. What stands before a shared unit shares it: "30 x 20 cm"."""
    found: list[Quantity] = []
    position = 0
    while match := _FIND.search(folded, position):
        quantity = _READERS[match.lastgroup or ""](folded, match, found[-1].end if found else -1)
        position = match.end()
        if quantity is not None:
            found.append(quantity)
            position = max(position, quantity.end)
    return _shared(folded, found)


def _amount(text: str, match: re.Match[str], previous_end: int) -> Quantity:
    literal = match["number"].replace(",", "")
    start = match.start()
    negative = match["sign"] is not None
    if negative and match.start("sign") == previous_end:
        start, negative = match.start("number"), False
    if len(literal) > _LONGEST_NUMBER:
        return Quantity(start, match.end(), (), literal)
    factor, end = _multiplier(text, match.end())
    value = Decimal(literal) * factor * (-1 if negative else 1)
    if match["prefix"]:
        return Quantity(start, end, _meanings(value, units_named(match["prefix"].strip())))
    units, end = _unit(text, end)
    glued = None if units else _GLUED_LETTERS.match(text, end)
    if glued is not None:
        return Quantity(start, glued.end(), (), text[match.start("number") : glued.end()].lower())
    return Quantity(start, end, _dated(value, text[end - 1], _meanings(value, units or (COUNT,))))


def _name(_: str, match: re.Match[str], __: int) -> Quantity:
    return Quantity(match.start(), match.end(), (), match.group().lower())


def _vulgar(text: str, match: re.Match[str], _: int) -> Quantity:
    units, end = _unit(text, match.end())
    return Quantity(match.start(), end, _meanings(_VULGAR[match.group()], units or (COUNT,)))


def _worded(text: str, match: re.Match[str], _: int) -> Quantity:
    units, end = _unit(text, match.end())
    return Quantity(match.start(), end, _meanings(WORDS[match.group().lower()], units or (COUNT,)))


def _chinese(text: str, match: re.Match[str], _: int) -> Quantity | None:
    """Chinese numerals claim a percentage or a measure; before things that are counted they are grammar."""
    value = chinese_number(match["chinese"])
    if match["percent"]:
        return Quantity(match.start(), match.end(), (("percent", value),))
    units, end = _unit(text, match.end())
    meanings = tuple(m for m in _meanings(value, units) if m[0] != "")
    if not meanings or text[match.end() : end] in _IDIOMATIC:
        return None
    loose = value == 1 and meanings[0][0] in _TIMES
    if loose and not _WARRANTED.search(text[max(0, match.start() - 2) : end + 2]):
        return None
    return Quantity(match.start(), end, meanings)


_READERS: Final = {
    "number": _amount,
    "cluster": _name,
    "coded": _name,
    "odd": _name,
    "vulgar": _vulgar,
    "word": _worded,
    "chinese": _chinese,
}


def _meanings(value: Decimal, units: tuple[Unit, ...]) -> tuple[Meaning, ...]:
    return tuple((unit.dimension, value * unit.factor) for unit in units)


def _dated(value: Decimal, last: str, meanings: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """2024年 may be a year of the calendar, 3年 may not."""
    if last == "年" and value in _CALENDAR_YEARS:
        return (*meanings, ("", value))
    return meanings


def _multiplier(text: str, position: int) -> tuple[Decimal, int]:
    factor = _MULTIPLIERS.get(text[position : position + 1])
    if factor is None or units_named(text[position : position + 2]):
        return Decimal(1), position
    return factor, position + 1


def _unit(text: str, position: int) -> tuple[tuple[Unit, ...], int]:
    """What the unit at `position` may mean, and where it ends; () and `position` where there is none."""
    gap = _GAP.match(text, position)
    start = gap.end() if gap else position
    latin = _LATIN_UNIT.match(text, start)
    if latin is None:
        return _chinese_unit(text, start) or ((), position)
    second = _SECOND_WORD.match(text, latin.end())
    if second is not None:
        for name in (f"{latin.group()} {second[1]}", latin.group() + second[1]):
            if units := units_named(name):
                return units, second.end()
    for name in (latin.group(), latin.group().partition("/")[0]):
        if units := units_named(name):
            return units, start + len(name)
    return (), position


def _chinese_unit(text: str, start: int) -> tuple[tuple[Unit, ...], int] | None:
    for length in range(_LONGEST_CHINESE_UNIT, 0, -1):
        if units := units_named(text[start : start + length]):
            return units, start + length
    return None


def _shared(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """A number without a unit takes its neighbour's across "x", "-", "to"; across "," or "and" it may."""
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        joined = this.bare and _JOINS.fullmatch(text, this.end, following.start)
        if joined and following.meanings and not following.bare:
            found[index] = replace(this, meanings=_measured_as(this, following, joined["hard"] is not None))
    for index in range(1, len(found)):
        this, before = found[index], found[index - 1]
        if this.bare and _is_price(before) and _JOINS.fullmatch(text, before.end, this.start):
            found[index] = replace(this, meanings=(*this.meanings, *_scaled(this, before)))
    return tuple(found)
