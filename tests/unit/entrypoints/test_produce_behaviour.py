"""`copydesk produce behaviour`: its errors, its summary, and how it goes on after a stop."""

from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from typer.testing import CliRunner

from schemas.codec import decode, decode_json, encode_json
from schemas.inbound_users import UserBehaviour
from schemas.topics import USER_BEHAVIOUR
from tests.doubles import ManualClock
from tests.unit.entrypoints.behaviour_rows import AT, KEYS, SECRET, VARIABLE, segment
from workers.entrypoints.cli import app
from workers.entrypoints.produce import run as produce_run
from workers.entrypoints.produce.behaviour.files import source_of
from workers.entrypoints.produce.run import BEHAVIOUR, Sending
from workers.entrypoints.produce.shop import simulated
from workers.errors import Exit
from workers.settings import Kafka

SESSION_LINE = f'{{"session": 1, "events": [{{"aid": 7, "ts": {AT}, "type": "clicks"}}]}}'


@pytest.fixture
def file(tmp_path, monkeypatch):
    # No keys of a platform that its developer runs.
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def run(*arguments: str):
    return CliRunner().invoke(app, ["produce", "behaviour", *arguments])


@pytest.mark.parametrize(
    "value",
    ['{{"1": "{0}"', "{0}", '["{0}"]', '{{"0": "{0}"}}', '{{"one": "{0}"}}', '{{"{0}": "1"}}', '{{"1": {{"{0}": 1}}}}'],
)
def test_a_bad_setting_is_told_without_the_secret(monkeypatch, file, value):
    monkeypatch.setenv(VARIABLE, value.format(SECRET))
    result = run(str(file("a.jsonl", "")), "--format", "jsonl")
    assert result.exit_code == Exit.USAGE
    assert result.stderr.startswith("bad-setting: ")
    assert SECRET not in result.output + repr(result.exception)


def test_without_a_key_nothing_is_sent_and_the_fix_is_said(file, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    result = run(str(file("a.jsonl", SESSION_LINE)), "--format", "otto")
    assert result.exit_code == Exit.USAGE
    assert result.stderr.startswith("no-pseudonym-key: ")
    assert "secrets.token_hex(32)" in result.stderr


def test_a_dry_run_shows_the_first_event(file, monkeypatch):
    monkeypatch.setenv(VARIABLE, encode_json({"1": SECRET}).decode())
    path = file("a.jsonl", '{"session": 1}\n' + SESSION_LINE)
    result = run(str(path), "--format", "otto", "--dry-run")
    assert result.exit_code == 0
    shown = decode(result.stdout.encode(), UserBehaviour, 99_999)
    assert (shown.action, shown.user) == ("viewed", KEYS.pseudonym("1"))
    assert result.stderr.startswith("line 1: missing-field: ")


class Broker:
    """Confirms batches until it is told to fail."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.sent = 0
        self.items = []

    async def send(self, items) -> None:
        if self.sent + len(items) > self.most:
            raise OSError("gone")
        self.items += items
        self.sent += len(items)


@pytest.fixture
def broker(monkeypatch):
    def put(most: int) -> Broker:
        found = Broker(most)

        @asynccontextmanager
        async def feeder(_kafka, topic, event_type, _clock):
            assert (topic, event_type) == (USER_BEHAVIOUR, "user-behaviour/1")
            yield found

        monkeypatch.setattr(produce_run, "feeder", feeder)
        monkeypatch.setattr("workers.entrypoints.feeding.BATCH", 1)
        return found

    return put


def sessions(*sizes: int) -> str:
    event = f'{{"aid": 7, "ts": {AT}, "type": "clicks"}}'
    return "\n".join(f'{{"session": {n}, "events": [{", ".join([event] * size)}]}}' for n, size in enumerate(sizes))


async def sent(source, skip: int) -> Sending:
    sending = Sending(BEHAVIOUR, source.records(), skip)
    with suppress(OSError):
        await sending.run(Kafka(), ManualClock(), 0, lambda _: None)
    return sending


@pytest.mark.parametrize(("most", "skip"), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (9, 4)])
async def test_a_stop_goes_on_at_the_record_that_was_not_done(file, broker, most, skip):
    source = source_of(file("a.jsonl", sessions(2, 2, 0, 1)), "otto", KEYS)
    stopped = broker(most)
    first = await sent(source, 0)
    assert (first.row, first.confirmed) == (skip, min(most, 5))
    again = broker(99)
    second = await sent(source, first.row)
    assert second.row == 4
    keyed = {decode(value, UserBehaviour, 99_999).id: key for key, value in stopped.items + again.items}
    assert len(keyed) == 5
    assert set(keyed.values()) == {KEYS.pseudonym(str(n)).encode() for n in (0, 1, 3)}


def test_a_summary_tells_what_was_not_sent_and_fails_for_it(file, broker, monkeypatch):
    monkeypatch.setenv(VARIABLE, encode_json({"1": SECRET}).decode())
    broker(99)
    lines = [
        encode_json(item).decode() for item in (segment(), segment("Cart Viewed"), segment(userId=" ", anonymousId=""))
    ]
    path = file("a.jsonl", "\n".join(lines))
    told = run(str(path), "--format", "segment", "--json")
    assert told.exit_code == Exit.FAILED
    assert decode_json(told.stdout.encode(), 99_999) == {
        "sent": 1, "bad": {"missing-field": 1}, "changed": {}, "next_skip": 3, "left_out": {"not-a-behaviour": 1},
    }  # fmt: skip
    broker(99)
    shown = run(str(path), "--format", "segment")
    assert "1 left out: not-a-behaviour" in shown.stdout
    assert "line 3: it has no `userId`" in shown.stdout
    broker(99)
    path.write_text(lines[0])
    assert run(str(path), "--format", "segment").exit_code == 0


def test_a_simulated_shop_is_sent_like_any_file_and_its_last_event_is_about_now() -> None:
    now_ms = 1_790_000_000_000
    sent = [record for (record,) in simulated(users=50, seed=3, count=400, now_ms=now_ms)]
    again = [record for (record,) in simulated(users=50, seed=3, count=400, now_ms=now_ms)]
    assert sent == again
    assert all(record.key == record.event.user for record in sent)
    times = sorted(record.event.at_ms for record in sent)
    assert now_ms - 12 * 3_600_000 < times[len(times) // 2] < now_ms
