"""A price is told as the price: not as what is saved, what it was, or what it begins at."""

import pytest

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, fact
from workers.edit.gate import judge
from workers.plan.brief import Brief

LAMP = Brief(
    "lamp",
    Kind.DESCRIPTION,
    "en-GB",
    (fact("name", "Halden Lamp"), fact("type", "lamp"), fact("price", "20.00", "GBP"), fact("postage", "3.50", "GBP")),
    LIMITS[Kind.DESCRIPTION],
)
LAMP_ZH = Brief(
    "deng",
    Kind.DESCRIPTION,
    "zh-CN",
    (fact("name", "山岚台灯"), fact("type", "台灯"), fact("价格", "99.00", "CNY")),
    LIMITS[Kind.DESCRIPTION],
)
BARGAIN = Brief(
    "lamp",
    Kind.DESCRIPTION,
    "en-GB",
    (*LAMP.facts[:2], fact("price", "20.00", "GBP"), fact("old price", "30.00", "GBP"), fact("offer", "£5 off")),
    LIMITS[Kind.DESCRIPTION],
)
BARGAIN_ZH = Brief(
    "deng",
    Kind.DESCRIPTION,
    "zh-CN",
    (*LAMP_ZH.facts, fact("原价", "129.00", "CNY"), fact("优惠", "立减20元")),
    LIMITS[Kind.DESCRIPTION],
)

LIES = (
    "The lamp is £20 off.",
    "Save £20 on the lamp.",
    "A saving of £20.",
    "The lamp was £20.",
    "Now £18, was £20.",
    "Reduced from £20.",
    "Lamps from £20.",
    "From only £20.",
    "Get £20 back.",
    "The lamp with £20 cashback.",
    "£20 less than before.",
    "£20 discount on the lamp.",
    "A £20 voucher with the lamp.",
    "A £20 gift card.",
    "It used to be £20.",
    "RRP £20.",
    "Knocked down by £20.",
    "Worth £20.",
    "A lamp worth GBP 20.",
    "Starting at £20.",
    "Prices start at £20.",
    "A deposit of £20.",
    "£20 a month.",
    "£20 per month.",
    "Two for £20.",
    "3 for £20.",
)
LIES_ZH = (
    "台灯立减99元。",
    "省99元。",
    "台灯直降99元。",
    "原价99元。",
    "99元起。",
    "返99元。",
    "返现99元。",
    "台灯优惠99元。",
    "台灯减99元。",
    "市场价99元。",
    "价值99元。",
    "99元优惠券。",
    "99元红包。",
    "每月99元。",
    "99元两件。",
    "定金99元。",
    "券后99元。",
    "满99元减。",
)


@pytest.mark.parametrize("text", LIES)
def test_a_price_is_no_deal(text: str) -> None:
    assert judge(LAMP, text).refusals, text


@pytest.mark.parametrize("text", LIES_ZH)
def test_a_chinese_price_is_no_deal(text: str) -> None:
    assert "numbers" in {one.rule for one in judge(LAMP_ZH, text).refusals}, text


@pytest.mark.parametrize(
    "text",
    [
        "The lamp costs £20.",
        "The lamp is £20.",
        "Priced at £20.",
        "Price: £20.",
        "The Halden Lamp for £20.",
        "Yours for £20.00.",
        "It comes at a price of 20 pounds.",
        "£20 for the lamp.",
        "Postage is £3.50.",
        "Get the lamp at £20.",
    ],
)
def test_the_price_may_be_told(text: str) -> None:
    assert "numbers" not in {one.rule for one in judge(LAMP, text).refusals}


@pytest.mark.parametrize("text", ["台灯99元。", "售价99元。", "价格为99元。", "山岚台灯，99元一盏。", "只要99元。"])
def test_the_price_may_be_told_in_chinese(text: str) -> None:
    assert "numbers" not in {one.rule for one in judge(LAMP_ZH, text).refusals}


@pytest.mark.parametrize("text", ["It is £5 off.", "£5 off the lamp.", "The old price was £30.", "It was £30."])
def test_a_deal_that_is_a_fact_may_be_told(text: str) -> None:
    assert "numbers" not in {one.rule for one in judge(BARGAIN, text).refusals}


@pytest.mark.parametrize("text", ["It is £20 off.", "The lamp was £20.", "Save £30."])
def test_one_deal_is_not_another(text: str) -> None:
    assert "numbers" in {one.rule for one in judge(BARGAIN, text).refusals}


@pytest.mark.parametrize("text", ["原价129元。", "立减20元。", "现价99元，原价129元。"])
def test_a_deal_that_is_a_fact_may_be_told_in_chinese(text: str) -> None:
    assert "numbers" not in {one.rule for one in judge(BARGAIN_ZH, text).refusals}


@pytest.mark.parametrize("text", ["原价99元。", "立减129元。", "129元。"])
def test_one_deal_is_not_another_in_chinese(text: str) -> None:
    assert "numbers" in {one.rule for one in judge(BARGAIN_ZH, text).refusals}
