"""Real catalogues and real visits go in by the command; each record has its outcome, and the audit is clean."""

import asyncio
import json
import sys
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.faults import topic_log
from tests.faults.arena import Arena, arena, audit, until
from tests.faults.judged_copy import fold_by_edition
from tests.faults.ledger_log import outcomes_of
from tests.platform import ENVIRONMENT

pytestmark = [pytest.mark.kafka, pytest.mark.triton, pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

REAL = Path(__file__).parents[3] / "shared" / "data"
CATALOGUES = (
    (
        "retail_demo_store/products.yaml",
        2_465,
        ("title=name", "category=category,style", "price.amount=price", "price.currency==USD"),
    ),
    (
        "dummyjson/products.json",
        194,
        (
            *(f"attributes.{side}=dimensions.{side}:cm" for side in ("width", "height", "depth")),
            "attributes.weight=weight:g",
            "price.currency==USD",
        ),
    ),
)
VISITS = (("snowplow_ecommerce/snowplow_ecommerce_events.csv", "snowplow", 382), ("otto/train.jsonl", "otto", 862))
BEHAVIOUR, USER_LEDGER = "user-behaviour", "user-ledger"
TOO_MUCH = 0.006
"""Fourteen of 2,465 listings are named "Eco-…", and prove nothing: their titles wait for a person."""
WITHIN = 200.0


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Arena]:
    settings = {"COPYDESK_FLOW__MAX_UNACKED_EVENTS": "512"}
    async with arena(tmp_path_factory.mktemp("real"), settings=settings, user_workers=1) as up:
        yield up


@pytest.mark.timeout(400)
@pytest.mark.parametrize(("name", "listings", "maps"), CATALOGUES, ids=["retail", "dummyjson"])
async def test_a_real_catalogue_goes_through_whole(
    stage: Arena, name: str, listings: int, maps: tuple[str, ...]
) -> None:
    file = REAL / name
    if not file.exists():
        pytest.skip(f"NOT TESTED: {file} is absent; no real catalogue went through")
    async with stage.trial() as trial:
        assert await produced(stage.bootstrap, file, maps) == 0
        watch = trial.sampler.watch
        await until(
            lambda: watch.finished(topic_log.INPUT) == listings,
            WITHIN,
            lambda: f"{watch.finished(topic_log.INPUT)} of {listings} listings have an outcome",
        )
        logs = await trial.logs()
        assert watch.findings == []
    verdicts = Counter(told[-1].verdict for told in outcomes_of(logs[topic_log.LEDGER]).values())
    print(f"{name}: {dict(verdicts)}")
    held = forbidden(logs[topic_log.LEDGER])
    assert verdicts["published"] + verdicts["dead-lettered"] + len(held) == listings
    assert verdicts["dead-lettered"] == len(logs[topic_log.DEAD_LETTERS])
    texts = {key: written(record) for key, record in fold_by_edition(logs[topic_log.COPY]).visible.items()}
    assert len(texts) == verdicts["published"]
    partly = [key for key, kinds in texts.items() if not (kinds.get("title") and kinds.get("description"))]
    assert len(held) + len(partly) <= listings * TOO_MUCH, f"the law lets too little pass: {held}, {partly}"
    code, said = await audit(stage.bootstrap)
    assert code == 0, said


@pytest.mark.timeout(200)
@pytest.mark.parametrize(("name", "form", "events"), VISITS, ids=["snowplow", "otto"])
async def test_real_visits_go_through_whole(stage: Arena, name: str, form: str, events: int) -> None:
    file = REAL / name
    if not file.exists():
        pytest.skip(f"NOT TESTED: {file} is absent; no real visit went through")
    before = await asyncio.to_thread(topic_log.read_logs, stage.bootstrap, (BEHAVIOUR,))
    await run(stage.bootstrap, "produce", "behaviour", str(file), "--format", form)
    topics = (BEHAVIOUR, USER_LEDGER, f"{BEHAVIOUR}-dlq")
    deadline = asyncio.get_running_loop().time() + WITHIN
    while True:
        logs = await asyncio.to_thread(topic_log.read_logs, stage.bootstrap, topics)
        if len(outcomes_of(logs[USER_LEDGER])) >= len(logs[BEHAVIOUR]):
            break
        assert asyncio.get_running_loop().time() < deadline, f"{len(logs[BEHAVIOUR])} events, not all have an outcome"
        await asyncio.sleep(0.5)
    assert len(logs[BEHAVIOUR]) - len(before[BEHAVIOUR]) == events
    assert logs[f"{BEHAVIOUR}-dlq"] == []
    code, said = await audit(stage.bootstrap, BEHAVIOUR)
    assert code == 0, said


def forbidden(ledger: list[topic_log.LogRecord]) -> list[str]:
    """Listings whose very name the law forbids without proof ("Eco-Friendly …"): no word of theirs is published."""
    entries = [json.loads(record.value or b"{}") for record in ledger]
    kinds = {e["key"]: [kind for o in e["outputs"] for kind in o["kinds"].values()] for e in entries}
    return [
        key
        for key, told in kinds.items()
        if told and all(kind["verdict"] == "held-for-review" and "claims" in kind["refused"] for kind in told)
    ]


def written(record: topic_log.LogRecord) -> dict[str, str]:
    """Kind -> text."""
    return {kind: told["text"] for kind, told in json.loads(record.value or b"{}")["kinds"].items()}


async def produced(bootstrap: str, file: Path, maps: tuple[str, ...]) -> int:
    """The exit code of `copydesk produce products`."""
    command = ["produce", "products", str(file), "--locale", "en"]
    for each in maps:
        command += ["--map", each]
    return await run(bootstrap, *command)


async def run(bootstrap: str, *arguments: str) -> int:
    """The exit code of a command."""
    keys = {"COPYDESK_PRIVACY__PSEUDONYM_KEYS": json.dumps({"1": "0f" * 32})}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "workers", *arguments, "--bootstrap", bootstrap),
        env={**ENVIRONMENT, **keys},
        stdout=asyncio.subprocess.DEVNULL,
    )
    return await asyncio.wait_for(process.wait(), 60)
