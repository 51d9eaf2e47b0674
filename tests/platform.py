"""Real servers for tests: `running_kafka()`, `running_triton(repository)`; installed on first use."""

import asyncio
import shutil
import tempfile
import uuid
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from workers.adapters.clock import SystemClock
from workers.adapters.kafka_admin import cluster_id
from workers.embedded.folder import cache_folder
from workers.embedded.kafka import KafkaNode
from workers.embedded.loopback import choose_ports
from workers.embedded.process import Process
from workers.embedded.provision import kafka_parts
from workers.embedded.triton import TritonNode
from workers.embedded.triton_home import provide_triton
from workers.errors import Fault
from workers.settings import environment

Result = TypeVar("Result")

ENVIRONMENT = environment()
CACHE = cache_folder(ENVIRONMENT)
KAFKA_WITHIN = 60.0
TRITON_WITHIN = 60.0


@dataclass(frozen=True, slots=True)
class RunningKafka:
    """A broker without topics."""

    bootstrap: str
    process: Process


@dataclass(frozen=True, slots=True)
class RunningTriton:
    """A server that has answered on its port; `metrics` is host:port."""

    url: str
    metrics: str
    process: Process


@contextmanager
def running_kafka() -> Iterator[RunningKafka]:
    """Start a broker of its own in a temporary folder; ready when metadata answers."""
    with _folder("kafka") as folder:
        parts = kafka_parts(ENVIRONMENT, CACHE)
        ports = choose_ports(("kafka", "controller"), {})
        node = KafkaNode(
            folder=folder,
            log=folder / "kafka.log",
            port=ports["kafka"],
            controller_port=ports["controller"],
            java=parts.java,
            classpath=parts.classpath,
            classes=parts.classes,
            environment=ENVIRONMENT,
        )
        _run(node.prepare(SystemClock()))
        process = Process(node.command(), SystemClock())
        try:
            _run(_answers(process, lambda: cluster_id(node.bootstrap), KAFKA_WITHIN))
            yield RunningKafka(node.bootstrap, process)
        finally:
            node.keep_classes(_run(process.stop()))


@contextmanager
def running_triton(model_repository: Path) -> Iterator[RunningTriton]:
    """Start a server over all models of a repository; it has loaded them when its last port answers."""
    with _folder("triton") as folder:
        ports = choose_ports(("triton", "metrics"), {})
        node = TritonNode(
            home=provide_triton(ENVIRONMENT, CACHE),
            model_repository=model_repository,
            folder=folder,
            log=folder / "triton.log",
            port=ports["triton"],
            metrics_port=ports["metrics"],
            shm_prefix=f"copydesk_{uuid.uuid4().hex[:8]}_",
            environment=ENVIRONMENT,
        )
        process = Process(node.command(), SystemClock())
        try:
            _run(_answers(process, lambda: _listens(ports["metrics"]), TRITON_WITHIN))
            yield RunningTriton(node.url, f"127.0.0.1:{ports['metrics']}", process)
        finally:
            # It has nothing to lose, and would take four seconds to say goodbye.
            _run(process.end())
            node.clean()


@contextmanager
def _folder(name: str) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix=f"copydesk-{name}-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def _answers(process: Process, ask: Callable[[], Awaitable[object]], within: float) -> None:
    # Any answer will do; a server that has ended will never give one.
    async with asyncio.timeout(within):
        while True:
            if process.code is not None:
                raise RuntimeError(f"ended with {process.code} before it was ready:\n{process.tail()}")
            try:
                await ask()
                return
            except (Fault, OSError):
                await SystemClock().sleep(0.05)


async def _listens(port: int) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()
    await writer.wait_closed()


def _run(work: Coroutine[object, object, Result]) -> Result:
    # Not asyncio.run, which would take the event loop away from the plugin that runs the tests.
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(work)
    finally:
        loop.close()
