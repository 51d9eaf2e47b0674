"""An operator's packs, read from their files."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from workers.edit.gate import SHIPPED, Editor, with_packs
from workers.edit.law.voice import demands
from workers.edit.packs import merged, shipped
from workers.errors import Fatal


class House(NamedTuple):
    """The editor of an operator. `demands`: entries of its voice that want words which no fallback writes by itself."""

    editor: Editor = SHIPPED
    demands: tuple[str, ...] = ()


def house_of(files: Iterable[Path]) -> House:
    """The editor with these packs. Raises `Fatal` for one that cannot be read, or is malformed."""
    packs = [(file.name, _bytes(file)) for file in files]
    return House(with_packs(packs), demands(merged(shipped(), packs))) if packs else House()


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Fatal("pack-unreadable", f"{file}: {error.strerror}; COPYDESK_EDIT__PACKS or --pack names it") from error
