"""The judge of personal copy finds what it is there to find, and nothing in a path that is right."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable

import pytest

from tests.doubles import ManualClock
from tests.faults.copy_oracle import BLURB, PERSONAL, PRODUCT_LEDGER, REQUESTS, judge_copies
from tests.faults.topic_log import LogRecord
from tests.faults.user_oracle import BEHAVIOUR, PROFILE, mark_of
from tests.faults.user_workload import FACETS, behaviour, listings
from workers.bootstrap import desks_of
from workers.entrypoints.trial.event import Bench, bench
from workers.outcome import Delivery, Position
from workers.settings import Settings

NOW_MS = 1_790_000_000_000
Logs = dict[str, list[LogRecord]]


class Shop:
    """Both uses in memory, one partition: what is asked for is answered at once."""

    def __init__(self, table: Bench) -> None:
        self.logs: Logs = defaultdict(list)
        self._table = table

    async def event(self, topic: str, key: bytes | None, value: bytes | None) -> None:
        log = self.logs[topic]
        log.append(LogRecord(topic, 0, len(log), key, value))
        delivery = Delivery(Position(topic, 0, len(log) - 1), key, value, (), NOW_MS)
        publication = (await self._table.handle(delivery)).publication
        for record in (*publication.state, *publication.outputs, *publication.ledger):
            if record.topic == REQUESTS:
                await self.event(REQUESTS, record.key, record.value)
                continue
            log = self.logs[record.topic]
            log.append(LogRecord(record.topic, 0, len(log), record.key, record.value, record.headers))


async def handled(count: int = 600) -> Logs:
    desks = desks_of(Settings()) | desks_of(Settings(desks=("personalise",)))
    async with bench(desks, ManualClock()) as table:
        shop = Shop(table)
        for listing in listings(1):
            await shop.event("product-created", listing.key, listing.value)
        for event in behaviour(7, count, 20, 1, NOW_MS):
            await shop.event(BEHAVIOUR, event.key, event.value)
        return shop.logs


@pytest.fixture(scope="module")
def sound() -> Logs:
    with asyncio.Runner() as runner:
        return runner.run(handled())


def rules(logs: Logs) -> set[str]:
    return {finding.rule for finding in judge_copies(logs, FACETS, 0)}


def test_a_path_that_is_right_is_found_right(sound: Logs) -> None:
    assert judge_copies(sound, FACETS, 0) == []
    assert any(record.value is None for record in sound[PERSONAL]), "nobody was forgotten: it judges nothing"
    copies = [json.loads(record.value) for record in sound[PERSONAL] if record.value]
    assert any(pick["text"] for copy in copies for pick in copy["picks"]), "no blurb was ever joined"
    assert 0 < len(sound[BLURB]) <= len(sound[REQUESTS]) < len(sound[BEHAVIOUR])


def _edited(record: LogRecord, **fields: object) -> LogRecord:
    return record._replace(value=json.dumps(json.loads(record.value) | fields).encode())


def _last(logs: Logs) -> tuple[int, dict]:
    """The last personal copy that is still visible, and has a text."""
    later: set[bytes | None] = set()
    for at in range(len(logs[PERSONAL]) - 1, -1, -1):
        record = logs[PERSONAL][at]
        if record.key not in later and record.value is not None:
            copy = json.loads(record.value)
            if copy["picks"] and copy["picks"][0]["text"]:
                return at, copy
        later.add(record.key)
    raise AssertionError("no copy has a text")


def strange_words(logs: Logs) -> None:
    at, copy = _last(logs)
    picks = [{**pick, "text": "Buy now."} for pick in copy["picks"]]
    logs[PERSONAL][at] = _edited(logs[PERSONAL][at], picks=picks)


def doubled(logs: Logs) -> None:
    at, copy = _last(logs)
    logs[PERSONAL][at] = _edited(logs[PERSONAL][at], picks=[*copy["picks"], copy["picks"][0]])


def not_forgotten(logs: Logs) -> None:
    logs[PERSONAL][:] = [record for record in logs[PERSONAL] if record.value is not None]


def copy_went_back(logs: Logs) -> None:
    at, copy = _last(logs)
    record = _edited(logs[PERSONAL][at], applied=copy["applied"] - 5)
    logs[PERSONAL].append(record._replace(headers=(("copydesk-edition", str(copy["edition"] + 1).encode()),)))


def from_nowhere(logs: Logs) -> None:
    at, copy = _last(logs)
    logs[PERSONAL][at] = _edited(logs[PERSONAL][at], applied=copy["applied"] + 10_000)


def written_twice(logs: Logs) -> None:
    logs[BLURB].append(logs[BLURB][0])


def unanswered(logs: Logs) -> None:
    logs[PRODUCT_LEDGER][:] = [r for r in logs[PRODUCT_LEDGER] if REQUESTS not in (r.key or b"").decode()]


def blank(logs: Logs) -> None:
    logs[PERSONAL].clear()


def unwanted(logs: Logs) -> None:
    for at, record in enumerate(logs[PROFILE]):
        logs[PROFILE][at] = _edited(record, bought="".join(map(mark_of, FACETS)))


@pytest.mark.parametrize(
    "fault",
    [strange_words, doubled, not_forgotten, copy_went_back, from_nowhere, written_twice, unanswered, blank, unwanted],
)
def test_what_is_planted_is_found(sound: Logs, fault: Callable[[Logs], None]) -> None:
    logs = {topic: list(records) for topic, records in sound.items()}
    fault(logs)
    assert fault.__name__.replace("_", "-") in rules(logs)
