"""The read side's tables: readable from the folder at once, with their age; over restarts, absences, rebuilds."""

import asyncio
import shutil

import pytest

from tests.doubles import settle
from tests.unit.adapters.log_double import MemoryReader, running
from tests.unit.adapters.table_double import World, caught_up
from workers.adapters.kafka_reader import Place
from workers.adapters.tables_served import LOOK_SECONDS, ServedTable
from workers.errors import Fatal, Transient

TOPIC = "product-copy"
FIRST, SECOND = Place(TOPIC, 0), Place(TOPIC, 1)


class Side:
    """The read side over a world; `readers` are the connections that it made."""

    def __init__(self, world):
        self.world = world
        self.readers = []
        self.heard = []
        self.prepare = lambda reader: None

    def table(self):
        table = ServedTable(self.world.folder / "read", self._connect, TOPIC, self.world.around)
        table.heard = lambda *what: self.heard.append(what)
        return table

    def _connect(self):
        reader = MemoryReader(self.world.log)
        self.prepare(reader)
        self.readers.append(reader)
        return reader

    async def whole(self, table):
        async with asyncio.timeout(5):
            while not table.restored:
                await settle(1)


@pytest.fixture
def world(tmp_path):
    return World(tmp_path)


@pytest.fixture
def side(world):
    return Side(world)


def put(world, place, key, value, edition):
    return world.log.append(place, key, value, edition=edition, sender="owner")


async def until(holds):
    async with asyncio.timeout(5):
        while not holds():
            await settle(1)


async def filled(world, side):
    """A life in which everything was read; the folder is what remains of it."""
    put(world, FIRST, b"a en", b"1", 1)
    put(world, SECOND, b"b en", b"2", 2)
    table = side.table()
    table.open()
    async with running(table.run()):
        await side.whole(table)
        assert table.find(b"b en")[1].value == b"2"


async def test_everything_is_read_and_then_whole(world, side):
    put(world, SECOND, b"b en", b"2", 2)
    table = side.table()
    table.open()
    assert (table.reached_ms, table.find(b"b en")) == (None, None)
    async with running(table.run()):
        await side.whole(table)
        assert table.reached_ms == world.clock.wall_ms()
        assert table.find(b"b en") == (1, table.get(1, b"b en"))
        assert table.find(b"c en") is None


async def test_after_a_restart_it_is_read_from_disk_at_once_with_its_age(world, side):
    await filled(world, side)
    before = world.clock.wall_ms()
    await world.clock.advance(3600)
    put(world, FIRST, b"a en", b"new", 9)
    table = side.table()
    table.open()
    assert table.find(b"a en")[1].value == b"1"
    assert (table.reached_ms, table.restored) == (before, False)
    async with running(table.run()):
        await side.whole(table)
        assert table.find(b"a en")[1].value == b"new"
        assert table.reached_ms == world.clock.wall_ms()


async def test_while_the_broker_is_away_what_is_on_disk_is_served_and_grows_older(world, side):
    await filled(world, side)
    before = world.clock.wall_ms()

    async def away():
        raise Transient("broker-away")

    def unplugged(reader):
        reader.start = away

    side.prepare = unplugged
    table = side.table()
    table.open()
    async with running(table.run()) as (task,):
        for _ in range(300):
            await world.clock.advance(0.5)
        assert not task.done()
        assert len(side.readers) > 2
        assert world.notes.facts("follower_away")
        assert table.find(b"a en")[1].value == b"1"
        assert table.reached_ms == before
        side.prepare = lambda reader: None
        for _ in range(200):
            await world.clock.advance(0.5)
        assert table.restored


async def test_a_broker_that_goes_leaves_the_age_where_it_was(world, side):
    await filled(world, side)
    table = side.table()
    table.open()
    async with running(table.run()) as (task,):
        await side.whole(table)
        before = table.reached_ms

        async def away(places):
            raise Transient("broker-away")

        side.readers[-1].extents = away
        for _ in range(20):
            await world.clock.advance(0.5)
        assert not task.done()
        assert table.reached_ms <= before + 1000 * LOOK_SECONDS
        assert table.find(b"a en")[1].value == b"1"


