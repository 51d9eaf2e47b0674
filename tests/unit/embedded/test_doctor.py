import shutil
from pathlib import Path

import pytest

from workers.embedded import doctor, java
from workers.embedded.doctor import Machine, examine
from workers.embedded.finding import Finding, Mark
from workers.embedded.folder import DataFolder, PlatformState, own_identity
from workers.embedded.jars import folder_of, read_lock


def found(machine: Machine) -> dict[str, Finding]:
    return {finding.name: finding for finding in examine(machine)}


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine with nothing on PATH and nothing fetched."""
    monkeypatch.setattr(java.importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(doctor.triton_home.sys, "base_prefix", str(tmp_path / "none"))
    return Machine({"PATH": str(tmp_path)}, tmp_path / "cache", tmp_path / "data")


def test_what_the_first_start_fetches_is_no_fault(bare: Machine) -> None:
    findings = found(bare)
    assert (findings["java"].mark, findings["kafka"].mark) == (Mark.FETCH, Mark.FETCH)
    assert findings["kafka"].found.startswith("0 of 45 jars of 4.4.0")
    assert not bare.cache.exists()


def test_a_missing_python_for_triton_is_bad_and_names_the_remedy(bare: Machine) -> None:
    finding = found(bare)["triton python"]
    assert finding.mark is Mark.BAD
    assert "apt install" in finding.fix


def test_every_bad_finding_has_a_remedy(bare: Machine) -> None:
    assert [finding.name for finding in examine(bare) if finding.mark is Mark.BAD and not finding.fix] == []


def test_a_jar_that_differs_is_bad(bare: Machine) -> None:
    lock = read_lock()
    folder = folder_of(lock, bare.cache)
    folder.mkdir(parents=True)
    for jar in lock.jars:
        (folder / jar.file_name).write_bytes(b"not this")
    finding = found(bare)["kafka"]
    assert (finding.mark, "kafka-raft-4.4.0.jar has 8 bytes" in finding.found) == (Mark.BAD, True)


def test_a_kafka_of_the_users_own_is_counted_not_checked(bare: Machine, tmp_path: Path) -> None:
    (tmp_path / "own" / "libs").mkdir(parents=True)
    own = Machine({**bare.environment, "KAFKA_HOME": str(tmp_path / "own")}, bare.cache, bare.data)
    assert found(own)["kafka"].mark is Mark.BAD
    (tmp_path / "own" / "libs" / "kafka.jar").touch()
    assert found(own)["kafka"].found == f"1 jars of KAFKA_HOME={tmp_path / 'own'}, not checked"


def test_too_little_room_is_bad(bare: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(bare.cache.parent)
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _path: usage._replace(free=100 << 20))
    assert (found(bare)["cache"].mark, found(bare)["data folder"].mark) == (Mark.BAD, Mark.BAD)


def test_a_running_platform_is_told_with_its_pid(bare: Machine) -> None:
    pid, started = own_identity()
    folder = DataFolder(bare.data)
    folder.made()
    folder.write(PlatformState(state="up", pid=pid, started=started, ports={"kafka": 9092}))
    findings = found(bare)
    assert findings["platform"].found == f"up, pid {pid}"
    assert "ports" not in findings
