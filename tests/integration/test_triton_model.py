"""The Triton adapter against a real server that is killed, frozen, or serves something else."""

import asyncio
import os
import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from signal import SIGCONT, SIGKILL, SIGSTOP

import psutil
import pytest

from tests.doubles import NullMeter
from tests.platform import CACHE, ENVIRONMENT
from workers.adapters.clock import SystemClock
from workers.adapters.triton import TritonModel
from workers.embedded.loopback import choose_ports
from workers.embedded.process import Process
from workers.embedded.triton import TritonNode
from workers.embedded.triton_home import provide_triton
from workers.errors import DoNotRestart, Fault, Permanent, Transient
from workers.outcome import Answer, Lane, Order
from workers.write.batching import Batcher, Limits
from workers.write.breaker import Breaker, GuardedModel, Policy, State
from workers.write.realise.serve import fingerprint

pytestmark = pytest.mark.triton

HERE = Path(__file__).parent
CONFIG = HERE.parents[1] / "model_repository" / "writer" / "config.pbtxt"
READY_WITHIN = 30.0
SOON = 10.0
"""Seconds: long before a row that sleeps would be answered, and before other bounds here."""


@dataclass
class Server:
    """Triton over a model repository of its own, to be killed and started again on the same port."""

    node: TritonNode
    process: Process | None = None

    async def start(self) -> None:
        self.process = Process(self.node.command(), SystemClock())
        async with asyncio.timeout(READY_WITHIN):
            while not await self._listens():
                assert self.process.code is None, self.process.tail()
                await asyncio.sleep(0.05)

    async def _listens(self) -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.node.port)
        except OSError:
            return False
        writer.close()
        await writer.wait_closed()
        return True

    def stubs(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children()

    async def kill(self) -> None:
        await self.process.end()
        self.node.clean()

    async def stop(self) -> None:
        if self.process is not None:
            self.process.send_to_group(SIGCONT)
            await self.kill()


def repository(folder: Path, config: str) -> Path:
    (folder / "writer" / "1").mkdir(parents=True)
    (folder / "writer" / "config.pbtxt").write_text(config)
    shutil.copy(HERE / "trial_model.py", folder / "writer" / "1" / "model.py")
    return folder


def node(models: Path, folder: Path) -> TritonNode:
    ports = choose_ports(("grpc", "metrics"), {})
    return TritonNode(
        home=provide_triton(ENVIRONMENT, CACHE),
        model_repository=models,
        folder=folder,
        log=folder / "triton.log",
        port=ports["grpc"],
        metrics_port=ports["metrics"],
        shm_prefix=f"copydesk_trial_{os.getpid()}_{ports['grpc']}_",
        environment=ENVIRONMENT,
    )


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    config = CONFIG.read_text().replace("count: 2", "count: 1")
    made = Server(node(repository(tmp_path / "models", config), tmp_path))
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
async def model(server: Server) -> AsyncIterator[TritonModel]:
    made = TritonModel(server.node.url)
    await made.handshake(READY_WITHIN)
    yield made
    await made.close()


async def said(model: TritonModel, *prompts: bytes, timeout: float = 5.0) -> list[bytes]:
    return [row.text.encode() for row in await model.infer([Order(prompt) for prompt in prompts], timeout)]


async def fault_of(model: TritonModel, prompt: bytes, timeout: float = 5.0) -> Fault:
    with pytest.raises(Fault) as caught:
        await said(model, prompt, timeout=timeout)
    return caught.value


async def canary(model: TritonModel) -> str:
    try:
        await model.canary(5.0)
    except Transient as fault:
        return fault.reason
    return "ok"


async def test_the_handshake_learns_what_the_server_is(model):
    assert (model.fingerprint, model.max_batch_size) == ("a" * 64, 64)


async def test_answers_come_in_the_order_of_their_rows(model):
    rows = [b"%d \xe4\xba\x9a\xe9\xba\xbb" % number for number in range(64)]
    assert await said(model, *rows) == rows


async def test_an_answer_may_be_larger_than_grpc_takes_by_itself(model):
    (text,) = await said(model, b"large")
    assert len(text) == 6 << 20


async def test_a_call_that_the_model_breaks_or_refuses_is_permanent(model):
    broken, refused = await fault_of(model, b"break the call"), await fault_of(model, b"refuse the call")
    assert (type(broken), broken.reason) == (Permanent, "model-error")
    assert (type(refused), refused.reason) == (Permanent, "model-refused")
    assert await said(model, b"still here") == [b"still here"]


async def test_one_bad_row_fails_alone(model):
    machine = Batcher(model, SystemClock(), NullMeter(), Limits())
    deadline = SystemClock().now() + 20
    async with asyncio.TaskGroup() as group:
        good = [group.create_task(machine.submit(Order(b"%d" % number), Lane.LIVE, deadline)) for number in range(40)]
        with pytest.raises(Permanent, match="model-error"):
            await machine.submit(Order(b"break the call"), Lane.LIVE, deadline)
    assert [task.result().text for task in good] == [str(number) for number in range(40)]
    await machine.close()


async def test_a_slow_call_ends_at_its_deadline(model):
    async with asyncio.timeout(SOON):
        fault = await fault_of(model, b"sleep", timeout=0.4)
    assert (type(fault), fault.reason) == (Transient, "writer-too-slow")


async def test_a_caller_who_leaves_does_not_wait_for_the_server(model):
    work = asyncio.get_running_loop().create_task(said(model, b"sleep", timeout=60.0))
    await asyncio.sleep(0.1)
    work.cancel()
    async with asyncio.timeout(SOON):
        with pytest.raises(asyncio.CancelledError):
            await work


async def test_a_dead_stub_is_the_writers_absence_not_the_rows_fault(server, model):
    for stub in server.stubs():
        stub.kill()
    fault = await fault_of(model, b"anything")
    assert (type(fault), fault.reason) == (Transient, "writer-stub-dead")
    with pytest.raises(Transient, match="writer-stub-dead"):
        await model.canary(5.0)


async def test_a_row_that_kills_the_stub_is_transient_too(model):
    assert isinstance(await fault_of(model, b"die"), Transient)


async def test_a_frozen_server_costs_no_more_than_the_deadline(server, model):
    server.process.send_to_group(SIGSTOP)
    for _ in range(2):
        async with asyncio.timeout(SOON):
            fault = await fault_of(model, b"anything", timeout=0.5)
        assert fault.reason == "writer-too-slow"
    server.process.send_to_group(SIGCONT)
    assert await said(model, b"awake") == [b"awake"]


async def test_a_killed_server_opens_the_breaker_and_the_same_channel_recovers(server, model):
    clock = SystemClock()
    breaker = Breaker(lambda: model.handshake(5.0), clock, NullMeter(), Policy(probe_interval=0.2))
    machine = Batcher(GuardedModel(model, breaker, 5.0), clock, NullMeter(), Limits())
    opened = asyncio.Event()
    breaker.watch(lambda state, _: opened.set() if state is State.OPEN else None)

    async def ask() -> Answer | Fault:
        try:
            return await machine.submit(Order(b"a"), Lane.LIVE, clock.now() + 10)
        except Fault as fault:
            return fault

    assert isinstance(await ask(), Answer)
    await server.kill()
    async with asyncio.timeout(SOON):
        while not opened.is_set():
            assert isinstance(await ask(), Transient)
    await server.start()
    assert await breaker.wait_closed(SOON)
    assert isinstance(await ask(), Answer)
    await machine.close()
    await breaker.close()


async def test_calls_in_flight_when_the_server_dies_are_told_at_once(server, model):
    work = asyncio.get_running_loop().create_task(fault_of(model, b"sleep", timeout=60.0))
    await asyncio.sleep(0.2)
    server.process.send_to_group(SIGKILL)
    async with asyncio.timeout(SOON):
        fault = await work
    assert (type(fault), fault.reason) == (Transient, "writer-away")


async def test_a_server_that_is_not_there_is_told_within_the_timeout():
    model = TritonModel("127.0.0.1:1")
    async with asyncio.timeout(SOON):
        with pytest.raises(Transient, match="writer-away"):
            await model.handshake(1.0)
    assert (model.fingerprint, (await fault_of(model, b"a")).reason) == ("", "writer-away")
    await model.close()


@pytest.mark.parametrize(
    ("tensor", "entry", "told"),
    [
        ("seed", 'name: "seed" data_type: TYPE_INT32 dims: [ 1 ]', r"input `seed` is TYPE_INT32 \[1\]"),
        ("status", 'name: "state" data_type: TYPE_STRING dims: [ 1 ]', "output `status` is missing"),
        ("text", 'name: "text" data_type: TYPE_STRING dims: [ 2 ]', r"output `text` is TYPE_STRING \[2\]"),
        ("top_k", 'name: "top_p" data_type: TYPE_INT32 dims: [ 1 ]', "input `top_p` is wanted by the server"),
    ],
)
async def test_a_model_with_other_tensors_is_refused_by_name(tmp_path, tensor, entry, told):
    config, changed = re.subn(rf'name: "{tensor}" [^}}]*', entry + " ", CONFIG.read_text())
    assert changed == 1
    server = Server(node(repository(tmp_path / "models", config), tmp_path))
    await server.start()
    model = TritonModel(server.node.url)
    try:
        with pytest.raises(DoNotRestart, match=told) as caught:
            await model.handshake(READY_WITHIN)
        assert "model_repository/README.md" in str(caught.value)
    finally:
        await model.close()
        await server.stop()


async def test_a_repository_kept_elsewhere_is_told_where_the_code_is(tmp_path):
    folder = tmp_path / "models"
    shutil.copytree(CONFIG.parents[1], folder)
    with (folder / "writer" / "config.pbtxt").open("a") as config:
        config.write(f'parameters {{ key: "code" value {{ string_value: "{HERE.parents[1]}" }} }}\n')
    server = Server(node(folder, tmp_path))
    await server.start()
    model = TritonModel(server.node.url)
    try:
        await model.handshake(READY_WITHIN)
        assert model.fingerprint == fingerprint.__wrapped__()
    finally:
        await model.close()
        await server.stop()


async def test_one_dead_stub_of_two_fails_every_other_canary(tmp_path):
    server = Server(node(repository(tmp_path / "models", CONFIG.read_text()), tmp_path))
    await server.start()
    model = TritonModel(server.node.url)
    try:
        await model.handshake(READY_WITHIN)
        server.stubs()[0].kill()
        assert {await canary(model) for _ in range(4)} == {"ok", "writer-stub-dead"}
    finally:
        await model.close()
        await server.stop()
