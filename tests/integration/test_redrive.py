"""`copydesk redrive` against a real broker: dead letters of an older release come to what they always should have."""

import asyncio
import time
from collections.abc import Iterator
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from schemas.codec import decode_json, encode_json
from schemas.reasons import Reason
from schemas.topics import PRODUCT_CREATED, TOPICS, USER_BEHAVIOUR, Topic
from tests.integration.shop_history import commit, send
from tests.platform import running_kafka
from workers.adapters.clock import SystemClock
from workers.adapters.kafka_marks import KafkaMarks
from workers.adapters.kafka_producer import KafkaProducer
from workers.adapters.kafka_reader import KafkaReader
from workers.adapters.memory import OpenLease
from workers.adapters.tables_entry import LogRecord
from workers.adapters.tables_sound import Extent
from workers.bootstrap import desks_of
from workers.desks.contract import Desk, Received
from workers.entrypoints.cli import app
from workers.entrypoints.trial.event import bench
from workers.errors import Permanent
from workers.outcome import Delivery, Position, Record
from workers.publish.ledger import REDRIVEN
from workers.settings import Kafka, Settings

pytestmark = pytest.mark.kafka

USER = "u1." + "0f" * 16
SEAL = "COPYDESK_PRIVACY__SEAL_KEYS"
OURS = encode_json({"1": "00" * 32}).decode()
"""With which the bench seals."""


@pytest.fixture(scope="module")
def bootstrap() -> Iterator[str]:
    with running_kafka() as broker:
        assert run(broker.bootstrap, "topics", "apply", "--partitions", "2").exit_code == 0
        yield broker.bootstrap


class Younger:
    """A release that could not read what the next one can: whatever holds the word is a dead letter."""

    def __init__(self, desk: Desk, word: bytes, reason: Reason) -> None:
        self._desk, self._word, self._reason = desk, word, reason

    def __getattr__(self, name: str) -> Any:
        return getattr(self._desk, name)

    def decode(self, delivery: Delivery) -> Received:
        if self._word in (delivery.value or b""):
            raise Permanent(self._reason)
        return self._desk.decode(delivery)


