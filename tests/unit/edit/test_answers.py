"""What is answered no is not said, what is answered yes is not denied, and what is said rests on a fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.edit.briefs import LIMITS, fact
from tests.unit.edit.corpus.answers import answers, order
from tests.unit.edit.corpus.fluent import fluent
from tests.unit.edit.corpus.truths import truths
from workers.edit.gate import judge
from workers.edit.grounding.polarity import Polarity, holds, polarity, stance
from workers.edit.grounding.strange import sets_the_scene
from workers.plan.brief import Brief, Kind

REACH = 0.95
HALVES = ("kept", "held", "late")


def refused(brief: Brief, text: str) -> bool:
    return bool(judge(brief, text).refusals)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("half", HALVES)
def test_what_an_answer_makes_false_is_refused(half: str, language: str) -> None:
    items = answers(half, language)
    missed = [item.lie for item in items if not refused(item.brief, item.lie)]
    assert len(items) > 80
    assert len(missed) <= (1 - REACH) * len(items), missed


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("half", HALVES)
def test_what_an_answer_makes_true_passes(half: str, language: str) -> None:
    told = [(item.truth, judge(item.brief, item.truth).refusals) for item in answers(half, language)]
    assert [(text, refusals) for text, refusals in told if refusals] == []


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("NFC", "yes", Polarity.AFFIRMS), ("NFC", "no", Polarity.DENIES), ("NFC", "Not included", Polarity.DENIES),
        ("NFC", "n/a", Polarity.SILENT), ("NFC", "-", Polarity.SILENT), ("NFC", "type 4", Polarity.TELLS),
        ("蓝牙", "支持", Polarity.AFFIRMS), ("蓝牙", "不支持", Polarity.DENIES), ("蓝牙", "不适用", Polarity.SILENT),
        ("organic", "non-organic", Polarity.DENIES), ("certification", "not certified", Polarity.DENIES),
        ("认证", "未认证", Polarity.DENIES), ("wheels", "0", Polarity.DENIES), ("wheels", "4", Polarity.TELLS),
        ("material", "none", Polarity.SILENT), ("brand", "Yes", Polarity.TELLS), ("finish", "non-slip", Polarity.TELLS),
    ],
)  # fmt: skip
def test_a_value_affirms_denies_tells_or_says_nothing(name: str, value: str, told: Polarity) -> None:
    assert polarity(name, value) is told
    assert holds(name, value) is (told in {Polarity.AFFIRMS, Polarity.TELLS})


@pytest.mark.parametrize(
    ("name", "value", "told", "label"),
    [
        ("latex free", "yes", Polarity.DENIES, "latex"), ("latex free", "no", Polarity.AFFIRMS, "latex"),
        ("不含酒精", "是", Polarity.DENIES, "酒精"), ("可用明火", "是", Polarity.AFFIRMS, "明火"),
        ("bluetooth version", "5.3", Polarity.TELLS, "bluetooth"), ("无线投屏", "是", Polarity.AFFIRMS, "无线投屏"),
    ],
)  # fmt: skip
def test_what_is_free_of_a_thing_denies_it(name: str, value: str, told: Polarity, label: str) -> None:
    assert stance(fact(name, value)) == (told, (label,))


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_name_and_value_have_a_polarity(name: str, value: str) -> None:
    polarity(name, value)
    stance(fact(name, value))


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ((("NFC", "no"), ("GPS tracker", "no"), ("radio", "no")), "No NFC, GPS tracker or radio."),
        ((("NFC", "no"), ("radio", "no")), "It has neither NFC nor radio."),
        ((("camera", "no"),), "There is room for your camera."),
        ((("handle", "no"),), "It is easy to handle."),
        ((("蓝牙", "否"), ("NFC", "否")), "没有蓝牙和NFC。"),
    ],
)
def test_several_denials_and_the_reader_s_own_things_are_no_lies(
    attributes: tuple[tuple[str, str], ...], text: str
) -> None:
    language = "en" if text.isascii() else "zh"
    assert "unfounded" not in {refusal.rule for refusal in judge(order(language, attributes), text).refusals}


@pytest.mark.parametrize(
    "text", ["No fuss, NFC included.", "It is not heavy and has NFC.", "Not only black but with NFC.", "不错的NFC。"]
)
def test_a_denial_of_something_else_denies_nothing_here(text: str) -> None:
    assert refused(order("en" if text.isascii() else "zh", (("NFC", "no"),)), text)


def test_a_word_within_another_fact_s_is_that_fact_s() -> None:
    facts = (fact("name", "Solway Filter Jug"), fact("filter", "no"), fact("colour", "black"))
    jug = Brief("p", Kind.DESCRIPTION, "en-GB", facts, LIMITS[Kind.DESCRIPTION], ())
    assert not refused(jug, "The Solway Filter Jug is black.")
    assert refused(jug, "The Solway Filter Jug has a filter.")


def test_each_sentence_of_true_copy_rests_on_facts_of_its_brief_or_only_sets_the_scene() -> None:
    """What says when or where, in words that say nothing of a product, states nothing: it may rest on no fact."""
    told = [(truth.brief, truth.text) for truth in truths()]
    told += [
        (one.brief, one.text) for name in ("first", "second") for lang in ("en", "zh") for one in fluent(name, lang)
    ]
    loose = []
    for brief, text in told:
        judged, known = judge(brief, text), {one.id for one in brief.facts}
        for sentence in judged.sentences:
            assert known.issuperset(sentence.facts)
            if not (sentence.facts or judged.refusals or sets_the_scene(sentence.text.lower())):
                loose.append((brief.product, sentence.text))
    assert loose == []


def test_what_speaks_of_an_attribute_rests_on_it_unless_it_says_another_value() -> None:
    shirt = (fact("name", "Solway Shirt"), fact("sleeve", "long"), fact("hooded", "no"))
    brief = Brief("p", Kind.DESCRIPTION, "en-GB", shirt, LIMITS[Kind.DESCRIPTION], ())
    assert judge(brief, "No hood on this one.").sentences[0].facts == (shirt[2].id,)
    assert refused(brief, "Short sleeves.")
