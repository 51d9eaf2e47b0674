"""A world for the owner's protocol: a log, owners that crash, freeze and hand over, and an oracle with its own books.

Everything that decides is the real thing: dispatcher, gate, lanes, path, desk, fold, repair. Only the broker, the
writer and time are in memory, so that a test may stop the world between any two records.
"""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from schemas.codec import decode_json, encode_json, reprinted
from schemas.topics import (
    AUDIENCE_BLURB,
    CATALOGUE,
    COPY_LEDGER,
    COPY_REQUESTS,
    COPY_REQUESTS_BACKFILL,
    COPY_REVIEW,
    PRODUCT_COPY,
    PRODUCT_CREATED,
)
from tests.doubles import ManualClock, NullJournal, NullMeter, settle
from workers.adapters.sealing import SivSealer
from workers.desks.describe import Describe
from workers.desks.rewrites import rewrites_due
from workers.dispatch import Dispatcher
from workers.edit.gate import RULES_VERSION
from workers.errors import Abandoned
from workers.holdings import Bounds, Told
from workers.outcome import (
    Copy,
    Delivery,
    Entry,
    Lane,
    Origin,
    Position,
    Publication,
    Record,
    Sentence,
    Standards,
    Written,
)
from workers.pipeline import Pipeline
from workers.plan.benefits import load
from workers.plan.brief import Brief, copy_id
from workers.ports import Lease
from workers.publish.ack import Partition
from workers.publish.fold import Mark, edition_of, joined, sender_of, told, witnessed
from workers.publish.ledger import REDRIVEN
from workers.publish.quarantine import Limits as Quarantined
from workers.publish.repair import Printer, Row, repair

SESSION = 10.0
TABLES = (CATALOGUE.name, PRODUCT_COPY.name, AUDIENCE_BLURB.name, COPY_REVIEW.name)
INPUTS = (PRODUCT_CREATED.name, COPY_REQUESTS.name, COPY_REQUESTS_BACKFILL.name)
BENEFITS = load()


@dataclass
class Broker:
    """Logs of one partition each. A record's place in its list is its offset."""

    logs: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    committed: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def append(self, record: Record) -> int:
        """The offset that the record got."""
        self.logs[record.topic].append(record)
        return len(self.logs[record.topic]) - 1


class OwnerTable:
    """The owner's mirror of one table: the real fold and the real stance towards foreign records."""

    def __init__(self, topic: str, sender: str) -> None:
        self.topic = topic
        self.sender = sender.encode()
        self.held: dict[bytes, tuple[Mark, bytes | None]] = {}
        self.read_to = 0
        self.restored_to = 0

    def read(self, broker: Broker) -> None:
        """Follow the log to its end."""
        for offset in range(self.read_to, len(broker.logs[self.topic])):
            record = broker.logs[self.topic][offset]
            foreign = offset >= self.restored_to and sender_of(record.headers) != self.sender
            mark = witnessed if foreign else told
            self._join(record.key or b"", mark(edition_of(record.headers), offset), record.value)
        self.read_to = len(broker.logs[self.topic])

    def apply(self, record: Record, offset: int) -> None:
        """A record of ours that the broker has confirmed."""
        self._join(record.key or b"", told(record.edition, offset), record.value)

    def _join(self, key: bytes, mark: Mark, value: bytes | None) -> None:
        known = self.held.get(key)
        if known is None:
            self.held[key] = (mark, None if mark.edition < 0 else value)
            return
        new = joined(known[0], mark)
        self.held[key] = (new, known[1] if new[:2] == known[0][:2] else value)

    def get(self, partition: int, key: bytes) -> Entry | None:
        """By key."""
        del partition
        known = self.held.get(key)
        return None if known is None else Entry(known[0].seen, known[1])

    def scan(self, partition: int, prefix: bytes) -> list[tuple[bytes, Entry]]:
        """By prefix."""
        del partition
        return [(k, Entry(m.seen, v)) for k, (m, v) in sorted(self.held.items()) if k.startswith(prefix)]

    def wounds(self) -> list[bytes]:
        """Keys over which somebody else's record stands."""
        return [key for key, (mark, _) in self.held.items() if mark.outdone]


