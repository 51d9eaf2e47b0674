"""Triton's own Python: an environment with NumPy 1.26 and the server from its wheel, laid out for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workers.embedded.wheels import REQUIREMENTS, Requirements, build_once, install
from workers.errors import Fatal

LOCK: Final = Requirements(REQUIREMENTS / "triton.txt")
VERSIONS: Final = ((3, 11), (3, 12))
"""The Pythons for which both NumPy 1.26 and the server's stub exist."""

_ASK: Final = (
    "import sys; from sysconfig import get_config_var as var; "
    "print(sys.version_info[0], sys.version_info[1], var('LIBDIR'), var('INSTSONAME'), sep='|')"
)
_ASK_NUMPY: Final = "import numpy; print(numpy.__version__)"


@dataclass(frozen=True, slots=True)
class Python:
    """An interpreter that Triton's stub can be run with: its shared library is at `libdir`."""

    path: Path
    version: tuple[int, int]
    libdir: Path


@dataclass(frozen=True, slots=True)
class TritonHome:
    """An installed server. `folder` is the virtual environment, with the back end laid out inside it."""

    folder: Path
    python: Python

    @property
    def server(self) -> Path:
        return self._wheel / "bin" / "tritonserver"

    @property
    def caches(self) -> Path:
        return self._wheel / "caches"

    @property
    def backends(self) -> Path:
        return self.folder / "backends"

    def environment(self, given: Mapping[str, str]) -> dict[str, str]:
        """What the server is started with: its stub finds the packages through the first `python` on PATH."""
        libraries = (self._packages / "nvidia_pytriton.libs", self.python.libdir)
        kept = {name: value for name, value in given.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}
        return kept | {
            "PATH": os.pathsep.join((str(self.folder / "bin"), given.get("PATH", os.defpath))),
            "VIRTUAL_ENV": str(self.folder),
            "LD_LIBRARY_PATH": os.pathsep.join(str(folder) for folder in libraries),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def lay_out(self) -> None:
        """Put the stub of this Python beside the back end, where the server looks for it."""
        folder = self.backends / "python"
        folder.mkdir(parents=True, exist_ok=True)
        stub = self._wheel / "python_backend_stubs" / ".".join(map(str, self.python.version))
        for source in (self._wheel / "backends" / "python", stub):
            for file in source.iterdir():
                if file.is_file():
                    shutil.copy2(file, folder / file.name)

    def check_numpy(self) -> None:
        """With NumPy 2 the stub corrupts tensors silently. Raises `Fatal`."""
        said = _said((str(self.folder / "bin" / "python"), "-c", _ASK_NUMPY))
        if not said.startswith("1."):
            raise Fatal(
                "triton-numpy",
                f"{self.folder} has NumPy {said or 'none'}, not 1.26; delete it and start again",
            )

    @property
    def _packages(self) -> Path:
        return self.folder / "lib" / f"python{self.python.version[0]}.{self.python.version[1]}" / "site-packages"

    @property
    def _wheel(self) -> Path:
        return self._packages / "pytriton" / "tritonserver"


def find_python(environment: Mapping[str, str]) -> Python | None:
    """Our own interpreter if it will do, else the first on PATH that does."""
    for path in _interpreters(environment):
        answer = _said((str(path), "-c", _ASK)).split("|")
        if len(answer) != 4:  # noqa: PLR2004  the four things that `_ASK` prints
            continue
        python = Python(path, (int(answer[0]), int(answer[1])), Path(answer[2]))
        if python.version in VERSIONS and _has_library(python.libdir, answer[3]):
            return python
    return None


def provide_triton(environment: Mapping[str, str], cache: Path) -> TritonHome:
    """The installed server; made on the first call (250 MB on disk). Raises `Fault`."""
    python = find_python(environment)
    if python is None:
        raise Fatal(
            "triton-python",
            "the embedded Triton needs a CPython 3.11 or 3.12 with its shared library on PATH "
            "(Debian: apt install python3 python3-venv libpython3.11)",
        )
    home = home_of(python, cache)
    build_once(home.folder, lambda draft: _build(draft, python, environment))
    home.check_numpy()
    return home


def home_of(python: Python, cache: Path) -> TritonHome:
    """Where the server is, or would be, installed."""
    folder = cache / "triton" / f"{LOCK.digest()}-py{python.version[0]}{python.version[1]}"
    return TritonHome(folder, python)


def _build(draft: Path, python: Python, environment: Mapping[str, str]) -> None:
    # Scripts in it would name the draft's path in their first line; none is used, only `python -m pip`.
    made = subprocess.run(
        (str(python.path), "-m", "venv", str(draft)), capture_output=True, text=True, timeout=120, check=False
    )
    if made.returncode:
        raise Fatal(
            "triton-venv",
            f"{python.path} -m venv: {made.stdout}{made.stderr}\nDebian: apt install python3-venv",
        )
    install(draft / "bin" / "python", LOCK, (), environment)
    TritonHome(draft, python).lay_out()


def _interpreters(environment: Mapping[str, str]) -> Iterator[Path]:
    # The interpreter beneath a virtual environment: a venv made from a venv would end with the outer one.
    yield Path(sys.base_prefix) / "bin" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    for folder in environment.get("PATH", os.defpath).split(os.pathsep):
        for major, minor in VERSIONS:
            path = Path(folder) / f"python{major}.{minor}"
            if os.access(path, os.X_OK):
                yield path


def _has_library(libdir: Path, name: str) -> bool:
    return (libdir / name).exists()


def _said(command: tuple[str, ...]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
