"""Finds what a text says in numbers: amounts with their units, bare counts, and names with digits in them."""

import re
import string
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple

from workers.edit.grounding import weights
from workers.edit.grounding.halves import BEGUN, may_speak, spoken
from workers.edit.grounding.measures import UNIT, Reach, unit_at, unit_of
from workers.edit.grounding.numerals import CHINESE, NUMBER, WORDS, chinese_number, english_number
from workers.edit.grounding.units import COUNT, Unit, units_named
from workers.edit.needles import letters_of


class Quantity(NamedTuple):
    """`start` and `end` bound the number and its unit, which is one of `units`.

    A word with digits in it ("S8", "4K", "18/10") is a name: it has no value, it is what it is.
    """

    start: int
    end: int
    value: Decimal = Decimal(0)
    units: tuple[Unit, ...] = ()
    name: str = ""

    @property
    def bare(self) -> bool:
        """Whether it counts things: no unit of measure stands beside it."""
        return not self.name and self.units.count(COUNT) == len(self.units)

    @property
    def countable(self) -> bool:
        """Whether it may count things."""
        return COUNT in self.units

    @property
    def priced(self) -> bool:
        """Whether its unit is a currency."""
        return bool(self.units) and self.units[0].dimension.isupper()


_VULGAR: Final = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}
_ODD: Final = "⅐-⅟↉Ⅰ-ↈ①-⒛⓪-⓿❶-➓㈠-㈩㊀-㊉¹⁰⁴-⁹₀-₉"
"""Numerals that are only ever a name: circled, Roman, raised, lowered."""
_NUMERALS: Final = f"[0-9一二三四五六七八九两十百半{''.join(_VULGAR)}{_ODD}]"
_NUMERAL: Final = re.compile(_NUMERALS)
_PLAIN_NUMERAL: Final = re.compile("[0-9]")

