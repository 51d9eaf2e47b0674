"""What a user asks of the shop, sent to whoever may hold something of them, and followed until it is done."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from schemas.codec import encode
from schemas.envelope import binary_headers
from schemas.inbound_users import REQUEST_TYPE, UserRequest
from schemas.topics import DAY_MS, PROFILE, SEGMENT_MS, USER_BEHAVIOUR, USER_LEDGER, dead_letters_of
from workers.adapters.kafka_producer import KafkaProducer
from workers.adapters.kafka_reader import KafkaReader
from workers.entrypoints.asking import Answers, sent
from workers.outcome import Position, Record
from workers.ports import Clock
from workers.settings import Kafka


@dataclass(frozen=True, slots=True)
class Receipt:
    """`done`: every partition's owner has answered. `expires`: topic -> when the last word of before is gone."""

    users: tuple[str, ...]
    positions: tuple[Position, ...]
    done: bool
    expires: Mapping[str, datetime]


@dataclass(frozen=True, slots=True)
class Wishing:
    """To every partition: where a user's events stand depends on a producer that is not ours to know."""

    kafka: Kafka
    clock: Clock

    async def ask(self, users: Sequence[str], action: str, within: float) -> Receipt:
        """Send, and wait up to `within` seconds for the outcomes. Raises `Fault`."""
        reader = KafkaReader(self.kafka, "copydesk-wishes")
        await reader.start()
        try:
            ledger = await reader.extents(await reader.places(USER_LEDGER.name))
            positions = await self._sent(users, action, len(ledger))
            done = await Answers(reader, self.clock, ledger).came(set(positions), within)
        finally:
            await reader.stop()
        return Receipt(tuple(users), tuple(positions), done, self._expiry() if action != "opt-in" else {})

    async def _sent(self, users: Sequence[str], action: str, partitions: int) -> list[Position]:
        producer = KafkaProducer(self.kafka, "copydesk-wishes", [USER_BEHAVIOUR])
        await producer.start()
        try:
            positions: list[Position] = []
            # The oldest pseudonym first, and confirmed: a profile that is on its way from there to a newer one is then
            # either forgotten before it leaves, or sees on arrival that it was (`plan/profile_move.py`).
            for user in reversed(users):
                positions += await sent(producer, list(_records(user, action, partitions, self.clock.wall_ms())))
        finally:
            await producer.stop()
        return positions

    def _expiry(self) -> dict[str, datetime]:
        """By retention; of `profile` only the mark is visible, and what stood before waits for compaction."""
        now = self.clock.wall_ms()
        topics = (USER_BEHAVIOUR, dead_letters_of(USER_BEHAVIOUR), USER_LEDGER)
        # Its own term, a segment that has to be closed first, and a day for the broker to come by.
        kept = {topic.name: (topic.retention_ms or 0) + SEGMENT_MS + DAY_MS for topic in topics}
        kept[PROFILE.name] = 2 * SEGMENT_MS + DAY_MS
        return {topic: datetime.fromtimestamp((now + ms) / 1000, UTC) for topic, ms in kept.items()}


def _records(user: str, action: str, partitions: int, wall_ms: int) -> Iterator[Record]:
    name = secrets.token_hex(8)
    request = UserRequest.model_validate({"id": name, "user": user, "action": action, "at_ms": wall_ms})
    for number in range(partitions):
        headers = binary_headers(REQUEST_TYPE, f"{name}-{number}", name, wall_ms)
        yield Record(USER_BEHAVIOUR.name, number, user.encode(), encode(request), headers)
