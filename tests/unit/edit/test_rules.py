"""What a refusal means: each rule has its row; which fact is missing, and what the facts say instead."""

import ast
from pathlib import Path

import pytest

from schemas.kinds import Kind
from tests.unit.edit.briefs import brief
from tests.unit.edit.corpus.planting import planted
from workers import edit
from workers.edit.gate import SHIPPED, judge, with_packs
from workers.edit.rules import ROWS, Missing, missing, row_of
from workers.outcome import Refusal

PACK = b"""pack: shop
language: en
source: ours
terms:
  - {id: shop-organic, class: conditional, forms: [grown without sprays], evidence: [farming=organic]}
"""


def told(rule: str, span: str, locale: str = "en-US") -> tuple[tuple[str, ...], list[str]] | None:
    found = missing(Refusal(rule, span), brief(locale), SHIPPED)
    return None if found is None else (found.about[:1], [fact.name for fact in found.told])


@pytest.mark.parametrize(
    ("rule", "span", "locale", "wanted"),
    [
        ("numbers", "0.5 kg", "en-US", (("mass",), ["weight"])),
        ("numbers", "520克", "zh-CN", (("mass",), ["重量"])),
        ("numbers", "3 hours", "en-US", (("seconds",), ["keeps hot", "keeps cold"])),
        ("numbers", "220 V", "en-US", (("voltage",), [])),
        ("material", "titanium", "en-US", (("material",), ["material", "handle", "base", "surface"])),
        ("material", "钛", "zh-CN", (("material",), ["材质", "手柄", "底座", "表面"])),
        ("colour", "teal", "en-US", (("colour",), [])),
        ("origin", "Norway", "en-US", (("origin",), [])),
        ("certificate", "FDA approved", "en-US", (("certification",), [])),
        ("terms", "lifetime warranty", "en-US", (("warranty",), ["warranty"])),
        ("feature", "dishwasher", "en-US", (("dishwasher_safe",), [])),
        ("name", "Brightwater", "en-US", (("brand",), ["name", "brand"])),
        ("denial", "not weigh 360 g", "en-US", ((), ["weight"])),
        ("opposite", "glossy", "en-US", ((), [])),
        ("relation", "silicone handle", "en-US", ((), ["handle"])),
        ("relation", "底座为黄铜", "zh-CN", ((), ["底座"])),
        ("unfounded", "nothing comes close", "en-US", ((), [])),
        ("contact", "www.example.com", "en-US", None),
        ("voice", "cheap", "en-US", None),
    ],
)
def test_the_fact_that_is_missing(
    rule: str, span: str, locale: str, wanted: tuple[tuple[str, ...], list[str]] | None
) -> None:
    assert told(rule, span, locale) == wanted


def test_every_rule_that_is_made_anywhere_has_its_row_and_every_row_its_rule() -> None:
    sources = [ast.parse(path.read_text()) for path in Path(*edit.__path__).rglob("*.py")]
    calls = [node for source in sources for node in ast.walk(source) if isinstance(node, ast.Call)]
    names = [call.args[0] for call in calls if ast.unparse(call.func) in {"Rule", "Refusal"}]
    spelled = {name.value for name in names if isinstance(name, ast.Constant)}
    assert all(isinstance(name, ast.Constant | ast.Attribute) for name in names), "others have theirs from a rule"
    assert spelled == ROWS.keys()


@pytest.mark.parametrize("rule", [*ROWS, "of another version"])
def test_what_must_not_stand_in_a_prompt_nobody_signs_for_and_nothing_of_its_draft_is_kept(rule: str) -> None:
    row = row_of(rule)
    assert row.told != "rules" or row == ("draft", "rules", False, None)


def test_the_law_says_itself_what_would_prove_a_claim() -> None:
    text = "Grown without sprays."
    editor = with_packs([("shop.yaml", PACK)])
    (refusal,) = [one for one in editor.judge(brief(), text).refusals if one.rule == "claims"]
    assert missing(refusal, brief(), editor) == Missing(("farming",), ())
    assert missing(refusal, brief(), SHIPPED) is None


def test_whatever_is_refused_can_be_asked_about() -> None:
    for item in planted()[::7]:
        for refusal in judge(item.brief, item.text).refusals:
            found = missing(refusal, item.brief, SHIPPED)
            assert found is None or set(found.told) <= set(item.brief.facts)


def test_a_changed_number_is_told_beside_the_one_that_the_facts_have() -> None:
    draft = "The Nordvik Trail Bottle S8 weighs 0.63 kg."
    (refusal,) = judge(brief(kind=Kind.DESCRIPTION), draft).refusals
    found = missing(refusal, brief(), SHIPPED)
    assert found is not None
    assert [fact.value for fact in found.told] == ["0.36"]
