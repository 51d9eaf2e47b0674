"""Thousands of words, and which of them stand in a text, told by looking at each of the text's own words once.

A Latin form is looked for by its first two runs of letters, a Chinese one by its first two characters: a hundred names
that begin alike ("classic …", "中国…") cost no more than one.
"""

import re
import string
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import add
from typing import Final, NamedTuple

from workers.edit.needles import letters_of


class Meaning(NamedTuple):
    """What a word means: the matter it belongs to, and the wordings that vouch for it beside its own."""

    matter: str
    keys: tuple[str, ...]


class Form(NamedTuple):
    """One wording in lower case. `words`: its parts, between which there may be a gap; of Chinese, the whole."""

    text: str
    words: tuple[str, ...]
    meaning: Meaning
    sure: bool


class Hit(NamedTuple):
    """A word of the list, where it stands. `sure`: it hardly ever means anything else."""

    start: int
    end: int
    form: str
    meaning: Meaning
    sure: bool


class Lists(NamedTuple):
    """`latin`: by the first run of letters, then by the second ("" where there is none); `runs`: all first ones, and
    `alone`: those of a form without a second; `bare`: what stands for a first run where the first word has none.
    `han`: by the first two characters. The longest first.
    """

    latin: dict[str, dict[str, tuple["_Row", ...]]]
    runs: frozenset[str]
    alone: frozenset[str]
    bare: tuple[str, ...]
    han: dict[str, tuple[Form, ...]]
    pairs: frozenset[str]


class _Row(NamedTuple):
    """`lead`: characters of the first word that stand before its first run of letters."""

    form: Form
    lead: int


HAN: Final = re.compile(r"[\u3400-\u9fff]")
GAPS: Final = frozenset({" ", "-", "'"})
_LETTERS: Final = re.compile("[a-z]+")
_NEXT: Final = re.compile("[^a-z]*([a-z]+)")
_DIGIT: Final = re.compile("[0-9]")
_IN_WORDS: Final = frozenset(string.ascii_lowercase + string.digits)
_IN_RUNS: Final = frozenset(string.ascii_lowercase)


def lists_of(forms: Iterable[Form]) -> Lists:
    """The forms, as they are looked for."""
    latin: dict[str, dict[str, list[_Row]]] = {}
    han: dict[str, list[Form]] = {}
    for form in sorted(forms, key=lambda form: len(form.text), reverse=True):
        if HAN.search(form.text):
            han.setdefault(form.text[:2], []).append(form)
            continue
        first = _LETTERS.search(form.words[0])
        begun, lead = (first[0], first.start()) if first else (form.words[0], 0)
        following = _NEXT.match(" ".join(form.words), lead + len(begun))
        second = following[1] if following else ""
        latin.setdefault(begun, {}).setdefault(second, []).append(_Row(form, lead))
    return Lists(
        {run: {second: tuple(rows) for second, rows in table.items()} for run, table in latin.items()},
        frozenset(latin),
        frozenset([run for run, table in latin.items() if "" in table]),
        tuple(run for run in latin if not _LETTERS.fullmatch(run)),
        {pair: tuple(rows) for pair, rows in han.items()},
        frozenset(han),
    )


def found(lower: str, lists: Lists) -> list[Hit]:
    """Forms in the text, longest first where they begin together; none overlaps another of its script."""
    hits = list(_apart(_latin(lower, lists)))
    if lists.pairs and not lower.isascii():
        hits += _apart(_han(lower, lists))
        hits.sort()
    return hits


def _apart(hits: list[Hit]) -> Iterator[Hit]:
    end = 0
    for hit in sorted(hits) if len(hits) > 1 else hits:
        if hit.start >= end:
            end = hit.end
            yield hit


def _latin(lower: str, lists: Lists) -> list[Hit]:
    hits = []
    for run, at in _begun(lower, lists):
        table, end = lists.latin[run], at + len(run)
        # With a second run of letters a form is longer than any without.
        following = _NEXT.match(lower, end) if len(table) > ("" in table) else None
        hit = _first(lower, at, table.get(following[1], ())) if following else None
        hit = hit or _first(lower, at, table.get("", ()))
        if hit is not None:
            hits.append(hit)
    return hits


def _begun(lower: str, lists: Lists) -> list[tuple[str, int]]:
    """Where first runs of forms stand whole."""
    places = []
    bare = [word for word in lists.bare if word in lower] if lists.bare and _DIGIT.search(lower) else ()
    for run in chain(_may_begin(letters_of(lower), lists), bare):
        at = lower.find(run)
        while at >= 0:
            end = at + len(run)
            if lower[at - 1 : at] not in _IN_RUNS and lower[end : end + 1] not in _IN_RUNS:
                places.append((run, at))
            at = lower.find(run, end)
    return places


def _may_begin(letters: frozenset[str], lists: Lists) -> list[str]:
    """First runs of forms without a second, or with one that is there too."""
    begun, latin, alone = letters & lists.runs, lists.latin, lists.alone
    return [run for run in begun if run in alone or not latin[run].keys().isdisjoint(letters)]


def _first(lower: str, at: int, rows: tuple[_Row, ...]) -> Hit | None:
    """The first of the rows that stands there whole."""
    for (text, words, meaning, sure), lead in rows:
        start = at - lead
        stop = _stop(lower, start, words) if start >= 0 else 0
        if stop:
            return Hit(start, stop, text, meaning, sure)
    return None


def _stop(lower: str, start: int, words: tuple[str, ...]) -> int:
    """Where the form ends that begins there; 0 where it does not stand there."""
    first = words[0]
    end = start + len(first)
    if lower[start - 1 : start] in _IN_WORDS or lower[end : end + 1] in _IN_WORDS:
        return 0
    if not lower.startswith(first, start):
        return 0
    if len(words) == 1:
        return end
    for word in words[1:]:
        end += lower[end : end + 1] in GAPS
        if not lower.startswith(word, end):
            return 0
        end += len(word)
    return 0 if lower[end : end + 1] in _IN_WORDS else end


def _han(lower: str, lists: Lists) -> list[Hit]:
    hits = []
    for pair in lists.pairs.intersection(map(add, lower, lower[1:])):
        at = lower.find(pair)
        while at >= 0:
            for form in lists.han[pair]:
                if lower.startswith(form.text, at):
                    hits.append(Hit(at, at + len(form.text), form.text, form.meaning, form.sure))
                    break
            at = lower.find(pair, at + 1)
    return hits
