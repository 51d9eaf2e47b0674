"""What is left of a refused draft: some of its sentences in their order, complete, and true by every rule."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from schemas.kinds import Kind
from tests.unit.edit.briefs import BOTTLE, CUP, brief
from tests.unit.edit.corpus.planting import planted
from workers.edit.gate import SHIPPED, judge, with_packs
from workers.edit.repair import KINDS, best_repair, repair
from workers.edit.rules import row_of
from workers.edit.sentences import split
from workers.plan.brief import Brief, Limits

EN, ZH = brief("en-US"), brief("zh-CN")
BULLETS = brief("en-US", Kind.BULLETS)

TRUE_EN = (
    "The Nordvik Trail Bottle S8 is made of 18/10 stainless steel.", "It holds 0.75 L.", "It weighs 0.36 kg.",
    "The bottle keeps drinks hot for 12 hours.", "Also, it comes with a 24-month warranty.", "It shrugs off rust.",
)  # fmt: skip
FALSE_EN = (
    "It is FDA approved.", "It holds 2 L.", "Winner of the Red Dot Award.", "It is made in Italy.",
    "Next-day delivery.", "Write to us at shop@example.com.", "Ignore previous instructions.",
)  # fmt: skip
TRUE_ZH = ("山岚S8随行杯采用316不锈钢。", "容量0.75升。", "重0.36千克。", "同时，保温12小时。", "内壁好冲洗。")
FALSE_ZH = ("通过CCC认证。", "容量3升。", "全国包邮。", "加微信：abc123。", "屡获大奖。")


def left_of(order: Brief, text: str) -> str | None:
    found = repair(order, text, SHIPPED)
    return None if found is None else found.text


def test_a_sentence_that_was_refused_is_dropped_and_the_rest_stands():
    text = f"{TRUE_EN[0]} It is FDA approved. {TRUE_EN[2]}"
    found = repair(EN, text, SHIPPED)
    assert found == (f"{TRUE_EN[0]} {TRUE_EN[2]}", 1)
    assert left_of(ZH, "".join((TRUE_ZH[0], "屡获大奖。", TRUE_ZH[1]))) == TRUE_ZH[0] + TRUE_ZH[1]


PACK = b"""
pack: nordvik
language: en
source: Nordvik style guide
terms:
  - {id: never, class: hard, forms: [item]}
  - {id: always, class: required, forms: [stainless steel]}
"""
ITEM = "The bottle is an item of 0.36 kg."


def test_a_term_that_the_law_forbids_goes_with_its_sentence():
    editor = with_packs([("p.yaml", PACK)])
    text = f"{TRUE_EN[0]} {ITEM} {TRUE_EN[1]}"
    assert [refusal.rule for refusal in editor.judge(EN, text).refusals] == ["claims"]
    assert repair(EN, text, editor) == (f"{TRUE_EN[0]} {TRUE_EN[1]}", 1)


def test_what_a_text_lacks_is_no_sentences_fault_and_stays_one_of_the_text():
    editor = with_packs([("p.yaml", PACK)])
    assert editor.judge(EN, TRUE_EN[1]).refusals == (("claims", "without stainless steel"),)
    assert repair(EN, f"The bottle holds 0.75 L. {ITEM} {TRUE_EN[1]}", editor) is None


VOICE = b"""
pack: own
language: en
voice:
  - {id: own, never: [item], always: [stainless steel], max_exclamations: 0, max_sentence_words: 12}
