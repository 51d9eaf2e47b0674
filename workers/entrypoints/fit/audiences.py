"""`copydesk audiences fit`: from profiles to clusters, and from clusters to the set that workers go by."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from schemas.codec import Undecodable, decode_own
from schemas.outbound_users import AudienceSet
from schemas.topics import AUDIENCE, PROFILE
from workers.adapters.clustering import Clustering, Clusters
from workers.adapters.tables_entry import LogRecord
from workers.desks.personalise import FITTED
from workers.entrypoints.fit.reading import likes_of
from workers.entrypoints.fit.records import Printer
from workers.entrypoints.reading import Held, Reading
from workers.errors import Fatal
from workers.outcome import Record
from workers.plan.fitting_audiences import Fit, entry_of, fitted, ks_for, row_of, standing_in

READ: Final = (PROFILE, AUDIENCE)
MAX_USERS: Final = 100_000
"""That a set is fitted to. More would change little, and take their time."""


class Asked(NamedTuple):
    """`since_ms`: who did nothing since is not counted. `k` of 0: as many clusters as are told apart best."""

    since_ms: int
    k: int
    k_min: int
    now_ms: int


class Profiles(NamedTuple):
    """What each user likes; the set that is in the topic, with the edition that its key has come to."""

    likes: Sequence[Mapping[str, int]]
    standing: Held[AudienceSet]
    partitions: int


class AudienceFit(NamedTuple):
    """`k` and `silhouette` are of the clusters; alike and small ones have been put together since."""

    fit: Fit
    version: int
    k: int
    silhouette: float
    record: Record


async def told_by(reading: Reading, asked: Asked) -> Profiles:
    """What the topics hold."""
    await reading.look(READ)
    found = await reading.visible(AUDIENCE, _set_in)
    sets = [held for (_, key), held in found.items() if key == FITTED]
    standing = max(sets, key=lambda held: held.edition, default=Held(0, -1, None))
    likes = await likes_of(reading, asked.since_ms, MAX_USERS)
    return Profiles(likes, standing, reading.partitions(AUDIENCE))


def _set_in(record: LogRecord) -> AudienceSet | None:
    try:
        return decode_own(record.value or b"", AudienceSet)
    except Undecodable:
        return None


def audiences_of(profiles: Profiles, asked: Asked, told: Callable[[str], None]) -> AudienceFit:
    """The set, and its record. `told`: what it is at.

    Raises `Fatal`: "too-few-users", "no-audiences". Then nothing is to be published: the last set stays.
    """
    rows = [row for likes in profiles.likes if (row := row_of(likes)) is not None]
    if len(rows) < 2 * asked.k_min:
        raise Fatal(
            "too-few-users",
            f"{len(rows):,} users have shown interests, and two audiences need {2 * asked.k_min:,}; "
            "nothing was published: wait for more, give a longer `--since`, or a lower `--k-min`",
        )
    clusters, k = _clustered(rows, asked, told)
    told("assigning users")
    standing = profiles.standing
    fit = fitted(profiles.likes, clusters.labels, standing_in(standing.value), asked.k_min)
    if not fit.audiences:
        raise Fatal(
            "no-audiences", f"no interest is shared by {asked.k_min:,} users; nothing was published: lower `--k-min`"
        )
    version = 1 if standing.value is None else standing.value.version + 1
    printer = Printer(AUDIENCE, profiles.partitions, asked.now_ms)
    entry = entry_of(fit, printer.edition(standing.edition), version, asked.k_min)
    return AudienceFit(fit, version, k, clusters.silhouette, printer.record(FITTED, entry, standing.edition))


def _clustered(rows: Sequence[Mapping[str, int]], asked: Asked, told: Callable[[str], None]) -> tuple[Clusters, int]:
    """The clusters, and how many were asked for: of those tried, the number that leaves users nearest to their own."""
    clustering = Clustering(rows)
    found: list[tuple[Clusters, int]] = []
    for k in (asked.k,) if asked.k else ks_for(len(rows), asked.k_min):
        told(f"{k} clusters")
        found.append((clustering.into(k), k))
    return max(found, key=lambda one: one[0].silhouette)
