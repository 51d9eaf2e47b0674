"""Keys that stand in more than one partition: upstream producers with different partitioners. Pure."""

from collections import OrderedDict
from typing import Final

REMEMBERED: Final = 100_000


class Homes:
    """Remembers where the last `limit` keys of a group of topics stood. One for each worker: it sees its own alone."""

    def __init__(self, limit: int = REMEMBERED) -> None:
        self._limit = limit
        self._homes: OrderedDict[tuple[str, bytes], int] = OrderedDict()
        self._split: OrderedDict[tuple[str, bytes], None] = OrderedDict()

    def see(self, group: str, key: bytes, partition: int) -> None:
        """A key was met in a partition."""
        name = (group, key)
        if self._homes.setdefault(name, partition) != partition:
            self._split[name] = None
        for memory in (self._homes, self._split):
            if len(memory) > self._limit:
                memory.popitem(last=False)

    @property
    def split(self) -> int:
        """How many of the remembered keys were met in two partitions."""
        return len(self._split)
