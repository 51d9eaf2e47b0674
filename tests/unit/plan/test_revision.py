"""Revisions: the laws that make a group of waiting snapshots the same as handling them one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.reasons import Reason
from workers.plan.revision import NOTHING, Revision, Snapshot, advance, fold

snapshots = st.lists(st.tuples(st.sampled_from([None, 0, 1, 2, 3]), st.booleans()), min_size=1, max_size=12).map(
    lambda rows: [Snapshot(offset, version, delisting) for offset, (version, delisting) in enumerate(rows)]
)


def one_by_one(known: Revision, events: list[Snapshot]) -> Revision:
    for event in events:
        step = advance(known, event)
        known = known if isinstance(step, Reason) else step
    return known


@given(events=snapshots, cut=st.integers(0, 12))
def test_a_fold_is_the_same_as_one_by_one_wherever_it_is_cut(events: list[Snapshot], cut: int) -> None:
    whole = one_by_one(NOTHING, events)
    assert fold(NOTHING, events).revision == whole
    first = fold(NOTHING, events[:cut]).revision
    assert fold(first, events[cut:]).revision == whole


@given(events=snapshots)
def test_applying_the_winner_again_changes_nothing(events: list[Snapshot]) -> None:
    result = fold(NOTHING, events)
    if result.winner is not None:
        assert advance(result.revision, events[result.winner]) == result.revision


@given(events=snapshots, again=st.integers(0, 11))
def test_an_older_event_that_comes_again_never_moves_the_revision_back(events: list[Snapshot], again: int) -> None:
    after = one_by_one(NOTHING, events)
    step = advance(after, events[again % len(events)])
    assert isinstance(step, Reason) or step == after


@given(events=snapshots)
def test_exactly_one_event_of_a_group_wins_or_none(events: list[Snapshot]) -> None:
    result = fold(NOTHING, events)
    wins = [index for index, reason in enumerate(result.reasons) if reason is None]
    assert wins == ([] if result.winner is None else [result.winner])


@pytest.mark.parametrize(
    ("known", "event", "expected"),
    [
        (Revision(5, 10), Snapshot(11, 4), Reason.VERSION_WENT_BACK),
        (Revision(5, 10), Snapshot(9, 4), Reason.OLDER_REVISION),
        (Revision(5, 10), Snapshot(9, 5), Reason.OLDER_REVISION),
        (Revision(5, 10), Snapshot(9, 6), Revision(6, 9)),
        (Revision(5, 10), Snapshot(11), Revision(5, 11)),
        (Revision(5, 10), Snapshot(12, delisting=True), Revision(0, 12, 12)),
        (Revision(0, 12, 12), Snapshot(13, 1), Revision(1, 13, 12)),
        (Revision(1, 13, 12), Snapshot(11, 9), Reason.BEFORE_DELISTING),
        (Revision(0, 12, 12), Snapshot(12, delisting=True), Revision(0, 12, 12)),
        (Revision(1, 13, 12), Snapshot(12, delisting=True), Reason.OLDER_REVISION),
    ],
)
def test_the_tables_of_revisions(known: Revision, event: Snapshot, expected: Revision | Reason) -> None:
    assert advance(known, event) == expected
