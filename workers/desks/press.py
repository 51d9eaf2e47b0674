"""How a table's record is printed: its edition, who sent it, the event it follows from. Pure."""

from typing import NamedTuple

from schemas.envelope import EDITION, SENDER, Headers, binary_headers, event_id
from schemas.topics import Topic
from workers.desks.contract import Received, Stamp
from workers.outcome import Record
from workers.publish.fold import next_edition


class Press(NamedTuple):
    """What every record that follows from one event is printed with."""

    cause: Received
    stamp: Stamp

    def record(self, topic: Topic, key: bytes, value: bytes | None, edition: int) -> Record:
        """A table's record, in the partition of the event that it follows from."""
        position = self.cause.delivery.position
        headers: Headers = (
            (EDITION, str(edition).encode()),
            (SENDER, self.stamp.sender.encode()),
            *binary_headers(
                f"{topic.name}/1",
                f"{position}#{topic.name}/{key.decode()}/{edition}",
                event_id(self.cause.delivery.headers) or str(position),
                self.stamp.wall_ms,
                self.cause.delivery.headers,
            ),
        )
        return Record(topic.name, position.partition, key, value, headers, edition)

    def next_edition(self, last: int) -> int:
        """Above the key's last and not below the clock, so that an owner that knows less still prints higher."""
        return next_edition(last, self.stamp.wall_ms)
