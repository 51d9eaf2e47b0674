"""The demonstration: the sample shop is fed to a running platform, its outcomes are watched, its copy is read."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from schemas.codec import decode, decode_json, encode
from schemas.outbound import LedgerEntry
from schemas.topics import CATALOGUE, PRODUCT_COPY, PRODUCT_CREATED, Topic
from workers.adapters.kafka_reader import KafkaReader
from workers.demo import broken, listings, story
from workers.entrypoints.feeding import Feeder, Item, feeder
from workers.entrypoints.produce.products import paced
from workers.entrypoints.produce.run import EVENT_TYPE
from workers.errors import Fatal
from workers.outcome import Position
from workers.ports import Clock
from workers.publish.fold import edition_of
from workers.settings import Kafka

PER_SECOND: Final = 40.0
"""An even pace, so that latencies say how long an event takes and not how long a queue was."""
STALLED_SECONDS: Final = 60.0
SHOWN: Final = ("apparel-linen-shirt", "kitchen-kettle", "zh-stationery-pen")

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Chapter:
    """An event of the shop's story, and what was said of it beforehand."""

    about: str
    expect: str
    position: Position


@dataclass(slots=True)
class Outcomes:
    """What the ledger says, as it comes. `entries` holds the last of each position, `seen_ms` the first's time."""

    clock: Clock
    entries: dict[Position, LedgerEntry] = field(default_factory=dict)
    seen_ms: dict[Position, int] = field(default_factory=dict)
    sent_ms: dict[Position, int] = field(default_factory=dict)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def follow(self, reader: KafkaReader, ledger: Topic) -> None:
        """Until cancelled, from the ledger's beginning: it is this platform's own."""
        extents = await reader.extents(await reader.places(ledger.name))
        async for batch in reader.follow({place: extent.start for place, extent in extents.items()}):
            for record in (record for records in batch.values() for record in records):
                entry = decode(record.value or b"", LedgerEntry, ledger.max_record_bytes)
                position = Position(entry.source.topic, entry.source.partition, entry.source.offset)
                self.entries[position] = entry
                self.seen_ms.setdefault(position, record.timestamp)
                self._news.set()

    async def wait(self, positions: Sequence[Position], progress: Progress) -> None:
        """Until each has an outcome. Raises `Fatal` when nothing comes for `STALLED_SECONDS`."""
        await self.until(lambda: (sum(position in self.entries for position in positions), len(positions)), progress)

    async def until(self, told: Callable[[], tuple[int, int]], progress: Progress) -> None:
        """Until as many are done as there are. Raises `Fatal` when nothing comes for `STALLED_SECONDS`."""
        while (count := told())[0] < count[1]:
            progress(*count)
            self._news.clear()
            try:
                async with asyncio.timeout(STALLED_SECONDS):
                    await self._news.wait()
            except TimeoutError as error:
                said = f"{count[1] - count[0]} events have no outcome after {STALLED_SECONDS:.0f} s"
                raise Fatal("demo-stalled", f"{said}; `copydesk doctor` looks at this machine") from error
        progress(*told())

    def latencies(self) -> list[int]:
        """Milliseconds from the sending of an event to its ledger entry, in ascending order.

        Dead letters are left out: they are held back on purpose, until it is clear that they are no fault of ours.
        """
        good = (p for p, entry in self.entries.items() if entry.verdict != "dead-lettered")
        return sorted(self.seen_ms[p] - self.sent_ms[p] for p in good if p in self.sent_ms)


