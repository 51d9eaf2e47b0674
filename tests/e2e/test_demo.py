"""`copydesk demo`, as a stranger runs it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

import workers
from schemas.codec import decode_json
from workers.demo import broken

ROOT = Path(workers.__file__).parents[1]
PRODUCTS = 12


@dataclass(frozen=True)
class Shown:
    """What the demonstration printed, and the folder in which it made its own."""

    told: dict
    folder: Path


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """One run for all the tests here."""
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "workers", "demo", "--products", str(PRODUCTS), "--json"]
    environment = {**os.environ, "TMPDIR": str(folder)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=280, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return Shown(decode_json(done.stdout, 1 << 20), folder)


@pytest.fixture
def shown(run: Shown) -> dict:
    return run.told


def test_every_event_has_one_outcome_and_the_audit_proves_it(shown):
    assert shown["events"] == PRODUCTS + len(broken()) + len(shown["story"])
    assert sum(shown["verdicts"].values()) == shown["events"]
    assert shown["audit"]["clean"] is True
    assert shown["audit"]["events"] == shown["events"]
    assert (shown["audit"]["repeats"], shown["audit"]["waiting"]) == (0, 0)


def test_each_broken_record_gets_its_own_reason(shown):
    expected: dict[str, int] = {}
    for event in broken():
        expected[event.expect] = expected.get(event.expect, 0) + 1
    assert shown["dead_letters"] == expected


def test_the_copy_was_written_by_the_model(shown):
    assert shown["verdicts"]["published"] >= PRODUCTS
    assert shown["model_calls"] >= 5 * PRODUCTS
    assert 0 < shown["p50_ms"] <= shown["p99_ms"]


def test_nothing_is_left_of_it(run):
    assert list(run.folder.glob("copydesk-*")) == []
    marks = [" ".join([*one.info["cmdline"], one.info["cwd"] or ""]) for one in _processes()]
    assert [mark for mark in marks if str(run.folder) in mark] == []


def _processes() -> list[psutil.Process]:
    return [one for one in psutil.process_iter(["cmdline", "cwd"]) if one.info["cmdline"]]
