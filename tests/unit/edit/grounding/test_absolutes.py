"""Of what there is little a text does not say that there is none."""

import pytest

from tests.unit.edit.briefs import LIMITS, Kind, fact
from workers.edit.gate import judge
from workers.plan.brief import Brief, Clause

FACTS = (fact("name", "Quill Notebook"), fact("material", "paper"), fact("colour", "navy"))
LITTLE = {
    "en-US": (
        "lets little ink show through",
        "resists rust in damp air",
        "throws back little glare",
        "needs less ironing",
    ),
    "zh-CN": ("不易起静电", "洗后不易变形", "潮湿处不易生锈", "减少反光", "墨水不易透背"),
}


def refused(locale: str, text: str) -> list[str]:
    clauses = tuple(Clause(f"c-{number}", FACTS[1].id, told) for number, told in enumerate(LITTLE[locale]))
    order = Brief("p", Kind.DESCRIPTION, locale, FACTS, LIMITS[Kind.DESCRIPTION], clauses)
    return [one.span for one in judge(order, text).refusals if one.rule == "denial"]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-US", "No ink of any kind shows through."),
        ("en-US", "Ink never shows through."),
        ("en-US", "It cannot rust."),
        ("en-US", "It is glare-free."),
        ("en-US", "It throws back no glare."),
        ("en-US", "It needs no ironing."),
        ("zh-CN", "不起静电。"),
        ("zh-CN", "洗后也不会变形。"),
        ("zh-CN", "潮湿处绝不生锈。"),
        ("zh-CN", "零静电。"),
        ("zh-CN", "不反光。"),
        ("zh-CN", "墨水不透背。"),
    ],
)
def test_none_is_said_of_what_there_is_little_of(locale: str, text: str) -> None:
    assert refused(locale, text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-US", "It lets little ink show through."),
        ("en-US", "Little ink shows through, and the navy paper resists rust in damp air."),
        ("en-US", "Hardly any ink shows through."),
        ("en-US", "No fuss: it throws back little glare."),
        ("zh-CN", "不易起静电，洗后不易变形。"),
        ("zh-CN", "潮湿处不易生锈，减少反光。"),
    ],
)
def test_little_may_be_said(locale: str, text: str) -> None:
    assert refused(locale, text) == []
