"""Ways round the law and out of the shop that the editor was never shown, and their innocent neighbours."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.unit.edit.briefs import fact
from tests.unit.edit.law.corpus import brief_of, lines
from workers.edit.gate import judge
from workers.edit.law.evasion import skeleton
from workers.edit.law.misspelled import TELLTALES, Meant, meant
from workers.edit.reading import read
from workers.edit.safety.contact import contact
from workers.plan.brief import Fact

THING = {
    "en": (fact("type", "bottle"), fact("brand", "Harrow"), fact("colour", "grey")),
    "zh": (fact("类型", "保温杯"), fact("品牌", "山岚"), fact("颜色", "灰色")),
}
BY_THESE = 0.98
"""What the rules `claims` and `contact` catch by themselves; the editor, with all of its rules, catches more."""
BY_ALL = 0.99


def refused(text: str, locale: str, facts: tuple[Fact, ...]) -> set[str]:
    return {refusal.rule for refusal in judge(brief_of(locale, facts), text).refusals}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nearly_every_way_round_the_law_is_found(language: str) -> None:
    items = [line.split(" | ") for line in lines(f"evasions_{language}.txt")]
    told = {text: refused(text, locale, THING[language]) for _, locale, text in items}
    assert len(told) >= 200
    missed = [text for text, rules in told.items() if rules.isdisjoint({"claims", "contact"})]
    assert len(missed) <= (1 - BY_THESE) * len(told), missed
    passed = [text for text, rules in told.items() if not rules]
    assert len(passed) <= (1 - BY_ALL) * len(told), passed


@pytest.mark.parametrize(("locale", "file"), [("en-GB", "let_pass_en.txt"), ("zh-CN", "let_pass_zh.txt")])
def test_ordinary_copy_leads_nowhere(locale: str, file: str) -> None:
    found = {text: spans for text in lines(file) if (spans := list(contact(read(text, brief_of(locale)))))}
    assert found == {}


def told_in(bare: str) -> list[int]:
    return [number for number, word in enumerate(TELLTALES) if word in bare]


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("丁页级", "顶级"),
        ("世界弟一", "世界第一"),
        ("兄弟一起", "兄弟一起"),
        ("独1无2", "独一无二"),
        ("醉佳", "最佳"),
        ("陶醉佳酿", "陶醉佳酿"),
        ("口隹一", "唯一"),
        ("最亻圭", "最佳"),
        ("氵台疗", "治疗"),
        ("疒了养", "疗养"),
        ("木及致", "极致"),
        ("实木及致密板", "实木及致密板"),
        ("全网手款", "全网首款"),
        ("右手款", "右手款"),
        ("解决对比度", "解决对比度"),
    ],
)
def test_a_misspelled_word_is_read_as_it_is_meant_and_an_ordinary_one_as_it_is(said: str, means: str) -> None:
    bare = skeleton(said)
    told = told_in(bare)
    assert (meant(bare, told).bare if told else bare) == skeleton(means)


@given(st.lists(st.sampled_from([*TELLTALES, "最", "级", "的", "i", "治", "好"]), max_size=12).map("".join))
def test_what_is_meant_stands_where_it_is_said(bare: str) -> None:
    assume(told := told_in(bare))
    said = meant(bare, told)
    whole = re.compile("(?s).*").match(said.bare)
    assert whole
    assert list(said.places(whole)) == list(range(len(bare)))
    assert said == Meant(bare) or len(said.spots) == len(said.bare)


@pytest.mark.parametrize("word", TELLTALES)
def test_a_telltale_is_a_word_of_its_own_skeleton(word: str) -> None:
    assert skeleton(word) == word
