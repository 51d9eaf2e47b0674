"""The composition root: the one file that knows every concrete class, and the order in which they begin and end."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

from schemas.codec import reprinted
from schemas.topics import AUDIENCE_BLURB, INPUTS, PRODUCT_COPY, TOPICS, Role, Topic
from workers.adapters.clock import SystemClock
from workers.adapters.kafka_connection import mend_connections
from workers.adapters.kafka_producer import KafkaProducer
from workers.adapters.kafka_reader import KafkaReader
from workers.adapters.pack_files import heard, house_of
from workers.adapters.prometheus import PrometheusMeter
from workers.adapters.rocks import Disk
from workers.adapters.sealing import NO_KEY, SivSealer, sealer_of
from workers.adapters.tables import FollowedTable, OwnedTables, TableSink, Wound
from workers.adapters.tables_around import Around
from workers.adapters.tables_repair import Repairs, Work
from workers.adapters.triton import TritonModel
from workers.copywriter import Copywriter
from workers.desks.contract import Desk
from workers.desks.describe import Describe
from workers.desks.personalise import Personalise
from workers.desks.probe import Probe
from workers.desks.review import Policy as ReviewPolicy
from workers.dispatch import Dispatcher
from workers.edit.gate import Editor
from workers.edit.sameness.shelves import Shelves
from workers.errors import Fatal, Transient
from workers.holdings import Bounds, Flow, Told
from workers.logs import get_log
from workers.pipeline import Pipeline
from workers.plan.benefits import load
from workers.publish.quarantine import Limits as Quarantined
from workers.publish.repair import Printer
from workers.recollection import recollecting
from workers.rewriter import Rewriter
from workers.settings import Privacy, Settings
from workers.vitals import Reading, VitalSigns
from workers.write.batching import Batcher, Limits
from workers.write.breaker import Breaker, GuardedModel, Policy, State
from workers.write.cache import KnownCopies
from workers.write.patience import PatientWriter
from workers.write.prompts.compact import COMPACT
from workers.write.writer import BriefWriter

CANARY_PERIOD = 5.0
Fail = Callable[[BaseException], None]


class Consumer(Flow, Reading, Protocol):
    """What reads the inputs."""


@dataclass(slots=True)
class Runtime:
    """What a running worker consists of, for the entry point that reads for it."""

    dispatcher: Dispatcher
    vitals: VitalSigns
    meter: PrometheusMeter
    clock: SystemClock
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def attach(self, consumer: Consumer) -> None:
        """The consumer, whose taps the dispatcher turns and whose pulse is taken."""
        self.dispatcher.attach(consumer)
        self.vitals.attach(consumer)


@dataclass(frozen=True, slots=True)
class _Owned:
    """The tables, given up only once nothing is on its way any more; planned from only once the followed ones are
    there too.
    """

    tables: OwnedTables
    followed: Mapping[str, FollowedTable]
    producer: KafkaProducer

    def assign(self, partitions: frozenset[int]) -> None:
        self.tables.assign(partitions)

    async def restored(self, partition: int) -> None:
        for table in self.followed.values():
            await table.caught_up()
        await self.tables.restored(partition)

    async def revoke(self) -> None:
        await self.tables.revoke()
        await self.producer.flush()


def desks_of(settings: Settings) -> dict[str, Desk]:
    """Input topic to desk. Raises `Fatal` for a desk that does not exist, or two whose tables are of two groups."""
    known: dict[str, Callable[[], Desk]] = {
        "describe": lambda: Describe(load(), ReviewPolicy(settings.review.policy), editor_of(settings)),
        "personalise": lambda: Personalise(partitions=settings.kafka.partitions),
        "probe": Probe,
    }
    unknown = set(settings.desks) - known.keys()
    if unknown:
        raise Fatal("unknown-desk", f"{sorted(unknown)}; there are {sorted(known)}")
    desks = [known[name]() for name in settings.desks]
    groups = {topic.group for desk in desks for topic in desk.tables}
    if len(groups) > 1:
        # Their rebalances and stalls must not touch: one process, one consumer group.
        raise Fatal("desks-of-two-groups", f"{sorted(groups)}: one worker for each")
    return {topic.name: desk for desk in desks for topic in desk.inputs}


def editor_of(settings: Settings) -> Editor:
    """The editor with an operator's packs. Raises `Fatal` for one that cannot be read, or is malformed."""
    return house_of(settings.edit).editor


