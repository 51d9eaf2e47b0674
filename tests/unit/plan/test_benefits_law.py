"""The clauses before the law: no rule of the editor has a word against one, though nothing vouches for it.

In copy a clause vouches for itself, since its brief holds it. So whatever a clause would smuggle past the editor
(a comparison without a base, a claim, a promise, a feature, another material) must be found here.
"""

from collections.abc import Iterator
from functools import cache

import pytest

from schemas.kinds import Kind
from tests.unit.plan.permitted import BENEFITS, fact, product_of, types_of
from workers.edit.gate import judge
from workers.outcome import Refusal
from workers.plan.benefits import Row
from workers.plan.brief import Brief, Limits

LOCALES = ("en-US", "en-GB", "en-IE", "en-AU", "zh-CN")
"""Each market's law, and all of them where the market is not one we know."""

BY_OTHER_THINGS = frozenset({"unfounded", "product", "name"})
"""Rules that the clause breaks only because it stands alone, or names what it goes with ("pairs with a skirt")."""

WITH_A_BASE = {
    "aluminium-light": "steel is named, and denser by two thirds",
    "titanium-light": "steel is named, and denser by two fifths",
    "acrylic-light": "glass is named, and twice as dense",
    "carbonfibre-light": "metal of the same size is named, and denser",
    "bank-battery": "no comparison: how often",
}
COUNTED = {"hammock-trees": "two are what it hangs between"}
OF_ANOTHER = {
    "oversized-slim": "the trousers that go with it",
    "ethernet-steady": "the signal that the cable stands in for",
    "ethernetport-weak": "the signal that the cable stands in for",
    "fauxleather-hide": "what is not used",
}
"""Clauses with the opposite of a value, said of something else."""
OTHER_SENSES = {
    "clear": "of a tone, a smell or a view",
    "natural": "of bands in a stone",
    "cream": "food, or what goes on the face",
    "lemon": "a slice of it",
    "blush": "make-up",
    "down": "rolled up or down",
    "black": "what a panel shows",
    "黑色": "what a panel shows",
}
"""Words of materials and colours that say nothing here of what the product is made of, or looks like."""


@cache
def broken(locale: str) -> tuple[tuple[str, Refusal], ...]:
    return tuple(one for row in BENEFITS.rows for one in alone(row, locale))


def alone(row: Row, locale: str) -> Iterator[tuple[str, Refusal]]:
    """What the editor has against each clause of the row, in a brief that does not hold it."""
    facts = (fact("type", types_of(row)[0]), *(told for told in product_of(row, ()) if told.name == row.fact))
    order = Brief("p-1", Kind.DESCRIPTION, locale, tuple(dict.fromkeys(facts)), Limits(1000, 1, 9))
    for key, text in row.texts(locale[:2]).items():
        said = f"It {text}." if locale.startswith("en") else f"{text}。"
        for refusal in judge(order, said).refusals:
            if refusal.rule not in BY_OTHER_THINGS:
                yield key, refusal


def excused(key: str, refusal: Refusal) -> bool:
    if refusal.rule == "comparison":
        return key in WITH_A_BASE
    if refusal.rule == "numbers":
        return key in COUNTED
    if refusal.rule == "opposite":
        return key in OF_ANOTHER
    return refusal.rule in {"material", "colour"} and refusal.span.lower() in OTHER_SENSES


@pytest.mark.parametrize("locale", LOCALES)
def test_no_rule_has_anything_against_a_clause_that_nothing_vouches_for(locale: str) -> None:
    assert [one for one in broken(locale) if not excused(*one)] == []


def test_every_excuse_is_needed() -> None:
    broken = [one for locale in LOCALES for row in BENEFITS.rows for one in alone(row, locale)]
    assert {key for key, refusal in broken if refusal.rule == "comparison"} == set(WITH_A_BASE)
    assert {key for key, refusal in broken if refusal.rule == "opposite"} == set(OF_ANOTHER)
    assert {refusal.span.lower() for _, refusal in broken if refusal.rule in {"material", "colour"}} == set(
        OTHER_SENSES
    )
