"""What says no more than what a product is: its size in words, and the words of its own name."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from workers.edit.grounding.listed import listed
from workers.edit.grounding.polarity import Polarity, stance
from workers.edit.grounding.tracing import Span, occurrences, stands
from workers.edit.reading import Reading
from workers.plan.lexicon.lookup import NAMES

NAME: Final = "name"
_SIZE: Final = "size"
_WORD: Final = re.compile("[a-z]+")
_DIGIT: Final = re.compile("[0-9]")
_IS: Final = re.compile(r"\b(?:is|are)\b")
_IS_SAID_WITH: Final = frozenset("a also an and are as is it its one ones the their these they this".split())
_WHEN: Final = frozenset({"when", "once", "if", "and", "is", "are", "it"})

DATA: Final = (" ".join(sorted(_IS_SAID_WITH)), " ".join(sorted(_WHEN)))


def says_what_it_is(lower: str, reading: Reading) -> bool:
    """Whether a part, in lower case, says the size in words, or only words of a name."""
    if any(stands(word, lower) for word in _sizes(reading)) or _names_an_attribute(lower, reading):
        return True
    return of_its_name(lower, reading.named.get(NAME, ""))


def sizes(lower: str, reading: Reading) -> Iterator[Span]:
    """Where a text, in lower case, says the size in words."""
    return (span for word in _sizes(reading) for span in occurrences(word, lower))


def _sizes(reading: Reading) -> list[str]:
    if _SIZE not in reading.named:
        return []
    return [word for fact in reading.brief.facts if fact.name == _SIZE for word in listed(fact)]


def _names_an_attribute(lower: str, reading: Reading) -> bool:
    """Whether it has nothing but words by which an attribute is called: "packed", of a packed size; "sides"."""
    words = frozenset(_WORD.findall(lower)) - _WHEN
    if not words:
        return False
    held = [fact for fact in reading.brief.facts if reading.matters[fact.id] not in reading.unheld]
    return any(words <= _words_of(fact.name) for fact in held if stance(fact).polarity is Polarity.TELLS)


@lru_cache(maxsize=4096)
def _words_of(name: str) -> frozenset[str]:
    word = NAMES.get(name)
    called = (word.us, word.gb, *word.aliases) if word else ()
    return frozenset(_WORD.findall("\n".join((name, *called)).lower()))


def of_its_name(lower: str, name: str) -> bool:
    """Whether there is nothing in it but the name's words, and those by which one says what a thing is.

    "It is convertible" says what "Convertible Cot Bed" does; "it has a cot" is another matter.
    """
    if _IS.search(lower) is None or _DIGIT.search(lower):
        return False
    telling = frozenset(_WORD.findall(lower)) - _IS_SAID_WITH
    return bool(telling) and telling <= frozenset(_WORD.findall(name.lower()))
