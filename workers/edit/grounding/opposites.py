"""Rule: a text says of nothing the opposite of what a fact says of it, and leaves off no word that makes it less.

A word of the facts' own vocabulary, and an everyday one, goes past the rules that look for strange words.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from operator import add
from typing import Final, NamedTuple

from workers.edit.grounding.contrasts import CONTRASTS, TABLE, Contrast, key
from workers.edit.grounding.evidence import Evidence
from workers.edit.grounding.stripped import DATA as STRIPPED
from workers.edit.grounding.stripped import stripped
from workers.edit.grounding.tracing import grounded
from workers.edit.needles import letters_of
from workers.edit.reading import Reading
from workers.plan.brief import Clause, Fact

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
    beginning: [number for number, one in enumerate(CONTRASTS) if beginning in one.beginnings]
    for beginning in sorted(frozenset().union(*[one.beginnings for one in CONTRASTS]))
}
"""Which contrasts have a word that begins so."""


class _Told(NamedTuple):
    """What facts say that takes sides: each with its wordings; and all that anything says."""

    facts: tuple[tuple[Fact, str], ...]
    said: str


def opposites(reading: Reading) -> Iterator[str]:
    """What is another than the facts say, of two of which a thing is one; and a material that is none."""
    return chain(_contradicted(reading), stripped(reading))


def _contradicted(reading: Reading) -> Iterator[str]:
    brief, lower = reading.brief, reading.lower
    for number in _near(lower):
        contrast, allowed = CONTRASTS[number], _allowed(number, brief.facts, brief.clauses, brief.locale)
        if allowed is None:
            continue
        nouns = _nouns(brief.facts)
        for match in contrast.words.finditer(lower):
            word = key(match[0])
            if contrast.own.get(word, -1) in allowed or word not in contrast.own:
                continue
            if _DENIED.search(lower, max(0, match.start() - _WINDOW), match.start()):
                continue
            if word in contrast.sure or _meant(match, contrast, nouns):
                yield reading.text[match.start() : match.end()]


def _near(lower: str) -> list[int]:
    """The contrasts of which a word may be there."""
    beginnings = letters_of(lower) if lower.isascii() else letters_of(lower).union(map(add, lower, lower[1:]))
    return sorted({number for one in beginnings & _BEGUN.keys() for number in _BEGUN[one]})


# Of a text's one or two contrasts most facts take no side.
@lru_cache(maxsize=4096)
def _allowed(number: int, facts: tuple[Fact, ...], clauses: tuple[Clause, ...], locale: str) -> frozenset[int] | None:
    """The sides of a contrast that anything says; None where no fact takes one."""
    contrast, told = CONTRASTS[number], _told(facts, clauses, locale)
    if any(_tells(lines, fact, contrast) for fact, lines in told.facts):
        return _vouched(contrast, told.said, facts)
    return None


@lru_cache(maxsize=1024)
def _told(facts: tuple[Fact, ...], clauses: tuple[Clause, ...], locale: str) -> _Told:
    ground = grounded(facts, clauses, locale)
    told = [(fact, _lines(fact, one)) for fact, one in zip(facts, ground, strict=False) if _speaks(fact)]
    said = "\n".join([lines for _, lines in told] + [form for one in ground[len(facts) :] for form in one.forms])
    return _Told(tuple(told), said)


def _speaks(fact: Fact) -> bool:
    return fact.name not in _NOBODYS and fact.value not in _DENIES


def _lines(fact: Fact, evidence: Evidence) -> str:
    return fact.value if fact.name == _TYPE else "\n".join(evidence.forms)


def _vouched(contrast: Contrast, said: str, facts: tuple[Fact, ...]) -> frozenset[int]:
    """The sides that anything says, an attribute's name included: who tells of a battery's life has one."""
    named = key(" ".join([fact.name.replace("_", "") for fact in facts]))
    other = [word for word in contrast.vouches.keys() - contrast.own.keys() if word in named]
    words = [*other, *[key(match[0]) for match in contrast.words.finditer(said)]]
    return frozenset().union(*[contrast.vouches[word] for word in words])


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
