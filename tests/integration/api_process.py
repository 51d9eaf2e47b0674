"""`copydesk api` as a process, somebody who reads its streams, and records as the owners send them."""

import asyncio
import contextlib
import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.codec import decode_json, encode
from schemas.topics import AUDIENCE_BLURB, CATALOGUE, PERSONAL_COPY, PRODUCT_COPY
from tests.integration.table_world import fill
from tests.unit.web.shelf_double import (
    NAME_FACT,
    USER,
    audience_blurb,
    catalogue_entry,
    personal_copy,
    product_copy,
)
from workers.outcome import Record

PARTITIONS = 3
WITHIN = 30.0
PROMPT = 5.0


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

    def ask(self, path: str, body: bytes | None = None, **headers: str) -> tuple[int, dict, dict]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WITHIN)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET" if body is None else "POST", path, body, headers=named)
            response = connection.getresponse()
            body = response.read()
            told = {name.lower(): value for name, value in response.getheaders()}
            return response.status, told, decode_json(body, 1 << 20) if body[:1] == b"{" else {}
        finally:
            connection.close()

    def copy(self, product: str, locale: str = "en-GB", **headers: str) -> tuple[int, dict, dict]:
        return self.ask(f"/v1/products/{product}/copy?locale={locale}", **headers)

    def items(self, user: str = USER) -> list[dict]:
        return self.ask(f"/v1/users/{user}/blurbs?locale=en-GB")[2].get("items", [])

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


class Stream:
    """A reader of updates."""

    def __init__(self, side: Process, path: str = "/v1/events", **headers: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", side.port, timeout=WITHIN)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._connection.request("GET", path, headers=named)
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


def send(bootstrap: str, *records: Record) -> None:
    asyncio.run(fill(bootstrap, records))


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


def picked(edition: int, *picks: dict, gone: bool = False) -> Record:
    value = None if gone else encode(personal_copy(USER, edition, picks))
    return of_table(PERSONAL_COPY.name, USER.encode(), value, edition)


def blurbed(product: str, edition: int, text: str | None) -> Record:
    value = None if text is None else encode(audience_blurb(product, edition, text, "kitchen", "en-GB"))
    return of_table(AUDIENCE_BLURB.name, f"{product} kitchen en-GB".encode(), value, edition)
