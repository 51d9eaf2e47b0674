"""When bad events are our fault and not theirs: runs of dead letters are held, and at a limit the worker stops.

Pure: times are passed in. A bad deploy (a schema that refuses everything) must not empty a topic into its dead letters;
a single seller's bad feed must not stop the shop.
"""

from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """`run`: bad events in a row; `share` of the last `window`; both only from `sellers` distinct ones on.

    `hold_for`: seconds that a run is held, at most.
    """

    run: int
    share: float
    window: int
    sellers: int
    hold_for: float


@dataclass(slots=True)
class _Ward(Generic[T]):
    """One partition: the outcomes of its last events, the sellers of its bad ones, and the run that is held."""

    outcomes: deque[Hashable | None]
    bad: int = 0
    run: int = 0
    run_sellers: set[Hashable] = field(default_factory=set)
    held: list[T] = field(default_factory=list)
    held_since: float = 0.0


class Quarantine(Generic[T]):
    """One for each worker. `T` is whatever the caller will send on once it is released."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._wards: dict[Hashable, _Ward[T]] = {}

    def good(self, partition: Hashable) -> list[T]:
        """An event could be read: the run is over. Returns what was held, in order."""
        ward = self._ward(partition)
        self._note(ward, None)
        ward.run = 0
        ward.run_sellers.clear()
        return self._release(ward)

    def bad(self, partition: Hashable, item: T, seller: Hashable, now: float) -> str | None:
        """Hold a bad event. Returns the limit that it reaches (a sentence), None while there is none."""
        ward = self._ward(partition)
        self._note(ward, seller)
        if not ward.held:
            ward.held_since = now
        ward.held.append(item)
        ward.run += 1
        if len(ward.run_sellers) < self._limits.sellers:
            ward.run_sellers.add(seller)
        if ward.run >= self._limits.run and len(ward.run_sellers) >= self._limits.sellers:
            return f"{ward.run} events in a row could not be read"
        return self._share(ward)

    def due(self, partition: Hashable, now: float) -> list[T]:
        """What has been held for long enough. Released ones still count."""
        ward = self._wards.get(partition)
        if ward is None or not ward.held or now - ward.held_since < self._limits.hold_for:
            return []
        return self._release(ward)

    def full(self, partition: Hashable) -> list[T]:
        """The partition has no room for more: waiting for a good event would be waiting for ever."""
        ward = self._wards.get(partition)
        return [] if ward is None else self._release(ward)

    def forget(self, partition: Hashable) -> None:
        """The partition was given up; what was held will be delivered to its next owner."""
        self._wards.pop(partition, None)

    def _ward(self, partition: Hashable) -> _Ward[T]:
        ward = self._wards.get(partition)
        if ward is None:
            ward = self._wards[partition] = _Ward(deque(maxlen=self._limits.window))
        return ward

    def _note(self, ward: _Ward[T], seller: Hashable | None) -> None:
        if len(ward.outcomes) == self._limits.window and ward.outcomes[0] is not None:
            ward.bad -= 1
        ward.outcomes.append(seller)
        ward.bad += seller is not None

    def _share(self, ward: _Ward[T]) -> str | None:
        window = self._limits.window
        if len(ward.outcomes) < window or ward.bad <= self._limits.share * window:
            return None
        if len({seller for seller in ward.outcomes if seller is not None}) < self._limits.sellers:
            return None
        return f"{ward.bad} of the last {window} events could not be read"

    @staticmethod
    def _release(ward: _Ward[T]) -> list[T]:
        held, ward.held = ward.held, []
        return held
