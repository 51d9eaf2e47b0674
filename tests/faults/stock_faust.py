"""A Faust agent as its guide shows one: several at once, acknowledged by itself, an output an event.

Run as a process of its own: `python -m tests.faults.stock_faust BOOTSTRAP FOLDER`. It tells the ledger what it
has done, in the words that the judge reads, so that the judge can say what it has lost.
"""

import asyncio
import json
import sys
from typing import Any

import faust

from tests.faults import topic_log
from tests.faults.workload import SLOW_BRAND

GROUP = "stock-faust"
CONCURRENCY = 4
SLOW_SECONDS = 6.0
QUICK_SECONDS = 0.002


def build(bootstrap: str, folder: str) -> faust.App:
    """The app, not started. Only where it runs is set: how it acknowledges is Faust's own way."""
    app = faust.App(
        GROUP,
        broker=f"kafka://{bootstrap}",
        datadir=folder,
        store="memory://",
        web_enabled=False,
        consumer_auto_offset_reset="earliest",
        topic_allow_declare=False,
        topic_disable_leader=True,
        broker_session_timeout=6.0,
        broker_heartbeat_interval=1.0,
        broker_request_timeout=30.0,
    )
    products = app.topic(topic_log.INPUT, value_type=bytes, value_serializer="raw", key_serializer="raw")
    ledger = app.topic(topic_log.LEDGER, value_type=bytes, value_serializer="raw", key_serializer="raw")

    @app.agent(products, concurrency=CONCURRENCY)
    async def describe(stream: Any) -> None:
        async for event in stream.events():
            await asyncio.sleep(SLOW_SECONDS if SLOW_BRAND.encode() in (event.value or b"") else QUICK_SECONDS)
            where = {name: getattr(event.message, name) for name in ("topic", "partition", "offset")}
            entry: dict[str, Any] = {
                "source": where,
                "verdict": "published",
                "reason": None,
                "superseded_by": None,
                "outputs": [],
            }
            confirmed = await ledger.send(
                key="/".join(map(str, where.values())).encode(),
                value=json.dumps(entry).encode(),
                partition=event.message.partition,
            )
            await confirmed

    return app


if __name__ == "__main__":
    app = build(sys.argv[1], sys.argv[2])
    faust.Worker(app, loglevel="warning").execute_from_commandline()
