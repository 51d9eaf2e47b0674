"""Leave-last-out: what a user looked at last is hidden, all else is known; who would have shown it among ten?

Everything goes through what is deployed: acts, counts and shelves as `affinity fit` has them, picks as the desk of
users has them, one event after another with the last picks standing. Others' later events are known too, as is usual
for leave-last-out: figures compare ways of picking, they are no forecast.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import NamedTuple

from workers.plan.affinity import MIN_USERS, CoVisits
from workers.plan.fitting_acts import Acts
from workers.plan.fitting_shelves import Offered, named, shelves
from workers.plan.picks import NOTHING, ON_A_SHELF, Pick, Shown, Sources, Weights, interests, picked
from workers.plan.profile import Step, together
from workers.plan.profile_stored import Profile

TEN = 10
REPLAYED = 6
"""Of a user's last events, those after which picks are made; one stands on the other."""
LEAST = 1
"""Events that must be known of a user."""
TELLS = {"purchased": 1000, "carted": 1000, "viewed": 800, "rated": 600}
AGAIN = {"carted": 1000, "viewed": 700}
"""As `desks/personal_copy.py` has them."""


class World(NamedTuple):
    """A log in its order, with facets in each step, and what there is to show. `store`: what a user is shown at all."""

    name: str
    steps: Sequence[Step]
    offered: Mapping[str, Offered]
    store: Callable[[str], frozenset[str]]


class Case(NamedTuple):
    user: str
    target: str
    known: Sequence[Step]


@dataclass(frozen=True)
class Trial:
    """What is known once every user's last look is hidden, and everything that is made of it."""

    world: World
    min_users: int = MIN_USERS

    @cached_property
    def by_user(self) -> Mapping[str, list[Step]]:
        found: dict[str, list[Step]] = defaultdict(list)
        for step in self.world.steps:
            found[step.event.user].append(step)
        return found

    @cached_property
    def cases(self) -> Sequence[Case]:
        return [case for user in sorted(self.by_user) if (case := _case(user, self.by_user[user])) is not None]

    @cached_property
    def known(self) -> Sequence[Step]:
        hidden_from = {case.user: case.known[-1].offset for case in self.cases}
        return [step for step in self.world.steps if step.offset <= hidden_from.get(step.event.user, step.offset)]

    @cached_property
    def ids(self) -> Sequence[str]:
        return tuple(sorted(self.world.offered))

    @cached_property
    def visits(self) -> CoVisits:
        acts = Acts({name: number for number, name in enumerate(self.ids)}, {})
        for step in self.known:
            acts.take(step)
        visits = CoVisits(len(self.ids), self.now_ms)
        for baskets in acts.baskets():
            visits.add(baskets)
        return visits

    @property
    def now_ms(self) -> int:
        return max(step.recorded_ms for step in self.world.steps)

    @cached_property
    def neighbours(self) -> Mapping[str, Weights]:
        found = self.visits.neighbours(range(len(self.ids)), min_users=self.min_users)
        return {self.ids[number]: dict(named(row, self.ids)) for number, row in found}

    @cached_property
    def shelves(self) -> Mapping[str, Weights]:
        offered = [self.world.offered[name] for name in self.ids]
        found = shelves(offered, self.visits.popularity, self.now_ms)
        return {name: dict(named(row, self.ids)[:ON_A_SHELF]) for name, row in found}

    @cached_property
    def popular(self) -> Sequence[str]:
        """By how many users had to do with it, then by how much: the baseline has no bound of 48."""
        counts = self.visits.popularity
        ranked = sorted(range(len(self.ids)), key=lambda number: (-counts[number].users, -counts[number].weight))
        return [self.ids[number] for number in ranked]

    def shown(self, product: str) -> Shown | None:
        offered = self.world.offered.get(product)
        return Shown(offered.facets) if offered is not None and offered.in_stock else None


def _case(user: str, steps: Sequence[Step]) -> Case | None:
    """The last look at another product than before; what came after it is hidden with it.

    Nobody is asked to find what the user has bought or dismissed before, or anything for who has not agreed.
    """
    acted = [step for step in steps if step.event.products and step.event.consent is not False]
    for place in range(len(acted) - 1, 0, -1):
        step, before = acted[place], acted[:place]
        target = step.event.products[0].id
        if step.event.action != "viewed" or target in _never(before) or target in _last(before):
            continue
        known = [other for other in steps if other.offset < step.offset]
        return Case(user, target, known) if len(known) >= LEAST else None
    return None


def _never(acted: Sequence[Step]) -> set[str]:
    done = [step for step in acted if step.event.action in {"purchased", "dismissed"}]
    return {product.id for step in done for product in step.event.products}


