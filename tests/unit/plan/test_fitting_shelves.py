"""Shelves: what is popular, what is new, and what is on none."""

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.outbound_users import MAX_ON_SHELF
from workers.plan.affinity import Popularity
from workers.plan.fitting_shelves import MAX_NEW, NEW_FOR_MS, Offered, named, shelves

NOW = 1_750_000_000_000
LONG_AGO = NOW - 10 * NEW_FOR_MS
MUG = ("t:mug", "c:kitchen")


def old(*facets: str, in_stock: bool = True) -> Offered:
    return Offered(facets, LONG_AGO, in_stock)


def liked(weight: int, users: int = 2) -> Popularity:
    return Popularity(weight, users, LONG_AGO)


def placed(offered, popularity):
    return {name: [number for number, _ in row] for name, row in shelves(offered, popularity, NOW)}


def test_a_product_stands_on_the_shelves_of_its_facets_and_on_that_of_everything_by_popularity():
    found = dict(shelves([old(*MUG), old("t:bowl", "c:kitchen"), old("t:lamp")], [liked(5), liked(10), liked(1)], NOW))
    assert found["*"] == ((1, 1000), (0, 500), (2, 100))
    assert found["c:kitchen"] == ((1, 1000), (0, 500))
    assert found["t:mug"] == ((0, 1000),)
    assert set(found) == {"*", "c:kitchen", "t:mug", "t:bowl", "t:lamp"}


def test_what_is_out_of_stock_is_on_no_shelf():
    assert placed([old(*MUG, in_stock=False), old("c:kitchen")], [liked(10), liked(1)]) == {"*": [1], "c:kitchen": [1]}


def test_nobody_lifts_a_product_alone():
    assert placed([old(*MUG), old("c:kitchen")], [liked(1_000_000, users=1), liked(1)])["*"] == [1]


def test_what_is_new_is_shown_before_anybody_has_seen_it_and_what_is_old_is_not():
    new = Offered(MUG, NOW - NEW_FOR_MS // 2)
    found = dict(shelves([new, old(*MUG), old(*MUG)], [Popularity(), Popularity(), liked(1000)], NOW))
    assert found["t:mug"] == ((2, 1000), (0, 150))


def test_a_lift_fades_and_ends():
    ages = (0, NEW_FOR_MS // 2, NEW_FOR_MS)
    offered = [*(Offered((), NOW - age) for age in ages), old()]
    found = dict(shelves(offered, [*(Popularity() for _ in ages), liked(100_000)], NOW))["*"]
    assert found == ((3, 1000), (0, 300), (1, 150))


def test_what_people_have_long_had_to_do_with_is_not_new_when_its_record_is_written_again():
    again = Offered((), NOW)
    seen = Popularity(0, 1, LONG_AGO)
    assert placed([again, old()], [seen, liked(1)])["*"] == [1]


def test_a_large_delivery_does_not_push_out_what_people_want():
    new = [Offered((), NOW)] * 200
    popular = [old()] * MAX_ON_SHELF
    weights = [liked(1000 - number) for number in range(MAX_ON_SHELF)]
    shelf = placed([*popular, *new], [*weights, *(Popularity() for _ in new)])["*"]
    assert len(shelf) == MAX_ON_SHELF
    assert sum(number >= MAX_ON_SHELF for number in shelf) <= MAX_NEW


def test_without_any_popularity_what_is_new_is_there():
    assert placed([Offered((), NOW), Offered((), NOW - 1000 * 3600 * 24)], [Popularity(), Popularity()])["*"] == [0, 1]


def test_numbers_become_ids():
    assert named([(1, 1000), (0, 3)], ["a", "b"]) == (("b", 1000), ("a", 3))


products = st.builds(
    Offered,
    st.lists(st.sampled_from(["t:mug", "c:kitchen", "b:1f3a9c", "p:2"]), unique=True, max_size=4).map(tuple),
    st.integers(NOW - 2 * NEW_FOR_MS, NOW + NEW_FOR_MS),
    st.booleans(),
)
counts = st.builds(Popularity, st.integers(0, 10**9), st.integers(0, 5), st.integers(LONG_AGO, NOW))


@given(st.lists(st.tuples(products, counts), max_size=80))
@settings(max_examples=40)
def test_a_shelf_is_bounded_sorted_and_holds_what_is_in_stock_and_of_its_facet(pairs):
    offered, popularity = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    for name, row in shelves(offered, popularity, NOW):
        assert 1 <= len(row) <= MAX_ON_SHELF
        weights = [weight for _, weight in row]
        assert weights == sorted(weights, reverse=True)
        assert weights[0] == 1000
        assert all(0 <= weight <= 1000 for weight in weights)
        assert len({number for number, _ in row}) == len(row)
        assert all(offered[number].in_stock for number, _ in row)
        assert name == "*" or all(name in offered[number].facets for number, _ in row)
