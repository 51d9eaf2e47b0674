"""How a worker process begins: uvloop first, then Faust, then the stream."""

import asyncio
import gc

import uvloop

from workers.errors import Exit
from workers.logs import configure
from workers.settings import Settings


def main(settings: Settings) -> Exit:
    """Run one worker until it ends; returns its exit code."""
    configure(settings.log_format, settings.log_level)
    # Thousands of events in hand are no garbage: at Python's own thresholds a fifth of the time goes into looking.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    # Not at the top: Faust makes event loops when it is imported, and they must be uvloop's.
    from workers.entrypoints.stream import serve

    return asyncio.run(serve(settings))
