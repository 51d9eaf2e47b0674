"""What facts come to together: of three colours "three colours", of two pockets and one "three pockets"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from workers.edit.grounding.evidence import COUNTS, Claim, Evidence, lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.numerals import WORDS
from workers.edit.grounding.polarity import parts
from workers.edit.grounding.stems import stem
from workers.plan.brief import Fact
from workers.plan.lexicon.lookup import NAMES

_NEXT: Final = re.compile(r" ?(?:[,;&+]| and ) ?(?:and )?")
_ITEM: Final = re.compile(
    r"(?P<many>[0-9]{1,3})(?: ?[x×] | )(?P<whole>(?:[a-z'-]{1,24} ){0,4}(?P<thing>[a-z'-]{2,24}))"
    r"|(?P<named>[a-z][a-z'-]{1,24})(?: [x×] ?| ?[x×] )(?P<so_many>[0-9]{1,3})"
)
_DIGIT: Final = re.compile("[0-9]")
_IN_LETTERS: Final = {1: ("one",)} | {int(number): (word,) for word, number in WORDS.items() if word != "dozen"}
_WHOLE: Final = "included"
_ITEMS: Final = frozenset(map(stem, ("piece", "part", "item")))
"""What all that comes with a product may be called."""
_COUNTED: Final = "count"
_UNCOUNTED: Final = frozenset({"name", "brand", "type", "category", "material", "composition"})
"""What a list is of that nobody counts: a blend has no two materials."""


def totals(facts: tuple[Fact, ...]) -> Iterator[Evidence]:
    """Of each fact that is one of several, or lists several, the number of all; and each thing that it counts."""
    names = [fact.name for fact in facts]
    for fact in facts:
        evidence = _summed(fact, names.count(fact.name))
        if evidence is None:
            continue
        if fact.name == _WHOLE and _COUNTED in names:
            claims = [claim for claim in evidence.claims if claim[2] not in _ITEMS]
            evidence = evidence._replace(claims=frozenset(claims))
        yield evidence


@lru_cache(maxsize=4096)
def _summed(fact: Fact, many: int) -> Evidence | None:
    if fact.name in _UNCOUNTED:
        return None
    if many > 1:
        return Evidence(fact.id, (), _counted(fact.name, many, ()))
    if _DIGIT.search(fact.value):
        return _of_items(fact)
    things = parts(fact)
    return Evidence(fact.id, (), _counted(fact.name, len(things), things)) if len(things) > 1 else None


def _counted(name: str, many: int, things: tuple[str, ...]) -> frozenset[Claim]:
    """By what they are called: "three colours", 三种颜色, 杏色和黑色两种."""
    word = NAMES.get(name)
    labels = (word.us.lower(), word.gb.lower(), word.zh) if word else (name.lower(),)
    forms = [stem(label.rpartition(" ")[2]) for label in labels if label.isascii()]
    for label in (label for label in labels if not label.isascii()):
        forms += [label[:2], label[-1]]
    forms += [thing[-1] for thing in things if not thing.isascii()]
    return frozenset(("", Decimal(many), form) for form in forms)


def _of_items(fact: Fact) -> Evidence | None:
    items = [_ITEM.fullmatch(item) for item in _NEXT.split(lowered(fold(fact.value)).strip())]
    counted = [item for item in items if item]
    if len(counted) != len(items) or len(items) < 2:  # noqa: PLR2004  one is no sum
        return None
    many = [int(item["many"] or item["so_many"]) for item in counted]
    whole = [item["whole"] or item["named"] for item in counted]
    things = {stem(item["thing"] or item["named"]) for item in counted}
    words = (things if len(things) == 1 else set()) | (_ITEMS if fact.name == _WHOLE else set(_labels(fact.name)))
    words |= frozenset(COUNTS.get(fact.name, ()))
    forms = [*whole, *(form for pair in zip(many, whole, strict=True) for form in _counting(*pair))]
    return Evidence(fact.id, tuple(forms), frozenset(("", Decimal(sum(many)), word) for word in words))


def _labels(name: str) -> list[str]:
    """What an attribute's name counts: "ports"."""
    word = NAMES.get(name)
    return [stem(label.lower().rpartition(" ")[2]) for label in ((word.us, word.gb) if word else (name,))]


def _counting(many: int, whole: str) -> Iterator[str]:
    """The item with its number, where its name is none that a plain word would tell from the next: two USB-C."""
    if "-" in whole:
        yield from (f"{number} {whole}" for number in (many, *_IN_LETTERS.get(many, ())))
