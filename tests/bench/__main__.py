"""`make bench`: one run, real servers, ratios side by side. Absolute figures are this machine's in this minute."""

import argparse
import asyncio
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import uvloop

from tests.bench.alone import Row, shown
from tests.bench.api import read_side_rows
from tests.bench.bare import call_ms, passed_per_second, read_per_second, rows_per_second
from tests.bench.behaviour import fill_behaviour
from tests.bench.calls import calls_rows
from tests.bench.latency import latencies_ms, percentile
from tests.bench.restore import fill_table, restored_per_second
from tests.bench.rig import Pace, Rig, arrivals, fill, rig, spawned, worker
from tests.bench.steps import describe_us
from tests.bench.updates import update_rows
from tests.bench.users import users_rows

EVENTS = 30_000
NAIVE_EVENTS = 1_500
TABLE_RECORDS = 200_000
QUIET = 50.0
"""Events a second at which nothing waits for anything."""
MIB = 1 << 20


def echo(place: Rig) -> tuple[Pace, float]:
    """The echo desk's pace over a topic that is full already, and the worker's memory in MiB."""
    fill(place, "probe", EVENTS)
    with worker(place, COPYDESK_FLOW__MAX_IN_FLIGHT="512") as process:
        pace = arrivals(place, "probe-ledger", EVENTS, process)
        return pace, process.memory_info().rss / MIB


def behaviour(place: Rig) -> Pace:
    """What users do, through a worker of theirs: profiles and ledger, no model."""
    with asyncio.Runner() as runner:
        runner.run(fill_behaviour(place, EVENTS))
    settings = {"COPYDESK_DESKS": '["personalise"]', "COPYDESK_PRIVACY__SEAL_KEYS": '{"1": "%s"}' % ("0f" * 32)}
    with worker(place, **settings) as process:
        return arrivals(place, "user-ledger", EVENTS, process)


def naive(place: Rig) -> Pace:
    """A stock Faust agent over the same topic: one call for each event."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "NAIVE_BOOTSTRAP": place.bootstrap,
            "NAIVE_TRITON": place.triton,
            "NAIVE_FOLDER": folder,
        }
        command = [sys.executable, str(Path(__file__).with_name("naive.py"))]
        with spawned(command, environment) as process:
            return arrivals(place, "naive-copy", NAIVE_EVENTS, process)


def latency(place: Rig, *loads: float) -> list[list[float]]:
    """At each load, of one worker that is warm."""
    with worker(place) as process:
        fill(place, "probe", 3000)
        arrivals(place, "probe-ledger", 3000, process)
        return [asyncio.run(latencies_ms(place, per_second, 8.0)) for per_second in loads]


def restore(place: Rig) -> tuple[float, float]:
    """Records a second into an owner's table, and of a bare reader over the same records."""
    asyncio.run(fill_table(place, TABLE_RECORDS))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        bare = runner.run(read_per_second(place))
        return runner.run(restored_per_second(place, TABLE_RECORDS)), bare


def paces(place: Rig) -> tuple[Pace, list[Row]]:
    """Events a second, beside what else there is on this machine."""
    bare = asyncio.run(rows_per_second(place.triton, 4.0))
    pace, memory = echo(place)
    slow, users = naive(place), behaviour(place)
    passed = asyncio.run(passed_per_second(place, EVENTS))
    return pace, [
        ("echo, one worker", *_told(pace)),
        ("÷ the same Triton, bare client", f"{pace.per_second / bare:.3f}", f"bare: {bare:,.0f} rows/s"),
        (
            "÷ naive Faust agent",
            f"{pace.per_second / slow.per_second:.1f} ×",
            f"naive: {slow.per_second:,.0f} events/s",
        ),
        ("÷ bare aiokafka, read and produce", f"{pace.per_second / passed:.3f}", f"bare: {passed:,.0f} events/s"),
        ("behaviour, one worker of users", *_told(users)),
        ("worker, resident", f"{memory:.0f} MiB", ""),
    ]


def _told(pace: Pace) -> tuple[str, str]:
    return f"{pace.per_second:,.0f} events/s", f"{pace.cpu_ms_per_thousand:.0f} ms CPU for 1,000"


def waits(place: Rig, per_second: float) -> list[Row]:
    """From an event to its copy, with nothing else to do and at half load; and a table's restore."""
    quiet, late = latency(place, QUIET, per_second / 2)
    restored, read = restore(place)
    call = asyncio.run(call_ms(place.triton, 200))
    p50, p99 = percentile(late, 0.5), percentile(late, 0.99)
    return [
        ("latency at 50 a second, p50", f"{percentile(quiet, 0.5):.1f} ms", f"p99 {percentile(quiet, 0.99):.1f} ms"),
        ("latency at half load, p50", f"{p50:.1f} ms", f"added to a bare call: {p50 - call:.1f} ms"),
        ("latency at half load, p99", f"{p99:.1f} ms", f"bare call, median: {call:.1f} ms"),
        ("table restored", f"{restored:,.0f} records/s", f"{restored / read:.2f} of a bare read"),
    ]


def workers(place: Rig) -> list[Row]:
    """A worker's pace, its memory, how long its events wait, how fast its tables come back."""
    pace, rows = paces(place)
    return [*rows, *waits(place, pace.per_second)]


def steps() -> list[Row]:
    """What one listing costs, step by step."""
    return [(f"describe: {name}", f"{us:.0f} µs", "CPU, one listing, one locale") for name, us in describe_us().items()]


ON_SERVERS: Final[dict[str, Callable[[Rig], list[Row]]]] = {
    "workers": workers,
    # Users first: their worker would restore the read side's million copies, too.
    "users": users_rows,
    "api": read_side_rows,
}
"""They share one broker and one model server."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parts = (*ON_SERVERS, "updates", "calls", "steps")
    parser.add_argument("parts", nargs="*", metavar="part", help=f"{', '.join(parts)}; all of them if none is named")
    chosen = parser.parse_args().parts or parts
    if strange := set(chosen) - set(parts):
        parser.error(f"no such part: {', '.join(sorted(strange))}; there are {', '.join(parts)}")
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    rows: list[Row] = []
    if on_servers := [measure for name, measure in ON_SERVERS.items() if name in chosen]:
        with rig() as place:
            rows += [row for measure in on_servers for row in measure(place)]
    if "updates" in chosen:
        with rig() as small:
            rows += update_rows(small)
    if "calls" in chosen:
        rows += calls_rows()
    if "steps" in chosen:
        rows += steps()
    shown(rows)


if __name__ == "__main__":
    main()
