"""What was read lately, in a form that an answer needs: popular products are asked for again and again.

Remembered is what bytes mean, never what is true now: the bytes are looked up each time.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeVar

from workers.outcome import Entry

KEPT: Final = 4096
LARGE: Final = 16_384
"""Bytes of a value that is not kept: so many of these would be worth more memory than the time that they save."""

Meaning = TypeVar("Meaning")


def remembered(read: Callable[[bytes], Meaning | None]) -> Callable[[Entry | None], Meaning | None]:
    """A reader of entries; None for nothing and for a tombstone. `read` must be pure, and what it gives immutable."""
    kept = lru_cache(maxsize=KEPT)(read)

    def meaning(entry: Entry | None) -> Meaning | None:
        if entry is None or entry.value is None:
            return None
        return kept(entry.value) if len(entry.value) <= LARGE else read(entry.value)

    return meaning