def _last(acted: Sequence[Step]) -> set[str]:
    last = next((step for step in reversed(acted) if step.event.action in TELLS), None)
    return set() if last is None else {product.id for product in last.event.products}


def _looked_at(case: Case) -> set[str]:
    return {product.id for step in case.known if step.event.action in TELLS for product in step.event.products}


def met_before(trial: Trial) -> float:
    """Share of the cases whose user had looked at the hidden product before."""
    met = [case.target in _looked_at(case) for case in trial.cases]
    return sum(met) / (len(met) or 1)


Way = Callable[[Trial, Case], Sequence[str]]
"""The ten products that a user would be shown."""


def by_picks(trial: Trial, case: Case) -> Sequence[str]:
    """As the desk of users makes them."""
    return [pick.product for pick in _picks(trial, case, (trial.neighbours, trial.shelves))]


def by_affinity(trial: Trial, case: Case) -> Sequence[str]:
    """What goes with what was looked at last, and nothing else; then what is popular."""
    last = [
        product.id for step in reversed(case.known) for product in step.event.products if step.event.action in TELLS
    ]
    found = [other for product in dict.fromkeys(last[:3]) for other in trial.neighbours.get(product, NOTHING)]
    return list(dict.fromkeys([*found, *trial.popular]))[:TEN]


def by_interests(trial: Trial, case: Case) -> Sequence[str]:
    """Picks without what goes with what: the shelves of a user's interests, and what may be come back to."""
    return [pick.product for pick in _picks(trial, case, ({}, trial.shelves))]


def by_popularity(trial: Trial, case: Case) -> Sequence[str]:
    """What most people had to do with, the same for everybody."""
    del case
    return trial.popular[:TEN]


def by_popularity_in_store(trial: Trial, case: Case) -> Sequence[str]:
    """Of what the user's storefront lists, which a pick is not told."""
    store = trial.world.store(case.user)
    return [product for product in trial.popular if product in store][:TEN]


def _picks(trial: Trial, case: Case, fits: tuple[Mapping[str, Weights], Mapping[str, Weights]]) -> Sequence[Pick]:
    neighbours, on_shelf = fits
    profile, _ = together(Profile(), case.known[:-REPLAYED])
    standing: Sequence[Pick] = ()
    for step in case.known[-REPLAYED:]:
        profile, _ = together(profile, [step])
        acted = [product.id for product in step.event.products]
        tells, again = TELLS.get(step.event.action), AGAIN.get(step.event.action)
        sources = Sources(
            together=[(tells, neighbours.get(product, NOTHING)) for product in acted[-3:]] if tells else (),
            shelves={facet: on_shelf.get(facet, NOTHING) for facet, _ in interests(profile.likes)},
            popular=on_shelf.get("*", NOTHING),
            standing=standing,
            again=dict.fromkeys(acted[-3:], again) if again else NOTHING,
        )
        standing = picked(profile, sources, trial.shown)
    return standing[:TEN]


class Score(NamedTuple):
    """`hits`: share of the cases whose product is among the ten; `ndcg`: the same, worth less further down."""

    hits: float
    ndcg: float


def scored(trial: Trial, way: Way) -> Score:
    places = [_place(way(trial, case), case.target) for case in trial.cases]
    hits = [place for place in places if place is not None]
    count = len(places) or 1
    return Score(len(hits) / count, sum(1 / log2(place + 2) for place in hits) / count)


def _place(shown: Sequence[str], target: str) -> int | None:
    return shown.index(target) if target in shown else None


def reachable(trial: Trial) -> float:
    """Share of the cases whose product anybody has had to do with; the others nobody could pick but by chance."""
    acted = {product.id for step in trial.known for product in step.event.products}
    return sum(case.target in acted for case in trial.cases) / (len(trial.cases) or 1)


WAYS: Mapping[str, Way] = {
    "picks": by_picks,
    "affinity alone": by_affinity,
    "interests alone": by_interests,
    "popularity": by_popularity,
    "popularity in the storefront": by_popularity_in_store,
}


def by_chance(trial: Trial) -> Score:
    """Any ten: what they come to on the mean, for a draw of few cases is luck."""
    count = len(trial.ids)
    ranks = range(min(TEN, count))
    return Score(len(ranks) / count, sum(1 / log2(place + 2) for place in ranks) / count)


def table(trial: Trial) -> Iterator[tuple[str, Score]]:
    for name, way in WAYS.items():
        yield name, scored(trial, way)
    yield "random, expected", by_chance(trial)
