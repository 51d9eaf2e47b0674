from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.publish.fold import MAX_EDITION, Mark, edition_of, joined, next_edition, sender_of, told, witnessed

MARKS = st.lists(st.tuples(st.integers(0, 5), st.booleans()).map(tuple), min_size=1, max_size=8).map(
    lambda records: [
        (told if counts else witnessed)(edition, offset) for offset, (edition, counts) in enumerate(records)
    ]
)


@given(MARKS, st.randoms())
def test_a_fold_in_any_order_gives_the_same_mark(marks: list[Mark], chance) -> None:
    shuffled = [*marks, *chance.sample(marks, len(marks) // 2)]
    chance.shuffle(shuffled)
    assert reduce(joined, shuffled) == reduce(joined, marks)


@given(MARKS)
def test_the_visible_record_is_the_highest_edition_and_of_equal_ones_the_last(marks: list[Mark]) -> None:
    counting = [mark for mark in marks if mark.edition >= 0]
    held = reduce(joined, marks)
    best = max(((mark.edition, mark.offset) for mark in counting), default=(-1, -1))
    assert (held.edition, held.offset) == best


@given(MARKS)
def test_a_mark_is_outdone_when_and_only_when_another_record_stands_above_or_behind_it(marks) -> None:
    held = reduce(joined, marks)
    above = any(mark.seen > held.edition for mark in marks)
    behind = any(mark.last > held.offset for mark in marks)
    assert held.outdone == (above or behind)


def test_our_record_above_and_behind_a_strangers_is_not_outdone() -> None:
    assert not joined(told(300, 12), witnessed(200, 11)).outdone


def test_a_strangers_record_of_lower_edition_that_lands_last_outdoes_ours_for_compaction() -> None:
    assert joined(told(300, 12), witnessed(200, 13)).outdone


@pytest.mark.parametrize(
    ("header", "edition"),
    [
        (b"17", 17),
        (b"0", 0),
        (b"", 0),
        (None, 0),
        (b"-4", 0),
        (b" 4", 0),
        (b"4_0", 0),
        (b"%d" % MAX_EDITION, MAX_EDITION),
        (b"%d" % (MAX_EDITION + 1), 0),
        (b"9" * 18, 0),
        (b"9" * 19, 0),
        ("٤".encode(), 0),
    ],
)
def test_an_edition_is_ascii_digits_and_anything_else_is_none(header: bytes | None, edition: int) -> None:
    assert edition_of([("ce_id", b"9"), ("copydesk-edition", header)]) == edition


def test_a_record_without_our_headers_has_edition_0_and_no_sender() -> None:
    assert edition_of(()) == 0
    assert sender_of((("ce_id", b"x"),)) == b""


def test_the_next_edition_rises_even_when_the_clock_does_not() -> None:
    assert next_edition(1000, 400) == 1001
    assert next_edition(1000, 4000) == 4000
