"""An owner's world in memory: a cluster, a folder, a clock, and workers that come and go."""

import asyncio
from pathlib import Path

from tests.doubles import FakeLease, ManualClock, settle
from tests.unit.adapters.log_double import MemoryLog, MemoryProducer, MemoryReader, Notes, running
from workers.adapters.kafka_reader import Place
from workers.adapters.rocks import Disk
from workers.adapters.tables import FollowedTable, OwnedTables, TableSink
from workers.adapters.tables_around import Around
from workers.outcome import Record

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


def follower(world: World) -> tuple[FollowedTable, MemoryReader]:
    reader = MemoryReader(world.log)
    return FollowedTable(Disk(world.folder / "follower"), reader, "catalogue", world.around), reader
