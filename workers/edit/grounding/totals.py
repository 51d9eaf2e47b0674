"""What facts come to together: of three colours "three colours", of two pockets and one "three pockets"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from workers.edit.grounding.evidence import Claim, Evidence, lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.stems import stem
from workers.plan.brief import Fact
from workers.plan.lexicon.entries import NameWord
from workers.plan.lexicon.lookup import NAMES

_NEXT: Final = re.compile(r" ?(?:[,;&+]| and ) ?(?:and )?")
_ITEM: Final = re.compile(r"([0-9]{1,3}) (?P<whole>(?:[a-z'-]{1,24} ){0,4}(?P<thing>[a-z'-]{2,24}))")
_WHOLE: Final = "included"
_ITEMS: Final = ("piece", "part", "item")
"""What all that comes with a product may be called."""
_COUNTED: Final = "count"


def totals(facts: tuple[Fact, ...]) -> Iterator[Evidence]:
    """Of each fact that is one of several, or lists what it counts, the number of all; and each thing of a list."""
    names = [fact.name for fact in facts]
    for fact in facts:
        many = names.count(fact.name)
        evidence = _of_values(fact, many) if many > 1 else _of_items(fact)
        if fact.name == _WHOLE and _COUNTED in names:
            claims = [claim for claim in evidence.claims if claim[2].removesuffix("s") not in _ITEMS]
            evidence = evidence._replace(claims=frozenset(claims))
        if evidence.forms or evidence.claims:
            yield evidence


def _of_values(fact: Fact, many: int) -> Evidence:
    return Evidence(fact.id, (), _counted(fact.name, many))


@lru_cache(maxsize=4096)
def _counted(name: str, many: int) -> frozenset[Claim]:
    word = NAMES.get(name)
    if not isinstance(word, NameWord):
        return frozenset()
    called = {form.lower().removesuffix("s") for form in (word.us, word.gb)}
    forms = {form for one in called for form in (one, f"{one}s") if one.isalpha()} | {word.zh}
    return frozenset(("", Decimal(many), form) for form in forms)


@lru_cache(maxsize=4096)
def _of_items(fact: Fact) -> Evidence:
    items = [_ITEM.fullmatch(item) for item in _NEXT.split(lowered(fold(fact.value)).strip())]
    counted = [item for item in items if item]
    if len(counted) != len(items) or len(items) < 2:  # noqa: PLR2004  one is no sum
        return Evidence(fact.id, (), frozenset())
    total = Decimal(sum(int(item[1]) for item in counted))
    things = {item["thing"] for item in counted}
    words = {form for thing in things for form in (thing, f"{thing}s")} if len(set(map(stem, things))) == 1 else set()
    if fact.name == _WHOLE:
        words.update(form for one in _ITEMS for form in (one, f"{one}s"))
    return Evidence(fact.id, tuple(item["whole"] for item in counted), frozenset(("", total, word) for word in words))
