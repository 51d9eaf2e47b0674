import os
from pathlib import Path

import pytest

from workers.embedded.component import State
from workers.embedded.folder import (
    DataFolder,
    PlatformState,
    ProcessEntry,
    cache_folder,
    data_folder,
    own_identity,
)
from workers.embedded.platform import ephemeral_folder
from workers.errors import Fatal


def test_a_second_holder_is_told_the_pid_of_the_first(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    with (
        folder.held(),
        pytest.raises(Fatal, match=f"held by pid {os.getpid()}.*copydesk down"),
        folder.held(),
    ):
        pass
    with folder.held():
        assert folder.read().state == "down"


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    process = ProcessEntry(name="kafka", state=State.READY, pid=1, started=2.5, restarts=3, log="kafka.log")
    state = PlatformState(state="up", pid=4, started=5.5, ports={"kafka": 9092}, processes=(process,))
    folder.write(state)
    assert folder.read() == state


def test_a_platform_whose_supervisor_was_killed_is_down(tmp_path: Path) -> None:
    pid, started = own_identity()
    folder = DataFolder(tmp_path)
    folder.write(PlatformState(state="up", pid=pid, started=started, ports={"kafka": 9092}))
    assert folder.current().state == "up"
    folder.write(PlatformState(state="up", pid=pid, started=started - 1, ports={"kafka": 9092}))
    assert (folder.current().state, folder.current().pid, folder.current().ports) == (
        "down",
        0,
        {"kafka": 9092},
    )


def test_a_state_that_cannot_be_understood_is_named(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_text('{"state": "up"')
    with pytest.raises(Fatal, match=r"state-unreadable.*state\.json"):
        DataFolder(tmp_path).read()


def test_a_folder_of_another_version_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "version").write_text("2")
    (tmp_path / "state.json").write_text('{"nobody": "knows"}')
    with (
        pytest.raises(Fatal, match=r"data-folder-version.*folder schema 2, ours is 1"),
        DataFolder(tmp_path).held(),
    ):
        pass


def test_too_little_room_stops_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workers.embedded.folder.ROOM_BYTES", 1 << 62)
    with pytest.raises(Fatal, match="disk-full"), DataFolder(tmp_path).held():
        pass


def test_an_ephemeral_folder_goes_with_its_platform() -> None:
    with ephemeral_folder() as path:
        (path / "kafka").mkdir()
        (path / "kafka" / "data").write_text("x")
    assert not path.exists()


def test_ephemeral_folders_of_killed_platforms_go_too_but_not_those_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workers.embedded.platform.tempfile.tempdir", str(tmp_path))
    with ephemeral_folder() as used, DataFolder(used).held():
        left = tmp_path / "copydesk-ephemeral-left"
        with DataFolder(left).held():
            pass
        fresh = tmp_path / "copydesk-ephemeral-fresh"
        fresh.mkdir()
        with ephemeral_folder():
            assert (used.exists(), left.exists(), fresh.exists()) == (True, False, True)


@pytest.mark.parametrize(
    ("environment", "cache", "data"),
    [
        ({"HOME": "/home/ada"}, "/home/ada/.cache/copydesk", "/home/ada/.local/share/copydesk/default"),
        ({"HOME": "/h", "XDG_CACHE_HOME": "/c", "XDG_DATA_HOME": "/d"}, "/c/copydesk", "/d/copydesk/default"),
    ],
)
def test_folders_are_where_the_user_keeps_such_things(environment: dict[str, str], cache: str, data: str) -> None:
    assert (str(cache_folder(environment)), str(data_folder(environment))) == (cache, data)
