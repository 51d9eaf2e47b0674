import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from schemas.codec import reprinted
from tests.doubles import FakeLease, ManualClock, settle
from tests.unit.adapters.log_double import MemoryLog, MemoryProducer, MemoryReader, Notes, running
from workers.adapters.kafka_reader import Place
from workers.adapters.rocks import Disk
from workers.adapters.tables import OwnedTables, TableSink, Wound
from workers.adapters.tables_around import Around
from workers.adapters.tables_repair import Repairs, Work
from workers.errors import Abandoned, Fatal
from workers.outcome import Entry, Record
from workers.publish.fold import edition_of
from workers.publish.repair import Printer

CAT = Place("catalogue", 1)
WITHIN = 5.0


def value(text: str, edition: int) -> bytes:
    return b'{"text":"%s","edition":%d}' % (text.encode(), edition)


class Owner:
    """An owner of partition 1, with its repairs. `at_once` runs a repair as the lanes would."""

    def __init__(self, folder: Path, log: MemoryLog, sender: str = "me") -> None:
        self.log = log
        self.clock = ManualClock(wall_ms=-1_000_000)  # so that editions count up by one
        self.notes = Notes()
        around = Around(self.clock, self.notes, self.notes)
        self.reader = MemoryReader(log)
        self.tables = OwnedTables(Disk(folder / sender), self.reader, ["catalogue"], sender, around)
        self.producer = MemoryProducer(log)
        self.sink = TableSink(self.producer, self.tables)
        self.repairs = Repairs(self.tables, self.sink, Printer(sender, reprinted), around)
        self.sender = sender
        self.lease = FakeLease()
        self.lane_free = asyncio.Event()
        self.lane_free.set()
        self.asked: list[Wound] = []

    @asynccontextmanager
    async def owning(self) -> AsyncIterator[None]:
        async with running(self.tables.run(), self.repairs.run(self.at_once)):
            self.tables.assign([1])
            async with asyncio.timeout(WITHIN):
                await self.tables.restored(1)
            yield

    async def at_once(self, wound: Wound, work: Work) -> None:
        self.asked.append(wound)
        await self.lane_free.wait()
        await work(self.lease)

    async def publishes(self, key: bytes, text: str, edition: int) -> None:
        headers = (
            ("copydesk-edition", b"%d" % edition),
            ("copydesk-sender", self.sender.encode()),
            ("ce_id", b"e1"),
        )
        own = Record("catalogue", 1, key, value(text, edition), headers, edition)
        await self.sink.publish([own], self.lease)

    async def reads_on(self) -> None:
        async with asyncio.timeout(WITHIN):
            while self.reader.positions[CAT] < self.log.ends[CAT]:
                await settle(1)
        await settle()

    def visible(self, key: bytes) -> tuple[int, bytes | None]:
        """What a reader of the whole log sees, and what one sees who comes after compaction."""
        logged = [one for one in self.log.records[CAT] if one.key == key]
        best = max(logged, key=lambda one: edition_of(one.headers))
        last = logged[-1]
        assert best == last, "compaction would leave another record than the one of highest edition"
        return edition_of(best.headers), best.value


@pytest.fixture
def log() -> MemoryLog:
    log = MemoryLog()
    log.ends[CAT] = 0
    return log


async def test_a_zombies_record_of_higher_edition_is_answered_with_the_owners_value(tmp_path, log) -> None:
    owner = Owner(tmp_path, log)
    async with owner.owning():
        await owner.publishes(b"k", "ours", 100)
        owner.lane_free.clear()
        log.append(CAT, b"k", value("zombie", 900), edition=900, sender="zombie")
        await owner.reads_on()
        held = owner.tables.tables["catalogue"].get(1, b"k")
        assert held == Entry(900, value("ours", 100), {"ce_id": b"e1"})
        owner.lane_free.set()
        await owner.clock.advance(0.5)
        assert owner.visible(b"k") == (901, value("ours", 901))
        assert owner.tables.tables["catalogue"].get(1, b"k") == Entry(901, value("ours", 901), {"ce_id": b"e1"})
    assert owner.notes.counts["foreign_records_total"] == 1
    assert owner.notes.counts["repairs_total"] == 1
    assert owner.notes.facts("value_repaired") == [{"table": "catalogue", "partition": 1, "edition": 901}]


