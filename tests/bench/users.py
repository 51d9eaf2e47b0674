"""A worker of users, with a shop's worth of profiles: how long their restore takes, and how large it makes the worker.

`python -m tests.bench.users [USERS]` measures this alone.
"""

import sys
import time

from tests.bench.alone import Row, rows_alone
from tests.bench.api import MIB, answer_of
from tests.bench.filling import fill_with
from tests.bench.full_shelf import profiles
from tests.bench.rig import Rig, worker
from workers.embedded.loopback import choose_ports

USERS = 1_000_000
PATIENCE = 300.0


def users_rows(place: Rig, users: int = USERS) -> list[Row]:
    """Fill the topic, and have a worker restore it."""
    records = fill_with(place.bootstrap, profiles(users))
    port = choose_ports(("worker",), {})["worker"]
    settings = {
        "COPYDESK_DESKS": '["personalise"]',
        "COPYDESK_PRIVACY__SEAL_KEYS": '{"1": "%s"}' % ("0f" * 32),
        "COPYDESK_HTTP__PORT": str(port),
    }
    began = time.perf_counter()
    with worker(place, **settings) as process:
        _restored(port, records)
        taken = time.perf_counter() - began
        resident = process.memory_info().rss / MIB
    return [
        (
            "worker of users, resident",
            f"{resident:.0f} MiB",
            f"{users:,} profiles restored in {taken:.0f} s: {records / taken:,.0f} records/s, from its start",
        )
    ]


def _restored(port: int, records: int) -> None:
    """Return once the worker has counted as many records as there are."""
    until = time.monotonic() + PATIENCE
    while _counted(port) < records or b"tables-restoring" in answer_of(port, "/readyz")[1]:
        if time.monotonic() > until:
            raise TimeoutError(f"{_counted(port):,.0f} of {records:,} profiles restored")
        time.sleep(0.5)


def _counted(port: int) -> float:
    lines = answer_of(port, "/metrics")[1].decode().splitlines()
    return sum(float(line.split()[-1]) for line in lines if _IS_OURS in line)


_IS_OURS = 'copydesk_restored_records_total{table="profile"}'


def main() -> None:
    """This alone, with a broker of its own."""
    rows_alone(lambda place: users_rows(place, int(sys.argv[1]) if len(sys.argv) > 1 else USERS))


if __name__ == "__main__":
    main()
