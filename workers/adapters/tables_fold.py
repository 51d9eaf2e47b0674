"""Folding what was read, or sent and confirmed, into a store."""

from collections.abc import Sequence
from typing import NamedTuple

from workers.adapters.rocks import Store, Writes
from workers.adapters.tables_entry import LogRecord, mark_of, marked, packed
from workers.publish.fold import Mark, edition_of, joined, sender_of, told, witnessed


class Stance(NamedTuple):
    """Whose records count: everybody's below the offset `since`, from there on only `sender`'s.

    `sender` of None: everybody's, always.
    """

    sender: bytes | None = None
    since: int = 0


class Sent(NamedTuple):
    """A record of ours that the broker has confirmed."""

    offset: int
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...]
    timestamp: int = 0


class Folded(NamedTuple):
    """What to write, and what was met on the way."""

    writes: Writes
    foreign: int
    wounded: bool


_Met = tuple[Mark, LogRecord]


def folded(store: Store, partition: int, records: Sequence[LogRecord], stance: Stance) -> Folded:
    """The changes that these records make to a partition. Idempotent: they may have been folded before."""
    newest, foreign = _newest(records, stance)
    writes = Writes(partition)
    keys = list(newest)
    wounded = False
    for key, raw in zip(keys, store.get_many(partition, keys), strict=True):
        mark, record = newest[key]
        old = None if raw is None else mark_of(raw)
        new = mark if old is None else joined(old, mark)
        if new == old:
            continue
        if raw is None or old is None or new[:2] != old[:2]:
            writes.put(key, packed(new, *_content(new, record)))
        else:
            writes.put(key, marked(raw, new))
        if new.outdone:
            writes.wound(key)
            wounded = True
        elif old is not None and old.outdone:
            writes.heal(key)
    return Folded(writes, foreign, wounded)


def _newest(records: Sequence[LogRecord], stance: Stance) -> tuple[dict[bytes, _Met], int]:
    newest: dict[bytes, _Met] = {}
    foreign = 0
    sender, since = stance
    for record in records:
        key = record.key
        if key is None:
            continue
        headers, offset = record.headers, record.offset
        if sender is not None and offset >= since and sender_of(headers) != sender:
            mark = witnessed(edition_of(headers), offset)
            foreign += 1
        else:
            mark = told(edition_of(headers), offset)
        known = newest.get(key)
        if known is None:
            newest[key] = (mark, record)
        else:
            newest[key] = (joined(known[0], mark), known[1] if known[0][:2] > mark[:2] else record)
    return newest, foreign


def _content(mark: Mark, record: LogRecord) -> tuple[bytes | None, Sequence[tuple[str, bytes | None]]]:
    return (None, ()) if mark.edition < 0 else (record.value, record.headers)
