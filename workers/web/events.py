"""Updates as they happen: a bounded ring that late readers resume in, and a bounded queue for each reader.

A reader that does not keep up is dropped: it comes back with the last id that it saw, or reads everything again.
"""

import asyncio
from collections import deque
from typing import Final, NamedTuple

from schemas.codec import encode
from workers.web.shelf import Served
from workers.web.views import UpdateView

RESET: Final = b"event: reset\ndata: {}\n\n"
"""What was missed cannot be told: read everything anew."""
HEARTBEAT: Final = b": alive\n\n"


class Update(NamedTuple):
    """One record that arrived. `id`: its partition and offset."""

    id: str
    body: bytes

    @property
    def frame(self) -> bytes:
        """As it stands in the stream."""
        return b"id: %s\nevent: product-copy\ndata: %s\n\n" % (self.id.encode(), self.body)


class Bounds(NamedTuple):
    """How much is kept, for how many, and how much of it for each."""

    kept: int
    subscribers: int
    queued: int


class Subscriber:
    """One reader. `ended` is set when there will be nothing more: it was dropped, or we stop."""

    def __init__(self, backlog: list[bytes], queued: int) -> None:
        # What is owed from the ring does not count: only what is added while the reader looks away.
        self._frames = deque(backlog)
        self._room = len(backlog) + queued
        self._some = asyncio.Event()
        self.dropped = asyncio.Event()
        self.ended = False
        if backlog:
            self._some.set()

    def push(self, frame: bytes) -> None:
        if len(self._frames) >= self._room:
            self.drop()
            return
        self._frames.append(frame)
        self._some.set()

    def drop(self) -> None:
        """Nothing more, and at once: what is queued is not worth its memory."""
        self._frames.clear()
        self.dropped.set()
        self.end()

    def end(self) -> None:
        self.ended = True
        self._some.set()

    async def take(self, patience: float) -> bytes:
        """What has come; a heartbeat where nothing has for `patience` seconds; empty at the end."""
        try:
            async with asyncio.timeout(patience):
                await self._some.wait()
        except TimeoutError:
            return HEARTBEAT
        if not self.ended:
            self._some.clear()
        taken = b"".join(self._frames)
        self._frames.clear()
        return taken


class Feed:
    """Everything that was told lately, and those who listen."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._kept: deque[Update] = deque(maxlen=bounds.kept)
        self._subscribers: set[Subscriber] = set()
        self._closed = False

    def __len__(self) -> int:
        return len(self._subscribers)

    def tell(self, update: Update) -> None:
        self._kept.append(update)
        self._push(update.frame)

    def reset(self) -> None:
        """Something was missed that nobody can tell any more: everybody reads anew, those too who come back."""
        self._kept.clear()
        self._push(RESET)

    def subscribe(self, last_id: str) -> Subscriber | None:
        """A reader that goes on behind `last_id` (empty: from now on); None where all places are taken."""
        if self._closed or len(self._subscribers) >= self._bounds.subscribers:
            return None
        subscriber = Subscriber(self._missed(last_id), self._bounds.queued)
        self._subscribers.add(subscriber)
        return subscriber

    def unsubscribe(self, subscriber: Subscriber) -> None:
        self._subscribers.discard(subscriber)

    def close(self) -> None:
        """End every stream, and begin none."""
        self._closed = True
        for subscriber in self._subscribers:
            subscriber.end()
        self._subscribers.clear()

    def _push(self, frame: bytes) -> None:
        for subscriber in tuple(self._subscribers):
            subscriber.push(frame)
            if subscriber.ended:
                self._subscribers.discard(subscriber)

    def _missed(self, last_id: str) -> list[bytes]:
        if not last_id:
            return []
        ids = [update.id for update in self._kept]
        if last_id not in ids:
            return [RESET]
        # The last of that id: a follower that began anew tells the same records again.
        at = len(ids) - ids[::-1].index(last_id)
        return [update.frame for update in list(self._kept)[at:]]


class Announcer:
    """From records that arrived to updates: what is told is what the store holds now, not what the record said."""

    def __init__(self, copies: Served, feed: Feed) -> None:
        self._copies = copies
        self._feed = feed

    def heard(self, partition: int, offset: int, key: bytes) -> None:
        """A record is in the store. One whose key is none of ours is passed over."""
        entry = self._copies.get(partition, key)
        product, _, locale = key.partition(b" ")
        if entry is None:
            return
        try:
            view = UpdateView(
                product=product.decode(), locale=locale.decode(), edition=entry.edition, withdrawn=entry.value is None
            )
        except ValueError:
            return
        self._feed.tell(Update(f"{partition}-{offset}", encode(view)))
