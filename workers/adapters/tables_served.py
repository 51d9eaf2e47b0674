"""A topic as the read side holds it: readable from the folder at once, then followed for as long as we run.

A worker waits until its tables are restored. The read side rather serves what it had, and says how old that is: while
the log's tail is read, while the broker is away, and before it has been reached at all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import inf
from pathlib import Path
from typing import Final

from workers.adapters.kafka_reader import Batch, Place
from workers.adapters.rocks import Disk, Identity, Opened, Store
from workers.adapters.tables import FollowedTable
from workers.adapters.tables_around import RETRY_SECONDS, Around, Reader
from workers.adapters.tables_changes import Changes
from workers.adapters.tables_entry import told
from workers.adapters.tables_homes import Homes
from workers.adapters.tables_note import Note, note, noted, positions_in
from workers.adapters.tables_sound import Extent
from workers.errors import Fatal
from workers.lately import Lately
from workers.outcome import Entry
from workers.ports import Clock

LARGE: Final = 16_384
"""Bytes of a row that is not kept in memory."""
LOOK_SECONDS: Final = 1.0
"""How often the ends of the log are looked up: nobody can say how old an answer is more exactly than this."""
AWAY: Final = frozenset({"broker-away", "broker-unreachable", "log-stalled", "log-changed"})
"""Why following ends and may begin anew, while what is on disk goes on being served."""

Heard = Callable[[int, int, bytes], None]
"""Told of a record once it is in the store: partition, offset, key."""


class _Kept(Store):
    """A store that outlives its followers: only who keeps it closes it. Tells when a partition is emptied."""

    def __init__(self, store: Store, emptied: Callable[[], None]) -> None:
        super().__init__(store._db, store._lock, store._damaged)  # noqa: SLF001  the same store, under another rule
        self._emptied = emptied

    def drop(self, partition: int) -> None:
        self._emptied()
        super().drop(partition)

    def close(self) -> None:
        """Not yet: it is being read."""

    def let_go(self) -> None:
        super().close()


class _KeptDisk(Disk):
    """Hands out one and the same store to one follower after another, as long as the log is the same."""

    def __init__(self, folder: Path, emptied: Callable[[], None]) -> None:
        super().__init__(folder)
        self._emptied = emptied
        self._identity: Identity | None = None
        self.store: _Kept | None = None

    def open(self, identity: Identity) -> Opened:
        if self.store is not None and self._identity == identity:
            return Opened(self.store, None)
        self.let_go()
        store, rebuilt = super().open(identity)
        if rebuilt is not None:
            self._emptied()
        self.store, self._identity = _Kept(store, self._emptied), identity
        return Opened(self.store, rebuilt)

    def let_go(self) -> None:
        if self.store is not None:
            self.store.let_go()
            self.store = None


class ServedTable:
    """One topic of the read side. `heard` is told of what arrives once the log's end has been reached."""

    def __init__(self, folder: Path, connect: Callable[[], Reader], topic: str, around: Around) -> None:
        self._topic = topic
        self._connect = connect
        self._around = around
        self._disk = _KeptDisk(folder, self._emptied)
        self._path = folder / f"{topic}.reached"
        self._note: Note | None = None
        self._cluster = ""
        self._numbers: Sequence[int] = ()
        self._homes = Homes()
        self.changes = Changes()
        """Told of every record, a moment before it can be found. Several tables may tell the same."""
        self._rows: Lately[bytes, tuple[int, Entry]] = Lately(0)
        self.restored = False
        """Whether this process has read up to an end that the log had while it ran."""
        self.heard: Heard = lambda *_: None
        self.renewed: Callable[[], None] = lambda: None
        """Told when `restored` becomes true: of what arrived until then, nobody was told."""

    # -- what its readers ask --------------------------------------------------------------------------------

    @property
    def reached_ms(self) -> int | None:
        """Until when the store is known to hold all of the log; None: it does not hold all of it."""
        return None if self._note is None else self._note.reached_ms

    def get(self, partition: int, key: bytes) -> Entry | None:
        """The entry of highest edition. Raises `Fatal` when the disk fails."""
        known = self._rows.get(key)
        if known is not None and known[0] == partition:
            return known[1]
        raw = None if self._disk.store is None else self._disk.store.get(partition, key)
        entry = None if raw is None else told(raw)
        if entry is not None and raw is not None and len(raw) <= LARGE:
            self._rows.keep(key, (partition, entry))
        return entry

    def find(self, key: bytes) -> tuple[int, Entry] | None:
        """The partition in which a key stands, and its entry; of several, the one of highest edition."""
        if self._disk.store is None or not self._numbers:
            return None
        homes = self._homes.of(key)
        if homes is not None and len(homes) == 1:
            entry = self.get(homes[0], key)
            return None if entry is None else (homes[0], entry)
        known = self._held(self._numbers if homes is None else homes, key)
        if homes is None:
            self._homes.learn(key, [number for number, _ in known])
        return max(known, key=lambda one: one[1].edition, default=None)

    def _held(self, numbers: Sequence[int], key: bytes) -> list[tuple[int, Entry]]:
        store = self._disk.store
        if store is None:
            return []
        raws = store.get_everywhere(numbers, key)
        return [(number, told(raw)) for number, raw in zip(numbers, raws, strict=True) if raw is not None]

    @property
    def partitions(self) -> Sequence[int]:
        """The topic's, as far as they are known."""
        return () if self._disk.store is None else self._numbers

    def page(self, partition: int, after: bytes, limit: int) -> list[tuple[bytes, Entry]]:
        """Up to `limit` entries in key order, behind `after`. Raises `Fatal` when the disk fails."""
        rows = [] if self._disk.store is None else self._disk.store.page(partition, after, limit)
        return [(key, told(raw)) for key, raw in rows]

    # -- what keeps it ---------------------------------------------------------------------------------------

    def keep_rows(self, room: int) -> None:
        """Remember the rows that were looked up last, for a topic of which the same ones are asked for often."""
        self._rows = Lately(room)

    def open(self) -> None:
        """Make readable what the folder holds whole. Raises `Fatal("disk")`."""
        known = noted(self._path)
        if known is None:
            return
        store, rebuilt = self._disk.open(Identity(known.cluster, self._topic))
        if rebuilt is not None:
            self._around.log.warning("table_rebuilt", table=self._topic, reason=rebuilt)
        elif known.holds_of(store):
            self._note, self._cluster, self._numbers = known, known.cluster, known.partitions
        else:
            self._around.log.warning("table_cut_short", table=self._topic)

    async def run(self) -> None:
        """Follow until cancelled, over every absence of the broker. Raises `Fatal` for what waiting cannot mend."""
        try:
            while True:
                await self._follow()
                await self._around.clock.sleep(RETRY_SECONDS)
        finally:
            # Before the store goes: what cannot be looked up any more must not pass for what does not exist.
            self._note = None
            self._disk.let_go()

    async def _follow(self) -> None:
        reader = _Overheard(self, self._connect(), self._around.clock)
        try:
            await FollowedTable(self._disk, reader, self._topic, self._around).run()
        except Fatal as fault:
            if fault.reason not in AWAY:
                raise
            self._around.log.warning("follower_away", table=self._topic, reason=fault.reason)
        finally:
            # It is rare, and nobody has to know how it broke off.
            self._anything_may_differ()

    # -- what its reader tells -------------------------------------------------------------------------------

    def holds(self, number: int, keys: Iterable[bytes]) -> None:
        """Records of these keys are about to be in the store."""
        for key in keys:
            self._homes.heard(number, key)
            self._rows.drop(key)
            self.changes.heard(key)

    def is_of(self, cluster: str) -> None:
        """Whose log is being read."""
        self._cluster = cluster

    def has(self, numbers: Sequence[int]) -> None:
        """The partitions of the topic."""
        if list(numbers) != list(self._numbers):
            self._anything_may_differ()
        self._numbers = numbers

    def reached(self, asked_ms: int) -> None:
        """All that the log held at `asked_ms` is in the store."""
        first, self.restored = not self.restored, True
        held = () if self._disk.store is None else positions_in(self._disk.store, self._numbers)
        self._note = Note(cluster=self._cluster, positions=held, reached_ms=asked_ms)
        if first:
            self.renewed()
        note(self._path, self._note)

    def _emptied(self) -> None:
        self._note, self.restored = None, False
        self._anything_may_differ()
        self._path.unlink(missing_ok=True)

    def _anything_may_differ(self) -> None:
        self._homes.forget()
        self._rows.clear()
        self.changes.forget()


