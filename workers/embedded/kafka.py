"""One Kafka broker and controller in one JVM: its files, its format, its command line."""

import base64
import os
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workers.embedded.class_archive import ClassArchive
from workers.embedded.java import Java
from workers.embedded.loopback import HOST
from workers.embedded.process import Command, Ended, Process
from workers.errors import Fatal
from workers.ports import Clock

STOP_SECONDS: Final = 20.0
FORMAT_SECONDS: Final = 60.0

_JVM: Final = (
    *("-Xms128m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"),
    *("-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true"),
)

_LOG4J: Final = """\
appender.stdout.type=Console
appender.stdout.name=STDOUT
appender.stdout.layout.type=PatternLayout
appender.stdout.layout.pattern=%d{ISO8601} %p %m (%c)%n
rootLogger.level=WARN
rootLogger.appenderRef.stdout.ref=STDOUT
logger.server.name=kafka.server
logger.server.level=INFO
"""

# The cleaner's buffer is cut from 128 MB, half of this heap. A broker that was killed is taken back
# only when its old session has ended: after 3 s instead of 9.
_PROPERTIES: Final = """\
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@{host}:{controller}
listeners=PLAINTEXT://{host}:{port},CONTROLLER://{host}:{controller}
advertised.listeners=PLAINTEXT://{host}:{port}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs={data}
auto.create.topics.enable=false
offsets.topic.num.partitions=4
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
num.network.threads=2
num.io.threads=4
log.segment.bytes=67108864
log.cleaner.dedupe.buffer.size=16777216
"""


@dataclass(frozen=True, slots=True)
class KafkaNode:
    """Where a broker lives. `folder` holds its data and settings and moves with the data folder.

    `classes` halves a start: the JVM writes it at the first clean stop, and uses it from then on.
    """

    folder: Path
    log: Path
    port: int
    controller_port: int
    java: Java
    classpath: Sequence[Path]
    classes: ClassArchive
    environment: Mapping[str, str]

    @property
    def bootstrap(self) -> str:
        """For clients."""
        return f"{HOST}:{self.port}"

    def command(self) -> Command:
        """What runs the broker, once `prepare` has been awaited."""
        logging = f"-Dlog4j2.configurationFile={self._logging.as_uri()}"
        return self._java((*_JVM, *self._sharing(), logging), "kafka.Kafka", str(self._properties), self.log)

    def keep_classes(self, ended: Ended) -> None:
        """Keep what a clean stop has written; to be called after every end."""
        self.classes.keep(self._own_classes, complete=ended.code >= 0)

    async def prepare(self, clock: Clock) -> None:
        """Write the settings, and format the data folder unless it is. Raises `Fatal`."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._properties.write_text(server_properties(self._data, self.port, self.controller_port))
        self._logging.write_text(_LOG4J)
        if (self._data / "meta.properties").exists():
            return
        log = self.folder / "format.log"
        jvm = ("-Xmx128m", *_JVM[2:])
        command = self._java(jvm, "kafka.tools.StorageTool", "format", log)
        tool = (*command.argv, "-t", _cluster_id(), "-c", str(self._properties))
        process = Process(Command(tool, command.environment, command.folder, log, grace=0), clock)
        try:
            code = await process.wait(FORMAT_SECONDS)
        finally:
            await process.end()
        if code != 0:
            raise Fatal("kafka-format-failed", f"exit {code} from {self._data}:\n{process.tail()}")

    def _sharing(self) -> tuple[str, ...]:
        if self.classes.usable():
            return (f"-XX:SharedArchiveFile={self.classes.path}",)
        # To a file of its own: two platforms may stop at once.
        return (f"-XX:ArchiveClassesAtExit={self._own_classes}",)

    def _java(self, jvm: Sequence[str], main: str, argument: str, log: Path) -> Command:
        classpath = os.pathsep.join(str(jar) for jar in self.classpath)
        argv = (str(self.java.path), *jvm, "-cp", classpath, main, argument)
        return Command(argv, self.environment, self.folder, log, STOP_SECONDS)

    @property
    def _own_classes(self) -> Path:
        return self.classes.path.with_name(f"{self.classes.path.name}.{self.port}")

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    @property
    def _properties(self) -> Path:
        return self.folder / "server.properties"

    @property
    def _logging(self) -> Path:
        return self.folder / "log4j2.properties"


def server_properties(data: Path, port: int, controller_port: int) -> str:
    """The settings of a single node that is both broker and controller."""
    return _PROPERTIES.format(host=HOST, port=port, controller=controller_port, data=data)


def classpath_of(home: Path) -> tuple[Path, ...]:
    """The jars of a Kafka that the user has installed. Raises `Fatal` when there are none."""
    jars = tuple(sorted((home / "libs").glob("*.jar")))
    if not jars:
        raise Fatal("kafka-home-empty", f"KAFKA_HOME={home} has no libs/*.jar; unset it to let Copydesk fetch Kafka")
    return jars


def _cluster_id() -> str:
    # A leading dash would read as an option of the format tool.
    return "C" + base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")[1:]
