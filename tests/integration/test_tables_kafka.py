import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from schemas.codec import reprinted
from schemas.topics import Topic
from tests.integration.table_world import (
    LEASE,
    WITHIN,
    Owner,
    Stored,
    around,
    fill,
    make_topic,
    record,
    stored,
)
from tests.platform import RunningKafka
from tests.unit.adapters.log_double import Notes, running
from workers.adapters.kafka_admin import NamedTopic, connect
from workers.adapters.kafka_reader import KafkaReader
from workers.adapters.rocks import Disk
from workers.adapters.tables import FollowedTable, Wound
from workers.adapters.tables_repair import Repairs, Work
from workers.errors import Abandoned
from workers.outcome import Entry, Record
from workers.publish.repair import Printer
from workers.settings import Kafka

pytestmark = pytest.mark.kafka

MANY = 20_000


@asynccontextmanager
async def owning(kafka: RunningKafka, folder: Path, topic: Topic, sender: str = "me") -> AsyncIterator[Owner]:
    """An owner of all partitions, restored."""
    owner = Owner(Kafka(bootstrap=kafka.bootstrap), Disk(folder), topic, sender)
    async with running(owner.tables.run()):
        owner.tables.assign([0, 1])
        async with asyncio.timeout(WITHIN):
            await owner.tables.restored(0)
            await owner.tables.restored(1)
        yield owner


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(WITHIN):
        while not holds():
            await asyncio.sleep(0.02)


def folded(records: list[Stored]) -> dict[bytes, Entry]:
    """What a reader of the whole log sees, by the words of the design alone."""
    visible: dict[bytes, Stored] = {}
    for one in records:
        known = visible.get(one.key or b"")
        if known is None or one.edition >= known.edition:
            visible[one.key or b""] = one
    return {key: Entry(one.edition, one.value) for key, one in visible.items()}


