"""When a worker is dead, when it waits, when it is ready."""

import http.client
import io
import logging
import sys
import threading
from dataclasses import replace

import pytest

from schemas.codec import decode_json
from tests.doubles import ManualClock
from workers.adapters.prometheus import PrometheusMeter
from workers.entrypoints.health import (
    Health,
    Limits,
    Readiness,
    Status,
    Trace,
    Vitals,
    Wait,
    Watchdog,
    follow,
    judge,
    readiness,
    stacks,
)
from workers.entrypoints.health_server import HealthServer, routes
from workers.logs import configure

LIMITS = Limits(loop=10, coordinator=100, stall=60, canary=15)
NOW = 1000.0
WELL = Vitals(beat=NOW, acked=5, lag=3, assigned=True, restored=True, canary_at=NOW)
MOVING = Trace(moved_at=NOW, coordinated_at=NOW, acked=5)


@pytest.mark.parametrize(
    ("vitals", "trace", "expected"),
    [
        pytest.param(WELL, MOVING, Health(Status.ALIVE), id="all is well"),
        pytest.param(
            replace(WELL, beat=NOW - 10),
            MOVING,
            Health(Status.ALIVE),
            id="the loop may be busy up to its limit",
        ),
        pytest.param(
            replace(WELL, beat=NOW - 11),
            MOVING,
            Health(Status.DEAD, ("loop-blocked: 11 s",)),
            id="a loop that does not turn is dead",
        ),
        pytest.param(
            WELL,
            replace(MOVING, coordinated_at=NOW - 101),
            Health(Status.DEAD, ("coordinator-gone: 101 s",)),
            id="without a coordinator it is dead",
        ),
        pytest.param(
            WELL,
            replace(MOVING, moved_at=NOW - 61),
            Health(Status.DEAD, ("no-progress: 61 s",)),
            id="lag without progress is dead",
        ),
        pytest.param(
            replace(WELL, waits=(Wait("writer-away", NOW - 20, 30),)),
            MOVING,
            Health(Status.WAITING, ("writer-away: 20 of 30 s",)),
            id="a declared wait is told",
        ),
        pytest.param(
            replace(WELL, waits=(Wait("writer-away", NOW - 95, 30),)),
            replace(MOVING, moved_at=NOW - 65),
            Health(Status.DEAD, ("no-progress: 65 s", "writer-away: 95 of 30 s")),
            id="a wait that overran its budget saves nobody",
        ),
        pytest.param(
            replace(WELL, beat=NOW - 20, waits=(Wait("writer-away", NOW - 5, 30),)),
            MOVING,
            Health(Status.DEAD, ("loop-blocked: 20 s",)),
            id="a declared wait does not excuse a blocked loop",
        ),
    ],
)
def test_judged(vitals, trace, expected):
    assert judge(vitals, trace, NOW, LIMITS) == expected


@pytest.mark.parametrize(
    ("vitals", "missing"),
    [
        (WELL, ()),
        (replace(WELL, assigned=False), ("not-assigned",)),
        (replace(WELL, restored=False), ("tables-restoring",)),
        (replace(WELL, canary_at=None), ("no-inference-yet",)),
        (replace(WELL, canary_at=NOW - 16), ("inference-stale: 16 s",)),
        (replace(WELL, beat=NOW - 11), ("loop-blocked",)),
        (replace(WELL, assigned=False, canary_at=None), ("not-assigned", "no-inference-yet")),
    ],
)
def test_ready_means_assigned_restored_and_a_fresh_inference(vitals, missing):
    assert readiness(vitals, NOW, LIMITS) == Readiness(not missing, missing)


@pytest.mark.parametrize(
    ("vitals", "moved"),
    [
        (replace(WELL, acked=5), False),
        (replace(WELL, acked=6), True),
        (replace(WELL, lag=0), True),
        (replace(WELL, waits=(Wait("restoring", NOW - 5, 10),)), True),
        (replace(WELL, waits=(Wait("restoring", NOW - 11, 10),)), False),
    ],
)
def test_progress_is_an_ack_nothing_to_do_or_a_wait_within_its_budget(vitals, moved):
    before = Trace(moved_at=NOW - 30, coordinated_at=NOW - 30, acked=5)
    assert (follow(before, vitals, NOW).moved_at == NOW) is moved


def test_a_first_event_after_an_idle_hour_does_not_look_like_a_stall():
    trace = Trace(0, 0)
    idle = Vitals(beat=3600, acked=0, lag=0)
    trace = follow(trace, idle, 3600)
    busy = Vitals(beat=3601, acked=0, lag=1)
    trace = follow(trace, busy, 3601)
    assert judge(busy, trace, 3601, LIMITS).status is Status.ALIVE


