"""Words that make another model of a product: "X2 Max" of an X2, 衬衫Pro of a 衬衫.

Most are ordinary words, so that no list of strange ones finds them; beside a product's name they name a product.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from workers.edit.grounding.makers import DATA as MAKERS
from workers.edit.grounding.makers import pluralised
from workers.edit.grounding.strange import words_of
from workers.edit.grounding.tracing import Span
from workers.edit.needles import letters_of
from workers.edit.reading import Reading
from workers.edit.sentences import ONE_LINE

_NAMES: Final = frozenset(
    "pro max ultra plus mini lite air se fe neo nano evo go turbo prime elite ii iii iv vi vii viii".split()
)
"""Before or behind a name these are part of one."""
_STYLES: Final = frozenset("studio deluxe premium signature special limited advance advanced edge micro".split())
"""These, unless a fact has the word anywhere."""
_WORDS: Final = _NAMES | _STYLES
_QUIET: Final = frozenset("max plus go air edge special limited advance advanced studio prime".split())
"""Written small, in a sentence, these make no name: "the flask plus a cup"."""
_LEADING: Final = frozenset("pro ultra mini lite neo nano turbo elite".split())
_MEASURED: Final = re.compile(r"[ .:]*[0-9]")
_LETTERS: Final = "bdefjknpqrstuvxyz"
_SINGLE: Final = frozenset(_LETTERS)
_TELLING: Final = _WORDS | _SINGLE
_ALONE: Final = re.compile(rf"[ -][{_LETTERS}](?![a-z0-9'&-])")
"""Where one of these letters may name a model: not in "it's"."""
_FOUND: Final = re.compile(
    rf"(?<![a-z0-9'])({'|'.join(sorted(_WORDS, reverse=True))}|(?<=[a-z0-9][ -])[{_LETTERS}])(?![a-z0-9'&-])"
)
_LAST: Final = re.compile(r"([a-z0-9][a-z0-9'-]*)[ -]?\Z")
_PAIR: Final = re.compile(r"(?<![a-z0-9])([a-z]+[ -]?[0-9]+)[ -]?\Z")
_NEXT: Final = re.compile(r"[ -]?([a-z0-9][a-z0-9'-]*)")
_TOKEN: Final = re.compile(r"[a-z0-9][a-z0-9'-]*")
_DIGIT: Final = re.compile("[0-9]")
_HAN: Final = re.compile("[\u3400-\u9fff]")
_EDITION: Final = re.compile(r"版(?![型权画本式图面块税费心])|(?<=[新一二三四五六七八九十0-9])代(?![替表理谢码])")
_LONGEST: Final = 4
"""So many characters say which edition it is: 超级旗舰版."""
_WINDOW: Final = 32
_GAP: Final = " -·"
_TAIL: Final = 2
_JOINING: Final = frozenset("a an and by for from in of on the to with".split())
_OWN: Final = frozenset({"name", "brand", "type", "model"})
_SIZE: Final = "size"

DATA: Final = (
    " ".join(sorted(_NAMES)), " ".join(sorted(_STYLES)), " ".join(sorted(_QUIET)), " ".join(sorted(_LEADING)),
    _FOUND.pattern, _EDITION.pattern, *MAKERS,
)  # fmt: skip


class _Own(NamedTuple):
    """What the product is called: words in Latin letters, and wordings that have Chinese in them."""

    words: frozenset[str]
    forms: tuple[str, ...]


def other_names(reading: Reading) -> Iterable[str]:
    """What would be the product's name, were it another model's or another maker's."""
    return chain(pluralised(reading), _other_models(reading))


def _other_models(reading: Reading) -> Iterable[str]:
    """Such words beside what the product is called, or beside a model that a fact names, where no fact has them."""
    lower = reading.lower
    spans: list[Span] = []
    if _may_tell(lower):
        spans = [span for match in _FOUND.finditer(lower) if _is_name(*(span := match.span(1)), reading)]
    ends = [match.start() for match in _EDITION.finditer(lower)] if "版" in lower or "代" in lower else ()
    return _told(spans, ends, reading) if spans or ends else ()


