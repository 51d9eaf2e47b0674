"""From clusters of users to a set of audiences: named, each of enough users, each with the id that it had. Pure.

A cluster is what somebody's library makes of the rows; an audience is what may be said of its users to a prompt. Two
clusters with one name are one audience, for a prompt could not tell them apart. How many users an audience has is
counted by assigning them, as the workers will: a cluster's own count would promise a crowd that is not there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from schemas.outbound_users import MAX_AUDIENCES, MAX_CENTRE, AudienceSet, AudienceWords, FittedAudience
from workers.plan.audience import EVERYONE, RULED, Audience, Audiences, Floors, assign, lifted, matched, named
from workers.plan.audience_words import LIFTS, closed
from workers.plan.fitting import audiences_in

WHOLE: Final = 1000
MAX_K: Final = 96
_KS: Final = (6, 9, 12, 16, 24, 32, 48, 64, MAX_K)
_RULED: Final = {audience.id: audience for audience in RULED}
_PARENTS: Final = {audience.facets[0]: audience.id for audience in RULED if len(audience.facets) == 1}
_ROUNDS: Final = 6
"""In which audiences with too few users are merged and users assigned anew; what is left then is merged at once."""

Likes = Mapping[str, int]


class Fit(NamedTuple):
    """`audiences` without `everyone`. `old`: those of them that the last set had. `apart`: users of `everyone`."""

    audiences: tuple[Audience, ...]
    old: frozenset[str]
    users: int
    apart: int


def row_of(likes: Likes) -> dict[str, int] | None:
    """A user as audiences are fitted to them: closed facets alone. None for one who is in none anyway.

    Brands are left out, though they decide who is where in a ruled set: some say more of a person than of a shelf.
    """
    row = {facet: weight for facet, weight in lifted(likes).items() if weight > 0 and closed(facet)}
    return row if row and sum(likes.values()) >= Floors().enter else None


def ks_for(users: int, k_min: int) -> tuple[int, ...]:
    """How many clusters are tried: as many as could have twice the users that they need, on the mean."""
    return tuple(k for k in _KS if 2 * k * k_min <= users) or (max(2, users // (2 * k_min)),)


def fitted(users: Sequence[Likes], labels: Sequence[int], old: Sequence[Audience], k_min: int) -> Fit:
    """The audiences of all `users`; `labels` gives the cluster of each that has a row, in their order."""
    rows = [row for likes in users if (row := row_of(likes)) is not None]
    clusters = _named_alike(_clusters(rows, labels))
    ids = matched(clusters, old)
    audiences = [_with_parent(replace(cluster, id=name)) for cluster, name in zip(clusters, ids, strict=True)]
    kept, sizes = _of_enough(audiences[:MAX_AUDIENCES], users, k_min)
    there = {audience.id for audience in kept}
    told = tuple(
        replace(one, size=sizes[one.id], parent=one.parent if one.parent in there else EVERYONE.id)
        for one in sorted(kept, key=lambda one: one.id)
    )
    return Fit(told, frozenset({audience.id for audience in old} & there), len(users), sizes[EVERYONE.id])


def entry_of(fit: Fit, edition: int, version: int, k_min: int) -> AudienceSet:
    """The record of a fit."""
    return AudienceSet(
        edition=edition,
        version=version,
        users=fit.users,
        k_min=k_min,
        audiences=tuple(
            FittedAudience(
                id=one.id,
                facets=one.facets,
                words=AudienceWords(en=one.words("en"), zh=one.words("zh")),
                parent=one.parent,
                size=one.size,
                centre=dict(one.centre),
            )
            for one in fit.audiences
        ),
    )


def standing_in(told: AudienceSet | None) -> tuple[Audience, ...]:
    """The audiences of the set that is in the topic; none where there is none."""
    return () if told is None else tuple(one for one in audiences_in(told).by_id.values() if one != EVERYONE)


def _clusters(rows: Sequence[Likes], labels: Sequence[int]) -> Iterator[Audience]:
    """The mean of each cluster's rows, all of one length: nobody counts for more by having done more."""
    sums: dict[int, dict[str, float]] = {}
    sizes: dict[int, int] = {}
    for row, label in zip(rows, labels, strict=True):
        length = sum(weight * weight for weight in row.values()) ** 0.5
        sizes[label] = sizes.get(label, 0) + 1
        centre = sums.setdefault(label, {})
        for facet, weight in row.items():
            centre[facet] = centre.get(facet, 0.0) + weight / length
    for label in sorted(sums):
        yield Audience("", (), EVERYONE.id, sizes[label], _thousandths(sums[label]))


