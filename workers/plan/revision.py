"""Revisions: which of two snapshots of one key is the later word. Event time never decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from schemas.reasons import Reason


@dataclass(frozen=True, slots=True)
class Revision:
    """What has been applied to a key: the producer's version, the source offset, the offset of the last delisting."""

    version: int = 0
    offset: int = -1
    delisted_at: int = -1

    @property
    def listed(self) -> bool:
        """False before the first snapshot and after a delisting."""
        return self.offset > self.delisted_at


NOTHING: Final = Revision()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One event, as far as order is concerned. `version` None = the producer gave none."""

    offset: int
    version: int | None = None
    delisting: bool = False


def advance(known: Revision, snapshot: Snapshot) -> Revision | Reason:
    """The revision after this snapshot, or why it does not count. Applying the same snapshot again changes nothing."""
    if snapshot.offset < known.delisted_at:
        return Reason.BEFORE_DELISTING
    if snapshot.delisting:
        if snapshot.offset < known.offset:
            return Reason.OLDER_REVISION
        return Revision(version=0, offset=snapshot.offset, delisted_at=snapshot.offset)
    if snapshot.offset == known.delisted_at:
        return Reason.BEFORE_DELISTING
    version = known.version if snapshot.version is None else snapshot.version
    if (version, snapshot.offset) >= (known.version, known.offset):
        return Revision(version, snapshot.offset, known.delisted_at)
    return Reason.VERSION_WENT_BACK if snapshot.offset > known.offset else Reason.OLDER_REVISION


@dataclass(frozen=True, slots=True)
class Fold:
    """What a run of waiting snapshots comes to. `reasons[i]` is None for the winner alone; `winner` may be None."""

    revision: Revision
    winner: int | None
    reasons: tuple[Reason | None, ...]


def fold(known: Revision, snapshots: Sequence[Snapshot]) -> Fold:
    """Apply snapshots in their order; the last that counts wins, those that counted before it are `newer-waits`.

    The result is the same as applying them one by one, so that a crash between any two changes nothing.
    """
    revision, winner = known, None
    reasons: list[Reason | None] = []
    for index, snapshot in enumerate(snapshots):
        step = advance(revision, snapshot)
        if isinstance(step, Reason):
            reasons.append(step)
            continue
        if winner is not None:
            reasons[winner] = Reason.NEWER_WAITS
        revision, winner = step, index
        reasons.append(None)
    return Fold(revision, winner, tuple(reasons))
