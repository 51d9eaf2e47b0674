"""What pages send, on its way to an input topic: a bounded queue, and one task that empties it.

An answer to a page promises no more than that there was room: the broker may be away, and a page that waited for it
would be as absent as it is.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from itertools import islice
from typing import Final

from schemas.codec import encode
from schemas.inbound_users import CopyFeedback, UserBehaviour
from schemas.topics import COPY_FEEDBACK, USER_BEHAVIOUR, Topic
from workers.entrypoints.feeding import BATCH, Feeder, Item, feeder
from workers.errors import Fault, Permanent
from workers.logs import get_log
from workers.ports import Clock, Meter
from workers.settings import Kafka

WAITING: Final = 2000
"""Records: below a megabyte."""
RETRY_SECONDS: Final = 2.0


class Posting:
    """One topic. `run` sends on what was offered, in order, again after each failure; a record may come twice."""

    def __init__(self, kafka: Kafka, topic: Topic, clock: Clock, meter: Meter) -> None:
        self._kafka = kafka
        self._topic = topic
        self._clock = clock
        self._meter = meter
        self._waiting: deque[Item] = deque()
        self._some = asyncio.Event()
        self._none = asyncio.Event()
        self._none.set()

    def offer(self, items: Sequence[Item]) -> bool:
        """Take all, or none where there is no room."""
        if len(self._waiting) + len(items) > WAITING:
            self._count("full", len(items))
            return False
        self._waiting.extend(items)
        self._some.set()
        self._none.clear()
        return True

    async def run(self) -> None:
        """Until cancelled. Nothing is connected before there is something to send."""
        while True:
            await self._some.wait()
            try:
                async with feeder(self._kafka, self._topic, f"{self._topic.name}/1", self._clock) as to:
                    await self._empty(to)
            except Fault as fault:
                get_log("api").warning("posting_away", topic=self._topic.name, reason=fault.reason)
                await self._clock.sleep(RETRY_SECONDS)

    async def emptied(self, seconds: float) -> None:
        """Return once everything is sent, or after so long."""
        try:
            async with asyncio.timeout(seconds):
                await self._none.wait()
        except TimeoutError:
            self._count("lost", len(self._waiting))

    async def _empty(self, to: Feeder) -> None:
        while True:
            await self._some.wait()
            batch = tuple(islice(self._waiting, BATCH))
            result = await _sent(to, batch)
            self._count(result, len(batch))
            for _ in batch:
                self._waiting.popleft()
            if not self._waiting:
                self._some.clear()
                self._none.set()

    def _count(self, result: str, amount: int) -> None:
        self._meter.count("api_posted_total", amount, topic=self._topic.name, result=result)


async def _sent(to: Feeder, batch: Sequence[Item]) -> str:
    try:
        await to.send(batch)
    except Permanent:
        return "refused"
    return "sent"


class FeedbackPost:
    """`web.feedback.Post`. What is nobody's has no key, and any partition."""

    def __init__(self, kafka: Kafka, clock: Clock, meter: Meter) -> None:
        self.posting = Posting(kafka, COPY_FEEDBACK, clock, meter)

    def offer(self, items: Sequence[CopyFeedback]) -> bool:
        return self.posting.offer([(item.user.encode() if item.user else None, encode(item)) for item in items])


class BehaviourPost:
    """What the demo's shoppers do: `web.demo.Shoppers`."""

    def __init__(self, kafka: Kafka, clock: Clock, meter: Meter) -> None:
        self.posting = Posting(kafka, USER_BEHAVIOUR, clock, meter)

    def offer(self, event: UserBehaviour) -> bool:
        return self.posting.offer([(event.user.encode(), encode(event))])