async def test_a_zombies_record_of_lower_edition_is_answered_since_compaction_would_keep_it(tmp_path, log) -> None:
    owner = Owner(tmp_path, log)
    async with owner.owning():
        await owner.publishes(b"k", "ours", 100)
        log.append(CAT, b"k", value("zombie", 50), edition=50, sender="zombie")
        await owner.reads_on()
        await owner.clock.advance(0.5)
        assert owner.visible(b"k") == (101, value("ours", 101))


async def test_a_record_without_our_headers_is_foreign_too(tmp_path, log) -> None:
    owner = Owner(tmp_path, log)
    async with owner.owning():
        await owner.publishes(b"k", "ours", 100)
        log.append(CAT, b"k", b"by hand")
        await owner.reads_on()
        await owner.clock.advance(0.5)
        assert owner.visible(b"k") == (101, value("ours", 101))


async def test_a_key_that_the_owner_never_had_is_answered_with_a_tombstone(tmp_path, log) -> None:
    owner = Owner(tmp_path, log)
    async with owner.owning():
        owner.lane_free.clear()
        log.append(CAT, b"k", value("zombie", 900), edition=900, sender="zombie")
        await owner.reads_on()
        assert owner.tables.tables["catalogue"].get(1, b"k") == Entry(900, None)
        owner.lane_free.set()
        await owner.clock.advance(0.5)
        assert owner.visible(b"k") == (901, None)


async def test_a_zombie_that_goes_on_is_answered_at_most_once_a_second_and_in_the_end(tmp_path, log) -> None:
    owner = Owner(tmp_path, log)
    async with owner.owning():
        await owner.publishes(b"k", "ours", 100)
        for moment in range(40):
            log.append(CAT, b"k", value("zombie", 900 + moment), edition=900 + moment, sender="zombie")
            await owner.reads_on()
            await owner.clock.advance(0.1)
        assert 3 <= owner.notes.counts["repairs_total"] <= 5
        await owner.clock.advance(1.5)
        assert owner.visible(b"k")[1] == value("ours", owner.visible(b"k")[0])


async def test_an_event_that_writes_over_the_zombie_makes_the_repair_needless(tmp_path, log) -> None:
    owner = Owner(tmp_path, log)
    async with owner.owning():
        await owner.publishes(b"k", "ours", 100)
        owner.lane_free.clear()
        log.append(CAT, b"k", value("zombie", 900), edition=900, sender="zombie")
        await owner.reads_on()
        await owner.publishes(b"k", "newer", 901)
        owner.lane_free.set()
        await owner.clock.advance(2)
        assert owner.visible(b"k") == (901, value("newer", 901))
    assert owner.notes.counts["repairs_total"] == 0


async def test_our_record_that_landed_between_is_the_one_that_is_repeated(tmp_path, log) -> None:
    """Sent before the zombie's record was seen: later in the log, lower in edition."""
    owner = Owner(tmp_path, log)
    async with owner.owning():
        await owner.publishes(b"k", "ours", 100)
        owner.producer.before = lambda record: log.append(CAT, b"k", value("zombie", 900), edition=900, sender="zombie")
        await owner.publishes(b"k", "newer", 101)
        owner.producer.before = lambda record: None
        await owner.reads_on()
        await owner.clock.advance(0.5)
        assert owner.visible(b"k") == (901, value("newer", 901))


async def test_a_zombies_record_that_landed_below_ours_needs_no_answer(tmp_path, log) -> None:
    owner = Owner(tmp_path, log)
    async with owner.owning():
        owner.producer.before = lambda record: log.append(CAT, b"k", value("zombie", 90), edition=90, sender="zombie")
        await owner.publishes(b"k", "ours", 100)
        await owner.reads_on()
        await owner.clock.advance(2)
    assert owner.notes.counts["foreign_records_total"] == 1
    assert owner.notes.counts["repairs_total"] == 0


async def test_a_restore_that_ends_with_a_record_behind_the_highest_is_repaired(tmp_path, log) -> None:
    log.append(CAT, b"k", value("visible", 100), edition=100, sender="b")
    log.append(CAT, b"k", value("late", 50), edition=50, sender="a")
    log.append(CAT, b"fine", value("one", 50), edition=50, sender="a")
    log.append(CAT, b"fine", value("two", 51), edition=51, sender="b")
    owner = Owner(tmp_path, log)
    async with owner.owning():
        await owner.clock.advance(0.5)
        assert owner.visible(b"k") == (101, value("visible", 101))
    assert owner.asked == [Wound(CAT, b"k")]


