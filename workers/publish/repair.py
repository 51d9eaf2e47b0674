"""What the owner publishes again when another record stands above or behind its own, and how often. Pure."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from schemas.envelope import EDITION, SENDER
from workers.outcome import Entry, Record
from workers.publish.fold import next_edition

REPAIR_SECONDS: Final = 1.0
"""Between two repairs of one key, at least."""

Reprint = Callable[[str, bytes, int], bytes]
"""A topic's value under another edition, which it names itself. `TypeError`, `ValueError`: it names none."""


class Printer(NamedTuple):
    """Who signs a repair, and how a value is printed again."""

    sender: str
    reprint: Reprint


class Row(NamedTuple):
    """Where an entry stands."""

    topic: str
    partition: int
    key: bytes


def repair(row: Row, own: Entry, wall_ms: int, printer: Printer) -> Record:
    """The owner's value once more, above everything seen; a tombstone where the owner never had one.

    `own.edition` is the highest seen under the key, whoever sent it; the rest is what the owner holds.
    """
    edition = next_edition(own.edition, wall_ms)
    value = None if own.value is None else _printed(row.topic, own.value, edition, printer)
    headers = ((EDITION, str(edition).encode()), (SENDER, printer.sender.encode()), *own.headers.items())
    return Record(*row, value, headers, edition)


def _printed(topic: str, value: bytes, edition: int, printer: Printer) -> bytes:
    try:
        return printer.reprint(topic, value, edition)
    except (TypeError, ValueError):
        return value  # a stranger's bytes, met at a restore: they name no edition


@dataclass(slots=True)
class Pace:
    """Lets each key through once in an interval; remembers only those of the last one."""

    interval: float = REPAIR_SECONDS
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
