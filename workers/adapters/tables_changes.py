"""Whether something has arrived since: a number for each key, in bounded memory, that only ever goes up."""

from array import array
from typing import Final

BUCKETS: Final = 1 << 14
_AGE: Final = 1 << 32


class Changes:
    """Keys are told apart by their first word: all that is about one product is one thing.

    Two of them may share a bucket, and then each is thought to have changed with the other.
    """

    def __init__(self) -> None:
        self._base = 0
        self._counts = array("Q", bytes(8 * BUCKETS))

    def of(self, first_word: bytes) -> int:
        """Another number than before, if a record under such a key may have arrived since."""
        return self._base + self._counts[hash(first_word) % BUCKETS]

    def heard(self, key: bytes) -> None:
        """A record of this key has arrived."""
        self._counts[hash(key.partition(b" ")[0]) % BUCKETS] += 1

    def forget(self) -> None:
        """Anything may be another now."""
        self._base += _AGE