def test_a_rebalance_is_borne_and_a_lost_coordinator_is_not():
    trace = follow(MOVING, replace(WELL, coordinated=False), NOW + 99)
    assert "coordinator-gone" not in str(judge(replace(WELL, beat=NOW + 99), trace, NOW + 99, LIMITS))
    assert "coordinator-gone" in str(judge(replace(WELL, beat=NOW + 101), trace, NOW + 101, LIMITS))


def test_the_stacks_name_the_thread_and_the_place_and_hold_no_values():
    secret = "a value that must not be told"
    told = stacks()
    assert any(threading.current_thread().name in line and "test_the_stacks_name_the_thread" in line for line in told)
    assert secret not in str(told)


@pytest.fixture
def served():
    clock = ManualClock()
    state = {"vitals": Vitals(beat=0, acked=0, lag=0, assigned=True, restored=True, canary_at=0)}
    meter = PrometheusMeter()
    watchdog = Watchdog(lambda: state["vitals"], clock, LIMITS)
    server = HealthServer("127.0.0.1", 0, routes(watchdog, meter.exposition))
    server.start()
    yield server, state, meter
    server.stop()


def get(server: HealthServer, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(*server.address, timeout=5)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_the_server_tells_health_readiness_and_metrics(served):
    server, _, meter = served
    meter.count("rewrites_asked_total", 7)
    assert get(server, "/healthz") == (200, b'{"status":"alive","reasons":[]}')
    assert get(server, "/readyz") == (200, b'{"ready":true,"reasons":[]}')
    status, body = get(server, "/metrics")
    assert status == 200
    assert b"copydesk_rewrites_asked_total 7.0" in body


def test_the_server_answers_503_with_the_reasons(served):
    server, state, _ = served
    state["vitals"] = Vitals(beat=-11, acked=0, lag=1)
    status, body = get(server, "/healthz")
    assert (status, decode_json(body, 1 << 20)) == (
        503,
        {"status": "dead", "reasons": ["loop-blocked: 11 s"]},
    )
    status, body = get(server, "/readyz?verbose")
    assert status == 503
    assert decode_json(body, 1 << 20)["reasons"] == ["not-assigned", "no-inference-yet", "loop-blocked"]


def test_an_unknown_path_is_told_which_there_are(served):
    server, _, _ = served
    status, body = get(server, "/")
    assert (status, decode_json(body, 1 << 20)) == (404, {"paths": ["/healthz", "/metrics", "/readyz"]})


def test_clients_that_say_nothing_do_not_keep_others_from_an_answer(served):
    server, _, _ = served
    silent = [http.client.HTTPConnection(*server.address, timeout=5) for _ in range(5)]
    for connection in silent:
        connection.connect()
    try:
        assert get(server, "/healthz")[0] == 200
    finally:
        for connection in silent:
            connection.close()


def test_the_port_is_free_again_after_the_stop():
    clock = ManualClock()
    watchdog = Watchdog(lambda: WELL, clock, LIMITS)
    server = HealthServer("127.0.0.1", 0, routes(watchdog, PrometheusMeter().exposition))
    server.start()
    host, port = server.address
    server.stop()
    again = HealthServer(host, port, routes(watchdog, PrometheusMeter().exposition))
    again.start()
    again.stop()


async def test_dying_and_coming_back_is_logged_once_each_with_every_threads_place(logged):
    clock = ManualClock()
    state = {"vitals": Vitals(beat=0, acked=0, lag=0)}
    watchdog = Watchdog(lambda: state["vitals"], clock, LIMITS)
    assert watchdog.look().status is Status.ALIVE
    await clock.advance(11)
    assert watchdog.look().status is Status.DEAD
    assert watchdog.look().status is Status.DEAD
    state["vitals"] = replace(state["vitals"], beat=11)
    assert watchdog.look().status is Status.ALIVE
    died, back = (decode_json(line.encode(), 1 << 20) for line in logged.getvalue().splitlines())
    assert (died["event"], back["event"]) == ("watchdog_stalled", "watchdog_recovered")
    assert died["reasons"] == ["loop-blocked: 11 s"]
    assert any("test_health.py" in stack for stack in died["stacks"])


@pytest.fixture
def logged():
    root = logging.getLogger()
    kept = (root.handlers[:], root.level, sys.excepthook, threading.excepthook)
    stream = io.StringIO()
    configure("json", "info", stream)
    yield stream
    root.handlers[:], root.level, sys.excepthook, threading.excepthook = kept
    logging.captureWarnings(capture=False)


def test_the_watchdogs_thread_ends_when_told():
    watchdog = Watchdog(lambda: WELL, ManualClock(), LIMITS)
    watchdog.start()
    watchdog.stop()
    assert not any(thread.name == "watchdog" for thread in threading.enumerate())
