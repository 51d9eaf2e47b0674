"""Finds the wordings of a table in a draft."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workers.edit.needles import Needles
from workers.edit.reading import Reading
from workers.plan.barred.phrases import Phrase


class Phrases(NamedTuple):
    """A table, and how its needles are looked for."""

    all: tuple[Phrase, ...]
    needles: Needles


def sieved(table: tuple[Phrase, ...]) -> Phrases:
    """The table, to be looked for in drafts."""
    return Phrases(table, Needles([phrase.needle for phrase in table]))


def found(table: Phrases, reading: Reading) -> Iterable[str]:
    """The words of the draft that match, phrase by phrase."""
    numbers = table.needles.within(reading.lower, reading.words)
    return _found([table.all[number] for number in numbers], reading) if numbers else ()


def _found(likely: Iterable[Phrase], reading: Reading) -> Iterator[str]:
    for phrase in likely:
        for match in phrase.pattern.finditer(reading.lower):
            yield reading.text[match.start() : match.end()]


def needles(table: Phrases) -> tuple[str, ...]:
    """One of these is in every text, in lower case, in which anything is found."""
    return tuple(phrase.needle for phrase in table.all)


def spelled(table: Phrases) -> tuple[str, ...]:
    """The table as data: what a rule's version depends on."""
    return tuple(f"{needle}|{pattern.pattern}" for needle, pattern in table.all)