def many(topic: Topic) -> list[Record]:
    """Records over a quarter as many keys, some late, some withdrawn."""
    return [
        record(topic, b"%d" % (n % (MANY // 4)), None if n % 11 == 0 else b"v%d" % n, n - 9000 * (n % 7 == 0))
        for n in range(10_000, 10_000 + MANY)
    ]


def restored_records(owner: Owner) -> int:
    return sum(int(str(facts["records"])) for facts in owner.notes.facts("table_restored"))


def rebuilt(owner: Owner) -> list[object]:
    return [facts["reason"] for facts in owner.notes.facts("table_rebuilt")]


async def test_a_table_is_restored_to_the_fold_of_its_log_and_then_only_from_its_tail(
    kafka: RunningKafka, tmp_path: Path
) -> None:
    topic = await make_topic(kafka.bootstrap)
    await fill(kafka.bootstrap, many(topic))
    expected = folded(stored(kafka.bootstrap, topic))
    async with owning(kafka, tmp_path, topic) as owner:
        assert dict(owner.table.scan(0, b"")) == expected
        assert restored_records(owner) == MANY
    await fill(kafka.bootstrap, [record(topic, b"new", b"v", 1)])
    async with owning(kafka, tmp_path, topic, "me again") as owner:
        assert dict(owner.table.scan(0, b"")) == {**expected, b"new": Entry(1, b"v")}
        assert (restored_records(owner), rebuilt(owner)) == (1, [])


async def test_a_wiped_folder_is_filled_again(kafka: RunningKafka, tmp_path: Path) -> None:
    topic = await make_topic(kafka.bootstrap)
    await fill(kafka.bootstrap, [record(topic, b"k", b"v", 1)])
    async with owning(kafka, tmp_path, topic):
        pass
    shutil.rmtree(tmp_path / topic.name)
    async with owning(kafka, tmp_path, topic) as owner:
        assert owner.table.get(0, b"k") == Entry(1, b"v")


def truncate(folder: Path) -> None:
    victim = min(folder.glob("*.sst"))
    with victim.open("r+b") as file:
        file.truncate(victim.stat().st_size // 2)


def replace_with_another(folder: Path) -> None:
    other = folder.with_name("another-topic")
    shutil.rmtree(folder)
    other.rename(folder)


@pytest.mark.parametrize(("happens", "reason"), [(truncate, "corrupt"), (replace_with_another, "other-topic")])
async def test_a_folder_that_is_damaged_or_anothers_is_rebuilt_from_the_log(
    kafka: RunningKafka, tmp_path: Path, happens: Callable[[Path], None], reason: str
) -> None:
    topic, other = await make_topic(kafka.bootstrap), await make_topic(kafka.bootstrap)
    await fill(kafka.bootstrap, many(topic))
    async with owning(kafka, tmp_path, topic) as owner:
        owner.tables._mirror.store(owner.tables._mirror.places[0])._db.flush()
    async with owning(kafka, tmp_path, other):
        pass
    (tmp_path / other.name).rename(tmp_path / "another-topic")
    happens(tmp_path / topic.name)
    async with owning(kafka, tmp_path, topic) as owner:
        assert dict(owner.table.scan(0, b"")) == folded(stored(kafka.bootstrap, topic))
        assert rebuilt(owner) == [reason]


async def recreate(kafka: RunningKafka, topic: Topic) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka.bootstrap)
    await admin.start()
    await admin.delete_topics([topic.name])
    await admin.close()
    async with connect(kafka.bootstrap) as ours, asyncio.timeout(WITHIN):
        while await ours.describe([topic.name]):
            await asyncio.sleep(0.05)
        await ours.create([NamedTopic(topic.name, 2, topic.config())], 1)


@pytest.mark.parametrize(("count", "reason"), [(3, "beyond-end"), (40, "other-record")])
async def test_a_topic_that_was_made_anew_is_read_anew(
    kafka: RunningKafka, tmp_path: Path, count: int, reason: str
) -> None:
    topic = await make_topic(kafka.bootstrap)
    await fill(kafka.bootstrap, (record(topic, b"old%d" % n, b"v", 1) for n in range(20)))
    async with owning(kafka, tmp_path, topic):
        pass
    await recreate(kafka, topic)
    await fill(kafka.bootstrap, (record(topic, b"new%d" % n, b"v", 1) for n in range(count)))
    async with owning(kafka, tmp_path, topic) as owner:
        assert {key for key, _ in owner.table.scan(0, b"")} == {b"new%d" % n for n in range(count)}
        assert reason in rebuilt(owner)


async def test_a_partition_that_comes_and_goes_while_others_write_is_always_the_fold_of_its_log(
    kafka: RunningKafka, tmp_path: Path
) -> None:
    topic = await make_topic(kafka.bootstrap)
    async with owning(kafka, tmp_path, topic) as owner:
        for turn in range(6):
            tables = owner.tables
            await tables.revoke()
            with pytest.raises(Abandoned):
                owner.table.get(0, b"0")
            await fill(kafka.bootstrap, (record(topic, b"%d" % (n % 9), b"v", n) for n in range(40 * turn)))
            tables.assign([0])
            await tables.restored(0)
            assert dict(owner.table.scan(0, b"")) == folded(stored(kafka.bootstrap, topic))
        assert rebuilt(owner) == []


def value(text: str, edition: int) -> bytes:
    return b'{"text":"%s","edition":%d}' % (text.encode(), edition)


@asynccontextmanager
async def repairing(kafka: RunningKafka, folder: Path, topic: Topic) -> AsyncIterator[Owner]:
    async with owning(kafka, folder, topic) as owner:
        await owner.producer.start()
        repairs = Repairs(owner.tables, owner.sink, Printer("me", reprinted), owner.around)

        async def at_once(wound: Wound, work: Work) -> None:
            await work(LEASE)

        try:
            async with running(repairs.run(at_once)):
                yield owner
        finally:
            await owner.producer.stop()


def visible(kafka: RunningKafka, topic: Topic) -> tuple[int, bytes | None]:
    """Of the key `k`: to a reader of everything, who must see what one sees who comes after compaction."""
    logged = [one for one in stored(kafka.bootstrap, topic) if one.key == b"k"]
    best = max(logged, key=lambda one: one.edition)
    assert best == logged[-1]
    return best.edition, best.value


async def test_a_zombies_records_do_not_stay_visible_and_are_answered_at_most_once_a_second(
    kafka: RunningKafka, tmp_path: Path
) -> None:
    topic = await make_topic(kafka.bootstrap)
    async with repairing(kafka, tmp_path, topic) as owner:
        await owner.sink.publish([record(topic, b"k", value("ours", 100), 100, "me")], LEASE)
        late = 4_000_000_000_000
        for step in range(12):
            zombies = record(topic, b"k", value("zombie", late + step), late + step, "zombie")
            await fill(kafka.bootstrap, [zombies])
            await asyncio.sleep(0.1)
        await until(lambda: not owner.tables.wounds(9))
        edition, shown = visible(kafka, topic)
        assert edition >= late + 12
        assert shown == value("ours", edition)
        assert owner.table.get(0, b"k") == Entry(edition, shown)
    assert owner.notes.counts["foreign_records_total"] == 12
    assert 1 <= owner.notes.counts["repairs_total"] <= 4


async def test_a_restore_whose_last_record_is_not_the_highest_is_repaired(kafka: RunningKafka, tmp_path: Path) -> None:
    topic = await make_topic(kafka.bootstrap)
    high = [record(topic, b"k", value("visible", 900), 900), record(topic, b"k", value("late", 100), 100)]
    await fill(kafka.bootstrap, high)
    async with repairing(kafka, tmp_path, topic) as owner:
        await until(lambda: len(stored(kafka.bootstrap, topic)) == 3)
        edition, shown = visible(kafka, topic)
        assert edition > 900
        assert shown == value("visible", edition)
        await until(lambda: owner.table.get(0, b"k") == Entry(edition, shown))


async def test_what_is_published_stands_in_the_table_and_in_the_log(kafka: RunningKafka, tmp_path: Path) -> None:
    topic = await make_topic(kafka.bootstrap)
    async with repairing(kafka, tmp_path, topic) as owner:
        for edition in range(1, 200):
            await owner.sink.publish([record(topic, b"k", b"%d" % edition, edition, "me")], LEASE)
            assert owner.table.get(0, b"k") == Entry(edition, b"%d" % edition)
        assert visible(kafka, topic) == (199, b"199")
        await asyncio.sleep(0.5)
        assert len(stored(kafka.bootstrap, topic)) == 199
    assert owner.notes.counts["foreign_records_total"] == 0


async def test_a_follower_reaches_the_end_seen_at_its_start_and_then_stays_near_it(
    kafka: RunningKafka, tmp_path: Path
) -> None:
    topic = await make_topic(kafka.bootstrap)
    await fill(kafka.bootstrap, many(topic))
    expected = folded(stored(kafka.bootstrap, topic))
    reader = KafkaReader(Kafka(bootstrap=kafka.bootstrap), "follower")
    table = FollowedTable(Disk(tmp_path), reader, topic.name, around(Notes()))
    async with running(table.run()):
        async with asyncio.timeout(WITHIN):
            await table.caught_up()
        assert all(table.find(key) == replace(entry, partition=0) for key, entry in expected.items())
        await fill(kafka.bootstrap, [record(topic, b"new", b"v", 1)])
        await until(lambda: table.find(b"new") == Entry(1, b"v", partition=0))
        assert table.lag == 0
