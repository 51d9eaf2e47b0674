"""Words by which an amount becomes a bound that no fact states: "over 30 hours" where it is 30.

What says no more than the fact may stand: "about", "nearly", 约, 近; and a ceiling at the fact's own amount, "up to",
最多, since whoever gets all of it got what was promised. A floor ("at least") promises that it is never less.
"""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from typing import Final, NamedTuple

_BARE: Final = "more than|at least|(?:no|not) (?:less|fewer) than|less than|fewer than|in excess of|upwards? of"
"""The rest stand before counted things as prepositions too: "over two shoulders"."""
_ENGLISH: Final = re.compile(
    rf"\b(?:(?P<counts>(?<!no )(?<!not )(?:{_BARE}))|(?:(?:well|far|just) )?(?P<place>over|above|under|below|beyond)"
    r"|exceed(?:s|ing)?|surpass(?:es|ing)?|north of|a minimum of|minimum|min\.)(?: (?:an?|its|the|full|whole)){0,2}[ :]*\Z"
)
_ENGLISH_BEHIND: Final = re.compile(
    r" ?\+|,? (?:or|and) (?:more|longer|over|above|up|beyond|counting)\b|-plus\b| (?:minimum|at least)\b"
)
_CHINESE: Final = re.compile(
    r"(?:(?<!不)超[过出]?了?|(?<!不)(?:[大高多长少小短]|(?P<place>低))于|不[少低小]于|不[止只到足]|逾|突破|高出|(?:至少|最少)[^0-9a-z，,。 ]{0,3})[ ]?\Z"
)
_CHINESE_BEHIND: Final = re.compile(r" ?(?:\+|[及或]?以[上下]|[多余](?![种功个款色次用档层人口]))")
_BESIDE: Final = {
    "over": frozenset({"frequency", "celsius", "fahrenheit"}),
    "above": frozenset({"celsius", "fahrenheit"}),
    "under": frozenset({"celsius", "fahrenheit", "pressure", "voltage"}),
    "below": frozenset({"celsius", "fahrenheit"}),
    "低于": frozenset({"celsius", "fahrenheit"}),
}
"""Of these it may say where something is, or how it is to be treated: "wash below 30 °C", "over 2.4 GHz"."""

_LAST: Final = frozenset(
    "over above under below beyond than least of exceed exceeds exceeding surpass surpasses surpassing minimum min. a an its"
    " the full whole".split()
)
_LAST_CHARACTERS: Final = frozenset("超过出了于逾止只至少有到足破")
_FLOORS: Final = ("至少", "最少")
_LAST_WORD: Final = re.compile(r"[^a-z0-9][a-z]+\Z|[.]\Z")
_FIRST_CHARACTERS: Final = frozenset("+,-及或以多余")
_FIRST_WORDS: Final = (" or ", " and ", " minimum", " at least", " +", " 及", " 或", " 以", " 多", " 余")
"""Where none of these stands next to an amount, it is not bounded."""

DATA: Final = (
    _ENGLISH.pattern, _ENGLISH_BEHIND.pattern, _CHINESE.pattern, _CHINESE_BEHIND.pattern,
    *(f"{word} {' '.join(sorted(beside))}" for word, beside in _BESIDE.items()),
)  # fmt: skip


class Hedge(NamedTuple):
    """`before`, `behind`: the characters that it takes of either side. `beside`: dimensions that it does not bound;
    `counts`: whether it bounds what is counted.
    """

    before: int
    behind: int
    beside: frozenset[str]
    counts: bool


def hedged(before: str, behind: str) -> Hedge | None:
    """What bounds the amount between these, in lower case."""
    match = _bounded(before)
    if match:
        named = match.groupdict()
        beside = _BESIDE.get(named["place"] or "", frozenset())
        return Hedge(len(before) - match.start(), 0, beside, counts=named.get("counts") is not None)
    return _hedged_behind(behind)


def _bounded(before: str) -> re.Match[str] | None:
    last = before.rstrip(" :")
    word = last[last.rfind(" ") + 1 :]
    if word.isascii():
        told = word in _LAST or (not word.isalnum() and _LAST_WORD.search(word))
        return _ENGLISH.search(before) if told else None
    chinese = last[-1:] in _LAST_CHARACTERS or any(floor in last for floor in _FLOORS)
    return (_CHINESE if chinese else _ENGLISH).search(before) if chinese or last[-1:].isascii() else None


def _hedged_behind(behind: str) -> Hedge | None:
    if behind[:1] not in _FIRST_CHARACTERS and not behind.startswith(_FIRST_WORDS):
        return None
    match = _ENGLISH_BEHIND.match(behind) or _CHINESE_BEHIND.match(behind)
    return Hedge(0, match.end(), frozenset(), counts=True) if match else None
