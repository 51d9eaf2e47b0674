"""The dispatcher: what is admitted, parked, paused, held, handed over; with the real path and a probe desk."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from schemas.codec import encode_json
from schemas.topics import (
    COPY_REQUESTS,
    COPY_REQUESTS_BACKFILL,
    PROBE,
    PROBE_LEDGER,
    PRODUCT_CREATED,
    Group,
    Policy,
    Role,
    Topic,
)
from tests.doubles import ManualClock, NullJournal, NullMeter, settle
from workers.adapters.sealing import SivSealer
from workers.desks.probe import Probe
from workers.dispatch import Dispatcher
from workers.errors import Abandoned, DoNotRestart, Fatal
from workers.holdings import Bounds, Told
from workers.outcome import Delivery, Lane, Position, Record, Standards, Written
from workers.pipeline import Pipeline
from workers.plan.brief import Brief
from workers.ports import Lease
from workers.publish.ack import Partition
from workers.publish.quarantine import Limits as Quarantined

P = Partition(PROBE.name, 0)


class Writing:
    """A copywriter that writes when the test says so."""

    standards = Standards("model", "rules")

    def __init__(self) -> None:
        self.gates: dict[str, asyncio.Event] = {}
        self.open = True

    async def write(self, briefs: Sequence[Brief], lane: Lane) -> list[Written]:
        """Nothing publishable; the probe's record does not need it."""
        for brief in briefs:
            gate = self.gates.setdefault(brief.product, asyncio.Event())
            if not self.open:
                await gate.wait()
        return [Written(brief, None) for brief in briefs]


class Log:
    """A sink that keeps everything."""

    def __init__(self) -> None:
        self.records: list[Record] = []

    async def publish(self, records: Sequence[Record], lease: Lease) -> None:
        """Confirmed at once."""
        lease.check()
        await asyncio.sleep(0)
        self.records += records

    def of(self, topic: str) -> list[Record]:
        """What was sent to a topic."""
        return [record for record in self.records if record.topic == topic]


class State:
    """Tables that are restored when the test says so."""

    def __init__(self) -> None:
        self.ready = asyncio.Event()
        self.ready.set()
        self.revoked_times = 0

    def assign(self, partitions: frozenset[int]) -> None:
        """Noted by nobody."""

    async def restored(self, partition: int) -> None:
        """When told."""
        await self.ready.wait()

    async def revoke(self) -> None:
        """Counted."""
        self.revoked_times += 1


class Taps:
    """Which partitions are not read."""

    def __init__(self) -> None:
        self.off: set[Partition] = set()

    def pause(self, partition: Partition) -> None:
        """Off."""
        assert partition not in self.off
        self.off.add(partition)

    def resume(self, partition: Partition) -> None:
        """On."""
        self.off.remove(partition)


class Shop(Probe):
    """A probe desk with sellers."""

    def seller(self, delivery: Delivery) -> bytes:
        """Each key is another's."""
        return delivery.key or b""


class Floor:
    """A dispatcher and everything around it."""

    def __init__(self) -> None:
        self.clock = ManualClock()
        self.log = Log()
        self.state = State()
        self.writing = Writing()
        self.failures: list[BaseException] = []
        self.taps = Taps()
        table = Topic("table", "key", Group.PRODUCTS, Role.OUTPUT, Policy.COMPACT, 1)
        probe = Shop((PROBE, PRODUCT_CREATED, COPY_REQUESTS, COPY_REQUESTS_BACKFILL), (table,))
        pipeline = Pipeline(
            dict.fromkeys((topic.name for topic in probe.inputs), probe),
            {},
            {},
            self.writing,
            self.log,
            self.clock,
            "me",
            SivSealer({}),
        )
        bounds = Bounds(4, 4, 6, 1 << 20, 0.01, 10.0, Quarantined(5, 0.9, 100, 2, 5.0))
        self.dispatcher = Dispatcher(
            pipeline, self.state, bounds, Told(NullMeter(), NullJournal(), self.failures.append)
        )
        self.dispatcher.attach(self.taps)

    def begin(self, generation: int = 1) -> None:
        """Everything of number 0 is ours."""
        topics = (PROBE, PRODUCT_CREATED, COPY_REQUESTS, COPY_REQUESTS_BACKFILL)
        self.dispatcher.assigned([Partition(topic.name, 0) for topic in topics], generation)

    def put(self, offset: int, value: bytes | None = None, topic: str = PROBE.name, generation: int = 1) -> None:
        """A probe arrives."""
        body = encode_json({"id": f"{topic}-{offset}"}) if value is None else value
        key = f"key-{offset}".encode()
        self.dispatcher.deliver(Delivery(Position(topic, 0, offset), key, body), generation)


@asynccontextmanager
async def floor() -> AsyncIterator[Floor]:
    """Nothing runs when it is left."""
    made = Floor()
    ticking = asyncio.get_running_loop().create_task(made.dispatcher.tick())
    try:
        yield made
    finally:
        ticking.cancel()
        await asyncio.gather(ticking, return_exceptions=True)
        await made.dispatcher.fence()


async def test_an_event_is_acknowledged_after_its_ledger_entry_and_in_order() -> None:
    async with floor() as f:
        f.writing.open = False
        f.begin()
        f.put(0)
        f.put(1)
        await settle()
        f.writing.gates["probe-1"].set()
        await settle()
        assert len(f.log.of(PROBE_LEDGER.name)) == 1
        assert f.dispatcher.watermark(P) is None
        f.writing.gates["probe-0"].set()
        await settle()
        assert f.dispatcher.watermark(P) == 2