def _may_tell(lower: str) -> bool:
    letters = letters_of(lower)
    if _TELLING.isdisjoint(letters):
        return False
    return not _WORDS.isdisjoint(letters) or _ALONE.search(lower) is not None


def _told(spans: Iterable[Span], ends: Iterable[int], reading: Reading) -> Iterator[str]:
    lower, facts = reading.lower, reading.brief.facts
    told = [forms for fact, (_, forms, _) in zip(facts, reading.ground, strict=False) if fact.name in _OWN]
    own = _own(tuple(told))
    for start, end in spans:
        if _makes_a_model(start, end, own, reading):
            yield reading.text[_last_start(lower, start) : end]
    for at in ends:
        length = _edition(lower[max(0, at - _WINDOW) : at], own, reading)
        if length:
            yield reading.text[at - length : at + 1]


def _last_start(lower: str, start: int) -> int:
    """Where the word begins that stands before."""
    last = _LAST.search(lower, max(0, start - _WINDOW), start)
    return last.start() if last else start


@lru_cache(maxsize=1024)
def _own(told: tuple[tuple[str, ...], ...]) -> _Own:
    forms = [form for wordings in told for form in wordings]
    words = {word for form in forms for word in _TOKEN.findall(form)}
    chinese = [form for form in forms if _HAN.search(form)]
    tails = [form[-_TAIL:] for form in chinese if _HAN.match(form[-_TAIL:])]
    return _Own(frozenset(words - _JOINING), tuple(dict.fromkeys((*chinese, *tails))))


def _makes_a_model(start: int, end: int, own: _Own, reading: Reading) -> bool:
    word = reading.lower[start:end]
    if word in own.words or (word in _STYLES and word in reading.said):
        return False
    before = reading.lower[max(0, start - _WINDOW) : start]
    last = _LAST.search(before)
    if len(word) == 1:
        return last is not None and _is_model(before, last[1], reading.said) and word not in words_of(reading.said)
    if last is None and before.rstrip(_GAP).endswith(own.forms):
        return True
    if last is not None and (last[1] in own.words or _is_model(before, last[1], reading.said)):
        return f"{last[0]}{word}" not in reading.said
    return _leads(word, end, own, reading)


def _is_name(start: int, end: int, reading: Reading) -> bool:
    """Whether it is written as a name is: no size, no amount ("max 65 W"), no conjunction."""
    following = _NEXT.match(reading.lower, end)
    if following and following[1].startswith(_SIZE):
        return False
    if reading.text[start].isupper():
        return True
    if reading.brief.kind in ONE_LINE:
        return _MEASURED.match(reading.lower, end) is None
    return end - start > 1 and reading.lower[start:end] not in _QUIET


def _is_model(before: str, word: str, said: str) -> bool:
    """Whether a fact has this word with digits in it; of digits alone, with the word before: "iphone 15"."""
    if _DIGIT.search(word) is None:
        return False
    if not word.isdigit():
        return word in said
    pair = _PAIR.search(before)
    return pair is not None and pair[1] in said


def _leads(word: str, end: int, own: _Own, reading: Reading) -> bool:
    """Whether it stands before a name: "Mini HX-200"."""
    if word not in _LEADING:
        return False
    following = _NEXT.match(reading.lower, end)
    return following[1] in own.words if following else reading.lower.startswith(own.forms, end)


def _edition(before: str, own: _Own, reading: Reading) -> int:
    """How many characters before "edition" say which one, right behind the product's name; 0 where none do."""
    for length in range(1, _LONGEST + 1):
        which, name = before[-length:], before[:-length].rstrip(_GAP)
        last = _LAST.search(name)
        named = name.endswith(own.forms) or (last is not None and last[1] in own.words)
        if named and which.strip(_GAP) and which.strip(_GAP) not in reading.said:
            return length
    return 0