def sealer_for(desks: Mapping[str, Desk], privacy: Privacy) -> SivSealer:
    """The seal of their dead letters. Raises `Fatal` where some are about persons and there is no key."""
    personal = sorted(name for name in desks if TOPICS[name].personal)
    if personal and not privacy.seal_keys:
        # Told at the start, not by the first bad event.
        raise Fatal("no-seal-key", f"{', '.join(personal)}: {NO_KEY}")
    return sealer_of(privacy)


@asynccontextmanager
async def assemble(settings: Settings, fail: Fail) -> AsyncIterator[Runtime]:
    """A worker, begun; everything is ended in reverse order on the way out. `fail` is told of whatever breaks."""
    mend_connections()
    async with AsyncExitStack() as stack:
        clock, meter = SystemClock(), PrometheusMeter()
        sender = secrets.token_hex(8)
        desks = desks_of(settings)
        sealer = sealer_for(desks, settings.privacy)
        model, breaker, copywriter = await _writing(settings, clock, meter, stack)
        producer = KafkaProducer(settings.kafka, f"{settings.name}-producer", _written(desks))
        await producer.start()
        stack.push_async_callback(producer.stop)
        around = Around(clock, meter, get_log("tables"))
        reader = KafkaReader(settings.kafka, f"{settings.name}-tables")
        tables = OwnedTables(Disk(settings.data_dir / "tables"), reader, _tables(desks), sender, around)
        followed = _followed(settings, desks, around)
        sink = TableSink(producer, tables)
        pipeline = Pipeline(desks, tables.tables, followed, copywriter, sink, clock, sender, sealer)
        dispatcher = Dispatcher(
            pipeline, _Owned(tables, followed, producer), _bounds(settings), Told(meter, get_log("worker"), fail)
        )
        vitals = VitalSigns(dispatcher, tables, breaker, meter, settings.write.fallback_after)
        repairs = Repairs(tables, sink, Printer(sender, reprinted), around)
        runtime = Runtime(dispatcher, vitals, meter, clock)
        for work in (
            tables.run(),
            *(table.run() for table in followed.values()),
            repairs.run(_within(dispatcher)),
            *_rewriting(settings, runtime, tables, sink, breaker),
            *recollecting(desks, tables.tables, copywriter.shelves, dispatcher),
            dispatcher.tick(),
            vitals.beat(),
            vitals.look_behind(),
            _canary(model, breaker, vitals, clock, settings.triton.deadline),
        ):
            runtime.tasks.append(_owned(work, fail))
        stack.push_async_callback(_end, runtime.tasks)
        yield runtime


async def _writing(
    settings: Settings, clock: SystemClock, meter: PrometheusMeter, stack: AsyncExitStack
) -> tuple[TritonModel, Breaker, Copywriter]:
    triton = settings.triton
    log = get_log("writer")
    model = TritonModel(triton.url, triton.model_version)
    stack.push_async_callback(model.close)
    breaker = Breaker(
        lambda: model.handshake(triton.deadline), clock, meter, Policy(probe_interval=triton.probe_interval)
    )
    breaker.watch(lambda state, fault: log.info("breaker_changed", state=str(state), reason=str(fault or "")))
    stack.push_async_callback(breaker.close)
    try:
        await model.handshake(triton.deadline)
        log.info("writer_ready", url=triton.url, fingerprint=model.fingerprint)
    except Transient as fault:
        # The writer is away already: begin as if it had gone, so that waiting and fallback are the same as ever.
        breaker.open(fault)
    batcher = Batcher(
        GuardedModel(model, breaker, triton.deadline),
        clock,
        meter,
        Limits(triton.max_rows, triton.queue_rows, triton.calls_in_flight, triton.linger, triton.deadline),
    )
    stack.push_async_callback(batcher.close)
    writer = BriefWriter(model, COMPACT, batcher, breaker, KnownCopies(settings.write.known_copies), clock, meter)
    patient = PatientWriter(writer, breaker, clock, settings.write.fallback_after)
    copywriter = Copywriter(
        patient,
        settings.write.attempts,
        meter,
        editor=heard(settings.edit, log),
        candidates=settings.edit.candidates,
        shelves=Shelves(settings.edit.lately),
    )
    return model, breaker, copywriter


