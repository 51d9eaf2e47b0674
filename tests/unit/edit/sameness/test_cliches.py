"""Worn phrases: found however they are set, never in what we write ourselves, never in a product's own name."""

import pytest

from tests.unit.edit.briefs import brief, fact
from tests.unit.edit.corpus.truths import truths
from workers.edit.sameness.cliches import CHINESE, ENGLISH, worn_in
from workers.edit.sameness.outline import tokens_of
from workers.edit.sameness.shelves import Shelves
from workers.plan.benefits import load
from workers.plan.brief import Brief

EN, ZH = brief("en-US"), brief("zh-CN")


def found(order: Brief, text: str) -> list[str]:
    return [refusal.span for refusal in Shelves().compare(order, text).refusals if refusal.rule == "cliche"]


@pytest.mark.parametrize("phrase", ENGLISH)
def test_each_phrase_is_found_in_a_sentence_however_it_is_set(phrase):
    wanted = phrase.replace("'", " ")
    assert wanted in worn_in(tokens_of(EN, f"So, {phrase.upper().replace(' ', '  ')}: 12 hours."), "en-US")
    assert wanted in worn_in(tokens_of(EN, f"{phrase.replace(chr(39), '’')}"), "en-GB")
    assert found(EN, f"It is{phrase}ly made") == []


@pytest.mark.parametrize("phrase", CHINESE)
def test_each_chinese_phrase_is_found(phrase):
    assert phrase in worn_in(tokens_of(ZH, f"这款产品，{phrase}，容量0.75升。"), "zh-CN")


def test_of_many_the_first_three_are_told_and_all_count():
    text = "Elevate your day. Look no further. A game changer. Say goodbye to spills."
    told = Shelves().compare(EN, text)
    assert [refusal.span for refusal in told.refusals] == ["elevate your", "look no further", "a game changer"]
    assert told.degree >= 4


def test_they_are_asked_of_their_own_language():
    assert found(ZH, "Elevate your day") == []
    assert found(EN, "匠心") == []
    assert worn_in(["elevate", "your"], "de-DE") == []


def test_a_product_that_is_called_so_may_be_called_so():
    named = Brief("p", EN.kind, "en-US", (fact("name", "Elevate Your Desk Stand"),), EN.limits)
    assert found(named, "The Elevate Your Desk Stand is 12 cm high.") == []
    assert found(EN, "Elevate your desk.") == ["elevate your"]


def test_nothing_that_we_write_ourselves_is_worn():
    """Neither what the realiser says of any listing, nor what a benefit permits."""
    told = [(truth.brief, truth.text) for truth in truths()]
    told += [(EN, text) for row in load().rows for text in row.en.values()]
    told += [(ZH, text) for row in load().rows for text in row.zh.values()]
    assert len(told) > 1000
    assert [(text, worn) for order, text in told if (worn := found(order, text))] == []
