"""Picks: which products a user should see, best first. Pure: whole numbers, so that the same is the same everywhere.

A product is a candidate because something that goes with it was just looked at, because it stands high on the shelf of
an interest, because everybody looks at it, or because it was picked before. What was bought or dismissed, and what is
not to be had, is never picked; of one sort of thing only so many are.
"""

from bisect import insort
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nsmallest
from types import MappingProxyType
from typing import Final, NamedTuple

from schemas.outbound_users import MAX_PICKS, PickReason
from workers.plan.audience_words import WITHHELD
from workers.plan.profile import mark_of
from workers.plan.profile_stored import Profile

WHOLE: Final = 1000
LOOKED_UP: Final = 24
"""Candidates of which the catalogue is asked, best first: a bound on the work of one event."""
ON_A_SHELF: Final = 16
"""Products of one shelf that are worth a look: whoever makes `Sources` brings no more."""
INTERESTS: Final = 4
"""Shelves of a user that are looked at, by the strongest likes."""

_TOGETHER: Final = 1000
_INTEREST: Final = 900
_POPULAR: Final = 300
_AGAIN: Final = 700
_FADES: Final = 800
"""What is left, in thousandths, of a score at the user's next event."""
_MORE_OF_A_SORT: Final = 700
"""What each further product of one sort is worth after the one before."""

Weights = Mapping[str, int]
"""Products and their weights in thousandths."""
NOTHING: Final[Weights] = MappingProxyType({})


class Pick(NamedTuple):
    """A product that a user should see. `score` in thousandths; its `reason` is what spoke for it most."""

    product: str
    score: int
    reason: PickReason


class Shown(NamedTuple):
    """What the catalogue knows of a product that can be had. `suits`: what its languages are worth to this user, in
    thousandths.
    """

    facets: tuple[str, ...]
    suits: int = WHOLE


class Sources(NamedTuple):
    """Where candidates come from. `together`: of each product just acted on, what goes with it, and how much that act
    says in thousandths; `shelves`: by facet. `external`: what a recommender of the shop's own says, best first.
    """

    together: Sequence[tuple[int, Weights]] = ()
    shelves: Mapping[str, Weights] = MappingProxyType({})
    popular: Weights = NOTHING
    standing: Sequence[Pick] = ()
    again: Weights = NOTHING
    external: Sequence[str] = ()


def interests(likes: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The facets whose shelves are looked at, strongest first, each with its share in thousandths."""
    leading = [(facet, weight) for facet, weight in likes.items() if facet not in WITHHELD][:INTERESTS]
    whole = sum(weight for _, weight in leading)
    return tuple((facet, weight * WHOLE // whole) for facet, weight in leading if whole)


def picked(
    profile: Profile, sources: Sources, shown: Callable[[str], Shown | None], most: int = MAX_PICKS
) -> tuple[Pick, ...]:
    """At most `most` picks, best first. `shown`: what can be had of a product; None: not this one."""
    never = {*profile.bought, *profile.dismissed}
    spoken = _spoken_for(profile, sources)
    # The words of a shop's own recommender stand as they are said; ours fill up what it leaves.
    said = dict.fromkeys(sources.external, WHOLE)
    candidates = [*said.items(), *((name, score) for name, score in _best(spoken, sources) if name not in said)]
    chosen: list[Pick] = []
    for product, score in _varied(candidates[:LOOKED_UP], said, lambda name: _had(name, never, shown)):
        chosen.append(Pick(product, score, "external" if product in said else _reason(product, spoken, sources)))
        if len(chosen) == most:
            break
    return tuple(chosen)


def _had(product: str, never: set[str], shown: Callable[[str], Shown | None]) -> Shown | None:
    return None if mark_of(product) in never else shown(product)


Scored = tuple[str, int]


def _varied(
    candidates: Sequence[Scored], said: Mapping[str, int], had: Callable[[str], Shown | None]
) -> Iterator[Scored]:
    """Best first, but each further one of a sort steps back, as far as its score is then worth."""
    sorts: dict[str, int] = {}
    waiting: list[Scored] = []
    for product, score in candidates:
        while waiting and waiting[0][1] >= score:
            yield waiting.pop(0)
        found = had(product)
        if found is None:
            continue
        less = score * _worth(found, sorts) // WHOLE
        if product in said or less == score:
            yield product, score
        else:
            insort(waiting, (product, less), key=_order)
    yield from waiting


def _order(scored: Scored) -> tuple[int, str]:
    return -scored[1], scored[0]


def _worth(product: Shown, sorts: dict[str, int]) -> int:
    """In thousandths, beside one that suits and is the first of its sort; counts it among them."""
    sort = product.facets[0] if product.facets else ""
    before = sorts.get(sort, 0) if sort else 0
    sorts[sort] = before + 1
    return product.suits if not before else int(product.suits * _MORE_OF_A_SORT**before // WHOLE**before)


class _Spoken(NamedTuple):
    """What speaks for some products, and what a thousandth of it is worth."""

    reason: PickReason
    worth: int
    weights: Weights


def _spoken_for(profile: Profile, sources: Sources) -> list[_Spoken]:
    return [
        *(_Spoken("together", _TOGETHER * act // WHOLE, weights) for act, weights in sources.together),
        *(
            _Spoken("interest", _INTEREST * share // WHOLE, sources.shelves.get(facet, NOTHING))
            for facet, share in interests(profile.likes)
        ),
        _Spoken("popular", _POPULAR, sources.popular),
        _Spoken("again", _AGAIN, sources.again),
    ]


def _best(spoken: Sequence[_Spoken], sources: Sources) -> list[Scored]:
    """The best candidates of our own, best first. What speaks for one adds up."""
    whole: dict[str, int] = {}
    for _, worth, weights in spoken:
        for product, weight in weights.items():
            whole[product] = whole.get(product, 0) + worth * weight
    for pick in sources.standing:
        # It fades, and does not add up with itself from event to event.
        whole[pick.product] = max(whole.get(pick.product, 0), pick.score * _FADES)
    scored = [(-min(weight // WHOLE, WHOLE), product) for product, weight in whole.items() if weight >= WHOLE]
    return [(product, -score) for score, product in nsmallest(LOOKED_UP, scored)]


def _reason(product: str, spoken: Sequence[_Spoken], sources: Sources) -> PickReason:
    """What speaks for it most."""
    now: list[tuple[int, PickReason]] = [
        (worth * weights[product], reason) for reason, worth, weights in spoken if product in weights
    ]
    before: list[tuple[int, PickReason]] = [
        (pick.score * _FADES, pick.reason) for pick in sources.standing if pick.product == product
    ]
    # What it was picked for before counts where nothing speaks for it any more that is worth as much.
    if sum(weight for weight, _ in now) >= max(before, default=(0, "again"))[0]:
        return max(now)[1]
    return max(before)[1]
