"""Dead letters as the audit compares them: the same bytes, or not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from workers.outcome import Delivery
from workers.publish.dead_letters import REASON

Headers = Sequence[tuple[str, bytes | None]]


@dataclass(slots=True)
class Letters:
    """The dead letters of one input position: what they hold, where they stand, if they are the event."""

    digests: set[bytes] = field(default_factory=set)
    places: list[tuple[str, int]] = field(default_factory=list)
    changed: bool = False

    def add(self, letter: Delivery) -> None:
        """One more."""
        self.digests.add(digest_of(letter, original_headers(letter.headers)))
        self.places.append((letter.position.topic, letter.position.offset))

    def compare(self, event: Delivery) -> None:
        """With the event itself."""
        self.changed = self.digests != {digest_of(event, event.headers)}


def digest_of(record: Delivery, headers: Headers) -> bytes:
    """What makes two records the same to a reader: key, value, headers in their order."""
    state = blake2b(digest_size=16)
    for part in (
        record.key,
        record.value,
        *(piece for name, told in headers for piece in (name.encode(), told)),
    ):
        state.update(b"-" if part is None else b"%d:" % len(part) + part)
    return state.digest()


def original_headers(headers: Headers) -> Headers:
    """A dead letter's headers as they were on the event: ours begin with the last reason."""
    ours = max((at for at, (name, _) in enumerate(headers) if name == REASON), default=len(headers))
    return headers[:ours]