class ArrivalTable(OwnerTable):
    """Planted fault: the last record read wins, whatever its edition and whoever sent it."""

    def _join(self, key: bytes, mark: Mark, value: bytes | None) -> None:
        last = max(mark.last, self.held[key][0].last) if key in self.held else mark.last
        self.held[key] = (Mark(mark.seen, last, mark.seen, last), value)


@dataclass
class Sending:
    """A record on its way: not in the log, in the log, confirmed."""

    record: Record
    confirmed: asyncio.Future[int]
    offset: int | None = None


class SteppedSink:
    """The broker's confirmations come when the test says so."""

    def __init__(self, owner: "Owner") -> None:
        self.owner = owner

    async def publish(self, records: Sequence[Record], lease: Lease) -> None:
        """All at once; back when all are confirmed and applied."""
        lease.check()
        loop = asyncio.get_running_loop()
        sendings = [Sending(record, loop.create_future()) for record in records]
        self.owner.sendings += sendings
        for sending in sendings:
            offset = await sending.confirmed
            if sending.record.edition:
                self.owner.tables[sending.record.topic].apply(sending.record, offset)


class CarelessSink(SteppedSink):
    """Planted fault: an event is acknowledged before the broker has confirmed what follows from it."""

    async def publish(self, records: Sequence[Record], lease: Lease) -> None:
        """Send and forget."""
        lease.check()
        loop = asyncio.get_running_loop()
        self.owner.sendings += [Sending(record, loop.create_future()) for record in records]
        await asyncio.sleep(0)


@dataclass
class Desk:
    """The writer as the test wants it: here or away, and which model it is."""

    away: bool = False
    fingerprint: str = "model-a"
    rules: str = RULES_VERSION

    @property
    def standards(self) -> Standards:
        """Now."""
        return Standards(self.fingerprint, self.rules)

    async def write(self, briefs: Sequence[Brief], lane: Lane) -> list[Written]:
        """A text that tells its brief and its writer."""
        del lane
        await asyncio.sleep(0)
        return [Written(brief, self._copy(brief)) for brief in briefs]

    def _copy(self, brief: Brief) -> Copy:
        origin = Origin.FALLBACK if self.away else Origin.MODEL
        return Copy(
            kind=brief.kind,
            text=f"{brief.id} by {origin}",
            sentences=(Sentence(brief.id, tuple(fact.id for fact in brief.facts)),),
            brief_id=brief.id,
            copy_id=copy_id(brief.id, 0, self.fingerprint),
            origin=origin,
            attempt=0,
            fingerprint=self.fingerprint,
            rules_version=self.rules,
            away=self.away,
        )


class RestoredState:
    """Tables are restored when the owner begins; revokes are the owner's business."""

    def assign(self, partitions: frozenset[int]) -> None:
        """Nothing to begin."""

    async def restored(self, partition: int) -> None:
        """At once."""

    async def revoke(self) -> None:
        """Nothing to end."""


class CopyFirst(Pipeline):
    """Planted fault: copy is published before the revision that it was made from."""

    async def _publish(self, publication: Publication, lease: Lease) -> Publication:
        for records in (publication.outputs, publication.state, publication.ledger):
            if records:
                await self.sink.publish(records, lease)
        return publication


@dataclass(frozen=True)
class Faults:
    """What is planted."""

    table: type[OwnerTable] = OwnerTable
    sink: type[SteppedSink] = SteppedSink
    desk: type[Describe] = Describe
    path: type[Pipeline] = Pipeline


