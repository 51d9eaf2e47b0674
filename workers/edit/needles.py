"""Which of hundreds of words may be in a text, told in one look at it."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

CHINESE_RUN: Final = 1
LATIN_RUN: Final = 3
_FEW: Final = 8
"""So many words are sooner looked for one by one."""
_TELLING: Final = 3
_MOST_KEPT: Final = 1 << 14
_LONGEST_KEPT: Final = 24
_TEXTS: Final = 64
"""So many texts are looked at once: the two titles of a product are often the same words."""
_LETTERS: Final = re.compile(r"[a-z]+")


class Needles:
    """Words by a run of their characters, so many each, that few of the others have.

    Shorter words are looked for one by one; an empty one is in no text.
    """

    __slots__ = ("_by_run", "_one_by_one", "_run", "_runs")

    def __init__(self, words: Sequence[str], run: int) -> None:
        self._run = run
        shifts = _shifts(run)
        numbers: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            if word:
                numbers.setdefault(word, []).append(number)
        shortest = run + len(shifts) - 1
        few = len(numbers) <= _FEW
        self._one_by_one = tuple((word, told) for word, told in numbers.items() if few or len(word) < shortest)
        having = Counter(one for word in numbers for shift in shifts for one in set(_runs(word[shift:], run)))
        self._by_run: dict[Hashable, list[tuple[str, list[int]]]] = {}
        for word, told in numbers.items():
            for shift in shifts if len(word) >= shortest and not few else ():
                rarest = min(_runs(word[shift:], run), key=lambda one: (having[one], one))
                self._by_run.setdefault(rarest, []).append((word, told))
        self._runs = frozenset(self._by_run)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._one_by_one or self._runs)

    def within(self, text: str) -> list[int]:
        """The numbers of the words that are in the text, ascending."""
        found = [number for word, numbers in self._one_by_one if word in text for number in numbers]
        for run in self._runs.intersection(_runs(text, self._run)) if self._runs else ():
            for word, numbers in self._by_run[run]:
                if word in text and numbers[0] not in found:
                    found += numbers
        found.sort()
        return found


def _runs(text: str, run: int) -> Iterable[Hashable]:
    """Each character of the text; or, of longer runs, those at every second place."""
    return text if run == 1 else zip(*[text[ahead::2] for ahead in range(run)], strict=False)


def _shifts(run: int) -> range:
    """Where in a word its runs may begin to be counted: a text begins it at an even place, or at an odd one."""
    return range(1 if run == 1 else 2)


@lru_cache(maxsize=_TEXTS)
def letters_of(lower: str) -> frozenset[str]:
    """The runs of Latin letters in a text in lower case: whatever words it has begin with one. Several rules look."""
    return frozenset(_LETTERS.findall(lower))


class _Held(dict[str, tuple[str, ...]]):
    """Which pieces stand in a word of a text. Filled as words are met, since copy has but a few thousand; bounded."""

    def __init__(self, pieces: Sequence[str]) -> None:
        super().__init__()
        self._pieces = tuple(pieces)
        self._needles = Needles(self._pieces, LATIN_RUN)

    def __missing__(self, word: str) -> tuple[str, ...]:
        held = tuple([self._pieces[number] for number in self._needles.within(word)])
        if len(self) < _MOST_KEPT and len(word) <= _LONGEST_KEPT:
            self[word] = held
        return held


class Sieve:
    """Words of both languages, in lower case; one that is empty is in any text.

    An English word is looked for by the longest run of letters in it: which such runs a text's own words have is
    remembered. All others are looked for by their characters.
    """

    __slots__ = (
        "_always", "_by_character", "_by_letters", "_characters", "_held", "_looked_for", "_numbers", "_plain", "words",
    )  # fmt: skip

    def __init__(self, words: Sequence[str]) -> None:
        self._numbers: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            self._numbers.setdefault(word, []).append(number)
        self._always = frozenset({""}) & self._numbers.keys()
        self._looked_for = self._numbers.keys() - self._always
        self._by_letters: dict[str, list[str]] = {}
        self._by_character: dict[str, list[str]] = {}
        having = Counter(character for word in self._numbers for character in set(word))
        for word in filter(None, self._numbers):
            letters = max(_LETTERS.findall(word), key=len, default="") if word.isascii() else ""
            if len(letters) >= _TELLING:
                self._by_letters.setdefault(letters, []).append(word)
            else:
                rarest = min(word, key=lambda character: (having[character], character))
                self._by_character.setdefault(rarest, []).append(word)
        self._held = _Held(tuple(self._by_letters))
        self._characters = frozenset(self._by_character)
        self._plain = tuple(filter(str.isascii, self._by_character))
        self.words = lru_cache(maxsize=_TEXTS)(self._within)

    def _within(self, text: str) -> frozenset[str]:
        """Those of the words that are in the text."""
        plain = text.isascii()
        begun = [one for one in self._plain if one in text] if plain else self._characters.intersection(text)
        there = [self._by_character[character] for character in begun]
        there += [self._by_letters[held] for held in chain.from_iterable(map(self._held.__getitem__, letters_of(text)))]
        return self._always.union([word for words in there for word in words if word in text])

    def within(self, text: str, found: frozenset[str] | None = None) -> list[int]:
        """The numbers of the words that are in the text, ascending. `found`: what a wider sieve has found there."""
        numbers = list(self._numbers[""]) if self._always else []
        for word in self._looked_for & (self.words(text) if found is None else found):
            numbers += self._numbers[word]
        numbers.sort()
        return numbers
