"""Keys that more than one partition has: their upstream producers place records by different rules."""

from typing import Final

MAX_KEYS: Final = 5_000_000


class SharedKeys:
    """`shared`: key to partitions. Of more than `limit` keys those that come late are not compared."""

    def __init__(self, limit: int = MAX_KEYS) -> None:
        self._limit = limit
        self._first: dict[bytes, int] = {}
        self.shared: dict[bytes, set[int]] = {}
        self.complete = True

    def add(self, key: bytes, partition: int) -> None:
        """Note where a key was seen."""
        first = self._first.get(key)
        if first is not None:
            if first != partition:
                self.shared.setdefault(key, {first}).add(partition)
        elif len(self._first) < self._limit:
            self._first[key] = partition
        else:
            self.complete = False
