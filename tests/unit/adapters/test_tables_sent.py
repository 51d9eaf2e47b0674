import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.doubles import FakeLease
from tests.unit.adapters.log_double import running
from tests.unit.adapters.table_double import (
    CAT,
    LEASE,
    WITHIN,
    World,
    caught_up,
    follower,
    record,
    restored,
)
from workers.adapters.kafka_reader import Place
from workers.errors import Abandoned, Fatal
from workers.outcome import Entry, Record


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


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


async def test_a_follower_holds_every_partition_and_what_anybody_sends(world: World) -> None:
    world.log.append(Place("catalogue", 0), b"a", b"zero", edition=4, sender="x")
    world.log.append(CAT, b"b", b"one", edition=4, sender="y")
    table, reader = follower(world)
    async with running(table.run()):
        async with asyncio.timeout(WITHIN):
            await table.caught_up()
        assert table.find(b"a") == Entry(4, b"zero", partition=0)
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
        assert table.find(b"a") == Entry(9, b"zero", partition=0)


async def test_a_key_that_moves_into_another_partition_is_found_there_too(world: World) -> None:
    world.log.append(CAT, b"a", b"one", edition=4)
    table, reader = follower(world)
    zero = Place("catalogue", 0)
    async with running(table.run()):
        await table.caught_up()
        assert table.find(b"a") == Entry(4, b"one", partition=1)
        world.log.append(zero, b"a", b"zero", edition=9)
        await caught_up(reader, zero)
        assert table.find(b"a") == Entry(9, b"zero", partition=0)


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
@hypothesis_settings(max_examples=20)
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
