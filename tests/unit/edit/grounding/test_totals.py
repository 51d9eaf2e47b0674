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
SHELVES = brief_of(shelves="5", shelf_material="Mango wood", frame="steel", recommended_age="12+", speeds="2-speed")
SANDALS = brief_of(closure="Two adjustable buckles", types="6 Phillips, 4 slotted", pockets="2 side, 1 inside")
SHAMPOO = brief_of(free_from="Sulfates, silicones, parabens", warranty="5 years")
CHINESE_SHAMPOO = brief_of("zh-CN", 不含="硅油、酒精、色素", 开关方式="遥控、脚踏")
PAN = brief_of(oven_safe_up_to="200 °C")
SIDES = brief_of(height="180 cm", width="80 cm", depth="30 cm", pile_height="10/8 cm")
CHINESE_SANDALS = brief_of("zh-CN", 尺码="35-40")
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
        (SHELVES, "Recommended for ages 12 and up."),
        (SHELVES, "It runs at two speeds."),
        (SANDALS, "There are two buckles."),
        (SANDALS, "Six of them are Phillips."),
        (SANDALS, "There are three pockets."),
        (SHAMPOO, "It contains no sulfates, silicones or parabens."),
        (SHAMPOO, "It is guaranteed for five years."),
        (CHINESE_SHAMPOO, "不添加硅油、酒精和色素。"),
        (CHINESE_SANDALS, "尺码从35到40。"),
        (CHINESE_SHAMPOO, "遥控和脚踏两种开关方式。"),
        (PAN, "It is oven safe to 200 °C."),
        (SIDES, "The pile height is 10 cm and 8 cm."),
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
        (SHELVES, "Recommended for ages 10 and up."),
        (SHELVES, "It runs at three speeds."),
        (SANDALS, "There are six buckles."),
        (SANDALS, "Four of them are Phillips."),
        (SANDALS, "There are two pockets."),
        (SHAMPOO, "It contains no dyes and is guaranteed for ten years."),
        (CHINESE_SHAMPOO, "遥控和脚踏三种开关方式。"),
        (CHINESE_SANDALS, "尺码从35到42。"),
        (PAN, "It is oven safe to 220 °C."),
        (SIDES, "The pile height is 9 cm."),
        (SIDES, "It measures H 180 x W 90 x D 30 cm."),
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


def test_what_is_listed_as_left_out_is_not_said_to_be_there() -> None:
    assert rules(SHAMPOO, "It contains sulfates.")
    assert rules(CHINESE_SHAMPOO, "含有硅油。")
