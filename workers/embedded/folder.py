"""The data folder of one platform: who holds it, what it remembers, whether there is room."""

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from workers.embedded.component import State, Status
from workers.embedded.process import is_running, started_at
from workers.errors import Fatal

SCHEMA: Final = 1
ROOM_BYTES: Final = 1 << 30


class ProcessEntry(BaseModel):
    """One process, as `status --json` shows it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    state: State
    pid: int
    started: float
    restarts: int
    log: str


class KafkaEntry(BaseModel):
    """How to reach the broker."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bootstrap: str = ""
    version: str = ""


class TritonEntry(BaseModel):
    """How to reach the model server: host:port each."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    grpc: str = ""
    metrics: str = ""


class PlatformState(BaseModel):
    """All that `status --json` prints, and what the next start remembers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    state: str = "down"
    pid: int = 0
    started: float = 0.0
    data_dir: str = ""
    kafka: KafkaEntry = KafkaEntry()
    triton: TritonEntry = TritonEntry()
    ports: dict[str, int] = Field(default_factory=dict)
    processes: tuple[ProcessEntry, ...] = ()
    failure: str = ""


def cache_folder(environment: Mapping[str, str]) -> Path:
    """Where what was fetched is kept: the user's cache folder."""
    home = Path(environment.get("HOME") or Path.home())
    return Path(environment.get("XDG_CACHE_HOME") or home / ".cache") / "copydesk"


def data_folder(environment: Mapping[str, str], name: str = "default") -> Path:
    """Where a platform keeps its data unless told otherwise."""
    home = Path(environment.get("HOME") or Path.home())
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / "copydesk" / name


class DataFolder:
    """A folder and what lies in it."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()

    @property
    def logs(self) -> Path:
        return self.path / "logs"

    def made(self) -> Path:
        """Its absolute path, after making it."""
        self.path.mkdir(parents=True, exist_ok=True)
        return self.path

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the folder for this process. Raises `Fatal` with the holder's pid, or for lack of room."""
        self.made()
        self._check_room()
        with (self.path / "lock").open("a+") as lock:
            try:
                # The kernel lets go when the holder dies, however it dies.
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                lock.seek(0)
                raise Fatal(
                    "data-folder-held",
                    f"{self.path} is held by pid {lock.read().strip() or 'unknown'}; "
                    "stop it with `copydesk down`, or give another --data-dir",
                ) from error
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
            self._check_schema()
            yield

    def is_abandoned(self) -> bool:
        """Whether a platform held it and none does now. One about to be held is not abandoned."""
        try:
            with (self.path / "lock").open() as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def read(self) -> PlatformState:
        """What was written last, or an empty state. Raises `Fatal` for what cannot be understood."""
        try:
            return PlatformState.model_validate_json(self._state.read_bytes())
        except FileNotFoundError:
            return PlatformState(data_dir=str(self.path))
        except (OSError, ValidationError) as error:
            raise Fatal("state-unreadable", f"{self._state}: {error}. Stop what runs there, then delete it") from error

    def write(self, state: PlatformState) -> None:
        """Replace the state, whole."""
        draft = self._state.with_suffix(".new")
        draft.write_text(state.model_dump_json(indent=2))
        draft.replace(self._state)

    def current(self) -> PlatformState:
        """The state as it is now: what a supervisor that was killed has left behind counts as down."""
        state = self.read()
        if state.pid and not is_running(state.pid, state.started):
            return state.model_copy(update={"state": "down", "pid": 0, "started": 0.0, "processes": ()})
        return state

    @property
    def _state(self) -> Path:
        return self.path / "state.json"

    def _check_room(self) -> None:
        free = shutil.disk_usage(self.path).free
        if free < ROOM_BYTES:
            raise Fatal(
                "disk-full",
                f"{self.path} has {free >> 20} MiB free, 1024 are needed; make room or use --data-dir",
            )

    def _check_schema(self) -> None:
        # Not in the state file: what another version has written there need not be readable here.
        version = self.path / "version"
        if not version.exists():
            version.write_text(str(SCHEMA))
        found = version.read_text().strip()
        if found != str(SCHEMA):
            raise Fatal(
                "data-folder-version",
                f"{self.path} was made by another version (folder schema {found}, ours is {SCHEMA}); "
                "use that version, or give another --data-dir",
            )


def entry_of(status: Status) -> ProcessEntry:
    """A component's status as it is written down."""
    return ProcessEntry(
        name=status.name,
        state=status.state,
        pid=status.pid,
        started=status.started,
        restarts=status.restarts,
        log=str(status.log or ""),
    )


def own_identity() -> tuple[int, float]:
    """Pid and start time of this process."""
    return os.getpid(), started_at(os.getpid())
