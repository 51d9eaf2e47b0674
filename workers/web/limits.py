"""Rate limits: token buckets in bounded memory. Pure; time is passed in."""

from collections import OrderedDict
from typing import Final, NamedTuple

_OTHERS: Final = "\0others"
"""The bucket that all newcomers share while there is no room: no caller's name begins so."""


class Rate(NamedTuple):
    """So many at once, and so many a second from then on."""

    burst: int
    per_second: float


class _Bucket(NamedTuple):
    level: float
    at: float


class Buckets:
    """A bucket for each caller, for `room` callers. No caller ever takes more than burst + rate x time.

    A bucket that is full again says nothing and is forgotten. While none is full, newcomers share one; and whoever
    gets a bucket of its own begins with what the shared one held, as it may have drunk from that.
    """

    def __init__(self, rate: Rate, room: int) -> None:
        self._rate = rate
        self._room = room
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._others = _Bucket(rate.burst, 0.0)

    def __len__(self) -> int:
        return len(self._buckets)

    def take(self, caller: str, now: float) -> float:
        """0 where there was a token; else the seconds until there is one."""
        mine = caller if caller in self._buckets or self._made_room(now) else _OTHERS
        level = self._level(mine, now)
        taken = level >= 1
        self._keep(mine, _Bucket(level - 1 if taken else level, now))
        return 0.0 if taken else (1 - level) / self._rate.per_second

    def _level(self, caller: str, now: float) -> float:
        level, at = self._buckets.get(caller, self._others)
        return min(self._rate.burst, level + (now - at) * self._rate.per_second)

    def _keep(self, caller: str, bucket: _Bucket) -> None:
        if caller == _OTHERS:
            self._others = bucket
            return
        self._buckets[caller] = bucket
        self._buckets.move_to_end(caller)

    def _made_room(self, now: float) -> bool:
        if len(self._buckets) < self._room:
            return True
        # The one that was used longest ago: if that is not full, hardly any is.
        oldest = next(iter(self._buckets))
        if self._level(oldest, now) < self._rate.burst:
            return False
        del self._buckets[oldest]
        return True
