"""Who did what to a product, told apart: an author is no publisher, and a name is not made of two names' halves."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.tracing import occurrences
from workers.edit.reading import Reading

_AUTHOR: Final = "author"
_MAKERS: Final = ("brand", "publisher")
_NAMES: Final = frozenset({_AUTHOR, *_MAKERS, "illustrator", "translator", "editor", "designer", "artist"})
_PAIR: Final = re.compile(r"(?=\b([A-Z][\w'-]{1,24}) ([A-Z][\w'-]{1,24}))")
_WORD: Final = re.compile(r"[a-z][a-z'-]*")
_WROTE: Final = (
    re.compile(r"(?:\b(?:written|authored|penned) by|\bauthor(?: is)?:?) \Z|作者(?:[为是]|:)? ?\Z"),
    re.compile(r" (?:wrote|writes|, the author)\b| ?(?:所?著|编著|主编|撰写|执笔|写的)"),
)
_MADE: Final = (
    re.compile(r"(?:\bpublished by|\bpublisher(?: is)?:?) \Z|出版[社方商](?:[为是]|:)? ?\Z"),
    re.compile(r" (?:publishes|published|press|books)\b| ?(?:出版|出品|发行)"),
)
"""What stands before and behind whoever did it."""
_WINDOW: Final = 24

DATA: Final = (" ".join(sorted(_NAMES)), *(one.pattern for one in (_PAIR, *_WROTE, *_MADE)))


def roles(reading: Reading) -> Iterator[str]:
    """Names in another's place, and names that two others lent their halves."""
    own = _NAMES & reading.named.keys()
    if len(own) <= 1:
        return iter(())
    names = {name: lowered(fold(reading.named[name])) for name in sorted(own)}
    return chain(_swapped(names, reading), _mixed(names, reading))


def _swapped(names: dict[str, str], reading: Reading) -> Iterator[str]:
    author, makers = names.get(_AUTHOR), [names[name] for name in _MAKERS if name in names]
    if not author or any(author in maker or maker in author for maker in makers):
        return
    for told, (before, behind) in ((makers, _WROTE), ([author], _MADE)):
        for name in told:
            for start, end in occurrences(name, reading.lower):
                if before.search(reading.lower[max(0, start - _WINDOW) : start]) or behind.match(reading.lower, end):
                    yield reading.text[start:end]


def _mixed(names: dict[str, str], reading: Reading) -> Iterator[str]:
    """Two neighbours in a text, each of which another name has: "Ann Hall" of Ann Lee and Hall Press."""
    words = [frozenset(_WORD.findall(name)) for name in names.values()]
    for match in _PAIR.finditer(reading.text):
        first, second = (lowered(word).removesuffix("'s") for word in match.groups())
        owners = [one for one in words if first in one and second not in one]
        others = [one for one in words if second in one and first not in one]
        if owners and others and f"{first} {second}" not in reading.said:
            yield reading.text[match.start(1) : match.end(2)]
