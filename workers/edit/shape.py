"""Rules about the whole draft: it says something, at the length that was ordered, and says it once."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from schemas.kinds import Kind
from schemas.outbound import MAX_SENTENCES
from workers.edit.reading import MAX_TEXT_CHARS, Reading
from workers.edit.sentences import ONE_LINE

MAX_SENTENCE_CHARS: Final = 600
"""The bound of `schemas.outbound.PublishedSentence.text`."""

_SAYS: Final = re.compile(r"[^\W_]")
_WORDS: Final = re.compile(r"[^\W_]+")

DATA: Final = (str(MAX_SENTENCES), str(MAX_SENTENCE_CHARS), str(MAX_TEXT_CHARS))


def empty(reading: Reading) -> Iterable[str]:
    """Neither a letter nor a digit."""
    return () if _SAYS.search(reading.text) else (reading.text,)


def length(reading: Reading) -> list[str]:
    """Characters of the whole and of each sentence; lines of bullets; one line for a title."""
    found = []
    limits, kind, items = reading.brief.limits, reading.brief.kind, len(reading.sentences)
    longest = min(limits.max_chars, MAX_TEXT_CHARS)
    if reading.chars > longest:
        found.append(f"{reading.chars} characters, at most {longest}")
    if kind is Kind.BULLETS and not limits.min_items <= items <= limits.max_items:
        found.append(f"{items} bullets, {limits.min_items} to {limits.max_items}")
    if kind in ONE_LINE and len(reading.text.strip().splitlines()) > 1:
        found.append("more than one line")
    if items > MAX_SENTENCES:
        found.append(f"{items} sentences, at most {MAX_SENTENCES}")
    if reading.chars > MAX_SENTENCE_CHARS:
        long = [len(sentence) for sentence in reading.sentences if len(sentence) > MAX_SENTENCE_CHARS]
        found += [f"a sentence of {chars} characters, at most {MAX_SENTENCE_CHARS}" for chars in long]
    return found


def repeats(reading: Reading) -> Iterable[str]:
    """The same sentence again, whatever its capitals and marks."""
    sentences = reading.sentences
    return [sentences[number] for number in said_again(sentences)] if len(sentences) > 1 else ()


def _gist(sentence: str) -> tuple[str, int, int]:
    """What is the same of two sentences whose words are the same."""
    folded = sentence.casefold()
    first = folded[:1]
    if not first.isalnum():
        first = "".join(_WORDS.findall(folded)[:1])[:1]
    return first, folded.count("e"), folded.count("a")


def said_again(sentences: Sequence[str]) -> list[int]:
    """The numbers of those that an earlier one has said already."""
    if len(set(map(_gist, sentences))) == len(sentences):
        return []
    seen: set[tuple[str, ...]] = set()
    again = []
    for number, sentence in enumerate(sentences):
        words = tuple(_WORDS.findall(sentence.casefold()))
        if words and words in seen:
            again.append(number)
        seen.add(words)
    return again
