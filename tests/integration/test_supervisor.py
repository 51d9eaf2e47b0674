import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from pydantic import BaseModel

from schemas.topics import TOPICS
from tests.platform import CACHE, ENVIRONMENT, RunningKafka
from workers.adapters.clock import SystemClock
from workers.adapters.kafka_admin import cluster_id, connect
from workers.embedded.checks import real_checks
from workers.embedded.component import Component, Notice, RestartPolicy, State, nothing
from workers.embedded.folder import DataFolder, PlatformState
from workers.embedded.jars import read_lock
from workers.embedded.platform import Platform, running
from workers.embedded.process import Command
from workers.embedded.provision import silent
from workers.embedded.site import Wish
from workers.embedded.supervisor import Supervisor
from workers.errors import Exit, Fatal

pytestmark = [pytest.mark.kafka, pytest.mark.triton]

PROJECT = Path(__file__).parents[2]
SERVERS = ("--workers", "0", "--user-workers", "0", "--api", "0")
"""Kafka and Triton alone."""


def quiet(_notice: Notice) -> None:
    return


@asynccontextmanager
async def platform(wish: Wish) -> AsyncIterator[Platform]:
    async with running(wish, real_checks(), SystemClock(), quiet, silent) as up:
        yield up


@pytest.fixture
def wish(tmp_path: Path) -> Wish:
    return Wish(tmp_path / "data", CACHE, ENVIRONMENT, workers=0)


async def until_restarted(up: Platform, name: str) -> None:
    async with asyncio.timeout(30):
        while not any(s.name == name and s.restarts and s.state is State.READY for s in up.supervisor.status()):
            await SystemClock().sleep(0.05)


def alive(state: PlatformState) -> list[int]:
    pids = [state.pid, *(process.pid for process in state.processes)]
    return [pid for pid in pids if psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE]


async def test_a_platform_starts_survives_kills_stops_and_comes_back_as_it_was(wish: Wish) -> None:
    async with platform(wish) as up:
        first = up.state()
        cluster = await cluster_id(up.bootstrap)
        async with connect(up.bootstrap) as admin:
            made = await admin.describe(TOPICS)
        for name in ("kafka", "triton"):
            killed = up.supervisor.kill(name)
            await until_restarted(up, name)
            assert killed not in {status.pid for status in up.supervisor.status()}
        assert await cluster_id(up.bootstrap) == cluster
        running_pids = alive(up.state())
    assert (first.state, set(made)) == ("up", set(TOPICS))
    assert [(one.name, one.forced) for one in up.stopped] == [("triton", False), ("kafka", False)]
    assert len(running_pids) == 3
    assert alive(up.state()) == []
    async with platform(wish) as again:
        assert await cluster_id(again.bootstrap) == cluster
        assert again.state().ports == first.ports


async def test_a_platform_on_a_kafka_of_the_users_own_starts_none(wish: Wish, kafka: RunningKafka) -> None:
    async with platform(replace(wish, bootstrap=kafka.bootstrap)) as up:
        assert [process.name for process in up.state().processes] == ["triton"]
        assert up.state().kafka.bootstrap == kafka.bootstrap


