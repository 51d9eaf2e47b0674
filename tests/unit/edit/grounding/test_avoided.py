"""Nobody is told to keep a thing from where its facts let it go."""

import pytest

from tests.unit.edit.briefs import LIMITS, Kind, fact
from workers.edit.gate import judge
from workers.plan.brief import Brief

_FLAGS = ("oven_safe", "dishwasher_safe", "waterproof", "removable_cover", "adjustable", "stackable")


def refused(text: str, answer: str) -> list[str]:
    locale = "en-US" if text.isascii() else "zh-CN"
    flags = [fact(name, answer) for name in _FLAGS]
    facts = (fact("name", "Copperfield Pan" if text.isascii() else "山行煎锅"), fact("type", "frying-pan"), *flags)
    order = Brief("p", Kind.DESCRIPTION, locale, facts, LIMITS[Kind.DESCRIPTION])
    return [one.span for one in judge(order, text).refusals if one.rule == "denial"]


@pytest.mark.parametrize(
    "text",
    [
        "Keep it out of the oven.",
        "Keep the pan away from water.",
        "Don't put it in the oven.",
        "远离洗碗机。",
        "请勿放入烤箱。",
    ],
)
def test_it_is_not_kept_from_what_a_fact_allows(text: str) -> None:
    assert refused(text, "yes")
    assert not refused(text, "no")


@pytest.mark.parametrize(
    "text",
    [
        "Keep it in the oven.",
        "Take it out of the oven.",
        "Keep it away from the edge.",
        "可放入烤箱。",
        "The cover can be removed.",
    ],
)
def test_what_keeps_it_from_something_else_is_let_pass(text: str) -> None:
    assert not refused(text, "yes")
