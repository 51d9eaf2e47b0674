"""What is said of anybody's health: held back by the law, whatever a seller's facts say; its neighbours pass."""

import pytest

from tests.unit.edit.briefs import fact
from tests.unit.edit.law.corpus import THING, brief_of, lines, terms
from workers.edit.gate import judge
from workers.edit.rules import row_of

LOCALES = {"en": ("en-US", "en-GB", "en-IE"), "zh": ("zh-CN",)}
SPOKEN = [(language, locale) for language, locales in LOCALES.items() for locale in locales]
HELD_OUT = {"en": 0.95, "zh": 0.92}
"""Of the half that nobody has mended the packs by: what was found when the packs were written, less a sentence."""


def claimed(language: str) -> list[str]:
    return [line.split(" | ")[1] for line in lines(f"health_{language}.txt")]


@pytest.mark.parametrize(("language", "locale"), SPOKEN)
def test_whatever_the_statutes_speak_of_is_held_back(language, locale):
    known, held_out = claimed(language)[::2], claimed(language)[1::2]
    assert min(len(known), len(held_out)) >= 60
    assert [text for text in known if not terms(text, brief_of(locale))] == []
    missed = [text for text in held_out if not terms(text, brief_of(locale))]
    assert len(missed) <= (1 - HELD_OUT[language]) * len(held_out), missed


@pytest.mark.parametrize(("language", "locale"), SPOKEN)
def test_what_is_no_claim_of_health_passes(language, locale):
    texts = lines(f"health_let_pass_{language}.txt")
    assert len(texts) >= 100
    refused = {text: caught for text in texts if (caught := terms(text, brief_of(locale)))}
    assert len(refused) <= 0.02 * len(texts), refused


@pytest.mark.parametrize(
    ("locale", "name", "claim"),
    [
        ("zh-CN", "功效", "缓解颈椎病"),
        ("zh-CN", "特点", "杀灭病毒"),
        ("zh-CN", "功能", "护肝明目"),
        ("en-GB", "effect", "Cures back pain"),
        ("en-US", "benefit", "Burns fat"),
        ("en-IE", "use", "Fights acne"),
    ],
)
def test_a_seller_who_says_so_proves_nothing_and_no_person_may_overrule_it(locale, name, claim):
    refused = judge(brief_of(locale, (*THING, fact(name, claim))), f"{claim}.").refusals
    assert "claims" in {one.rule for one in refused}
    assert not row_of("claims").overruled


@pytest.mark.parametrize(
    ("locale", "text", "licence"),
    [
        ("zh-CN", "缓解颈椎病。", fact("医疗器械注册证", "京械注准20252090001")),
        ("zh-CN", "祛痘。", fact("化妆品备案编号", "沪G妆网备字2025000001")),
        ("en-GB", "Relieves back pain.", fact("certification", "UK MDR class IIa")),
        ("en-US", "Fights acne.", fact("drug_facts", "benzoyl peroxide 5 %")),
    ],
)
def test_what_is_licensed_for_it_may_say_so(locale, text, licence):
    assert terms(text, brief_of(locale))
    assert terms(text, brief_of(locale, (*THING, licence))) == set()


def test_no_licence_lets_a_cancer_be_cured():
    order = brief_of("en-GB", (*THING, fact("certification", "UK MDR class IIa")))
    assert terms("Prevents cancer.", order) == {"health-cancer"}


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-US", "C.u.r.e.s b@ck p4in."),
        ("en-GB", "Fіghts асnе."),
        ("zh-CN", "治bing。"),
        ("zh-CN", "冶疗失眠。"),
        ("zh-CN", "治寮失眠。"),
        ("zh-CN", "国佳级。"),
        ("zh-CN", "苐一。"),
        ("zh-CN", "弟①。"),
        ("zh-CN", "T0级。"),
        ("zh-CN", "榜一。"),
    ],
)
def test_a_disguise_is_seen_through(locale, text):
    assert terms(text, brief_of(locale))


def test_a_book_speaks_of_illness_and_heals_nobody():
    book = (fact("type", "book"), fact("title", "The Sound of Sleep"))
    text = "Twelve chapters on how to treat insomnia."
    assert terms(text, brief_of("en-GB", book)) == set()
    assert terms(text, brief_of("en-GB"))
