"""Bad events between good ones: each is a dead letter with its bytes and reason; the good are published."""

import asyncio
from itertools import chain

import pytest

from tests.faults import topic_log
from tests.faults.arena import PARTITIONS, Arena, audit
from tests.faults.last_facts import EXPECTS
from tests.faults.poison import CASES
from tests.faults.workload import Event, partition_of, plain

pytestmark = [pytest.mark.kafka, pytest.mark.triton, pytest.mark.asyncio(loop_scope="module")]

ROUNDS = 3


def around(number: int, case_number: int) -> list[Event]:
    """A good event, a bad one about the same product, and a good one about another in its partition."""
    product = f"good-{case_number}-{number}"
    place = partition_of(product, PARTITIONS)
    other = next(f"{product}-{n}" for n in range(1000) if partition_of(f"{product}-{n}", PARTITIONS) == place)
    bad = Event(place, *CASES[case_number].record(product))
    return [plain(product, PARTITIONS), bad, plain(other, PARTITIONS)]


async def test_every_kind_of_bad_event_is_told_apart_and_harms_no_good_one(stage: Arena) -> None:
    numbers = range(len(CASES))
    events = list(chain.from_iterable(around(n, case) for n in range(ROUNDS) for case in numbers))
    async with stage.trial() as trial:
        await trial.send(events)
        await trial.settle(60)
        judgement, watch = await trial.verdict()
        logs = await trial.logs()
    assert judgement.clean, str(judgement)
    assert watch.findings == []
    assert judgement.counts["dead-letters"] == ROUNDS * len(CASES)
    assert judgement.counts["verdict-published"] == 2 * ROUNDS * len(CASES)
    reasons = {letter.header("copydesk-dlq-reason") for letter in logs[topic_log.DEAD_LETTERS]}
    assert reasons == {case.reason.encode() for case in CASES}
    assert stage.restarts("worker-0") + stage.restarts("worker-1") == 0
    code, said = await audit(stage.bootstrap)
    assert code == 0, said


async def test_a_value_that_is_far_larger_than_its_compressed_batch_stops_nothing(stage: Arena) -> None:
    """The broker counts compressed bytes; what it let in must also fit on the way to the dead letters."""
    place = 3
    product = next(f"huge-{n}" for n in range(1000) if partition_of(f"huge-{n}", PARTITIONS) == place)
    huge = Event(place, product.encode(), b" " * 900_000, ((EXPECTS, b"over-long"),))
    async with stage.trial() as trial:
        await trial.send([huge, plain(product, PARTITIONS)])
        await trial.settle(30)
        judgement, _ = await trial.verdict()
    assert judgement.clean, str(judgement)
    assert judgement.counts["dead-letters"] == 1
    await asyncio.sleep(0)
    assert stage.restarts("worker-0") + stage.restarts("worker-1") == 0
