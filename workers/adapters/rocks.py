"""One table's folder: RocksDB with bounded memory. Nothing else imports rocksdict.

Keys are a family's byte, the partition (u16, big endian), and the key. A batch is written whole or not at
all; when the process is killed, RocksDB's own log keeps a prefix of the batches.
"""

import shutil
import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple, cast

from filelock import FileLock, Timeout
from rocksdict import (
    BlockBasedIndexType,
    BlockBasedOptions,
    Cache,
    DBCompressionType,
    DBRecoveryMode,
    Options,
    Rdict,
    WriteBatch,
)

from workers.adapters.tables_sound import Followed, Reason
from workers.errors import Fatal

FORMAT: Final = "3"
MIB: Final = 1 << 20
CACHE_BYTES: Final = 16 * MIB
BUFFER_BYTES: Final = 8 * MIB
OPEN_FILES: Final = 128

_PARTITION: Final = struct.Struct(">cH")
_IDENTITY: Final = b"\x00identity"
_FOLLOWED, _ENTRY, _WOUND = b"\x01", b"\x02", b"\x03"


class Identity(NamedTuple):
    """Whose log a folder mirrors."""

    cluster: str
    topic: str


def _prefix(family: bytes, partition: int) -> bytes:
    return _PARTITION.pack(family, partition)


class Writes:
    """Changes of one partition, written together."""

    def __init__(self, partition: int) -> None:
        self._entry = _prefix(_ENTRY, partition)
        self._wound = _prefix(_WOUND, partition)
        self._followed = _prefix(_FOLLOWED, partition)
        self.batch = WriteBatch(raw_mode=True)

    def put(self, key: bytes, raw: bytes) -> None:
        """An entry."""
        self.batch.put(self._entry + key, raw)

    def wound(self, key: bytes) -> None:
        """Note that the key needs a repair."""
        self.batch.put(self._wound + key, b"")

    def heal(self, key: bytes) -> None:
        """It needs none any more."""
        self.batch.delete(self._wound + key)

    def follow(self, followed: Followed) -> None:
        """How far the log has been read, these changes included."""
        self.batch.put(self._followed, followed.pack())


class Store:
    """An open folder. Every method raises `Fatal("disk")` when the disk fails."""

    def __init__(self, db: Rdict, lock: FileLock, damaged: Path) -> None:
        self._db = db
        self._lock = lock
        self._damaged = damaged

    def get(self, partition: int, key: bytes) -> bytes | None:
        """An entry's bytes."""
        try:
            found: bytes | None = self._db.get(_prefix(_ENTRY, partition) + key)
        except Exception as error:
            raise self._unreadable(error) from error
        return found

    def get_many(self, partition: int, keys: Sequence[bytes]) -> list[bytes | None]:
        """The bytes of several entries, in order."""
        prefix = _prefix(_ENTRY, partition)
        try:
            found = self._db.get([prefix + key for key in keys])
        except Exception as error:
            raise self._unreadable(error) from error
        return cast("list[bytes | None]", found)

    def get_everywhere(self, partitions: Sequence[int], key: bytes) -> list[bytes | None]:
        """The bytes of one key's entries in several partitions, in order."""
        try:
            found = self._db.get([_prefix(_ENTRY, partition) + key for partition in partitions])
        except Exception as error:
            raise self._unreadable(error) from error
        return cast("list[bytes | None]", found)

    def followed(self, partition: int) -> Followed | None:
        """How far the partition was followed; None = never."""
        try:
            raw = self._db.get(_prefix(_FOLLOWED, partition))
        except Exception as error:
            raise self._unreadable(error) from error
        return None if raw is None else Followed.unpack(raw)

    def scan(self, partition: int, prefix: bytes) -> list[tuple[bytes, bytes]]:
        """All entries whose key begins with `prefix`, in key order."""
        return list(self._rows(_prefix(_ENTRY, partition), prefix))

    def page(self, partition: int, after: bytes, limit: int) -> list[tuple[bytes, bytes]]:
        """Up to `limit` entries in key order, behind `after`."""
        rows = self._rows(_prefix(_ENTRY, partition), b"", after)
        return list(islice((row for row in rows if row[0] != after), limit))

    def wounds(self, partition: int, limit: int, after: bytes = b"") -> list[bytes]:
        """Up to `limit` keys that need a repair, in key order, behind `after`."""
        rows = self._rows(_prefix(_WOUND, partition), b"", after)
        return [key for key, _ in islice((row for row in rows if row[0] != after), limit)]

    def write(self, writes: Writes) -> None:
        """All changes, or none."""
        try:
            self._db.write(writes.batch)
        except Exception as error:
            raise Fatal("disk", f"{self._db.path()}: {error}") from error

    def drop(self, partition: int) -> None:
        """Forget a partition."""
        writes = Writes(partition)
        for family in (_FOLLOWED, _ENTRY, _WOUND):
            writes.batch.delete_range(_prefix(family, partition), _prefix(family, partition + 1))
        self.write(writes)

    def close(self) -> None:
        """Flush and let go of the folder."""
        try:
            self._db.close()
        except Exception as error:
            raise Fatal("disk", str(error)) from error
        finally:
            self._lock.release()

    def _rows(self, family: bytes, prefix: bytes, start: bytes = b"") -> Iterator[tuple[bytes, bytes]]:
        wanted = family + prefix
        try:
            rows = self._db.iter()
            rows.seek(max(wanted, family + start))
            while rows.valid() and rows.key().startswith(wanted):
                yield rows.key()[len(family) :], rows.value()
                rows.next()
            rows.status()
        except Exception as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: Exception) -> Fatal:
        # The same bytes will fail again: the next start must not trust this folder.
        with suppress(OSError):
            self._damaged.touch()
        return Fatal("disk", f"{self._damaged.stem}: {error}")


