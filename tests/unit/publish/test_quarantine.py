"""Dead letters have limits: a bad deploy stops the worker with nothing acknowledged, a bad feed stops nobody."""

from hypothesis import given
from hypothesis import strategies as st

from workers.publish.quarantine import Limits, Quarantine

LIMITS = Limits(run=5, share=0.5, window=10, sellers=3, hold_for=5.0)


def test_a_run_is_held_until_the_next_good_event_and_comes_out_in_order() -> None:
    ward: Quarantine[int] = Quarantine(LIMITS)
    assert [ward.bad("p", n, f"s{n}", 0.0) for n in range(3)] == [None] * 3
    assert ward.due("p", 4.9) == []
    assert ward.good("p") == [0, 1, 2]
    assert ward.good("p") == []


def test_a_run_of_many_sellers_reaches_the_limit() -> None:
    ward: Quarantine[int] = Quarantine(LIMITS)
    told = [ward.bad("p", n, f"s{n}", 0.0) for n in range(5)]
    assert told[:4] == [None] * 4
    assert "5 events in a row" in (told[4] or "")


def test_a_run_of_one_seller_never_does() -> None:
    ward: Quarantine[int] = Quarantine(LIMITS)
    assert {ward.bad("p", n, "s", 0.0) for n in range(500)} == {None}


def test_what_is_held_too_long_is_released_and_still_counts() -> None:
    ward: Quarantine[int] = Quarantine(LIMITS)
    for n in range(3):
        ward.bad("p", n, f"s{n}", 0.0)
    assert ward.due("p", 5.0) == [0, 1, 2]
    assert ward.bad("p", 3, "s3", 6.0) is None
    assert ward.bad("p", 4, "s4", 6.0) is not None


def test_more_than_the_share_of_a_full_window_reaches_the_limit() -> None:
    ward: Quarantine[int] = Quarantine(LIMITS)
    told = None
    for n in range(30):
        told = told or ward.bad("p", n, f"s{n}", 0.0)
        if n % 3 == 2:
            ward.good("p")
    assert "of the last 10" in (told or "")


def test_partitions_are_counted_apart_and_forgotten_when_given_up() -> None:
    ward: Quarantine[int] = Quarantine(LIMITS)
    for n in range(4):
        ward.bad("p", n, f"s{n}", 0.0)
        ward.bad("q", n, f"s{n}", 0.0)
    ward.forget("p")
    assert ward.good("p") == []
    assert ward.bad("q", 4, "s4", 0.0) is not None


@given(st.lists(st.one_of(st.none(), st.sampled_from("abcd")), max_size=60))
def test_nothing_is_lost_or_doubled_whatever_comes(events: list[str | None]) -> None:
    ward: Quarantine[int] = Quarantine(LIMITS)
    released: list[int] = []
    bad: list[int] = []
    for number, seller in enumerate(events):
        if seller is None:
            released += ward.good("p")
        else:
            bad.append(number)
            ward.bad("p", number, seller, float(number))
            released += ward.due("p", float(number))
    released += ward.full("p")
    assert released == bad
