import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.doubles import ManualClock, settle
from tests.unit.adapters.log_double import Logged, running
from tests.unit.adapters.table_double import (
    CAT,
    WITHIN,
    World,
    caught_up,
    restored,
)
from workers.adapters.kafka_reader import Place
from workers.adapters.rocks import Disk, Identity
from workers.adapters.tables_around import PATIENCE_SECONDS
from workers.adapters.tables_following import UNFOLLOWED_MS
from workers.adapters.tables_mirror import LOOK_SECONDS
from workers.errors import Abandoned, Fatal, Transient
from workers.outcome import Entry


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
