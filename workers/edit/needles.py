"""Which of thousands of words are in a text, told in one pass over it."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import Final, TypeVar

from ahocorasick_rs import AhoCorasick

_Found = TypeVar("_Found")

_TEXTS: Final = 1024
"""So many are kept: dozens are looked at together, and the two titles of a product are often the same words."""
_LETTERS: Final = re.compile(r"[a-z]+")
_HALVES: Final = re.compile("[\ud800-\udfff]")


@lru_cache(maxsize=_TEXTS)
def letters_of(lower: str) -> frozenset[str]:
    """The runs of Latin letters in a text in lower case: whatever words it has begin with one. Several rules look."""
    return frozenset(_LETTERS.findall(lower))


class Needles:
    """Words of any script, by their numbers. An empty one is in any text; None only has a number.

    Half of a surrogate pair is taken for any other.
    """

    __slots__ = ("_always", "_numbers", "_search", "_words")

    def __init__(self, words: Sequence[str | None]) -> None:
        self._numbers: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            if word is not None:
                self._numbers.setdefault(_whole(word), []).append(number)
        self._words = frozenset(self._numbers)
        self._always = frozenset({""} & self._words)
        # The strings are kept, and so are their hashes.
        automaton = AhoCorasick(sorted(self._words - {""}), store_patterns=True)
        self._search = partial(automaton.find_matches_as_strings, overlapping=True)

    def words(self, text: str) -> frozenset[str]:
        """Those of the words that are in the text."""
        return self._always.union(_searched(self._search, text))

    def stand(self, text: str) -> bool:
        """Whether one of the words is in the text."""
        return bool(self._always or _searched(self._search, text))

    def within(self, text: str, words: frozenset[str] | None = None) -> list[int]:
        """The numbers of the words that are in the text, ascending. `words`: those there, and others."""
        found = self.words(text) if words is None else words & self._words
        return sorted(chain.from_iterable(map(self._numbers.__getitem__, found))) if found else []


class Places:
    """Words of any script, of which none is empty, and where they stand in a text."""

    __slots__ = ("_search",)

    def __init__(self, words: Sequence[str]) -> None:
        self._search = partial(AhoCorasick(map(_whole, words)).find_matches_as_indexes, overlapping=True)

    def of(self, text: str) -> list[tuple[int, int, int]]:
        """The number of each word that stands there, its start and its end: in the order of their ends."""
        return _searched(self._search, text)


def _searched(search: Callable[[str], list[_Found]], text: str) -> list[_Found]:
    try:
        return search(text)
    except UnicodeEncodeError:
        return search(_whole(text))


def _whole(text: str) -> str:
    """The text in characters that the automaton can read."""
    return _HALVES.sub("\ufffd", text)
