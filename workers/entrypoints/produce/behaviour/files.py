"""A file of behaviour as events: which convention, which form of file, and what becomes of each record."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Final

from schemas.codec import Undecodable, validate
from schemas.inbound import Locale
from workers.entrypoints.produce.behaviour import ga4, otto, own, segment, snowplow
from workers.entrypoints.produce.behaviour.door import Act, Door
from workers.entrypoints.produce.behaviour.draft import Draft, Left
from workers.entrypoints.produce.behaviour.values import Fields, Unreadable
from workers.entrypoints.produce.files import BadRow, Format, LeftOut, Row, json_items, read
from workers.entrypoints.produce.products import SAMPLE
from workers.errors import Misuse
from workers.pseudonym import Keyring

Told = Act | BadRow | LeftOut


class Convention(StrEnum):
    """How a file tells what users did."""

    SNOWPLOW = "snowplow"
    SEGMENT = "segment"
    GA4 = "ga4"
    OTTO = "otto"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class Reader:
    """`parts`: the events that one record holds. `act`: what one of them says. Both pure; both raise `Unreadable`."""

    parts: Callable[[Fields], Iterator[Fields]]
    act: Callable[[Fields], Draft | Left]


READERS: Final = {
    Convention.SNOWPLOW: Reader(snowplow.parts, snowplow.act),
    Convention.SEGMENT: Reader(segment.parts, segment.act),
    Convention.GA4: Reader(ga4.parts, ga4.act),
    Convention.OTTO: Reader(otto.parts, otto.act),
    Convention.JSONL: Reader(own.parts, own.act),
}
_TABLES: Final = frozenset({".csv", ".tsv"})
_LINES: Final = frozenset({".jsonl", ".ndjson"})
_LINES_FIX: Final = "; is it one object a line? then name it .jsonl"


@dataclass(frozen=True, slots=True)
class Source:
    """A file, and how it is read."""

    path: Path
    form: Format
    reader: Reader
    door: Door

    def records(self) -> Iterator[Sequence[Told]]:
        """What became of each record, in order. Raises `Misuse`, `NoKey`."""
        rows = json_items(self.path, _whole, _LINES_FIX) if self.form is Format.JSON else read(self.path, self.form)
        return (told_by(row, self.reader, self.door) for row in rows)


def source_of(path: Path, convention: str, keys: Keyring, locale: str = "") -> Source:
    """The source; its first records have been read, so that a mistake is told before anything is sent.

    Raises `Misuse`, `NoKey`.
    """
    if convention not in list(Convention):
        raise Misuse("unknown-format", f"{convention!r}: --format takes {', '.join(Convention)}")
    try:
        door = Door(keys, validate(locale, Locale) if locale else "")
    except Undecodable as fault:
        raise Misuse("bad-locale", "--locale takes en-US, zh-CN and the like") from fault
    source = Source(path, _form_of(path, Convention(convention)), READERS[Convention(convention)], door)
    for _ in islice(source.records(), SAMPLE):
        pass
    return source


def told_by(row: Row | BadRow, reader: Reader, door: Door) -> Sequence[Told]:
    """What one record tells: no event, one, or several; each that is none with its reason."""
    if isinstance(row, BadRow):
        return [row]
    try:
        parts = list(reader.parts(row.fields))
    except Unreadable as fault:
        return [BadRow(row.place, str(fault.reason), fault.detail)]
    if len(parts) == 1:
        return [_told(row.place, parts[0], reader, door)]
    return [_told(f"{row.place}, event {number}", part, reader, door) for number, part in enumerate(parts, start=1)]


def _told(place: str, part: Fields, reader: Reader, door: Door) -> Told:
    try:
        draft = reader.act(part)
    except Unreadable as fault:
        return BadRow(place, str(fault.reason), fault.detail)
    return LeftOut(place, draft.value) if isinstance(draft, Left) else door.act(place, draft, part)


def _form_of(path: Path, convention: Convention) -> Format:
    """Exports call lines `.json` too, or nothing at all: what is no table is told by its first line."""
    suffix = path.suffix.lower()
    if suffix in _TABLES:
        if convention is not Convention.SNOWPLOW:
            raise Misuse("unknown-format", f"{path.name}: {convention} is read from JSON lines or a JSON array")
        return Format.CSV
    return Format.JSONL if suffix in _LINES or _starts_with_a_line(path) else Format.JSON


def _starts_with_a_line(path: Path) -> bool:
    first = next(read(path, Format.JSONL), None)
    return first is None or isinstance(first, Row)


def _whole(document: object) -> list[object]:
    return document if isinstance(document, list) else [document]
