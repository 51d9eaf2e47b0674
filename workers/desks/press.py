"""How a table's record is printed: its edition, who sent it, the event it follows from. Pure."""

from typing import NamedTuple

from schemas.codec import encode
from schemas.envelope import EDITION, SENDER, Headers, binary_headers, event_id
from schemas.inbound import BlurbRequest
from schemas.inbound_users import UserRequest
from schemas.outbound import LedgerOutput
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
        position, told = self.cause.delivery.position, str(edition)
        headers: Headers = (
            (EDITION, told.encode()),
            (SENDER, self.stamp.sender.encode()),
            *self._headers(f"{topic.name}/1", f"{position}#{topic.name}/{key.decode()}/{told}"),
        )
        return Record(topic.name, position.partition, key, value, headers, edition)

    def output(self, topic: Topic, key: bytes, edition: int, verdict: str, **detail: object) -> LedgerOutput:
        """What the ledger says of a key's record, or of the one that stands. `detail`: `kinds`, `unsaid`."""
        place = {"topic": topic.name, "partition": self.cause.delivery.position.partition, "key": key.decode()}
        return LedgerOutput.model_validate({**place, "edition": edition, "verdict": verdict, **detail})

    def request(self, topic: Topic, partition: int, request: BlurbRequest | UserRequest) -> Record:
        """What is asked of the owner of a product, or of a user, who is at home in `partition`."""
        key = request.product if isinstance(request, BlurbRequest) else request.user
        name = f"{self.cause.delivery.position}#{topic.name}/{key}"
        return Record(topic.name, partition, key.encode(), encode(request), self._headers(request.type, name))

    def _headers(self, event_type: str, name: str) -> Headers:
        delivery = self.cause.delivery
        cause = event_id(delivery.headers) or str(delivery.position)
        return binary_headers(event_type, name, cause, self.stamp.wall_ms, delivery.headers)

    def next_edition(self, last: int) -> int:
        """Above the key's last and not below the clock, so that an owner that knows less still prints higher."""
        return next_edition(last, self.stamp.wall_ms)
