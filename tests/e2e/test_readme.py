"""Every command of the README, in its order, as a reader would type them."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
ELSEWHERE = {
    "make demo\n": "tests/e2e/test_demo.py",
    "make test\n": "the command that runs this test",
}
WITHIN = 180


@pytest.fixture(scope="module")
def reader(tmp_path_factory) -> Iterator[dict[str, str]]:
    """A reader's environment: a home of their own for the platform's data; nothing is left running."""
    home = tmp_path_factory.mktemp("reader")
    environment = {**os.environ, "XDG_DATA_HOME": str(home), "PATH": f"{ROOT}/.venv/bin:{os.environ['PATH']}"}
    yield environment
    subprocess.run(["copydesk", "down"], env=environment, check=False, capture_output=True, timeout=WITHIN)


def test_the_readme_has_commands() -> None:
    assert len(BLOCKS) >= 8
    assert all(block in BLOCKS for block in ELSEWHERE)


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.timeout(600)
def test_every_command_does_what_the_readme_says(reader) -> None:
    said = {}
    for block in BLOCKS:
        if block in ELSEWHERE:
            continue
        if block.startswith("kcat") and shutil.which("kcat") is None:
            print("SKIPPED: kcat is not installed; its block of the README was not run")
            continue
        done = subprocess.run(
            ["bash", "-eu", "-c", block],
            env=reader,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=WITHIN,
            check=False,
        )
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
        said[block] = done.stdout
    everything = "\n".join(said.values())
    assert "Harrow Mug" in everything
    assert "马克杯" in everything
    assert everything.count("clean: each of") == 3
