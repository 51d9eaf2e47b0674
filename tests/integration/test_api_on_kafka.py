"""The read side as a process of its own, on a real broker: what lands on the topics is answered, over every restart."""

import asyncio
import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from schemas.codec import decode_json, encode
from schemas.topics import CATALOGUE, PRODUCT_COPY
from tests.integration.table_world import fill
from tests.platform import running_kafka
from tests.unit.web.shelf_double import NAME_FACT, catalogue_entry, product_copy
from workers.adapters.clock import SystemClock
from workers.adapters.kafka_admin import connect
from workers.adapters.kafka_topics import apply
from workers.outcome import Record

pytestmark = pytest.mark.kafka

PARTITIONS = 3
WITHIN = 30.0
PROMPT = 5.0
KEY = "a-key-of-a-shop"


@pytest.fixture(scope="module")
def broker() -> Iterator[str]:
    with running_kafka() as kafka:
        asyncio.run(_topics(kafka.bootstrap))
        yield kafka.bootstrap


async def _topics(bootstrap: str) -> None:
    async with connect(bootstrap) as admin:
        await apply(admin, [CATALOGUE, PRODUCT_COPY], PARTITIONS, 1, SystemClock())


def send(bootstrap: str, *records: Record) -> None:
    asyncio.run(fill(bootstrap, records))


class Process:
    """`copydesk api`, and what it says."""

    def __init__(self, bootstrap: str, folder: Path, **settings: str) -> None:
        # No proxy: it would stand between a client and loopback.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("COPYDESK_")}
        environment |= {"COPYDESK_KAFKA__BOOTSTRAP": bootstrap, "COPYDESK_DATA_DIR": str(folder), **settings}
        argv = [sys.executable, "-m", "workers", "api", "--port", "0"]
        self.began = time.monotonic()
        self.process = subprocess.Popen(argv, env=environment, stderr=subprocess.PIPE)
        self.lines: list[dict] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.port = int(until(lambda: self.told("api_listening"))[0]["port"])

    def _read(self) -> None:
        for line in self.process.stderr:
            with contextlib.suppress(Exception):
                self.lines.append(decode_json(line, 1 << 20))

    def told(self, event: str) -> list[dict]:
        return [line for line in self.lines if line.get("event") == event]

    def ask(self, path: str, **headers: str) -> tuple[int, dict, dict]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WITHIN)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers=named)
            response = connection.getresponse()
            body = response.read()
            told = {name.lower(): value for name, value in response.getheaders()}
            return response.status, told, decode_json(body, 1 << 20) if body[:1] == b"{" else {}
        finally:
            connection.close()

    def copy(self, product: str, locale: str = "en-GB", **headers: str) -> tuple[int, dict, dict]:
        return self.ask(f"/v1/products/{product}/copy?locale={locale}", **headers)

    def kill(self) -> None:
        self.process.kill()
        self._ended()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self._ended()

    def _ended(self) -> int:
        code = self.process.wait(WITHIN)
        self._reader.join(WITHIN)
        self.process.stderr.close()
        return code


@contextlib.contextmanager
def api(bootstrap: str, folder: Path, **settings: str) -> Iterator[Process]:
    process = Process(bootstrap, folder, **settings)
    try:
        yield process
    finally:
        if process.process.poll() is None:
            process.kill()


def until(told, within=WITHIN):
    ends = time.monotonic() + within
    while time.monotonic() < ends:
        found = told()
        if found:
            return found
        time.sleep(0.02)
    pytest.fail(f"not within {within} s")
    return None


def of_table(topic: str, key: bytes, value: bytes | None, edition: int) -> Record:
    headers = (("copydesk-edition", b"%d" % edition), ("copydesk-sender", b"owner"))
    return Record(topic, sum(key.partition(b" ")[0]) % PARTITIONS, key, value, headers, edition)


def listed(product: str, edition: int, *, is_listed: bool = True, locales: tuple[str, ...] = ("en-GB",)) -> Record:
    facts = ({"id": NAME_FACT, "name": "name", "value": f"the name of {product}"},) if is_listed else ()
    entry = catalogue_entry(product, edition, listed=is_listed, locales=locales if is_listed else (), facts=facts)
    return of_table(CATALOGUE.name, product.encode(), encode(entry), edition)


def written(product: str, edition: int, locale: str = "en-GB") -> Record:
    value = encode(product_copy(product, locale, edition, f"edition {edition}"))
    return of_table(PRODUCT_COPY.name, f"{product} {locale}".encode(), value, edition)


def withdrawn(product: str, edition: int, locale: str = "en-GB") -> Record:
    return of_table(PRODUCT_COPY.name, f"{product} {locale}".encode(), None, edition)


