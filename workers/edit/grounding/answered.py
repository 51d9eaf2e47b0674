"""What the facts deny is said to be missing, or not at all. "It has NFC" beside "NFC: no" has the fact's own word.

A word of it that stands within what another fact says is that fact's: the filter of a "Filter Jug".
"""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from workers.edit.grounding import listed as things
from workers.edit.grounding import polarity
from workers.edit.grounding.denials import Span, denied_at
from workers.edit.grounding.listed import alone, listed
from workers.edit.grounding.stems import stem
from workers.edit.grounding.tracing import Ground, occurrences
from workers.edit.reading import Reading

_WORD: Final = re.compile("[a-z0-9]+")
_OTHERS: Final = re.compile(
    r"\b(?:to|you|will|easily|in an?|your (?:own )?|for (?:an?|your|any)|fits? (?:an?|your)|holds? (?:an?|your)|beside (?:an?|your|the)) ?\Z"
)
"""Before a word that a thing of this name is called by too: "easy to handle", "in a flash", "for your camera"."""
_HAVING: Final = re.compile(
    "(?:[带有含加配附送用]|支持|内置|配备|自带|添加|具备|包含|包括)(?:[了着上入]|一[个只款种])?$"
)
_CARE: Final = "care"
_FORBIDDING: Final = re.compile(
    r"\b(?:do not|don't|never|must not|should not|no need to|need not|cannot be|no) (?:ever )?\Z"
    "|(?:无[需须]|不[用必要宜能可]|[请切]?勿|禁止?|别|免)(?:要|送去?|用|进行)?\\Z"
)
DATA: Final = (
    _FORBIDDING.pattern, _OTHERS.pattern, _HAVING.pattern, *things.DATA, *polarity.DATA,
)  # fmt: skip


def answered(reading: Reading) -> Iterator[str]:
    """What is said although a fact denies it, and one thing of several that is said to be the only one."""
    forbidden = _forbidden(reading) if _CARE in reading.named else ()
    for start, end in chain(alone(reading.brief.facts, reading.lower), forbidden):
        yield reading.text[start:end]
    for _, labels in reading.denied:
        for label in labels:
            for start, end in _mentions(label, reading.lower):
                if _affirmed(label, (start, end), reading) and not _of_another((start, end), reading):
                    yield reading.text[start:end]


def _forbidden(reading: Reading) -> Iterator[Span]:
    """Care that a fact asks for, and the text forbids or spares: "do not dry clean", 无需干洗."""
    for form in [form for fact in reading.brief.facts if fact.name == _CARE for form in listed(fact)]:
        for start, end in occurrences(form, reading.lower):
            order = _FORBIDDING.search(reading.lower[max(0, start - 24) : start])
            if order:
                yield start - len(order.group()), end


def _affirmed(label: str, span: Span, reading: Reading) -> bool:
    lower, (start, end) = reading.lower, span
    before = lower[max(0, start - 24) : start]
    if label.isascii() and " " not in label and _OTHERS.search(before):
        return False
    if len(label) == 1 and not _HAVING.search(before):
        return False
    return not denied_at(lower, start, end)


def _mentions(label: str, lower: str) -> Iterator[Span]:
    """Where it stands, in any form of its last word: "wheeled", "certified"."""
    if not label.isascii():
        start = lower.find(label)
        while start >= 0:
            yield start, start + len(label)
            start = lower.find(label, start + 1)
        return
    wanted = _stems(label)
    if not wanted or wanted[0][:3] not in lower:
        return
    words = list(_WORD.finditer(lower))
    stems = [stem(word.group()) for word in words]
    for at in range(len(words) - len(wanted) + 1):
        if stems[at] == wanted[0] and tuple(stems[at : at + len(wanted)]) == wanted:
            yield words[at].start(), words[at + len(wanted) - 1].end()


@lru_cache(maxsize=4096)
def _stems(label: str) -> tuple[str, ...]:
    return tuple(map(stem, _WORD.findall(label)))


def _of_another(span: Span, reading: Reading) -> bool:
    """Whether a wording of a fact that holds, or a clause's, has it there."""
    denied = frozenset([fact for fact, _ in reading.denied])
    return any(
        begun <= span[0] and span[1] <= ended
        for form in _wider(denied, reading.ground)
        for begun, ended in occurrences(form, reading.lower)
    )


def _wider(denied: frozenset[str], ground: Ground) -> Iterator[str]:
    return (form for one in ground if one.fact not in denied for form in one.forms)
