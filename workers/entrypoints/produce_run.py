"""One file on its way to its topic: paced, confirmed, and able to say where to go on."""

from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import islice
from typing import Final

from schemas.codec import encode
from schemas.topics import PRODUCT_CREATED
from workers.entrypoints.feeding import Item, feed, feeder
from workers.entrypoints.produce import Feed, Tally, events, paced
from workers.entrypoints.produce_event import Listing
from workers.entrypoints.produce_files import BadRow
from workers.ports import Clock
from workers.settings import Kafka

EVENT_TYPE: Final = "product-created/1"


class Sending:
    """`row`: how many of the file's records are done with, the broker's confirmation included."""

    def __init__(self, source: Feed, skip: int) -> None:
        self.tally = Tally()
        self.row = skip
        self.confirmed = 0
        self._source = source
        self._skip = skip
        self._at = skip
        self._under_way: deque[int] = deque()

    async def run(self, kafka: Kafka, clock: Clock, rate: float, progress: Callable[[int], None]) -> None:
        """Send it all. Raises `Fault`, `Misuse`; what was confirmed before stays confirmed."""

        def confirmed(so_far: int) -> None:
            self._confirm(so_far)
            progress(self.confirmed)

        async with feeder(kafka, PRODUCT_CREATED, EVENT_TYPE, clock) as to:
            await feed(to, self._items(rate, clock), rate, confirmed)
        self.row = self._at

    async def _items(self, rate: float, clock: Clock) -> AsyncIterator[Item]:
        async for listing in paced(self._listings(), rate, clock):
            yield listing.event.id.encode(), encode(listing.event)

    def _listings(self) -> Iterator[Listing]:
        for listing in self.tally.counted(self._numbered()):
            self._under_way.append(self._at)
            yield listing

    def _numbered(self) -> Iterator[Listing | BadRow]:
        for item in islice(events(self._source), self._skip, None):
            self._at += 1
            yield item

    def _confirm(self, so_far: int) -> None:
        for _ in range(so_far - self.confirmed):
            self.row = self._under_way.popleft()
        self.confirmed = so_far
