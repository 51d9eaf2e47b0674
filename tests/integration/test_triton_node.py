import asyncio
import dataclasses
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
import tritonclient.grpc.aio as grpc
from tritonclient.utils import InferenceServerException

from tests.platform import CACHE, ENVIRONMENT, RunningTriton, running_triton
from workers.adapters.clock import SystemClock
from workers.embedded.component import Component, Notice, State
from workers.embedded.loopback import ask, choose_ports
from workers.embedded.supervisor import Supervisor
from workers.embedded.triton import SHARED_MEMORY, TritonNode
from workers.embedded.triton_echo import self_test, write_model
from workers.embedded.triton_home import TritonHome, provide_triton
from workers.errors import Fatal, Transient

pytestmark = pytest.mark.triton

WORDS = np.array([b"plain", "纯棉，透气".encode(), b""], dtype=object)
NUMBERS = np.array([0, 1, 127, 255], dtype=np.uint8)


@pytest.fixture(scope="module")
def home() -> TritonHome:
    return provide_triton(ENVIRONMENT, CACHE)


@pytest.fixture(scope="module")
def echo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningTriton]:
    models = tmp_path_factory.mktemp("models")
    write_model(models)
    with running_triton(models) as server:
        yield server


async def infer(url: str) -> grpc.InferResult:
    words = grpc.InferInput("words", [len(WORDS)], "BYTES")
    words.set_data_from_numpy(WORDS)
    numbers = grpc.InferInput("numbers", [len(NUMBERS)], "UINT8")
    numbers.set_data_from_numpy(NUMBERS)
    async with grpc.InferenceServerClient(url) as client:
        return await client.infer("echo", [words, numbers], client_timeout=2.0)


async def canary(url: str) -> None:
    try:
        await infer(url)
    except InferenceServerException as error:
        raise Transient("canary-failed", str(error)) from error


async def test_a_model_gets_and_gives_the_same_bytes(echo: RunningTriton) -> None:
    answer = await infer(echo.url)
    assert answer.as_numpy("words").tolist() == WORDS.tolist()
    assert answer.as_numpy("numbers").tolist() == NUMBERS.tolist()


async def test_only_grpc_and_metrics_listen_and_only_on_loopback(echo: RunningTriton) -> None:
    listening = {
        (address.laddr.ip.removeprefix("::ffff:"), address.laddr.port)
        for address in psutil.Process(echo.process.pid).net_connections()
        if address.status == psutil.CONN_LISTEN
    }
    expected = {tuple(url.rsplit(":", 1)) for url in (echo.url, echo.metrics)}
    assert {(host, str(port)) for host, port in listening} == expected
    status, body = await ask(int(echo.metrics.rpartition(":")[2]), "/metrics")
    assert status == 200
    assert b"nv_inference_request_success" in body


async def test_the_self_test_passes_where_the_recipe_was_followed(home: TritonHome) -> None:
    home.check_numpy()
    await self_test(home, ENVIRONMENT, SystemClock())


async def test_the_self_test_finds_a_numpy_that_corrupts_tensors(home: TritonHome, tmp_path: Path) -> None:
    spoilt = dataclasses.replace(home, folder=tmp_path / "home")
    shutil.copytree(home.folder, spoilt.folder, copy_function=os.link, symlinks=True)
    packages = next(spoilt.folder.glob("lib/python3.*/site-packages"))
    for name in ("numpy", "numpy.libs"):
        shutil.rmtree(packages / name)
        shutil.copytree(Path(np.__file__).parents[1] / name, packages / name)
    with pytest.raises(Fatal, match="has NumPy 2"):
        spoilt.check_numpy()
    with pytest.raises(Fatal, match="triton-echo"):
        await self_test(spoilt, ENVIRONMENT, SystemClock())


def component(node: TritonNode) -> Component:
    async def alive() -> None:
        await canary(node.url)

    return Component("triton", node.command, ready=alive, healthy=alive, clear=lambda _: node.clean())


def one_of(stubs: list[psutil.Process]) -> list[psutil.Process]:
    return stubs[:1]


def all_of(stubs: list[psutil.Process]) -> list[psutil.Process]:
    return stubs


@pytest.fixture
def node(home: TritonHome, tmp_path: Path) -> TritonNode:
    write_model(tmp_path / "models", instances=2)
    ports = choose_ports(("grpc", "metrics"), {})
    return TritonNode(
        home=home,
        model_repository=tmp_path / "models",
        folder=tmp_path / "triton",
        log=tmp_path / "triton.log",
        port=ports["grpc"],
        metrics_port=ports["metrics"],
        shm_prefix=f"copydesk_test_{os.getpid()}_",
        environment=ENVIRONMENT,
    )


@pytest.mark.parametrize("chosen", [all_of, one_of])
async def test_a_dead_stub_behind_a_ready_server_is_noticed_within_ten_seconds_and_healed(
    node: TritonNode, chosen: Callable[[list[psutil.Process]], list[psutil.Process]]
) -> None:
    clock = SystemClock()
    noticed: list[tuple[float, str]] = []

    def tell(notice: Notice) -> None:
        if notice.event == "process_restarting":
            noticed.append((clock.now(), notice.fact))

    supervisor = Supervisor([component(node)], clock, tell=tell)
    await supervisor.start()
    try:
        server = psutil.Process(supervisor.status()[0].pid)
        for stub in chosen(server.children()):
            stub.kill()
        killed = clock.now()
        async with grpc.InferenceServerClient(node.url) as client:
            assert await client.is_model_ready("echo")
            assert await client.is_server_ready()
        async with asyncio.timeout(30):
            while supervisor.status()[0].restarts == 0 or supervisor.status()[0].state is not State.READY:
                await clock.sleep(0.05)
        await infer(node.url)
    finally:
        await supervisor.stop()
    ((moment, fact),) = noticed
    assert moment - killed < 10
    assert "not healthy" in fact


async def test_a_killed_server_leaves_no_shared_memory_and_no_stub(node: TritonNode) -> None:
    supervisor = Supervisor([component(node)], SystemClock())
    await supervisor.start()
    stubs = psutil.Process(supervisor.status()[0].pid).children()
    assert list(SHARED_MEMORY.glob(f"{node.shm_prefix}*"))
    supervisor.hold("triton")
    async with asyncio.timeout(5):
        while supervisor.status()[0].state is not State.HELD:
            await SystemClock().sleep(0.02)
    _, left = psutil.wait_procs(stubs, timeout=5)
    assert [one for one in left if one.status() != psutil.STATUS_ZOMBIE] == []
    assert len(stubs) == 2
    assert not list(SHARED_MEMORY.glob(f"{node.shm_prefix}*"))
    await supervisor.stop()


async def test_a_model_that_cannot_be_loaded_is_told_with_the_servers_words(node: TritonNode) -> None:
    (node.model_repository / "echo" / "1" / "model.py").write_text("import no_such_module\n")
    supervisor = Supervisor([component(node)], SystemClock())
    with pytest.raises(Transient, match=r"(?s)ended with 1 before it was ready.*no_such_module"):
        await supervisor.start()


def test_a_missing_model_repository_is_named(node: TritonNode) -> None:
    with pytest.raises(Fatal, match="model-repository-missing"):
        dataclasses.replace(node, model_repository=Path("nowhere")).command()
