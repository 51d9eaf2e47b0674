"""What is kept of a text: names and numbers are masked, and sketches are as alike as the texts are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.kinds import Kind
from tests.unit.edit.briefs import brief, fact
from workers.edit.sameness import outline
from workers.edit.sameness.outline import SLOTS, Outline, Sketches, lines_of, outline_of, tokens_of
from workers.plan.brief import Brief, Fact, Limits

NAMING = (fact("name", "Bowl of the Fjord, Set of 4"), fact("brand", "Nordvik"), fact("type", "mug"))
MUGS = Brief("p", Kind.DESCRIPTION, "en-GB", NAMING, Limits(1000))


def outlined(order: Brief, text: str) -> Outline:
    return outline_of(lines_of(order, text), order.locale)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The Nordvik mug holds 350 ml.", "the … holds 0 ml"),
        ("NORDVIK mugs: 1,200ml, 18.5 cm!", "… 0 ml 0 cm"),
        ("Bowl of the Fjord is a bowl of soup", "… of the … is a … of soup"),
    ],
)
def test_brand_name_type_and_numbers_are_masked_and_small_words_are_not(text, tokens):
    assert " ".join(tokens_of(MUGS, text)) == tokens


def test_chinese_is_read_by_characters_and_its_names_are_masked_whole():
    order = brief("zh-CN")
    assert "".join(tokens_of(order, "山岚S8随行杯容量0.75升，Shanlan出品")) == "…容量0升…出品"
    assert "".join(tokens_of(order, "随行杯重0.36千克")) == "…重0千克"


def test_a_model_number_is_a_part_of_the_name():
    order = brief("en-US")
    assert tokens_of(order, "The Nordvik Trail Bottle S8 weighs 0.36 kg")[:3] == ["the", "…", "weighs"]


def test_each_bullet_has_an_opening_of_its_own_and_no_shingle_spans_two():
    order = brief("en-US", Kind.BULLETS)
    told = outlined(order, "Holds 0.75 L of tea\n\nWeighs 0.36 kg in all")
    assert told.openings == ("holds 0 l of", "weighs 0 kg in")
    assert told.sketch == outlined(order, "Weighs 0.36 kg in all\nHolds 0.75 L of tea").sketch


def test_a_sketch_is_the_same_in_every_process():
    """It is compared with those of texts that another process may have read."""
    sketch = outlined(MUGS, "The Nordvik mug holds 350 ml.").sketch
    assert sketch[:32].hex() == "35" * 8 + "6e" * 7 + "dd" * 7 + "35" * 10
    assert sketch[32:].hex() == "27" * 9 + "aa" * 8 + "af" * 4 + "27" * 11


words = st.sampled_from([f"w{letter}{other}" for letter in "abcdefghij" for other in "abcdefgh"])
texts = st.lists(words, min_size=30, max_size=80, unique=True)


def _shared(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other)


@settings(max_examples=300)
@given(texts, texts, st.integers(0, 30))
def test_sketches_are_as_alike_as_their_shingles(one, other, common):
    mine, theirs = set(one), set(other[common:]) | set(one[:common])
    sketches = Sketches()
    sketches.put(0, outline._sketch(theirs))
    sketches.put(1, outline._sketch(mine))
    told = sketches.alike(outline._sketch(mine))
    assert abs(told[0] / SLOTS - _shared(mine, theirs)) < 0.4
    assert told[1] == SLOTS


def test_the_estimate_errs_by_six_hundredths():
    """Root of the mean square, over texts of fifty shingles."""
    errors = []
    for number in range(400):
        mine = {f"{number}-{n}" for n in range(50)}
        kept = number % 51
        theirs = {f"{number}-{n}" for n in range(kept)} | {f"{number}+{n}" for n in range(50 - kept)}
        sketches = Sketches()
        sketches.put(0, outline._sketch(theirs))
        errors.append((sketches.alike(outline._sketch(mine))[0] / SLOTS - _shared(mine, theirs)) ** 2)
    assert (sum(errors) / len(errors)) ** 0.5 < 0.07


def test_rows_are_replaced_one_by_one():
    first, second, third = (outline._sketch({f"{name}{n}" for n in range(40)}) for name in "abc")
    sketches = Sketches()
    assert sketches.alike(first) == b""
    for row, sketch in enumerate((first, second)):
        sketches.put(row, sketch)
    sketches.put(0, third)
    assert [number == SLOTS for number in sketches.alike(third)] == [True, False]
    assert [number == SLOTS for number in sketches.alike(second)] == [False, True]
    assert max(sketches.alike(first)) < SLOTS / 2


any_character = st.characters(codec=None, exclude_categories=()) | st.sampled_from("\ud800\u202e…0\n")


@settings(max_examples=200)
@given(st.text(any_character, max_size=200), st.sampled_from(Kind), st.sampled_from(["en-US", "zh-CN", "de", "xx"]))
def test_any_text_has_an_outline(text, kind, locale):
    order = Brief("p", kind, locale, (*NAMING, Fact("0" * 16, "name", text)), Limits(1000))
    assert outlined(order, text) == outlined(order, text)
    assert len(outlined(order, text).sketch) == SLOTS


@pytest.mark.timeout(20)
@pytest.mark.parametrize("text", ["1" * 100_000, "。" * 100_000, "mug " * 25_000, "山" * 100_000, "a1" * 50_000])
def test_time_is_linear_in_the_text(text):
    outlined(MUGS, text)
