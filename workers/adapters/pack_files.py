"""An operator's packs, read from their files, and how far they reach."""

from pathlib import Path
from typing import NamedTuple

from workers.edit.gate import Editor, with_packs
from workers.edit.law.reach import not_yet, unreached
from workers.edit.law.voice import demands
from workers.edit.packs import merged, shipped
from workers.errors import Misuse
from workers.logs import Log
from workers.settings import Edit
from workers.telemetry import LogEvent


class Caution(NamedTuple):
    """Something that its packs say in vain, or at a price. `entries`: by name."""

    event: LogEvent
    entries: tuple[str, ...]
    hint: str


class House(NamedTuple):
    """The editor of an operator, and what it should know before copy waits for it. `later`: terms not yet in force."""

    editor: Editor
    cautions: tuple[Caution, ...]
    later: tuple[str, ...]


def house_of(edit: Edit) -> House:
    """The editor by these settings. Raises `Misuse` for a pack that cannot be read, or is malformed, and for a channel
    that nobody knows.
    """
    packs = [(file.name, _bytes(file)) for file in edit.packs]
    editor = with_packs(packs, {place: frozenset(names) for place, names in edit.channels.items()}, edit.day)
    cautions = (
        Caution("voice_demands", demands(editor.book), "fallback copy that lacks what these always want is held back"),
        Caution("terms_unreached", unreached(editor.book), "no channel that is set is theirs: they are never asked"),
    )
    later = not_yet(merged(shipped(), packs), edit.day) if edit.day else ()
    return House(editor, tuple(one for one in cautions if one.entries), later)


def heard(edit: Edit, log: Log) -> Editor:
    """The editor, once it is told what it goes by: at the start, not by the copy that waits for it."""
    house = house_of(edit)
    version, shown, day = house.editor.version, house.editor.book.shown, str(edit.day or "")
    log.info("editor_ready", rules_version=version, channels=shown, day=day, later=house.later)
    for caution in house.cautions:
        log.warning(caution.event, entries=caution.entries, hint=caution.hint)
    return house.editor


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Misuse("pack-unreadable", f"{file}: {error.strerror}; COPYDESK_EDIT__PACKS or --pack names it") from error