class Opened(NamedTuple):
    """A store, and why it was emptied first, if it was."""

    store: Store
    rebuilt: Reason | None


class Disk:
    """A worker's folder: a store for each table, one block cache for all of them."""

    def __init__(self, folder: Path, cache_bytes: int = CACHE_BYTES) -> None:
        self._folder = folder
        self._cache = Cache(cache_bytes)

    def open(self, identity: Identity) -> Opened:
        """The store of a topic, emptied if it is damaged or another log's. `Fatal`: in use, no disk."""
        folder = self._folder / identity.topic
        damaged = self._folder / f"{identity.topic}.damaged"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self._folder / f"{identity.topic}.lock", thread_local=False)
            lock.acquire(timeout=0)
        except Timeout as error:
            raise Fatal("disk", f"{folder} is in use by another process") from error
        except OSError as error:
            raise Fatal("disk", f"{folder}: {error}") from error
        try:
            db, rebuilt = self._believed(folder, identity, damaged)
        except BaseException:
            lock.release()
            raise
        return Opened(Store(db, lock, damaged), rebuilt)

    def _believed(self, folder: Path, identity: Identity, damaged: Path) -> tuple[Rdict, Reason | None]:
        reason = "corrupt" if damaged.exists() else self._examined(folder, identity)
        if isinstance(reason, Rdict):
            return reason, None
        try:
            shutil.rmtree(folder, ignore_errors=True)
            damaged.unlink(missing_ok=True)
            db = self._connected(folder)
            db.put(_IDENTITY, _identity_bytes(identity))
        except Exception as error:
            raise Fatal("disk", f"{folder}: {error}") from error
        return db, reason

    def _examined(self, folder: Path, identity: Identity) -> "Rdict | Reason | None":
        """The open database, or why it must be emptied; None where there is none yet."""
        if not folder.exists():
            return None
        try:
            db = self._connected(folder)
            raw = db.get(_IDENTITY)
        except Exception:  # noqa: BLE001  whatever RocksDB says of a folder it cannot open, the log says it better
            return "corrupt"
        reason = _stranger(raw, identity)
        if reason is None:
            return db
        db.close()
        return reason

    def _connected(self, folder: Path) -> Rdict:
        options = self._options()
        # Without the second, a folder that exists gets RocksDB's own cache, and no filters.
        return Rdict(str(folder), options, column_families={"default": options})

    def _options(self) -> Options:
        options = Options(raw_mode=True)
        options.create_if_missing(create_if_missing=True)
        options.set_write_buffer_size(BUFFER_BYTES)
        options.set_max_write_buffer_number(2)
        options.set_max_total_wal_size(4 * BUFFER_BYTES)
        options.set_max_open_files(OPEN_FILES)
        options.set_max_background_jobs(2)
        options.set_compression_type(DBCompressionType.lz4())
        options.set_keep_log_file_num(2)
        options.set_max_log_file_size(MIB)
        options.set_wal_recovery_mode(DBRecoveryMode.point_in_time())
        blocks = BlockBasedOptions()
        blocks.set_block_cache(self._cache)
        blocks.set_bloom_filter(10, block_based=False)
        # In parts: a whole index can be larger than a shard of the cache, and would be read at every look-up.
        blocks.set_index_type(BlockBasedIndexType.two_level_index_search())
        blocks.set_partition_filters(size=True)
        blocks.set_cache_index_and_filter_blocks(v=True)
        options.set_block_based_table_factory(blocks)
        return options


def _identity_bytes(identity: Identity) -> bytes:
    return "\n".join((FORMAT, *identity)).encode()


def _stranger(raw: bytes | None, identity: Identity) -> Reason | None:
    said = () if raw is None else tuple(raw.decode(errors="replace").split("\n"))
    if len(said) != 1 + len(identity):
        return "corrupt"
    differences: tuple[tuple[Reason, bool], ...] = (
        ("other-format", said[0] != FORMAT),
        ("other-cluster", said[1] != identity.cluster),
        ("other-topic", said[2] != identity.topic),
    )
    return next((reason for reason, differs in differences if differs), None)
