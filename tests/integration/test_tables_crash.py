import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from schemas.topics import Topic
from tests.integration.table_world import WITHIN, Broker, Owner, fill, make_topic, record, stored
from tests.integration.test_tables_kafka import folded, owning, rebuilt, restored_records, until
from tests.platform import RunningKafka, running_kafka
from workers.adapters.kafka_admin import cluster_id
from workers.adapters.rocks import Disk, Identity, Store
from workers.adapters.tables_entry import unpacked
from workers.errors import Fatal, Transient
from workers.outcome import Entry, Record
from workers.settings import Kafka

pytestmark = pytest.mark.kafka

ROUNDS = 3
EACH = 20_000
SMALL_DISK = 6 << 20


def some(topic: Topic, chance: Random, count: int) -> list[Record]:
    return [
        record(topic, b"%d" % chance.randrange(400), chance.randbytes(300), chance.randrange(1, 9000))
        for _ in range(count)
    ]


def killed_while_it_writes(kafka: RunningKafka, folder: Path, topic: Topic, after: float) -> None:
    arguments = [kafka.bootstrap, str(folder), topic.name, str(after)]
    command = [sys.executable, "-m", "tests.integration.table_follower", *arguments]
    ended = subprocess.run(command, cwd=Path(__file__).parents[2], check=False, timeout=WITHIN)
    assert ended.returncode == -signal.SIGKILL


def entries(store: Store) -> dict[bytes, Entry]:
    return {key: unpacked(raw) for key, raw in store.scan(0, b"")}


async def test_a_process_killed_while_it_writes_leaves_the_fold_of_what_it_had_read(
    kafka: RunningKafka, tmp_path: Path
) -> None:
    topic = await make_topic(kafka.bootstrap)
    chance = Random(7)
    cluster = await cluster_id(kafka.bootstrap)
    positions = []
    for _ in range(ROUNDS):
        # More than it can read in the time it has.
        await fill(kafka.bootstrap, some(topic, chance, EACH))
        await asyncio.to_thread(killed_while_it_writes, kafka, tmp_path, topic, chance.uniform(0.01, 0.05))
        store, reason = Disk(tmp_path).open(Identity(cluster, topic.name))
        assert reason is None
        followed = store.followed(0)
        position = 0 if followed is None else followed.position
        read = [one for one in stored(kafka.bootstrap, topic) if one.offset < position]
        assert entries(store) == folded(read)
        store.close()
        positions.append(position)
    assert positions == sorted(set(positions)), "it came no further"
    assert all(position < EACH * (turn + 1) for turn, position in enumerate(positions)), "never in the middle"
    async with owning(kafka, tmp_path, topic) as owner:
        assert dict(owner.table.scan(0, b"")) == folded(stored(kafka.bootstrap, topic))
        assert rebuilt(owner) == []
        assert restored_records(owner) <= ROUNDS * EACH - positions[-1] + 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(folder)]
    mounted = subprocess.run(["mount", *options], check=False, capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"NOT PROVEN HERE: a full disk stops the worker. mount says: {mounted.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


async def test_a_full_disk_is_fatal_for_the_owner_and_for_those_who_wait(kafka: RunningKafka, small_disk: Path) -> None:
    topic = await make_topic(kafka.bootstrap)
    await fill(kafka.bootstrap, (record(topic, b"%d" % number, os.urandom(10_000), 1) for number in range(3000)))
    owner = Owner(Kafka(bootstrap=kafka.bootstrap), Disk(small_disk), topic)
    run = asyncio.get_running_loop().create_task(owner.tables.run())
    owner.tables.assign([0])
    for waits in (owner.tables.restored(0), run):
        with pytest.raises(Fatal, match="disk"):
            async with asyncio.timeout(WITHIN):
                await waits


@pytest.fixture
def own_kafka() -> Iterator[RunningKafka]:
    with running_kafka() as running:
        yield running


async def test_a_table_follows_on_when_its_broker_was_killed_and_came_back(
    own_kafka: RunningKafka, tmp_path: Path
) -> None:
    topic = await make_topic(own_kafka.bootstrap)
    await fill(own_kafka.bootstrap, [record(topic, b"before", b"v", 1)])
    broker = Broker(own_kafka.bootstrap, own_kafka.process)
    try:
        async with owning(own_kafka, tmp_path, topic) as owner:
            await broker.restart_after(1)
            await fill_when_back(broker, record(topic, b"after", b"v", 1, "me"))
            await until(lambda: owner.table.get(0, b"after") == Entry(1, b"v"))
            owner.tables.assign([0])
            await owner.tables.restored(0)
            assert set(dict(owner.table.scan(0, b""))) == {b"before", b"after"}
            assert rebuilt(owner) == []
    finally:
        await broker.process.stop()


async def fill_when_back(broker: Broker, *records: Record) -> None:
    async with asyncio.timeout(WITHIN):
        while True:
            try:
                await cluster_id(broker.bootstrap)
                break
            except Transient:
                await asyncio.sleep(0.1)
    await fill(broker.bootstrap, records)
