"""The tables: an owner's partitions, a follower's whole topic, the sink that keeps the owner's up to date."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Protocol

from workers.adapters.kafka_reader import Place
from workers.adapters.rocks import Disk
from workers.adapters.tables_around import Around, Reader
from workers.adapters.tables_entry import LogRecord, mark_of, unpacked
from workers.adapters.tables_fold import Sent
from workers.adapters.tables_mirror import Mirror
from workers.errors import Abandoned, Fatal
from workers.lately import Lately
from workers.outcome import Entry, Record
from workers.ports import Lease

KEPT: Final = 16_384
LARGE: Final = 8_192
"""Bytes of a value that is not kept: what is, takes a hundred megabytes at most and some ten in practice."""


class Wound(NamedTuple):
    """A key under which readers, or compaction, would prefer another record to the owner's."""

    place: Place
    key: bytes


class OwnedTable:
    """One topic of an owner: `ports.Table`. `Abandoned` for a partition that is not held and restored."""

    def __init__(self, topic: str, mirror: Mirror) -> None:
        self._topic = topic
        self._mirror = mirror

    def get(self, partition: int, key: bytes) -> Entry | None:
        """The entry of highest edition, or None where the key was never seen. Raises `Fatal("disk")`."""
        raw = self._mirror.store(Place(self._topic, partition)).get(partition, key)
        return None if raw is None else unpacked(raw)

    def scan(self, partition: int, prefix: bytes) -> list[tuple[bytes, Entry]]:
        """All entries whose key begins with `prefix`, withdrawn ones too, in key order."""
        rows = self._mirror.store(Place(self._topic, partition)).scan(partition, prefix)
        return [(key, unpacked(raw)) for key, raw in rows]

    def page(self, partition: int, after: bytes, limit: int) -> list[tuple[bytes, Entry]]:
        """Up to `limit` entries behind `after`, in key order: a large table, piece by piece."""
        rows = self._mirror.store(Place(self._topic, partition)).page(partition, after, limit)
        return [(key, unpacked(raw)) for key, raw in rows]


class OwnedTables:
    """The compacted topics of the partitions that this worker owns. `sender` is this process's own id.

    Below the end seen at its assignment everybody's records count, folded by edition. From there on only
    `sender`'s do: anybody else's is foreign, and a wound, unless ours already stands above and behind it. In a topic
    whose editions are offsets everybody's records go on to count: of two, the one that knows more of the log is right.
    """

    def __init__(self, disk: Disk, reader: Reader, topics: Sequence[str], sender: str, around: Around) -> None:
        self._topics = tuple(topics)
        self._mirror = Mirror(disk, reader, self._topics, sender, around)
        self._searched: dict[Place, bytes] = {}
        self.tables = {topic: OwnedTable(topic, self._mirror) for topic in self._topics}

    async def run(self) -> None:
        """Restore and follow until cancelled. Raises `Fatal`, as then does whoever waits for a restore."""
        await self._mirror.run()

    def assign(self, partitions: Iterable[int]) -> None:
        """Begin to restore and follow these partitions of every table, and no others."""
        self._mirror.end(self._mirror.held)
        self._mirror.begin(Place(topic, number) for number in partitions for topic in self._topics)

    async def restored(self, partition: int) -> None:
        """Return once every table has reached the end seen at the assignment. Raises `Abandoned`, `Fatal`."""
        for topic in self._topics:
            await self._mirror.restored(Place(topic, partition))

    async def revoke(self) -> None:
        """Follow nothing any more. What was restored stays on disk."""
        self._mirror.end(self._mirror.held)

    def apply(self, records: Sequence[Record], offsets: Sequence[int]) -> None:
        """Take in what the broker has confirmed; records of other topics are passed over. Raises `Fatal`."""
        sent: dict[Place, list[Sent]] = defaultdict(list)
        for record, offset in zip(records, offsets, strict=True):
            if record.topic in self.tables:
                place = Place(record.topic, record.partition)
                sent[place].append(Sent(offset, record.key, record.value, record.headers))
        for place, mine in sent.items():
            self._mirror.apply(place, mine)

    async def wounded(self) -> None:
        """Return when a key may need a repair."""
        await self._mirror.wounded.wait()

    def wounds(self, limit: int) -> list[Wound]:
        """Up to `limit` keys of each partition that need a repair; the next call goes on behind them."""
        found = []
        for place in self._mirror.places:
            store = self._mirror.store(place)
            keys = store.wounds(place.partition, limit, self._searched.pop(place, b""))
            if len(keys) == limit:
                self._searched[place] = keys[-1]
            found += [Wound(place, key) for key in keys]
        if not found and not self._searched:
            self._mirror.wounded.clear()
        return found

    def outdone(self, wound: Wound) -> bool:
        """Whether the key still needs its repair."""
        raw = self._mirror.store(wound.place).get(wound.place.partition, wound.key)
        return raw is not None and mark_of(raw).outdone

    @property
    def restoring(self) -> int:
        """Partitions of tables that are held and not yet restored."""
        return self._mirror.restoring

    @property
    def lag(self) -> int:
        """Offsets between the tables and the ends of their logs, looked up twice a minute."""
        return self._mirror.lag


