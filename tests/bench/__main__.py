"""`make bench`: one run, real servers, ratios side by side. Absolute figures are this machine's in this minute."""

import asyncio
import os
import platform
import sys
import tempfile
from pathlib import Path

from tests.bench.bare import call_ms, rows_per_second
from tests.bench.latency import latencies_ms, percentile
from tests.bench.rig import Pace, Rig, arrivals, fill, rig, spawned, worker
from tests.bench.steps import describe_us

EVENTS = 30_000
NAIVE_EVENTS = 1_500
MIB = 1 << 20


def echo(place: Rig) -> tuple[Pace, float]:
    """The echo desk's pace over a topic that is full already, and the worker's memory in MiB."""
    fill(place, "probe", EVENTS)
    with worker(place, COPYDESK_FLOW__MAX_IN_FLIGHT="512") as process:
        pace = arrivals(place, "probe-ledger", EVENTS, process)
        return pace, process.memory_info().rss / MIB


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


def latency(place: Rig, per_second: float) -> list[float]:
    """At half load."""
    with worker(place) as process:
        fill(place, "probe", 200)
        arrivals(place, "probe-ledger", 200, process)
        return asyncio.run(latencies_ms(place, per_second, 8.0))


def main() -> None:
    """Measure and print."""
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with rig() as place:
        bare = asyncio.run(rows_per_second(place.triton, 4.0))
        pace, memory = echo(place)
        slow = naive(place)
        late = latency(place, min(pace.per_second / 2, 2000))
        call = asyncio.run(call_ms(place.triton, 200))
    steps = describe_us()
    p50, p99 = percentile(late, 0.5), percentile(late, 0.99)
    rows = [
        ("echo, one worker", f"{pace.per_second:,.0f} events/s", f"{pace.cpu_ms_per_thousand:.0f} ms CPU for 1,000"),
        ("÷ the same Triton, bare client", f"{pace.per_second / bare:.3f}", f"bare: {bare:,.0f} rows/s"),
        (
            "÷ naive Faust agent",
            f"{pace.per_second / slow.per_second:.1f} ×",
            f"naive: {slow.per_second:,.0f} events/s",
        ),
        ("latency at half load, p50", f"{p50:.1f} ms", f"added to a bare call: {p50 - call:.1f} ms"),
        ("latency at half load, p99", f"{p99:.1f} ms", f"bare call, median: {call:.1f} ms"),
        ("worker, resident", f"{memory:.0f} MiB", ""),
        *((f"describe: {name}", f"{us:.0f} µs", "CPU, one listing, one locale") for name, us in steps.items()),
    ]
    for name, figure, remark in rows:
        print(f"| {name:34} | {figure:>18} | {remark} |")


if __name__ == "__main__":
    main()
