"""A log on disk: bounded, read from its end, followed."""

import os
import shutil
from collections import deque
from pathlib import Path
from typing import Final

LOG_BYTES: Final = 10 << 20
LOG_FILES: Final = 3
TAIL_LINES: Final = 20
TAIL_BYTES: Final = 256 << 10


def rotate(log: Path) -> None:
    """Copy and cut a log beyond 10 MB, keeping 3 files; the writer's handle stays good, for it appends."""
    log.parent.mkdir(parents=True, exist_ok=True)
    if not log.exists() or log.stat().st_size <= LOG_BYTES:
        return
    for number in range(LOG_FILES - 1, 1, -1):
        older = log.with_name(f"{log.name}.{number - 1}")
        if older.exists():
            older.replace(log.with_name(f"{log.name}.{number}"))
    shutil.copyfile(log, log.with_name(f"{log.name}.1"))
    os.truncate(log, 0)


def tail_of(log: Path, lines: int = TAIL_LINES) -> str:
    """The last lines of a file, as many as its last 256 KiB hold; empty when there is none."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - TAIL_BYTES))
            return "\n".join(deque(file.read().decode("utf-8", "replace").splitlines(), maxlen=lines))
    except OSError:
        return ""


class LogTail:
    """Follows one log from where it ends now."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self._path = path
        self._offset = path.stat().st_size
        self._begun = b""

    def last(self, lines: int) -> list[str]:
        return tail_of(self._path, lines).splitlines()

    def more(self) -> list[str]:
        """Whole lines that have come since; at most 256 KiB of them at once."""
        if self._path.stat().st_size < self._offset:
            # It has been cut.
            self._offset, self._begun = 0, b""
        with self._path.open("rb") as file:
            file.seek(self._offset)
            read = file.read(TAIL_BYTES)
        self._offset += len(read)
        *whole, self._begun = (self._begun + read).split(b"\n")
        return [line.decode("utf-8", "replace") for line in whole]
