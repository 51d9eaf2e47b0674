"""Tables whose editions are places in a log: who knows less of it stands below, and who knows more is believed."""

import asyncio
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from schemas.codec import reprinted
from schemas.topics import PROFILE
from tests.doubles import FakeLease, ManualClock, settle
from tests.unit.adapters.log_double import MemoryLog, MemoryProducer, MemoryReader, Notes, running
from workers.adapters.kafka_reader import Place
from workers.adapters.rocks import Disk
from workers.adapters.tables import OwnedTables, TableSink, Wound
from workers.adapters.tables_around import Around
from workers.adapters.tables_repair import Repairs, Work
from workers.outcome import Record
from workers.publish.fold import EVENTS_APART, edition_at, edition_of
from workers.publish.repair import Printer

HERE = Place(PROFILE.name, 1)
NOW_MS = 1_790_000_000_000
KEY = b"u1"


def value(applied: int, edition: int) -> bytes:
    return b'{"applied":%d,"edition":%d}' % (applied, edition)


def stranger(log: MemoryLog, applied: int) -> int:
    edition = edition_at(0, applied)
    return log.append(HERE, KEY, value(applied, edition), edition=edition, sender="zombie")


async def with_owner(folder: Path, log: MemoryLog, applied: int, late: int) -> bytes:
    """An owner publishes what it took in up to `applied`; then a stranger's record lands. What the owner then holds."""
    clock, notes = ManualClock(wall_ms=NOW_MS), Notes()
    around = Around(clock, notes, notes)
    reader = MemoryReader(log)
    tables = OwnedTables(Disk(folder), reader, [PROFILE.name], "me", around)
    sink = TableSink(MemoryProducer(log), tables)
    repairs = Repairs(tables, sink, Printer("me", reprinted), around)

    async def at_once(_wound: Wound, work: Work) -> None:
        await work(FakeLease())

    async with running(tables.run(), repairs.run(at_once)):
        tables.assign([1])
        async with asyncio.timeout(5):
            await tables.restored(1)
        edition = edition_at(0, applied)
        headers = (("copydesk-edition", b"%d" % edition), ("copydesk-sender", b"me"))
        await sink.publish([Record(*HERE, KEY, value(applied, edition), headers, edition)], FakeLease())
        stranger(log, late)
        for _ in range(5):
            await settle()
            await clock.advance(1.5)
        await settle()
        held = tables.tables[PROFILE.name].get(1, KEY)
    assert held is not None
    assert held.value is not None
    return held.value


def visible(log: MemoryLog) -> tuple[bytes | None, bytes | None]:
    """What a reader of the whole log sees, and what is left after compaction."""
    records = log.records[HERE]
    return max(records, key=lambda one: (edition_of(one.headers), one.offset)).value, records[-1].value


async def test_a_zombie_that_knows_less_is_never_visible_and_never_left_by_compaction(tmp_path: Path) -> None:
    log = MemoryLog()
    log.ends[HERE] = 0
    held = await with_owner(tmp_path, log, applied=138, late=122)
    seen, left = visible(log)
    assert b'"applied":138' in held
    assert b'"applied":138' in (seen or b"")
    assert b'"applied":138' in (left or b"")
    # A repair that asked the clock would stand above all events that are still to come.
    assert max(edition_of(one.headers) for one in log.records[HERE]) < edition_at(0, 139)


async def test_a_stranger_that_knows_more_is_adopted(tmp_path: Path) -> None:
    log = MemoryLog()
    log.ends[HERE] = 0
    held = await with_owner(tmp_path, log, applied=126, late=130)
    assert b'"applied":130' in held
    assert len(log.records[HERE]) == 2, "nothing was put back"


async def test_the_next_owner_restores_what_knows_most_of_the_log(tmp_path: Path) -> None:
    """The zombie wrote, and the owner died before it could put that right."""
    log = MemoryLog()
    edition = edition_at(0, 138)
    log.append(HERE, KEY, value(138, edition), edition=edition, sender="me")
    stranger(log, 122)
    clock, notes = ManualClock(wall_ms=NOW_MS), Notes()
    tables = OwnedTables(Disk(tmp_path), MemoryReader(log), [PROFILE.name], "next", Around(clock, notes, notes))
    async with running(tables.run()):
        tables.assign([1])
        async with asyncio.timeout(5):
            await tables.restored(1)
        held = tables.tables[PROFILE.name].get(1, KEY)
    assert held is not None
    assert b'"applied":138' in (held.value or b"")


@given(st.integers(0, 2**40), st.integers(0, 2**53), st.integers(0, 2**40))
def test_an_edition_rises_with_the_log_and_with_every_record(offset: int, seen: int, more: int) -> None:
    assert edition_at(seen, offset) > seen
    assert edition_at(0, offset + more + 1) >= edition_at(0, offset) + EVENTS_APART
