"""Where a sentence ends, in English and Chinese. Nothing but white space is lost."""

import re
import string
from collections.abc import Iterator
from typing import Final

from schemas.kinds import Kind

ONE_LINE: Final = frozenset({Kind.TITLE, Kind.SEO_TITLE})
"""Kinds that are one sentence, whatever stands in them."""

_BEFORE_ANYTHING: Final = frozenset("cf co dr e.g eg i.e inc incl jr ltd mr mrs ms mt sr st vs".split())
_BEFORE_NUMBERS: Final = frozenset("approx avg ca est fig max min no nos pt ref rev std temp vol".split())
"""Abbreviations; the second kind ends a sentence unless a number follows ("No. 5", but "60 °C max. Made in")."""

# Each run of enders is matched once, whole: a run of a hundred thousand dots stays linear.
_ENDER: Final = re.compile(r"[.!?。！？…⋯｡]++[\"'”’」』）】)\]]{0,4}")
_CLOSERS: Final = "\"'”’」』）】)]"
_CHINESE_ENDERS: Final = frozenset("。！？｡")
_ELLIPSIS: Final = re.compile(r"\.{2,}|[…⋯]+")
_STARTS: Final = re.compile(r"[\"'“‘「『（【(\[]{0,4}(?:[A-Z0-9À-ÖØ-Þ$€£¥]|[a-z]{1,2}[A-Z]|[^\x00-\u2fff])")
_CJK: Final = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]")
_IN_WORDS: Final = f"{string.ascii_letters}."
_WINDOW: Final = 16
"""Characters on either side that decide whether a mark ends a sentence."""


def split(text: str, kind: Kind) -> tuple[str, ...]:
    """The sentences of `text`, stripped, in order; for bullets its lines, for a title the text as it stands."""
    if kind in ONE_LINE:
        return tuple(filter(None, (text.strip(),)))
    lines = (line.strip() for line in text.splitlines())
    if kind is Kind.BULLETS:
        return tuple(filter(None, lines))
    return tuple(sentence for line in lines if line for sentence in _sentences(line))


def _sentences(line: str) -> Iterator[str]:
    start = 0
    for ender in _ENDER.finditer(line):
        if _ends(line, ender):
            yield line[start : ender.end()].strip()
            start = ender.end()
    rest = line[start:].strip()
    if rest:
        yield rest


def _ends(line: str, ender: re.Match[str]) -> bool:
    end = ender.end()
    if end == len(line) or not _CHINESE_ENDERS.isdisjoint(ender[0]):
        return True
    marks = ender[0].rstrip(_CLOSERS)
    beyond = line[end : end + _WINDOW]
    after = beyond.lstrip()
    if not after:
        return True
    before = line[max(0, ender.start() - _WINDOW) : ender.start()]
    if beyond == after:
        return _ends_glued(marks, before, after)
    return _STARTS.match(after) is not None and not (marks == "." and _abbreviates(before, after))


def _ends_glued(marks: str, before: str, after: str) -> bool:
    """A Latin mark with no space behind it ends a sentence only where Chinese goes on."""
    if _CJK.match(after) is None or _ELLIPSIS.fullmatch(marks):
        return False
    return marks != "." or not before[-1:].isdigit()


def _abbreviates(before: str, after: str) -> bool:
    letters = before[len(before.rstrip(_IN_WORDS)) :].lstrip(".").casefold()
    return letters in _BEFORE_ANYTHING or (letters in _BEFORE_NUMBERS and after[0].isdigit())
