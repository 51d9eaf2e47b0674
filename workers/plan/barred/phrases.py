"""Tables of wordings: each has a needle that must be there before its pattern is tried. Pure."""

import re
from collections.abc import Iterable
from typing import NamedTuple


class Phrase(NamedTuple):
    """`needle` is a plain substring of whatever `pattern` matches; "" = always try. Both are lower case."""

    needle: str
    pattern: re.Pattern[str]


def phrases(table: str) -> tuple[Phrase, ...]:
    """A phrase for each line "needle | pattern". Patterns must be bounded: they read texts of any length."""
    rows = (line.split("|", 1) for line in table.split("\n") if line.strip())
    return tuple(Phrase(needle.strip(), re.compile(pattern.strip(), re.MULTILINE)) for needle, pattern in rows)


def found_in(table: Iterable[Phrase], lower: str) -> bool:
    """Whether any of them stands in a short text in lower case."""
    return any(phrase.needle in lower and phrase.pattern.search(lower) for phrase in table)
