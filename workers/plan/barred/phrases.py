"""Tables of wordings: each has a needle that must be there before its pattern is tried. Pure."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

_BEGINNINGS: Final = re.compile(r"(?<!\\)\\b(?:\(\?:([A-Za-z]+(?:\|[A-Za-z]+)*)\)|([A-Za-z]+))(?![?*+{])")
"""Of a pattern, where words begin with letters that are written out."""


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, which the engine passes a text over with faster: it looks for letters in one go, for words' edges at
    each character. So the letters of a word stand before the edge where it begins.
    """
    return re.compile(_BEGINNINGS.sub(_letters_first, pattern), flags)


def _letters_first(beginning: re.Match[str]) -> str:
    words = [rf"{word}(?<=\b{word})" for word in (beginning[1] or beginning[2]).split("|")]
    return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"


class Phrase(NamedTuple):
    """`needle` is a plain substring of whatever `pattern` matches; "" = always try. Both are lower case."""

    needle: str
    pattern: re.Pattern[str]


def phrases(table: str) -> tuple[Phrase, ...]:
    """A phrase for each line "needle | pattern". Patterns must be bounded: they read texts of any length."""
    rows = (line.split("|", 1) for line in table.split("\n") if line.strip())
    return tuple(Phrase(needle.strip(), compiled(pattern.strip(), re.MULTILINE)) for needle, pattern in rows)


def found_in(table: Iterable[Phrase], lower: str) -> bool:
    """Whether any of them stands in a short text in lower case."""
    return any(phrase.needle in lower and phrase.pattern.search(lower) for phrase in table)
