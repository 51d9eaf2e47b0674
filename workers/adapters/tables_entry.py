"""How a table's entry stands on disk: its mark, its headers, its value. Pure.

The layout is part of the folder's format version: `rocks.FORMAT` goes up with any change here.
"""

import struct
from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from schemas.envelope import EDITION, SENDER
from workers.outcome import Entry
from workers.publish.fold import Mark

_HEAD: Final = struct.Struct(">qqqqBI")
_HEADER: Final = struct.Struct(">HI")
_VALUE, _TOMBSTONE = 0, 1
_OURS: Final = frozenset((EDITION, SENDER))


class LogRecord(Protocol):
    """One record as it stands in the log."""

    @property
    def offset(self) -> int: ...
    @property
    def timestamp(self) -> int: ...
    @property
    def key(self) -> bytes | None: ...
    @property
    def value(self) -> bytes | None: ...
    @property
    def headers(self) -> Sequence[tuple[str, bytes | None]]: ...


def packed(mark: Mark, value: bytes | None, headers: Iterable[tuple[str, bytes | None]]) -> bytes:
    """The bytes of an entry; without edition (the mark has it) and sender (nobody asks)."""
    parts = []
    for name, content in headers:
        if name not in _OURS:
            raw = name.encode()
            parts.append(_HEADER.pack(len(raw), len(content or b"")) + raw + (content or b""))
    blob = b"".join(parts)
    kind = _TOMBSTONE if value is None else _VALUE
    return _HEAD.pack(*mark, kind, len(blob)) + blob + (value or b"")


def mark_of(raw: bytes) -> Mark:
    """The mark alone."""
    return Mark(*_HEAD.unpack_from(raw)[:4])


def marked(raw: bytes, mark: Mark) -> bytes:
    """The same entry under another mark."""
    *_, kind, size = _HEAD.unpack_from(raw)
    return _HEAD.pack(*mark, kind, size) + raw[_HEAD.size :]


def unpacked(raw: bytes) -> Entry:
    """The entry. Its edition is the highest seen, so that what is published next stands above all of them."""
    _, _, seen, _, kind, size = _HEAD.unpack_from(raw)
    end = _HEAD.size + size
    at, headers = _HEAD.size, {}
    while at < end:
        name_size, content_size = _HEADER.unpack_from(raw, at)
        middle = at + _HEADER.size + name_size
        headers[raw[at + _HEADER.size : middle].decode()] = raw[middle : middle + content_size]
        at = middle + content_size
    return Entry(seen, None if kind == _TOMBSTONE else raw[end:], headers)