async def test_a_flipped_byte_in_a_jar_refuses_to_start_and_names_it(wish: Wish, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    shutil.copytree(CACHE / "kafka", cache / "kafka", copy_function=os.link)
    (cache / "triton").symlink_to(CACHE / "triton")
    jar = next((cache / "kafka").glob(f"*-{read_lock().digest}/kafka-raft-*.jar"))
    content = bytearray(jar.read_bytes())
    content[len(content) // 2] ^= 1
    jar.unlink()
    jar.write_bytes(content)
    with pytest.raises(Fatal, match=rf"jar-mismatch: {jar} has SHA-256 .* Delete what is named"):
        async with platform(replace(wish, cache=cache)):
            pass


async def test_a_process_that_keeps_crashing_ends_loudly_with_its_last_words(tmp_path: Path) -> None:
    def command() -> Command:
        argv = ("sh", "-c", "echo cannot go on; sleep 0.05; exit 7")
        return Command(argv, ENVIRONMENT, tmp_path, tmp_path / "log", grace=1.0)

    policy = RestartPolicy(first_wait=0.01)
    supervisor = Supervisor([Component("crasher", command, nothing, nothing)], SystemClock(), policy=policy)
    await supervisor.start()
    with pytest.raises(Fatal, match=r"(?s)crasher 5 restarts within 60 s, last: ended with 7.*cannot go on"):
        async with asyncio.timeout(20):
            await supervisor.wait()
    (status,) = supervisor.status()
    assert (status.state, status.restarts) == (State.FAILED, 5)
    await supervisor.stop()


class Ran(BaseModel):
    code: int
    out: str
    err: str


async def copydesk(*arguments: str, environment: dict[str, str] | None = None) -> Ran:
    process = await begin(*arguments, environment=environment)
    out, err = await process.communicate()
    return Ran(code=process.returncode or 0, out=out.decode(), err=err.decode())


async def begin(*arguments: str, environment: dict[str, str] | None = None) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "workers", *arguments),
        cwd=PROJECT,
        env={**ENVIRONMENT, "COLUMNS": "400", **(environment or {})},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def until_up(folder: Path) -> PlatformState:
    async with asyncio.timeout(60):
        while (state := DataFolder(folder).current()).state != "up":
            await SystemClock().sleep(0.1)
    return state


async def test_a_detached_up_stays_refuses_a_second_and_down_leaves_nothing(tmp_path: Path) -> None:
    where = ("--data-dir", str(tmp_path / "data"))
    first = await copydesk("up", *SERVERS, "--detach", *where)
    state = DataFolder(tmp_path / "data").current()
    shown = await copydesk("status", "--json", *where)
    second = await copydesk("up", *SERVERS, *where)
    logged = await copydesk("logs", "kafka", "-n", "5", *where)
    unknown = await copydesk("logs", "kafak", *where)
    stopped = await copydesk("down", *where)
    afterwards = await copydesk("status", *where)

    assert (first.code, state.state) == (Exit.OK, "up"), first.err
    assert PlatformState.model_validate_json(shown.out) == state
    assert (shown.code, {process.name for process in state.processes}) == (Exit.OK, {"kafka", "triton"})
    assert second.code == Exit.FAILED
    assert f"held by pid {state.pid}" in second.err
    assert "kafka.server" in logged.out
    assert unknown.code == Exit.FAILED
    assert "there are logs of kafka, platform, triton" in unknown.err
    assert (stopped.code, alive(state)) == (Exit.OK, [])
    assert (afterwards.code, afterwards.out.splitlines()[0]) == (Exit.NOT_READY, "down")
    assert "nothing is running" in (await copydesk("down", *where)).err


async def test_a_detached_up_that_fails_says_why(tmp_path: Path) -> None:
    (tmp_path / "version").write_text("99")
    ran = await copydesk("up", *SERVERS, "--detach", "--data-dir", str(tmp_path))
    assert ran.code == Exit.FAILED
    assert "folder schema 99, ours is 1" in ran.err


async def test_nothing_survives_a_killed_supervisor_and_the_folder_is_free_again(tmp_path: Path, wish: Wish) -> None:
    process = await begin("up", *SERVERS, "--data-dir", str(wish.folder))
    state = await until_up(wish.folder)
    servers = [psutil.Process(one.pid) for one in state.processes]
    family = [*servers, *(child for server in servers for child in server.children(recursive=True))]
    process.kill()
    await process.communicate()
    _, left = await asyncio.to_thread(psutil.wait_procs, family, 10)
    assert [one for one in left if one.is_running() and one.status() != psutil.STATUS_ZOMBIE] == []
    async with platform(wish) as up:
        assert up.state().state == "up"


def ephemeral_in(folder: Path) -> list[Path]:
    return list(folder.glob("copydesk-ephemeral-*"))


@pytest.fixture
def in_the_background() -> Iterator[None]:
    """As a script's shell starts its jobs: a SIGINT is for others."""
    was = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, was)


@pytest.mark.usefixtures("in_the_background")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_an_ephemeral_platform_leaves_no_folder(tmp_path: Path, number: signal.Signals) -> None:
    process = await begin("up", *SERVERS, "--ephemeral", environment={"TMPDIR": str(tmp_path)})
    async with asyncio.timeout(60):
        while not (found := ephemeral_in(tmp_path)):
            await SystemClock().sleep(0.05)
    state = await until_up(found[0])
    process.send_signal(number)
    await process.communicate()
    assert (process.returncode, found[0].exists(), alive(state)) == (Exit.OK, False, [])
