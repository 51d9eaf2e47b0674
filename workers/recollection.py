"""What stands on the shelves when partitions come: read from the owner's own tables, behind the events.

Nobody waits for it. Until it is done, drafts are compared with fewer texts than there are.
"""

import asyncio
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from heapq import nlargest
from typing import Any, Final, Protocol

from schemas.outbound import AudienceBlurb, CatalogueEntry, ProductCopy
from schemas.topics import AUDIENCE_BLURB, CATALOGUE, PRODUCT_COPY, PRODUCT_CREATED
from workers.desks.contract import Desk, held_as
from workers.desks.describe import Describe
from workers.desks.sheet import facts_in
from workers.dispatch import Dispatcher
from workers.edit.sameness.shelves import Shelves
from workers.errors import Abandoned
from workers.outcome import Entry
from workers.plan.audience import Audience
from workers.plan.benefits import Benefits
from workers.plan.blurb import blurb_brief
from workers.plan.brief import Brief, Fact
from workers.plan.select import select
from workers.ports import Clock
from workers.publish.ack import Partition

RECORDS: Final = 2000
"""Of each table, the newest, in equal parts from all partitions: about a second of CPU."""
PAGE: Final = 500
TURN: Final = 8
"""Records between which the loop turns, so that it is held for some milliseconds."""

Texts = Iterator[tuple[Brief, str]]


class Table(Protocol):
    """A table of this worker. Raises `Abandoned` for a partition that is not held, or not restored."""

    def get(self, partition: int, key: bytes) -> Entry | None:
        """The entry of highest edition."""
        ...

    def page(self, partition: int, after: bytes, limit: int) -> list[tuple[bytes, Entry]]:
        """Up to `limit` entries behind `after`, in key order."""
        ...


class Owner(Protocol):
    """Who knows what this worker holds."""

    def held(self) -> Sequence[Partition]:
        """The input partitions."""
        ...


class Recollection:
    """One for each worker that owns product copy; `run` is its task. A partition that comes back is read again."""

    def __init__(self, tables: Mapping[str, Table], shelves: Shelves, benefits: Benefits, clock: Clock) -> None:
        self._tables = tables
        self._shelves = shelves
        self._benefits = benefits
        self._clock = clock
        self._wake = asyncio.Event()
        self._known: set[int] = set()

    def wake(self) -> None:
        """Partitions have come, and their tables are there."""
        self._wake.set()

    async def run(self, owner: Owner) -> None:
        """Read what is new whenever woken, until cancelled. Raises `Fatal` when the disk fails."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            held = {partition.number for partition in owner.held() if partition.topic == PRODUCT_CREATED.name}
            self._known &= held
            for number in sorted(held - self._known):
                await self._read(number, max(1, RECORDS // len(held)))

    async def _read(self, number: int, records: int) -> None:
        try:
            for topic in (PRODUCT_COPY, AUDIENCE_BLURB):
                table = self._tables[topic.name]
                for turn, key in enumerate(await self._newest(table, number, records)):
                    entry = table.get(number, key)
                    is_copy = topic is PRODUCT_COPY
                    self._recall(number, held_as(entry, ProductCopy) if is_copy else held_as(entry, AudienceBlurb))
                    if turn % TURN == 0:
                        await self._clock.sleep(0)
        except Abandoned:
            return
        self._known.add(number)

    async def _newest(self, table: Table, number: int, records: int) -> list[bytes]:
        found: list[tuple[int, bytes]] = []
        after = b""
        while page := table.page(number, after, PAGE):
            after = page[-1][0]
            standing = [(entry.edition, key) for key, entry in page if entry.value is not None]
            found = nlargest(records, [*found, *standing])
            await self._clock.sleep(0)
        return [key for _, key in found]

    def _recall(self, number: int, told: ProductCopy | AudienceBlurb | None) -> None:
        if told is None:
            return
        entry = held_as(self._tables[CATALOGUE.name].get(number, told.product.encode()), CatalogueEntry)
        if entry is not None:
            for brief, text in texts_in(told, facts_in(entry), self._benefits):
                self._shelves.recall(brief, text)


def recollecting(
    desks: Mapping[str, Desk], tables: Mapping[str, Table], shelves: Shelves, dispatcher: Dispatcher
) -> list[Coroutine[Any, Any, None]]:
    """The task of a worker that owns product copy and has room to remember it; none of any other."""
    describe = desks.get(PRODUCT_CREATED.name)
    if not isinstance(describe, Describe) or not shelves.texts:
        return []
    recollection = Recollection(tables, shelves, describe.benefits, dispatcher.clock)
    dispatcher.on_open(recollection.wake)
    return [recollection.run(dispatcher)]


def texts_in(told: ProductCopy | AudienceBlurb, facts: tuple[Fact, ...], benefits: Benefits) -> Texts:
    """What is published, each with the brief by which it would be ordered now: that says on which shelf it stands."""
    if isinstance(told, AudienceBlurb):
        audience = Audience(told.audience, told.facets)
        brief = blurb_brief(told.product, facts, told.locale, audience, benefits)
        if brief is not None:
            yield brief, told.blurb.text
        return
    for brief in select(told.product, facts, told.locale, benefits).briefs:
        if (kind := told.kinds.get(brief.kind)) is not None:
            yield brief, kind.text
