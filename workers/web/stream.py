"""One stream of updates, from a subscriber's queue to its socket."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Final

from starlette.types import Receive, Scope, Send

from workers.web.events import Feed, Subscriber

HEADERS: Final = (
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    # For nginx, which would collect a stream until it is worth sending.
    (b"x-accel-buffering", b"no"),
)


class EventStream:
    """An ASGI application for one request. It ends when the reader goes or is dropped, or the feed closes.

    A reader that takes nothing blocks the sending; so what drops it stands beside it, and breaks it off.
    """

    def __init__(self, feed: Feed, subscriber: Subscriber, heartbeat: float) -> None:
        self._feed = feed
        self._subscriber = subscriber
        self._heartbeat = heartbeat

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002  ASGI
        try:
            await _first_of(self._pump(send), self._left(receive), self._dropped())
        finally:
            self._feed.unsubscribe(self._subscriber)

    async def _pump(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": list(HEADERS)})
        # At once: a reader wants to know that it is heard.
        await send({"type": "http.response.body", "body": b": hello\n\n", "more_body": True})
        while taken := await self._subscriber.take(self._heartbeat):
            await send({"type": "http.response.body", "body": taken, "more_body": True})
        if not self._subscriber.dropped.is_set():
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _left(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    async def _dropped(self) -> None:
        await self._subscriber.dropped.wait()


async def _first_of(*works: Coroutine[Any, Any, None]) -> None:
    """Until one is done; the others are broken off. Raises what they raise, in a group."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work) for work in works]
        _, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in others:
            task.cancel()