def _rewriting(
    settings: Settings, runtime: Runtime, tables: OwnedTables, sink: TableSink, breaker: Breaker
) -> list[Coroutine[Any, Any, None]]:
    """Where product copy is owned: fallback copy is asked for again whenever the writer is back."""
    marked = [tables.tables[topic.name] for topic in (PRODUCT_COPY, AUDIENCE_BLURB) if topic.name in tables.tables]
    if not marked:
        return []
    rewriter = Rewriter(marked, sink, runtime.clock, runtime.meter, settings.write.rewrites_per_second)
    breaker.watch(lambda state, _: rewriter.wake() if state is State.CLOSED else None)
    runtime.dispatcher.on_open(rewriter.wake)
    return [rewriter.run(runtime.dispatcher)]


def _followed(settings: Settings, desks: dict[str, Desk], around: Around) -> dict[str, FollowedTable]:
    """Each topic that others own with a reader and a folder of its own."""
    topics = dict.fromkeys(topic.name for desk in desks.values() for topic in desk.follows)
    disk = Disk(settings.data_dir / "followed")
    return {
        name: FollowedTable(disk, KafkaReader(settings.kafka, f"{settings.name}-{name}"), name, around)
        for name in topics
    }


def _tables(desks: dict[str, Desk]) -> list[str]:
    return list(dict.fromkeys(topic.name for desk in desks.values() for topic in desk.tables))


def _written(desks: dict[str, Desk]) -> list[Topic]:
    """Every topic that a worker with these desks may write: all of their groups but what others send."""
    groups = {topic.group for desk in desks.values() for topic in desk.inputs}
    others = {Role.INPUT, Role.FOREIGN}
    ours = [topic for topic in TOPICS.values() if topic.group in groups and topic.role not in others]
    asked = [topic for desk in desks.values() for topic in desk.asks]
    return [*ours, *(topic for topic in INPUTS if topic.backfill and topic.group in groups), *dict.fromkeys(asked)]


def _bounds(settings: Settings) -> Bounds:
    flow = settings.flow
    return Bounds(
        max_in_flight=flow.max_in_flight,
        max_group=flow.max_group,
        max_unacked_events=flow.max_unacked_events,
        max_unacked_bytes=flow.max_unacked_bytes,
        drain=flow.drain,
        session=settings.kafka.session_timeout,
        quarantine=Quarantined(**settings.dead_letters.model_dump()),
    )


def _within(dispatcher: Dispatcher) -> Callable[[Wound, Work], Coroutine[Any, Any, None]]:
    async def within(wound: Wound, work: Work) -> None:
        await dispatcher.within(wound.place.topic, wound.place.partition, wound.key, work)

    return within


async def _canary(
    model: TritonModel, breaker: Breaker, vitals: VitalSigns, clock: SystemClock, deadline: float
) -> None:
    """Readiness is an inference, since the server calls itself ready over a dead model process."""
    while True:
        if breaker.state is State.CLOSED:
            try:
                await model.canary(deadline)
                vitals.canary_answered()
            except Transient as fault:
                breaker.failed(fault)
        await clock.sleep(CANARY_PERIOD if breaker.state is State.CLOSED else 1.0)


def _owned(work: Coroutine[Any, Any, None], fail: Fail) -> asyncio.Task[None]:
    task = asyncio.get_running_loop().create_task(work)

    def ended(task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            fail(error)

    task.add_done_callback(ended)
    return task


async def _end(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
