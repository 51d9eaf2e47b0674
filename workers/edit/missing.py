"""What a refused draft lacks: a fact about what would have made it right, and what the facts say of that instead.

Whoever looks at a refusal asks; a draft on its way does not.
"""

from collections.abc import Collection
from typing import Final, NamedTuple

from workers.edit.gate import Editor
from workers.edit.grounding import features, praise, promises
from workers.edit.grounding.assertions import about
from workers.edit.grounding.evidence import Claim, claims_of, lowered, of_fact
from workers.edit.grounding.quantities import fold, quantities
from workers.edit.grounding.tracing import trace
from workers.edit.law.claims import evidence_wanted
from workers.edit.reading import matter, read
from workers.outcome import Refusal
from workers.plan.brief import Brief, Fact
from workers.plan.lexicon.lookup import NAMES


class Missing(NamedTuple):
    """`about`: attributes, or what an amount measures, of which one would have to say it; none: any fact might.

    `told`: the brief's facts about these, which say something else.
    """

    about: tuple[str, ...]
    told: tuple[Fact, ...]


_KINDS: Final = {
    "material": ("material", "composition", "finish", "coating", "gem"),
    "colour": ("colour", "lightcolour"),
    "origin": ("place",),
}
_ATTRIBUTES: Final = {
    **{
        rule: tuple(name for kind in kinds for name, word in NAMES.items() if word.kind == kind)
        for rule, kinds in _KINDS.items()
    },
    "name": ("brand", "model", "name"),
    "product": ("type", "name"),
    "unfounded": (),
    "value": (),
    "denial": (),
}
_TABLES: Final = praise.TABLES | promises.TABLES
GROUNDED: Final = frozenset({"numbers", "claims", "feature", *_ATTRIBUTES, *_TABLES})
"""The rules that a fact can satisfy. What breaks any other is wrong whatever the facts are."""


def missing(refusal: Refusal, brief: Brief, editor: Editor) -> Missing | None:
    """What the refused words would have had to rest on. None: no fact could make them right."""
    lower = lowered(fold(refusal.span))
    if refusal.rule == "numbers":
        return _amount(refusal.span, brief)
    if refusal.rule == "denial":
        denied = trace(refusal.span, brief)
        return Missing((), tuple(fact for fact in brief.facts if fact.id in denied))
    if refusal.rule == "claims":
        wanted = evidence_wanted(read(refusal.span, brief), editor.book)
        return _among(wanted, brief) if wanted else None
    if refusal.rule == "feature":
        return _among(features.about(lower), brief)
    if refusal.rule in _TABLES:
        return _among(about(_TABLES[refusal.rule], lower), brief)
    return _among(_ATTRIBUTES[refusal.rule], brief) if refusal.rule in _ATTRIBUTES else None


def _among(names: Collection[str], brief: Brief) -> Missing:
    about = tuple(dict.fromkeys(names))
    return Missing(about, tuple(fact for fact in brief.facts if matter(fact.name) in about))


def _amount(span: str, brief: Brief) -> Missing:
    """The facts that measure the same: a weight that differs, where the draft says another."""
    folded = fold(span)
    claims = [claim for quantity in quantities(folded) for claim in claims_of(quantity, lowered(folded))]
    about = dict.fromkeys(dimension for dimension, _, word in claims if dimension and not word)
    told = [fact for fact in brief.facts if _measures(of_fact(fact, brief.locale).claims, about)]
    return Missing(tuple(about), tuple(told))


def _measures(claims: Collection[Claim], dimensions: Collection[str]) -> bool:
    return any(dimension in dimensions for dimension, _, _ in claims)
