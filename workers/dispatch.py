"""What runs when, and what may be committed: the gate, the lanes and the tables around the path. Knows no Kafka client.

A delivery is admitted by the gate (or parked there), decoded, put into its key's lane, handled by the path, and
finished: then the gate's watermark may move. `entrypoints/stream.py` feeds this and commits the watermark.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence

from schemas.topics import TOPICS, Topic
from workers.desks.contract import Received
from workers.errors import Abandoned, DoNotRestart, Fatal, Permanent
from workers.holdings import (
    Bounds,
    Errand,
    Flow,
    GateLease,
    Item,
    Job,
    OwnedState,
    Rejected,
    Taps,
    Told,
    partition_of,
    shard_of,
    shards_of,
)
from workers.outcome import Delivery, Lane
from workers.pipeline import Pipeline
from workers.ports import Clock, Lease
from workers.publish.ack import AckGate, Admission, Partition
from workers.publish.homes import Homes
from workers.publish.lanes import Lanes, Limits, Shard
from workers.publish.quarantine import Quarantine

TICK = 0.1


class Dispatcher:
    """One for each worker. All methods are called on its event loop."""

    def __init__(
        self,
        pipeline: Pipeline,
        state: OwnedState,
        bounds: Bounds,
        told: Told,
    ) -> None:
        self._pipeline = pipeline
        self._state = state
        self._bounds = bounds
        self.session = bounds.session
        self._told = told
        self._meter = told.meter
        self._journal = told.journal
        self.clock: Clock = pipeline.clock
        self._gate: AckGate[tuple[Delivery, int]] = AckGate(bounds.max_unacked_events, bounds.max_unacked_bytes)
        self._lanes: Lanes[Item | Errand] = Lanes(
            self._work, Limits(bounds.max_in_flight, bounds.max_group, self._together), told.failed
        )
        self._quarantine: Quarantine[Item] = Quarantine(bounds.quarantine)
        self._homes = Homes()
        # The groups whose partitions have tables to restore.
        self._owned = {topic.group for desk in pipeline.desks.values() for topic in desk.tables}
        self._taps = Taps(told.journal)
        self._opening: set[asyncio.Task[None]] = set()
        self._jobs: set[asyncio.Future[None]] = set()
        self._opened_listeners: list[Callable[[], None]] = []
        self.assignments = 0
        self.acked = 0

    @property
    def inputs(self) -> tuple[Topic, ...]:
        """The topics whose events come here."""
        return tuple(dict.fromkeys(topic for desk in self._pipeline.desks.values() for topic in desk.inputs))

    def on_open(self, listener: Callable[[], None]) -> None:
        """Be told when a shard's tables are restored and its events begin."""
        self._opened_listeners.append(listener)

    def attach(self, flow: Flow) -> None:
        """Tell which taps to turn."""
        self._taps.attach(flow)

    def assigned(self, partitions: Iterable[Partition], generation: int) -> None:
        """Begin these partitions in this generation. Deliveries may come at once; they wait for their tables."""
        mine = frozenset(partitions)
        shards = shards_of(mine)
        self._meter.count("rebalances_total")
        self.assignments += 1
        self._journal.info(
            "partitions_assigned", generation=generation, shards=[f"{s.group}/{s.number}" for s in shards]
        )
        for partition in mine:
            self._gate.assign(partition, generation)
        self._state.assign(frozenset(shard.number for shard in shards if shard.group in self._owned))
        for shard in shards:
            task = asyncio.get_running_loop().create_task(self._open(shard))
            self._opening.add(task)
            task.add_done_callback(self._opened)
        self._lanes.resume()

    async def revoked(self) -> None:
        """Give every partition up: finish what has begun within `drain`, then cancel the rest and wait for its end."""
        self._lanes.hold()
        try:
            await asyncio.wait_for(self._lanes.idle(), self._bounds.drain)
        except TimeoutError:
            self._journal.warning("drain_timed_out", in_flight=self._lanes.in_flight)

    async def fence(self) -> None:
        """After the last commit: nothing of the old generation may be sent or acknowledged any more."""
        partitions = self._gate.partitions()
        self._journal.info("partitions_revoked", partitions=len(partitions), unfinished=self.unfinished())
        for partition in partitions:
            self._gate.revoke(partition)
            self._quarantine.forget(partition)
        self._taps.forget()
        for task in self._opening:
            task.cancel()
        await asyncio.gather(*self._opening, return_exceptions=True)
        await self._lanes.close({shard_of(partition) for partition in partitions})
        for job in list(self._jobs):
            if not job.done():
                job.set_exception(Abandoned("partition-given-up"))
        await self._state.revoke()

    def deliver(self, delivery: Delivery, generation: int) -> None:
        """Take a record, in the order of its partition. Never blocks; a full partition is paused, the rest parked."""
        partition = partition_of(delivery)
        admission = self._gate.deliver(
            partition, generation, delivery.position.offset, delivery.size, (delivery, generation)
        )
        if admission is Admission.STALE:
            return
        if admission is Admission.ADMIT:
            self._admit(delivery, generation)
        self._turn(partition)

    def watermark(self, partition: Partition) -> int | None:
        """The offset that may be committed."""
        return self._gate.watermark(partition)

    def paused(self, partition: Partition) -> bool:
        """Whether we have turned this tap off."""
        return partition in self._taps

    async def tick(self) -> None:
        """Regularly: backfill is read only while no live work waits; gauges are set. Ends when cancelled."""
        while True:
            before = self.clock.now()
            await self.clock.sleep(TICK)
            if self.clock.now() - before > self._bounds.session:
                self.ousted("frozen", "the process stood still for longer than its session; others have its partitions")
                return
            for partition in self._gate.partitions():
                self._release(partition)
                self._turn(partition)
            self._meter.gauge("in_flight_events", self._lanes.in_flight)
            self._meter.gauge("parked_events", self._gate.parked())
            self._meter.gauge("paused_partitions", len(self._taps))
            self._meter.gauge("products_in_two_partitions", self._homes.split)
            for topic in self.inputs:
                self._meter.gauge("unacked_events", self.unacked(topic.name), topic=topic.name)

    def unacked(self, topic: str) -> int:
        """Events of one topic, delivered and not acknowledged."""
        return sum(self._gate.unacked(held) for held in self._gate.partitions() if held.topic == topic)

    def ousted(self, reason: str, detail: str) -> None:
        """Others own our partitions, whatever we believe: every lease ends at once, and the worker stops."""
        for partition in self._gate.partitions():
            self._gate.revoke(partition)
        self._told.failed(Fatal(reason, detail))

    def unfinished(self) -> int:
        """Events delivered and not acknowledged, in all partitions."""
        return sum(map(self._gate.unacked, self._gate.partitions()))

    async def within(self, topic: str, partition: int, key: bytes, work: Job) -> None:
        """Run `work` in the lane in which this table's key is written; back when it is done. Raises `Abandoned`."""
        desk = next(desk for desk in self._pipeline.desks.values() if topic in {t.name for t in desk.tables})
        mine = Partition(desk.inputs[0].name, partition)
        job = Errand(mine, GateLease.of(self._gate, mine).generation, work, asyncio.get_running_loop().create_future())
        self._jobs.add(job.done)
        job.done.add_done_callback(self._jobs.discard)
        self._lanes.put(shard_of(mine), desk.lane_key(topic, key), job, Lane.LIVE)
        await job.done

    def lease(self, partition: Partition) -> Lease:
        """The right to write what hangs on a partition, in its present generation. Raises `Abandoned`."""
        return GateLease.of(self._gate, partition)

    def held(self) -> tuple[Partition, ...]:
        """The input partitions of this worker."""
        return self._gate.partitions()

    def _admit(self, delivery: Delivery, generation: int) -> None:
        partition, now = partition_of(delivery), self.clock.now()
        try:
            received = self._pipeline.decode(delivery)
        except Permanent as fault:
            item = Item(Rejected(delivery, fault), generation, now)
            seller = self._pipeline.desks[partition.topic].seller(delivery)
            limit = self._quarantine.bad(partition, item, seller, now)
            if limit is not None:
                self._give_up_on(partition, limit)
            return
        if not received.everywhere:
            self._homes.see(TOPICS[partition.topic].group, received.key, partition.number)
        for held in self._quarantine.good(partition):
            self._put(held)
        self._put(Item(received, generation, now))

    def _give_up_on(self, partition: Partition, limit: str) -> None:
        """So many bad events are our fault: none of the held ones is acknowledged, and nothing behind them."""
        self._gate.revoke(partition)
        self._quarantine.forget(partition)
        self._told.failed(DoNotRestart("dead-letter-limit", f"{partition.topic}/{partition.number}: {limit}"))

    def _put(self, item: Item) -> None:
        position = item.delivery.position
        # A dead letter concerns no product: a lane of its own, so that it waits for nobody.
        key = item.what.key if isinstance(item.what, Received) else b"\0" + str(position).encode()
        lane = Lane.BACKFILL if TOPICS[position.topic].backfill else Lane.LIVE
        self._lanes.put(shard_of(partition_of(item.delivery)), key, item, lane)

    def _release(self, partition: Partition) -> None:
        """Dead letters that have been held for long enough, or for which there is no room."""
        full = self._gate.full(partition)
        held = self._quarantine.full(partition) if full else self._quarantine.due(partition, self.clock.now())
        for item in held:
            self._put(item)

    def _together(self, first: Item | Errand, other: Item | Errand) -> bool:
        if isinstance(first, Errand) or isinstance(other, Errand):
            return False
        if isinstance(first.what, Rejected) or isinstance(other.what, Rejected):
            return False
        if first.generation != other.generation or first.delivery.position.topic != other.delivery.position.topic:
            return False
        return self._pipeline.desks[first.delivery.position.topic].together(first.what, other.what)

    def _work(self, group: Sequence[Item | Errand]) -> Awaitable[None]:
        first = group[0]
        if isinstance(first, Errand):
            return first.settle(GateLease(self._gate, first.partition, first.generation))
        return self._handle(first, [item for item in group if isinstance(item, Item)])

    async def _handle(self, first: Item, group: Sequence[Item]) -> None:
        partition = partition_of(first.delivery)
        lease = GateLease(self._gate, partition, first.generation)
        try:
            if isinstance(first.what, Rejected):
                outcome = await self._pipeline.reject(first.delivery, first.what.fault, lease)
                self._told.dead_letter(first.delivery, first.what.fault)
            else:
                lane = Lane.BACKFILL if TOPICS[partition.topic].backfill else Lane.LIVE
                received = [item.what for item in group if isinstance(item.what, Received)]
                outcome = await self._pipeline.handle(received, lane, lease)
        except Abandoned:
            self._meter.count("abandoned_events_total", len(group))
            return
        for verdict in outcome.verdicts:
            self._meter.count("events_total", topic=partition.topic, verdict=verdict)
        for item in group:
            self._finish(partition, item)

    def _finish(self, partition: Partition, item: Item) -> None:
        acked = self._gate.finish(partition, item.generation, item.delivery.position.offset)
        now = self.clock.now()
        self.acked += acked
        self._meter.observe("event_seconds", now - item.since, topic=partition.topic)
        for delivery, generation in self._gate.unpark(partition):
            self._admit(delivery, generation)
        self._turn(partition)

    def _turn(self, partition: Partition) -> None:
        waits = TOPICS[partition.topic].backfill and self._lanes.live_waiting > 0
        self._taps.turn(partition, off=waits or self._gate.full(partition))

    async def _open(self, shard: Shard) -> None:
        if shard.group in self._owned:
            await self._state.restored(shard.number)
        self._lanes.open(shard)
        for listener in self._opened_listeners:
            listener()

    def _opened(self, task: asyncio.Task[None]) -> None:
        self._opening.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._told.failed(error)

    @property
    def ready(self) -> bool:
        """Assigned (perhaps to nothing), and every table restored."""
        return not self._opening
