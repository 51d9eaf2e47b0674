"""One file on its way to its topic: paced, confirmed, and able to say where to go on."""

from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from schemas.codec import encode
from schemas.topics import PRODUCT_CREATED, USER_BEHAVIOUR, Topic
from workers.entrypoints.feeding import Item, feed, feeder
from workers.entrypoints.produce.products import Found, Sendable, Tally, paced
from workers.ports import Clock
from workers.settings import Kafka

EVENT_TYPE: Final = "product-created/1"


@dataclass(frozen=True, slots=True)
class Route:
    """Where events go, and what their headers say they are."""

    topic: Topic
    event_type: str


PRODUCTS: Final = Route(PRODUCT_CREATED, EVENT_TYPE)
BEHAVIOUR: Final = Route(USER_BEHAVIOUR, "user-behaviour/1")


class Sending:
    """`records` gives what became of each of the file's records: perhaps nothing, perhaps several events.

    `row`: how many of them are done with, the broker's confirmation included.
    """

    def __init__(self, route: Route, records: Iterable[Sequence[Found]], skip: int) -> None:
        self.tally = Tally()
        self.row = skip
        self.confirmed = 0
        self._route = route
        self._records = records
        self._skip = skip
        self._at = skip
        self._under_way: deque[int] = deque()

    async def run(self, kafka: Kafka, clock: Clock, rate: float, progress: Callable[[int], None]) -> None:
        """Send it all. Raises `Fault`, `Misuse`; what was confirmed before stays confirmed."""

        def confirmed(so_far: int) -> None:
            self._confirm(so_far)
            progress(self.confirmed)

        async with feeder(kafka, self._route.topic, self._route.event_type, clock) as to:
            await feed(to, self._items(rate, clock), rate, confirmed)
        self.row = self._at

    async def _items(self, rate: float, clock: Clock) -> AsyncIterator[Item]:
        async for made in paced(self._events(), rate, clock):
            yield made.key.encode(), encode(made.event)

    def _events(self) -> Iterator[Sendable]:
        for made in self.tally.counted(self._numbered()):
            self._under_way.append(self._at)
            yield made

    def _numbered(self) -> Iterator[Found]:
        for found in islice(self._records, self._skip, None):
            # A record is done with when its last event is: one that was cut in two is sent again, under the same ids.
            yield from found[:-1]
            self._at += 1
            yield from found[-1:]

    def _confirm(self, so_far: int) -> None:
        for _ in range(so_far - self.confirmed):
            self.row = self._under_way.popleft()
        self.confirmed = so_far
