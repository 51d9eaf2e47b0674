"""What says no more than what a product is: its size in words, and the words of its own name."""

import re
from typing import Final

from workers.edit.grounding.listed import listed
from workers.edit.grounding.tracing import stands
from workers.edit.reading import Reading

NAME: Final = "name"
_SIZE: Final = "size"
_WORD: Final = re.compile("[a-z]+")
_DIGIT: Final = re.compile("[0-9]")
_IS: Final = re.compile(r"\b(?:is|are)\b")
_IS_SAID_WITH: Final = frozenset("a also an and are as is it its one ones the their these they this".split())

DATA: Final = (" ".join(sorted(_IS_SAID_WITH)),)


def says_what_it_is(lower: str, reading: Reading) -> bool:
    """Whether a part, in lower case, says the size in words, "size large", or only words of the name."""
    if _SIZE in reading.named:
        sizes = [fact for fact in reading.brief.facts if fact.name == _SIZE]
        if any(stands(word, lower) for fact in sizes for word in listed(fact)):
            return True
    return of_its_name(lower, reading.named.get(NAME, ""))


def of_its_name(lower: str, name: str) -> bool:
    """Whether there is nothing in it but the name's words, and those by which one says what a thing is.

    "It is convertible" says what "Convertible Cot Bed" does; "it has a cot" is another matter.
    """
    if _IS.search(lower) is None or _DIGIT.search(lower):
        return False
    telling = frozenset(_WORD.findall(lower)) - _IS_SAID_WITH
    return bool(telling) and telling <= frozenset(_WORD.findall(name.lower()))
