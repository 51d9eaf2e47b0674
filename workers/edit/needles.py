"""Which of hundreds of words may be in a text, told in one look at it."""

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from functools import lru_cache
from typing import Final

CHINESE_RUN: Final = 1
LATIN_RUN: Final = 3
_FEW: Final = 8
"""So many words are sooner looked for one by one."""
_KEPT: Final = 8192
_LONGEST_KEPT: Final = 24
_TELLING: Final = 3
_LETTERS: Final = re.compile(r"[a-z]+")


class Needles:
    """Words by a run of their characters, so many each, that few of the others have.

    Shorter words are looked for one by one; an empty one is in no text.
    """

    __slots__ = ("_by_run", "_one_by_one", "_run", "_runs")

    def __init__(self, words: Sequence[str], run: int) -> None:
        self._run = run
        shifts = _shifts(run)
        numbered = [(number, word) for number, word in enumerate(words) if word]
        shortest = run + len(shifts) - 1 if len(numbered) > _FEW else _KEPT
        self._one_by_one = tuple((number, word) for number, word in numbered if len(word) < shortest)
        having = Counter(one for word in dict.fromkeys(words) for shift in shifts for one in _runs(word[shift:], run))
        self._by_run: dict[Hashable, list[tuple[int, str]]] = {}
        for number, word in numbered:
            for shift in shifts if len(word) >= shortest else ():
                rarest = min(_runs(word[shift:], run), key=lambda one: (having[one], one))
                self._by_run.setdefault(rarest, []).append((number, word))
        self._runs = frozenset(self._by_run)

    def within(self, text: str) -> list[int]:
        """The numbers of the words that are in the text, ascending."""
        return self._found(text, runs_of(text, self._run) if self._runs else frozenset())

    def within_word(self, word: str) -> list[int]:
        """As `within`, of what nobody else looks at."""
        return self._found(word, _runs(word, self._run))

    def _found(self, text: str, runs: frozenset[Hashable]) -> list[int]:
        found = [number for number, word in self._one_by_one if word in text]
        if there := self._runs & runs:
            found += {number for run in there for number, word in self._by_run[run] if word in text}
            found.sort()
        return found


def _runs(text: str, run: int) -> frozenset[Hashable]:
    if run == 1:
        return frozenset(text)
    return frozenset(zip(*[text[ahead::2] for ahead in range(run)], strict=False))


@lru_cache(maxsize=8)
def runs_of(text: str, run: int) -> frozenset[Hashable]:
    """Each character of the text; or, of longer runs, those at every second place. Several tables look at one text."""
    return _runs(text, run)


def _shifts(run: int) -> range:
    """Where in a word its runs may begin to be counted: a text begins it at an even place, or at an odd one."""
    return range(1 if run == 1 else 2)


@lru_cache(maxsize=8)
def letters_of(lower: str) -> frozenset[str]:
    """The runs of Latin letters in a text in lower case: whatever words it has begin with one. Several rules look."""
    return frozenset(_LETTERS.findall(lower))


class Sieve:
    """Words of both languages, in lower case; one that is empty is in any text.

    An English word is looked for by the longest run of letters in it: which such runs a text's own words have is
    remembered, since copy is written in the same few thousand words. All others are looked for by their characters.
    """

    __slots__ = ("_always", "_by_letters", "_held_by", "_letters", "_numbers", "_others", "_pieces", "_words")

    def __init__(self, words: Sequence[str]) -> None:
        self._numbers: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            self._numbers.setdefault(word, []).append(number)
        self._words = tuple(self._numbers)
        self._always = frozenset({""}) & self._numbers.keys()
        self._by_letters: dict[str, list[str]] = {}
        for word in self._words:
            letters = max(_LETTERS.findall(word), key=len, default="") if word.isascii() else ""
            if len(letters) >= _TELLING:
                self._by_letters.setdefault(letters, []).append(word)
        self._pieces = tuple(self._by_letters)
        self._letters = Needles(self._pieces, LATIN_RUN)
        self._held_by = lru_cache(maxsize=_KEPT)(self._look)
        lettered = {word for words in self._by_letters.values() for word in words}
        self._others = Needles([word if word not in lettered else "" for word in self._words], CHINESE_RUN)

    def words(self, text: str) -> frozenset[str]:
        """Those of the words that are in the text."""
        found = [word for piece in self._held(letters_of(text)) for word in self._by_letters[piece] if word in text]
        found += [self._words[number] for number in self._others.within(text)]
        return self._always.union(found)

    def within(self, text: str, found: frozenset[str] | None = None) -> list[int]:
        """The numbers of the words that are in the text, ascending. `found`: what a wider sieve has found there."""
        numbers = list(self._numbers[""]) if self._always else []
        for word in self.words(text) if found is None else found:
            if word and (rows := self._numbers.get(word)):
                numbers += rows
        numbers.sort()
        return numbers

    def _held(self, words: frozenset[str]) -> set[str]:
        """The runs of letters, of all that are looked for, that stand in one of the words."""
        longest = max(map(len, words), default=0)
        return set[str]().union(*map(self._held_by if longest <= _LONGEST_KEPT else self._look, words))

    def _look(self, word: str) -> tuple[str, ...]:
        return tuple([self._pieces[number] for number in self._letters.within_word(word)])
