"""What a table and its sink promise: of the fakes that the path is tested with, and of the real ones."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.doubles import FakeLease, FakeSink, FakeTable, ManualClock, NullMeter
from tests.unit.adapters.log_double import MemoryLog, MemoryProducer, MemoryReader, Notes, running
from workers.adapters.kafka_reader import Place
from workers.adapters.memory import MemorySink, MemoryTable
from workers.adapters.rocks import Disk
from workers.adapters.tables import OwnedTables, TableSink
from workers.adapters.tables_around import Around
from workers.errors import Abandoned
from workers.outcome import Entry, Record
from workers.ports import Sink, Table

TOPIC = "catalogue"
Pair = tuple[Sink, Table]


@pytest.fixture(params=["fake", "memory", "real"])
async def pair(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Pair]:
    """A sink, and the table that mirrors what it has taken."""
    if request.param == "fake":
        table = FakeTable()
        yield FakeSink(tables={TOPIC: table}), table
        return
    if request.param == "memory":
        shelf = MemoryTable()
        yield MemorySink({TOPIC: shelf}), shelf
        return
    log = MemoryLog()
    log.ends[Place(TOPIC, 1)] = 0
    around = Around(ManualClock(), NullMeter(), Notes())
    tables = OwnedTables(Disk(tmp_path), MemoryReader(log), [TOPIC], "me", around)
    async with running(tables.run()):
        tables.assign([1])
        async with asyncio.timeout(5):
            await tables.restored(1)
        yield TableSink(MemoryProducer(log), tables), tables.tables[TOPIC]


def record(key: bytes, value: bytes | None, edition: int) -> Record:
    headers = (("copydesk-edition", b"%d" % edition), ("copydesk-sender", b"me"), ("ce_id", b"e1"))
    return Record(TOPIC, 1, key, value, headers, edition)


async def test_a_key_that_was_never_published_is_not_there(pair: Pair) -> None:
    _, table = pair
    assert table.get(1, b"k") is None
    assert list(table.scan(1, b"")) == []


async def test_what_was_published_is_there_with_its_edition_and_headers(pair: Pair) -> None:
    sink, table = pair
    await sink.publish([record(b"k", b"v", 7)], FakeLease())
    entry = table.get(1, b"k")
    assert entry is not None
    assert (entry.edition, entry.value, entry.headers["ce_id"]) == (7, b"v", b"e1")


async def test_a_tombstone_is_remembered_with_its_edition(pair: Pair) -> None:
    sink, table = pair
    await sink.publish([record(b"k", b"v", 7), record(b"k", None, 8)], FakeLease())
    entry = table.get(1, b"k")
    assert entry is not None
    assert (entry.edition, entry.value) == (8, None)


async def test_the_highest_edition_is_what_is_held(pair: Pair) -> None:
    sink, table = pair
    for edition in (7, 9, 8):
        await sink.publish([record(b"k", b"%d" % edition, edition)], FakeLease())
    entry = table.get(1, b"k")
    assert entry is not None
    assert (entry.edition, entry.value) == (9, b"9")


async def test_a_scan_finds_a_prefix_in_key_order_withdrawn_ones_too(pair: Pair) -> None:
    sink, table = pair
    await sink.publish([record(key, None, 5) for key in (b"p2|en", b"p1|zh", b"p1|en", b"p")], FakeLease())
    assert [(key, entry.value) for key, entry in table.scan(1, b"p1|")] == [(b"p1|en", None), (b"p1|zh", None)]


async def test_nothing_is_published_without_a_lease(pair: Pair) -> None:
    sink, table = pair
    with pytest.raises(Abandoned):
        await sink.publish([record(b"k", b"v", 7)], FakeLease(live=False))
    assert table.get(1, b"k") is None


async def test_a_record_that_is_no_tables_goes_through(pair: Pair) -> None:
    sink, table = pair
    await sink.publish([Record("copy-ledger", 1, b"x", b"y"), record(b"k", b"v", 7)], FakeLease())
    assert isinstance(table.get(1, b"k"), Entry)
