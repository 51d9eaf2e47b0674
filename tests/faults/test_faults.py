"""Servers that die, workers that come, go and freeze: in the end the last facts alone are visible."""

import asyncio
import json
import os
from collections import Counter
from dataclasses import replace
from signal import SIGKILL, SIGTERM

import psutil
import pytest

from tests.faults import topic_log
from tests.faults.arena import NAP, PARTITIONS, SESSION, Arena, Trial, until
from tests.faults.oracle import Judgement
from tests.faults.sampler import Watch
from tests.faults.topic_log import LogRecord
from tests.faults.workload import (
    FIRST_MARKER,
    MARKER_STEP,
    MARKERS,
    Event,
    facts_for,
    listing,
    lives,
    partition_of,
    plain,
    slow_heads,
)

pytestmark = [
    pytest.mark.kafka,
    pytest.mark.triton,
    pytest.mark.slow,
    pytest.mark.asyncio(loop_scope="module"),
]

TRITON_AWAY = 20.0
STUB_NOTICED = 10.0
AFTERMATH = 5.0
"""Seconds in which repairs come, the wrong ones too: each key's is due at once."""
WORKERS = ("worker-0", "worker-1")


def mixed(prefix: str, seed: int, events: int = 240) -> list[Event]:
    return lives(prefix, seed, events, events // 3, PARTITIONS, bad=6)


async def judged(trial: Trial) -> tuple[Judgement, Watch]:
    judgement, watch = await trial.verdict()
    print(judgement, f"samples {watch.samples}, missed {trial.sampler.missed}", sep="\n")
    assert watch.findings == []
    return judgement, watch


@pytest.mark.timeout(240)
async def test_triton_may_be_away_for_twenty_seconds(stage: Arena) -> None:
    workers = [stage.pid(name) for name in WORKERS]
    async with stage.trial() as trial:
        await trial.send(mixed("away-0", 1))
        assert trial.unfinished > 0
        stage.platform.supervisor.hold("triton")
        await trial.send(mixed("away-1", 2))
        await asyncio.sleep(TRITON_AWAY)
        stage.platform.supervisor.release("triton")
        await until(lambda: stage.ready("triton"), 30, lambda: "triton is not back")
        await trial.settle(60)
        await rewritten(trial)
        judgement, watch = await judged(trial)
        fallbacks = marked_fallbacks(await trial.logs())
    assert judgement.clean, str(judgement)
    assert watch.repeated_below_commit == []
    assert fallbacks, "the writer was away for longer than `fallback_after`: some copy must have been fallback"
    assert [stage.pid(name) for name in WORKERS] == workers, "waiting is no reason to be restarted"


async def rewritten(trial: Trial) -> None:
    """Return when no visible copy is marked as standing in for an absent writer."""

    async def marked() -> int:
        logs = await trial.logs()
        last: dict[bytes, LogRecord] = {}
        for record in logs[topic_log.COPY]:
            last[record.key or b""] = record
        return len(marked_fallbacks({topic_log.COPY: list(last.values())}))

    for _ in range(60):
        if not await marked():
            break
        await asyncio.sleep(1)
    assert await marked() == 0, "fallback copy is still visible"
    await trial.settle(30)


def marked_fallbacks(logs: topic_log.Logs) -> list[LogRecord]:
    copies = [record for record in logs[topic_log.COPY] if record.value]
    return [r for r in copies if any(k["writer_away"] for k in json.loads(r.value or b"")["kinds"].values())]


@pytest.mark.timeout(120)
async def test_a_dead_model_process_is_noticed_and_replaced(stage: Arena) -> None:
    before = stage.restarts("triton")
    async with stage.trial() as trial:
        await trial.send(mixed("stub", 3))
        assert trial.unfinished > 0
        stubs = [p for p in psutil.Process(stage.pid("triton")).children(recursive=True) if is_stub(p)]
        assert stubs
        for stub in stubs:
            os.kill(stub.pid, SIGKILL)
        await until(lambda: stage.restarts("triton") > before, STUB_NOTICED, lambda: "nobody noticed")
        await trial.settle(60)
        await rewritten(trial)
        judgement, _ = await judged(trial)
    assert judgement.clean, str(judgement)


def is_stub(process: psutil.Process) -> bool:
    return "stub" in process.name()


@pytest.mark.timeout(120)
async def test_a_broker_that_is_killed_hard_under_load_loses_nothing(stage: Arena) -> None:
    async with stage.trial() as trial:
        await trial.send(mixed("broker-0", 4))
        assert trial.unfinished > 0
        sending = asyncio.create_task(trial.send(mixed("broker-1", 5)))
        killed = stage.platform.supervisor.kill("kafka")
        await until(lambda: stage.pid("kafka") not in {0, killed}, 30, lambda: "the broker is not back")
        await sending
        await trial.settle(90)
        await rewritten(trial)
        judgement, _ = await judged(trial)
    assert judgement.clean, str(judgement)


@pytest.mark.timeout(180)
async def test_a_second_worker_may_leave_and_join_under_load(stage: Arena) -> None:
    async with stage.trial() as trial:
        for turn in range(2):
            await trial.send(mixed(f"leave-{turn}", 6 + turn))
            assert trial.unfinished > 0
            stage.platform.supervisor.hold("worker-1", SIGTERM)
            await until(lambda: stage.pid("worker-1") == 0, 30, lambda: "it does not leave")
            await trial.send(mixed(f"join-{turn}", 8 + turn))
            stage.platform.supervisor.release("worker-1")
            await until(lambda: stage.ready("worker-1"), 60, lambda: "it does not come back")
        await trial.settle(60)
        judgement, watch = await judged(trial)
    assert judgement.clean, str(judgement)
    assert watch.repeated_below_commit == []
    assert "ended with 0" in stage.told("worker-1", "process_exited")


@pytest.mark.timeout(180)
async def test_a_worker_that_was_frozen_past_its_session_leaves_nothing_old_visible(stage: Arena) -> None:
    products = [f"frozen-{number}" for number in range(300)]
    async with stage.trial() as trial:
        await trial.send([plain(product, PARTITIONS) for product in products])
        await trial.send(list(slow_heads("frozen", range(PARTITIONS), PARTITIONS)))
        assert trial.unfinished > 0
        stage.platform.supervisor.pause("worker-1")
        await asyncio.sleep(SESSION)
        await trial.settle(60)
        # While it is frozen the other one has taken everything over, and the facts move on.
        await trial.send([changed(product) for product in products])
        await trial.settle(60)
        stage.platform.supervisor.resume("worker-1")
        await until(lambda: stage.ready(*WORKERS), 60, lambda: "it does not come round")
        # The second in which its owner puts right what the woken one may still have sent: see the README's guarantees.
        await asyncio.sleep(AFTERMATH)
        # Now it has to own everything again: what it saw of the other's records it must not take for a stranger's.
        stage.platform.supervisor.hold("worker-0", SIGTERM)
        await until(lambda: stage.pid("worker-0") == 0, 30, lambda: "it does not leave")
        await asyncio.sleep(AFTERMATH)
        await trial.send([plain("after-the-frost", PARTITIONS)])
        await trial.settle(60)
        judgement, _ = await judged(trial)
    stage.platform.supervisor.release("worker-0")
    await until(lambda: stage.ready(*WORKERS), 60, lambda: "it does not come back")
    print("late records that were seen and repaired:", len(judgement.of("went-back")))
    assert [finding for finding in judgement.findings if finding.rule != "went-back"] == []


def another(marker: int) -> int:
    span = MARKERS * MARKER_STEP
    return FIRST_MARKER + (marker - FIRST_MARKER + span // 2) % span


def changed(product: str) -> Event:
    """The second listing of a product: another capacity."""
    facts = facts_for(product)
    value = listing(product, replace(facts, marker=another(facts.marker)), 2)
    return Event(partition_of(product, PARTITIONS), product.encode(), value)


@pytest.mark.timeout(120)
async def test_a_late_record_of_a_stranger_is_overwritten_by_the_owner(stage: Arena) -> None:
    """What a woken worker may still get through, made on purpose: older facts under a higher edition."""
    product = "stranger-0"
    async with stage.trial() as trial:
        await trial.send([plain(product, PARTITIONS)])
        await trial.settle(30)
        old = [r for r in (await trial.logs())[topic_log.COPY] if (r.key or b"").startswith(b"stranger-0 ")]
        await trial.send([changed(product)])
        await trial.settle(30)
        late = [as_zombie(record) for record in old]
        await asyncio.to_thread(trial.shop.send, late, topic_log.COPY)
        await asyncio.sleep(AFTERMATH)
        judgement, _ = await judged(trial)
    assert {finding.rule for finding in judgement.findings} == {"went-back"}


def as_zombie(record: LogRecord) -> Event:
    edition = int(record.header("copydesk-edition") or b"0") + 3_600_000
    told = {"copydesk-edition": str(edition).encode(), "copydesk-sender": b"a-stranger"}
    headers = tuple((name, told.get(name, value)) for name, value in record.headers)
    return Event(record.partition, record.key, record.value, headers)


@pytest.mark.timeout(120)
async def test_a_stop_with_a_hundred_events_in_flight_ends_well_and_repeats_nothing(stage: Arena) -> None:
    products = Counter(partition_of(f"stop-{n}", PARTITIONS) for n in range(200))
    assert len(products) == PARTITIONS
    async with stage.trial() as trial:
        await trial.send([plain(f"stop-{number}", PARTITIONS, slow=True) for number in range(200)])
        await asyncio.sleep(NAP / 3)
        assert trial.unfinished >= 100
        ends = len(stage.told("worker-0", "process_exited"))
        stage.platform.supervisor.hold("worker-0", SIGTERM)
        await until(lambda: stage.pid("worker-0") == 0, 25, lambda: "it does not stop")
        await until(lambda: len(stage.told("worker-0", "process_exited")) > ends, 5, lambda: "no word of its end")
        stage.platform.supervisor.release("worker-0")
        await trial.settle(90)
        judgement, watch = await judged(trial)
    assert stage.told("worker-0", "process_exited")[ends] == "ended with 0"
    assert judgement.clean, str(judgement)
    assert judgement.counts["repeats"] == 0
    assert watch.repeated_below_commit == []
