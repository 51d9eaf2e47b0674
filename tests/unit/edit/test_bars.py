"""The editor's bars: how many planted faults it catches, how often true copy alarms it. No bar may get worse.

`bar` is the aim; `HELD` is what holds today where that is less: nothing, at present. The whole table is
printed by `python -m tests.bench.editor`.
"""

from collections import Counter
from functools import cache

import pytest

from tests.unit.edit.corpus import denied
from tests.unit.edit.corpus.planting import JOINTS, STRICT, added_from, hung_on, innocent, planted
from tests.unit.edit.corpus.truths import Item
from tests.unit.edit.corpus.unseen import UNSEEN
from workers.edit.gate import judge
from workers.plan.lexicon import language_of

AT_LEAST = 2000
FALSE_ALARMS = 0.01
EVERY_NTH = 3
"""Of the innocent texts: the bench reads all of them."""
HELD: dict[tuple[str, str], float] = {}
"""(kind, language): the share that is caught today, where the aim is higher."""

KINDS = tuple(
    "award brand certificate colour comparative compatibility language material negation number origin product unit"
    " warranty".split()
)
REACH = 0.95
"""Of wordings that the rules' author had not in mind, in a sentence of their own or at the end of a true one."""


@cache
def caught(item: Item) -> bool:
    return bool(judge(item.brief, item.text).refusals)


def bar(kind: str) -> float:
    return 0.99 if kind in STRICT else 0.95


def test_there_are_enough_faults_of_every_kind_in_both_languages() -> None:
    kinds = Counter((item.kind, item.language) for item in planted())
    assert sum(kinds.values()) >= AT_LEAST
    assert set(kinds) == {(kind, language) for kind in KINDS for language in ("en", "zh")}
    assert min(kinds.values()) >= 70


def test_a_fault_is_a_change() -> None:
    """What was planted stands in the text: no item is a true text that slipped in."""
    assert all(item.span.rstrip(".。") in item.text for item in planted())


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", KINDS)
def test_planted_faults_are_caught(kind: str, language: str) -> None:
    items = [item for item in planted() if (item.kind, item.language) == (kind, language)]
    share = sum(map(caught, items)) / len(items)
    missed = [(item.span, item.text[:120]) for item in items if not caught(item)][:5]
    assert share >= HELD.get((kind, language), bar(kind)), missed


@pytest.mark.parametrize("language", ["en", "zh"])
def test_true_copy_in_any_dress_is_hardly_ever_refused(language: str) -> None:
    texts = [(brief, text) for brief, text in innocent()[::EVERY_NTH] if language_of(brief.locale) == language]
    assert len(texts) > 1000
    refused = [(text[:120], refusals) for brief, text in texts if (refusals := judge(brief, text).refusals)]
    assert len(refused) <= FALSE_ALARMS * len(texts), refused[:5]


def test_the_rules_reach_beyond_the_wordings_they_were_written_for() -> None:
    items = added_from(UNSEEN)
    assert len(items) > 90
    assert sum(map(caught, items)) >= REACH * len(items), [item.span for item in items if not caught(item)]


@pytest.mark.parametrize("joint", JOINTS)
def test_what_is_added_to_a_true_sentence_is_found_there(joint: str) -> None:
    items = added_from(UNSEEN)
    missed = [text for item in items if not judge(item.brief, text := hung_on(item, joint)).refusals]
    assert len(missed) <= (1 - REACH) * len(items), missed[:5]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("shelf", [denied.SEEN, denied.UNSEEN], ids=["seen", "unseen"])
def test_what_is_true_may_not_be_denied(shelf: denied.Shelf, language: str) -> None:
    items = [item for item in denied.denied(shelf) if item.language == language]
    assert len(items) >= 600
    missed = [item.text for item in items if not caught(item)]
    assert len(missed) <= (1 - REACH) * len(items), missed[:5]
