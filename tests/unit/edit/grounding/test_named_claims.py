"""What a claim names must stand in the fact that vouches: one certificate does not vouch for another."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import pytest

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, fact
from workers.edit.gate import judge
from workers.plan.brief import Brief

COMMON = (fact("name", "Fell Chair"), fact("type", "chair"), fact("material", "organic-cotton"), fact("colour", "navy"))
TERMS = (
    fact("certification", "FSC Mix"), fact("award", "German Design Award 2023"), fact("compatibility", "Galaxy Watch 6"),
    fact("warranty", "2", "year"), fact("returns", "30", "day"),
)  # fmt: skip
TERMS_ZH = (
    fact("certification", "中国环境标志"), fact("award", "金点设计奖"), fact("compatibility", "Galaxy Watch 6"), fact("warranty", "2", "year"),
    fact("returns", "30", "day"),
)  # fmt: skip
RULES = {"certificate", "award", "terms", "compatibility"}


def refused(text: str) -> set[str]:
    chinese = any(character >= "\u3400" for character in text)
    facts = (*COMMON, *(TERMS_ZH if chinese else TERMS))
    order = Brief("p", Kind.DESCRIPTION, "zh-CN" if chinese else "en-US", facts, LIMITS[Kind.DESCRIPTION])
    return {refusal.rule for refusal in judge(order, text).refusals} & RULES


@pytest.mark.parametrize(
    "text",
    [
        "It is FSC Mix certified.", "FSC-certified cotton.", "The chair is certified.", "The organic cotton is certified to FSC Mix.",
        "It carries FSC Mix certification.", "Certified by FSC, it is navy.", "It meets FSC standards.", "It complies with FSC.", "An FSC-approved chair.",
        "It is certified and comes in navy.", "This chair has FSC Mix certification.", "Winner of the German Design Award 2023.", "It received a German Design Award.",
        "An award-winning chair.", "The award is for the chair.", "Compatible with Galaxy Watch 6.", "It is compatible with the Galaxy Watch 6.", "A two-year warranty.",
        "The 2-year warranty covers the chair.", "It comes with a warranty for 2 years.", "Its warranty is 2 years.", "Refunds within 30 days.", "It can be returned within 30 days.",
        "通过中国环境标志认证。", "已获中国环境标志认证。", "这款椅子通过了中国环境标志认证。", "荣获金点设计奖。", "金点设计奖得主。", "兼容Galaxy Watch 6。", "兼容Galaxy Watch 6手机。",
        "适配Galaxy Watch 6等设备。", "享两年质保。", "质保2年。", "支持30天内退货。", "产品通过认证。", "有中国环境标志认证。", "椅子获中国环境标志认证。", "这款椅子，中国环境标志认证。", "A two-year warranty is included.", "椅子荣获金点设计奖。",
    ],
)  # fmt: skip
def test_what_the_fact_names_may_be_claimed(text: str) -> None:
    assert refused(text) == set()


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        *(("certificate", text) for text in (
            "It is PEFC certified.", "Blue Angel certified cotton.", "It is certified organic.", "Certified by the Soil Association.", "Certified to ISO 14001.",
            "It is certified for hospital use.", "It is Greenguard-certified.", "A patented chair.", "Patent pending.", "RoHS-compliant cotton.", "It complies with REACH.",
            "It meets every European standard.", "It passed all tests.", "Approved by the ministry.", "Lab-approved cotton.", "A bluesign chair.", "It conforms to Bifma.",
            "Fair Trade cotton.", "An accredited laboratory chair.", "A certificate of authenticity.", "Energy Star rated.", "It is certified for everything.",
            "通过有机认证。", "有绿叶认证。", "获得绿叶认证。", "椅子通过欧盟认证。", "GREENGUARD认证。", "棉面料通过SGS检测。", "拥有国家专利。", "达到食品级。", "符合国家标准。",
            "获食药监局批准。", "附鉴定证书。", "有机标志。", "国际认证。", "绿叶与中国环境标志认证。",
        )),
        *(("award", text) for text in (
            "Winner of the Red Dot Award.", "It won a gold medal.", "An award for sustainability.", "An innovation award.", "荣获红点奖。", "曾获国家科技进步奖。", "冠军品质。",
        )),
        *(("compatibility", text) for text in (
            "Compatible with every watch.", "Compatible with all devices.", "Compatible with Galaxy Watch 6 Pro.", "Galaxy Watch 6 Ultra users.", "Compatible with Wear OS.",
            "Compatible with most models.", "Widely compatible.", "兼容所有手表。", "兼容Galaxy Watch 6 Pro。", "适配各品牌手表。", "通用于所有机型。",
        )),
        *(("terms", text) for text in (
            "The warranty covers spills.", "The warranty covers everything.", "A warranty against theft.", "A guarantee for life.",
            "Refunds at any time.", "Refunds for any reason.", "It can be returned any time.", "Returned for any reason.", "质保包含人为损坏。", "两年质保，涵盖意外。",
        )),
    ],
)  # fmt: skip
def test_what_no_fact_names_may_not(rule: str, text: str) -> None:
    assert rule in refused(text)
