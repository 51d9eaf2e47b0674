"""How a table's entry stands on disk: its mark, its headers, its value. Pure.

The layout is part of the folder's format version: `rocks.FORMAT` goes up with any change here.
"""

import struct
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, Protocol

from schemas.envelope import EDITION, SENDER
from workers.outcome import Entry
from workers.publish.fold import Mark

_HEAD: Final = struct.Struct(">qqqqBI")
_NAMES: Final = struct.Struct(">II")
_NAME: Final = struct.Struct(">I")
_VALUE, _TOMBSTONE = 0, 1
_KEPT_CHARACTERS: Final = 512
_KEPT_BYTES: Final = 1024
"""Of all header names of a record: longer ones, which a stranger may send, are put together each time. Ours take some
two hundred; so 256 of them are small, whatever comes.
"""
_KEPT_HEADERS: Final = 64
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
    kept = [pair for pair in headers if pair[0] not in _OURS]
    blob = _packed_headers(kept) if kept else b""
    kind = _TOMBSTONE if value is None else _VALUE
    return _HEAD.pack(*mark, kind, len(blob)) + blob + (value or b"")


def _packed_headers(headers: Sequence[tuple[str, bytes | None]]) -> bytes:
    """Names, sizes, contents. Every record of a type has the same names: they are put together once."""
    names = tuple([name for name, _ in headers])
    short = len(names) <= _KEPT_HEADERS and sum(map(len, names)) <= _KEPT_CHARACTERS
    packed_names = _packed_names_kept(names) if short else _packed_names(names)
    contents = [content or b"" for _, content in headers]
    return b"".join((packed_names, _sizes(len(contents)).pack(*map(len, contents)), *contents))


def _packed_names(names: tuple[str, ...]) -> bytes:
    raw = b"".join(_NAME.pack(len(name.encode())) + name.encode() for name in names)
    return _NAMES.pack(len(names), len(raw)) + raw


def _unpacked_names(raw: bytes) -> tuple[str, ...]:
    names, at = [], 0
    while at < len(raw):
        end = at + _NAME.size + _NAME.unpack_from(raw, at)[0]
        names.append(raw[at + _NAME.size : end].decode())
        at = end
    return tuple(names)


def _sizes(count: int) -> struct.Struct:
    return _sizes_kept(count) if count <= _KEPT_HEADERS else struct.Struct(f">{count}I")


_packed_names_kept: Final = lru_cache(maxsize=256)(_packed_names)
_unpacked_names_kept: Final = lru_cache(maxsize=256)(_unpacked_names)


@lru_cache(maxsize=_KEPT_HEADERS + 1)
def _sizes_kept(count: int) -> struct.Struct:
    return struct.Struct(f">{count}I")


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
    headers = _unpacked_headers(raw[_HEAD.size : end]) if size else {}
    return Entry(seen, None if kind == _TOMBSTONE else raw[end:], headers)


def told(raw: bytes) -> Entry:
    """The entry without its headers, for who asks for what it says, and often."""
    _, _, seen, _, kind, size = _HEAD.unpack_from(raw)
    return Entry(seen, None if kind == _TOMBSTONE else raw[_HEAD.size + size :])


def _unpacked_headers(blob: bytes) -> dict[str, bytes]:
    count, size = _NAMES.unpack_from(blob)
    raw = blob[_NAMES.size : _NAMES.size + size]
    names = _unpacked_names_kept(raw) if count <= _KEPT_HEADERS and size <= _KEPT_BYTES else _unpacked_names(raw)
    sizes = _sizes(count)
    at = _NAMES.size + size + sizes.size
    headers = {}
    for name, length in zip(names, sizes.unpack_from(blob, _NAMES.size + size), strict=True):
        headers[name] = blob[at : at + length]
        at += length
    return headers
