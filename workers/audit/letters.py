"""Dead letters as the audit compares them: the same bytes, or not; those about persons once they are unsealed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from schemas.topics import TOPICS
from workers.errors import Permanent
from workers.outcome import Delivery, Position
from workers.ports import Sealer
from workers.publish.dead_letters import REASON
from workers.publish.sealed_letters import key_id_of, opened

Headers = Sequence[tuple[str, bytes | None]]


@dataclass(slots=True)
class Letters:
    """The dead letters of one input position: what they hold, where they stand, if they are the event.

    `closed`: how many are sealed with a key that is not ours, so that nobody can say what they hold.
    """

    digests: set[bytes] = field(default_factory=set)
    places: list[tuple[str, int]] = field(default_factory=list)
    closed: int = 0
    changed: bool = False

    def add(self, letter: Delivery, source: Position, sealer: Sealer) -> None:
        """One more, of the event at `source`."""
        self.places.append((letter.position.topic, letter.position.offset))
        if not TOPICS[source.topic].personal:
            self.digests.add(digest_of(letter, original_headers(letter.headers)))
        elif key_id_of(letter) and not sealer.holds(key_id_of(letter)):
            self.closed += 1
        else:
            self.digests.add(_digest_inside(letter, source, sealer))

    def compare(self, event: Delivery) -> None:
        """With the event itself."""
        self.changed = not self.digests <= {digest_of(event, event.headers)}


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


def _digest_inside(letter: Delivery, source: Position, sealer: Sealer) -> bytes:
    try:
        event = opened(letter, source, sealer)
    except Permanent:
        # Not sealed, or not what was sealed: no event has this digest.
        return b""
    return digest_of(event, event.headers)


def original_headers(headers: Headers) -> Headers:
    """A dead letter's headers as they were on the event: ours begin with the last reason."""
    ours = max((at for at, (name, _) in enumerate(headers) if name == REASON), default=len(headers))
    return headers[:ours]
