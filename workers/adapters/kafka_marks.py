"""Where a group stands in the log, and where a moment does. Reads only."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any, Final

from aiokafka import AIOKafkaConsumer
from aiokafka import errors as kafka_errors
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.structs import TopicPartition

from workers.adapters.kafka_closing import closed
from workers.adapters.kafka_reader import Place
from workers.errors import Fatal, Transient
from workers.ports import Clock
from workers.settings import Kafka

CLIENT: Final = "copydesk-marks"
PATIENCE_SECONDS: Final = 10.0
"""A broker that never had a group makes the topic for their offsets at the first question."""
_PAUSE: Final = 0.2
_NOT_YET: Final = (
    kafka_errors.GroupCoordinatorNotAvailableError,
    kafka_errors.GroupLoadInProgressError,
    kafka_errors.NotCoordinatorForGroupError,
)


class KafkaMarks:
    """Asks the broker; connects for each question. Raises `Transient("broker-away")` or `Fatal`."""

    def __init__(self, kafka: Kafka, clock: Clock) -> None:
        self._kafka = kafka
        self._clock = clock

    async def committed(self, group: str) -> dict[Place, int]:
        """The offsets that a group has committed; a partition without one is left out."""
        admin = AIOKafkaAdminClient(bootstrap_servers=self._kafka.bootstrap, client_id=CLIENT)
        async with _asking(admin.start, admin.close):
            offsets = await self._offsets(admin, group)
        return {Place(*place): told.offset for place, told in offsets.items() if told.offset >= 0}

    async def _offsets(self, admin: AIOKafkaAdminClient, group: str) -> dict[Any, Any]:
        until = self._clock.now() + PATIENCE_SECONDS
        while True:
            try:
                offsets: dict[Any, Any] = await admin.list_consumer_group_offsets(group)
                return offsets
            except kafka_errors.GroupAuthorizationFailedError as error:
                raise Fatal("not-authorised", f"group {group}") from error
            except _NOT_YET:
                if self._clock.now() >= until:
                    raise
                await self._clock.sleep(_PAUSE)

    async def at_moment(self, places: Iterable[Place], wall_ms: int) -> dict[Place, int]:
        """The first offset whose record is not older; the end where there is none. Of topics that exist."""
        wanted = [TopicPartition(*place) for place in places]
        consumer = AIOKafkaConsumer(bootstrap_servers=self._kafka.bootstrap, client_id=CLIENT, enable_auto_commit=False)
        async with _asking(consumer.start, consumer.stop):
            found = await consumer.offsets_for_times(dict.fromkeys(wanted, wall_ms))
            ends = await consumer.end_offsets(wanted)
        return {Place(*place): told.offset if (told := found[place]) else ends[place] for place in wanted}


@asynccontextmanager
async def _asking(start: Any, stop: Any) -> AsyncIterator[None]:  # noqa: ANN401  aiokafka has no types
    try:
        try:
            await start()
            yield
        finally:
            await closed(stop())
    except (kafka_errors.KafkaError, OSError) as error:
        raise Transient("broker-away", repr(error)) from error
