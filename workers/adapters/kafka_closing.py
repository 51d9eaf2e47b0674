"""The end of an aiokafka client, with our own cancellation kept apart from those that aiokafka makes."""

import asyncio
from collections.abc import Awaitable


async def closed(closing: Awaitable[object]) -> None:
    """Await a client's `close` or `stop`. A cancellation of the caller is passed on, one of aiokafka's own is not.

    aiokafka 0.14.0 ends its tasks under `suppress(CancelledError)`: ours, when it comes in that very moment, would end
    there, and a loop that was told to stop would go on for ever. And a consumer without a group, stopped before its
    first task has run, lets its own cancellation out.
    """
    asked = _asked()
    try:
        await closing
    except asyncio.CancelledError:
        if _asked() > asked:
            raise
    if _asked() > asked:
        raise asyncio.CancelledError


def _asked() -> int:
    """How often the running task has been told to end."""
    task = asyncio.current_task()
    return task.cancelling() if task else 0
