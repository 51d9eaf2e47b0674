"""What facts come to together may be said, a bound that follows from them, and no other number."""

from dataclasses import replace

import pytest

from schemas.inbound import ProductCreated
from schemas.kinds import Kind
from tests.unit.write.realise.listings import BENEFITS
from workers.edit.gate import judge
from workers.plan.brief import Brief
from workers.plan.facts import facts_of
from workers.plan.select import select


def brief_of(locale: str = "en-GB", **attributes: str | list[str]) -> Brief:
    rows = [(name, value) for name, told in attributes.items() for value in ([told] if isinstance(told, str) else told)]
    listing = ProductCreated.model_validate(
        {
            "id": "kettle", "locales": [locale], "title": "Lowell Kettle", "brand": "Lowell", "category": ["Kitchen"],
            "attributes": [{"name": name.replace("_", " "), "value": value} for name, value in rows],
        }
    )  # fmt: skip
    facts = facts_of(listing)
    brief = select("kettle", facts, locale, BENEFITS).of(Kind.DESCRIPTION)
    assert brief is not None
    return replace(brief, facts=tuple(facts))


MANY = brief_of(colour=["navy", "olive", "black"], pockets="2 zipped side pockets, 1 front pocket")
BOXED = brief_of(in_the_box="1 kettle, 1 base, 2 filters")
COUNTED = brief_of(in_the_box="1 kettle, 1 base, 2 filters", pieces="6")
WEIGHED = brief_of(weight="780 g", capacity="22 l", battery_life="15 hours")
CHINESE = brief_of("zh-CN", 颜色=["橙色", "黑色"], 续航="15小时", 充电时间="2.5小时", 重量="780克")
SPEAKER = brief_of(battery_life="15 hours", charging_time="2 hours")


def rules(brief: Brief, text: str) -> set[str]:
    return {refusal.rule for refusal in judge(brief, text).refusals}


@pytest.mark.parametrize(
    ("brief", "text"),
    [
        (MANY, "It comes in three colours: navy, olive and black."),
        (MANY, "There are three pockets."),
        (BOXED, "Four parts are in the box: one kettle, one base and two filters."),
        (BOXED, "The box holds a kettle, a base and two filters."),
        (SPEAKER, "It plays up to 15 hours per charge."),
        (SPEAKER, "It plays for fifteen hours between charges."),
        (WEIGHED, "It weighs under 800 g."),
        (WEIGHED, "It weighs just under 0.8 kg."),
        (WEIGHED, "It weighs over 700 g."),
        (CHINESE, "有橙色和黑色两种颜色。"),
        (CHINESE, "充电时间为两个半小时。"),
        (CHINESE, "一次充电可用15小时。"),
        (CHINESE, "重量不到0.8千克。"),
    ],
)
def test_a_sum_of_what_facts_have_is_true(brief: Brief, text: str) -> None:
    assert rules(brief, text) == set()


@pytest.mark.parametrize(
    ("brief", "text"),
    [
        (MANY, "It comes in four colours."),
        (MANY, "There are four pockets."),
        (MANY, "It has three zips."),
        (BOXED, "Five parts are in the box."),
        (COUNTED, "Four pieces are in the box."),
        (SPEAKER, "It plays for two hours per charge."),
        (WEIGHED, "It weighs under 700 g."),
        (WEIGHED, "It weighs under 780 g."),
        (WEIGHED, "It weighs over 800 g."),
        (WEIGHED, "It weighs under 5 kg."),
        (WEIGHED, "It plays for over 12 hours."),
        (CHINESE, "有三种颜色。"),
        (CHINESE, "充电时间为三个半小时。"),
        (CHINESE, "重量不到0.7千克。"),
        (CHINESE, "重量超过0.8千克。"),
    ],
)
def test_no_other_number_is(brief: Brief, text: str) -> None:
    assert rules(brief, text) & {"numbers", "relation"}