class FollowedTable:
    """A whole topic, for a reader who owns none of it: everybody's records count, folded by edition."""

    def __init__(self, disk: Disk, reader: Reader, topic: str, around: Around) -> None:
        self._topic = topic
        self._mirror = Mirror(disk, reader, (topic,), None, around)
        self._mirror.heard = self._heard
        # An event asks for dozens of keys, and most ask for the same. Right for as long as each record that arrives is
        # told; that a key stands nowhere is not kept, since strangers may ask for as many of those as they like.
        self._lately: Lately[bytes, Entry] = Lately(KEPT)

    async def run(self) -> None:
        """Restore and follow until cancelled. Raises `Fatal`, as then does `caught_up`."""
        await self._mirror.run()

    async def caught_up(self) -> None:
        """Return once every partition has reached the end seen at the start. Raises `Fatal`, `Abandoned`."""
        await self._mirror.caught_up()

    @property
    def lag(self) -> int:
        """Offsets between the table and the ends of its log, looked up twice a minute."""
        return self._mirror.lag

    def get(self, partition: int, key: bytes) -> Entry | None:
        """The entry of highest edition, or None where the key was never seen."""
        raw = self._mirror.store(Place(self._topic, partition)).get(partition, key)
        return None if raw is None else unpacked(raw)

    def find(self, key: bytes) -> Entry | None:
        """A key's entry, which tells its partition; of several, the one of highest edition."""
        known = self._lately.get(key)
        if known is not None:
            return known
        numbers = self._everywhere()
        store = self._mirror.store(Place(self._topic, numbers[0]))
        raws = zip(numbers, store.get_everywhere(numbers, key), strict=True)
        found = [_standing(number, raw) for number, raw in raws if raw is not None]
        highest = max(found, key=lambda entry: entry.edition, default=None)
        if highest is not None and len(highest.value or b"") <= LARGE:
            self._lately.keep(key, highest)
        return highest

    def _everywhere(self) -> Sequence[int]:
        numbers = [place.partition for place in self._mirror.places]
        if not numbers:
            # Not "unknown": whoever plans must not go on without what it follows.
            raise Abandoned("partition-not-restored", self._topic)
        return numbers

    def _heard(self, place: Place, records: Sequence[LogRecord]) -> None:
        del place
        for record in records:
            self._lately.drop(record.key or b"")


def _standing(number: int, raw: bytes) -> Entry:
    entry = unpacked(raw)
    return Entry(entry.edition, entry.value, entry.headers, number)


class Producer(Protocol):
    """What sends records. `KafkaProducer` is one."""

    async def send(self, records: Sequence[Record], lease: Lease) -> Sequence[int]:
        """Their offsets, once the broker has confirmed every one."""
        ...


class TableSink:
    """Where records go: `ports.Sink`. Confirmed first, then taken into the tables."""

    def __init__(self, producer: Producer, tables: OwnedTables) -> None:
        self._producer = producer
        self._tables = tables

    async def publish(self, records: Sequence[Record], lease: Lease) -> None:
        """Return when the broker has confirmed every record and the tables hold theirs."""
        for record in records:
            if record.topic in self._tables.tables and record.edition <= 0:
                raise Fatal("record-without-edition", record.topic)
        self._tables.apply(records, await self._producer.send(records, lease))
