"""What a worker that begins recalls of its shelves: the texts that stand, on the shelves where they were published."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from schemas.codec import encode_json
from schemas.kinds import Kind
from schemas.topics import CATALOGUE, COPY_REQUESTS, PRODUCT_COPY, PRODUCT_CREATED
from tests.doubles import ManualClock, settle
from workers import recollection
from workers.adapters.memory import MemoryTable
from workers.bootstrap import desks_of
from workers.demo import listings
from workers.edit.sameness.shelves import KINDS, Shelves, shelf_of
from workers.entrypoints.trial.event import Bench, Trial, bench
from workers.errors import Abandoned
from workers.outcome import Delivery, Entry, Position
from workers.plan.benefits import Benefits, load
from workers.plan.brief import Brief
from workers.publish.ack import Partition
from workers.recollection import Recollection, recollecting
from workers.settings import Settings

NAMES = ("Harrow", "Fenwick", "Tavi", "Osier", "Birch", "Kelso")


def mug(name: str, **changes: object) -> dict[str, object]:
    return {
        "id": name.lower(),
        "locales": ["en-GB"],
        "title": f"{name} Mug",
        "brand": name,
        "category": ["Kitchen", "Mugs"],
        "attributes": [
            {"name": "material", "value": "stoneware"},
            {"name": "colour", "value": "blue"},
            {"name": "capacity", "value": "350", "unit": "ml"},
        ],
    } | changes


Put = tuple[str, tuple[str, str, Kind], str]


class Recorded(Shelves):
    """Shelves that say what was put back on them."""

    def __init__(self) -> None:
        super().__init__()
        self.put: list[Put] = []

    def recall(self, brief: Brief, text: str) -> None:
        """Note it."""
        self.put.append((brief.product, shelf_of(brief), text))


@dataclass
class Paged:
    """A table of one partition; `restored` is what a worker has of it so far."""

    table: MemoryTable
    restored: bool = True
    reads: list[bytes] = field(default_factory=list)

    def get(self, partition: int, key: bytes) -> Entry | None:
        """Told which."""
        self.reads.append(key)
        return self.table.get(partition, key)

    def page(self, partition: int, after: bytes, limit: int) -> list[tuple[bytes, Entry]]:
        """In key order."""
        if not self.restored:
            raise Abandoned("partition-not-restored")
        return [item for item in self.table.scan(partition, b"") if item[0] > after][:limit]


@dataclass
class Owner:
    """What it asks of the dispatcher."""

    numbers: tuple[int, ...] = (0,)

    def held(self) -> tuple[Partition, ...]:
        """Two topics of each number."""
        topics = (PRODUCT_CREATED.name, COPY_REQUESTS.name)
        return tuple(Partition(topic, number) for number in self.numbers for topic in topics)


@pytest.fixture(scope="module")
def benefits() -> Benefits:
    return load()


def delivery(topic: str, offset: int, key: str, value: dict[str, object] | None) -> Delivery:
    return Delivery(Position(topic, 0, offset), key.encode(), None if value is None else encode_json(value), (), 1)


@asynccontextmanager
async def shop(*products: dict[str, object]) -> AsyncIterator[Bench]:
    """A worker in memory that has published these, one a second."""
    clock = ManualClock()
    async with bench(desks_of(Settings()), clock) as table:
        for offset, product in enumerate(products):
            await table.handle(delivery(PRODUCT_CREATED.name, offset, str(product["id"]), product))
            await clock.advance(1)
        yield table


@asynccontextmanager
async def begun(
    tables: dict[str, Paged], shelves: Shelves, benefits: Benefits, owner: Owner
) -> AsyncIterator[Recollection]:
    """A worker's recollection, woken once."""
    made = Recollection(tables, shelves, benefits, ManualClock())
    task = asyncio.get_running_loop().create_task(made.run(owner))
    made.wake()
    await settle(200)
    yield made
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def paged(table: Bench) -> dict[str, Paged]:
    return {name: Paged(rows) for name, rows in table.sink.tables.items()}


def published(trials: Iterable[Trial]) -> Iterator[Put]:
    """The prose of it."""
    written = (one for trial in trials for one in trial.written if one.copy and one.brief.kind in KINDS)
    return ((one.brief.product, shelf_of(one.brief), one.copy.text) for one in written if one.copy)


async def test_every_text_is_recalled_to_the_shelf_on_which_it_was_published(benefits) -> None:
    trials, shelves = [], Recorded()
    first, *_ = products = [listing.model_dump(mode="json") for listing in listings()]
    asked = {"type": "blurb-request/1", "product": first["id"], "locale": first["locales"][0]}
    asked |= {"audience": "kitchen", "facets": ["m:stoneware"]}
    async with shop() as table:
        for offset, product in enumerate(products):
            trials.append(await table.handle(delivery(PRODUCT_CREATED.name, offset, product["id"], product)))
        trials.append(await table.handle(delivery(COPY_REQUESTS.name, 0, first["id"], asked)))
        async with begun(paged(table), shelves, benefits, Owner()):
            pass
    live = set(published(trials))
    assert len(live) > len(products)
    assert {shelf[2] for _, shelf, _ in live} == KINDS
    assert {put for put in shelves.put if put[1][2] in KINDS} == live


