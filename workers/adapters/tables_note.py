"""What stands beside the read side's folder of a topic: until when it was known to hold all of the log.

It is written only while that is so. Without it nobody knows whether the folder holds everything, and it is read to the
end first.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from schemas.codec import Undecodable, decode, encode
from workers.adapters.rocks import Store
from workers.adapters.tables_sound import NOTHING_YET
from workers.errors import Fatal

MAX_BYTES: Final = 256 << 10


class Note(BaseModel):
    """Whose log it is, until when all of it was there, and up to where each partition had been read then.

    A store whose own log was cut short opens as if nothing were: it must not be said to hold what it has lost.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    cluster: str = Field(max_length=128)
    positions: Annotated[tuple[Annotated[int, Field(ge=NOTHING_YET)], ...], Field(min_length=1, max_length=10_000)]
    reached_ms: int = Field(ge=0)

    @property
    def partitions(self) -> range:
        """Their numbers."""
        return range(len(self.positions))

    def holds_of(self, store: Store) -> bool:
        """Whether the store has all that it had."""
        held = positions_in(store, self.partitions)
        return all(has >= max(had, 0) for has, had in zip(held, self.positions, strict=True))


def positions_in(store: Store, numbers: Iterable[int]) -> tuple[int, ...]:
    """Up to where each partition was read, by the store itself."""
    known = [store.followed(number) for number in numbers]
    return tuple(NOTHING_YET if one is None else one.position for one in known)


def noted(path: Path) -> Note | None:
    """None where there is none that can be read."""
    try:
        return decode(path.read_bytes(), Note, MAX_BYTES)
    except (OSError, Undecodable):
        return None


def note(path: Path, found: Note) -> None:
    """Whole, or not at all. Raises `Fatal("disk")`."""
    written = path.with_suffix(".new")
    try:
        written.write_bytes(encode(found))
        written.replace(path)
    except OSError as error:
        raise Fatal("disk", f"{path}: {error}") from error