def run(bootstrap: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--bootstrap", bootstrap])


def told(result: Result) -> dict[str, Any]:
    return decode_json(result.stdout.encode(), 1 << 26)


def redriven(bootstrap: str, *arguments: str) -> dict[str, Any]:
    result = run(bootstrap, "redrive", *arguments, "--json")
    assert result.exit_code == 0, result.output
    return told(result)


def clean(bootstrap: str, topic: str) -> dict[str, int]:
    result = run(bootstrap, "audit", "--topic", topic, "--json")
    assert result.exit_code == 0, told(result)["findings"]
    return told(result)["verdicts"]


async def feed(kafka: Kafka, records: list[Record]) -> None:
    producer = KafkaProducer(kafka, "test", TOPICS.values())
    await producer.start()
    await producer.send(records, OpenLease())
    await producer.stop()


async def handle(kafka: Kafka, topic: Topic, desks: dict[str, Desk]) -> None:
    """What a worker does with what is not acknowledged yet."""
    group = kafka.group_of(topic.group)
    acked = await KafkaMarks(kafka, SystemClock()).committed(group)
    reader, producer = KafkaReader(kafka, "test"), KafkaProducer(kafka, "test", TOPICS.values())
    await reader.start()
    await producer.start()
    extents = await reader.extents(await reader.places(topic.name))
    async with bench(desks, SystemClock()) as table:
        async for batch in reader.read_range({p: Extent(acked.get(p, 0), e.end) for p, e in extents.items()}):
            for place, records in batch.items():
                for one in records:
                    position = Position(*place, one.offset)
                    await table.handle(Delivery(position, one.key, one.value, tuple(one.headers), one.timestamp))
        await send(producer, table.sink.log)
    await producer.stop()
    await reader.stop()
    await commit(kafka, {place: extent.end for place, extent in extents.items()}, group)


async def everything(kafka: Kafka, topic: str) -> list[LogRecord]:
    reader = KafkaReader(kafka, "test")
    await reader.start()
    extents = await reader.extents(await reader.places(topic))
    found = [one async for batch in reader.read_range(extents) for records in batch.values() for one in records]
    await reader.stop()
    return found


def listing(name: str, locale: str) -> Record:
    product = {
        "id": name,
        "title": "Harrow Mug",
        "locales": [locale],
        "attributes": [{"name": "colour", "value": "blue"}],
    }
    return Record(PRODUCT_CREATED.name, 1, name.encode(), encode_json(product), (("shop", b"7"), ("shop", None)))


def test_letters_of_an_older_release_are_published_once_and_poison_is_told_again(bootstrap):
    kafka, desks = Kafka(bootstrap=bootstrap), desks_of(Settings())
    older = {name: Younger(desk, b"zh-CN", Reason.NO_SUPPORTED_LOCALE) for name, desk in desks.items()}
    poison = Record(PRODUCT_CREATED.name, 1, b"mug-3", b"{")
    asyncio.run(feed(kafka, [listing("mug-1", "en-GB"), listing("mug-2", "zh-CN"), poison]))
    asyncio.run(handle(kafka, PRODUCT_CREATED, older))
    assert clean(bootstrap, "product-created") == {"published": 1, "dead-lettered": 2}

    assert redriven(bootstrap, "product-created", "--dry-run")["would_send"] == 2
    wanted = ("product-created-dlq", "--reason", "no-supported-locale")
    assert redriven(bootstrap, *wanted)["reasons"]["no-supported-locale"]["sent"] == 1
    again = redriven(bootstrap, *wanted, "--since", "1h")["reasons"]["no-supported-locale"]
    assert (again["sent"], again["skipped"]) == (0, {"waits": 1})
    *_, first, _, last = asyncio.run(everything(kafka, "product-created"))
    assert (last.key, last.value) == (first.key, first.value)
    assert tuple(last.headers) == (*first.headers, (REDRIVEN, b"product-created/1/1"))

    asyncio.run(handle(kafka, PRODUCT_CREATED, desks))
    assert clean(bootstrap, "product-created") == {"published": 2, "dead-lettered": 1, "redriven": 1}
    found = redriven(bootstrap, "product-created", "--rate", "50")["reasons"]
    assert found["no-supported-locale"]["skipped"] == {"done": 1}
    assert found["malformed-json"]["sent"] == 1
    asyncio.run(handle(kafka, PRODUCT_CREATED, desks))
    found = redriven(bootstrap, "product-created", "--dry-run", "--key", "mug-3")["reasons"]
    assert found == {"malformed-json": {"found": 1, "again": 1, "sent": 0, "skipped": {}}}
    assert clean(bootstrap, "product-created") == {"published": 2, "dead-lettered": 1, "redriven": 2}


def test_sealed_letters_come_to_their_bytes_and_a_missing_key_is_named(bootstrap, monkeypatch):
    kafka, desks = Kafka(bootstrap=bootstrap), desks_of(Settings(desks=("personalise",)))
    older = {name: Younger(desk, b'"rated"', Reason.BAD_VALUE) for name, desk in desks.items()}
    now_ms = time.time_ns() // 1_000_000
    actions = ("viewed", "rated")
    events = [
        {"id": a, "user": USER, "action": a, "at_ms": now_ms, "products": [{"id": "mug-1", "category": ["Mugs"]}]}
        for a in actions
    ]
    events[1]["rating"] = 5.0
    asyncio.run(feed(kafka, [Record(USER_BEHAVIOUR.name, 0, USER.encode(), encode_json(one)) for one in events]))
    asyncio.run(handle(kafka, USER_BEHAVIOUR, older))

    monkeypatch.setenv(SEAL, encode_json({"2": "11" * 32}).decode())
    refused = run(bootstrap, "redrive", "user-behaviour", "--json")
    assert refused.exit_code == 1
    (key_id,) = told(refused)["missing_keys"]
    assert key_id.startswith("1.")
    shown = run(bootstrap, "redrive", "user-behaviour")
    assert f"sealed with key {key_id}" in shown.stdout

    monkeypatch.setenv(SEAL, OURS)
    assert redriven(bootstrap, "user-behaviour")["reasons"]["bad-value"]["sent"] == 1
    records = asyncio.run(everything(kafka, "user-behaviour"))
    assert [one.value for one in records] == [encode_json(one) for one in (*events, events[1])]
    asyncio.run(handle(kafka, USER_BEHAVIOUR, desks))
    (*_, profile) = asyncio.run(everything(kafka, "profile"))
    assert decode_json(profile.value, 1 << 16)["likes"]["t:mug"] == 5000
    assert redriven(bootstrap, "user-behaviour")["reasons"]["bad-value"]["skipped"] == {"done": 1}
    assert clean(bootstrap, "user-behaviour") == {"published": 2, "redriven": 1}