async def test_a_worker_that_begins_knows_what_the_last_one_published(benefits) -> None:
    shelves = Shelves()
    async with shop(*(mug(name) for name in NAMES)) as table:
        async with begun(paged(table), shelves, benefits, Owner()):
            pass
        trial = await table.handle(delivery(PRODUCT_CREATED.name, 9, "cairn", mug("Cairn")))
    (told,) = [one for one in trial.written if one.brief.kind is Kind.DESCRIPTION]
    assert told.copy is not None
    assert Shelves().compare(told.brief, told.copy.text).degree == 0
    assert shelves.compare(told.brief, told.copy.text).degree > 0


async def test_the_newest_are_read_and_no_more_of_a_partition_than_its_share(benefits, monkeypatch) -> None:
    monkeypatch.setattr(recollection, "RECORDS", 6)
    monkeypatch.setattr(recollection, "PAGE", 2)
    async with shop(*(mug(name) for name in NAMES)) as table:
        tables = paged(table)
        async with begun(tables, Shelves(), benefits, Owner((0, 1))):
            pass
    assert tables[PRODUCT_COPY.name].reads == [f"{name.lower()} en-GB".encode() for name in reversed(NAMES[-3:])]


async def test_what_is_withdrawn_or_cannot_be_placed_is_passed_over(benefits) -> None:
    shelves = Recorded()
    async with shop(mug("Harrow"), mug("Fenwick"), mug("Tavi")) as table:
        await table.handle(delivery(PRODUCT_CREATED.name, 9, "harrow", None))
        tables = paged(table)
        del tables[CATALOGUE.name].table.entries[0, b"fenwick"]
        async with begun(tables, shelves, benefits, Owner()):
            pass
    assert {put[0] for put in shelves.put} == {"tavi"}
    # What is gone takes nobody's place among the newest.
    assert b"harrow en-GB" not in tables[PRODUCT_COPY.name].reads


async def test_a_partition_is_read_once_it_is_restored_once_and_again_when_it_comes_back(benefits) -> None:
    shelves, owner = Recorded(), Owner()
    async with shop(mug("Harrow")) as table:
        tables = paged(table)
        tables[PRODUCT_COPY.name].restored = False
        async with begun(tables, shelves, benefits, owner) as made:
            assert shelves.put == []
            tables[PRODUCT_COPY.name].restored = True
            for numbers, reads in (((0,), 1), ((0,), 1), ((), 1), ((0,), 2)):
                owner.numbers = numbers
                made.wake()
                await settle(200)
                assert len([put for put in shelves.put if put[1][2] is Kind.DESCRIPTION]) == reads


async def test_the_loop_turns_between_records(benefits, monkeypatch) -> None:
    monkeypatch.setattr(recollection, "TURN", 1)
    turns: list[int] = []
    async with shop(*(mug(name) for name in NAMES)) as table:
        shelves = Recorded()

        async def watch() -> None:
            while True:
                turns.append(len(shelves.put))
                await asyncio.sleep(0)

        watcher = asyncio.get_running_loop().create_task(watch())
        async with begun(paged(table), shelves, benefits, Owner()):
            pass
        watcher.cancel()
    assert len(set(turns)) >= len(NAMES)


class Listened(Owner):
    """A dispatcher, as far as it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = ManualClock()
        self.listeners: list[Callable[[], None]] = []

    def on_open(self, listener: Callable[[], None]) -> None:
        """Kept."""
        self.listeners.append(listener)


async def test_it_begins_where_product_copy_is_owned_and_is_woken_by_what_opens() -> None:
    shelves, dispatcher = Recorded(), Listened()
    async with shop(mug("Harrow")) as table:
        desks = desks_of(Settings())
        (work,) = recollecting(desks, paged(table), shelves, dispatcher)
        task = asyncio.get_running_loop().create_task(work)
        await settle(200)
        assert shelves.put == []
        (opened,) = dispatcher.listeners
        opened()
        await settle(200)
        assert {put[0] for put in shelves.put} == {"harrow"}
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@pytest.mark.parametrize(
    ("desks", "texts"), [pytest.param(("describe",), 0, id="no room"), pytest.param(("probe",), 9, id="no copy")]
)
async def test_it_does_not_begin_where_there_is_nothing_to_recall(desks, texts) -> None:
    dispatcher = Listened()
    assert recollecting(desks_of(Settings(desks=desks)), {}, Shelves(texts), dispatcher) == []
    assert dispatcher.listeners == []
