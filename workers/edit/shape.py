"""Rules about the draft as a whole: there is something, it has the length that was ordered, it does not say it twice."""

import re
from collections.abc import Iterator
from typing import Final

from schemas.kinds import Kind
from schemas.outbound import MAX_SENTENCES
from workers.edit.reading import Reading
from workers.edit.sentences import ONE_LINE

MAX_SENTENCE_CHARS: Final = 600
MAX_TEXT_CHARS: Final = 2400
"""Bounds of `schemas.outbound.PublishedSentence` and `PublishedKind`."""

_SAYS: Final = re.compile(r"[^\W_]")
_SILENT: Final = re.compile(r"[\W_]+")

DATA: Final = (str(MAX_SENTENCES), str(MAX_SENTENCE_CHARS), str(MAX_TEXT_CHARS))


def empty(reading: Reading) -> Iterator[str]:
    """Neither a letter nor a digit."""
    if _SAYS.search(reading.text) is None:
        yield reading.text


def length(reading: Reading) -> Iterator[str]:
    """Characters of the whole and of each sentence; lines of bullets; one line for a title."""
    limits = reading.brief.limits
    longest = min(limits.max_chars, MAX_TEXT_CHARS)
    chars = len(reading.text.strip())
    if chars > longest:
        yield f"{chars} characters, at most {longest}"
    if reading.brief.kind is Kind.BULLETS:
        items = len(reading.sentences)
        if not limits.min_items <= items <= limits.max_items:
            yield f"{items} bullets, {limits.min_items} to {limits.max_items}"
    if reading.brief.kind in ONE_LINE and len(reading.text.strip().splitlines()) > 1:
        yield "more than one line"
    if len(reading.sentences) > MAX_SENTENCES:
        yield f"{len(reading.sentences)} sentences, at most {MAX_SENTENCES}"
    for sentence in reading.sentences:
        if len(sentence) > MAX_SENTENCE_CHARS:
            yield f"a sentence of {len(sentence)} characters, at most {MAX_SENTENCE_CHARS}"


def repeats(reading: Reading) -> Iterator[str]:
    """The same sentence again, whatever its capitals and marks."""
    seen: set[str] = set()
    for sentence in reading.sentences:
        words = _SILENT.sub(" ", sentence.casefold()).strip()
        if words and words in seen:
            yield sentence
        seen.add(words)