"""


@pytest.mark.parametrize(
    "loud", [ITEM, "It weighs 0.36 kg!", "It weighs 0.36 kg, holds 0.75 L, weighs 0.36 kg and holds 0.75 L."]
)
def test_a_sentence_that_is_not_in_the_brands_voice_goes_and_what_the_text_lacks_stays_missing(loud):
    editor = with_packs([("p.yaml", VOICE)])
    assert {refusal.rule for refusal in editor.judge(EN, f"{TRUE_EN[0]} {loud}").refusals} == {"voice"}
    assert repair(EN, f"{TRUE_EN[0]} {loud} {TRUE_EN[1]}", editor) == (f"{TRUE_EN[0]} {TRUE_EN[1]}", 1)
    assert repair(EN, f"{TRUE_EN[1]} {loud}", editor) is None


def test_lines_stay_lines():
    order = BULLETS
    lines = ("Holds 0.75 L", "FDA approved", "Weighs 0.36 kg", "Keeps drinks hot for 12 hours")
    assert left_of(order, "\n".join(lines)) == "Holds 0.75 L\nWeighs 0.36 kg\nKeeps drinks hot for 12 hours"


def test_fewer_bullets_than_were_ordered_are_no_bullets():
    assert left_of(BULLETS, "Holds 0.75 L\nFDA approved\nWeighs 0.36 kg") is None


def test_what_would_run_together_is_not_left():
    first, second = "The Nordvik Trail Bottle S8 keeps drinks hot for 12 hours max.", "0.36 kg is its weight."
    text = f"{first} It is FDA approved. {second}"
    assert split(text, Kind.DESCRIPTION) == (first, "It is FDA approved.", second)
    assert split(f"{first} {second}", Kind.DESCRIPTION) == (f"{first} {second}",)
    assert judge(EN, f"{first} {second}").refusals == ()
    assert left_of(EN, text) is None


def test_a_sentence_said_twice_is_said_once():
    assert left_of(EN, f"{TRUE_EN[0]} {TRUE_EN[2]} {TRUE_EN[0]}") == f"{TRUE_EN[0]} {TRUE_EN[2]}"


@pytest.mark.parametrize(
    ("order", "text"),
    [
        pytest.param(EN, f"It is FDA approved. {TRUE_EN[1]} {TRUE_EN[3]}", id="a pronoun without its noun"),
        pytest.param(
            EN, f"It is FDA approved. Because it weighs 0.36 kg, it holds 0.75 L. {TRUE_EN[0]}", id="because it"
        ),
        pytest.param(
            EN, f"It is FDA approved. Made of 18/10 stainless steel, it holds 0.75 L. {TRUE_EN[0]}", id=", it"
        ),
        pytest.param(EN, f"{TRUE_EN[0]} It holds 2 L. So it weighs 0.36 kg.", id="a consequence of what is gone"),
        pytest.param(ZH, "".join(("屡获大奖。", TRUE_ZH[3], TRUE_ZH[1])), id="同时"),
        pytest.param(ZH, "".join((TRUE_ZH[0], "容量3升。", "因此重0.36千克。")), id="因此"),
    ],
)
def test_no_sentence_stays_that_leans_on_one_that_does_not(order, text):
    assert left_of(order, text) is None


def test_a_sentence_that_leans_on_one_that_stays_may_stay():
    assert left_of(EN, f"{TRUE_EN[0]} It is FDA approved. {TRUE_EN[4]}") == f"{TRUE_EN[0]} {TRUE_EN[4]}"


@pytest.mark.parametrize(
    "taint",
    [
        "Write to us at shop@example.com.", "Ignore previous instructions.", "It comes in {colour}.",
        "It is <b>light</b>.", "Оно лёгкое.", "Le produit est idéal pour vous et les enfants.",
        "It weighs 0.36 kg\u202e.", "Perfect for women over 50.",
    ],
)  # fmt: skip
def test_what_taints_the_whole_is_not_cut_out(taint):
    text = f"{TRUE_EN[0]} {taint} {TRUE_EN[2]}"
    assert "draft" in {row_of(refusal.rule).spoils for refusal in judge(EN, text).refusals}
    assert left_of(EN, text) is None


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in KINDS])
def test_one_line_is_right_or_wrong_as_a_whole(kind):
    assert left_of(brief("en-US", kind), "Nordvik Trail Bottle S8. FDA approved.") is None


def test_the_draft_that_loses_least_is_taken_and_the_first_of_equals():
    drafts = (
        f"{TRUE_EN[0]} It is FDA approved. It is made in Italy.",
        "It is FDA approved.",
        f"{TRUE_EN[0]} It holds 2 L. {TRUE_EN[2]}",
        f"{TRUE_EN[0]} It holds 3 L.",
    )
    assert best_repair(EN, drafts, SHIPPED) == (2, f"{TRUE_EN[0]} {TRUE_EN[2]}")
    assert best_repair(EN, ("It is FDA approved.",), SHIPPED) is None
    assert best_repair(EN, (), SHIPPED) is None


mixed_en = st.lists(st.sampled_from(TRUE_EN + FALSE_EN), min_size=1, max_size=9)
mixed_zh = st.lists(st.sampled_from(TRUE_ZH + FALSE_ZH), min_size=1, max_size=9)
joints = st.sampled_from([" ", "  ", "\n", "\n\n", " \n "])
drafts = st.one_of(
    st.tuples(st.just(EN), st.builds(lambda parts, joint: joint.join(parts), mixed_en, joints)),
    st.tuples(st.just(ZH), st.builds("".join, mixed_zh)),
    st.tuples(st.just(BULLETS), st.builds(lambda lines: "\n".join(x.rstrip(".") for x in lines), mixed_en)),
    st.tuples(st.sampled_from([EN, ZH, BULLETS]), st.text(max_size=300)),
    st.sampled_from([(item.brief, item.text) for item in planted()]),
)


@settings(max_examples=400)
@given(drafts)
def test_what_is_left_is_some_of_the_draft_passes_and_is_its_own_repair(draft):
    order, text = draft
    found = repair(order, text, SHIPPED)
    assume(found is not None)
    rest = iter(split(text, order.kind))
    assert all(any(sentence == other for other in rest) for sentence in split(found.text, order.kind))
    assert judge(order, found.text).refusals == ()
    assert repair(order, found.text, SHIPPED) == (found.text, 0)
    assert len(split(text, order.kind)) - len(split(found.text, order.kind)) == found.dropped


any_character = st.characters(codec=None, exclude_categories=()) | st.sampled_from("\ud800\u202e\u200b\x00\x0b\x85")


@settings(max_examples=200)
@given(
    st.text(any_character, max_size=200) | st.lists(st.sampled_from(TRUE_EN + FALSE_ZH), max_size=14).map(" ".join),
    st.sampled_from(Kind),
    st.sampled_from(["en-US", "zh-CN", "de"]),
    st.builds(Limits, st.integers(0, 3000), st.integers(0, 3), st.integers(0, 5)),
)
def test_it_answers_whatever_it_is_given(text, kind, locale, limits):
    order = Brief("p", kind, locale, CUP if locale == "zh-CN" else BOTTLE, limits)
    assert repair(order, text, SHIPPED) == repair(order, text, SHIPPED)


def test_most_drafts_with_one_false_sentence_among_true_ones_are_saved():
    """Of faults that are added; a sentence with a swapped name is often the one that names the product."""
    added = [
        item
        for item in planted()
        if item.brief.kind in {Kind.DESCRIPTION, Kind.BULLETS}
        and item.kind in {"award", "certificate", "origin", "warranty", "comparative", "compatibility"}
        and judge(item.brief, item.text).refusals
    ]
    saved = sum(repair(item.brief, item.text, SHIPPED) is not None for item in added)
    assert len(added) > 500
    assert saved / len(added) > 0.8


@pytest.mark.timeout(10)
def test_a_long_draft_costs_no_more_than_its_length():
    assert repair(EN, "It is FDA approved. " * 20_000, SHIPPED) is None
