"""Canaries: personal data planted in what a shop sends is found nowhere but where it was sent."""

import asyncio
import json
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from confluent_kafka import Producer

from schemas.topics import PRODUCT_CREATED, TOPICS, USER_BEHAVIOUR
from tests.faults.arena import Arena, arena
from tests.faults.shop import Shop
from tests.faults.topic_log import LogRecord, read_logs
from tests.faults.workload import Event
from workers.settings import environment

pytestmark = [pytest.mark.e2e, pytest.mark.kafka, pytest.mark.triton, pytest.mark.slow]

CANARIES = (
    "wren.canary@mail.example",
    "Wren Canary-Okafor",
    "+44 7700 900123",
    "203.0.113.77",
    "14 Canary Wharf Mews",
)
MAIL, NAME, PHONE, ADDRESS, STREET = CANARIES
GOOD = "u1." + "ab" * 16


def visit() -> dict[str, object]:
    """As Segment sends it, with all that it may hold of a person."""
    return {
        "type": "track",
        "event": "Product Viewed",
        "messageId": "m-1",
        "userId": MAIL,
        "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "context": {"ip": ADDRESS, "traits": {"name": NAME, "phone": PHONE, "address": STREET}},
        "properties": {"product_id": "mug-1", "category": "Kitchen", "url": f"https://shop.example/?mail={MAIL}"},
    }


def mug() -> Event:
    """What they look at; so that there are picks, a request for a blurb, a prompt and a blurb."""
    listing = {"type": "product-created/1", "id": "mug-1", "locales": ["en"], "title": "Mug", "category": ["Kitchen"]}
    return Event(1, b"mug-1", json.dumps(listing).encode())


def search() -> dict[str, object]:
    properties = {"query": f"mug for {MAIL} call {PHONE}"}
    return visit() | {"event": "Products Searched", "messageId": "m-2", "properties": properties}


def unreadable() -> Iterator[tuple[bytes | None, bytes, list[tuple[str, bytes]]]]:
    """Events that a careless upstream puts on the topic itself: in the key, the value, a header, a field's name."""
    yield MAIL.encode(), json.dumps({"id": "b1", "user": MAIL, "action": "viewed"}).encode(), []
    yield GOOD.encode(), f'{{"name": "{NAME}", broken'.encode(), [("customer", NAME.encode())]
    wrong = {"id": "b3", "user": GOOD, "action": PHONE, "at_ms": 1, STREET: 1}
    yield GOOD.encode(), json.dumps(wrong).encode(), [("traceparent", MAIL.encode())]
    yield None, json.dumps({"id": ADDRESS}).encode(), []


def named_beside() -> tuple[bytes, bytes, list[tuple[str, bytes]]]:
    """An event that can be read, with a person in every header that is passed on."""
    event = {
        "id": "good-1",
        "user": GOOD,
        "action": "viewed",
        "at_ms": time.time_ns() // 1_000_000,
        "products": [{"id": "mug-1"}],
    }
    beside = [(name, MAIL.encode()) for name in ("ce_id", "traceparent", "tracestate", "ce_causationid")]
    return GOOD.encode(), json.dumps(event).encode(), beside


async def sent_in(stage: Arena, folder: Path) -> None:
    """The visits through the door, the rest past it."""
    file = folder / "visits.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in (visit(), search())))
    keys = json.dumps({"1": "0f" * 32})
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "workers", "produce", "behaviour", str(file), "--format", "segment"),
        env=environment() | {"COPYDESK_KAFKA__BOOTSTRAP": stage.bootstrap, "COPYDESK_PRIVACY__PSEUDONYM_KEYS": keys},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    assert process.returncode == 0, said.decode()
    assert hits(said) == []
    producer = Producer({"bootstrap.servers": stage.bootstrap})
    for key, value, headers in (*unreadable(), named_beside()):
        producer.produce(USER_BEHAVIOUR.name, value=value, key=key, headers=headers, partition=0)
    assert producer.flush(30) == 0


def hits(data: bytes) -> list[str]:
    """Canaries, whole or as the parts that would name a person."""
    parts = [*CANARIES, "wren.canary", "Canary-Okafor", "7700 900123", "7700900123"]
    return [part for part in parts if part.encode().lower() in data.lower()]


def spelled(record: LogRecord) -> bytes:
    headers = b"\n".join(name.encode() + b"=" + (value or b"") for name, value in record.headers)
    return b"\n".join((record.key or b"", record.value or b"", headers))


def said_by(stage: Arena) -> bytes:
    """Every log, and the metrics of the workers."""
    logs = b"".join(path.read_bytes() for path in stage.platform.site.folder.logs.glob("*.log*"))
    return logs + b"".join(asked(stage.platform.site.ports[name]) for name in ("worker-0", "users-0"))


def asked(port: int) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        return bytes(answer.read())


async def until_there(stage: Arena, topic: str, count: int) -> None:
    deadline = time.monotonic() + 60
    while (there := len(read_logs(stage.bootstrap, (topic,))[topic])) < count:
        assert time.monotonic() < deadline, f"{topic} has {there} records, not {count}"
        await asyncio.sleep(0.5)


def test_the_canaries_would_be_found() -> None:
    record = LogRecord("t", 0, 0, b"k", b"v", (("who", f"x {NAME.upper()} y".encode()),))
    assert hits(spelled(record)) == ["Wren Canary-Okafor", "Canary-Okafor"]
    assert hits(json.dumps(visit()).encode()) != []


@pytest.mark.timeout(180)
async def test_no_word_about_a_person_is_anywhere_but_where_it_was_sent(tmp_path: Path) -> None:
    async with arena(tmp_path, workers=1, user_workers=1) as stage:
        await asyncio.to_thread(Shop(stage.bootstrap).send, [mug()], PRODUCT_CREATED.name)
        await until_there(stage, "product-copy", 1)
        await sent_in(stage, tmp_path)
        await until_there(stage, "user-ledger", 7)
        await until_there(stage, "audience-blurb", 1)
        logs = await asyncio.to_thread(read_logs, stage.bootstrap, tuple(TOPICS))
        everything = await asyncio.to_thread(said_by, stage)
    behaviour = logs.pop(USER_BEHAVIOUR.name)
    past_the_door = [record for record in behaviour if hits(spelled(record))]
    assert len(past_the_door) == len(list(unreadable())) + 1, "what came through the door holds no word of a person"
    found = {(topic, record.offset): hits(spelled(record)) for topic, log in logs.items() for record in log}
    assert {place: words for place, words in found.items() if words} == {}
    assert len(logs["user-behaviour-dlq"]) == len(list(unreadable()))
    assert len(logs["profile"]) == 3
    assert logs["personal-copy"], "nobody was shown anything: nothing personal could be found there"
    assert hits(everything) == []
