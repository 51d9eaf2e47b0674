"""Whether what a folder holds of a partition may be believed, or must be read again from the log. Pure."""

import struct
from hashlib import blake2b
from typing import Final, Literal, NamedTuple

from workers.adapters.tables_entry import LogRecord

Reason = Literal[
    "corrupt",
    "other-cluster",
    "other-topic",
    "other-format",
    "beyond-end",
    "before-start",
    "unfollowed",
    "other-record",
]
"""Why a table, or one of its partitions, is rebuilt. `other-record`: the topic was made anew."""

_FOLLOWED: Final = struct.Struct(">qqqq16s")
NOTHING_YET: Final = -1


class Evidence(NamedTuple):
    """One record, so that it can be known again. `offset` is -1 where no record was read yet."""

    offset: int
    timestamp_ms: int
    digest: bytes


NO_EVIDENCE: Final = Evidence(NOTHING_YET, 0, bytes(16))


class Followed(NamedTuple):
    """How far a partition was followed: the next offset, when its end was reached, the last record read."""

    position: int
    reached_ms: int
    last: Evidence

    def pack(self) -> bytes:
        """As it stands on disk."""
        return _FOLLOWED.pack(self.position, self.reached_ms, *self.last)

    @classmethod
    def unpack(cls, raw: bytes) -> "Followed":
        """From disk."""
        position, reached_ms, offset, timestamp_ms, digest = _FOLLOWED.unpack(raw)
        return cls(position, reached_ms, Evidence(offset, timestamp_ms, digest))


class Extent(NamedTuple):
    """What the log holds: its first offset and the one after its last."""

    start: int
    end: int


def evidence_of(record: LogRecord) -> Evidence:
    """What makes a record known again."""
    digest = blake2b(digest_size=16)
    for part in (record.key, record.value):
        digest.update(b"-" if part is None else b"%d:" % len(part) + part)
    return Evidence(record.offset, record.timestamp, digest.digest())


def doubt(followed: Followed, log: Extent, now_ms: int, limit_ms: int) -> Reason | None:
    """Why the partition cannot be believed from what the broker says of its log; None if it can.

    `limit_ms` is how long it may have been left alone: past `delete.retention.ms` the broker forgets
    tombstones, and keys that were deleted in between would live here for ever.
    """
    if followed.position > log.end or followed.last.offset >= log.end:
        return "beyond-end"
    if followed.position < log.start:
        return "before-start"
    if abs(now_ms - followed.reached_ms) > limit_ms:
        return "unfollowed"
    return None


def doubt_of_record(last: Evidence, found: LogRecord) -> Reason | None:
    """Why the partition cannot be believed from the first record found at or after the last one read.

    A later record proves nothing: compaction takes a record away once its key has a newer one.
    """
    if found.offset == last.offset and evidence_of(found) != last:
        return "other-record"
    return None


def reading_from(followed: Followed, log: Extent) -> int:
    """Where to go on: at the last record read, so that it is seen again before anything is believed."""
    return max(log.start, followed.position if followed.last.offset == NOTHING_YET else followed.last.offset)