def _thousandths(centre: Mapping[str, float]) -> dict[str, int]:
    """The strongest facets, beside the first, which has all of them."""
    strongest = sorted(centre.items(), key=lambda part: (-part[1], part[0]))[:MAX_CENTRE]
    first = strongest[0][1] if strongest else 1.0
    shares = {facet: round(WHOLE * weight / first) for facet, weight in strongest}
    return {facet: share for facet, share in shares.items() if share > 0}


def _named_alike(clusters: Iterable[Audience]) -> list[Audience]:
    """One audience for each name; those that nothing in common has a word for are no audience."""
    together: dict[tuple[str, ...], list[Audience]] = {}
    for cluster in clusters:
        facets = named(cluster.centre)
        if facets:
            together.setdefault(facets, []).append(cluster)
    return [_joined(facets, alike) for facets, alike in sorted(together.items())]


def _joined(facets: tuple[str, ...], alike: Sequence[Audience]) -> Audience:
    centre: dict[str, float] = {}
    for cluster in alike:
        for facet, share in cluster.centre.items():
            centre[facet] = centre.get(facet, 0.0) + share * cluster.size
    return Audience("", facets, EVERYONE.id, sum(cluster.size for cluster in alike), _thousandths(centre))


def _with_parent(audience: Audience) -> Audience:
    """Its parent is the ruled audience of the first of its facets that has one; a mug's is the kitchen's."""
    shelves = (LIFTS.get(facet, facet) for facet in audience.facets)
    parent = next((_PARENTS[shelf] for shelf in shelves if shelf in _PARENTS), EVERYONE.id)
    return replace(audience, parent=EVERYONE.id if parent == audience.id else parent)


def _of_enough(
    audiences: Sequence[Audience], users: Sequence[Likes], k_min: int
) -> tuple[Sequence[Audience], Mapping[str, int]]:
    """Those that have enough users once everybody has been assigned; whose have too few go to the parent."""
    given = list(audiences)
    for _ in range(_ROUNDS):
        sizes = _sizes(given, users)
        small = [one for one in given if sizes[one.id] < k_min]
        if not small:
            return given, sizes
        given = _merged(given, small, (sizes, k_min))
    # Each round may give others fewer; the last word is that no audience is too small.
    while small := [one for one in given if (sizes := _sizes(given, users))[one.id] < k_min]:
        given = [one for one in given if one not in small]
    return given, _sizes(given, users)


def _sizes(audiences: Sequence[Audience], users: Sequence[Likes]) -> dict[str, int]:
    prepared = Audiences.of(audiences)
    sizes = dict.fromkeys(prepared.by_id, 0)
    for likes in users:
        sizes[assign(likes, "", prepared)] += 1
    return sizes


def _merged(
    given: Sequence[Audience], small: Sequence[Audience], counted: tuple[Mapping[str, int], int]
) -> list[Audience]:
    """Without the small ones, and with the ruled audience of each parent to which enough users come of them."""
    sizes, k_min = counted
    gone = {one.id for one in small}
    coming: dict[str, int] = {}
    for one in small:
        coming[one.parent] = coming.get(one.parent, 0) + sizes[one.id]
    left = [one for one in given if one.id not in gone]
    there = {one.id for one in left}
    parents = [
        _RULED[name]
        for name, number in sorted(coming.items())
        if number >= k_min and name in _RULED and name not in there | gone | {EVERYONE.id}
    ]
    return [*left, *parents]
