from pathlib import Path

import pytest

from workers.adapters import rocks
from workers.adapters.rocks import Disk, Identity, Store, Writes
from workers.adapters.tables_sound import Evidence, Followed
from workers.errors import Fatal

US = Identity("cluster-a", "catalogue")
FOLLOWED = Followed(7, 1_700_000_000_000, Evidence(6, 1, bytes(16)))


def put(store: Store, partition: int, *keys: bytes) -> None:
    writes = Writes(partition)
    for key in keys:
        writes.put(key, b"value of " + key)
        writes.wound(key)
    writes.follow(FOLLOWED)
    store.write(writes)


def reopened(folder: Path, identity: Identity = US) -> str | None:
    """Why the folder was emptied; checks that it was, or was not."""
    store, reason = Disk(folder).open(identity)
    assert (store.get(1, b"a") is None) == (reason is not None)
    assert (store.followed(1) is None) == (reason is not None)
    store.close()
    return reason


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    store = Disk(tmp_path).open(US).store
    put(store, 1, b"a", b"b")
    store.close()
    return tmp_path


def test_what_was_written_is_there_again(filled: Path) -> None:
    store, reason = Disk(filled).open(US)
    assert reason is None
    assert store.get(1, b"a") == b"value of a"
    assert store.get_many(1, [b"b", b"x", b"a"]) == [b"value of b", None, b"value of a"]
    assert store.followed(1) == FOLLOWED
    store.close()


def test_partitions_and_prefixes_do_not_mix(tmp_path: Path) -> None:
    store = Disk(tmp_path).open(US).store
    for partition in (0, 1, 2, 65534):
        put(store, partition, b"p1|en", b"p1|zh", b"p2|en", b"\xff")
    assert [key for key, _ in store.scan(1, b"p1|")] == [b"p1|en", b"p1|zh"]
    assert store.scan(1, b"p3") == []
    assert store.scan(2, b"\xff") == [(b"\xff", b"value of \xff")]
    store.drop(1)
    assert store.scan(1, b"") == []
    assert store.wounds(1, 9) == []
    assert store.followed(1) is None
    assert len(store.scan(0, b"")) == len(store.scan(2, b"")) == len(store.scan(65534, b"")) == 4
    store.drop(65534)
    assert (store.followed(2), store.followed(65534)) == (FOLLOWED, None)
    store.close()


def test_wounds_are_found_in_order_a_few_at_a_time_until_they_are_healed(tmp_path: Path) -> None:
    store = Disk(tmp_path).open(US).store
    put(store, 4, b"a", b"b", b"c", b"d")
    assert store.wounds(4, 2) == [b"a", b"b"]
    assert store.wounds(4, 2, after=b"b") == [b"c", b"d"]
    assert store.wounds(4, 2, after=b"d") == []
    healing = Writes(4)
    healing.heal(b"a")
    store.write(healing)
    assert store.wounds(4, 9) == [b"b", b"c", b"d"]
    store.close()


def test_a_new_folder_is_not_called_rebuilt(tmp_path: Path) -> None:
    store, reason = Disk(tmp_path / "not" / "there").open(US)
    assert reason is None
    store.close()


def test_another_clusters_folder_is_rebuilt(filled: Path) -> None:
    assert reopened(filled, Identity("cluster-b", "catalogue")) == "other-cluster"


def test_another_topics_folder_is_rebuilt(filled: Path) -> None:
    (filled / "catalogue").rename(filled / "product-copy")
    assert reopened(filled, Identity("cluster-a", "product-copy")) == "other-topic"


def test_a_folder_of_another_format_is_rebuilt(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rocks, "FORMAT", "next")
    assert reopened(filled) == "other-format"


def test_a_folder_of_something_else_is_rebuilt(filled: Path) -> None:
    (filled / "catalogue" / "CURRENT").write_text("nonsense\n")
    assert reopened(filled) == "corrupt"


def test_a_folder_without_its_index_is_rebuilt(filled: Path) -> None:
    (filled / "catalogue" / "CURRENT").unlink()
    assert reopened(filled) == "corrupt"


def tables_of(folder: Path) -> list[Path]:
    return sorted((folder / "catalogue").glob("*.sst"))


@pytest.fixture
def flushed(tmp_path: Path) -> Path:
    store = Disk(tmp_path).open(US).store
    for number in range(40):
        put(store, 1, b"a", *(b"%d-%d" % (number, one) for one in range(200)))
    store.close()
    return tmp_path


def test_a_truncated_table_is_rebuilt(flushed: Path) -> None:
    victim = tables_of(flushed)[0]
    with victim.open("r+b") as file:
        file.truncate(victim.stat().st_size // 2)
    assert reopened(flushed) == "corrupt"


def test_a_missing_table_is_rebuilt(flushed: Path) -> None:
    tables_of(flushed)[0].unlink()
    assert reopened(flushed) == "corrupt"


def test_a_flipped_byte_is_fatal_when_it_is_read_and_rebuilt_at_the_next_start(flushed: Path) -> None:
    victim = tables_of(flushed)[0]
    content = bytearray(victim.read_bytes())
    content[len(content) // 3] ^= 0xFF
    victim.write_bytes(content)
    store, reason = Disk(flushed).open(US)
    assert reason is None
    with pytest.raises(Fatal, match="disk"):
        store.scan(1, b"")
    store.close()
    assert reopened(flushed) == "corrupt"


def test_a_folder_that_is_in_use_is_never_touched(filled: Path) -> None:
    store = Disk(filled).open(US).store
    with pytest.raises(Fatal, match="in use"):
        Disk(filled).open(Identity("cluster-b", "catalogue"))
    assert store.get(1, b"a") == b"value of a"
    store.close()


def test_a_folder_that_cannot_be_made_is_fatal(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Fatal, match="disk"):
        Disk(tmp_path / "file" / "below").open(US)


def test_a_folder_that_is_opened_again_keeps_to_its_memory(tmp_path: Path) -> None:
    for _ in range(2):
        store = Disk(tmp_path, cache_bytes=3 << 20).open(US).store
        assert store._db.property_value("rocksdb.block-cache-capacity") == str(3 << 20)
        store.close()
        newest = max((tmp_path / "catalogue").glob("OPTIONS-*"), key=lambda file: file.name)
        assert "filter_policy=bloomfilter" in newest.read_text()
