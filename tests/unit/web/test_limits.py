"""Nobody gets more than burst + rate x time, however many callers there are and however little room."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from workers.web.limits import Buckets, Rate

STEPS = st.lists(
    st.tuples(st.integers(0, 5), st.floats(0, 3, allow_nan=False)),
    max_size=200,
)


@given(STEPS, st.integers(1, 5), st.floats(0.1, 5), st.integers(1, 4))
def test_never_more_than_burst_and_rate_times_time(steps, burst, rate, room):
    buckets = Buckets(Rate(burst, rate), room)
    now = 100.0
    taken: dict[str, list[float]] = defaultdict(list)
    for number, seconds in steps:
        now += seconds
        caller = f"caller-{number}"
        if buckets.take(caller, now) == 0:
            taken[caller].append(now)
        assert len(buckets) <= room
    for moments in taken.values():
        for first, began in enumerate(moments):
            for last in range(first, len(moments)):
                assert last - first + 1 <= burst + rate * (moments[last] - began) + 1e-6


@given(st.integers(1, 5), st.floats(0.1, 5))
def test_who_waits_as_long_as_told_is_let_in(burst, rate):
    buckets = Buckets(Rate(burst, rate), 4)
    assert all(buckets.take("a", 0.0) == 0 for _ in range(burst))
    wait = buckets.take("a", 0.0)
    assert 0 < wait <= 1 / rate + 1e-9
    assert buckets.take("a", wait + 1e-6) == 0


def test_one_caller_does_not_take_from_another_while_there_is_room():
    buckets = Buckets(Rate(1, 1.0), 2)
    assert buckets.take("a", 0.0) == 0
    assert buckets.take("a", 0.0) > 0
    assert buckets.take("b", 0.0) == 0


def test_newcomers_share_a_bucket_while_no_other_is_full_again():
    buckets = Buckets(Rate(1, 1.0), 1)
    assert buckets.take("a", 0.0) == 0
    assert buckets.take("b", 0.0) == 0
    assert buckets.take("c", 0.0) > 0
    assert buckets.take("c", 5.0) == 0
    assert len(buckets) == 1


def test_who_drank_from_the_shared_bucket_does_not_begin_with_a_full_one():
    buckets = Buckets(Rate(2, 1.0), 1)
    assert [buckets.take("a", 0.0) for _ in range(2)] == [0, 0]
    assert [buckets.take("b", 1.9) for _ in range(2)] == [0, 0]
    assert buckets.take("b", 2.1) > 0
    assert len(buckets) == 1
