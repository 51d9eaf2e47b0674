"""The worker: Faust reads, the dispatcher decides, the watermark is committed. The only loop, and the only ack.

Import this only after uvloop's policy has been set: Faust makes event loops when it is imported.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from schemas.envelope import Headers
from workers.adapters.faust_consumer import GatedApp, GatedConsumer, behind
from workers.bootstrap import Runtime, assemble
from workers.dispatch import Dispatcher
from workers.entrypoints.ending import Ending
from workers.entrypoints.health import Limits, Vitals, Wait, Watchdog
from workers.entrypoints.health_server import HealthServer, routes
from workers.errors import Exit, Fatal, Fault
from workers.logs import get_log
from workers.outcome import Delivery, Position
from workers.settings import Settings
from workers.vitals import RESTORE_BUDGET, VitalSigns

STOP_GRACE = 10.0
"""Seconds beyond the drain that Faust may take to leave its group."""


def build_app(settings: Settings, dispatcher: Dispatcher) -> GatedApp:
    """The Faust app, not started. Every setting that matters is set here, with the reason where it is not obvious."""
    kafka = settings.kafka
    app = GatedApp(
        kafka.group_of(dispatcher.inputs[0].group),
        broker=[f"kafka://{address.strip()}" for address in kafka.bootstrap.split(",")],
        broker_client_id=settings.name,
        consumer_group_instance_id=kafka.instance_id,
        datadir=settings.data_dir / "faust",
        store="memory://",
        # Client-side only, and what it does when it expires is to leave the group for ever; the watchdog is ours.
        broker_max_poll_interval=86_400.0,
        broker_max_poll_records=500,
        stream_buffer_maxsize=16_384,
        broker_session_timeout=kafka.session_timeout,
        broker_heartbeat_interval=kafka.heartbeat_interval,
        broker_rebalance_timeout=kafka.rebalance_timeout,
        broker_request_timeout=max(kafka.request_timeout, kafka.session_timeout),
        broker_commit_interval=kafka.commit_interval,
        stream_wait_empty=False,
        processing_guarantee="at_least_once",
        consumer_auto_offset_reset="earliest",
        agent_supervisor="mode.CrashingSupervisor",
        topic_allow_declare=False,
        topic_disable_leader=True,
        # Not 0: then Faust hands over to a round robin that splits the partitions of one number between workers.
        table_standby_replicas=1,
        web_enabled=False,
        producer_request_timeout=kafka.request_timeout,
    )
    return _reading(app, dispatcher)


def _reading(app: GatedApp, dispatcher: Dispatcher) -> GatedApp:
    """One agent over all inputs, raw bytes, unacked; revokes and stops go through the dispatcher."""
    app.intake = dispatcher
    app.drain = dispatcher.revoked
    app.fence = dispatcher.fence
    topics = app.topic(
        *(topic.name for topic in dispatcher.inputs),
        value_type=bytes,
        key_type=bytes,
        value_serializer="raw",
        key_serializer="raw",
    )
    agent: Any = app.agent(topics, name="intake", concurrency=1)
    agent(_intake(dispatcher))
    return app


def _intake(dispatcher: Dispatcher) -> Callable[[Any], Any]:
    async def intake(stream: AsyncIterator[Any]) -> None:
        unacked: Any = stream
        async for event in unacked.noack().events():
            for each in chain((event,), behind(unacked)):
                dispatcher.deliver(_delivery(each.message), each.message.generation_id)

    return intake


def _delivery(message: Any) -> Delivery:  # noqa: ANN401  Faust's own, untyped here
    return Delivery(
        position=Position(message.topic, message.partition, message.offset),
        key=message.key,
        value=message.value,
        headers=_headers(message.headers),
        timestamp_ms=int((message.timestamp or 0) * 1000),
    )


Pairs = Iterable[tuple[str, bytes | None]]


def _headers(headers: dict[str, bytes | None] | Pairs | None) -> Headers:
    return tuple(headers.items() if isinstance(headers, dict) else headers or ())


async def serve(settings: Settings) -> Exit:
    """Run until a signal or a failure; returns the exit code. Everything begun is ended, in reverse order."""
    log = get_log()
    ending = Ending()
    ending.on_signals()
    log.info("worker_starting", name=settings.name, bootstrap=settings.kafka.bootstrap, triton=settings.triton.url)
    try:
        # Health is told until everything is ended: a silent port would be taken for a worker that has died.
        with contextlib.ExitStack() as last:
            async with assemble(settings, ending.fail) as runtime:
                last.enter_context(_health(settings, runtime))
                await _stream(settings, runtime, ending)
    except (Fault, OSError, TimeoutError) as error:
        ending.fail(error)
    if ending.failure is not None:
        log.error("worker_failed", error=_told(ending.failure), kind=type(ending.failure).__name__)
    log.info("worker_stopped", exit_code=int(ending.exit_code()))
    return ending.exit_code()


@contextlib.contextmanager
def _health(settings: Settings, runtime: Runtime) -> Iterator[None]:
    """Health, readiness and metrics, from a thread of their own, for as long as the block runs."""
    signs = runtime.vitals
    limits = Limits(stall=settings.http.stall_after)
    watchdog = Watchdog(lambda: _vitals(signs), runtime.clock, limits)
    server = HealthServer(settings.http.host, settings.http.port, routes(watchdog, runtime.meter.exposition))
    watchdog.start()
    server.start()
    try:
        yield
    finally:
        server.stop()
        watchdog.stop()


def _vitals(signs: VitalSigns) -> Vitals:
    waits = []
    if signs.away_since is not None:
        waits.append(Wait("writer-away", signs.away_since, signs.patience))
    if signs.restoring_since is not None:
        waits.append(Wait("restoring", signs.restoring_since, RESTORE_BUDGET))
    return Vitals(
        beat=signs.beaten_at,
        acked=signs.acked,
        lag=signs.lag,
        waits=tuple(waits),
        coordinated=signs.coordinated,
        assigned=signs.assigned,
        restored=signs.restored,
        canary_at=signs.canary_at,
    )


async def _stream(settings: Settings, runtime: Runtime, ending: Ending) -> None:
    log = get_log()
    app = build_app(settings, runtime.dispatcher)
    app.finalize()
    await app.start()
    consumer = app.consumer
    if not isinstance(consumer, GatedConsumer):
        raise Fatal("faust-changed", "the app's consumer is not ours")
    runtime.attach(consumer)
    log.info("worker_ready", inputs=[topic.name for topic in runtime.dispatcher.inputs])
    crashed = asyncio.get_running_loop().create_task(_watch_crash(app, ending))
    try:
        await ending.event.wait()
        log.info("worker_stopping", unfinished=runtime.dispatcher.unfinished())
    finally:
        crashed.cancel()
        await asyncio.gather(crashed, return_exceptions=True)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(app.stop(), settings.flow.drain + STOP_GRACE)


async def _watch_crash(app: GatedApp, ending: Ending) -> None:
    """Faust reports what goes wrong inside it by a flag; unwatched, a dead fetcher would look like idleness."""
    await app._crashed.wait()  # noqa: SLF001  mode has no public way to wait for a crash
    ending.fail(app._crash_reason or Fatal("faust-crashed"))  # noqa: SLF001


def _told(error: BaseException) -> str:
    return str(error) if isinstance(error, Fault) else repr(error)[:500]
