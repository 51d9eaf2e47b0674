"""What was looked for lately in a followed topic: an event asks for dozens of keys, and most ask for the same."""

from typing import Final

from cachetools import LRUCache

from workers.outcome import Entry

KEPT: Final = 16_384
LARGE: Final = 8_192
"""Bytes of a value that is not kept: what is, takes a hundred megabytes at most and some ten in practice."""


class Lately:
    """Right for as long as it is told of every record that arrives, before anybody asks again.

    That a key stands nowhere is not kept: strangers may ask for as many of those as they like.
    """

    def __init__(self) -> None:
        self._known: LRUCache[bytes, Entry] = LRUCache(KEPT)

    def of(self, key: bytes) -> Entry | None:
        """What was found; None: it must be looked for."""
        return self._known.get(key)

    def learn(self, key: bytes, entry: Entry) -> None:
        """What was found in all partitions together."""
        if entry.value is None or len(entry.value) <= LARGE:
            self._known[key] = entry

    def heard(self, key: bytes) -> None:
        """A record of the key has arrived, in whatever partition."""
        self._known.pop(key, None)
