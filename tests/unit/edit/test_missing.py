"""Of a refused draft: which fact is missing, and what the facts say instead."""

import pytest

from schemas.kinds import Kind
from tests.unit.edit.briefs import brief
from tests.unit.edit.corpus.own_words import editor
from tests.unit.edit.corpus.planting import planted
from workers.edit.gate import RULES, SHIPPED, judge, with_packs
from workers.edit.missing import GROUNDED, Missing, missing
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
        ("material", "titanium", "en-US", (("material",), ["material"])),
        ("material", "钛", "zh-CN", (("material",), ["材质"])),
        ("colour", "teal", "en-US", (("colour",), [])),
        ("origin", "Norway", "en-US", (("origin",), [])),
        ("certificate", "FDA approved", "en-US", (("certification",), [])),
        ("terms", "lifetime warranty", "en-US", (("warranty",), ["warranty"])),
        ("feature", "dishwasher", "en-US", (("dishwasher_safe",), [])),
        ("name", "Brightwater", "en-US", (("brand",), ["name", "brand"])),
        ("denial", "not weigh 360 g", "en-US", ((), ["weight"])),
        ("unfounded", "nothing comes close", "en-US", ((), [])),
        ("contact", "www.example.com", "en-US", None),
        ("voice", "cheap", "en-US", None),
    ],
)
def test_the_fact_that_is_missing(
    rule: str, span: str, locale: str, wanted: tuple[tuple[str, ...], list[str]] | None
) -> None:
    assert told(rule, span, locale) == wanted


def test_the_law_says_itself_what_would_prove_a_claim() -> None:
    text = "Grown without sprays."
    editor = with_packs([("shop.yaml", PACK)])
    (refusal,) = [one for one in editor.judge(brief(), text).refusals if one.rule == "claims"]
    assert missing(refusal, brief(), editor) == Missing(("farming",), ())
    assert missing(refusal, brief(), SHIPPED) is None


def test_every_rule_about_facts_is_known_here() -> None:
    """Each rule that is none of these is wrong whatever the facts are: a new one is sorted by hand."""
    of_itself = {"empty", "control-characters", "placeholder", "contact", "markup", "length", "script", "repeats"}
    assert {rule.name for rule in (*RULES, *editor().rules)} == GROUNDED | of_itself | {"orders", "traits", "language"}


def test_whatever_is_refused_can_be_asked_about() -> None:
    for item in planted()[::7]:
        for refusal in judge(item.brief, item.text).refusals:
            found = missing(refusal, item.brief, SHIPPED)
            assert (found is not None) <= (refusal.rule in GROUNDED)
            assert found is None or set(found.told) <= set(item.brief.facts)


def test_a_changed_number_is_told_beside_the_one_that_the_facts_have() -> None:
    draft = "The Nordvik Trail Bottle S8 weighs 0.63 kg."
    (refusal,) = judge(brief(kind=Kind.DESCRIPTION), draft).refusals
    found = missing(refusal, brief(), SHIPPED)
    assert found is not None
    assert [fact.value for fact in found.told] == ["0.36"]
