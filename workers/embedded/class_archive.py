"""The JVM's archive of classes as it has parsed them: 50 MB that halve the start of a broker."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workers.embedded.java import Java


@dataclass(frozen=True, slots=True)
class ClassArchive:
    """One file, with its SHA-256 beside it: a JVM that is given a damaged one crashes."""

    path: Path

    def usable(self) -> bool:
        """Whether it is there and whole."""
        try:
            return self._digest.read_text() == _digest_of(self.path)
        except OSError:
            return False

    def keep(self, written: Path, *, complete: bool) -> None:
        """Take what a JVM has written, if it was let finish; else drop it."""
        if not written.exists():
            return
        if not complete:
            written.unlink()
            return
        # The digest comes first: whoever reads between the two finds it wrong, and does without.
        self._digest.write_text(_digest_of(written))
        written.replace(self.path)

    @property
    def _digest(self) -> Path:
        return self.path.with_suffix(".sha256")


def archive_for(java: Java, classpath: Sequence[Path], cache: Path) -> ClassArchive:
    """The archive of just this Java and these jars."""
    what = "\n".join(map(str, (java.path.resolve(), java.major, *classpath)))
    folder = cache / "kafka-classes"
    folder.mkdir(parents=True, exist_ok=True)
    return ClassArchive(folder / f"{hashlib.sha256(what.encode()).hexdigest()[:16]}.jsa")


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
