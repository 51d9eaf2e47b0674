"""Updates as they happen: a bounded ring that late readers resume in, and a bounded queue for each reader.

A reader that does not keep up is dropped: it comes back with the last id that it saw, or reads everything again.
What is told of one user has no id and is not kept: whoever listens is told at the beginning how it stands, and a busy
day of all users together does not push the products out of the ring.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import Final, NamedTuple, TypeVar

from schemas.codec import encode
from workers.outcome import Entry
from workers.web.shelf import Shelf
from workers.web.views import BlurbUpdateView, UpdateView, UserUpdateView, View

RESET: Final = b"event: reset\ndata: {}\n\n"
"""What was missed cannot be told: read everything anew."""
HEARTBEAT: Final = b": alive\n\n"


class Update(NamedTuple):
    """One record that arrived. `id`: its partition and offset, and before them a letter for any but product copy."""

    id: str
    body: bytes
    event: str = "product-copy"

    @property
    def frame(self) -> bytes:
        """As it stands in the stream."""
        return b"id: %s\n%s" % (self.id.encode(), _frame(self.event, self.body))


def _frame(event: str, body: bytes) -> bytes:
    return b"event: %s\ndata: %s\n\n" % (event.encode(), body)


def user_frame(view: UserUpdateView) -> bytes:
    """Without an id, so that a reader goes on where it was with the products."""
    return _frame("personal-copy", encode(view))


class Bounds(NamedTuple):
    """How much is kept, for how many, and how much of it for each."""

    kept: int
    subscribers: int
    queued: int


class Subscriber:
    """One reader. `ended` is set when there will be nothing more: it was dropped, or we stop. `user`: of whom it is
    told, beside the products.
    """

    def __init__(self, backlog: list[bytes], queued: int, user: str | None = None) -> None:
        self.user = user
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
        self._of_users: dict[str, set[Subscriber]] = {}
        self._closed = False

    def __len__(self) -> int:
        return len(self._subscribers)

    def tell(self, update: Update) -> None:
        self._kept.append(update)
        self._push_all(update.frame)

    def listens(self, user: str) -> bool:
        """Whether anybody wants to hear of this user."""
        return user in self._of_users

    def tell_of(self, view: UserUpdateView) -> None:
        """To those alone who listen for this user."""
        for subscriber in tuple(self._of_users.get(view.user, ())):
            self._push(subscriber, user_frame(view))

    def reset(self) -> None:
        """Something was missed that nobody can tell any more: everybody reads anew, those too who come back."""
        self._kept.clear()
        self._push_all(RESET)

    def subscribe(self, last_id: str, user: str | None = None) -> Subscriber | None:
        """A reader that goes on behind `last_id` (empty: from now on); None where all places are taken."""
        if self._closed or len(self._subscribers) >= self._bounds.subscribers:
            return None
        subscriber = Subscriber(self._missed(last_id), self._bounds.queued, user)
        self._subscribers.add(subscriber)
        if user is not None:
            self._of_users.setdefault(user, set()).add(subscriber)
        return subscriber

    def unsubscribe(self, subscriber: Subscriber) -> None:
        self._subscribers.discard(subscriber)
        listening = self._of_users.get(subscriber.user or "", set())
        listening.discard(subscriber)
        if subscriber.user is not None and not listening:
            self._of_users.pop(subscriber.user, None)

    def close(self) -> None:
        """End every stream, and begin none."""
        self._closed = True
        for subscriber in self._subscribers:
            subscriber.end()
        self._subscribers.clear()
        self._of_users.clear()

    def _push_all(self, frame: bytes) -> None:
        for subscriber in tuple(self._subscribers):
            self._push(subscriber, frame)

    def _push(self, subscriber: Subscriber, frame: bytes) -> None:
        subscriber.push(frame)
        if subscriber.ended:
            self.unsubscribe(subscriber)

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

    def __init__(self, shelf: Shelf, feed: Feed) -> None:
        self._shelf = shelf
        self._feed = feed

    def copy_heard(self, partition: int, offset: int, key: bytes) -> None:
        """A record of product copy is in the store. One whose key is none of ours is passed over."""
        entry = self._shelf.copies.get(partition, key)
        view = None if entry is None else _view(UpdateView, key, ("product", "locale"), entry)
        if view is not None:
            self._feed.tell(Update(f"{partition}-{offset}", encode(view)))

    def blurb_heard(self, partition: int, offset: int, key: bytes) -> None:
        """The same, of a blurb."""
        entry = self._shelf.blurbs.get(partition, key)
        view = None if entry is None else _view(BlurbUpdateView, key, ("product", "audience", "locale"), entry)
        if view is not None:
            self._feed.tell(Update(f"b{partition}-{offset}", encode(view), "audience-blurb"))

    def user_heard(self, partition: int, offset: int, key: bytes) -> None:  # noqa: ARG002  as the others are told
        """There is something else for a user: nearly always nobody listens, and then nothing is looked up."""
        user = key.decode(errors="replace")
        if self._feed.listens(user):
            self.tell_of(user)

    def tell_of(self, user: str) -> None:
        """How it stands with a user now, to those who listen for them."""
        self._feed.tell_of(standing(self._shelf, user))


def standing(shelf: Shelf, user: str) -> UserUpdateView:
    """The user's edition. Of one of whom there is nothing it is 0."""
    found = shelf.personal.find(user.encode())
    edition, value = (0, None) if found is None else (found[1].edition, found[1].value)
    return UserUpdateView(user=user, edition=edition, withdrawn=value is None)


AnyView = TypeVar("AnyView", bound=View)


def _view(kind: type[AnyView], key: bytes, names: Sequence[str], entry: Entry) -> AnyView | None:
    parts = key.decode(errors="replace").split(" ")
    if len(parts) != len(names):
        return None
    told = dict(zip(names, parts, strict=True))
    try:
        return kind.model_validate({**told, "edition": entry.edition, "withdrawn": entry.value is None})
    except ValueError:
        return None
