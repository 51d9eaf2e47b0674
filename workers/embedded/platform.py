"""The whole platform on one machine: Kafka, then Triton, then workers, over one data folder."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Final, Literal

from workers.embedded.component import Component, Notice
from workers.embedded.folder import (
    DataFolder,
    KafkaEntry,
    PlatformState,
    TritonEntry,
    entry_of,
    own_identity,
)
from workers.embedded.keeper import Tell
from workers.embedded.loopback import choose_ports
from workers.embedded.provision import Progress, kafka_parts, triton_home
from workers.embedded.site import (
    Checks,
    Site,
    Wish,
    kafka_component,
    read_side_component,
    triton_component,
    user_worker_component,
    worker_component,
)
from workers.embedded.supervisor import Stopped, Supervisor
from workers.embedded.triton import clean_shared_memory, shm_prefix_of
from workers.embedded.triton_echo import self_test
from workers.errors import Fatal
from workers.ports import Clock

EPHEMERAL: Final = "copydesk-ephemeral-"

Phase = Literal["starting", "up", "stopping", "down", "failed"]


class Platform:
    """A running platform. What is known of it is written to its folder at every change."""

    def __init__(self, site: Site, components: tuple[Component, ...], kafka_version: str, tell: Tell) -> None:
        self.site = site
        self.supervisor = Supervisor(components, site.clock, policy=site.wish.policy, tell=self._told)
        self.stopped: tuple[Stopped, ...] = ()
        self._kafka_version = kafka_version
        self._tell = tell
        self._phase: Phase = "starting"
        self._failure = ""

    @property
    def bootstrap(self) -> str:
        return self.site.bootstrap

    @property
    def triton_url(self) -> str:
        return self.site.triton_url

    async def start(self) -> None:
        """Everything, in order. Raises the first `Fault`; `stop` it all the same."""
        self._enter("starting")
        try:
            if self.site.wish.bootstrap:
                await self.site.apply_topics()
            await self.supervisor.start()
        except BaseException as error:
            self._failure = str(error) or type(error).__name__
            self._enter("failed")
            raise
        self._enter("up")
        self._tell(Notice("platform_up", "platform"))

    async def wait(self) -> None:
        """Until a process cannot be kept alive. Raises its `Fatal`."""
        try:
            await self.supervisor.wait()
        except Fatal as fatal:
            self._failure = str(fatal)
            raise

    async def stop(self) -> None:
        """Everything, in reverse order; `stopped` then says how each process ended."""
        self._enter("stopping")
        self.stopped = await self.supervisor.stop()
        self._enter("failed" if self._failure else "down")
        self._tell(Notice("platform_stopped", "platform", self._failure))

    def state(self) -> PlatformState:
        """As `status --json` shows it."""
        site = self.site
        pid, started = own_identity() if self._phase in {"starting", "up", "stopping"} else (0, 0.0)
        return PlatformState(
            state=self._phase,
            pid=pid,
            started=started,
            data_dir=str(site.folder.path),
            kafka=KafkaEntry(bootstrap=site.bootstrap, version=self._kafka_version),
            triton=TritonEntry(grpc=site.triton_url, metrics=site.triton_metrics),
            ports=dict(site.ports),
            processes=tuple(entry_of(status) for status in self.supervisor.status()),
            failure=self._failure,
        )

    def _enter(self, phase: Phase) -> None:
        self._phase = phase
        self.site.folder.write(self.state())

    def _told(self, notice: Notice) -> None:
        self.site.folder.write(self.state())
        self._tell(notice)


@asynccontextmanager
async def running(wish: Wish, checks: Checks, clock: Clock, tell: Tell, progress: Progress) -> AsyncIterator[Platform]:
    """A platform from the first fetch to the last stop. Raises `Fault`; a cancellation stops in order."""
    folder = DataFolder(wish.folder)
    with folder.held():
        ports = choose_ports(wish.port_names, folder.read().ports)
        site = Site(wish, folder, ports, clock)
        components, version = await _components(site, checks, progress)
        platform = Platform(site, components, version, tell)
        try:
            await platform.start()
            yield platform
        finally:
            await platform.stop()


@contextmanager
def ephemeral_folder() -> Iterator[Path]:
    """A data folder that goes with its platform; those of platforms that were killed go too."""
    for left in Path(tempfile.gettempdir()).glob(f"{EPHEMERAL}*"):
        if DataFolder(left).is_abandoned():
            clean_shared_memory(shm_prefix_of(left.resolve()))
            shutil.rmtree(left, ignore_errors=True)
    path = Path(tempfile.mkdtemp(prefix=EPHEMERAL))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


async def _components(site: Site, checks: Checks, progress: Progress) -> tuple[tuple[Component, ...], str]:
    wish = site.wish
    # Both at once; a cancellation is heard when what is being fetched is in place.
    triton = asyncio.to_thread(triton_home, wish.environment, wish.cache, progress)
    workers = (
        *(worker_component(site, name, checks) for name in wish.worker_names),
        *(user_worker_component(site, name) for name in wish.user_worker_names),
        *(read_side_component(site, name) for name in wish.read_side_names),
    )
    if wish.bootstrap:
        home = await triton
        kafka: tuple[Component, ...] = ()
        version = ""
    else:
        home, parts = await asyncio.gather(
            triton, asyncio.to_thread(kafka_parts, wish.environment, wish.cache, progress)
        )
        kafka = (kafka_component(site, parts),)
        version = parts.version
    await self_test(home, wish.environment, site.clock)
    return (*kafka, triton_component(site, home, checks), *workers), version