async def test_the_age_starts_anew_with_each_look(world, side):
    table = side.table()
    async with running(table.run()):
        await side.whole(table)
        first = table.reached_ms
        await world.clock.advance(LOOK_SECONDS)
        await settle(50)
        assert table.reached_ms == first + 1000 * LOOK_SECONDS


async def test_a_follower_behind_does_not_call_itself_younger(world, side):
    table = side.table()
    async with running(table.run()):
        await side.whole(table)
        reader, before = side.readers[-1], table.reached_ms
        reader.poll = stuck()
        await settle(10)  # the poll that was under way would still find it
        put(world, FIRST, b"a en", b"1", 1)
        for _ in range(10):
            await world.clock.advance(LOOK_SECONDS)
        assert table.reached_ms <= before + 1000 * LOOK_SECONDS


def stuck():
    """A poll that never finds anything, whatever the log's end is."""

    async def poll():
        await settle(1)
        return {}

    return poll


async def test_a_folder_of_another_cluster_is_not_whole_until_it_is_read_again(world, side):
    await filled(world, side)
    world.log.cluster = "cluster-b"
    world.log.records[FIRST].clear()
    table = side.table()
    table.open()
    assert table.reached_ms is not None
    gate = asyncio.Event()

    def slow(reader):
        reader.hold = gate

    side.prepare = slow
    async with running(table.run()):
        await settle(100)
        assert (table.reached_ms, table.find(b"a en")) == (None, None)
        gate.set()
        await side.whole(table)
        assert table.find(b"a en") is None
        assert table.find(b"b en")[1].value == b"2"


async def test_a_partition_that_must_be_read_again_is_not_whole_until_it_is(world, side):
    await filled(world, side)
    # The topic was made anew: the same offsets, other records.
    for place in (FIRST, SECOND):
        world.log.records[place].clear()
        world.log.ends[place] = 0
        put(world, place, b"z en", b"z", 1)
    table = side.table()
    table.open()
    seen = []

    def watched(reader):
        poll = reader.poll

        async def first():
            seen.append(table.reached_ms)
            return await poll()

        reader.poll = first

    side.prepare = watched
    async with running(table.run()):
        await side.whole(table)
    assert None in seen
    assert world.notes.facts("table_rebuilt")


async def test_a_folder_that_was_emptied_beside_its_note_is_not_believed(world, side):
    await filled(world, side)
    folder = world.folder / "read"
    kept = (folder / f"{TOPIC}.reached").read_bytes()
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (folder / f"{TOPIC}.reached").write_bytes(kept)
    table = side.table()
    table.open()
    assert table.reached_ms is None
    async with running(table.run()):
        await side.whole(table)


async def test_a_store_that_has_lost_what_it_had_is_not_said_to_hold_it(world, side, tmp_path):
    await filled(world, side)
    lost = tmp_path / "lost"
    shutil.copytree(world.folder / "read" / TOPIC, lost)
    put(world, FIRST, b"a en", b"3", 3)
    await filled(world, side)
    shutil.rmtree(world.folder / "read" / TOPIC)
    lost.rename(world.folder / "read" / TOPIC)
    table = side.table()
    table.open()
    # The database opens, and is a whole one: of a while ago.
    assert table.reached_ms is None
    async with running(table.run()):
        await side.whole(table)
        assert table.find(b"a en")[1].value == b"3"


async def test_a_row_that_is_remembered_is_the_one_that_stands_in_the_store(world, side):
    put(world, FIRST, b"a en", b"1", 1)
    table = side.table()
    table.keep_rows(10)
    async with running(table.run()):
        await side.whole(table)
        for edition, value in ((2, b"2"), (3, None), (4, b"4")):
            before = table.changes.of(b"a")
            assert table.find(b"a en") == (0, table.get(0, b"a en"))
            put(world, FIRST, b"a en", value, edition)
            await until(lambda edition=edition: table.get(0, b"a en").edition == edition)
            assert table.find(b"a en")[1].value == value
            assert table.changes.of(b"a") > before
        assert table.get(1, b"a en") is None


