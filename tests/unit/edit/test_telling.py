"""What a writer is told of its refused drafts: every rule, and no words that should not stand in a prompt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.edit.telling import MAX_TOLD, MAX_WORDS_CHARS, told, words_of
from workers.outcome import Refusal

RULES = ("numbers", "material", "voice", "claims", "unfounded", "length", "orders", "contact", "leaks", "name")


def test_the_rule_and_the_words_are_told() -> None:
    assert told((), [Refusal("numbers", "0.63 kg"), Refusal("voice", "cheap")]) == (
        Refusal("numbers", "0.63 kg"),
        Refusal("voice", "cheap"),
    )


@pytest.mark.parametrize("rule", ["orders", "contact", "markup", "placeholder", "traits", "control-characters"])
def test_of_a_draft_that_did_worse_no_words_are_repeated(rule: str) -> None:
    refusals = [Refusal("material", "silk"), Refusal(rule, "call 0800 1111")]
    assert told((), refusals) == (Refusal("material", ""), Refusal(rule, ""))


@pytest.mark.parametrize(
    "refusal",
    [
        Refusal("unfounded", "look no further"),
        Refusal("material", "s" * (MAX_WORDS_CHARS + 1)),
        Refusal("material", "ｓｉｌｋ"),
        Refusal("length", "163 characters, at most 155"),
    ],
)
def test_of_these_the_rule_alone(refusal: Refusal) -> None:
    assert told((), [refusal]) == (Refusal(refusal.rule, ""),)


@given(st.lists(st.lists(st.builds(Refusal, st.sampled_from(RULES), st.text(max_size=60)), max_size=5), max_size=6))
def test_what_was_told_stays_told_once_and_is_bounded(drafts: list[list[Refusal]]) -> None:
    known: tuple[Refusal, ...] = ()
    for refusals in drafts:
        more = told(known, refusals)
        assert more[: len(known)] == known
        known = more
    assert len(known) == len(set(known)) <= MAX_TOLD
    assert all(0 < len(word) <= MAX_WORDS_CHARS for word in words_of(known))
