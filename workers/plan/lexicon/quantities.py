"""Numbers with units: read from sellers' spellings, written as each language writes them.

A canonical value is `[<=|>=|~]number[-number][+]` or `number x number [x number]` written "80x40x30".
"""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from workers.plan.lexicon.units import UNITS, unit_of


class Quantity(NamedTuple):
    """`unit` is a key of `UNITS`, or "" for a bare number."""

    value: str
    unit: str


_GROUP: Final = 3
_NUMBER: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,12}(?:[.,][0-9]{1,6})?)"
_MINUS: Final = r"(?:-(?=[0-9]))?"
_TO: Final = r"\s*(?:-|–|—|~|\bto\b|至|到)\s*"
_LEAST: Final = r">=|≥|at least|min\.?|minimum|不少于|至少|from"
_MOST: Final = r"<=|≤|up to|max\.?|maximum|不超过|最长|最高|最大|最多|可达|长达|高达|至多"
_ABOUT: Final = r"~|≈|about|approximately|approx\.?|ca\.?|around|约|大约"
_SINGLE: Final = re.compile(
    rf"(?:(?P<most>{_MOST})|(?P<least>{_LEAST})|(?P<about>{_ABOUT}))?\s*"
    rf"(?P<low>{_MINUS}{_NUMBER})(?:{_TO}(?P<high>{_NUMBER}))?\s*(?P<plus>\+|and up|or more|以上)?"
    r"[\s-]*(?P<unit>[^0-9+]{0,24}?)\s*(?P<tail>\+|and up|or more|以上|左右)?",
    re.IGNORECASE,
)
_EACH: Final = rf"(?P<n%d>{_NUMBER})\s*(?P<u%d>px|[^0-9x×*+-]{{0,12}}?)"
_BY: Final = r"\s*(?:x|×|\*|\bby\b|乘)\s*"
_DIMS: Final = re.compile(_EACH % (1, 1) + _BY + _EACH % (2, 2) + "(?:" + _BY + _EACH % (3, 3) + ")?", re.IGNORECASE)

CANONICAL: Final = re.compile(
    r"(?P<mark><=|>=|~)?(?P<low>-?[0-9]+(?:\.[0-9]+)?)(?:-(?P<high>[0-9]+(?:\.[0-9]+)?))?(?P<plus>\+)?"
)
CANONICAL_DIMS: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:x[0-9]+(?:\.[0-9]+)?){1,2}")


def read(text: str, unit: str = "") -> Quantity | None:
    """One number, a range, or None where the text says anything else. A unit beside it must agree with its own."""
    match = _SINGLE.fullmatch(text.strip())
    if match is None:
        return None
    own = _unit(match["unit"], unit)
    low, high = _plain(match["low"], own), _plain(match["high"], own)
    if own is None or low is None or (match["high"] and high is None):
        return None
    mark = "<=" if match["most"] else ">=" if match["least"] else "~" if match["about"] else ""
    tail = match["plus"] or match["tail"] or ""
    if tail == "左右":
        mark, tail = mark or "~", ""
    return Quantity(f"{mark}{low}{'-' + high if high else ''}{'+' if tail else ''}", own)


def read_dims(text: str, unit: str = "") -> Quantity | None:
    """Two or three numbers of one unit, as in "80 x 40 x 30 cm"; or None."""
    match = _DIMS.fullmatch(text.strip())
    if match is None:
        return None
    spelled = {match[f"u{n}"].strip() for n in (1, 2, 3) if match[f"u{n}"] and match[f"u{n}"].strip()}
    if len(spelled) > 1:
        return None
    own = _unit(spelled.pop() if spelled else "", unit)
    numbers = [_plain(match[f"n{n}"], own) for n in (1, 2, 3) if match[f"n{n}"]]
    if own is None or None in numbers:
        return None
    return Quantity("x".join(number for number in numbers if number), own)


def _unit(written: str, given: str) -> str | None:
    """The unit's key, "" for none, None for a word that is no unit or two that differ."""
    keys = {unit_of(part) for part in (written, given) if part.strip()}
    return None if None in keys or len(keys) > 1 else (keys.pop() or "") if keys else ""


def _plain(number: str | None, unit: str | None) -> str | None:
    """A plain decimal. A comma groups thousands; before one or two digits it is a decimal comma, if a unit follows."""
    if number is None:
        return None
    head, comma, tail = number.rpartition(",")
    if comma and "." not in number and len(tail) < _GROUP:
        if not unit:
            return None
        return plain(Decimal(f"{head}.{tail}"))
    if comma and "." not in number and len(tail) > _GROUP:
        return None
    return plain(Decimal(number.replace(",", "")))


def plain(number: Decimal) -> str:
    """Without exponent, grouping or idle zeros."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def grouped(number: str) -> str:
    """English grouping, from five digits on: "20,000", but "5000"."""
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}" if len(whole) > 4 else number  # noqa: PLR2004  five digits


def english(value: str, unit: str, spelling: str = "us") -> str:
    """As "up to 10 hours", "80 × 40 × 30 cm", "3 to 5 business days", "1.2 kg"."""
    if CANONICAL_DIMS.fullmatch(value):
        return _with_unit(" × ".join(value.split("x")), unit, spelling, many=True)
    match = CANONICAL.fullmatch(value)
    if match is None:
        return value
    low, high = match["low"], match["high"]
    number = f"{grouped(low)} to {grouped(high)}" if high else grouped(low) + (match["plus"] or "")
    mark = {"<=": "up to ", ">=": "at least ", "~": "about "}.get(match["mark"], "")
    return mark + _with_unit(number, unit, spelling, many=bool(high or match["plus"]) or low != "1")


def english_before_noun(value: str, unit: str, spelling: str = "us") -> str:
    """As "15.6-inch", "2-year", "5000 mAh": as it stands before its noun."""
    known = UNITS.get(unit)
    match = CANONICAL.fullmatch(value)
    if known is None or known.form != "word" or match is None or match["mark"]:
        return english(value, unit, spelling)
    number = f"{match['low']}-to-{match['high']}" if match["high"] else match["low"] + (match["plus"] or "")
    return f"{number}-{(known.us if spelling == 'us' else known.gb).replace(' ', '-')}"


def _with_unit(number: str, unit: str, spelling: str, *, many: bool) -> str:
    known = UNITS.get(unit)
    if known is None:
        return number
    one, several = (known.us, known.us_many) if spelling == "us" else (known.gb, known.gb_many)
    return f"{number}{'' if known.form == 'solid' else ' '}{several if many else one}"


def chinese(value: str, unit: str) -> str:
    """As "可达10小时", "80×40×30厘米", "3至5个工作日", "1.2千克": no spaces."""
    known = UNITS.get(unit)
    word = known.zh if known else ""
    if CANONICAL_DIMS.fullmatch(value):
        return value.replace("x", "×") + word
    match = CANONICAL.fullmatch(value)
    if match is None:
        return value
    mark = {"<=": "可达", ">=": "至少", "~": "约"}.get(match["mark"], "")
    high = f"至{match['high']}" if match["high"] else ""
    return f"{mark}{match['low']}{high}{word}{'以上' if match['plus'] else ''}"