async def test_a_repair_that_was_due_when_the_owner_died_is_made_at_its_next_start(tmp_path, log) -> None:
    owner = Owner(tmp_path, log)
    async with owner.owning():
        await owner.publishes(b"k", "ours", 100)
        owner.lease.live = False
        log.append(CAT, b"k", value("zombie", 50), edition=50, sender="zombie")
        await owner.reads_on()
        await owner.clock.advance(0.5)
    assert owner.notes.counts["repairs_total"] == 0
    again = Owner(tmp_path, log)
    async with again.owning():
        await again.clock.advance(0.5)
        assert again.visible(b"k") == (101, value("ours", 101))


async def test_many_wounds_are_all_repaired_in_turn(tmp_path, log) -> None:
    for number in range(300):
        log.append(CAT, b"%d" % number, value("visible", 100), edition=100, sender="b")
        log.append(CAT, b"%d" % number, value("late", 50), edition=50, sender="a")
    owner = Owner(tmp_path, log)
    owner.reader.batch = 1000
    async with owner.owning():
        for _ in range(12):
            await owner.clock.advance(0.25)
        for number in range(300):
            assert owner.visible(b"%d" % number) == (101, value("visible", 101))
        assert owner.tables.wounds(1000) == []
    assert owner.notes.counts["repairs_total"] == 300


async def test_a_repair_waits_for_its_lane_without_holding_the_others_up(tmp_path, log) -> None:
    owner = Owner(tmp_path, log)
    busy = asyncio.Event()

    async def lanes(wound: Wound, work: Work) -> None:
        if wound.key == b"busy":
            await busy.wait()
        await work(owner.lease)

    for key in (b"busy", b"idle"):
        log.append(CAT, key, value("visible", 100), edition=100, sender="b")
        log.append(CAT, key, value("late", 50), edition=50, sender="a")
    async with running(owner.tables.run(), owner.repairs.run(lanes)):
        owner.tables.assign([1])
        await owner.tables.restored(1)
        await owner.clock.advance(5)
        assert owner.visible(b"idle") == (101, value("visible", 101))
        assert log.records[CAT][-1].key == b"idle"
        busy.set()
        await owner.clock.advance(0.5)
        assert owner.visible(b"busy") == (101, value("visible", 101))
    assert owner.notes.counts["repairs_total"] == 2


async def test_a_lane_that_is_given_up_ends_its_repair_quietly_and_another_failure_does_not(tmp_path, log) -> None:
    owner = Owner(tmp_path, log)
    ends = iter([Abandoned("partition-given-up"), Fatal("disk", "full")])

    async def lanes(wound: Wound, work: Work) -> None:
        raise next(ends)

    log.append(CAT, b"k", value("visible", 100), edition=100, sender="b")
    log.append(CAT, b"k", value("late", 50), edition=50, sender="a")
    async with running(owner.tables.run()):
        owner.tables.assign([1])
        await owner.tables.restored(1)
        repairs = asyncio.get_running_loop().create_task(owner.repairs.run(lanes))
        await settle()
        await owner.clock.advance(0.5)
        assert not repairs.done()
        await owner.clock.advance(1.0)
        with pytest.raises(Fatal, match="disk"):
            await repairs


async def test_a_worker_that_slept_through_its_succession_takes_its_successors_values_over(tmp_path, log) -> None:
    """It woke, read its successor's records as a stranger's, and died; what it comes back with must be theirs."""
    woken = Owner(tmp_path, log)
    async with woken.owning():
        await woken.publishes(b"k", "old", 100)
        await woken.publishes(b"gone", "old", 101)
        woken.lease.live = False
        log.append(CAT, b"k", value("newer", 200), edition=200, sender="successor")
        log.append(CAT, b"j", value("new", 201), edition=201, sender="successor")
        log.append(CAT, b"gone", None, edition=202, sender="successor")
        await woken.reads_on()
        await woken.clock.advance(0.5)
    end = log.ends[CAT]
    back = Owner(tmp_path, log)
    async with back.owning():
        await back.clock.advance(3)
        table = back.tables.tables["catalogue"]
        assert table.get(1, b"k") == Entry(200, value("newer", 200))
        assert table.get(1, b"j") == Entry(201, value("new", 201))
        assert table.get(1, b"gone") == Entry(202, None)
    assert log.ends[CAT] == end, "something was repaired that needed no repair"
