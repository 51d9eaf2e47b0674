"""Thousands of words, and which of them stand in a text, told in one pass over it.

A Latin form is looked for by its first word with the gap behind it, a Chinese one whole.
"""

import re
import string
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from workers.edit.needles import Places


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
    """`heads`: what forms begin with; `begun`: of each, the forms that do, the longest first."""

    heads: Places
    begun: tuple["_Begun", ...]


class _Begun(NamedTuple):
    """`before`, `behind`: what may not stand there: inside of a word no word stands.

    `alone`: the only form, all of which is the head; None where there are others.
    """

    forms: tuple[Form, ...]
    before: frozenset[str]
    behind: frozenset[str]
    alone: Form | None


HAN: Final = re.compile(r"[\u3400-\u9fff]")
GAPS: Final = frozenset({" ", "-", "'"})
_IN_WORDS: Final = frozenset(string.ascii_lowercase + string.digits)
_NOTHING: Final[frozenset[str]] = frozenset()


def lists_of(forms: Iterable[Form]) -> Lists:
    """The forms, as they are looked for."""
    begun: dict[str, list[Form]] = {}
    for form in sorted(forms, key=lambda form: len(form.text), reverse=True):
        for head in (form.text,) if HAN.search(form.text) else _heads(*form.words):
            begun.setdefault(head, []).append(form)
    return Lists(Places(tuple(begun)), tuple(_begun(head, tuple(told)) for head, told in begun.items()))


def _heads(first: str, second: str = "", *_: str) -> Iterator[str]:
    if not second:
        yield first
        return
    yield from (f"{first}{gap}{second}" for gap in GAPS)
    if second[0] not in _IN_WORDS:
        yield first + second


def _begun(head: str, forms: tuple[Form, ...]) -> _Begun:
    if HAN.search(head):
        return _Begun(forms, _NOTHING, _NOTHING, forms[0])
    alone = forms[0] if len(forms) == 1 and head in {gap.join(forms[0].words) for gap in GAPS} else None
    return _Begun(forms, _IN_WORDS, _IN_WORDS if alone else _NOTHING, alone)


def found(lower: str, lists: Lists) -> list[Hit]:
    """Forms in the text, longest first where they begin together; none overlaps another of its script."""
    latin: dict[int, Hit] = {}
    han: dict[int, Hit] = {}
    begun = lists.begun
    for number, start, end in lists.heads.of(lower):
        forms, before, behind, alone = begun[number]
        if lower[start - 1 : start] in before or lower[end : end + 1] in behind:
            continue
        hits = latin if before else han
        hit = Hit(start, end, alone.text, alone.meaning, alone.sure) if alone else _first(lower, start, forms)
        if hit is not None and (start not in hits or hits[start].end < hit.end):
            hits[start] = hit
    return sorted(_apart(latin) + _apart(han)) if han else _apart(latin)


def _apart(hits: dict[int, Hit]) -> list[Hit]:
    apart, end = [], 0
    for start in sorted(hits):
        if start >= end:
            end = hits[start].end
            apart.append(hits[start])
    return apart


def _first(lower: str, start: int, forms: tuple[Form, ...]) -> Hit | None:
    """The first of the forms that stands there whole."""
    for form in forms:
        end = _stop(lower, start, form.words)
        if end:
            return Hit(start, end, form.text, form.meaning, form.sure)
    return None


def _stop(lower: str, start: int, words: tuple[str, ...]) -> int:
    """Where the form ends that begins there, at a word's edge; 0 where it does not stand there."""
    end = start + len(words[0])
    for word in words[1:]:
        end += lower[end : end + 1] in GAPS
        if not lower.startswith(word, end):
            return 0
        end += len(word)
    return 0 if lower[end : end + 1] in _IN_WORDS else end
