import sys
from pathlib import Path

import pytest

from workers.embedded import triton_home
from workers.embedded.triton_home import find_python
from workers.embedded.wheels import Requirements, build_once, install
from workers.errors import Fatal, Transient


def test_a_folder_is_built_once(tmp_path: Path) -> None:
    built: list[Path] = []

    def build(draft: Path) -> None:
        built.append(draft)
        (draft / "package").touch()

    final = tmp_path / "cache" / "java"
    assert build_once(final, build) == build_once(final, build) == final
    assert (final / "package").exists()
    assert len(built) == 1


def test_a_build_that_fails_leaves_nothing_that_looks_done(tmp_path: Path) -> None:
    def build(draft: Path) -> None:
        (draft / "half").touch()
        raise Transient("pip-failed")

    with pytest.raises(Transient):
        build_once(tmp_path / "cache" / "java", build)
    assert list((tmp_path / "cache").iterdir()) == []


def test_the_quicker_of_two_builds_wins(tmp_path: Path) -> None:
    final = tmp_path / "java"

    def build(draft: Path) -> None:
        (draft / "slow").touch()
        final.mkdir()
        (final / "quick").touch()

    build_once(final, build)
    assert [path.name for path in final.iterdir()] == ["quick"]
    assert [path.name for path in tmp_path.iterdir()] == ["java"]


def test_a_missing_lock_is_named(tmp_path: Path) -> None:
    with pytest.raises(Fatal, match=r"requirements-unreadable.*triton\.txt"):
        Requirements(tmp_path / "triton.txt").digest()


def test_a_requirement_without_a_hash_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lock.txt").write_text("numpy==1.26.4\n")
    with pytest.raises(Transient, match=r"(?is)lock\.txt.*hash"):
        install(Path(sys.executable), Requirements(tmp_path / "lock.txt"), ("--target", str(tmp_path / "x")), {})


def fake_python(path: Path, says: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{says}'\n")
    path.chmod(0o755)


def test_a_python_of_the_right_version_with_its_library_is_found_on_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(triton_home.sys, "base_prefix", str(tmp_path / "none"))
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "libpython3.12.so.1.0").touch()
    fake_python(tmp_path / "a" / "python3.11", f"3|11|{tmp_path}/lib|libpython3.11.so.1.0")
    fake_python(tmp_path / "b" / "python3.12", f"3|12|{tmp_path}/lib|libpython3.12.so.1.0")
    found = find_python({"PATH": f"{tmp_path}/a:{tmp_path}/b"})
    assert found
    assert (found.path, found.version) == (tmp_path / "b" / "python3.12", (3, 12))
    assert find_python({"PATH": f"{tmp_path}/a"}) is None
