"""Asks the read side again and again, and reads beside it what stands on the topics: each with its moment.

A stranger's eyes: the standard library's HTTP client, the position token read by hand.
"""

import http.client
import json
import threading
import time
from base64 import urlsafe_b64decode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

from tests.faults.topic_log import LogRecord, Unreadable, tail_of

EVERY = 0.05
PATIENCE = 3.0
"""For an answer: who is stopped gives none, and the others wait for this one."""
CATALOGUE, COPY, PERSONAL, BLURB = TOPICS = ("catalogue", "product-copy", "personal-copy", "audience-blurb")


class Subject(NamedTuple):
    """Of what is asked: `product` or `user`, and which."""

    kind: str
    key: str

    @property
    def path(self) -> str:
        return f"/v1/products/{self.key}/copy" if self.kind == "product" else f"/v1/users/{self.key}/blurbs"


class Poll(NamedTuple):
    """One answer. `status` 0: there was none. `position`: the edition in its token; -1 = it has none."""

    subject: Subject
    sent_ms: float
    got_ms: float
    status: int
    position: int
    body: Mapping[str, Any]

    @property
    def reached_ms(self) -> float:
        """Everything that stood in the log then must be in the answer: the answer says so itself, by its age."""
        # It is rounded to a millisecond, and the clock behind it to another.
        return self.sent_ms - float(self.body["age_seconds"]) * 1000 - 2


class Seen(NamedTuple):
    """A record, and when it had been read."""

    record: LogRecord
    at_ms: float


class Poller:
    """One connection, one question after another."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._connection: http.client.HTTPConnection | None = None

    def ask(self, subject: Subject) -> Poll:
        """The answer; a connection that broke is another one next time."""
        sent_ms = _now_ms()
        try:
            if self._connection is None:
                self._connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
            self._connection.request("GET", subject.path)
            response = self._connection.getresponse()
            body = json.loads(response.read())
        except (OSError, http.client.HTTPException, ValueError):
            self.close()
            return Poll(subject, sent_ms, _now_ms(), 0, -1, {})
        position = edition_in(response.headers.get("copydesk-position", ""))
        return Poll(subject, sent_ms, _now_ms(), response.status, position, body)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class Watching:
    """What was answered and what was read so far; both grow while the block runs."""

    def __init__(self) -> None:
        self.polls: list[Poll] = []
        self.seen: list[Seen] = []
        self.ended = threading.Event()

    def last(self, subject: Subject) -> Poll | None:
        """The last answer about a subject that was one."""
        return next((poll for poll in reversed(self.polls) if poll.subject == subject and poll.status), None)


@contextmanager
def watching(bootstrap: str, port: int, subjects: Sequence[Subject]) -> Iterator[Watching]:
    """Two threads: one asks, one reads."""
    watch = Watching()
    threads = (
        threading.Thread(target=_poll, args=(watch, port, subjects), daemon=True),
        threading.Thread(target=_read, args=(watch, bootstrap), daemon=True),
    )
    for thread in threads:
        thread.start()
    try:
        yield watch
    finally:
        watch.ended.set()
        for thread in threads:
            thread.join(10)


def edition_in(token: str) -> int:
    """`1:<partition>:<edition>`, in base64 without its filling; -1 where there is no token."""
    if not token:
        return -1
    return int(urlsafe_b64decode(token + "=" * (-len(token) % 4)).split(b":")[2])


def _poll(watch: Watching, port: int, subjects: Sequence[Subject]) -> None:
    poller = Poller(port)
    while not watch.ended.is_set():
        for subject in subjects:
            watch.polls.append(poller.ask(subject))
        watch.ended.wait(EVERY)
    poller.close()


def _read(watch: Watching, bootstrap: str) -> None:
    with tail_of(bootstrap, TOPICS) as tail:
        while not watch.ended.is_set():
            with suppress(Unreadable):
                for record in tail.read():
                    watch.seen.append(Seen(record, _now_ms()))
            watch.ended.wait(EVERY)


def _now_ms() -> float:
    return time.time() * 1000
