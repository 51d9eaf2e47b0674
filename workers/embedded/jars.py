"""Apache Kafka's jars: fetched one at a time by coordinate, held to the committed lock at every start.

The lock is made from Maven's own resolution, the authority on versions. In a project of two dependencies,
`org.apache.kafka:kafka_2.13:4.4.0` and `org.apache.logging.log4j:log4j-slf4j-impl:2.25.4` (the SLF4J binding
that Kafka's own description leaves out), run `mvn dependency:list dependency:copy-dependencies`, and write
each jar's coordinate, SHA-256 and size.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from workers.errors import Fatal, Transient

LOCK: Final = Path(__file__).with_name("kafka.lock.json")
THREADS: Final = 8
ATTEMPTS: Final = 3

Progress = Callable[[int, int], None]
"""Bytes in place, bytes in all. Called from one thread, in growing order."""

Fetch = Callable[["Jar", Path], Path]
"""Downloads one jar below the given folder and says where. Raises `OSError` or `RuntimeError`."""


class Jar(BaseModel):
    """One jar by coordinate, with what its bytes must be."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    group: str = Field(pattern=r"^[A-Za-z0-9._-]{1,100}$")
    artifact: str = Field(pattern=r"^[A-Za-z0-9._-]{1,100}$")
    version: str = Field(pattern=r"^[A-Za-z0-9._-]{1,50}$")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    size: int = Field(gt=0, lt=64 << 20)

    @property
    def file_name(self) -> str:
        """As Maven names it."""
        return f"{self.artifact}-{self.version}.jar"


class _LockFile(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    kafka: str
    jars: tuple[Jar, ...] = Field(min_length=1, max_length=200)


@dataclass(frozen=True, slots=True)
class Lock:
    """What Kafka is made of, and a name for exactly that."""

    version: str
    jars: tuple[Jar, ...]
    digest: str

    @property
    def size(self) -> int:
        """Bytes of all jars."""
        return sum(jar.size for jar in self.jars)


def read_lock(path: Path = LOCK) -> Lock:
    """Parse the committed lock. Raises `Fatal` when it cannot be read."""
    try:
        raw = path.read_bytes()
        file = _LockFile.model_validate_json(raw)
    except (OSError, ValueError) as error:
        raise Fatal("kafka-lock-unreadable", f"{path}: {error}; restore it from version control") from error
    return Lock(file.kafka, file.jars, hashlib.sha256(raw).hexdigest()[:16])


def folder_of(lock: Lock, cache: Path) -> Path:
    """Where this lock's jars live: another lock, another folder."""
    return cache / "kafka" / f"{lock.version}-{lock.digest}"


def missing(lock: Lock, folder: Path) -> tuple[Jar, ...]:
    """The jars that are not there yet. What is there may still be wrong: see `verify`."""
    return tuple(jar for jar in lock.jars if not (folder / jar.file_name).exists())


def verify(lock: Lock, folder: Path) -> tuple[Path, ...]:
    """Check size and SHA-256 of every jar; the class path. Raises `Fatal` with what is bad and the remedy."""
    with ThreadPoolExecutor(THREADS, thread_name_prefix="verify-jar") as pool:
        found = pool.map(lambda jar: _fault_of(jar, folder / jar.file_name), lock.jars)
        faults = [fault for fault in found if fault]
    if faults:
        raise Fatal(
            "jar-mismatch",
            f"{'; '.join(faults)}. Kafka is not started from files that differ from {LOCK.name}. "
            f"Delete what is named and start again with the network on: it is fetched anew",
        )
    return tuple(folder / jar.file_name for jar in lock.jars)


def provide(lock: Lock, cache: Path, progress: Progress, fetch: Fetch | None = None) -> tuple[Path, ...]:
    """Fetch what is missing, check everything, and give the class path.

    Raises `Fatal` for bytes that differ from the lock, `Transient` when the repository cannot be reached.
    """
    folder = folder_of(lock, cache)
    wanted = missing(lock, folder)
    if wanted:
        folder.mkdir(parents=True, exist_ok=True)
        _fill(folder, wanted, _Counter(lock.size - sum(jar.size for jar in wanted), lock.size, progress), fetch)
    paths = verify(lock, folder)
    progress(lock.size, lock.size)
    return paths


@dataclass(slots=True)
class _Counter:
    done: int
    total: int
    progress: Progress

    def add(self, size: int) -> None:
        self.done += size
        self.progress(self.done, self.total)


def _fill(folder: Path, wanted: Sequence[Jar], counter: _Counter, fetch: Fetch | None) -> None:
    # In the same folder, so that the last step is a rename: a half-written jar never has its name.
    staging = Path(tempfile.mkdtemp(prefix=".fetching-", dir=folder))
    download = fetch or _from_repositories()
    try:
        with ThreadPoolExecutor(THREADS, thread_name_prefix="fetch-jar") as pool:
            for jar, path in zip(wanted, pool.map(lambda jar: _fetched(jar, staging, download), wanted), strict=True):
                path.replace(folder / jar.file_name)
                counter.add(jar.size)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _fetched(jar: Jar, staging: Path, download: Fetch) -> Path:
    error: Exception | None = None
    for attempt in range(ATTEMPTS):
        try:
            path = download(jar, staging / f"{jar.artifact}-{attempt}")
        except (OSError, RuntimeError, AssertionError) as failure:
            error = failure
            continue
        if fault := _fault_of(jar, path):
            raise Fatal("jar-mismatch", f"{fault}, as downloaded; is a proxy or a mirror rewriting files?")
        return path
    raise Transient(
        "jar-unreachable",
        f"{jar.group}:{jar.artifact}:{jar.version} after {ATTEMPTS} tries ({error}). Check the network and "
        "its proxy, name a mirror as `central` under [repositories] in jgo's config file, or set KAFKA_HOME",
    )


def _from_repositories() -> Fetch:
    # Imported here: it costs half a second and is needed once in the life of a machine.
    from jgo.config import GlobalSettings  # noqa: PLC0415
    from jgo.maven import MavenContext  # noqa: PLC0415

    # Only jgo's command line honours the mirror in its config file; the library must be told.
    mirrors = GlobalSettings.load().repositories or None

    def download(jar: Jar, cache: Path) -> Path:
        context = MavenContext(repo_cache=cache, remote_repos=mirrors, timeout=30)
        component = context.project(jar.group, jar.artifact).at_version(jar.version)
        return Path(component.artifact().resolve())

    return download


def _fault_of(jar: Jar, path: Path) -> str:
    try:
        size = path.stat().st_size
        if size != jar.size:
            return f"{path} has {size} bytes, the lock says {jar.size}"
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"{path} cannot be read ({error})"
    return "" if digest == jar.sha256 else f"{path} has SHA-256 {digest}, the lock says {jar.sha256}"