class _Overheard:
    """A `Reader` that passes everything on, and tells the table how far its follower has come.

    What a poll gave is in the store when the next one is asked for: the follower takes a batch in between.
    """

    def __init__(self, table: ServedTable, reader: Reader, clock: Clock) -> None:
        self._table = table
        self._reader = reader
        self._clock = clock
        self._given: Batch = {}
        self._places: Sequence[Place] = ()
        self._looked = -inf
        self._ends: Mapping[Place, int] = {}
        self._ends_ms = 0

    async def start(self) -> None:
        await self._reader.start()

    async def stop(self) -> None:
        await self._reader.stop()

    async def cluster_id(self) -> str:
        cluster = await self._reader.cluster_id()
        self._table.is_of(cluster)
        return cluster

    async def places(self, topic: str) -> Sequence[Place]:
        self._places = await self._reader.places(topic)
        self._table.has([place.partition for place in self._places])
        return self._places

    async def extents(self, places: Iterable[Place]) -> Mapping[Place, Extent]:
        return await self._reader.extents(places)

    def assign(self, positions: Mapping[Place, int]) -> None:
        self._reader.assign(positions)

    async def poll(self) -> Batch:
        self._tell()
        await self._look()
        self._given = await self._reader.poll()
        # Before they are in the store: nobody runs in between, and what is found from then on is found anew.
        for place, records in self._given.items():
            self._table.holds(place.partition, [record.key for record in records if record.key is not None])
        return self._given

    async def position(self, place: Place) -> int:
        return await self._reader.position(place)

    def _tell(self) -> None:
        given, self._given = self._given, {}
        if not self._table.restored:
            return
        for place, records in given.items():
            for record in records:
                if record.key is not None:
                    self._table.heard(place.partition, record.offset, record.key)

    async def _look(self) -> None:
        """Raises `Transient` where the broker is away: only an answer from it makes the store younger."""
        if not self._ends and self._clock.now() - self._looked >= LOOK_SECONDS:
            self._looked, asked_ms = self._clock.now(), self._clock.wall_ms()
            extents = await self._reader.extents(self._places)
            self._ends, self._ends_ms = {place: extent.end for place, extent in extents.items()}, asked_ms
        if self._ends and all([await self._reader.position(place) >= end for place, end in self._ends.items()]):
            self._ends = {}
            self._table.reached(self._ends_ms)
