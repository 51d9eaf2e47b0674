"""Free wording, true and false: how much of each the editor refuses.

A wrongly refused text costs an attempt, a missed lie is published.
"""

import pytest

from tests.unit.edit.corpus.fluent import Fluent, fluent
from workers.edit.gate import judge

HELD = {
    ("first", "en"): (0.99, 0.05), ("first", "zh"): (0.99, 0.06),
    ("second", "en"): (0.97, 0.05), ("second", "zh"): (0.99, 0.04),
    ("third", "en"): (0.99, 0.12), ("third", "zh"): (0.99, 0.19),
    ("fourth", "en"): (0.97, 0.22), ("fourth", "zh"): (0.99, 0.00),
    ("fifth", "en"): (0.99, 0.31), ("fifth", "zh"): (0.99, 0.48),
    ("sixth", "en"): (0.99, 0.43), ("sixth", "zh"): (0.99, 0.46),
    ("seventh", "en"): (0.95, 0.27), ("seventh", "zh"): (0.93, 0.27),
}  # fmt: skip
"""Of each set and language: the share of the false that is refused, at least, and of the true, at most."""


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
