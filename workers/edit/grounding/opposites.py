"""Rule: a text says of nothing the opposite of what a fact says of it, and leaves off no word that makes it less.

A word of the facts' own vocabulary, and an everyday one, goes past the rules that look for strange words.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from workers.edit.grounding.contrasts import CONTRASTS, TABLE, Contrast, key
from workers.edit.grounding.evidence import Evidence, of_fact
from workers.edit.grounding.stripped import DATA as STRIPPED
from workers.edit.grounding.stripped import stripped
from workers.edit.needles import letters_of
from workers.edit.reading import Reading
from workers.plan.brief import Fact

_TYPE: Final = "type"
"""Its other wordings may say more than it does: 真无线耳机 of earbuds."""
_NAMED: Final = frozenset({"name", "type"})
_NOBODYS: Final = frozenset({"brand", "category", "price"})
"""What these have in them says nothing of the product's qualities."""
_DENIES: Final = frozenset({"no", "false", "否", "无"})
_WORD: Final = re.compile("[a-z]+")
_PART: Final = re.compile(r"[^.,;:!?\n]*")
_PART_START: Final = re.compile(r"[.,;:!?\n]")
_FILLERS: Final = frozenset(
    "a an the it its it's is are they these this that very so fully brand all in and comes come feels feel feeling"
    " quite product one".split()
)
"""A part of these and the word alone says it of the product."""
_YOURS: Final = re.compile(r"\b(?:your|a whole) \Z")
_DENIED: Final = re.compile(
    r"(?:\b(?:not|isn't|aren't|never|no|neither|nor|than)(?: a| an| in| for)?[ -]|[不非没未]是?|[无不零]添?)\Z"
)
_NEXT: Final = re.compile(r" ([a-z]+)")
_WINDOW: Final = 40

DATA: Final = (TABLE, " ".join(sorted(_FILLERS)), *STRIPPED)

_BEGUN: Final = {
    beginning: [number for number, one in enumerate(CONTRASTS) if beginning in one.joined]
    for beginning in sorted(frozenset().union(*[one.joined for one in CONTRASTS]))
}
"""Which contrasts have a word that begins so."""
_JOINED: Final = frozenset(filter(str.isascii, _BEGUN))
_APART: Final = _JOINED.intersection(chain.from_iterable(one.beginnings for one in CONTRASTS))
_HAN: Final = {
    first: [beginning for beginning in _BEGUN if beginning[0] == first and not beginning.isascii()]
    for first in sorted(frozenset(beginning[0] for beginning in _BEGUN.keys() - _JOINED))
}
"""What Chinese words begin with, by their first character."""
_FIRST: Final = re.compile(f"[{''.join(_HAN)}]")


class _Told(NamedTuple):
    """The contrasts of which a fact takes a side; and of each of which it has a word the sides it vouches for."""

    taken: frozenset[int]
    vouched: Mapping[int, frozenset[int]]


def opposites(reading: Reading) -> Iterator[str]:
    """What is another than the facts say, of two of which a thing is one; and a material that is none."""
    return chain(_contradicted(reading), stripped(reading))


def _contradicted(reading: Reading) -> Iterator[str]:
    brief, lower, near = reading.brief, reading.lower, _near(reading.lower, _APART)
    taken = _taken(brief.facts, brief.locale) if near else frozenset()
    for number in near if taken else ():
        contrast = CONTRASTS[number]
        for match in _strange(number, reading) if number in taken else ():
            if _DENIED.search(lower, max(0, match.start() - _WINDOW), match.start()):
                continue
            if key(match[0]) in contrast.sure or _meant(match, contrast, _nouns(brief.facts)):
                yield reading.text[match.start() : match.end()]


def _near(lower: str, latin: frozenset[str]) -> list[int]:
    """The contrasts of which a word may be there. `latin`: what Latin ones begin with."""
    begun = letters_of(lower) & latin
    if not lower.isascii():
        begun = begun.union([one for first in set(_FIRST.findall(lower)) for one in _HAN[first] if one in lower])
    return sorted({number for one in begun for number in _BEGUN[one]}) if begun else []


@lru_cache(maxsize=1024)
def _taken(facts: tuple[Fact, ...], locale: str) -> frozenset[int]:
    """The contrasts of which a fact takes a side."""
    return frozenset().union(*[_told(fact, locale).taken for fact in facts if _speaks(fact)])


