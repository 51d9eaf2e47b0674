"""What may be said only where a fact says it: tables of wordings, and how they are looked for.

Each row: names of facts, any of which vouches for the wording; a needle; a pattern. What a fact or a clause says in
these words passes too. A group in the pattern holds what must stand in a fact even then ("lifetime").
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from workers.edit.grounding.tracing import stands
from workers.edit.needles import Sieve
from workers.edit.reading import Reading


class Claim(NamedTuple):
    """`needle` is a plain substring of whatever `pattern` matches, in lower case."""

    facts: frozenset[str]
    needle: str
    pattern: re.Pattern[str]


class Claims(NamedTuple):
    """A table, and how its needles are looked for."""

    all: tuple[Claim, ...]
    sieve: Sieve


def table(text: str) -> Claims:
    """A claim for each line "names | needle | pattern". Patterns must be bounded."""
    rows = (line.split("|", 2) for line in text.strip().splitlines())
    read = [
        Claim(frozenset(facts.split()), needle.strip(), re.compile(pattern.strip())) for facts, needle, pattern in rows
    ]
    return Claims(tuple(read), Sieve([claim.needle for claim in read]))


def needles(claims: Claims) -> tuple[str, ...]:
    """One of these is in every text, in lower case, in which anything is found."""
    return tuple(claim.needle for claim in claims.all)


def spelled(claims: Claims) -> tuple[str, ...]:
    """The table as data: what a rule's version depends on."""
    return tuple(f"{' '.join(sorted(c.facts))}|{c.needle}|{c.pattern.pattern}" for c in claims.all)


def claimed(claims: Claims, reading: Reading) -> Iterator[str]:
    """The words of the draft that match, where nothing vouches for them."""
    lower, held, said = reading.lower, reading.about, reading.said
    for number in claims.sieve.within(lower, reading.words):
        facts, _, pattern = claims.all[number]
        for match in pattern.finditer(lower):
            if not _vouched(match, said, grounded=not held.isdisjoint(facts)):
                yield reading.text[match.start() : match.end()]


def about(claims: Claims, lower: str) -> tuple[str, ...]:
    """The names of facts of which one may vouch for what stands there."""
    return tuple(name for claim in claims.all if claim.pattern.search(lower) for name in sorted(claim.facts, key=len))


def _vouched(match: re.Match[str], said: str, *, grounded: bool) -> bool:
    """Whether it stands in a fact or a clause; or a fact is about it, and what it says beyond that stands in one."""
    if _within(match.group(), said):
        return True
    return grounded and all(_within(more, said) for more in match.groups() if more)


def _within(words: str, said: str) -> bool:
    return words in said if not words.isascii() else stands(words, said)
