"""The read side with a shop's worth of users: how fast it restores and answers, and what of that is not the server's.

`python -m tests.bench.api [USERS]` measures this alone.
"""

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psutil

from tests.bench.alone import Row, rows_alone
from tests.bench.filling import fill_with
from tests.bench.full_shelf import AUDIENCES, PRODUCTS, personal_copies, products, user_id
from tests.bench.rig import ROOT, Rig, spawned
from workers.embedded.loopback import choose_ports

USERS = 1_000_000
RATE = 1000.0
SECONDS = 20.0
YARD_SECONDS = 8.0
TURN_SECONDS = 4.0
TURNS = 2
"""Of both servers in turn; of each the best counts, as what disturbs only ever takes away."""
WARM_SECONDS = 12.0
PATIENCE = 600.0
MIB = 1 << 20


class Serving(NamedTuple):
    """A server that answers, and its process."""

    port: int
    process: psutil.Process


def filled(bootstrap: str, users: int) -> float:
    """Records a second that went into the topics."""
    began = time.perf_counter()
    done = fill_with(bootstrap, products()) + fill_with(bootstrap, personal_copies(users))
    return done / (time.perf_counter() - began)


@contextmanager
def read_side(bootstrap: str, folder: str) -> Iterator[Serving]:
    """One that has read everything. One address asks for all users here, so that its limit is out of the way."""
    port = choose_ports(("api",), {})["api"]
    environment = {
        **os.environ,
        "COPYDESK_KAFKA__BOOTSTRAP": bootstrap,
        "COPYDESK_DATA_DIR": folder,
        "COPYDESK_LOG_LEVEL": "error",
        "COPYDESK_API__ADDRESS_BURST": "1000000",
        "COPYDESK_API__ADDRESS_RATE": "1000000",
    }
    with spawned([sys.executable, "-m", "workers", "api", "--port", str(port)], environment) as process:
        _awaited(port, "/readyz")
        yield Serving(port, process)


@contextmanager
def bare_server(body: bytes) -> Iterator[Serving]:
    """The same server, that returns this."""
    port = choose_ports(("bare",), {})["bare"]
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).write_bytes(body)
        command = [sys.executable, "-m", "tests.bench.bare_server", str(port), file.name]
        with spawned(command, dict(os.environ)) as process:
            _awaited(port, f"/v1/users/{user_id(0)}/blurbs")
            yield Serving(port, process)


def answer_of(port: int, path: str) -> tuple[int, bytes]:
    """Status 0: nobody listens yet."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read()
    except OSError:
        return 0, b""
    finally:
        connection.close()


def _awaited(port: int, path: str) -> None:
    until = time.monotonic() + PATIENCE
    while answer_of(port, path)[0] != http.HTTPStatus.OK:
        if time.monotonic() > until:
            raise TimeoutError(path)
        time.sleep(0.2)


def load(port: int, users: int, seconds: float, rate: float = 0.0) -> dict[str, float]:
    """What a process of its own has to say of the server; without a rate as much as it answers."""
    command = [sys.executable, "-m", "tests.bench.load", *map(str, (port, users, seconds, rate))]
    said = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    told: dict[str, float] = json.loads(said)
    return told


class Saturated(NamedTuple):
    """How much a server answers, and what one answer costs it."""

    per_second: float
    cpu_us: float


def saturated(server: Serving, users: int) -> Saturated:
    """One turn."""
    before = sum(server.process.cpu_times()[:2])
    told = load(server.port, users, TURN_SECONDS)
    spent = sum(server.process.cpu_times()[:2]) - before
    if told["errors"]:
        raise RuntimeError(f"{told['errors']:.0f} answers were none")
    return Saturated(told["per_second"], spent / told["answers"] * 1e6)


def best(turns: list[Saturated]) -> Saturated:
    """Of several, the most of one and the least of the other."""
    return Saturated(max(one.per_second for one in turns), min(one.cpu_us for one in turns))


def measured(bootstrap: str, users: int, rate_of_filling: float) -> list[Row]:
    """The rows, over topics that are full."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        with read_side(bootstrap, folder) as side:
            restored = time.perf_counter() - began
            status, body = answer_of(side.port, f"/v1/users/{user_id(0)}/blurbs?locale=en")
            if status != http.HTTPStatus.OK or b'"personal":true' not in body:
                raise RuntimeError(f"no personal answer: {status} {body[:200]!r}")
            load(side.port, users, WARM_SECONDS)
            with bare_server(body) as bare:
                turns = [(saturated(bare, users), saturated(side, users)) for _ in range(TURNS)]
                paced = load(side.port, users, SECONDS, RATE)
                yard = load(bare.port, users, YARD_SECONDS, RATE)
            resident = side.process.memory_info().rss / MIB
    theirs, ours = best([one for one, _ in turns]), best([one for _, one in turns])
    records = users + PRODUCTS * (AUDIENCES + 2) + 1
    cores = f"{os.cpu_count()} cores for broker, server and load"
    return [
        (f"read side at {RATE:,.0f}/s, p50", f"{paced['p50']:.2f} ms", f"{users:,} users; {cores}"),
        (
            f"read side at {RATE:,.0f}/s, p99",
            f"{paced['p99']:.2f} ms",
            f"{paced['errors']:.0f} errors; bare handler, same rate: p50 {yard['p50']:.2f}, p99 {yard['p99']:.2f} ms",
        ),
        ("blurbs, all that is answered", f"{ours.per_second:,.0f}/s", f"{ours.cpu_us:.0f} µs CPU, {len(body)} bytes"),
        (
            "÷ a bare handler, same server",
            f"{ours.per_second / theirs.per_second:.2f}",
            f"bare: {theirs.per_second:,.0f}/s, {theirs.cpu_us:.0f} µs CPU; by CPU {theirs.cpu_us / ours.cpu_us:.2f}",
        ),
        ("read side, resident", f"{resident:.0f} MiB", f"{users:,} users"),
        (
            "read side, restored",
            f"{restored:.0f} s",
            f"{records / restored:,.0f} records/s, from the process's start; filled at {rate_of_filling:,.0f}/s",
        ),
    ]


def read_side_rows(place: Rig, users: int = USERS) -> list[Row]:
    """Fill the topics, and measure."""
    return measured(place.bootstrap, users, filled(place.bootstrap, users))


def main() -> None:
    """This alone, with a broker of its own."""
    rows_alone(lambda place: read_side_rows(place, int(sys.argv[1]) if len(sys.argv) > 1 else USERS))


if __name__ == "__main__":
    main()
