"""Users' profiles move to the pseudonyms of a newer key: a request to each old one's owner, and to nobody else.

`profile` says where an old pseudonym is at home, and whether there is anything to move. It is read once for all users
of a run, so a run takes many of them.
"""

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple

from schemas.codec import Undecodable, decode_own, encode
from schemas.envelope import binary_headers
from schemas.inbound_users import REQUEST_TYPE, UserRequest
from schemas.outbound_users import ProfileEntry
from schemas.topics import PROFILE, USER_BEHAVIOUR, USER_LEDGER
from workers.adapters.kafka_producer import KafkaProducer
from workers.adapters.kafka_reader import KafkaReader, Place
from workers.adapters.partitioner import partition_for
from workers.adapters.tables_sound import Extent
from workers.entrypoints.asking import Answers, sent
from workers.errors import Fatal
from workers.outcome import Position, Record
from workers.ports import Clock
from workers.publish.fold import edition_of
from workers.settings import Kafka

CLIENT: Final = "copydesk-move"
BATCH: Final = 200
MAX_PEOPLE: Final = 200_000
"""Users of one run; of each some hundred bytes are kept."""

Progress = Callable[[int, int], None]
"""Told how many are done, and of how many."""


class Person(NamedTuple):
    """One user under the older key and under the newer one."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class MoveReceipt:
    """`nothing`: users of whom the old pseudonym has no profile. `waiting`: requests that no owner has answered yet."""

    users: int
    nothing: int
    sent: int
    waiting: int


class Homes:
    """What `profile` holds of some pseudonyms, by partition: the record of highest edition, if it says anything."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._asked = frozenset(name.encode() for person in people for name in person)
        self._held: dict[bytes, dict[int, tuple[int, bool]]] = {}

    def add(self, partition: int, key: bytes | None, value: bytes | None, edition: int) -> None:
        """The next record of a partition."""
        if key is None or key not in self._asked:
            return
        places = self._held.setdefault(key, {})
        if edition >= places.get(partition, (0, False))[0]:
            places[partition] = edition, _says_something(value)

    def of(self, user: str) -> list[int]:
        """The partitions in which something is known; the one with the newest word first."""
        held = self._held.get(user.encode(), {})
        return [number for number, (_, says) in sorted(held.items(), key=lambda one: (-one[1][0], one[0])) if says]

    def home(self, user: str, partitions: int) -> int:
        """Where somebody's events stand: where something is known, or else where any producer would put them.

        A mark alone tells nothing: a forgetting leaves one in every partition.
        """
        return next(iter(self.of(user)), partition_for(user.encode(), partitions))


def requests(people: Sequence[Person], homes: Homes, ends: Mapping[Place, int], wall_ms: int) -> Iterator[Record]:
    """For each partition in which an old pseudonym has a profile. `ends`: how far the log was before anything else."""
    for person in people:
        home = homes.home(person.new, len(ends))
        for number in homes.of(person.old):
            name = secrets.token_hex(8)
            request = UserRequest(
                id=name,
                user=person.old,
                action="move",
                at_ms=wall_ms,
                to=person.new,
                to_partition=home,
                to_offset=ends[Place(USER_BEHAVIOUR.name, home)],
            )
            headers = binary_headers(REQUEST_TYPE, name, name, wall_ms)
            yield Record(USER_BEHAVIOUR.name, number, person.old.encode(), encode(request), headers)


@dataclass(frozen=True, slots=True)
class Moving:
    """Raises `Transient` while the broker is away, `Fatal` for a topic that does not exist."""

    kafka: Kafka
    clock: Clock

    async def run(self, people: Sequence[Person], within: float, progress: Progress) -> MoveReceipt:
        """Ask, and wait up to `within` seconds for the owners' answers. What is moved is found moved the next time."""
        if len(people) > MAX_PEOPLE:
            raise Fatal("too-many-users", f"{len(people):,}; a run takes {MAX_PEOPLE:,}: cut the file")
        reader = KafkaReader(self.kafka, CLIENT)
        await reader.start()
        try:
            # Before anything else: who is forgotten from here on is not moved (`plan/profile_move.py`).
            events = await reader.extents(await reader.places(USER_BEHAVIOUR.name))
            ledger = await reader.extents(await reader.places(USER_LEDGER.name))
            homes = await self._homes(reader, people, progress)
            ends = {place: extent.end for place, extent in events.items()}
            asked = requests(people, homes, ends, self.clock.wall_ms())
            waiting = set(await self._sent(asked))
            count = len(waiting)
            await Answers(reader, self.clock, ledger).came(waiting, within)
        finally:
            await reader.stop()
        nothing = sum(not homes.of(person.old) for person in people)
        return MoveReceipt(len(people), nothing, count, len(waiting))

    async def _homes(self, reader: KafkaReader, people: Sequence[Person], progress: Progress) -> Homes:
        homes = Homes(people)
        extents = await reader.extents(await reader.places(PROFILE.name))
        done, of = 0, sum(_length(extent) for extent in extents.values())
        async for batch in reader.read_range(extents):
            for place, records in batch.items():
                for record in records:
                    homes.add(Place(*place).partition, record.key, record.value, edition_of(record.headers))
            done += sum(map(len, batch.values()))
            progress(done, of)
        return homes

    async def _sent(self, records: Iterator[Record]) -> list[Position]:
        producer = KafkaProducer(self.kafka, CLIENT, [USER_BEHAVIOUR])
        await producer.start()
        positions: list[Position] = []
        try:
            while batch := list(islice(records, BATCH)):
                positions += await sent(producer, batch)
        finally:
            await producer.stop()
        return positions


def _length(extent: Extent) -> int:
    return extent.end - extent.start


def _says_something(value: bytes | None) -> bool:
    if value is None:
        return False
    try:
        held = decode_own(value, ProfileEntry)
    except Undecodable:
        # It may say that the user wants to be left alone.
        return True
    return bool(held.likes or held.seen or held.bought or held.dismissed or held.opted_out)
