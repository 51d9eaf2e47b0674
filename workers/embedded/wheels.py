"""Python packages outside the project's own environment: from a lock with hashes, whole or not at all."""

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workers.errors import Fatal, Transient

REQUIREMENTS: Final = Path(__file__).resolve().parents[2] / "requirements"
INSTALL_SECONDS: Final = 900


@dataclass(frozen=True, slots=True)
class Requirements:
    """A lock made by `uv pip compile --generate-hashes`."""

    path: Path

    def digest(self) -> str:
        """A name for exactly these packages. Raises `Fatal` when the lock is not there."""
        try:
            return hashlib.sha256(self.path.read_bytes()).hexdigest()[:16]
        except OSError as error:
            raise Fatal("requirements-unreadable", f"{self.path}: {error}; restore it from version control") from error


def install(python: Path, requirements: Requirements, target: tuple[str, ...], environment: Mapping[str, str]) -> None:
    """Run pip with hashes enforced; `target` says where, in pip's words. Blocks for up to 15 minutes.

    Raises `Transient` with pip's last lines.
    """
    command = (
        *(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"),
        *("--require-hashes", "--only-binary", ":all:", *target, "-r", str(requirements.path)),
    )
    try:
        done = subprocess.run(
            command,
            env=dict(environment),
            capture_output=True,
            text=True,
            timeout=INSTALL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Transient("pip-failed", f"{python}: {error}") from error
    if done.returncode:
        last = "\n".join((done.stderr or done.stdout).strip().splitlines()[-8:])
        raise Transient(
            "pip-failed",
            f"{requirements.path.name} with {python}:\n{last}\nCheck the network, then try again",
        )


def build_once(final: Path, build: Callable[[Path], None]) -> Path:
    """Give `final`, made by `build` beside it and renamed: an install cut short never looks done."""
    if final.is_dir():
        return final
    final.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{final.name}-", dir=final.parent))
    try:
        build(draft)
        try:
            draft.rename(final)
        except OSError:
            # Another start was quicker; its copy was made from the same lock.
            if not final.is_dir():
                raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return final
