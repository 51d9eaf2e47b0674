"""The gate's frame, and the table of planted faults."""

import re
import subprocess
import sys
from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.kinds import Kind
from schemas.outbound import MAX_SENTENCES, PublishedKind, PublishedSentence
from tests.unit.edit.briefs import BOTTLE, brief, fact
from tests.unit.edit.corpus.planting import planted
from tests.unit.edit.planted import PASSING, REFUSED
from workers.edit import reading, shape
from workers.edit.gate import RULES, RULES_VERSION, SHIPPED, SPAN_CHARS, SPANS_PER_RULE, judge, legible

NAMES = [rule.name for rule in RULES]


CHINESE = re.compile(r"[\u4e00-\u9fff]")


def judged(planted: str):
    """The verdict on a planted text; its prefixes say of what kind it is and in which language."""
    kind, locale = Kind.DESCRIPTION, "zh-CN" if CHINESE.search(planted) else "en-US"
    while match := re.match(r"(title|bullets|description|seo_title|meta|zh|en):", planted):
        prefix, planted = match[1], planted[match.end() :]
        if prefix in {"zh", "en"}:
            locale = {"zh": "zh-CN", "en": "en-GB"}[prefix]
        else:
            kind = Kind(prefix)
    return judge(brief(locale, kind), planted)


def rules_of(planted: str) -> set[str]:
    return {refusal.rule for refusal in judged(planted).refusals}


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in REFUSED.items() for text in texts])
def test_a_planted_fault_is_refused_by_its_rule(rule, text):
    assert rule in rules_of(text)


def test_the_words_that_are_told_stand_in_the_text_as_they_are_told():
    for text in (text for rule, texts in REFUSED.items() if rule != "length" for text in texts):
        told = [one.span for one in judged(text).refusals if one.rule != "length"]
        assert [span for span in told if span not in legible(text)] == []


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in PASSING.items() for text in texts])
def test_a_close_relative_of_the_fault_passes_its_rule(rule, text):
    assert rule not in rules_of(text)


@pytest.mark.parametrize("name", ["price range", "Price Range", "priceRange"])
def test_a_fact_that_no_lexicon_knows_vouches_for_words_about_it_however_its_name_is_written(name):
    told = replace(brief(), facts=(*BOTTLE, fact(name, "moderate")))
    assert {refusal.rule for refusal in judge(brief(), "The bottle is inexpensive.").refusals} >= {"comparison"}
    assert "comparison" not in {refusal.rule for refusal in judge(told, "The bottle is inexpensive.").refusals}


@pytest.mark.parametrize("rule", NAMES)
def test_every_rule_has_ten_planted_faults_and_ten_relatives_and_both_languages(rule):
    for table in (REFUSED, PASSING):
        texts = table[rule]
        assert len(set(texts)) == len(texts) >= 10
        chinese = [text for text in texts if text.startswith("zh:") or CHINESE.search(text)]
        assert 4 <= len(chinese) <= len(texts) - 4


def test_rules_stand_in_the_order_in_which_a_person_would_look():
    assert NAMES == [
        "empty", "control-characters", "placeholder", "contact", "markup", "length", "script", "numbers", "repeats",
        "orders", "conduct", "traits", "language", "material", "colour", "origin", "relation", "opposite",
        "provenance", "certificate", "award", "terms", "compatibility", "comparison", "feature", "denial", "name",
        "product", "unfounded", "claims",
    ]  # fmt: skip
    assert all(re.fullmatch(r"[a-z0-9-]{1,64}", name) for name in NAMES)


def test_a_true_draft_passes_and_each_sentence_names_its_facts():
    verdict = judge(brief(), "The bottle weighs 360 g. It shrugs off rust. It is made by Nordvik.")
    assert verdict.refusals == ()
    names = {fact.id: fact.name for fact in BOTTLE}
    assert [[names[f] for f in sentence.facts] for sentence in verdict.sentences] == [
        ["weight"],
        ["material"],
        ["brand"],
    ]


def test_a_draft_with_several_faults_is_told_all_of_them():
    assert rules_of("**As an AI, I say it weighs 9 kg, see shop.example.com**") >= {
        "placeholder", "contact", "markup", "numbers", "unfounded",
    }  # fmt: skip


def test_a_rule_shows_three_spans_at_most_and_each_is_short_and_printable():
    verdict = judge(brief(), "\x00\ud800" + "<b>" * 50 + "x" * 5000 + " 1 kg 2 kg 3 kg 4 kg 5 kg")
    counts = {name: [r.rule for r in verdict.refusals].count(name) for name in NAMES}
    assert max(counts.values()) == SPANS_PER_RULE
    assert all(len(refusal.span) <= 10 * SPAN_CHARS and refusal.span.isprintable() for refusal in verdict.refusals)
    assert all(refusal.span.encode() is not None for refusal in verdict.refusals)


def test_what_passes_fits_the_published_schema():
    assert PublishedSentence(text="x" * shape.MAX_SENTENCE_CHARS, facts=())
    with pytest.raises(ValueError, match="at most 600"):
        PublishedSentence(text="x" * (shape.MAX_SENTENCE_CHARS + 1), facts=())
    field = PublishedKind.model_fields["text"]
    assert any(getattr(bound, "max_length", None) == reading.MAX_TEXT_CHARS for bound in field.metadata)
    assert len(judge(brief(), "Warm. " * 500).sentences) == MAX_SENTENCES


def test_an_order_for_more_than_the_topic_holds_is_still_bound_by_the_topic():
    generous = replace(brief(), limits=replace(brief().limits, max_chars=100_000))
    assert "length" in {refusal.rule for refusal in judge(generous, "A bottle. " * 300).refusals}


SPEAKING = replace(brief(), facts=(fact("name", "You Are Here Map"), *BOTTLE[1:]))
"""Its name is no name to the rules: it is judged under another."""
DRAFTS = [
    *[(item.brief, item.text) for item in islice(planted(), 0, None, 97)],
    (SPEAKING, "The You Are Here Map is made of 18/10 stainless steel."),
    (SPEAKING, "You Are Here Map weighs 9 kg."),
    (brief(), ""),
    (brief(), "\ud800 1 kg"),
]


@given(drafts=st.lists(st.sampled_from(DRAFTS), max_size=200))
@settings(max_examples=20)
def test_drafts_that_are_judged_together_get_the_verdicts_that_each_gets_alone(drafts):
    assert SHIPPED.judge_all(drafts) == [judge(order, text) for order, text in drafts]


def test_the_rules_version_is_the_same_in_another_process():
    program = "from workers.edit.gate import RULES_VERSION; print(RULES_VERSION)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout.strip() == RULES_VERSION
    assert re.fullmatch(r"[0-9a-f]{16}", RULES_VERSION)
