"""Picks are worth their while: on a small simulated shop they find more than popularity, and that more than chance.

The seed is fixed. How much more, on what, and beside what else: `python -m tests.bench.recommend`.
"""

from math import isclose

from tests.bench.held_out import TEN, Trial, by_affinity, by_chance, by_picks, by_popularity, reachable, scored
from tests.bench.recommend import simulated
from workers.demo import listings

TRIAL = Trial(simulated(listings(), 250, 6_000, seed=11))


def test_picks_find_more_than_popularity_and_popularity_more_than_chance():
    picks, popular, chance = scored(TRIAL, by_picks), scored(TRIAL, by_popularity), by_chance(TRIAL)
    assert len(TRIAL.cases) > 150
    assert picks.hits > popular.hits + 0.1
    assert picks.ndcg > popular.ndcg
    assert popular.hits > chance.hits + 0.1
    assert scored(TRIAL, by_affinity).hits > popular.hits


def test_what_is_hidden_is_known_to_nobody_who_picks():
    hidden = {case.user: case for case in TRIAL.cases}
    offsets = {step.offset for step in TRIAL.known}
    for case in hidden.values():
        rest = [step for step in TRIAL.by_user[case.user] if step.offset > case.known[-1].offset]
        assert case.target in {product.id for product in rest[0].event.products}
        assert offsets.isdisjoint(step.offset for step in rest)
    assert 0.9 <= reachable(TRIAL) <= 1


def test_chance_is_what_a_draw_comes_to_on_the_mean():
    assert isclose(by_chance(TRIAL).hits, TEN / len(TRIAL.ids))
