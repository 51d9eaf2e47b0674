import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.doubles import FakeLease, ManualClock, settle
from tests.unit.adapters.log_double import Logged, MemoryLog, MemoryProducer, MemoryReader, Notes, running
from workers.adapters.kafka_reader import Place
from workers.adapters.rocks import Disk, Identity
from workers.adapters.tables import FollowedTable, OwnedTables, TableSink
from workers.adapters.tables_around import PATIENCE_SECONDS, Around
from workers.adapters.tables_following import UNFOLLOWED_MS
from workers.adapters.tables_mirror import LOOK_SECONDS
from workers.errors import Abandoned, Fatal, Transient
from workers.outcome import Entry, Record

TOPICS = ("catalogue", "product-copy")
CAT, COPY = (Place(topic, 1) for topic in TOPICS)
LEASE = FakeLease()
WITHIN = 5.0


class World:
    """A cluster, a folder, a clock; `owner()` is a worker that may come and go."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = MemoryLog()
        self.clock = ManualClock()
        self.notes = Notes()
        for topic in TOPICS:
            for number in (0, 1):
                self.log.ends[Place(topic, number)] = 0

    @property
    def around(self) -> Around:
        return Around(self.clock, self.notes, self.notes)

    def owner(self, sender: str = "me") -> tuple[OwnedTables, MemoryReader, TableSink]:
        reader = MemoryReader(self.log)
        tables = OwnedTables(Disk(self.folder / sender), reader, TOPICS, sender, self.around)
        return tables, reader, TableSink(MemoryProducer(self.log), tables)

    async def restored(self, sender: str = "me") -> list[int]:
        """A worker comes, restores partition 1, and goes; the offsets of the catalogue that it read."""
        tables, reader, _ = self.owner(sender)
        async with running(tables.run()):
            await restored(tables)
        return [offset for place, offset in reader.read if place == CAT]


async def restored(tables: OwnedTables, partition: int = 1) -> None:
    tables.assign([partition])
    async with asyncio.timeout(WITHIN):
        await tables.restored(partition)


async def caught_up(reader: MemoryReader, *places: Place) -> None:
    async with asyncio.timeout(WITHIN):
        while any(reader.positions.get(place, 0) < reader.log.ends[place] for place in places):
            await settle(1)
    await settle()


def record(edition: int, value: bytes | None = b"v", key: bytes = b"k", sender: str = "me") -> Record:
    headers = (("copydesk-edition", b"%d" % edition), ("copydesk-sender", sender.encode()))
    return Record("catalogue", 1, key, value, headers, edition)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


# -- restoring --------------------


async def test_a_table_is_restored_to_its_highest_editions_before_restored_returns(world: World) -> None:
    world.log.append(CAT, b"a", b"one", edition=5, sender="x")
    world.log.append(CAT, b"a", b"two", edition=9, sender="x")
    world.log.append(CAT, b"a", b"late", edition=7, sender="y")
    world.log.append(CAT, b"b", None, edition=3, sender="x")
    tables, _, _ = world.owner()
    async with running(tables.run()):
        await restored(tables)
        table = tables.tables["catalogue"]
        assert table.get(1, b"a") == Entry(9, b"two")
        assert table.get(1, b"b") == Entry(3, None)
        assert table.get(1, b"c") is None
        assert table.scan(1, b"") == [(b"a", Entry(9, b"two")), (b"b", Entry(3, None))]


async def test_a_partition_that_is_not_restored_cannot_be_asked(world: World) -> None:
    tables, reader, _ = world.owner()
    reader.hold.clear()
    world.log.append(CAT, b"a", b"one", edition=5)
    async with running(tables.run()):
        tables.assign([1])
        await settle()
        assert tables.restoring > 0
        with pytest.raises(Abandoned):
            tables.tables["catalogue"].get(1, b"a")
        reader.hold.set()
        await tables.restored(1)
        with pytest.raises(Abandoned):
            tables.tables["catalogue"].get(0, b"a")
        await tables.revoke()
        with pytest.raises(Abandoned):
            tables.tables["catalogue"].get(1, b"a")


async def test_whoever_waits_for_a_restore_is_told_when_the_partition_is_given_up(world: World) -> None:
    tables, reader, _ = world.owner()
    reader.hold.clear()
    world.log.append(CAT, b"a", b"one", edition=5)
    async with running(tables.run()):
        tables.assign([1])
        loop = asyncio.get_running_loop()
        waiting = loop.create_task(tables.restored(1))
        await settle()
        await tables.revoke()
        with pytest.raises(Abandoned):
            await waiting
        with pytest.raises(Abandoned):
            await tables.restored(1)


async def test_a_partition_that_returns_reads_only_its_tail(world: World) -> None:
    for number in range(10):
        world.log.append(CAT, b"%d" % number, b"v", edition=1)
    assert await world.restored() == list(range(10))
    world.log.append(CAT, b"new", b"v", edition=1)
    assert await world.restored() == [9, 10]
    assert world.notes.facts("table_rebuilt") == []


async def test_a_partition_that_returns_to_the_same_process_reads_only_its_tail(world: World) -> None:
    for number in range(10):
        world.log.append(CAT, b"%d" % number, b"v", edition=1)
    tables, reader, _ = world.owner()
    async with running(tables.run()):
        await restored(tables)
        await tables.revoke()
        reader.read.clear()
        world.log.append(CAT, b"0", b"by another owner", edition=2, sender="x")
        await restored(tables)
        assert {offset for place, offset in reader.read if place == CAT} == {9, 10}
        assert tables.tables["catalogue"].get(1, b"0") == Entry(2, b"by another owner")
    assert world.notes.facts("foreign_record") == []


async def test_a_last_record_that_compaction_took_away_does_not_cause_a_rebuild(world: World) -> None:
    for number in range(5):
        world.log.append(CAT, b"%d" % number, b"v", edition=1)
    await world.restored()
    world.log.append(CAT, b"4", b"w", edition=2)
    world.log.compact(CAT)
    assert await world.restored() == [5]
    assert world.notes.facts("table_rebuilt") == []


def recreate(world: World) -> None:
    world.log.records[CAT] = [Logged(offset, b"new", b"w", (), 1) for offset in range(20)]
    world.log.ends[CAT] = 20


def shorten(world: World) -> None:
    world.log.records[CAT] = world.log.records[CAT][:3]
    world.log.ends[CAT] = 3


def trim(world: World) -> None:
    world.log.append(CAT, b"x", b"v", edition=1)
    world.log.append(CAT, b"x", b"v", edition=1)
    world.log.records[CAT] = world.log.records[CAT][-1:]
    world.log.starts[CAT] = 11


def leave_alone(world: World) -> None:
    world.clock = ManualClock(world.clock.wall_ms() + UNFOLLOWED_MS + 1)
    # Meanwhile its tombstone came and was forgotten.
    world.log.records[CAT] = [one for one in world.log.records[CAT] if one.key != b"0"]


@pytest.mark.parametrize(
    ("happens", "reason"),
    [
        (recreate, "other-record"),
        (shorten, "beyond-end"),
        (trim, "before-start"),
        (leave_alone, "unfollowed"),
    ],
)
async def test_a_partition_that_cannot_be_believed_is_rebuilt_from_nothing(
    world: World, happens: Callable[[World], None], reason: str
) -> None:
    for number in range(10):
        world.log.append(CAT, b"%d" % number, b"v", edition=1)
    await world.restored()
    happens(world)
    tables, _, _ = world.owner()
    async with running(tables.run()):
        await restored(tables)
        keys = {key for key, _ in tables.tables["catalogue"].scan(1, b"")}
        assert keys == {one.key for one in world.log.records[CAT]}
    assert {"table": "catalogue", "partition": 1, "reason": reason} in world.notes.facts("table_rebuilt")


async def test_another_cluster_is_another_table(world: World) -> None:
    world.log.append(CAT, b"a", b"v", edition=1)
    await world.restored()
    world.log.cluster = "cluster-b"
    world.log.records[CAT].clear()
    tables, _, _ = world.owner()
    async with running(tables.run()):
        await restored(tables)
        assert tables.tables["catalogue"].get(1, b"a") is None
    assert {"table": "catalogue", "reason": "other-cluster"} in world.notes.facts("table_rebuilt")


async def test_a_folder_that_was_followed_all_the_time_is_believed_however_old_it_is(world: World) -> None:
    world.log.append(CAT, b"a", b"v", edition=1)
    tables, _, _ = world.owner()
    async with running(tables.run()):
        await restored(tables)
        for _ in range(3):
            await world.clock.advance(UNFOLLOWED_MS / 2000)
            await settle()
    await world.restored()
    assert world.notes.facts("table_rebuilt") == []


async def test_the_lag_is_looked_up_now_and_then(world: World) -> None:
    tables, reader, _ = world.owner()
    async with running(tables.run()):
        await restored(tables)
        assert tables.lag == 0
        reader.batch = 1
        for _ in range(200):
            world.log.append(CAT, b"a", b"v", edition=1)
        await world.clock.advance(LOOK_SECONDS)
        assert tables.lag > 0
        await caught_up(reader, CAT)
        await world.clock.advance(LOOK_SECONDS)
        await settle()
        assert tables.lag == 0


# -- what goes wrong --------------------


async def test_a_restore_in_which_nothing_moves_is_fatal_for_those_who_wait_too(world: World) -> None:
    world.log.append(CAT, b"a", b"v", edition=1)
    tables, reader, _ = world.owner()

    async def stuck() -> dict[Place, list[Logged]]:
        await world.clock.sleep(1)
        return {}

    reader.poll = stuck
    loop = asyncio.get_running_loop()
    run = loop.create_task(tables.run())
    tables.assign([1])
    waiting = loop.create_task(tables.restored(1))
    await settle()
    await world.clock.advance(PATIENCE_SECONDS - 2)
    assert not run.done()
    await world.clock.advance(4)
    for task in (run, waiting):
        with pytest.raises(Fatal, match="log-stalled"):
            await task
    with pytest.raises(Fatal, match="log-stalled"):
        await tables.restored(1)
    assert reader.stopped


async def test_a_broker_that_is_away_at_the_start_is_waited_for_and_not_for_ever(world: World) -> None:
    tables, reader, _ = world.owner()
    asked = []

    async def away() -> None:
        asked.append(world.clock.now())
        raise Transient("broker-away", "nobody there")

    reader.start = away
    run = asyncio.get_running_loop().create_task(tables.run())
    await settle()
    await world.clock.advance(PATIENCE_SECONDS + 1)
    with pytest.raises(Fatal, match="broker-away"):
        await run
    assert len(asked) > 10


async def test_a_disk_that_fails_in_the_background_reaches_the_owner(world: World) -> None:
    tables, _, _ = world.owner()
    run = asyncio.get_running_loop().create_task(tables.run())
    await restored(tables)
    tables._mirror.store(CAT)._db.close()
    world.log.append(CAT, b"a", b"v", edition=1, sender="me")
    with pytest.raises(Fatal, match="disk"):
        async with asyncio.timeout(WITHIN):
            await run


async def test_a_run_that_is_cancelled_lets_go_of_the_folder(world: World) -> None:
    tables, reader, _ = world.owner()
    async with running(tables.run()):
        await restored(tables)
    assert reader.stopped
    Disk(world.folder / "me").open(Identity("cluster-a", "catalogue")).store.close()
    with pytest.raises(Abandoned):
        await tables.restored(1)


# -- sending --------------------


async def test_what_is_published_is_in_the_table_when_publish_returns(world: World) -> None:
    tables, _, sink = world.owner()
    async with running(tables.run()):
        await restored(tables)
        ledger = Record("copy-ledger", 1, b"x", b"y")
        await sink.publish([record(10, b"old"), record(11, b"new"), ledger], LEASE)
        assert tables.tables["catalogue"].get(1, b"k") == Entry(11, b"new")
    assert [one.value for one in world.log.records[Place("copy-ledger", 1)]] == [b"y"]


async def test_our_own_records_that_are_read_again_change_nothing_and_are_not_foreign(world: World) -> None:
    tables, reader, sink = world.owner()
    async with running(tables.run()):
        await restored(tables)
        await sink.publish([record(10, b"old"), record(11, b"new")], LEASE)
        await caught_up(reader, CAT)
        assert tables.tables["catalogue"].get(1, b"k") == Entry(11, b"new")
        assert tables.wounds(9) == []
    assert world.notes.facts("foreign_record") == []


async def test_what_was_confirmed_but_not_applied_is_found_in_the_log(world: World) -> None:
    tables, reader, _ = world.owner()
    async with running(tables.run()):
        await restored(tables)
        world.log.append(CAT, b"k", b"sent by a task that was cancelled", edition=12, sender="me")
        await caught_up(reader, CAT)
        assert tables.tables["catalogue"].get(1, b"k") == Entry(12, b"sent by a task that was cancelled")


async def test_what_is_confirmed_after_the_partition_was_given_up_is_left_to_the_log(world: World) -> None:
    tables, _, _ = world.owner()
    async with running(tables.run()):
        await restored(tables)
        await tables.revoke()
        offset = world.log.append(CAT, b"k", b"v", edition=10, sender="me")
        tables.apply([record(10)], [offset])
        await restored(tables)
        assert tables.tables["catalogue"].get(1, b"k") == Entry(10, b"v")


async def test_a_tables_record_without_an_edition_is_our_mistake(world: World) -> None:
    tables, _, sink = world.owner()
    with pytest.raises(Fatal, match="record-without-edition"):
        await sink.publish([Record("catalogue", 1, b"k", b"v")], LEASE)
    assert world.log.records[CAT] == []
    del tables


async def test_nothing_is_applied_when_the_lease_ends_before_it_is_sent(world: World) -> None:
    tables, _, sink = world.owner()
    async with running(tables.run()):
        await restored(tables)
        with pytest.raises(Abandoned):
            await sink.publish([record(10)], FakeLease(live=False))
        assert tables.tables["catalogue"].get(1, b"k") is None


# -- following everything --------------------


def follower(world: World) -> tuple[FollowedTable, MemoryReader]:
    reader = MemoryReader(world.log)
    return FollowedTable(Disk(world.folder / "follower"), reader, "catalogue", world.around), reader


async def test_a_follower_holds_every_partition_and_what_anybody_sends(world: World) -> None:
    world.log.append(Place("catalogue", 0), b"a", b"zero", edition=4, sender="x")
    world.log.append(CAT, b"b", b"one", edition=4, sender="y")
    table, reader = follower(world)
    async with running(table.run()):
        async with asyncio.timeout(WITHIN):
            await table.caught_up()
        assert table.find(b"a") == (0, Entry(4, b"zero"))
        world.log.append(CAT, b"b", b"late", edition=3, sender="z")
        world.log.append(CAT, b"b", b"two", edition=5, sender="z")
        await caught_up(reader, CAT)
        assert table.get(1, b"b") == Entry(5, b"two")
        assert table.find(b"c") is None
        assert table.lag == 0
    assert world.notes.facts("foreign_record") == []


async def test_of_a_key_in_two_partitions_a_follower_finds_the_higher_edition(world: World) -> None:
    world.log.append(Place("catalogue", 0), b"a", b"zero", edition=9)
    world.log.append(CAT, b"a", b"one", edition=4)
    table, _ = follower(world)
    async with running(table.run()):
        await table.caught_up()
        assert table.find(b"a") == (0, Entry(9, b"zero"))


async def test_a_follower_that_fails_tells_those_who_wait(world: World) -> None:
    table, reader = follower(world)

    async def refused() -> str:
        raise Fatal("not-authorised")

    reader.cluster_id = refused
    loop = asyncio.get_running_loop()
    run, waiting = loop.create_task(table.run()), loop.create_task(table.caught_up())
    for task in (run, waiting):
        with pytest.raises(Fatal, match="not-authorised"):
            await task


RECORDS = st.lists(
    st.tuples(st.sampled_from([b"a", b"b"]), st.none() | st.binary(max_size=2), st.integers(1, 6)),
    max_size=12,
)


@given(RECORDS, st.integers(1, 4), st.integers(0, 12))
@hypothesis_settings(max_examples=20, deadline=None)
def test_a_reader_who_restarts_anywhere_sees_what_one_sees_who_never_did(
    tmp_path_factory: pytest.TempPathFactory,
    records: list[tuple[bytes, bytes | None, int]],
    batch: int,
    cut: int,
) -> None:
    async def read() -> None:
        world = World(tmp_path_factory.mktemp("tables"))
        for part in (records[:cut], records[cut:]):
            for key, value, edition in part:
                world.log.append(CAT, key, value, edition=edition)
            table, reader = follower(world)
            reader.batch = batch
            async with running(table.run()):
                await table.caught_up()
                for key in (b"a", b"b"):
                    logged = [one for one in world.log.records[CAT] if one.key == key]
                    best = max(logged, key=lambda one: (int(one.headers[0][1]), one.offset), default=None)
                    expected = None if best is None else Entry(int(best.headers[0][1]), best.value)
                    assert table.get(1, key) == expected

    asyncio.run(read())
