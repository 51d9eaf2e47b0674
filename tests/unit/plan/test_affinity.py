"""Affinity: what goes with what, that nobody makes it alone, and that memory has a bound."""

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.outbound_users import MAX_NEIGHBOURS
from tests.unit.plan.fit_logs import DAY, HOUR, NOW, PRODUCTS, act, logs, neighbours_of, visits_of
from workers.plan.affinity import Bounds, faded


def looked_at(*visits: str, action: str = "viewed"):
    """Each visit is of a user of its own."""
    steps = []
    for who, ids in enumerate(visits):
        steps += [act(len(steps) + n, who, letter, action) for n, letter in enumerate(ids)]
    return steps


def test_what_more_people_looked_at_together_is_nearer():
    found = neighbours_of(visits_of(looked_at("ab", "ab", "ab", "ac", "ac")))
    assert [name for name, _ in found["a"]] == ["b", "c"]
    assert found["a"][0][1] == 1000
    assert found["b"] == [("a", 1000)]


def test_a_pair_that_one_user_made_goes_with_nothing_however_often():
    alone = [act(n, 1, "ab", "purchased", at_ms=NOW + n * HOUR) for n in range(50)]
    assert neighbours_of(visits_of(alone)) == {}
    assert neighbours_of(visits_of([*alone, *looked_at("cd", "cd")])).keys() == {"c", "d"}


def test_one_user_adds_to_a_pair_once():
    often = [act(n, 7, "ab", at_ms=NOW + n * HOUR) for n in range(50)]
    once = [act(0, 7, "ab")]
    rest = looked_at("ab", "ac", "ac", "ac")
    # What is counted of fifty visits is the last of them, which has faded least.
    assert neighbours_of(visits_of(often, rest))["a"][0][0] == neighbours_of(visits_of(once, rest))["a"][0][0] == "c"


def test_what_was_bought_together_weighs_more_than_what_was_looked_at():
    bought = [act(n, n + 10, "ab", "purchased") for n in range(2)]
    seen = looked_at("ac", "ac")
    assert [name for name, _ in neighbours_of(visits_of(bought, seen))["a"]] == ["b", "c"]


def test_what_is_near_in_the_visit_weighs_more_than_what_is_far():
    found = neighbours_of(visits_of(looked_at("abcdefg", "abcdefg")))
    assert [name for name, _ in found["a"]] == list("bcdefg")


def test_what_was_lately_looked_at_weighs_more():
    old = [act(n, n, "ab", at_ms=NOW - 28 * DAY) for n in range(2)]
    new = [act(n + 2, n + 2, "ac", at_ms=NOW) for n in range(2)]
    found = dict(neighbours_of(visits_of(old, new))["a"])
    assert found["c"] == 1000
    assert 200 <= found["b"] <= 350, "a quarter is left, and what is popular counts less beside it"


def test_a_weight_fades_by_half_in_a_fortnight_and_grows_with_nobody():
    assert faded(1000, 14 * DAY) == 500
    assert faded(1000, -5 * DAY) == 1000
    assert faded(1000, 10_000 * DAY) == 0


def test_what_is_popular_with_everything_stands_below_what_goes_with_this():
    crowd = looked_at(*(f"x{letter}".replace("x", "j") for letter in "cdefghi" * 6))
    pair = [act(n, 100 + n, "ab") for n in range(3)]
    popular = [act(n, 200 + n, "aj") for n in range(3)]
    assert [name for name, _ in neighbours_of(visits_of(crowd, pair, popular))["a"]] == ["b", "j"]


def test_only_what_is_allowed_is_told_and_only_so_many():
    visits = visits_of(looked_at("abcdef", "abcdef"))
    found = dict(visits.neighbours([0, 2, 3, 4], most=2))
    assert set(found) == {0, 2, 3, 4}
    assert all(len(row) == 2 and {other for other, _ in row} <= {0, 2, 3, 4} for row in found.values())


@given(st.lists(logs(), min_size=1, max_size=3), st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_partitions_in_any_order_come_to_the_same(partitions, chance):
    # A user is at home in one partition: the others' users are others.
    apart = [
        [step._replace(event=step.event.model_copy(update={"user": f"{number}{step.event.user}"})) for step in log]
        for number, log in enumerate(partitions)
    ]
    mixed = chance.sample(apart, len(apart))
    one, other = visits_of(*apart, now_ms=NOW + 10 * DAY), visits_of(*mixed, now_ms=NOW + 10 * DAY)
    assert neighbours_of(one) == neighbours_of(other)
    assert one.popularity == other.popularity


@given(st.lists(logs(), min_size=1, max_size=3), st.integers(1, 5), st.integers(2, 30))
@settings(max_examples=30)
def test_no_bound_is_ever_passed(partitions, most, pairs):
    bounds = Bounds(row_kept=2, row_most=4, pairs=pairs)
    visits = visits_of(*partitions, bounds=bounds)
    assert visits.pairs <= pairs
    for name, row in neighbours_of(visits, most=most, min_users=1).items():
        assert 1 <= len(row) <= min(most, MAX_NEIGHBOURS, 4)
        weights = [weight for _, weight in row]
        assert weights == sorted(weights, reverse=True)
        assert weights[0] == 1000
        assert all(0 <= weight <= 1000 for weight in weights)
        assert name not in {other for other, _ in row}
        assert {other for other, _ in row} <= set(PRODUCTS)


@given(logs())
@settings(max_examples=40)
def test_a_product_has_as_many_users_as_had_to_do_with_it(log):
    told = {"viewed", "carted", "purchased"}
    expected = {
        name: {s.event.user for s in log if s.event.action in told and any(p.id == name for p in s.event.products)}
        for name in PRODUCTS
    }
    counted = visits_of(log).popularity
    assert [one.users for one in counted] == [len(expected[name]) for name in PRODUCTS]
