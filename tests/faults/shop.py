"""The shop's own producer: sends events where they belong and knows what the broker has taken."""

from collections.abc import Iterable

from confluent_kafka import KafkaError, Message, Producer

from tests.faults import topic_log
from tests.faults.topic_log import Unreadable
from tests.faults.workload import Event

SENT_WITHIN = 90.0


class Shop:
    """Idempotent, in order, compressed; waits as long as a broker may be away in a test."""

    def __init__(self, bootstrap: str) -> None:
        self._producer = Producer(
            {
                "bootstrap.servers": bootstrap,
                "log_level": topic_log.QUIET,
                "enable.idempotence": True,
                "compression.type": "gzip",
                # Below the topics' limit even where nothing can be compressed.
                "batch.size": 32_768,
                "linger.ms": 2,
                "message.timeout.ms": int(SENT_WITHIN * 1000),
                "reconnect.backoff.max.ms": 500,
            }
        )
        self._refused: list[str] = []
        self.taken: list[tuple[int, int]] = []

    def send(self, events: Iterable[Event], topic: str = topic_log.INPUT) -> None:
        """Return when the broker has confirmed every record. Raises `Unreadable` when it took one not."""
        for event in events:
            self._producer.produce(
                topic,
                key=event.key,
                value=event.value,
                partition=event.partition,
                headers=list(event.headers),
                on_delivery=self._told,
            )
            self._producer.poll(0)
        left = self._producer.flush(SENT_WITHIN)
        if left or self._refused:
            raise Unreadable(f"{left} not sent, refused: {self._refused[:3]}")

    def _told(self, error: KafkaError | None, message: Message) -> None:
        if error is not None:
            self._refused.append(str(error))
        elif message.topic() == topic_log.INPUT:
            self.taken.append((message.partition() or 0, message.offset() or 0))
