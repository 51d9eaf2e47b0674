"""The judge of the users' path finds what it is there to find, and nothing in a path that is right."""

import asyncio
import json
from collections.abc import Callable

import pytest

from schemas.topics import PROFILE as PROFILE_TOPIC
from tests.doubles import ManualClock
from tests.faults.topic_log import LogRecord
from tests.faults.user_oracle import BEHAVIOUR, LEDGER, PROFILE, judge_users
from tests.faults.user_workload import FACETS, behaviour
from workers.bootstrap import desks_of
from workers.entrypoints.trial.event import bench
from workers.outcome import Delivery, Position
from workers.settings import Settings

NOW_MS = 1_790_000_000_000
Logs = dict[str, list[LogRecord]]


async def handled(count: int = 600) -> Logs:
    """Through the real path in memory, one by one: three topics as a broker would keep them."""
    events: list[LogRecord] = []
    written: Logs = {PROFILE: [], LEDGER: []}
    async with bench(desks_of(Settings(desks=("personalise",))), ManualClock()) as table:
        for offset, event in enumerate(behaviour(7, count, 20, 1, NOW_MS)):
            events.append(LogRecord(BEHAVIOUR, 0, offset, event.key, event.value, (), NOW_MS))
            delivery = Delivery(Position(BEHAVIOUR, 0, offset), event.key, event.value, (), NOW_MS)
            trial = await table.handle(delivery)
            for record in (*trial.publication.state, *trial.publication.ledger):
                log = written[record.topic]
                log.append(LogRecord(record.topic, 0, len(log), record.key, record.value))
    return {BEHAVIOUR: events, **written}


@pytest.fixture(scope="module")
def sound() -> Logs:
    with asyncio.Runner() as runner:
        return runner.run(handled())


def rules(logs: Logs) -> set[str]:
    return {finding.rule for finding in judge_users(logs, FACETS)}


def test_a_path_that_is_right_is_found_right(sound: Logs) -> None:
    assert judge_users(sound, FACETS) == []
    verdicts = [json.loads(record.value)["verdict"] for record in sound[LEDGER]]
    assert verdicts.count("unchanged") > 20, "the workload has no repeats, no bot and nobody shy: it judges nothing"


def _edited(record: LogRecord, **fields: object) -> LogRecord:
    return record._replace(value=json.dumps(json.loads(record.value) | fields).encode())


def lost(logs: Logs) -> None:
    del logs[LEDGER][len(logs[LEDGER]) // 2]


def never_applied(logs: Logs) -> None:
    last = logs[PROFILE][-1]
    logs[PROFILE] = [r for r in logs[PROFILE] if r.key != last.key or r is not last]


def applied_twice(logs: Logs) -> None:
    last = logs[PROFILE][-1]
    likes = {name: 2 * weight for name, weight in json.loads(last.value)["likes"].items()}
    logs[PROFILE][-1] = _edited(last, likes=likes)


def went_back(logs: Logs) -> None:
    older = next(r for r in logs[PROFILE] if r.key == logs[PROFILE][-1].key)
    logs[PROFILE].append(_edited(older, edition=2**50))


def forgotten_purchase(logs: Logs) -> None:
    """Of somebody whose profile has room to spare."""
    last = {record.key: at for at, record in enumerate(logs[PROFILE])}
    roomy = [at for at in last.values() if json.loads(logs[PROFILE][at].value)["bought"]]
    emptied = {at: _edited(logs[PROFILE][at], bought="") for at in roomy}
    at = min(roomy, key=lambda at: len(emptied[at].value or b""))
    logs[PROFILE][at] = emptied[at]


@pytest.mark.parametrize(
    ("plant", "rule"),
    [
        (lost, "lost"),
        (never_applied, "differs"),
        (applied_twice, "differs"),
        (went_back, "went-back"),
        (forgotten_purchase, "differs"),
    ],
)
def test_a_planted_fault_is_found(sound: Logs, plant: Callable[[Logs], None], rule: str) -> None:
    logs = {topic: list(records) for topic, records in sound.items()}
    plant(logs)
    assert rule in rules(logs)


def test_the_profile_is_small(sound: Logs) -> None:
    assert max(len(record.value) for record in sound[PROFILE]) <= 400 < PROFILE_TOPIC.max_record_bytes
