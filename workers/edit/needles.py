"""Which of hundreds of words may be in a text, told from its short runs of characters in one look."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

CHINESE_RUN: Final = 2
LATIN_RUN: Final = 4


class Needles:
    """Words by their first run of characters. Shorter ones are looked for one by one; an empty one is in no text."""

    __slots__ = ("_by_run", "_run", "_runs", "_short", "_words")

    def __init__(self, words: Sequence[str], run: int) -> None:
        self._words = tuple(words)
        self._run = run
        self._by_run: dict[tuple[str, ...], list[int]] = {}
        for number, word in enumerate(self._words):
            if len(word) >= run:
                self._by_run.setdefault(tuple(word[:run]), []).append(number)
        self._runs = frozenset(self._by_run)
        self._short = tuple(number for number, word in enumerate(self._words) if 0 < len(word) < run)

    def within(self, text: str) -> list[int]:
        """The numbers of the words that are in the text, in no order."""
        words = self._words
        found = [number for number in self._short if words[number] in text]
        for run in self._runs & _runs_of(text, self._run):
            found += [number for number in self._by_run[run] if words[number] in text]
        return found


@lru_cache(maxsize=8)
def _runs_of(text: str, run: int) -> frozenset[tuple[str, ...]]:
    """A dozen tables look at one text, one after the other."""
    return frozenset(zip(*(text[ahead:] for ahead in range(run)), strict=False))


class Sieve:
    """Words of both languages; one that is empty may be in any text."""

    __slots__ = ("_always", "_chinese", "_latin")

    def __init__(self, words: Sequence[str]) -> None:
        self._always = tuple(number for number, word in enumerate(words) if not word)
        self._latin = Needles([word if word.isascii() else "" for word in words], LATIN_RUN)
        self._chinese = Needles(["" if word.isascii() else word for word in words], CHINESE_RUN)

    def within(self, text: str) -> list[int]:
        """The numbers of the words that are in the text, ascending."""
        found = [*self._always, *self._latin.within(text)]
        if not text.isascii():
            found += self._chinese.within(text)
        found.sort()
        return found
