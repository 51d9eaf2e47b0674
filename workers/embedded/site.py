"""What is asked for, where it lives, and the components that make it up."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from schemas.topics import EMBEDDED_PARTITIONS, TOPICS
from workers.adapters.kafka_admin import cluster_id, connect
from workers.adapters.kafka_topics import apply
from workers.embedded.component import Component, RestartPolicy
from workers.embedded.folder import DataFolder
from workers.embedded.kafka import KafkaNode
from workers.embedded.loopback import ask
from workers.embedded.own_keys import made_keys, missing_from
from workers.embedded.process import PROJECT, Command, own_command, own_environment
from workers.embedded.provision import KafkaParts
from workers.embedded.triton import TritonNode, shm_prefix_of
from workers.embedded.triton_home import TritonHome
from workers.errors import Transient
from workers.ports import Clock

MODEL_REPOSITORY: Final = PROJECT / "model_repository"
WORKER_GRACE_SECONDS: Final = 25.0
HTTP_OK: Final = 200
PRODUCT_DESKS: Final = '["describe", "probe"]'
USER_DESKS: Final = '["personalise"]'


@dataclass(frozen=True, slots=True)
class Checks:
    """What only a client can tell: `canary` of Triton's host:port, `probe` of the broker's and a worker.

    Each returns when an answer came, raises `Transient` when not yet, `Fatal` when it never will.
    """

    canary: Callable[[str], Awaitable[object]]
    probe: Callable[[str, str], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Wish:
    """The platform that is asked for. `bootstrap` = the user's own Kafka; `settings` go to every worker."""

    folder: Path
    cache: Path
    environment: Mapping[str, str]
    workers: int = 2
    bootstrap: str = ""
    partitions: int = EMBEDDED_PARTITIONS
    model_repository: Path = MODEL_REPOSITORY
    settings: Mapping[str, str] = field(default_factory=dict)
    user_workers: int = 0
    read_sides: int = 0
    policy: RestartPolicy = field(default_factory=RestartPolicy)

    @property
    def worker_names(self) -> tuple[str, ...]:
        return tuple(f"worker-{number}" for number in range(self.workers))

    @property
    def user_worker_names(self) -> tuple[str, ...]:
        return tuple(f"users-{number}" for number in range(self.user_workers))

    @property
    def read_side_names(self) -> tuple[str, ...]:
        return tuple(f"api-{number}" for number in range(self.read_sides))

    @property
    def port_names(self) -> tuple[str, ...]:
        """Of all that listens; workers listen for health, readiness and metrics."""
        return (
            "kafka",
            "kafka-controller",
            "triton",
            "triton-metrics",
            *self.worker_names,
            *self.user_worker_names,
            *self.read_side_names,
        )


@dataclass(frozen=True, slots=True)
class Site:
    """A wish with its folder held and its ports chosen."""

    wish: Wish
    folder: DataFolder
    ports: Mapping[str, int]
    clock: Clock

    @property
    def bootstrap(self) -> str:
        return self.wish.bootstrap or f"127.0.0.1:{self.ports['kafka']}"

    @property
    def triton_url(self) -> str:
        return f"127.0.0.1:{self.ports['triton']}"

    @property
    def triton_metrics(self) -> str:
        return f"127.0.0.1:{self.ports['triton-metrics']}"

    def log(self, name: str) -> Path:
        return self.folder.logs / f"{name}.log"

    async def apply_topics(self) -> None:
        """All topics of the registry. Raises `Fatal` where a partition count would have to change."""
        async with connect(self.bootstrap) as admin:
            await apply(admin, TOPICS.values(), self.wish.partitions, 1, self.clock)


def kafka_component(site: Site, parts: KafkaParts) -> Component:
    """Ready when metadata answers; then the topics are made."""
    node = KafkaNode(
        folder=site.folder.path / "kafka",
        log=site.log("kafka"),
        port=site.ports["kafka"],
        controller_port=site.ports["kafka-controller"],
        java=parts.java,
        classpath=parts.classpath,
        classes=parts.classes,
        environment=site.wish.environment,
    )
    answers = partial(cluster_id, node.bootstrap)
    return Component(
        name="kafka",
        command=node.command,
        prepare=partial(node.prepare, site.clock),
        ready=answers,
        settle=site.apply_topics,
        healthy=answers,
        clear=node.keep_classes,
        health_every=5.0,
    )


