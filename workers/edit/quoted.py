"""A name that speaks ("Return golden touch", "You Are Here Map") vouches for itself said whole, not for its words.

Before such a draft is read, another name of the same length stands for it, in the facts and wherever the draft says it
whole: what is left of it elsewhere ("golden touch") rests on nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from workers.outcome import Refusal, Sentence
from workers.plan.brief import Brief, Fact
from workers.plan.lexicon.pleas import speaks
from workers.plan.lexicon.wording import surface_forms

_NAMES: Final = frozenset({"name", "brand"})
_STANDS_IN: Final = MappingProxyType({"name": "Velda", "brand": "Orlo"})
"""Words of no language here; lengthened by their last letter."""
_NOBODY: Final[Mapping[str, str]] = MappingProxyType({})


class Quoted(NamedTuple):
    """What is judged in a draft's place. `names`: what each stand-in stands for."""

    brief: Brief
    text: str
    names: Mapping[str, str] = _NOBODY

    def sentences(self, judged: Iterable[Sentence]) -> tuple[Sentence, ...]:
        """With the names as they are."""
        return tuple(one._replace(text=self.whole(one.text)) for one in judged)

    def refusals(self, judged: Iterable[Refusal]) -> tuple[Refusal, ...]:
        """With the names as they are."""
        return tuple(one._replace(span=self.whole(one.span)) for one in judged)

    def whole(self, text: str) -> str:
        """The text with the names as they are."""
        for other, name in self.names.items():
            text = text.replace(other, name)
        return text


def quoted(brief: Brief, text: str) -> Quoted | None:
    """The order and the draft with other names; None where no name speaks, as nearly always."""
    if not any([fact.name in _NAMES and speaks(fact.value) for fact in brief.facts]):  # noqa: C419  there are few
        return None
    names: dict[str, str] = {}
    facts = []
    for fact in brief.facts:
        if fact.name not in _NAMES or not speaks(fact.value):
            facts.append(fact)
            continue
        pattern = _said(fact, brief.locale)
        found = pattern.search(text)
        said = found[0] if found else fact.value
        other = _STANDS_IN[fact.name].ljust(len(said), "o" if fact.name == "brand" else "a")
        names[other] = said
        text = pattern.sub(other, text)
        facts.append(fact._replace(value=other))
    return Quoted(replace(brief, facts=tuple(facts)), text, names)


@lru_cache(maxsize=1024)
def _said(fact: Fact, locale: str) -> re.Pattern[str]:
    forms = dict.fromkeys((*surface_forms(fact, locale), fact.value))
    return re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))), re.IGNORECASE)
