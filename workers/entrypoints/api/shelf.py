"""The read side's store: every topic that it follows, readable at once where the folder holds it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Coroutine
from functools import partial
from typing import Any, Final

from schemas.topics import AFFINITY, AUDIENCE, AUDIENCE_BLURB, CATALOGUE, PERSONAL_COPY, PRODUCT_COPY, PROFILE, Topic
from workers.adapters.kafka_connection import mend_connections
from workers.adapters.kafka_reader import KafkaReader
from workers.adapters.tables_around import Around
from workers.adapters.tables_changes import Changes
from workers.adapters.tables_served import ServedTable
from workers.entrypoints.ending import Ending
from workers.settings import Settings
from workers.web.events import Announcer, Bounds, Feed
from workers.web.shelf import Shelf

FOLDER: Final = "read-side"
FOLLOWED: Final = (CATALOGUE, PRODUCT_COPY, PERSONAL_COPY, AUDIENCE_BLURB, AFFINITY, AUDIENCE)
"""In the order of `Shelf`."""
KEPT_ROWS: Final = 4096
"""Of each topic about products: popular ones are looked up again and again. Some 10 MB."""


@contextlib.asynccontextmanager
async def shelf_and_feed(settings: Settings, around: Around, ending: Ending) -> AsyncIterator[tuple[Shelf, Feed]]:
    """All topics, followed for as long as the block runs, and the updates that they give."""
    mend_connections()
    tables = [_table(settings, topic, around) for topic in FOLLOWED]
    catalogue, copies, personal, blurbs, affinity, audiences = tables
    changes = Changes()
    for table in (catalogue, copies, blurbs):
        table.changes = changes
    for table in (catalogue, copies):
        table.keep_rows(KEPT_ROWS)
    shelf = Shelf(catalogue, copies, personal, blurbs, affinity, audiences, changes.of)
    feed = Feed(Bounds(settings.api.updates_kept, settings.api.subscribers, settings.api.updates_queued))
    announcer = Announcer(shelf, feed)
    copies.heard, copies.renewed = announcer.copy_heard, feed.reset
    blurbs.heard, blurbs.renewed = announcer.blurb_heard, feed.reset
    personal.heard, personal.renewed = announcer.user_heard, feed.reset
    for table in tables:
        table.open()
    async with working(ending, *(table.run() for table in tables)):
        yield shelf, feed


@contextlib.asynccontextmanager
async def profile_table(settings: Settings, around: Around, ending: Ending) -> AsyncIterator[ServedTable]:
    """What is known of users, for the demo's trace alone: no answer of the read side is made of it."""
    table = _table(settings, PROFILE, around)
    table.open()
    async with working(ending, table.run()):
        yield table


def _table(settings: Settings, topic: Topic, around: Around) -> ServedTable:
    connect = partial(KafkaReader, settings.kafka, f"{settings.name}-api-{topic.name}")
    return ServedTable(settings.data_dir / FOLDER, connect, topic.name, around)


@contextlib.asynccontextmanager
async def working(ending: Ending, *works: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """These run beside the block; one that fails ends the process, and the block's end ends them all."""
    tasks = [asyncio.get_running_loop().create_task(work) for work in works]
    for task in tasks:
        task.add_done_callback(partial(_told, ending))
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _told(ending: Ending, task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        ending.fail(error)
