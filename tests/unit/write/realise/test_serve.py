"""The realiser as a model: each row has its own answer, and the fingerprint follows the words."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.kinds import Kind
from workers.outcome import Attempt
from workers.plan.brief import Brief, Fact, Limits
from workers.write.prompts.compact import CANARY, COMPACT, NAME, Served, read_canary
from workers.write.realise import serve
from workers.write.realise.serve import answer_prompt, fingerprint

ROOT = Path(__file__).parents[4]
LINEN = Brief("p1", Kind.TITLE, "en-US", (Fact("f", "material", "linen"),), Limits(80))
PROMPT = COMPACT.order(Attempt(LINEN, 3)).prompt


def realise(brief: Brief, attempt: int, avoid: Sequence[str]) -> str:
    return " ".join([f"{brief.product} in {brief.facts[0].value}, {attempt}", *avoid])


def test_a_prompt_is_realised():
    reply = answer_prompt(PROMPT, realise)
    assert (reply.text, reply.finish, reply.status) == ("p1 in linen, 3", "stop", "ok")
    assert (reply.tokens_in, reply.tokens_out) == (1, 4)


def test_tokens_are_words_and_chinese_characters():
    assert answer_prompt(PROMPT, lambda _brief, _attempt, _avoid: "亚麻衬衫 100% 舒适").tokens_out == 7


def test_a_realiser_that_trips_costs_its_own_row_only():
    reply = answer_prompt(PROMPT, lambda _brief, _attempt, _avoid: 1 // 0)
    assert (reply.text, reply.finish, reply.status) == ("", "error", "cannot-realise")


@pytest.mark.parametrize(
    ("prompt", "status"),
    [(b"{", "bad-prompt"), (b"\xff", "bad-prompt"), (b'{"pack":"chat/1"}', "unknown-pack")],
)
def test_what_is_wrong_with_a_row_is_its_status(prompt, status):
    assert answer_prompt(prompt, realise).status == status


@given(st.binary(max_size=200))
def test_no_bytes_raise(prompt):
    assert answer_prompt(prompt, realise).status in {"ok", "bad-prompt", "unknown-pack"}


def test_the_canary_is_answered_with_the_fingerprint():
    assert read_canary(answer_prompt(CANARY, realise).text) == Served(fingerprint(), (NAME,))


@pytest.fixture
def copied(tmp_path, monkeypatch):
    for name in ("schemas", "workers"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(serve, "_ROOT", tmp_path)
    return tmp_path


def test_the_fingerprint_follows_what_decides_the_words_and_nothing_else(copied):
    digest = fingerprint.__wrapped__
    before = digest()
    assert len(before) == 64
    (copied / "workers" / "pipeline.py").write_text("# another one")
    (copied / "workers" / "write" / "realise" / "__pycache__").mkdir()
    (copied / "workers" / "write" / "realise" / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert digest() == before
    seen = {before}
    for name in ("workers/write/realise/new.py", "workers/plan/lexicon/new.json", "schemas/kinds.py"):
        (copied / name).write_text("# something else")
        seen.add(digest())
    (copied / "workers/write/realise/new.py").rename(copied / "workers/write/realise/newer.py")
    seen.add(digest())
    assert len(seen) == 5


def test_the_standard_library_is_all_it_needs():
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); before = set(sys.modules)\n"
        "from workers.write.realise import realise\n"
        "from workers.write.realise.serve import answer_prompt\n"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print(*sorted(new - sys.stdlib_module_names))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(ROOT)], check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == ["schemas", "workers"]
