"""Each per cent goes with what it is a share of."""

import pytest

from tests.unit.edit.briefs import LIMITS, Kind, fact
from workers.edit.gate import judge
from workers.plan.brief import Brief, Fact

BLANKET = (fact("name", "Nestlark Swaddle"), fact("type", "blanket"), fact("composition", "bamboo-fibre 70, cotton 30"))
DUVET = (fact("name", "Fell Duvet"), fact("type", "duvet"), fact("filling", "90% goose down, 10% feather"))
SWEATER = (
    fact("name", "Fell Sweater"), fact("type", "sweater"),
    fact("composition", "organic-cotton 60, recycled-cotton 40"),
)  # fmt: skip
TOWEL = (fact("name", "婴儿浴巾"), fact("type", "bath-towel"), fact("composition", "bamboo-fibre 70, cotton 30"))
LISTED = (fact("name", "婴儿浴巾"), fact("type", "bath-towel"), fact("面料", "棉55% 莫代尔45%"))


def wrong(facts: tuple[Fact, ...], text: str) -> list[str]:
    locale = "en-US" if text.isascii() else "zh-CN"
    order = Brief("p", Kind.DESCRIPTION, locale, facts, LIMITS[Kind.DESCRIPTION])
    return [one.span for one in judge(order, text).refusals if one.rule == "relation"]


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (BLANKET, "Made from 70% cotton and 30% bamboo viscose."),
        (BLANKET, "Cotton 70%, bamboo fiber 30%."),
        (BLANKET, "70% of the fabric is cotton."),
        (BLANKET, "Seventy percent cotton and thirty percent bamboo fiber."),
        (BLANKET, "It is mostly cotton."),
        (DUVET, "Filled with 10% goose down and 90% feather."),
        (SWEATER, "40% organic cotton and 60% recycled cotton."),
        (TOWEL, "浴巾，30% 竹纤维、70% 棉。"),
        (TOWEL, "浴巾含棉70%、竹纤维30%。"),
        (TOWEL, "70%的棉。"),
        (TOWEL, "主要成分为棉。"),
        (LISTED, "浴巾含45%棉、55%莫代尔。"),
    ],
)
def test_a_share_of_another_is_refused(facts: tuple[Fact, ...], text: str) -> None:
    assert wrong(facts, text)


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (BLANKET, "Made from 30% cotton and 70% bamboo viscose."),
        (BLANKET, "Bamboo fiber makes up 70%, cotton the other 30%."),
        (BLANKET, "It is mostly bamboo."),
        (DUVET, "Filled with 90% goose down and 10% feather."),
        (SWEATER, "60% organic cotton, 40% recycled cotton."),
        (SWEATER, "60% cotton."),
        (TOWEL, "浴巾，70% 竹纤维、30% 棉。"),
        (TOWEL, "30%是棉，70%是竹纤维。"),
        (LISTED, "浴巾含55%棉、45%莫代尔。"),
    ],
)
def test_its_own_share_is_let_pass(facts: tuple[Fact, ...], text: str) -> None:
    assert wrong(facts, text) == []