class Owner:
    """One worker: real dispatcher and path over the world's broker."""

    def __init__(self, number: int, broker: Broker, desk: Desk, clock: ManualClock, faults: Faults) -> None:
        self.number = number
        self.broker = broker
        self.clock = clock
        self.sender = f"owner-{number}"
        self.sendings: list[Sending] = []
        self.failures: list[BaseException] = []
        self.mending: dict[tuple[str, bytes], asyncio.Task[None]] = {}
        self.tables = {topic: faults.table(topic, self.sender) for topic in TABLES}
        for table in self.tables.values():
            table.restored_to = len(broker.logs[table.topic])
            table.read(broker)
        describe = faults.desk(BENEFITS)
        self.sink = faults.sink(self)
        pipeline = faults.path(
            desks=dict.fromkeys(INPUTS, describe),
            tables=self.tables,
            followed={},
            copywriter=desk,
            sink=self.sink,
            clock=clock,
            sender=self.sender,
            sealer=SivSealer({}),
        )
        self.dispatcher = Dispatcher(
            pipeline,
            RestoredState(),
            Bounds(8, 4, 16, 1 << 20, 0.0, SESSION, Quarantined(50, 0.9, 100, 3, 0.0)),
            Told(NullMeter(), NullJournal(), self.failures.append),
        )
        self.read_at = dict(broker.committed)
        self.dispatcher.assigned([Partition(topic, 0) for topic in INPUTS], number)

    def deliver(self, topic: str) -> bool:
        """The next record of an input."""
        offset = self.read_at.get(topic, 0)
        if offset >= len(self.broker.logs[topic]):
            return False
        record = self.broker.logs[topic][offset]
        self.read_at[topic] = offset + 1
        delivery = Delivery(Position(topic, 0, offset), record.key, record.value, record.headers)
        self.dispatcher.deliver(delivery, self.number)
        return True

    def commit(self) -> None:
        """What the gate allows."""
        for topic in INPUTS:
            watermark = self.dispatcher.watermark(Partition(topic, 0))
            if watermark is not None:
                self.broker.committed[topic] = max(self.broker.committed[topic], watermark)

    def land(self, sending: Sending) -> None:
        """A record reaches the log."""
        sending.offset = self.broker.append(sending.record)

    def confirm(self, sending: Sending) -> None:
        """The owner learns of it."""
        self.sendings.remove(sending)
        if sending.offset is not None and not sending.confirmed.done():
            sending.confirmed.set_result(sending.offset)

    def follow(self) -> None:
        """Read our own partitions on; what somebody else's record stands over is published again, in its key's lane."""
        for table in self.tables.values():
            table.read(self.broker)
            for key in table.wounds():
                if (table.topic, key) not in self.mending:
                    self.mending[table.topic, key] = asyncio.get_running_loop().create_task(self._mend(table, key))

    async def _mend(self, table: OwnerTable, key: bytes) -> None:
        try:
            await self.dispatcher.within(table.topic, 0, key, partial(self._repair, table, key))
        except Abandoned:
            pass
        finally:
            del self.mending[table.topic, key]

    async def _repair(self, table: OwnerTable, key: bytes, lease: Lease) -> None:
        own = table.get(0, key)
        if own is None or key not in table.wounds():
            return
        record = repair(Row(table.topic, 0, key), own, self.clock.wall_ms(), Printer(self.sender, reprinted))
        await self.sink.publish([record], lease)

    def ask_rewrites(self) -> None:
        """The marks in our table become requests."""
        for topic in (PRODUCT_COPY, AUDIENCE_BLURB):
            for request in rewrites_due(0, self.tables[topic.name].scan(0, b""), self.clock.wall_ms()):
                self.broker.append(request)

    async def give_up(self) -> None:
        """Revoked, or dead: what was on its way may still arrive, nothing else happens."""
        await self.dispatcher.fence()


def product(number: int, fields: dict[str, object]) -> Record:
    """A listing's record."""
    key = f"sku-{number}"
    return Record(PRODUCT_CREATED.name, 0, key.encode(), encode_json({"id": key, **fields}))


def blurb_request(number: int, facet: str) -> Record:
    """A user's owner asks for a blurb."""
    key = f"sku-{number}"
    request = {
        "type": "blurb-request/1",
        "product": key,
        "locale": "en-US",
        "audience": facet.replace(":", "-"),
        "facets": [facet],
    }
    return Record(COPY_REQUESTS.name, 0, key.encode(), encode_json(request))


def redriven(record: Record, offset: int) -> Record:
    """The same record, sent again."""
    return record._replace(headers=((REDRIVEN, f"{record.topic}/0/{offset}".encode()),))


def ledger_of(broker: Broker) -> dict[str, list[dict[str, object]]]:
    """Entries by source position."""
    entries: dict[str, list[dict[str, object]]] = defaultdict(list)
    for record in broker.logs[COPY_LEDGER.name]:
        entries[(record.key or b"").decode()].append(decode_json(record.value or b"", 1 << 20))
    return entries


def run(loop: asyncio.AbstractEventLoop, work: object) -> None:
    """Drive the loop until nothing can run."""
    if work is not None:
        loop.run_until_complete(work)  # type: ignore[arg-type]
    loop.run_until_complete(settle())
