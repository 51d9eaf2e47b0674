"""What the read side reads from: compacted topics, whole, each with its age. Protocols only."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from workers.outcome import Entry


class Served(Protocol):
    """A compacted topic, of which everything is here."""

    @property
    def reached_ms(self) -> int | None:
        """Until when this is known to be all of it; None: it is not, and what is missing here may exist."""
        ...

    @property
    def restored(self) -> bool:
        """Whether the topic's end has been reached since the process began."""
        ...

    def get(self, partition: int, key: bytes) -> Entry | None:
        """The entry of highest edition. Raises `Fatal` when the disk fails."""
        ...

    def find(self, key: bytes) -> tuple[int, Entry] | None:
        """The partition in which a key stands, and its entry."""
        ...

    @property
    def partitions(self) -> Sequence[int]:
        """The topic's, as far as they are known."""
        ...

    def page(self, partition: int, after: bytes, limit: int) -> Sequence[tuple[bytes, Entry]]:
        """Up to `limit` entries in key order, behind `after`. Raises `Fatal` when the disk fails."""
        ...


class Shelf(NamedTuple):
    """The topics that an answer is put together from.

    `turn` gives another number than before, if anything may be another that is known of a product.
    """

    catalogue: Served
    copies: Served
    personal: Served
    blurbs: Served
    affinity: Served
    audiences: Served
    turn: Callable[[bytes], int]

    @property
    def topics(self) -> tuple[Served, ...]:
        """All of them."""
        return (self.catalogue, self.copies, self.personal, self.blurbs, self.affinity, self.audiences)

    @property
    def of_products(self) -> tuple[Served, Served]:
        """What an answer about a product needs. Without both of them whole there is no answer at all."""
        return self.catalogue, self.copies

    @property
    def of_users(self) -> tuple[Served, Served]:
        """What makes an answer personal. While one of them is not whole, a user is nobody: what is missing here may
        be the word that withdraws what is there.
        """
        return self.personal, self.blurbs


def reached_ms(topics: Iterable[Served]) -> int | None:
    """Until when all of them are known to be whole; None: one is not."""
    reached = [topic.reached_ms for topic in topics]
    known = [one for one in reached if one is not None]
    return min(known) if len(known) == len(reached) else None


def restored(topics: Iterable[Served]) -> bool:
    """Whether all of them have been read to an end since the process began."""
    return all(topic.restored for topic in topics)


def age_seconds(topics: Iterable[Served], now_ms: int) -> float | None:
    """How old an answer from these may be; None: one of them is not whole."""
    reached = reached_ms(topics)
    return None if reached is None else seconds_since(reached, now_ms)


def seconds_since(reached: int, now_ms: int) -> float:
    """An age as it is told. A clock that was set back makes nothing younger than now."""
    return round(max(0, now_ms - reached) / 1000, 3)
