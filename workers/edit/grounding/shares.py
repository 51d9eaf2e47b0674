"""Whose share a per cent is: of "70% bamboo, 30% cotton" neither "70% cotton" nor "mostly cotton" is true."""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.reading import Reading
from workers.plan.brief import Fact
from workers.plan.lexicon.lookup import DOMAINS
from workers.plan.lexicon.wording import parts_of

_COMPOSITION: Final = "composition"
_PERCENT: Final = "percent"
_NUMBER: Final = r"([0-9]{1,3}(?:\.[0-9]{1,2})?) ?%"
_THING: Final = "([^0-9%,，、;；/+&:：()（）]{1,40})"
_FIRST: Final = re.compile(rf"{_NUMBER} ?{_THING}")
_LAST: Final = re.compile(rf"{_THING}[ :：(（]{{0,2}}{_NUMBER}")
_JOINT: Final = re.compile(r"\A(?:\s|and\b|of\b|和|与)+|(?:\s|\band|和|与)+\Z")
_FIBRE: Final = re.compile(" fib(?:er|re)$|纤维$")
_BEHIND: Final = re.compile(
    r"[ -]?(?:of (?:it|them|the (?:fabric|yarn|cloth|blend|fibres?|fibers?)) )?(?:is |are |of |comes from |[是为的])?(?:pure |soft |natural |fine |real )?"
)
_BEFORE: Final = re.compile(r"(?:[ :：(（是为约占含]|含量|占比|成分|is|at|makes up|accounts for|about)*\Z")
_MOSTLY: Final = re.compile(
    r"\b(?:mostly|mainly|predominantly|primarily|chiefly|largely|for the most part) (?:made )?(?:(?:of|from|in) )?(?:an? |the )?(?:soft |natural )?"
    r"|(?:主要|大部分|多半)(?:成分|材质|材料)?[是为由用含]?|以(?=[^，。；]{1,6}为主)"
)
_WINDOW: Final = 24

DATA: Final = tuple(one.pattern for one in (_FIRST, _LAST, _JOINT, _FIBRE, _BEHIND, _BEFORE, _MOSTLY))


class Share(NamedTuple):
    """`forms`: what it is a share of, in all words for it; of two that a word may mean either will do."""

    forms: tuple[str, ...]
    percent: Decimal


def shares(reading: Reading) -> Iterable[str]:
    """Per cents, and "mostly", told of something whose share is another."""
    told = _told(reading.brief.facts) if _COMPOSITION in reading.about or "%" in reading.said else ()
    return _mistold(told, reading) if told else ()


def _mistold(told: tuple[Share, ...], reading: Reading) -> Iterator[str]:
    for number, (_, _, amounts, _) in enumerate(reading.traced):
        percents = [amount.quantity for amount in amounts if amount.quantity.units[0].dimension == _PERCENT]
        lower = lowered(fold(reading.sentences[number])) if percents else ""
        for quantity in percents:
            whose = _beside(lower, quantity.start, quantity.end, told)
            if whose and all(share.percent != quantity.value for share in whose):
                yield reading.sentences[number][quantity.start : quantity.end]
    most = max(share.percent for share in told)
    for match in _MOSTLY.finditer(reading.lower):
        whose = _begun(reading.lower, match.end(), told)
        if whose and all(share.percent < most for share in whose):
            yield reading.text[match.start() : match.end()].strip()


def _beside(lower: str, start: int, end: int, told: tuple[Share, ...]) -> list[Share]:
    """What the per cent there may be of: what stands behind it, and what does before it."""
    gap, head = _BEHIND.match(lower, end), lower[max(0, start - _WINDOW) : start]
    joint = _BEFORE.search(head)
    behind = _begun(lower, gap.end(), told) if gap else []
    return [*behind, *(_ended(head[: joint.start()], told) if joint else ())]


def _begun(lower: str, at: int, told: Iterable[Share]) -> list[Share]:
    return _longest((len(form), share) for share in told for form in share.forms if lower.startswith(form, at))


def _ended(lower: str, told: Iterable[Share]) -> list[Share]:
    return _longest((len(form), share) for share in told for form in share.forms if lower.endswith(form))


def _longest(found: Iterable[tuple[int, Share]]) -> list[Share]:
    known = list(found)
    longest = max((length for length, _ in known), default=0)
    return [share for length, share in known if length == longest]


@lru_cache(maxsize=1024)
def _told(facts: tuple[Fact, ...]) -> tuple[Share, ...]:
    """The shares of all facts that tell of more than one."""
    return tuple(share for fact in facts for share in _of_fact(fact))


@lru_cache(maxsize=16_384)
def _of_fact(fact: Fact) -> tuple[Share, ...]:
    if fact.name == _COMPOSITION:
        found = [Share(_forms(key), Decimal(percent)) for key, percent in parts_of(fact.value)]
    else:
        value = lowered(fold(fact.value))
        first = _FIRST.findall(value) if value[:1].isdecimal() else [(b, a) for a, b in _LAST.findall(value)]
        found = [Share(_with_heads((_JOINT.sub("", thing),)), Decimal(percent)) for percent, thing in first]
    return tuple(found) if len(found) > 1 else ()


def _forms(key: str) -> tuple[str, ...]:
    word = DOMAINS["material"][key]
    return _with_heads(tuple(lowered(form) for form in (word.us, word.gb, word.zh, *word.aliases) if form))


def _with_heads(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Also what each is a sort of, and what its fibres are of: the cotton of organic cotton, the bamboo of its viscose."""
    more = [form.rpartition(" ")[2] for form in forms if " " in form and not _FIBRE.search(form)]
    more += [_FIBRE.sub("", form) for form in forms if _FIBRE.search(form)]
    more += [form[-1] for form in forms if not form.isascii() and form[-1] in "棉麻毛丝绒"]
    return tuple(dict.fromkeys((*forms, *more)))
