"""A battery that a fact says is not included does not come with the product, and one that is does."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import pytest

from tests.unit.edit.briefs import LIMITS, Kind, fact
from workers.edit.gate import judge
from workers.plan.brief import Brief


def refused(locale: str, answer: str, text: str) -> list[str]:
    chinese = locale.startswith("zh")
    facts = (
        fact("name", "纸灯笼落地灯" if chinese else "Moonwick Lantern Lamp"), fact("type", "floor-lamp"),
        fact("socket", "E26"), fact("warranty", "3", "year"),
        fact("bulb_included", answer), fact("batteries_included", answer), fact("charger included", answer),
    )  # fmt: skip
    order = Brief("p", Kind.DESCRIPTION, locale, facts, LIMITS[Kind.DESCRIPTION])
    return [one.span for one in judge(order, text).refusals if one.rule == "relation"]


COMES = {
    "en-US": (
        "An E26 bulb comes with the lamp.", "It comes with an E26 bulb.", "It comes with a 3-year warranty and a battery.",
        "You get a battery in the box.", "A battery is included.", "Batteries come with it.", "A bulb is supplied.",
        "It arrives with batteries fitted.", "An E26 bulb is part of the set.", "It includes a charger.",
    ),
    "zh-CN": ("落地灯附E26灯泡。", "E26灯泡已包含。", "配有灯泡。", "电池随机附送。", "送灯泡一只。"),
}  # fmt: skip
COMES_NOT = {
    "en-US": (
        "The bulb is sold separately.", "It comes without a battery.", "A battery is not included.", "Bulb not included.",
        "It comes with no bulb.", "It takes an E26 bulb, which is not included.", "The bulb does not come with the lamp.",
        "No bulb is included.", "It comes with a 3-year warranty but the battery is not in the box.",
    ),
    "zh-CN": ("灯泡需另购。", "电池需自备。", "不含灯泡。", "不附灯泡。", "未附电池。"),
}  # fmt: skip
NEITHER = {
    "en-US": (
        "It takes an E26 bulb.",
        "It comes with a battery compartment.",
        "The battery lasts.",
        "Use it with a bulb.",
    ),
    "zh-CN": ("使用E26灯泡。", "带电池仓。"),
}


@pytest.mark.parametrize("answer", ["yes", "no"])
@pytest.mark.parametrize(("locale", "text"), [(locale, text) for locale, said in COMES.items() for text in said])
def test_what_is_said_to_come_with_it_does(locale: str, text: str, answer: str) -> None:
    assert bool(refused(locale, answer, text)) is (answer == "no")


@pytest.mark.parametrize("answer", ["yes", "no"])
@pytest.mark.parametrize(("locale", "text"), [(locale, text) for locale, said in COMES_NOT.items() for text in said])
def test_what_is_said_not_to_come_with_it_does_not(locale: str, text: str, answer: str) -> None:
    assert bool(refused(locale, answer, text)) is (answer == "yes")


def test_a_value_may_say_that_it_comes_along() -> None:
    facts = (fact("name", "Bramble Bike"), fact("type", "bicycle"), fact("training wheels", "included"))
    order = Brief("p", Kind.DESCRIPTION, "en-US", facts, LIMITS[Kind.DESCRIPTION])
    assert judge(order, "Training wheels are sold separately.").refusals
    assert judge(order, "Training wheels come with it.").refusals == ()


@pytest.mark.parametrize("answer", ["yes", "no"])
@pytest.mark.parametrize(("locale", "text"), [(locale, text) for locale, said in NEITHER.items() for text in said])
def test_what_speaks_of_it_and_not_of_the_box_is_let_pass(locale: str, text: str, answer: str) -> None:
    assert refused(locale, answer, text) == []