async def test_a_full_partition_is_paused_alone_and_what_still_comes_is_parked() -> None:
    async with floor() as f:
        f.writing.open = False
        f.begin()
        for offset in range(9):
            f.put(offset)
        f.put(0, topic=COPY_REQUESTS.name)
        await f.clock.advance(0.2)
        assert f.taps.off == {P, Partition(COPY_REQUESTS_BACKFILL.name, 0)}
        assert f.dispatcher.unfinished() == 10
        f.writing.open = True
        for gate in f.writing.gates.values():
            gate.set()
        await f.clock.advance(1)
        assert f.dispatcher.watermark(P) == 9
        assert f.taps.off == set()


async def test_nothing_begins_before_the_tables_are_restored() -> None:
    async with floor() as f:
        f.state.ready.clear()
        f.begin()
        f.put(0, topic=PRODUCT_CREATED.name)
        await settle()
        assert f.log.records == []
        assert not f.dispatcher.ready
        f.state.ready.set()
        await settle()
        assert f.dispatcher.ready
        assert f.dispatcher.watermark(Partition(PRODUCT_CREATED.name, 0)) == 1


async def test_backfill_is_not_read_while_live_work_waits() -> None:
    async with floor() as f:
        f.writing.open = False
        f.begin()
        for offset in range(5):
            f.put(offset)
        await f.clock.advance(0.2)
        assert Partition(COPY_REQUESTS_BACKFILL.name, 0) in f.taps.off
        f.writing.open = True
        for gate in f.writing.gates.values():
            gate.set()
        await f.clock.advance(0.2)
        assert f.taps.off == set()


async def test_what_cannot_be_read_is_held_until_the_next_good_event() -> None:
    async with floor() as f:
        f.begin()
        f.put(0, b"{")
        f.put(1, b"\xff")
        await settle()
        assert f.log.of("probe-dlq") == []
        f.put(2)
        await settle()
        assert [record.value for record in f.log.of("probe-dlq")] == [b"{", b"\xff"]
        assert f.dispatcher.watermark(P) == 3


async def test_what_is_held_comes_out_by_itself_after_a_while() -> None:
    async with floor() as f:
        f.begin()
        f.put(0, b"{")
        await f.clock.advance(5.2)
        assert len(f.log.of("probe-dlq")) == 1
        assert f.dispatcher.watermark(P) == 1


async def test_at_the_limit_the_worker_stops_and_none_of_the_held_is_acknowledged() -> None:
    async with floor() as f:
        f.begin()
        for offset in range(5):
            f.put(offset, b"{")
        await settle()
        assert [type(failure) for failure in f.failures] == [DoNotRestart]
        f.put(5)
        await f.clock.advance(10)
        assert f.log.records == []
        assert f.dispatcher.watermark(P) is None


async def test_a_revoke_cancels_what_does_not_finish_in_time_and_sends_nothing_afterwards() -> None:
    async with floor() as f:
        f.writing.open = False
        f.begin()
        f.put(0)
        await settle()
        await f.dispatcher.revoked()
        await f.dispatcher.fence()
        f.writing.gates["probe-0"].set()
        await settle()
        assert f.log.records == []
        assert f.state.revoked_times == 1
        f.begin(generation=2)
        f.writing.open = True
        f.put(0, generation=1)
        await settle()
        assert f.log.records == []
        f.put(0, generation=2)
        await settle()
        assert f.dispatcher.watermark(P) == 1


async def test_a_process_that_stood_still_past_its_session_ends_every_lease_and_stops() -> None:
    async with floor() as f:
        f.writing.open = False
        f.begin()
        f.put(0)
        await settle()
        await f.clock.jump(11)
        assert [failure.reason for failure in f.failures if isinstance(failure, Fatal)] == ["frozen"]
        f.writing.gates["probe-0"].set()
        await settle()
        assert f.log.records == []


async def test_an_ousted_worker_ends_every_lease_and_says_why_it_stops() -> None:
    async with floor() as f:
        f.writing.open = False
        f.begin()
        f.put(0)
        await settle()
        f.dispatcher.ousted("group-silent", "no heartbeat was answered for 31 s")
        assert [str(failure) for failure in f.failures] == ["group-silent: no heartbeat was answered for 31 s"]
        assert f.dispatcher.held() == ()
        f.writing.gates["probe-0"].set()
        await settle()
        assert f.log.records == []


async def test_partitions_of_one_number_that_are_split_between_workers_stop_the_worker() -> None:
    async with floor() as f:
        with pytest.raises(Fatal, match="not-co-partitioned"):
            f.dispatcher.assigned([Partition(PRODUCT_CREATED.name, 0)], 1)


async def test_a_lease_ends_with_its_partition() -> None:
    async with floor() as f:
        f.begin()
        lease = f.dispatcher.lease(P)
        lease.check()
        await f.dispatcher.fence()
        with pytest.raises(Abandoned):
            lease.check()
        with pytest.raises(Abandoned):
            f.dispatcher.lease(P)


async def test_a_repair_waits_for_the_event_of_its_key_and_is_abandoned_with_the_partition() -> None:
    async with floor() as f:
        f.writing.open = False
        f.begin()
        f.put(0)
        await settle()
        done: list[str] = []

        async def mend(lease: Lease) -> None:
            lease.check()
            done.append("mended")

        first = asyncio.ensure_future(f.dispatcher.within("table", 0, b"key-0", mend))
        await settle()
        assert done == []
        f.writing.gates["probe-0"].set()
        await first
        assert done == ["mended"]
        f.put(1)
        await settle()
        second = asyncio.ensure_future(f.dispatcher.within("table", 0, b"key-1", mend))
        await settle()
        await f.dispatcher.fence()
        with pytest.raises(Abandoned):
            await second
