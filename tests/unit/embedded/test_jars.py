import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from workers.embedded.jars import ATTEMPTS, Jar, Lock, folder_of, missing, provide, read_lock, verify
from workers.errors import Fatal, Transient

CONTENTS = {"kafka-clients": b"clients" * 1000, "kafka-raft": b"raft" * 1000, "slf4j-api": b"log" * 100}


def jar(artifact: str, content: bytes) -> Jar:
    digest = hashlib.sha256(content).hexdigest()
    return Jar(group="org.example", artifact=artifact, version="1.0", sha256=digest, size=len(content))


LOCK = Lock("1.0", tuple(jar(artifact, content) for artifact, content in CONTENTS.items()), "0123456789abcdef")


class Repository:
    """Serves the contents; counts; may fail or lie."""

    def __init__(self, contents: dict[str, bytes] = CONTENTS) -> None:
        self.contents = contents
        self.asked: list[str] = []
        self.failures: dict[str, int] = {}

    def fetch(self, jar: Jar, below: Path) -> Path:
        self.asked.append(jar.artifact)
        if self.failures.get(jar.artifact, 0) > 0:
            self.failures[jar.artifact] -= 1
            raise ConnectionError("reset by peer")
        below.mkdir(parents=True)
        path = below / jar.file_name
        path.write_bytes(self.contents[jar.artifact])
        return path


def silent(_done: int, _total: int) -> None:
    return


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    provide(LOCK, tmp_path, silent, Repository().fetch)
    return folder_of(LOCK, tmp_path)


def test_the_committed_lock_names_forty_five_jars_of_kafka_and_their_bytes() -> None:
    lock = read_lock()
    names = {jar.artifact for jar in lock.jars}
    assert (lock.version, len(lock.jars), len(names)) == ("4.4.0", 45, 45)
    assert {jar.version for jar in lock.jars if jar.artifact in {"kafka_2.13", "kafka-clients"}} == {"4.4.0"}
    assert "log4j-slf4j-impl" in names


def test_every_jar_is_fetched_once_and_then_never_again(tmp_path: Path) -> None:
    repository = Repository()
    first = provide(LOCK, tmp_path, silent, repository.fetch)
    second = provide(LOCK, tmp_path, silent, repository.fetch)
    assert sorted(repository.asked) == sorted(CONTENTS)
    assert first == second
    assert [path.read_bytes() for path in first] == list(CONTENTS.values())


def test_only_what_is_missing_is_fetched(filled: Path, tmp_path: Path) -> None:
    (filled / "kafka-raft-1.0.jar").unlink()
    assert [jar.artifact for jar in missing(LOCK, filled)] == ["kafka-raft"]
    repository = Repository()
    provide(LOCK, tmp_path, silent, repository.fetch)
    assert repository.asked == ["kafka-raft"]


def test_progress_grows_to_all_bytes(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    provide(LOCK, tmp_path, lambda done, total: seen.append((done, total)), Repository().fetch)
    assert seen == sorted(seen)
    assert seen[-1] == (LOCK.size, LOCK.size)


def flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[17] ^= 1
    path.write_bytes(content)


def cut_it_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def remove(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("damage", [flip_a_byte, cut_it_short, remove])
def test_a_damaged_jar_is_named_with_the_remedy(filled: Path, damage: Callable[[Path], None]) -> None:
    damage(filled / "kafka-raft-1.0.jar")
    with pytest.raises(Fatal) as refused:
        verify(LOCK, filled)
    assert refused.value.reason == "jar-mismatch"
    assert str(filled / "kafka-raft-1.0.jar") in refused.value.detail
    assert "kafka-clients" not in refused.value.detail
    assert "Delete what is named and start again" in refused.value.detail


def test_a_start_does_not_repair_a_flipped_byte_behind_the_users_back(filled: Path, tmp_path: Path) -> None:
    flip_a_byte(filled / "slf4j-api-1.0.jar")
    repository = Repository()
    with pytest.raises(Fatal, match=r"slf4j-api-1\.0\.jar"):
        provide(LOCK, tmp_path, silent, repository.fetch)
    assert repository.asked == []


def test_what_differs_as_downloaded_never_reaches_the_folder(tmp_path: Path) -> None:
    liar = Repository({**CONTENTS, "kafka-raft": b"evil" * 1000})
    with pytest.raises(Fatal, match="as downloaded"):
        provide(LOCK, tmp_path, silent, liar.fetch)
    left = {path.name for path in folder_of(LOCK, tmp_path).iterdir()}
    assert left <= {"kafka-clients-1.0.jar", "slf4j-api-1.0.jar"}


def test_a_connection_that_breaks_is_tried_again(tmp_path: Path) -> None:
    repository = Repository()
    repository.failures["kafka-raft"] = ATTEMPTS - 1
    provide(LOCK, tmp_path, silent, repository.fetch)
    assert repository.asked.count("kafka-raft") == ATTEMPTS


def test_a_repository_that_is_away_is_told_with_ways_around_it(tmp_path: Path) -> None:
    repository = Repository()
    repository.failures["kafka-raft"] = 1000
    with pytest.raises(Transient, match=r"(?s)org\.example:kafka-raft:1\.0.*reset by peer.*KAFKA_HOME"):
        provide(LOCK, tmp_path, silent, repository.fetch)
    assert repository.asked.count("kafka-raft") == ATTEMPTS


def test_another_lock_has_another_folder(tmp_path: Path) -> None:
    other = Lock(LOCK.version, LOCK.jars[:1], "fedcba9876543210")
    assert folder_of(LOCK, tmp_path) != folder_of(other, tmp_path)


@pytest.mark.parametrize(
    "content", ["", "{}", '{"kafka": "1", "jars": []}', '{"kafka": "1", "jars": [{"group": "../x"}]}']
)
def test_a_lock_that_cannot_be_read_stops_the_start(tmp_path: Path, content: str) -> None:
    (tmp_path / "lock.json").write_text(content)
    with pytest.raises(Fatal, match="kafka-lock-unreadable"):
        read_lock(tmp_path / "lock.json")


def test_one_changed_character_of_the_lock_changes_its_digest(tmp_path: Path) -> None:
    lock = read_lock()
    copy = tmp_path / "lock.json"
    shutil.copy(Path(read_lock.__code__.co_filename).with_name("kafka.lock.json"), copy)
    assert read_lock(copy).digest == lock.digest
    copy.write_text(copy.read_text() + "\n")
    assert read_lock(copy).digest != lock.digest
