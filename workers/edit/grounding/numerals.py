"""Numbers written in letters: English number words and Chinese numerals, as far as shops use them.

Tests hold the numerals to cn2an, which is not on the path of a draft: it takes 33 µs for one that is read here in 4.
"""

import re
from decimal import Decimal
from typing import Final

WORDS: Final = (
    {
        word: Decimal(number)
        for number, word in enumerate(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
            "eighteen nineteen twenty".split(),
            start=2,
        )
    }
    | dict(
        zip(
            "thirty forty fifty sixty seventy eighty ninety dozen hundred thousand".split(),
            map(Decimal, (30, 40, 50, 60, 70, 80, 90, 12, 100, 1000)),
            strict=True,
        )
    )
    | {"half": Decimal("0.5")}
)
"""English words that count. "One" is left out: it is a pronoun more often than a number."""
_ONE: Final = Decimal(1)
_HALF: Final = " and a half"

_UNITS: Final = "two|three|four|five|six|seven|eight|nine"
_TEENS: Final = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_BELOW_HUNDRED: Final = rf"(?:{_TENS})(?:[ -](?:one|{_UNITS}))?|{_TEENS}|{_UNITS}"
_GREAT: Final = "hundred|thousand|dozen"
NUMBER: Final = re.compile(
    rf"\b(?:(?:(?:{_BELOW_HUNDRED}|one|an?)[ -])?(?:{_GREAT})(?:(?: and |[ -])(?:{_BELOW_HUNDRED}|one|{_GREAT})){{0,4}}"
    rf"|{_BELOW_HUNDRED}|one(?=[ -]and[ -]a[ -]half\b)|half (?:a )?dozen)\b(?:[ -]and[ -]a[ -]half\b)?",
    re.IGNORECASE | re.ASCII,
)
"""A number in English words: "two hundred and fifty", "twenty-four", "two and a half"."""


def english_number(number: str) -> Decimal:
    """The value of what `NUMBER` matched."""
    if number[:4].lower() == "half":
        return WORDS["dozen"] / 2
    whole, half, _ = number.lower().replace("-and-a-half", _HALF).partition(_HALF)
    total = current = Decimal(0)
    for word in re.split("[ -]", whole):
        value = WORDS.get(word, _ONE)
        if word == "thousand":
            total, current = total + max(current, _ONE) * value, Decimal(0)
        elif word in {"hundred", "dozen"}:
            current = max(current, _ONE) * value
        elif word not in {"and", "a", "an"}:
            current += value
    return total + current + (Decimal("0.5") if half else 0)


_DIGITS: Final = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10_000, "亿": 100_000_000}

NUMERALS: Final = "二三四五六七八九两十百千万"
"""Characters that end a number from two on."""
# Twelve characters write every number that a shop needs; the bound keeps a text of nothing else linear.
CHINESE: Final = re.compile(
    r"[一二三四五六七八九两十][零〇一二三四五六七八九两十百千万亿]{0,11}(?:点[零〇一二三四五六七八九]{1,6})?"
)

DATA: Final = (*WORDS, NUMBER.pattern, CHINESE.pattern)


def chinese_number(numeral: str) -> Decimal:
    """The value of what `CHINESE` matched: 两百五十 = 两百五 = 250, 一点五 = 1.5, 二〇二五 = 2025."""
    whole, _, fraction = numeral.partition("点")
    decimals = "".join(str(_DIGITS[c]) for c in fraction)
    if len(whole) > 1 and all(c in _DIGITS for c in whole):
        number = int("".join(str(_DIGITS[c]) for c in whole))
    else:
        number = _grouped(whole)
    return Decimal(f"{number}.{decimals}") if decimals else Decimal(number)


def _grouped(whole: str) -> int:
    total = section = digit = 0
    place = 1
    for character in whole:
        if character in _DIGITS:
            digit = _DIGITS[character]
            place = place if digit else 1
        elif character in _SMALL:
            section += (digit or 1) * _SMALL[character]
            digit, place = 0, _SMALL[character] // 10
        else:
            # 亿 multiplies all before it (一万亿), 万 only what follows the last 亿 (一亿二千万).
            section += digit * (place if place < _LARGE[character] else 1)
            raised = section if character == "万" else total + section
            total = (total if character == "万" else 0) + raised * _LARGE[character]
            section, digit, place = 0, 0, _LARGE[character] // 10
    # What stands last without its place has the next one: 三千五 is 3500, but 三千零五 is 3005.
    return total + section + digit * place
