"""The command line against a real broker, with a history that the path itself has written."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from schemas.codec import decode, decode_json, encode, reprinted
from schemas.outbound import LedgerEntry
from schemas.topics import COPY_LEDGER, PRODUCT_COPY, PRODUCT_CREATED, TOPICS, Topic
from tests.integration.shop_history import commit, fed_and_handled, handle
from tests.platform import running_kafka
from workers.adapters.kafka_producer import KafkaProducer
from workers.adapters.kafka_reader import KafkaReader
from workers.adapters.memory import OpenLease
from workers.adapters.partitioner import partition_for
from workers.adapters.tables_entry import LogRecord
from workers.demo import broken
from workers.entrypoints.cli import app
from workers.outcome import Record
from workers.settings import Kafka

pytestmark = pytest.mark.kafka

PARTITIONS = 4


@pytest.fixture(scope="module")
def bootstrap() -> Iterator[str]:
    """A broker of our own: the commands know the registry's topics only."""
    with running_kafka() as broker:
        result = run(broker.bootstrap, "topics", "apply", "--partitions", str(PARTITIONS))
        assert result.exit_code == 0, result.output
        yield broker.bootstrap


@dataclass(frozen=True)
class History:
    """The sample shop, fed and handled, and what the audit said before any other test had its hands in it."""

    events: int
    audit: Result
    audit_for_people: Result
    audit_of_the_future: Result
    audit_of_the_last_hour: Result


@pytest.fixture(scope="module")
def history(bootstrap: str) -> History:
    events = asyncio.run(fed_and_handled(bootstrap))
    return History(
        events,
        run(bootstrap, "audit", "--json"),
        run(bootstrap, "audit"),
        run(bootstrap, "audit", "--json", "--since", "2099-01-01"),
        run(bootstrap, "audit", "--json", "--since", "1h"),
    )


