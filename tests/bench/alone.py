"""One measurement by itself: with a broker of its own, and without the others' minutes."""

import asyncio
from collections.abc import Callable

from tests.bench.rig import Rig, made_topics
from tests.platform import running_kafka

Row = tuple[str, str, str]


def shown(rows: list[Row]) -> None:
    """As `make bench` prints them."""
    for name, figure, remark in rows:
        print(f"| {name:34} | {figure:>18} | {remark} |")


def rows_alone(measure: Callable[[Rig], list[Row]]) -> None:
    """Measure and print. There is no model server."""
    with running_kafka() as kafka:
        asyncio.run(made_topics(kafka.bootstrap))
        shown(measure(Rig(kafka.bootstrap, "127.0.0.1:9")))
