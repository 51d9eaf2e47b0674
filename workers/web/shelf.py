"""What the read side reads from: two topics, whole, each with its age. Protocols only."""

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


class Shelf(NamedTuple):
    """The topics that an answer is put together from."""

    catalogue: Served
    copies: Served

    @property
    def reached_ms(self) -> int | None:
        """Until when both are known to be whole."""
        reached = [topic.reached_ms for topic in self]
        known = [one for one in reached if one is not None]
        return min(known) if len(known) == len(reached) else None

    @property
    def restored(self) -> bool:
        """Whether both have been read to an end since the process began."""
        return all(topic.restored for topic in self)
