"""The process of the read side: settings, store, server, signals, and a stop within a deadline."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Coroutine
from functools import partial
from ipaddress import ip_address, ip_network
from typing import Any, Final

import uvloop

from schemas.topics import CATALOGUE, PRODUCT_COPY
from workers.adapters.clock import SystemClock
from workers.adapters.kafka_connection import mend_connections
from workers.adapters.kafka_reader import KafkaReader
from workers.adapters.prometheus import CONTENT_TYPE, PrometheusMeter
from workers.adapters.tables_around import Around
from workers.adapters.tables_served import ServedTable
from workers.entrypoints.api_server import listening
from workers.entrypoints.ending import Ending
from workers.errors import Exit, Fatal, Fault
from workers.logs import configure, get_log
from workers.ports import Clock
from workers.settings import Api, Settings
from workers.web.caller import Keys
from workers.web.events import Announcer, Bounds, Feed
from workers.web.gate import Gate, Watch
from workers.web.guard import Guard
from workers.web.limits import Buckets, Rate
from workers.web.routes import Desk, application
from workers.web.shelf import Shelf

FOLDER: Final = "read-side"


def main(settings: Settings) -> Exit:
    """Serve until a signal or a failure; returns the exit code."""
    configure(settings.log_format, settings.log_level)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(serve(settings))


async def serve(settings: Settings) -> Exit:
    """Everything begun is ended, in reverse order. Raises `Fatal` for settings that must not be served with."""
    log = get_log("api")
    _refuse_open_doors(settings.api)
    ending = Ending()
    ending.on_signals()
    log.info("api_starting", bootstrap=settings.kafka.bootstrap)
    clock, meter = SystemClock(), PrometheusMeter()
    try:
        async with _shelf(settings, Around(clock, meter, get_log("tables")), ending) as (shelf, feed):
            gate = _gate(settings.api, _desk(settings.api, shelf, feed, meter), Watch(clock, meter, ending.fail))
            async with listening(settings.api, gate, ending.fail) as (host, port):
                log.info("api_listening", host=host, port=port)
                await ending.event.wait()
                log.info("api_stopping")
                feed.close()
    except (Fault, OSError) as error:
        ending.fail(error)
    if ending.failure is not None:
        log.error("api_failed", error=str(ending.failure), kind=type(ending.failure).__name__)
    log.info("api_stopped", exit_code=int(ending.exit_code()))
    return ending.exit_code()


def _refuse_open_doors(api: Api) -> None:
    """Without keys everybody who reaches the port may read: then only this machine may."""
    if api.key_hashes:
        return
    if not _is_loopback(api.host):
        raise Fatal("no-api-keys", f"{api.host} is not loopback: set COPYDESK_API__KEY_HASHES, or leave --host out")
    get_log("api").warning("api_without_keys", host=api.host, hint="COPYDESK_API__KEY_HASHES lets others in, by key")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@contextlib.asynccontextmanager
async def _shelf(settings: Settings, around: Around, ending: Ending) -> AsyncIterator[tuple[Shelf, Feed]]:
    """Both topics, readable at once where the folder holds them, followed for as long as the block runs."""
    mend_connections()
    folder = settings.data_dir / FOLDER
    tables = []
    for topic in (CATALOGUE.name, PRODUCT_COPY.name):
        connect = partial(KafkaReader, settings.kafka, f"{settings.name}-api-{topic}")
        tables.append(ServedTable(folder, connect, topic, around))
    catalogue, copies = tables
    feed = Feed(Bounds(settings.api.updates_kept, settings.api.subscribers, settings.api.updates_queued))
    copies.heard, copies.renewed = Announcer(copies, feed).heard, feed.reset
    for table in tables:
        table.open()
    async with _working(ending, *(table.run() for table in tables)):
        yield Shelf(catalogue, copies), feed


@contextlib.asynccontextmanager
async def _working(ending: Ending, *works: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """These run beside the block; one that fails ends the process, and the block's end ends them all."""
    tasks = [asyncio.get_running_loop().create_task(work) for work in works]
    for task in tasks:
        task.add_done_callback(partial(_told, ending))
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _told(ending: Ending, task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        ending.fail(error)


def _desk(api: Api, shelf: Shelf, feed: Feed, meter: PrometheusMeter) -> Desk:
    clock = SystemClock()
    return Desk(shelf, feed, clock, partial(_exposition, shelf, feed, clock, meter), api.heartbeat)


def _exposition(shelf: Shelf, feed: Feed, clock: Clock, meter: PrometheusMeter) -> tuple[bytes, str]:
    reached_ms = shelf.reached_ms
    meter.gauge("api_age_ms", -1 if reached_ms is None else max(0, clock.wall_ms() - reached_ms))
    meter.gauge("api_subscribers", len(feed))
    return meter.exposition(), CONTENT_TYPE


def _gate(api: Api, desk: Desk, watch: Watch) -> Gate:
    guard = Guard(
        Keys(api.key_hashes),
        Buckets(Rate(api.address_burst, api.address_rate), api.callers),
        Buckets(Rate(api.key_burst, api.key_rate), max(1, len(api.key_hashes))),
        [ip_network(network) for network in api.trusted_proxies],
    )
    return Gate(application(desk), guard, api.origins, watch)
