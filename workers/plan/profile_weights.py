"""Weights that fade, and marks that are remembered: the arithmetic of a profile. Pure, whole numbers."""

from collections.abc import Mapping
from typing import Final

from schemas.profile import MAX_LIKES
from workers.plan.profile_stored import Marks

MAX_SEEN: Final = 8
MAX_BOUGHT: Final = 12
MAX_DISMISSED: Final = 10
MAX_EVENTS: Final = 4
MAX_WEIGHT: Final = 10_000_000
MINUTE_MS: Final = 60_000
HOUR_MS: Final = 60 * MINUTE_MS
MAX_SKEW_MS: Final = 5 * MINUTE_MS
"""So far a clock may run ahead of the record's before it is not believed."""

_HALF_LIFE_HOURS: Final = 14 * 24
_BITS: Final = 32
# Of the 53 bits of a float 32 are kept, so that no machine's last bit is ever seen.
_KEPT: Final[tuple[int, ...]] = tuple(
    round((1 << _BITS) * 0.5 ** (hour / _HALF_LIFE_HOURS)) for hour in range(_HALF_LIFE_HOURS)
)


def hours(earlier_ms: int, later_ms: int) -> int:
    """Strokes of the clock between two times. They add up whatever lies between: a weight that decayed by the time
    since the last event would be rounded back to itself by a user who is never idle for long.
    """
    return later_ms // HOUR_MS - earlier_ms // HOUR_MS


def decayed(weight: int, idle: int) -> int:
    """What is left of a weight after so many hours: half of it in a fortnight."""
    halvings, rest = divmod(idle, _HALF_LIFE_HOURS)
    shift = _BITS + halvings
    return (weight * _KEPT[rest] + (1 << (shift - 1))) >> shift


def believed(at_ms: int, recorded_ms: int) -> int:
    """A time as far as it can be believed: a clock that runs ahead is set back to the record's."""
    return max(recorded_ms if at_ms > recorded_ms + MAX_SKEW_MS else at_ms, 0)


def strongest(likes: Mapping[str, int]) -> dict[str, int]:
    """The weights that are left, strongest first, ties by name; as many as a profile takes."""
    weighty = [(name, weight) for name, weight in likes.items() if weight > 0]
    return dict(sorted(weighty, key=lambda like: (-like[1], like[0]))[:MAX_LIKES])


def marked(marks: Marks, new: Marks, most: int) -> Marks:
    """With the new ones behind the others, each once; the oldest give way."""
    return (*(mark for mark in marks if mark not in new), *new)[-most:]
