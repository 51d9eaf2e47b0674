"""`copydesk demo`, as a stranger runs it."""

import os
import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

import workers
from schemas.codec import decode_json
from tests.e2e.demo_visit import Visit, visit
from workers.demo import broken
from workers.entrypoints.demo.users import AFTER_IT, BEFORE_THE_FIT, SHOWN

ROOT = Path(workers.__file__).parents[1]
PRODUCTS = 24
VISIT_SECONDS = 120


@dataclass(frozen=True)
class Shown:
    """What the demonstration printed, what a shopper saw at its page meanwhile, and the folder it made its own in."""

    told: dict
    page: Visit | str
    folder: Path


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """One run for all the tests here; ended as one ends it, with Ctrl-C."""
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "workers", "demo", "--products", str(PRODUCTS), "--json", "--keep"]
    said = folder / "said"
    with said.open("wb") as errors:
        demo = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "TMPDIR": str(folder)}, stdout=subprocess.PIPE, stderr=errors
        )
    try:
        told = _first_line(demo, said)
        # Apart: Playwright's own loop must not be the one that the next test's coroutines find.
        with ThreadPoolExecutor(1) as apart:
            page = apart.submit(_visited, said).result(VISIT_SECONDS)
    finally:
        demo.send_signal(signal.SIGINT)
        code = demo.wait(60)
        demo.stdout.close()
    assert code == 0, said.read_text()
    return Shown(told, page, folder)


def _first_line(demo: subprocess.Popen[bytes], said: Path) -> dict:
    with ThreadPoolExecutor(1) as apart:
        line = apart.submit(demo.stdout.readline).result(280)
    assert line, said.read_text()
    return decode_json(line, 1 << 20)


def _visited(said: Path) -> Visit | str:
    """What was seen, or why nothing was: only the tests of the page go without."""
    address = re.search(r"http://127\.0\.0\.1:\d+/demo/", said.read_text())
    assert address, "the page's address was not printed"
    try:
        return visit(address[0])
    except pytest.skip.Exception as skipped:
        return str(skipped)


@pytest.fixture
def page(run: Shown) -> Visit:
    if isinstance(run.page, str):
        pytest.skip(run.page)
    return run.page


@pytest.fixture
def shown(run: Shown) -> dict:
    return run.told


def test_every_event_has_one_outcome_and_the_audit_proves_it(shown):
    assert shown["events"] == PRODUCTS + len(broken()) + len(shown["story"])
    assert sum(shown["verdicts"].values()) == shown["events"]
    assert shown["audit"]["clean"] is True
    assert shown["audit"]["events"] == shown["events"] + shown["users"]["requests"]
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


def test_users_have_copy_of_their_own_and_the_audit_proves_that_too(shown):
    users = shown["users"]
    assert users["events"] == users["audit"]["events"] == BEFORE_THE_FIT + AFTER_IT
    assert users["audit"]["clean"] is True
    assert 0 < users["blurbs"] <= users["requests"]
    assert users["audiences"]
    assert len(users["shown"]) == SHOWN
    assert all(answer["personal"] and answer["items"] for answer in users["shown"])
    levels = {item["level"] for answer in users["shown"] for item in answer["items"]}
    assert levels & {"personal-blurb", "audience-blurb"}


def test_a_shopper_sees_other_words_after_what_they_did(page):
    assert page.before
    assert page.after
    assert page.after != page.before
    assert "Verdict" in page.steps
    assert page.clean
    print(f"from a click to other words in the widget: {page.seconds:.2f} s")


def test_nothing_is_left_of_it(run):
    assert list(run.folder.glob("copydesk-*")) == []
    marks = [" ".join([*one.info["cmdline"], one.info["cwd"] or ""]) for one in _processes()]
    assert [mark for mark in marks if str(run.folder) in mark] == []


def _processes() -> list[psutil.Process]:
    return [one for one in psutil.process_iter(["cmdline", "cwd"]) if one.info["cmdline"]]
