"""Finds wordings in a text: each has a needle that must be there before its pattern is tried."""

import re
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from workers.edit.reading import Reading


class Phrase(NamedTuple):
    """`needle` is a plain substring of whatever `pattern` matches; "" = always try. Both are lower case."""

    needle: str
    pattern: re.Pattern[str]


class Rows(NamedTuple):
    """Phrases, and beside them their needles, so that all of those are looked for without a step between."""

    phrases: tuple[Phrase, ...]
    needles: tuple[str, ...]


class Phrases(NamedTuple):
    """A table, and the part of it that a text of ASCII alone can hold."""

    all: Rows
    ascii: Rows


def phrases(table: str) -> Phrases:
    """A phrase for each line "needle | pattern". Patterns must be bounded: they read texts of any length."""
    rows = (line.split("|", 1) for line in table.split("\n") if line.strip())
    read = [Phrase(needle.strip(), re.compile(pattern.strip(), re.MULTILINE)) for needle, pattern in rows]
    return Phrases(_rows(read), _rows([phrase for phrase in read if phrase.needle.isascii()]))


def _rows(phrases: Sequence[Phrase]) -> Rows:
    return Rows(tuple(phrases), tuple(phrase.needle for phrase in phrases))


def found(table: Phrases, reading: Reading) -> Iterator[str]:
    """The words of the draft that match, phrase by phrase."""
    lower = reading.lower
    rows = table.ascii if lower.isascii() else table.all
    for phrase in compress(rows.phrases, map(lower.__contains__, rows.needles)):
        for match in phrase.pattern.finditer(lower):
            yield reading.text[match.start() : match.end()]


def spelled(table: Phrases) -> tuple[str, ...]:
    """The table as data: what a rule's version depends on."""
    return tuple(f"{needle}|{pattern.pattern}" for needle, pattern in table.all.phrases)
