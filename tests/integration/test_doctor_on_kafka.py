"""The doctor of a platform that is up: it asks the platform's broker for product ids in two partitions."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from schemas.codec import decode_json, encode
from schemas.topics import PRODUCT_CREATED
from tests.integration.shop_history import handle, send
from tests.platform import running_kafka
from workers.adapters.kafka_producer import KafkaProducer
from workers.adapters.partitioner import partition_for
from workers.demo import listings
from workers.embedded.folder import DataFolder, KafkaEntry, PlatformState, own_identity
from workers.entrypoints.cli import app
from workers.outcome import Record
from workers.settings import Kafka

pytestmark = pytest.mark.kafka

PARTITIONS = 4


@pytest.fixture
def kafka() -> Iterator[Kafka]:
    """A broker of our own: a worker's desk knows the registry's topics only."""
    with running_kafka() as broker:
        result = run("topics", "apply", "--partitions", str(PARTITIONS), "--bootstrap", broker.bootstrap)
        assert result.exit_code == 0, result.output
        yield Kafka(bootstrap=broker.bootstrap)


@pytest.fixture
def data(kafka: Kafka, tmp_path: Path) -> Path:
    """The data folder of a platform that is up and runs this broker."""
    pid, started = own_identity()
    state = PlatformState(state="up", pid=pid, started=started, kafka=KafkaEntry(bootstrap=kafka.bootstrap))
    DataFolder(tmp_path).write(state)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def told(data: Path) -> dict:
    """The finding. What is bad about this machine is none of this test's business, except for the exit code."""
    result = run("doctor", "--json", "--data-dir", str(data))
    findings = decode_json(result.stdout.encode(), 1 << 20)
    bad = any(finding["mark"] == "bad" for finding in findings)
    assert result.exit_code == (1 if bad else 0), result.output
    return next(finding for finding in findings if finding["name"] == "product ids")


async def fed(kafka: Kafka, placed: dict[str, int]) -> None:
    """Listings under these ids, each in the partition that its producer chose, handled as workers do."""
    listing = listings()[0]
    producer = KafkaProducer(kafka, "upstream", [PRODUCT_CREATED])
    await producer.start()
    try:
        values = {name: encode(listing.model_copy(update={"id": name})) for name in placed}
        records = [Record(PRODUCT_CREATED.name, n, name.encode(), values[name]) for name, n in placed.items()]
        await send(producer, records)
    finally:
        await producer.stop()
    await handle(kafka)


def test_a_product_in_two_partitions_is_named_and_those_at_home_are_not(kafka: Kafka, data: Path) -> None:
    homes = {name: partition_for(name.encode(), PARTITIONS) for name in ("mug-1", "pan-2")}
    asyncio.run(fed(kafka, homes))
    finding = told(data)
    assert (finding["mark"], finding["found"]) == ("ok", "each in one partition")

    away = (homes["mug-1"] + 1) % PARTITIONS
    asyncio.run(fed(kafka, {"mug-1": away}))
    finding = told(data)
    low, high = sorted((homes["mug-1"], away))
    # No fault, as with the audit: somebody must know, but everything here does what it should.
    assert (finding["mark"], finding["found"]) == ("warn", f"1 in more than one partition: mug-1 ({low}, {high})")
    assert "one partitioner" in finding["fix"]
    assert f"mug-1 ({low}, {high})" in " ".join(run("doctor", "--data-dir", str(data)).stdout.split())
