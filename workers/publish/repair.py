"""What the owner publishes again when somebody else's record stands over its own, and how often. Pure."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Final

from workers.outcome import Entry, Record
from workers.publish.fold import next_edition

REPAIR_INTERVAL: Final = 1.0
"""Seconds between two repairs of one key, at least."""


def repair(topic: str, partition: int, key: bytes, own: Entry, wall_ms: int) -> Record:
    """The owner's value once more, above everything seen; a tombstone where the owner never had one.

    `own.edition` is the highest edition seen under the key, `own.value` what the owner holds.
    """
    return Record(
        topic,
        partition,
        key,
        own.value,
        tuple(own.headers.items()),
        next_edition(own.edition, wall_ms),
    )


@dataclass(slots=True)
class Pace:
    """Lets each key through once in an interval. Holds no more keys than were let through in the last one."""

    interval: float = REPAIR_INTERVAL
    _let: dict[Hashable, float] = field(default_factory=dict)

    def lets(self, key: Hashable, now: float) -> bool:
        """Whether the key may go now; if so, that is noted. `now` in monotonic seconds, never decreasing."""
        while self._let:
            oldest = next(iter(self._let))
            if now - self._let[oldest] < self.interval:
                break
            del self._let[oldest]
        if key in self._let:
            return False
        self._let[key] = now
        return True