def shop(products: int) -> list[Item]:
    """So many listings, repeated under other ids where there are not so many, the broken ones among them."""
    known = listings()
    items: list[Item] = []
    for number in range(products):
        listing = known[number % len(known)]
        again = number // len(known)
        if again:
            listing = listing.model_copy(update={"id": f"{listing.id}-{again + 1}"})
        items.append((listing.id.encode(), encode(listing)))
    bad = [(event.key, event.value) for event in broken()]
    apart = max(1, len(items) // len(bad))
    for number, item in enumerate(bad, start=1):
        items.insert(min(len(items), number * (apart + 1) - 1), item)
    return items


@asynccontextmanager
async def watching(reader: KafkaReader, ledger: Topic, clock: Clock) -> AsyncIterator[Outcomes]:
    """A ledger, followed while the block runs. Raises what the block raises, or the reader."""
    outcomes = Outcomes(clock)
    await reader.start()
    try:
        async with asyncio.TaskGroup() as group:
            following = group.create_task(outcomes.follow(reader, ledger))
            yield outcomes
            following.cancel()
    except BaseExceptionGroup as errors:
        # Whichever came first has cancelled the other: there is one, and callers know it by its class.
        raise errors.exceptions[0] from errors
    finally:
        await reader.stop()


async def run(kafka: Kafka, clock: Clock, products: int, outcomes: Outcomes, progress: Progress) -> list[Chapter]:
    """Feed the shop, then its story, event by event: each is handled before the next is sent."""
    async with feeder(kafka, PRODUCT_CREATED, EVENT_TYPE, clock) as to:
        items = shop(products)
        positions = [await _one(to, clock, item, outcomes) async for item in paced(items, PER_SECOND, clock)]
        await outcomes.wait(positions, progress)
        keys = {key for key, _ in items}
        chapters = []
        for event in story():
            if event.key in keys:
                position = await _one(to, clock, (event.key, event.value), outcomes)
                chapters.append(Chapter(event.about, event.expect, position))
                await outcomes.wait([*positions, *(one.position for one in chapters)], progress)
    return chapters


async def _one(to: Feeder, clock: Clock, item: Item, outcomes: Outcomes) -> Position:
    (position,) = await sent(to, clock, [item], outcomes)
    return position


async def sent(to: Feeder, clock: Clock, items: Sequence[Item], outcomes: Outcomes) -> list[Position]:
    """Where they stand; their outcomes are waited for from now on."""
    now = clock.wall_ms()
    positions = await to.send(items)
    outcomes.sent_ms.update(dict.fromkeys(positions, now))
    return positions


async def shelf(kafka: Kafka, products: Sequence[str]) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """The visible copy of these products, and their entries in the catalogue, by product."""
    reader = KafkaReader(kafka, "copydesk-demo-shelf")
    await reader.start()
    try:
        copies = await _visible(reader, PRODUCT_COPY)
        entries = await _visible(reader, CATALOGUE)
    finally:
        await reader.stop()
    shown = [copy for name in products for copy in copies if copy["product"] == name]
    return shown, {entry["product"]: entry for entry in entries if entry["product"] in products}


async def _visible(reader: KafkaReader, topic: Topic) -> list[dict[str, Any]]:
    """The fold by edition of a whole topic; the demo's are small."""
    extents = await reader.extents(await reader.places(topic.name))
    top: dict[bytes, tuple[int, bytes | None]] = {}
    async for batch in reader.read_range(extents):
        for record in (record for records in batch.values() for record in records):
            edition = edition_of(record.headers)
            key = record.key or b""
            if edition >= top.get(key, (0, None))[0]:
                top[key] = (edition, record.value)
    values = (value for _, value in top.values())
    return [decode_json(value, topic.max_record_bytes) for value in values if value is not None]


def quantile(ascending: Sequence[int], share: float) -> int:
    """The value below which `share` of them lie; 0 of none."""
    return ascending[min(len(ascending) - 1, int(len(ascending) * share))] if ascending else 0


def counted(entries: Mapping[Position, LedgerEntry]) -> dict[str, int]:
    """Verdicts of the events, by verdict; dead letters by reason as `dead-lettered: reason` as well."""
    counts: dict[str, int] = {}
    for entry in entries.values():
        counts[entry.verdict] = counts.get(entry.verdict, 0) + 1
        if entry.verdict == "dead-lettered":
            name = f"  {entry.reason}"
            counts[name] = counts.get(name, 0) + 1
    return counts
