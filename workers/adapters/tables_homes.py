"""Where keys stand: which partitions hold a key that was looked for lately.

A key's partition is looked up and never computed, as a producer upstream may have another partitioner; but to look in
all of them each time would cost more than all else of an answer.
"""

from collections.abc import Sequence
from typing import Final

from workers.lately import Lately

KEPT: Final = 50_000
"""Keys: a few megabytes."""


class Homes:
    """Right for as long as it is told of every record that arrives, and of every emptied partition.

    That a key stands nowhere is not kept: strangers may ask for as many of those as they like.
    """

    def __init__(self) -> None:
        self._known: Lately[bytes, tuple[int, ...]] = Lately(KEPT)

    def of(self, key: bytes) -> tuple[int, ...] | None:
        """All partitions that hold the key; None: they must be looked through."""
        return self._known.get(key)

    def learn(self, key: bytes, numbers: Sequence[int]) -> None:
        """What was found in all partitions together."""
        if numbers:
            self._known.keep(key, tuple(numbers))

    def heard(self, number: int, key: bytes) -> None:
        """A record of the key has arrived in this partition."""
        known = self._known.get(key)
        if known is not None and number not in known:
            self._known.drop(key)

    def forget(self) -> None:
        """A partition was emptied, or its folder is another one now."""
        self._known.clear()