# Each pattern is possessive or bounded: no run of characters is read twice.
_LEAD: Final = re.compile(
    r"(?P<prefix>(?:(?<![A-Za-z])(?:USD|EUR|GBP|RMB|CNY|JPY|HKD|(?:US|CA|AU|HK|NT|NZ|[ACS])\$)|[$€£¥])[ ]?)?+"
    r"(?P<sign>(?<![A-Za-z0-9])[-–]|零下)?+\Z"
    r"|(?<![A-Za-z0-9])(?P<letters>[A-Za-z]{1,24})\Z"
)
_LONGEST_LEAD: Final = 24
_CODED: Final = re.compile(r"[A-Za-z0-9]++(?:\.\d++)*+")
_CLUSTER: Final = re.compile(r"\d++(?:(?:[/:]\d++)++|(?:\.\d++){2,}+)")
_PERCENTAGE: Final = re.compile(rf"百分之(百|{CHINESE.pattern}|\d{{1,9}}(?:\.\d{{1,9}})?)")
_NO: Final = ("no ", "No ")
"""Before it "two" counts nothing: "no two are alike"."""
_FIGURE: Final = re.compile(rf"(?P<number>\d{{1,3}}(?:,\d{{3}})++(?!\d)(?:\.\d++)?|\d++(?:\.\d++)?){UNIT.pattern}")
_GLUED_LETTERS: Final = re.compile(r"(?![xX]\d)[A-Za-z][A-Za-z0-9]{0,24}")
_JOINS: Final = re.compile(
    r"[ ]?(?:(?P<hard>[x×*X~～–—-]|to|至|到)|and|or|by|和|或|、|,|，|/)[ ]?(?:(?<=[x×*X ])[HWDL][ ]?)?"
)
"""Before a side its letter may stand: "H 180 x W 80 cm"."""
_MULTIPLIERS: Final = {"千": Decimal(1000), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_IDIOMATIC: Final = frozenset("巴帕匹安欧伏赫帧丹度寸牛岁")
"""Units that Chinese numerals stand before in idioms more often than in measures."""
CLASSIFIERS: Final = frozenset("个只条双把块片支根组档挡种枚颗粒套张台扇件层格瓶罐袋盒包本页次人")
"""What a number of things stands before."""
_TIMES: Final = frozenset({"seconds", "months"})
_CALENDAR_YEARS: Final = frozenset(map(Decimal, range(1900, 2101)))
_AND_A_HALF: Final = "个半"
"""两个半小时 are two and a half hours."""
_LONGEST_NUMBER: Final = 24
_TWO: Final = 2
Span = tuple[int, int]
_COUNTED: Final = (COUNT,)
_LEAD_ENDS: Final = frozenset(f"$€£¥-–下{string.ascii_letters}")
_CURRENCY_ENDS: Final = frozenset("$€£¥DRPBY")
"""What may stand before the space in "USD 5"."""
_CLUSTERS: Final = frozenset("/:.")


def quantities(folded: str) -> tuple[Quantity, ...]:
    """All that `folded` says in numbers, in order. What stands before a shared unit shares it: "30 x 20 cm"."""
    found, lower = _in_figures(folded), folded.lower()
    if _NUMBER_WORD.search(lower):
        found += _in_words(folded)
        found.sort(key=_start)
    if may_speak(lower):
        found = _spoken(folded, found)
    return _shared(folded, found)


def figures(folded: str) -> tuple[Quantity, ...]:
    """As `quantities`, of what has no number in letters."""
    return _shared(folded, _in_figures(folded))


def in_letters(lower: str) -> bool:
    """Whether a text in lower case may have a number in letters."""
    words = letters_of(lower)
    return not WORDS.keys().isdisjoint(words) or (not BEGUN.isdisjoint(words) and may_speak(lower))


_start: Final = itemgetter(0)
_decimal: Final = lru_cache(maxsize=4096)(Decimal)
"""Remembered, because to hash a new one takes longer than to make it."""


def _in_figures(text: str) -> list[Quantity]:
    found = []
    floor = 0
    weighing = "斤" in text or "两" in text
    numeral = _PLAIN_NUMERAL if text.isascii() else _NUMERAL
    while match := numeral.search(text, floor):
        at, character = match.start(), match[0]
        quantity = _weighed(text, at) if weighing else None
        if quantity is None:
            quantity = (_figure if character.isdecimal() else _READERS.get(character, _odd))(text, at, floor)
        if quantity is not None and text[quantity.end : quantity.end + 1] in weights.MORE and quantity.units:
            end, more = weights.more_of(text, quantity.end)
            quantity = quantity._replace(end=end, value=quantity.value + more) if more else quantity
        floor = at + 1
        if quantity is not None:
            floor = max(floor, quantity.end)
            if quantity.units or quantity.name:
                found.append(quantity)
    return found


def _in_words(text: str) -> list[Quantity]:
    if WORDS.keys().isdisjoint(letters_of(text.lower())):
        return []
    return [
        _united(match.span(), english_number(match.group()), unit_at(text, match.end()))
        for match in NUMBER.finditer(text)
        if not (match.group() == "two" and text.endswith(_NO, 0, match.start()))
    ]


def _spoken(text: str, found: list[Quantity]) -> list[Quantity]:
    """With what is spoken; a number that is a part of it ("two kilos and a half") is none of its own."""
    said = [Quantity(one.start, one.end, one.value, units_named(one.unit)) for one in spoken(text)]
    every = sorted((*found, *said), key=lambda one: (one.start, -one.end))
    return [one for number, one in enumerate(every) if not number or one.start >= every[number - 1].end]


_NUMBER_WORD: Final = re.compile(
    r"t(?:wo|we[ln]|hree|hirt|housand|en)|f(?:our|ort|ive|ift)|s(?:ix|even)|e(?:ight|leven)|nine|dozen|hundred|half"
)
"""What a text has that has one of the words."""


def _figure(text: str, at: int, floor: int) -> Quantity:
    lead = _LEAD.search(text, max(floor, at - _LONGEST_LEAD), at) if _led(text, at, floor) else None
    if lead and lead["letters"]:
        return _named(text, lead.start(), _CODED)
    figure = _FIGURE.match(text, at)
    if figure is None:
        return _named(text, at, _CODED)
    literal, end = figure["number"].replace(",", ""), figure.end("number")
    following = text[end : end + 1]
    if following in _CLUSTERS and _CLUSTER.match(text, at):
        return _named(text, at, _CLUSTER)
    if len(literal) > _LONGEST_NUMBER:
        return Quantity(lead.start() if lead else at, end, name=literal)
    if at > floor and text[at - 1] == "." and (at < floor + 2 or not text[at - 2].isalnum()):
        literal = f"0.{literal.replace('.', '')}"
    if lead is None and following not in _MULTIPLIERS:
        return _measured(text, (at, at, end), _decimal(literal), unit_of(text, figure))
    # Right behind another quantity a dash is no sign: 5厘米-10厘米.
    negative = bool(lead and lead["sign"]) and not (floor and lead and lead.start() == floor)
    return _led_by(lead, text, (at, end), _decimal(f"-{literal}" if negative else literal))


def _weighed(text: str, at: int) -> Quantity | None:
    found = weights.weighed(text, at)
    return None if found is None else Quantity(at, found[0], found[1], units_named("两"))


def _led(text: str, at: int, floor: int) -> bool:
    """Whether the character before the figure may be the end of a currency, a sign or a name ("S" in S8)."""
    before = text[at - 1] if at > floor else ""
    if before == " ":
        return at - 1 > floor and text[at - 2] in _CURRENCY_ENDS
    return before in _LEAD_ENDS


def _led_by(lead: re.Match[str] | None, text: str, place: Span, value: Decimal) -> Quantity:
    at, end = place
    if text[end : end + 1] in _MULTIPLIERS and not units_named(text[end : end + 2]):
        value, end = value * _MULTIPLIERS[text[end]], end + 1
    start = lead.start() if lead else at
    if lead and lead["prefix"]:
        return Quantity(start, end, value, units_named(lead["prefix"].strip()))
    return _measured(text, (start, at, end), value, unit_at(text, end))


def _measured(text: str, place: tuple[int, int, int], value: Decimal, unit: Reach) -> Quantity:
    """The number with the unit that follows, or the name that it is the beginning of ("4K")."""
    start, at, end = place
    units, reach = unit
    if units and COUNT not in units and text[reach - 1] != "年":
        return Quantity(start, reach, value, units)
    glued = None if units else _GLUED_LETTERS.match(text, end)
    if glued is not None:
        return Quantity(start, glued.end(), name=text[at : glued.end()].lower())
    if units and text[reach - 1] == "年" and value in _CALENDAR_YEARS:
        units = (*units, COUNT)
    return _united((start, end), value, (units, reach))


def _united(place: Span, value: Decimal, unit: Reach) -> Quantity:
    """A number and what its unit may be. What may be no unit at all stays outside: "3000 in tools"."""
    units, reach = unit
    if not units:
        return Quantity(*place, value, _COUNTED)
    return Quantity(place[0], place[1] if COUNT in units else reach, value, units)


def _named(text: str, at: int, pattern: re.Pattern[str]) -> Quantity:
    match = pattern.match(text, at)
    end = match.end() if match else at + 1
    return Quantity(at, end, name=text[at:end].lower())


def _odd(text: str, at: int, _: int) -> Quantity:
    return Quantity(at, at + 1, name=text[at])


def _vulgar(text: str, at: int, _: int) -> Quantity:
    return _united((at, at + 1), _VULGAR[text[at]], unit_at(text, at + 1))


def _chinese(text: str, at: int, _: int) -> Quantity | None:
    """Chinese numerals claim a measure, a fraction, or, from two on, how many there are: 一个 is grammar."""
    numeral = CHINESE.match(text, at)
    if numeral is None:
        return None
    value = chinese_number(numeral.group())
    units, end = unit_at(text, numeral.end())
    if text.startswith(_AND_A_HALF, numeral.end()):
        value, (units, end) = value + weights.HALF, unit_at(text, numeral.end() + len(_AND_A_HALF))
    if text.startswith("分之", numeral.end()) and (under := CHINESE.match(text, numeral.end() + 2)):
        return Quantity(at, under.end(), name=text[at : under.end()])
    measured = tuple([unit for unit in units if unit.dimension])
    if not measured and value > 1 and text[numeral.end() : numeral.end() + 1] in CLASSIFIERS:
        return Quantity(at, numeral.end(), value, _COUNTED)
    if not measured or text[numeral.end() : end] in _IDIOMATIC:
        return None
    if value == 1 and measured[0].dimension in _TIMES and not weights.meant(text, (at, end)):
        return None
    return Quantity(at, end, value, measured)


def _half(text: str, at: int, _: int) -> Quantity | None:
    of = weights.half_of(text, at)
    return _united((at, of), weights.HALF, unit_at(text, of)) if of else None


def _percentage(text: str, at: int, _: int) -> Quantity | None:
    match = _PERCENTAGE.match(text, at)
    if match is None:
        return None
    value = Decimal(match[1]) if match[1][0].isdecimal() else chinese_number(match[1])
    return Quantity(at, match.end(), value, units_named("%"))


_READERS: Final[dict[str, Callable[[str, int, int], Quantity | None]]] = {
    **dict.fromkeys(_VULGAR, _vulgar),
    **dict.fromkeys("一二三四五六七八九两十", _chinese),
    "百": _percentage,
    "半": _half,
}


def _shared(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """A number without a unit takes its neighbour's across "x", "-", "to"; across "," or "and" it may."""
    if len(found) < _TWO:
        return tuple(found)
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        joined = _JOINS.fullmatch(text, this.end, following.start) if this.bare else None
        if joined and following.units and not following.bare:
            units = following.units if joined["hard"] else (*this.units, *following.units)
            found[index] = this._replace(units=units)
    for index in range(1, len(found)):
        before, this = found[index - 1], found[index]
        if this.bare and before.priced and _JOINS.fullmatch(text, before.end, this.start):
            found[index] = this._replace(units=(*this.units, *before.units))
    return tuple(found)