@lru_cache(maxsize=16_384)
def _told(fact: Fact, locale: str) -> _Told:
    """What a fact's wordings say of the contrasts of which they have a word."""
    lines = _lines(fact, of_fact(fact, locale))
    near = _near(lines, _JOINED)
    taken = frozenset([number for number in near if _tells(lines, fact, CONTRASTS[number])])
    return _Told(taken, {number: _vouched(CONTRASTS[number], lines) for number in near})


def _strange(number: int, reading: Reading) -> list[re.Match[str]]:
    """Words for sides of the contrast that nothing vouches for."""
    contrast, brief = CONTRASTS[number], reading.brief
    told = [_told(fact, brief.locale) for fact in brief.facts if _speaks(fact)]
    allowed = frozenset().union({None}, *[one.vouched.get(number, ()) for one in told])
    found = [
        match for match in contrast.words.finditer(reading.lower) if contrast.own.get(key(match[0])) not in allowed
    ]
    allowed = _else(contrast, reading) if found else allowed
    return [match for match in found if contrast.own[key(match[0])] not in allowed]


def _else(contrast: Contrast, reading: Reading) -> frozenset[int]:
    """The sides that anything but a fact says, an attribute's name included: who tells of a battery's life has one."""
    facts = reading.brief.facts
    named = key(" ".join([fact.name.replace("_", "") for fact in facts]))
    others = [contrast.vouches[word] for word in contrast.vouches.keys() - contrast.own.keys() if word in named]
    said = "\n".join([form for one in reading.ground[len(facts) :] for form in one.forms])
    return _vouched(contrast, said).union(*others)


def _speaks(fact: Fact) -> bool:
    return fact.name not in _NOBODYS and fact.value not in _DENIES


def _lines(fact: Fact, evidence: Evidence) -> str:
    return fact.value if fact.name == _TYPE else "\n".join(evidence.forms)


def _vouched(contrast: Contrast, said: str) -> frozenset[int]:
    """The sides of which a word stands there."""
    return frozenset().union(*[contrast.vouches[key(match[0])] for match in contrast.words.finditer(said)])


def _tells(lines: str, fact: Fact, contrast: Contrast) -> bool:
    """Whether a fact's wordings take a side of what the contrast is about."""
    name = fact.name.replace("_", " ")
    own = fact.name not in _NAMED and any(place in name for place in contrast.places)
    for match in contrast.words.finditer(lines):
        word = key(match[0])
        if word in contrast.own and (own or word in contrast.sure or _beside(match, contrast)):
            return True
    return False


def _meant(match: re.Match[str], contrast: Contrast, nouns: frozenset[str]) -> bool:
    """Whether a word that may mean anything is said of what the contrast is about."""
    if _beside(match, contrast):
        return True
    if not contrast.whole or _YOURS.search(match.string, max(0, match.start() - _WINDOW), match.start()):
        return False
    following = _NEXT.match(match.string, match.end())
    if following and _singular(following[1]) in nouns:
        return True
    return _alone(match, nouns)


def _beside(match: re.Match[str], contrast: Contrast) -> bool:
    text, start, end = match.string, match.start(), match.end()
    if contrast.before is None or contrast.behind is None:
        return False
    if contrast.behind.match(text, end):
        return True
    return text[end : end + 1] != "-" and contrast.before.search(text, max(0, start - _WINDOW), start) is not None


def _alone(match: re.Match[str], nouns: frozenset[str]) -> bool:
    """Whether a part of a sentence says this of the product and nothing else."""
    text, start = match.string, match.start()
    cuts = [cut.end() for cut in _PART_START.finditer(text, 0, start)]
    before = text[cuts[-1] if cuts else 0 : start]
    behind = _PART.match(text, match.end())
    rest = f"{before} {behind[0] if behind else ''}"
    return rest.isascii() and all(word in _FILLERS or _singular(word) in nouns for word in _WORD.findall(rest))


@lru_cache(maxsize=1024)
def _nouns(facts: tuple[Fact, ...]) -> frozenset[str]:
    """The words of what the product is called."""
    named = " ".join([fact.value.lower() for fact in facts if fact.name in _NAMED])
    return frozenset(map(_singular, _WORD.findall(named)))


def _singular(word: str) -> str:
    return word.removesuffix("s")