def triton_component(site: Site, home: TritonHome, checks: Checks) -> Component:
    """Ready, and well, while an inference answers: the server's own word outlives its model process."""
    node = TritonNode(
        home=home,
        model_repository=site.wish.model_repository,
        folder=site.folder.path / "triton",
        log=site.log("triton"),
        port=site.ports["triton"],
        metrics_port=site.ports["triton-metrics"],
        shm_prefix=shm_prefix_of(site.folder.path),
        environment=site.wish.environment,
    )

    async def clean() -> None:
        # What a predecessor that was killed together with its supervisor has left; the folder's lock is ours.
        node.clean()

    canary = partial(checks.canary, node.url)
    return Component(
        name="triton",
        command=node.command,
        prepare=clean,
        ready=canary,
        healthy=canary,
        clear=lambda _: node.clean(),
    )


def worker_component(site: Site, name: str, checks: Checks) -> Component:
    """Ready when it says so and an event of its own topic has gone through it."""
    port = site.ports[name]

    async def ready() -> None:
        await _says_yes(port, "/readyz")
        await checks.probe(site.bootstrap, name)

    return Component(
        name=name,
        command=partial(_worker_command, site, name, PRODUCT_DESKS),
        ready=ready,
        # Not /readyz: while Triton is away a worker is not ready, and right to wait.
        healthy=partial(_says_yes, port, "/healthz"),
        probe_within=15.0,
        health_every=2.0,
        # One after the other they would take the partitions from each other again.
        with_previous=name != site.wish.worker_names[0],
    )


def user_worker_component(site: Site, name: str) -> Component:
    """Ready when it says so: the probe's topic is of the workers of products, whose path is the same."""
    return _beside(site, name, partial(_worker_command, site, name, USER_DESKS))


def read_side_component(site: Site, name: str) -> Component:
    """Ready when it holds what the topics hold."""
    argv = ("api", "--port", str(site.ports[name]))
    return _beside(site, name, partial(_command, site, name, argv, {}))


def _beside(site: Site, name: str, command: Callable[[], Command]) -> Component:
    """A process that starts beside the workers of products: it takes nothing from them."""
    port = site.ports[name]
    return Component(
        name=name,
        command=command,
        ready=partial(_says_yes, port, "/readyz"),
        healthy=partial(_says_yes, port, "/healthz"),
        probe_within=15.0,
        health_every=2.0,
        with_previous=True,
    )


def _worker_command(site: Site, name: str, desks: str) -> Command:
    more = {
        **missing_from(site.wish.environment, made_keys(site.folder)),
        "COPYDESK_DESKS": desks,
        "COPYDESK_TRITON__URL": site.triton_url,
        "COPYDESK_HTTP__PORT": str(site.ports[name]),
    }
    return _command(site, name, ("worker", "--name", name), more)


def _command(site: Site, name: str, argv: Sequence[str], more: Mapping[str, str]) -> Command:
    """One of our own processes, in a folder of its own."""
    folder = site.folder.path / "workers" / name
    folder.mkdir(parents=True, exist_ok=True)
    environment = {
        **own_environment(site.wish.environment),
        "COPYDESK_NAME": name,
        "COPYDESK_DATA_DIR": str(folder),
        "COPYDESK_KAFKA__BOOTSTRAP": site.bootstrap,
        "COPYDESK_KAFKA__PARTITIONS": str(site.wish.partitions),
        **more,
        **site.wish.settings,
    }
    return Command(own_command(*argv), environment, folder, site.log(name), WORKER_GRACE_SECONDS)


async def _says_yes(port: int, path: str) -> None:
    status, body = await ask(port, path)
    if status != HTTP_OK:
        raise Transient("not-ready", f"{path} says {status} {body[:200].decode('utf-8', 'replace')}")
