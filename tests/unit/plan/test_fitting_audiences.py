"""A fit's audiences: who is in them, what they are called, which ids they keep; and that none is too small."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.codec import decode_own, encode
from schemas.outbound_users import MAX_CENTRE, AudienceSet, AudienceWords, FittedAudience
from tests.unit.plan.test_audience import CLOSED, DENIED
from workers.plan.audience import EVERYONE, RULED, Audience, Audiences, assign, named
from workers.plan.audience_words import LEANINGS, WITHHELD, closed
from workers.plan.fitting import audiences_in
from workers.plan.fitting_audiences import entry_of, fitted, ks_for, row_of, standing_in

ENOUGH = 20_000
KITCHEN = {"t:mug": ENOUGH, "c:kitchen": ENOUGH // 2, "p:1": 5000}
BOOKS = {"t:novel": ENOUGH, "c:books": ENOUGH, "p:0": 2000}
GARDEN = {"c:garden": ENOUGH, "k:terracotta": 9000}
LITTLE = {"t:mug": 3000}


def crowd(*groups: tuple[dict[str, int], int]) -> tuple[list[dict[str, int]], list[int]]:
    """Users, and the cluster of each that has a row."""
    users = [likes for likes, number in groups for _ in range(number)]
    labels = [label for label, (likes, number) in enumerate(groups) for _ in range(number) if row_of(likes)]
    return users, labels


def test_each_cluster_of_enough_users_is_an_audience_with_its_name_size_and_centre():
    fit = fitted(*crowd((KITCHEN, 30), (BOOKS, 25), (LITTLE, 10)), (), 20)
    kitchen, books = sorted(fit.audiences, key=lambda one: -one.size)
    assert (kitchen.size, books.size, fit.users, fit.apart) == (30, 25, 65, 10)
    assert kitchen.facets[0] == "c:kitchen"
    assert books.facets == named(books.centre)
    assert max(kitchen.centre.values()) == 1000
    assert {kitchen.parent, books.parent} == {"everyone"}
    assert fit.old == frozenset()


def test_an_audience_keeps_its_id_over_a_refit_where_it_is_alike():
    first = fitted(*crowd((KITCHEN, 30), (BOOKS, 25)), (), 20)
    again = fitted(*crowd((GARDEN, 40), (BOOKS | {"p:2": 900}, 21), (KITCHEN, 30)), first.audiences, 20)
    ids = {one.id: one.facets[0] for one in again.audiences}
    assert again.old == {one.id for one in first.audiences} <= set(ids)
    assert len(ids) == 3
    before = {one.id: one.facets[0] for one in first.audiences}
    assert all(ids[name] == facet for name, facet in before.items())


def test_two_clusters_with_one_name_are_one_audience():
    fit = fitted(*crowd((GARDEN, 15), ({**GARDEN, "b:1f3a9c": 500}, 15)), (), 20)
    (garden,) = fit.audiences
    assert garden.size == 30


def test_too_few_users_go_to_the_department_that_enough_of_them_have_in_common():
    mugs, pans = {"t:mug": 4 * ENOUGH, "k:red": ENOUGH * 3}, {"t:frying-pan": 4 * ENOUGH, "k:black": ENOUGH * 3}
    fit = fitted(*crowd((mugs, 12), (pans, 12), (BOOKS, 30)), (), 20)
    by_id = {one.id: one for one in fit.audiences}
    assert by_id["kitchen"].facets == ("c:kitchen",)
    assert by_id["kitchen"].size == 24
    assert len(by_id) == 2


def test_too_few_users_in_too_small_a_department_are_everyones():
    fit = fitted(*crowd((GARDEN, 19), (BOOKS, 30)), (), 20)
    assert [one.size for one in fit.audiences] == [30]
    assert fit.apart == 19


def test_what_is_withheld_and_what_has_no_words_decides_nothing():
    assert row_of({"c:baby": ENOUGH, "t:bra": ENOUGH, "b:1f3a9c": ENOUGH}) is None
    assert row_of({"t:mug": ENOUGH, "b:1f3a9c": ENOUGH, "c:baby": ENOUGH}) == {"t:mug": ENOUGH, "c:kitchen": ENOUGH}


def test_who_has_done_too_little_is_not_fitted_to():
    assert row_of(LITTLE) is None
    assert row_of({}) is None


def test_clusters_are_tried_up_to_what_the_users_could_fill():
    assert ks_for(60, 20) == (2,)
    assert ks_for(1000, 20) == (6, 9, 12, 16, 24)
    assert max(ks_for(10**6, 20)) == 96


def test_the_record_comes_back_as_the_set_that_users_are_assigned_to():
    fit = fitted(*crowd((KITCHEN, 30), (BOOKS, 25)), (), 20)
    entry = decode_own(encode(entry_of(fit, 7, 3, 20)), AudienceSet)
    assert (entry.edition, entry.version, entry.users, entry.k_min) == (7, 3, 55, 20)
    assert standing_in(entry) == tuple(sorted(fit.audiences, key=lambda one: one.id))
    assert standing_in(None) == ()
    loaded = audiences_in(entry)
    assert EVERYONE.id in loaded.by_id
    assert "furniture" not in loaded.by_id, "a fitted set takes the ruled one's place"
    counts = Counter(assign(likes, "", loaded) for likes in crowd((KITCHEN, 30), (BOOKS, 25))[0])
    assert {one.id: one.size for one in fit.audiences} == counts
    assert loaded.merged(20).keys() == loaded.by_id.keys()


def test_a_strangers_words_do_not_come_in_by_a_set():
    words = AudienceWords(en="x", zh="x")
    told = [
        FittedAudience(id=name, facets=(facet,), words=words, size=99, centre={facet: 1000})
        for name, facet in (("a", "c:kitchen"), ("b", "c:baby"), ("c", "x:strange"), ("everyone", "c:books"))
    ]
    entry = AudienceSet(edition=1, version=1, users=99, k_min=20, audiences=tuple(told))
    loaded = audiences_in(entry)
    assert set(loaded.by_id) == {"a", "everyone"}
    assert loaded.by_id["everyone"] == EVERYONE


likes_of = st.dictionaries(
    st.sampled_from([*CLOSED[::31], *sorted(WITHHELD)[:6], *LEANINGS, "b:1f3a9c", "c:kitchen", "c:books"]),
    st.integers(1, 40_000),
    min_size=1,
    max_size=8,
)


@given(st.lists(st.tuples(likes_of, st.integers(1, 12), st.integers(0, 3)), min_size=1, max_size=8), st.integers(2, 12))
@settings(max_examples=40)
def test_no_audience_is_too_small_or_says_who_somebody_is_whatever_the_clusters_are(groups, k_min):
    users = [likes for likes, number, _ in groups for _ in range(number)]
    labels = [label for likes, number, label in groups for _ in range(number) if row_of(likes)]
    fit = fitted(users, labels, RULED, k_min)
    counted = Counter(assign(likes, "", Audiences.of(fit.audiences)) for likes in users)
    assert fit.apart == counted["everyone"]
    ids = {one.id for one in fit.audiences}
    for one in fit.audiences:
        assert one.size == counted[one.id] >= k_min
        assert all(closed(facet) for facet in (*one.facets, *one.centre))
        assert WITHHELD.isdisjoint(one.centre)
        assert len(one.centre) <= MAX_CENTRE
        assert DENIED.search(one.words("en")) is None
        assert DENIED.search(one.words("zh")) is None
        assert re.fullmatch(r"[a-z0-9-]{1,32}", one.id)
        assert one.parent in ids | {"everyone"}
        assert one.parent != one.id
    entry_of(fit, 1, 1, k_min)


def test_an_audience_of_a_set_is_an_audience():
    assert isinstance(standing_in(entry_of(fitted(*crowd((BOOKS, 30)), (), 20), 1, 1, 20))[0], Audience)
