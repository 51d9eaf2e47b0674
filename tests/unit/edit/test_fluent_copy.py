"""Free wording, true and false: how much of each the editor refuses.

A wrongly refused text costs an attempt, a missed lie is published. `BEFORE` is what rules that looked for parts on no
fact, not yet for words, made of each set; `SEEN_FIRST` what those of the day made of it before anything was changed for
it (of the first set the same); `HELD` what today's do, which may not get worse.
"""

import pytest

from tests.unit.edit.corpus.fluent import Fluent, fluent
from workers.edit.gate import judge

BEFORE = {
    ("first", "en"): (0.862, 0.271), ("first", "zh"): (0.932, 0.200),
    ("second", "en"): (0.831, 0.238), ("second", "zh"): (0.898, 0.423),
    ("third", "en"): (0.816, 0.500), ("third", "zh"): (0.970, 0.500),
    ("fourth", "en"): (0.794, 0.316), ("fourth", "zh"): (1.000, 0.500),
}  # fmt: skip
"""Of each set and language: the share of the false that was refused, and of the true."""
SEEN_FIRST = {
    ("first", "en"): (0.862, 0.271), ("first", "zh"): (0.932, 0.200),
    ("second", "en"): (0.958, 0.238), ("second", "zh"): (0.980, 0.269),
    ("third", "en"): (0.980, 0.269), ("third", "zh"): (1.000, 0.188),
    ("fourth", "en"): (0.971, 0.211), ("fourth", "zh"): (1.000, 0.083),
}  # fmt: skip
HELD = {
    ("first", "en"): (0.99, 0.05), ("first", "zh"): (0.99, 0.06),
    ("second", "en"): (0.97, 0.05), ("second", "zh"): (0.99, 0.04),
    ("third", "en"): (0.99, 0.12), ("third", "zh"): (0.99, 0.19),
    ("fourth", "en"): (0.97, 0.22), ("fourth", "zh"): (0.99, 0.00),
}  # fmt: skip


def share_refused(items: list[Fluent]) -> tuple[float, list[str]]:
    refused = [bool(judge(item.brief, item.text).refusals) for item in items]
    return sum(refused) / len(items), [item.text for item, one in zip(items, refused, strict=True) if one]


@pytest.mark.parametrize(("name", "language"), HELD)
def test_a_small_lie_in_a_fluent_sentence_is_refused(name: str, language: str) -> None:
    lies = [item for item in fluent(name, language) if item.kind]
    share, refused = share_refused(lies)
    assert share >= HELD[name, language][0], [item for item in lies if item.text not in refused]


@pytest.mark.parametrize(("name", "language"), HELD)
def test_what_the_facts_say_may_be_said_in_other_words(name: str, language: str) -> None:
    share, refused = share_refused([item for item in fluent(name, language) if not item.kind])
    assert share <= HELD[name, language][1], refused


@pytest.mark.parametrize("one", HELD)
def test_no_set_is_worse_than_at_first_sight(one: tuple[str, str]) -> None:
    """A bar is rounded by less than a hundredth."""
    for caught, refused in (BEFORE[one], SEEN_FIRST[one]):
        assert HELD[one][0] >= caught - 0.01
        assert HELD[one][1] <= refused + 0.01
