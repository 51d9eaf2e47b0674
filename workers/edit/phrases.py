"""Finds wordings in a text: each has a needle that must be there before its pattern is tried."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from workers.edit.reading import Reading


class Phrase(NamedTuple):
    """`needle` is a plain substring of whatever `pattern` matches; "" = always try. Both are lower case."""

    needle: str
    pattern: re.Pattern[str]


class Phrases(NamedTuple):
    """A table, and the part of it that a text of ASCII alone can hold."""

    rows: tuple[Phrase, ...]
    ascii_rows: tuple[Phrase, ...]


def phrases(table: str) -> Phrases:
    """A phrase for each line "needle | pattern". Patterns must be bounded: they read texts of any length."""
    rows = (line.split("|", 1) for line in table.split("\n") if line.strip())
    read = tuple(Phrase(needle.strip(), re.compile(pattern.strip(), re.MULTILINE)) for needle, pattern in rows)
    return Phrases(read, tuple(phrase for phrase in read if phrase.needle.isascii()))


def found(table: Phrases, reading: Reading) -> Iterator[str]:
    """The words of the draft that match, phrase by phrase."""
    lower = reading.lower
    for needle, pattern in table.ascii_rows if lower.isascii() else table.rows:
        if needle in lower:
            for match in pattern.finditer(lower):
                yield reading.text[match.start() : match.end()]


def spelled(table: Phrases) -> tuple[str, ...]:
    """The table as data: what a rule's version depends on."""
    return tuple(f"{needle}|{pattern.pattern}" for needle, pattern in table.rows)
