"""Picks: which products a user should see, best first. Pure: whole numbers, so that the same is the same everywhere.

A product is a candidate because something that goes with it was just looked at, because it stands high on the shelf of
an interest, because everybody looks at it, or because it was picked before. What was bought or dismissed, and what is
not to be had, is never picked; of one sort of thing only so many are.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from typing import Final, NamedTuple

from schemas.outbound_users import MAX_PICKS, PickReason
from workers.plan.audience_words import WITHHELD
from workers.plan.profile import mark_of
from workers.plan.profile_stored import Profile

WHOLE: Final = 1000
LOOKED_UP: Final = 24
"""Candidates of which the catalogue is asked, best first: a bound on the work of one event."""
ON_A_SHELF: Final = 16
"""Products of one shelf that are looked at."""
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

Weights = Sequence[tuple[str, int]]
"""Products and their weights in thousandths, strongest first."""


class Pick(NamedTuple):
    """A product that a user should see. `score` in thousandths; its `reason` is what spoke for it most."""

    product: str
    score: int
    reason: PickReason


class Shown(NamedTuple):
    """What the catalogue knows of a product that can be had. `locales`: those it has copy in; `suits`: what that is
    worth to this user, in thousandths.
    """

    facets: tuple[str, ...]
    locales: tuple[str, ...]
    suits: int = WHOLE


class Sources(NamedTuple):
    """Where candidates come from. `together`: of each product just acted on, what goes with it, and how much that act
    says in thousandths; `shelves`: by facet. `external`: what a recommender of the shop's own says, best first.
    """

    together: Sequence[tuple[int, Weights]] = ()
    shelves: Mapping[str, Weights] = {}
    popular: Weights = ()
    standing: Sequence[Pick] = ()
    again: Sequence[tuple[str, int]] = ()
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
    # The words of a shop's own recommender stand as they are said; ours fill up what it leaves.
    said = [Pick(product, WHOLE, "external") for product in dict.fromkeys(sources.external)]
    ours = _weighed(profile, sources)
    chosen: dict[str, Pick] = {}
    sorts: dict[str, int] = {}
    for pick in _varied([*said, *ours], sorts, _had(shown, never, chosen)):
        chosen[pick.product] = pick
        if len(chosen) == most:
            break
    return tuple(chosen.values())


def _had(
    shown: Callable[[str], Shown | None], never: set[str], chosen: Mapping[str, Pick]
) -> Callable[[str], Shown | None]:
    def had(product: str) -> Shown | None:
        return None if product in chosen or mark_of(product) in never else shown(product)

    return had


def _varied(candidates: Sequence[Pick], sorts: dict[str, int], had: Callable[[str], Shown | None]) -> Iterable[Pick]:
    """Best first, but each further one of a sort steps back, as far as its score is then worth."""
    asked = 0
    waiting: list[Pick] = []
    for candidate in candidates:
        if asked == LOOKED_UP:
            break
        while waiting and waiting[0].score >= candidate.score:
            yield waiting.pop(0)
        asked += 1
        product = had(candidate.product)
        if product is None:
            continue
        less = candidate.score * _worth(product, sorts) // WHOLE
        if candidate.reason == "external" or less == candidate.score:
            yield candidate
            continue
        waiting.append(candidate._replace(score=less))
        waiting.sort(key=_order)
    yield from waiting


def _worth(product: Shown, sorts: dict[str, int]) -> int:
    """In thousandths, beside one that suits and is the first of its sort; counts it among them."""
    sort = product.facets[0] if product.facets else ""
    before = sorts.get(sort, 0) if sort else 0
    sorts[sort] = before + 1
    return int(product.suits * _MORE_OF_A_SORT**before // WHOLE**before)


def _order(pick: Pick) -> tuple[int, str]:
    return -pick.score, pick.product


def _weighed(profile: Profile, sources: Sources) -> list[Pick]:
    """The best candidates of our own, best first. What speaks for one adds up; its reason is what speaks most."""
    whole: dict[str, int] = {}
    leading: dict[str, tuple[int, PickReason]] = {}
    for product, weight, reason in _spoken_for(profile, sources):
        whole[product] = whole.get(product, 0) + weight
        if product not in leading or (weight, reason) > leading[product]:
            leading[product] = weight, reason
    for pick in sources.standing:
        # It fades, and does not add up with itself from event to event.
        faded = pick.score * _FADES // WHOLE
        if faded > whole.get(pick.product, 0):
            whole[pick.product] = faded
            leading[pick.product] = faded, pick.reason
    scored = ((-min(weight, WHOLE), product) for product, weight in whole.items())
    return [Pick(product, -score, leading[product][1]) for score, product in nsmallest(LOOKED_UP, scored)]


def _spoken_for(profile: Profile, sources: Sources) -> Iterator[tuple[str, int, PickReason]]:
    for act, neighbours in sources.together:
        yield from _told(neighbours, "together", _TOGETHER * act // WHOLE)
    for facet, share in interests(profile.likes):
        yield from _told(sources.shelves.get(facet, ())[:ON_A_SHELF], "interest", _INTEREST * share // WHOLE)
    yield from _told(sources.popular[:ON_A_SHELF], "popular", _POPULAR)
    yield from _told(sources.again, "again", _AGAIN)


def _told(weights: Weights, reason: PickReason, worth: int) -> Iterator[tuple[str, int, PickReason]]:
    return ((product, worth * weight // WHOLE, reason) for product, weight in weights)
