"""What must be here before anything starts: Java, Kafka's jars, Triton. Fetched once, checked always."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workers.embedded.class_archive import ClassArchive, archive_for
from workers.embedded.jars import provide, read_lock
from workers.embedded.java import Java, provide_java
from workers.embedded.kafka import classpath_of
from workers.embedded.triton_home import TritonHome, provide_triton

Progress = Callable[[str, int, int], None]
"""What (`kafka`, `triton`), bytes in place, bytes in all; 0 in all = not known. From several threads."""


@dataclass(frozen=True, slots=True)
class KafkaParts:
    """What a broker is run with. `version` is empty for the user's own."""

    java: Java
    classpath: tuple[Path, ...]
    version: str
    classes: ClassArchive


def silent(_what: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


def kafka_parts(environment: Mapping[str, str], cache: Path, progress: Progress = silent) -> KafkaParts:
    """Java, and KAFKA_HOME's jars as they are, else ours, held to the lock. Blocks. Raises `Fault`."""
    java = provide_java(environment, cache)
    if home := environment.get("KAFKA_HOME"):
        classpath = classpath_of(Path(home))
        return KafkaParts(java, classpath, "", archive_for(java, classpath, cache))
    lock = read_lock()
    classpath = provide(lock, cache, lambda done, total: progress("kafka", done, total))
    return KafkaParts(java, classpath, lock.version, archive_for(java, classpath, cache))


def triton_home(environment: Mapping[str, str], cache: Path, progress: Progress = silent) -> TritonHome:
    """The installed server. Blocks. Raises `Fault`."""
    progress("triton", 0, 0)
    home = provide_triton(environment, cache)
    progress("triton", 1, 1)
    return home
