"""Which of hundreds of words may be in a text, told in one look at it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

CHINESE_RUN: Final = 1
LATIN_RUN: Final = 4
_FEW: Final = 8
"""So many words are sooner looked for one by one."""
_KEPT: Final = 8192
_LONGEST_KEPT: Final = 24
_LETTERS: Final = re.compile(r"[a-z]+")


class Needles:
    """Words by one of their runs of characters, so many each: by the one that fewest of them have.

    Shorter ones are looked for one by one; an empty one is in no text.
    """

    __slots__ = ("_by_run", "_one_by_one", "_run", "_runs", "_words")

    def __init__(self, words: Sequence[str], run: int) -> None:
        self._words = tuple(words)
        self._run = run
        numbered = [(number, word) for number, word in enumerate(self._words) if word]
        few = len(numbered) <= _FEW
        self._one_by_one = tuple((number, word) for number, word in numbered if few or len(word) < run)
        having = Counter(one for word in dict.fromkeys(self._words) for one in runs_of(word, run))
        self._by_run: dict[str, list[tuple[int, str]]] = {}
        for number, word in numbered:
            if not few and len(word) >= run:
                rarest = min(runs_of(word, run), key=lambda one: (having[one], one))
                self._by_run.setdefault(rarest, []).append((number, word))
        self._runs = frozenset(self._by_run)

    def within(self, text: str) -> list[int]:
        """The numbers of the words that are in the text, in no order."""
        found = [number for number, word in self._one_by_one if word in text]
        if self._runs:
            for run in self._runs & runs_of(text, self._run):
                found += [number for number, word in self._by_run[run] if word in text]
        return found


@lru_cache(maxsize=8)
def runs_of(text: str, run: int) -> frozenset[str]:
    """All characters that stand together in the text, so many each. Several tables look at one text in turn."""
    return frozenset(text) if run == 1 else frozenset([text[at : at + run] for at in range(len(text) - run + 1)])


@lru_cache(maxsize=8)
def letters_of(lower: str) -> frozenset[str]:
    """The runs of Latin letters in a text in lower case: whatever words it has begin with one. Several rules look."""
    return frozenset(_LETTERS.findall(lower))


class Sieve:
    """Words of both languages; one that is empty may be in any text.

    A word with Latin letters is looked for by the longest run of them in it: which such runs a text's own words have
    is remembered, since copy is written in the same few thousand words.
    """

    __slots__ = ("_always", "_by_letters", "_chinese", "_held_by", "_letters", "_pieces", "_signs", "_words")

    def __init__(self, words: Sequence[str]) -> None:
        self._words = tuple(words)
        self._always = tuple(number for number, word in enumerate(words) if not word)
        self._by_letters: dict[str, list[int]] = {}
        signs: list[tuple[int, str]] = []
        for number, word in enumerate(words):
            if letters := _LETTERS.findall(word):
                self._by_letters.setdefault(max(letters, key=len), []).append(number)
            elif word.isascii() and word:
                signs.append((number, word))
        self._signs = tuple(signs)
        self._pieces = tuple(self._by_letters)
        self._letters = Needles(self._pieces, LATIN_RUN)
        self._held_by = lru_cache(maxsize=_KEPT)(self._look)
        self._chinese = Needles(
            ["" if word.isascii() or _LETTERS.search(word) else word for word in words], CHINESE_RUN
        )

    def within(self, text: str) -> list[int]:
        """The numbers of the words that are in the text, ascending."""
        words, found = self._words, [*self._always, *[number for number, sign in self._signs if sign in text]]
        if letters := self._held(letters_of(text)):
            found += [number for one in letters for number in self._by_letters[one] if words[number] in text]
        if not text.isascii():
            found += self._chinese.within(text)
        found.sort()
        return found

    def _held(self, words: Iterable[str]) -> set[str]:
        """The runs of letters, of all that are looked for, that stand in one of the words."""
        found: set[str] = set()
        for word in words:
            if held := self._held_by(word) if len(word) <= _LONGEST_KEPT else self._look(word):
                found.update(held)
        return found

    def _look(self, word: str) -> tuple[str, ...]:
        return tuple([self._pieces[number] for number in self._letters.within(word)])