@pytest.mark.parametrize("note", [b"", b"{}", b"\xff", b'{"cluster":"c","positions":[],"reached_ms":1}'])
async def test_a_note_that_cannot_be_read_is_none(world, side, note):
    await filled(world, side)
    (world.folder / "read" / f"{TOPIC}.reached").write_bytes(note)
    table = side.table()
    table.open()
    assert table.reached_ms is None
    async with running(table.run()):
        await side.whole(table)


async def test_what_arrives_is_heard_once_it_is_in_the_store_and_nothing_of_the_restore(world, side):
    await filled(world, side)
    put(world, FIRST, b"a en", b"3", 3)
    table = side.table()
    seen = []
    table.heard = lambda partition, offset, key: seen.append((offset, table.get(partition, key).value))
    table.open()
    async with running(table.run()):
        await side.whole(table)
        assert seen == []
        offset = put(world, FIRST, b"a en", None, 4)
        await caught_up(side.readers[-1], FIRST)
        assert seen == [(offset, None)]


async def test_whoever_listens_is_told_each_time_that_everything_is_there_again(world, side):
    table, told = side.table(), []
    table.renewed = lambda: told.append(table.reached_ms is not None)
    async with running(table.run()):
        await side.whole(table)
        await world.clock.advance(LOOK_SECONDS)
        await settle(50)
        table._emptied()
        assert told == [True]
        await world.clock.advance(LOOK_SECONDS)
        await side.whole(table)
    assert told == [True, True]


async def test_what_waiting_cannot_mend_ends_it(world, side):
    await filled(world, side)

    async def unknown(topic):
        raise Fatal("unknown-topic", topic)

    side.prepare = lambda reader: setattr(reader, "places", unknown)
    table = side.table()
    table.open()
    with pytest.raises(Fatal, match="unknown-topic"):
        await table.run()
    # Not: whole, and empty.
    assert (table.reached_ms, table.find(b"a en")) == (None, None)


async def test_a_second_process_is_refused_the_folder(world, side):
    await filled(world, side)
    first = side.table()
    first.open()
    with pytest.raises(Fatal, match="in use"):
        side.table().open()
    async with running(first.run()):
        await side.whole(first)


async def test_it_is_read_page_by_page_in_key_order_withdrawn_entries_too(world, side):
    for number, key in enumerate([b"c", b"a", b"b"]):
        put(world, FIRST, key, None if key == b"b" else b"1", number + 1)
    put(world, SECOND, b"d", b"1", 1)
    table = side.table()
    assert (list(table.partitions), table.page(0, b"", 9)) == ([], [])
    table.open()
    async with running(table.run()):
        await side.whole(table)
        assert list(table.partitions) == [0, 1]
        assert [(key, entry.value) for key, entry in table.page(0, b"", 2)] == [(b"a", b"1"), (b"b", None)]
        assert [key for key, _ in table.page(0, b"b", 2)] == [b"c"]
        assert [key for key, _ in table.page(1, b"", 2)] == [b"d"]


async def test_a_key_that_turns_up_in_another_partition_is_found_there(world, side):
    put(world, FIRST, b"a en", b"1", 1)
    table = side.table()
    table.open()
    async with running(table.run()):
        await side.whole(table)
        assert [table.find(b"a en")[0] for _ in range(2)] == [0, 0]
        put(world, SECOND, b"a en", b"2", 2)
        async with asyncio.timeout(5):
            while table.get(1, b"a en") is None:
                await settle(1)
            while table.find(b"a en")[0] == 0:
                await settle(1)
        assert table.find(b"a en")[1].value == b"2"
        put(world, FIRST, b"a en", b"3", 3)
        async with asyncio.timeout(5):
            while table.get(0, b"a en").value != b"3":
                await settle(1)
        assert table.find(b"a en") == (0, table.get(0, b"a en"))


async def test_a_key_that_stood_nowhere_is_found_when_it_comes(world, side):
    put(world, FIRST, b"a en", b"1", 1)
    table = side.table()
    table.open()
    async with running(table.run()):
        await side.whole(table)
        assert table.find(b"b en") is None
        put(world, SECOND, b"b en", b"2", 2)
        async with asyncio.timeout(5):
            while table.find(b"b en") is None:
                await settle(1)
        assert table.find(b"b en")[0] == 1