def test_what_lands_on_the_topics_is_answered_and_what_is_delisted_is_gone(broker, tmp_path):
    with api(broker, tmp_path) as side:
        until(lambda: side.ask("/readyz")[0] == 200)
        assert side.copy("shirt")[0] == 404

        send(broker, listed("shirt", 10))
        until(lambda: side.copy("shirt")[0] == 200, PROMPT)
        assert side.copy("shirt")[2]["kinds"]["title"]["text"] == "the name of shirt"

        send(broker, written("shirt", 11))
        until(lambda: side.copy("shirt")[2]["level"] == "product-copy", PROMPT)
        _, headers, copy = side.copy("shirt", "en-US")
        assert (copy["edition"], copy["match"], copy["stale"]) == (11, "language", False)
        assert copy["age_seconds"] < PROMPT
        assert side.copy("shirt", "en-US", if_none_match=headers["etag"])[0] == 304

        waited = side.copy("shirt", copydesk_wait_for=headers["copydesk-position"])
        assert waited[2]["stale"] is False

        send(broker, withdrawn("shirt", 12))
        until(lambda: side.copy("shirt")[2]["level"] == "product-name", PROMPT)

        # Delisted: its copy is still there, and must not be shown.
        send(broker, written("shirt", 13))
        until(lambda: side.copy("shirt")[2]["level"] == "product-copy", PROMPT)
        send(broker, listed("shirt", 14, is_listed=False))
        until(lambda: side.copy("shirt")[0] == 404, PROMPT)

        assert side.ask("/healthz")[0] == 200
        assert side.ask("/metrics")[0] == 200
        assert set(side.ask("/v1/openapi.json")[2]["paths"]) > {"/v1/events"}
        assert side.told("api_without_keys")
        assert side.stop() == 0


def test_a_killed_process_serves_from_disk_at_once_and_says_how_old_that_is(broker, tmp_path):
    send(broker, listed("lamp", 10), written("lamp", 11))
    with api(broker, tmp_path) as side:
        until(lambda: side.copy("lamp")[0] == 200)
        side.kill()
    time.sleep(1.5)
    # A port where nobody listens: the broker is away, and the shop's pages are not to be blank for that.
    with socket.create_server(("127.0.0.1", 0)) as reserved:
        nobody = f"127.0.0.1:{reserved.getsockname()[1]}"
    with api(nobody, tmp_path) as side:
        status, _, copy = side.copy("lamp")
        assert (status, copy["edition"]) == (200, 11)
        assert copy["age_seconds"] > 1.5
        older = until(lambda: side.copy("lamp")[2]["age_seconds"] > 7 and side.copy("lamp")[2])
        assert older["edition"] == 11
        assert side.ask("/readyz")[0] == 503
        assert side.ask("/healthz")[0] == 200
        assert side.stop() == 0
    send(broker, written("lamp", 12))
    with api(broker, tmp_path) as side:
        assert side.copy("lamp")[0] == 200
        until(lambda: side.copy("lamp")[2]["edition"] == 12)
        until(lambda: side.copy("lamp")[2]["age_seconds"] < PROMPT)
        assert side.stop() == 0


class Stream:
    """A reader of updates."""

    def __init__(self, side: Process, **headers: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", side.port, timeout=WITHIN)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._connection.request("GET", "/v1/events", headers=named)
        self._response = self._connection.getresponse()
        assert self._response.status == 200

    def next(self) -> tuple[str, dict]:
        """The id and the data of the next update."""
        identity = ""
        while line := self._response.readline():
            name, _, value = line.decode().strip().partition(": ")
            if name == "id":
                identity = value
            elif name == "data":
                return identity, decode_json(value.encode(), 1 << 20)
        pytest.fail("the stream has ended")
        return "", {}

    def rest(self) -> bytes:
        return self._response.read()

    def close(self) -> None:
        self._connection.close()


def test_updates_are_told_and_told_again_to_who_comes_back(broker, tmp_path):
    with api(broker, tmp_path) as side:
        until(lambda: side.ask("/readyz")[0] == 200)
        stream = Stream(side)
        send(broker, listed("vase", 10), written("vase", 11))
        first, data = stream.next()
        assert data == {"product": "vase", "locale": "en-GB", "edition": 11, "withdrawn": False}
        stream.close()
        send(broker, written("vase", 12), withdrawn("vase", 13))
        until(lambda: side.copy("vase")[2]["level"] == "product-name", PROMPT)
        again = Stream(side, last_event_id=first)
        # What is told is what the store holds when it is told: the second record may have come with the first.
        missed = [again.next(), again.next()]
        assert missed[-1][1] == {"product": "vase", "locale": "en-GB", "edition": 13, "withdrawn": True}
        began = time.monotonic()
        assert side.stop() == 0
        assert time.monotonic() - began < PROMPT
        assert again.rest() is not None
        again.close()


def test_with_keys_only_who_has_one_is_answered_and_no_key_is_logged(broker, tmp_path):
    send(broker, listed("desk", 10))
    hashes = f'["{sha256(KEY.encode()).hexdigest()}"]'
    with api(broker, tmp_path, COPYDESK_API__KEY_HASHES=hashes) as side:
        until(lambda: side.copy("desk", authorization=f"Bearer {KEY}")[0] == 200)
        status, headers, problem = side.copy("desk")
        assert (status, headers["content-type"]) == (401, "application/problem+json")
        assert problem["type"] == "urn:copydesk:problem:no-key"
        assert side.copy("desk", authorization="Bearer wrong")[0] == 401
        assert not side.told("api_without_keys")
        assert side.stop() == 0
        assert KEY not in str(side.lines)


def test_beyond_loopback_nothing_is_served_without_keys(broker, tmp_path):
    environment = {**os.environ, "COPYDESK_KAFKA__BOOTSTRAP": broker, "COPYDESK_DATA_DIR": str(tmp_path)}
    argv = [sys.executable, "-m", "workers", "api", "--host", "0.0.0.0"]  # noqa: S104  it must be refused
    ended = subprocess.run(argv, env=environment, capture_output=True, timeout=WITHIN, check=False)
    assert ended.returncode == 1
    assert b"no-api-keys" in ended.stderr