def run(bootstrap: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--bootstrap", bootstrap])


def document(result: Result) -> dict:
    return decode_json(result.stdout.encode(), 1 << 26)


async def sent(bootstrap: str, topic: Topic, *records: Record) -> list[int]:
    producer = KafkaProducer(Kafka(bootstrap=bootstrap), "test", [topic])
    await producer.start()
    try:
        return await producer.send(records, OpenLease())
    finally:
        await producer.stop()


def test_topics_are_made_once_and_a_count_is_never_changed(bootstrap):
    again = run(bootstrap, "topics", "apply", "--partitions", str(PARTITIONS))
    assert again.exit_code == 0
    assert "as they should be" in again.stdout
    refused = run(bootstrap, "topics", "apply", "--partitions", str(PARTITIONS + 1))
    assert refused.exit_code == 1
    assert refused.stderr.startswith("partition-count-changed: ")
    assert len(refused.stderr.strip().splitlines()) == 1


def test_a_dry_run_says_what_it_would_do(bootstrap):
    result = run(bootstrap, "topics", "apply", "--dry-run", "--json", "--partitions", str(PARTITIONS + 1))
    assert result.exit_code == 0
    told = document(result)
    assert told["dry_run"] is True
    assert {one["topic"] for one in told["recounts"]} == set(TOPICS)


def test_the_history_of_a_shop_is_clean(history):
    told = document(history.audit)
    assert told["wrong"] == {}, told["findings"]
    assert history.audit.exit_code == 0
    assert told["events"] == history.events
    assert told["verdicts"]["dead-lettered"] == told["dead_letters"] == len(broken())
    assert (told["waiting"], told["repeats"], told["not_auditable"]) == (0, 0, 0)
    assert told["keys"] > len(broken())
    assert told["keys_not_auditable"] == 0
    assert told["shared_keys"] == {}


def test_people_are_told_the_same(history):
    shown = history.audit_for_people
    assert shown.exit_code == 0
    assert f"clean: each of {history.events:,} events has one outcome" in shown.stdout
    assert "\x1b" not in shown.stdout + shown.stderr


def test_since_a_moment_to_come_nothing_is_asked(history):
    assert document(history.audit_of_the_future)["events"] == 0
    assert document(history.audit_of_the_last_hour)["events"] == history.events


def test_an_edition_that_is_not_in_its_topic_is_found(bootstrap, history):
    entry = asyncio.run(first_published(bootstrap))
    (output, *_) = entry.outputs
    lie = entry.model_copy(update={"outputs": (output.model_copy(update={"edition": 2**52}),)})
    asyncio.run(sent(bootstrap, COPY_LEDGER, ledger_record(lie)))
    try:
        result = run(bootstrap, "audit", "--json")
        told = document(result)
        assert result.exit_code == 3
        assert told["wrong"] == {"unbacked": 1}
        (finding,) = told["findings"]
        assert finding["position"] == f"product-created/{entry.source.partition}/{entry.source.offset}"
    finally:
        asyncio.run(sent(bootstrap, COPY_LEDGER, ledger_record(entry)))
        backed = asyncio.run(copy_under(bootstrap, output.key, 2**52))
        asyncio.run(sent(bootstrap, PRODUCT_COPY, backed))
    assert run(bootstrap, "audit").exit_code == 0
    asyncio.run(sent(bootstrap, PRODUCT_COPY, backed._replace(value=None)))
    try:
        told = document(run(bootstrap, "audit", "--json"))
        assert told["wrong"] == {"withdrawn-unexplained": 1}, "a stranger's tombstone hides the copy"
    finally:
        asyncio.run(sent(bootstrap, PRODUCT_COPY, backed))
    assert run(bootstrap, "audit").exit_code == 0


def test_an_acknowledged_event_without_an_entry_is_found(bootstrap, history):
    kafka = Kafka(bootstrap=bootstrap)
    key = b"nobody-wrote-me"
    number = partition_for(key, PARTITIONS)
    record = Record(PRODUCT_CREATED.name, number, key, None)
    (offset,) = asyncio.run(sent(bootstrap, PRODUCT_CREATED, record))
    waiting = document(run(bootstrap, "audit", "--json"))
    assert waiting["clean"] is True
    assert waiting["waiting"] >= 1
    asyncio.run(commit(kafka, {(PRODUCT_CREATED.name, number): offset + 1}))
    found = document(run(bootstrap, "audit", "--json"))
    assert f"product-created/{number}/{offset}" in {one["position"] for one in found["findings"]}
    assert set(found["wrong"]) == {"missing"}
    shown = run(bootstrap, "audit")
    assert shown.exit_code == 3
    assert "missing: acknowledged, but the ledger has no entry" in shown.stdout
    asyncio.run(handle(kafka))
    mended = document(run(bootstrap, "audit", "--json"))
    assert mended["clean"] is True
    assert mended["repeats"] >= history.events


async def everything_on(bootstrap: str, topic: Topic) -> list[tuple[int, LogRecord]]:
    reader = KafkaReader(Kafka(bootstrap=bootstrap), "test")
    await reader.start()
    try:
        extents = await reader.extents(await reader.places(topic.name))
        return [
            (place[1], record)
            async for batch in reader.read_range(extents)
            for place, records in batch.items()
            for record in records
        ]
    finally:
        await reader.stop()


async def first_published(bootstrap: str) -> LedgerEntry:
    records = await everything_on(bootstrap, COPY_LEDGER)
    entries = (decode(record.value, LedgerEntry, COPY_LEDGER.max_record_bytes) for _, record in records)
    return next(entry for entry in entries if entry.outputs and entry.verdict == "published")


async def copy_under(bootstrap: str, key: str, edition: int) -> Record:
    """The last value under the key once more, as a repair publishes it."""
    records = await everything_on(bootstrap, PRODUCT_COPY)
    partition, last = next((p, one) for p, one in reversed(records) if one.key == key.encode() and one.value)
    value = reprinted(PRODUCT_COPY.name, last.value, edition)
    headers = (("copydesk-edition", str(edition).encode()),)
    return Record(PRODUCT_COPY.name, partition, key.encode(), value, headers, edition)


def ledger_record(entry: LedgerEntry) -> Record:
    source = entry.source
    key = f"{source.topic}/{source.partition}/{source.offset}".encode()
    return Record(COPY_LEDGER.name, source.partition, key, encode(entry))


def test_tail_shows_the_last_records_as_people_read_them(bootstrap, history):
    result = run(bootstrap, "tail", "product-created-dlq", "-n", "3")
    assert result.exit_code == 0
    assert result.stdout.count("copydesk-dlq-reason=") == 3
    assert "\x1b" not in result.stdout


def test_tail_prints_a_json_line_for_each_record(bootstrap, history):
    result = run(bootstrap, "tail", "copy-ledger", "--from-beginning", "--json")
    lines = [decode_json(line.encode(), 1 << 20) for line in result.stdout.splitlines()]
    assert len(lines) >= history.events
    assert all(line["value"]["type"] == "ledger/1" for line in lines)


def test_tail_names_the_topics_that_there_are(bootstrap):
    result = run(bootstrap, "tail", "no-such")
    assert result.exit_code == 1
    assert "product-copy" in result.stderr


def test_explain_tells_a_copy_from_its_event_to_its_facts(bootstrap, history):
    copies = run(bootstrap, "tail", "product-copy", "--json", "--from-beginning").stdout.splitlines()
    values = [decode_json(line.encode(), 1 << 20)["value"] for line in copies]
    copy = next(value for value in values if value)
    kind, published = next(iter(copy["kinds"].items()))
    told = document(run(bootstrap, "explain", published["copy_id"], "--json"))
    assert (told["kind"], told["product"], told["locale"]) == (kind, copy["product"], copy["locale"])
    assert told["copy"] == published
    assert told["entries"]
    assert {fact for s in published["sentences"] for fact in s["facts"]} <= told["facts"].keys()
    shown = run(bootstrap, "explain", published["copy_id"][:12])
    assert shown.exit_code == 0, shown.output
    assert published["sentences"][0]["text"] in shown.stdout


@pytest.mark.parametrize(("copy_id", "reason"), [("0" * 32, "copy-not-found"), ("xyz", "no-copy-id")])
def test_explain_says_when_there_is_no_such_copy(bootstrap, copy_id, reason):
    result = run(bootstrap, "explain", copy_id)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{reason}: ")


def test_produce_sends_each_record_to_its_keys_own_partition(bootstrap, history, tmp_path: Path):
    assert history.events, "what this test sends must not stand in that history: it is written first"
    file = tmp_path / "shop.csv"
    file.write_text("id,title,colour\np-1,Mug,blue\np-2,,red\np-3,Bowl,white\n")
    before = len(run(bootstrap, "tail", "product-created", "--json", "--from-beginning").stdout.splitlines())
    result = run(bootstrap, "produce", "products", str(file), "--json")
    assert document(result) == {"sent": 2, "bad": {"missing-field": 1}, "changed": {}, "next_skip": 3}
    assert result.exit_code == 1
    lines = run(bootstrap, "tail", "product-created", "--json", "--from-beginning").stdout.splitlines()
    assert len(lines) == before + 2
    mine = [one for one in map(parsed, lines) if one["key"] in {"p-1", "p-3"}]
    for one in mine:
        assert one["partition"] == partition_for(one["key"].encode(), PARTITIONS)
        headers = dict(one["headers"])
        assert headers["ce_type"] == "product-created/1"
        assert headers["ce_id"]
    again = document(run(bootstrap, "produce", "products", str(file), "--json", "--skip", "2"))
    assert (again["sent"], again["next_skip"]) == (1, 3)


def parsed(line: str) -> dict:
    return decode_json(line.encode(), 1 << 20)


@pytest.mark.parametrize(
    "arguments", [("audit",), ("tail", "product-copy"), ("explain", "0" * 32), ("topics", "apply")]
)
def test_without_a_broker_there_is_one_line_that_says_what_to_do(arguments):
    result = run("127.0.0.1:1", *arguments)
    assert result.exit_code == 1
    (line,) = result.stderr.strip().splitlines()
    assert line.startswith(("broker-away: ", "broker-unreachable: "))
    assert "`copydesk up` starts one" in line
