"""What of a log may be learnt from: whose, up to where, and which of it was one visit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.plan.fit_logs import HOUR, MINUTE, NOW, NUMBERS, act, baskets_of, logs, user, wish
from workers.plan.fitting_acts import MAX_ACTS, MAX_IN_BASKET, Acts, Marked
from workers.plan.profile import MAX_PACE

CARRIED = {"at_ms": NOW, "likes": {}, "opted_out": True}


def test_a_visit_is_what_has_no_long_pause_in_it():
    steps = [act(n, 1, letter, at_ms=NOW + at) for n, (letter, at) in enumerate([("a", 0), ("b", 29 * MINUTE)])]
    assert baskets_of(*steps, act(2, 1, "c", at_ms=NOW + 2 * HOUR)) == [["ab", "c"]]


def test_a_session_that_has_a_name_is_one_visit_whatever_else_happens_meanwhile():
    steps = [act(0, 1, "a", session="x"), act(1, 1, "b", session="y"), act(2, 1, "c", session="x")]
    assert baskets_of(*steps) == [["ac", "b"]]


def test_a_late_event_finds_its_place_by_its_own_time():
    steps = [act(0, 1, "a"), act(1, 1, "c", at_ms=NOW + 20 * MINUTE), act(2, 1, "b", at_ms=NOW + 10 * MINUTE)]
    assert baskets_of(*steps) == [["abc"]]


def test_a_product_stands_where_it_was_last_acted_on_and_counts_by_what_tells_most():
    acts = Acts(NUMBERS, {})
    for step in (act(0, 1, "a", "purchased"), act(1, 1, "b"), act(2, 1, "a")):
        acts.take(step)
    ((basket,),) = acts.baskets()
    assert [(one.product, one.gain) for one in basket] == [(1, 1000), (0, 6000)]


@pytest.mark.parametrize(
    "step",
    [act(0, 1, "a", "listed"), act(0, 1, "a", "dismissed"), act(0, 1, "a", "removed"), act(0, 1, "z")],
    ids=["listed", "dismissed", "removed", "not in the catalogue"],
)
def test_what_says_nothing_of_an_interest_does_not_count(step):
    assert baskets_of(step) == []


def test_only_what_is_liked_is_counted_of_ratings():
    assert baskets_of(act(0, 1, "a", "rated", rating=5), act(1, 1, "b", "rated", rating=1)) == [["a"]]


@pytest.mark.parametrize("action", ["forget", "opt-out", "move"])
def test_what_stands_before_a_request_is_not_counted(action):
    more = {"to": user(9), "to_partition": 0, "to_offset": 0} if action == "move" else {}
    assert baskets_of(act(0, 1, "a"), act(1, 2, "b"), wish(2, 1, action, **more)) == [["b"]]


def test_who_has_opted_out_is_not_counted_until_they_opt_in():
    steps = [wish(0, 1, "opt-out"), act(1, 1, "a"), wish(2, 1, "opt-in"), act(3, 1, "b"), wish(4, 1, "opt-in")]
    assert baskets_of(*steps) == [["b"]]


def test_who_has_not_agreed_is_not_counted():
    assert baskets_of(act(0, 1, "a", consent=False), act(1, 1, "b", consent=True), act(2, 1, "c")) == [["bc"]]


def test_a_request_that_is_gone_from_the_log_is_known_by_its_mark():
    marked = {user(1): Marked(forgotten=5), user(2): Marked(opted_out=True)}
    steps = [act(5, 1, "a"), act(6, 1, "b"), act(7, 2, "c")]
    assert baskets_of(*steps, marked=marked) == [["b"]]


def test_a_mark_that_is_younger_than_a_request_of_the_log_is_not_undone_by_it():
    marked = {user(1): Marked(forgotten=9, opted_out=True)}
    assert baskets_of(wish(3, 1, "opt-in"), act(10, 1, "a"), marked=marked) == []


def test_an_event_that_comes_again_from_the_dead_letters_counts_where_it_first_stood():
    assert baskets_of(wish(3, 1, "forget"), act(4, 1, "a", origin=2), act(5, 1, "b", origin=3)) == []


def test_a_choice_that_a_pseudonym_brings_with_it_holds():
    steps = [act(0, 1, "a"), wish(1, 1, "adopt", carried=CARRIED, to_offset=0), act(2, 1, "b")]
    assert baskets_of(*steps) == []


def test_nobody_looks_at_things_as_fast_as_a_bot():
    steps = [act(n, 1, "a", at_ms=NOW + n) for n in range(MAX_PACE)]
    assert baskets_of(*steps, act(MAX_PACE, 1, "b", at_ms=NOW + MAX_PACE)) == [["a"]]


def test_what_is_remembered_of_one_user_and_of_how_many_is_bounded():
    acts = Acts({str(n): n for n in range(1000)}, {}, most_users=1)
    letters = [str(n) for n in range(MAX_ACTS + 50)]
    for offset, letter in enumerate(letters):
        acts.take(act(offset, 1, "")._replace(event=act(offset, 1, "a").event.model_copy(update={"products": ()})))
        event = act(offset, 1, "a", session="s").event
        product = event.products[0].model_copy(update={"id": letter})
        acts.take(act(offset, 1, "a")._replace(event=event.model_copy(update={"products": (product,)})))
    acts.take(act(999, 2, "a"))
    (baskets,) = acts.baskets()
    assert acts.left_out == 1
    assert [one.product for one in baskets[0]] == list(range(len(letters) - MAX_IN_BASKET, len(letters)))


@given(logs(), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_whatever_the_order_of_the_users_in_the_log_their_visits_are_the_same(log, chance):
    queues = {name: [step for step in log if step.event.user == name] for name in {s.event.user for s in log}}
    mixed = []
    while queues:
        name = chance.choice(sorted(queues))
        mixed.append(queues[name].pop(0))
        if not queues[name]:
            del queues[name]
    assert baskets_of(*mixed) == baskets_of(*log)


@given(logs())
@settings(max_examples=40)
def test_a_basket_is_bounded_and_holds_each_product_once(log):
    for baskets in baskets_of(*log):
        for basket in baskets:
            assert 1 <= len(basket) == len(set(basket)) <= MAX_IN_BASKET
