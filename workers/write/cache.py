"""What need not be asked again: drafts by copy id, and rows that somebody is already waiting for."""

from collections.abc import Iterable, Mapping
from typing import Final

from cachetools import LRUCache

from workers.outcome import Draft
from workers.write.tickets import Ticket

MAX_BYTES: Final = 64 << 20
_ENTRY_BYTES: Final = 512
"""An id, a draft and their places in the cache, beside the text."""


class KnownCopies:
    """The drafts last used, by copy id; bounded by `entries` (0: none) and, roughly, by `max_bytes`."""

    def __init__(self, entries: int, max_bytes: int = MAX_BYTES) -> None:
        self._entries = entries
        self._drafts: LRUCache[str, Draft] = LRUCache(max_bytes, getsizeof=_weight)

    def __len__(self) -> int:
        return len(self._drafts)

    def get(self, copy_id: str) -> Draft | None:
        """The draft, marked as known."""
        draft: Draft | None = self._drafts.get(copy_id)
        return None if draft is None else draft._replace(known=True)

    def put(self, copy_id: str, draft: Draft) -> None:
        """Keep; the least recently used make room. What is too large for the cache is not kept."""
        drafts = self._drafts
        if not self._entries or _weight(draft) > drafts.maxsize:
            return
        if len(drafts) >= self._entries and copy_id not in drafts:
            drafts.popitem()
        drafts[copy_id] = draft


class InFlight:
    """The tickets of briefs being written, by copy id. Whoever added or joined forgets, in a `finally`."""

    def __init__(self) -> None:
        self._tickets: dict[str, Ticket] = {}

    def __len__(self) -> int:
        return len(self._tickets)

    def among(self, copy_ids: Iterable[str]) -> dict[str, Ticket]:
        """The tickets, of these ids, whose outcome is still to come."""
        found: dict[str, Ticket] = {}
        for copy_id in copy_ids:
            ticket = self._tickets.get(copy_id)
            if ticket is not None and ticket.joinable:
                found[copy_id] = ticket
        return found

    def add(self, copy_id: str, ticket: Ticket) -> None:
        """Let others join."""
        self._tickets[copy_id] = ticket

    def forget(self, tickets: Mapping[str, Ticket]) -> None:
        """Drop those that nobody can join any more."""
        for copy_id, ticket in tickets.items():
            if not ticket.joinable and self._tickets.get(copy_id) is ticket:
                del self._tickets[copy_id]


def _weight(draft: Draft) -> int:
    return _ENTRY_BYTES + 4 * len(draft.text)
