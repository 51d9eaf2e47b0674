"""An operator's packs, read from their files."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from workers.edit.gate import Editor, with_packs
from workers.edit.law.voice import demands
from workers.errors import Fatal


class House(NamedTuple):
    """The editor of an operator. `demands`: entries of its voice that want words which no fallback writes by itself."""

    editor: Editor
    demands: tuple[str, ...]


def house_of(files: Iterable[Path]) -> House:
    """The editor with these packs. Raises `Fatal` for one that cannot be read, or is malformed."""
    editor = with_packs((file.name, _bytes(file)) for file in files)
    return House(editor, demands(editor.book))


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Fatal("pack-unreadable", f"{file}: {error.strerror}; COPYDESK_EDIT__PACKS or --pack names it") from error
