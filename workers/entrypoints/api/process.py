"""The process of the read side: settings, store, server, signals, and a stop within a deadline."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from functools import partial

import uvloop
from starlette.routing import Route

from workers.adapters.clock import SystemClock
from workers.adapters.prometheus import CONTENT_TYPE, PrometheusMeter
from workers.adapters.tables_around import Around as TablesAround
from workers.entrypoints.api.doors import guard_of, refuse_open_doors
from workers.entrypoints.api.pages import STATIC, demo_in, widget_in
from workers.entrypoints.api.posting import BehaviourPost, FeedbackPost, Posting
from workers.entrypoints.api.server import listening
from workers.entrypoints.api.shelf import profile_table, shelf_and_feed, working
from workers.entrypoints.ending import Ending
from workers.errors import Exit, Fault
from workers.logs import configure, get_log
from workers.ports import Clock
from workers.settings import Settings
from workers.web.answering import Around, Desk
from workers.web.events import Feed
from workers.web.gate import Gate, Watch
from workers.web.routes import application
from workers.web.routes_demo import demo_routes
from workers.web.routes_static import static_routes
from workers.web.shelf import Shelf, reached_ms
from workers.web.storefront import Storefront


def main(settings: Settings) -> Exit:
    """Serve until a signal or a failure; returns the exit code."""
    configure(settings.log_format, settings.log_level)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(serve(settings))


async def serve(settings: Settings) -> Exit:
    """Everything begun is ended, in reverse order. Raises `Fatal` for settings that must not be served with."""
    log = get_log("api")
    refuse_open_doors(settings.api)
    guard = guard_of(settings)
    ending = Ending()
    ending.on_signals()
    log.info("api_starting", bootstrap=settings.kafka.bootstrap)
    clock, meter = SystemClock(), PrometheusMeter()
    watch = Watch(clock, meter, ending.fail)
    try:
        async with _desk(settings, (clock, meter), ending) as (desk, routes):
            gate = Gate(application(desk, routes), guard, settings.api.origins, watch)
            async with listening(settings.api, gate, ending.fail) as (host, port):
                log.info("api_listening", host=host, port=port)
                await ending.event.wait()
                log.info("api_stopping")
                desk.feed.close()
    except (Fault, OSError) as error:
        ending.fail(error)
    if ending.failure is not None:
        log.error("api_failed", error=str(ending.failure), kind=type(ending.failure).__name__)
    log.info("api_stopped", exit_code=int(ending.exit_code()))
    return ending.exit_code()


@contextlib.asynccontextmanager
async def _desk(
    settings: Settings, measured: tuple[Clock, PrometheusMeter], ending: Ending
) -> AsyncIterator[tuple[Desk, list[Route]]]:
    """What the routes answer from, and those that settings and files add. All that feeds them runs for as
    long as the block does.
    """
    clock, meter = measured
    around = TablesAround(clock, meter, get_log("tables"))
    async with contextlib.AsyncExitStack() as stack:
        shelf, feed = await stack.enter_async_context(shelf_and_feed(settings, around, ending))
        post = FeedbackPost(settings.kafka, clock, meter)
        await stack.enter_async_context(_posting(post.posting, settings.api.drain, ending))
        exposition = partial(_exposition, shelf, feed, clock, meter)
        told = Around(clock, meter, exposition, settings.api.heartbeat, frozenset(settings.api.slots))
        desk = Desk(shelf, Storefront(shelf.catalogue), feed, post, told)
        routes = static_routes(widget_in(STATIC))
        if settings.api.demo:
            routes += static_routes(demo_in(STATIC))
            profiles = await stack.enter_async_context(profile_table(settings, around, ending))
            shoppers = BehaviourPost(settings.kafka, clock, meter)
            await stack.enter_async_context(_posting(shoppers.posting, settings.api.drain, ending))
            routes += demo_routes(desk, profiles, shoppers)
        yield desk, routes


@contextlib.asynccontextmanager
async def _posting(posting: Posting, drain: float, ending: Ending) -> AsyncIterator[None]:
    """Sends on while the block runs; at its end, what waits has `drain` seconds."""
    async with working(ending, posting.run()):
        yield
        await posting.emptied(drain)


def _exposition(shelf: Shelf, feed: Feed, clock: Clock, meter: PrometheusMeter) -> tuple[bytes, str]:
    reached = reached_ms(shelf.topics)
    meter.gauge("api_age_ms", -1 if reached is None else max(0, clock.wall_ms() - reached))
    meter.gauge("api_subscribers", len(feed))
    return meter.exposition(), CONTENT_TYPE
