"""What is visible under a key: the fold of its records by edition, whatever order they are read in. Pure."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from schemas.envelope import EDITION, SENDER

EDITION_DIGITS: Final = 16
MAX_EDITION: Final = 2**53 - 1 - (1 << 20)
"""A stranger's edition above it would leave none for whoever puts it right."""


class Mark(NamedTuple):
    """What is known of a key's records, without their bytes.

    `edition` and `offset` name the record that is held; -1 and -1 where none is. `seen` is the highest
    edition and `last` the highest offset met under the key, whoever sent them.
    """

    edition: int
    offset: int
    seen: int
    last: int

    @property
    def outdone(self) -> bool:
        """Whether readers, or the broker's compaction, would prefer another record to the one held."""
        return self.seen > self.edition or self.last > self.offset


def told(edition: int, offset: int) -> Mark:
    """The mark of a record that counts."""
    return Mark(edition, offset, edition, offset)


def witnessed(edition: int, offset: int) -> Mark:
    """The mark of a record that an owner has seen but does not hold: somebody else sent it."""
    return Mark(-1, -1, edition, offset)


def joined(one: Mark, other: Mark) -> Mark:
    """Both together. Commutative, associative, idempotent: so order and repeats change nothing.

    Of equal editions the later record is held: it is the one that compaction keeps.
    """
    held = one if one[:2] >= other[:2] else other
    return Mark(held.edition, held.offset, max(one.seen, other.seen), max(one.last, other.last))


def edition_of(headers: Iterable[tuple[str, bytes | None]]) -> int:
    """The edition in a record's headers; 0 for a record that has none, or nonsense."""
    for name, value in headers:
        if name == EDITION:
            told = int(value) if value and len(value) <= EDITION_DIGITS and value.isdigit() else 0
            return told if told <= MAX_EDITION else 0
    return 0


def sender_of(headers: Iterable[tuple[str, bytes | None]]) -> bytes:
    """Who sent a record; empty where it does not say."""
    for name, value in headers:
        if name == SENDER:
            return value or b""
    return b""


EVENTS_APART: Final = 1 << 12
"""Editions between two neighbours of a log: room for records that no event of it asked for."""


def edition_at(seen: int, offset: int) -> int:
    """The edition of what has taken in a log up to `offset`, where editions are places in that log.

    Two owners that took in the same events say the same, and who knows less of the log stands below: a woken zombie
    cannot hide what its successor has published.
    """
    return max(seen + 1, (offset + 1) * EVENTS_APART)


def next_edition(seen: int, wall_ms: int) -> int:
    """The edition of what is published next under a key whose highest was `seen`."""
    return max(seen + 1, wall_ms)
