import asyncio
import os
import subprocess
import sys
from pathlib import Path
from signal import SIGCONT, SIGSTOP

import psutil
import pytest

from workers.adapters.clock import SystemClock
from workers.embedded.logfile import LOG_BYTES
from workers.embedded.process import Command, Process, is_running
from workers.errors import Fatal

STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("deaf", flush=True)
time.sleep(60)
"""
PARENT = """
import subprocess, time
print(subprocess.Popen(["sleep", "60"]).pid, flush=True)
time.sleep(60)
"""
SUPERVISOR = """
import asyncio, sys
from pathlib import Path
from workers.adapters.clock import SystemClock
from workers.embedded.process import Command, Process
folder = Path(sys.argv[1])
child = Process(Command(("sleep", "60"), {}, folder, folder / "log", 1.0), SystemClock())
print(child.pid, flush=True)
asyncio.run(SystemClock().sleep(60))
"""


def command(folder: Path, *argv: str, grace: float = 5.0) -> Command:
    return Command(argv, dict(os.environ), folder, folder / "logs" / "process.log", grace)


async def says_something(process: Process) -> str:
    async with asyncio.timeout(10):
        while not process.tail():
            await SystemClock().sleep(0.01)
    return process.tail()


async def gone(pid: int) -> None:
    async with asyncio.timeout(5):
        while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
            await SystemClock().sleep(0.01)


async def test_a_stop_is_asked_for_first(tmp_path: Path) -> None:
    process = Process(command(tmp_path, "sleep", "60"), SystemClock())
    ended = await process.stop()
    assert (ended.code, ended.forced) == (-15, False)


async def test_who_ignores_the_request_is_killed_after_the_grace(tmp_path: Path) -> None:
    process = Process(command(tmp_path, sys.executable, "-c", STUBBORN, grace=0.2), SystemClock())
    await says_something(process)
    ended = await process.stop()
    assert (ended.code, ended.forced) == (-9, True)


async def test_a_frozen_process_is_woken_to_hear_the_request(tmp_path: Path) -> None:
    process = Process(command(tmp_path, "sleep", "60"), SystemClock())
    process.send(SIGSTOP)
    ended = await process.stop()
    assert (ended.code, ended.forced) == (-15, False)


async def test_what_a_process_has_started_ends_with_it(tmp_path: Path) -> None:
    process = Process(command(tmp_path, sys.executable, "-c", PARENT), SystemClock())
    child = int(await says_something(process))
    await process.stop()
    await gone(child)


@pytest.mark.parametrize("frozen", [False, True])
async def test_nothing_outlives_a_supervisor_that_is_killed(tmp_path: Path, frozen: bool) -> None:
    supervisor = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SUPERVISOR, str(tmp_path), stdout=subprocess.PIPE
    )
    assert supervisor.stdout
    child = int(await supervisor.stdout.readline())
    async with asyncio.timeout(10):
        while psutil.Process(child).name() != "sleep":
            await SystemClock().sleep(0.01)
    if frozen:
        psutil.Process(child).suspend()
    supervisor.kill()
    await supervisor.wait()
    await gone(child)


async def test_a_child_whose_starter_died_before_it_could_ask_for_the_leash_does_not_start(
    tmp_path: Path,
) -> None:
    supervisor = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SUPERVISOR, str(tmp_path), stdout=subprocess.PIPE
    )
    assert supervisor.stdout
    child = int(await supervisor.stdout.readline())
    supervisor.kill()
    await supervisor.wait()
    await gone(child)


async def test_a_program_that_is_not_there_ends_at_once_and_says_so(tmp_path: Path) -> None:
    process = Process(command(tmp_path, "no-such-program"), SystemClock())
    assert await process.wait(5) == 1
    assert "no-such-program" in process.tail()


async def test_a_folder_that_is_not_there_is_fatal(tmp_path: Path) -> None:
    absent = Command(("true",), {}, tmp_path / "absent", tmp_path / "log", 1.0)
    with pytest.raises(Fatal, match="process-not-started"):
        Process(absent, SystemClock())


async def test_a_pid_that_was_given_to_another_is_not_taken_for_ours(tmp_path: Path) -> None:
    process = Process(command(tmp_path, "sleep", "60"), SystemClock())
    assert is_running(process.pid, process.started)
    assert not is_running(process.pid, process.started - 1)
    await process.end()
    assert not is_running(process.pid, process.started)


async def test_a_log_is_cut_while_its_writer_goes_on(tmp_path: Path) -> None:
    process = Process(command(tmp_path, "sh", "-c", "echo before; kill -STOP $$; echo after"), SystemClock())
    await says_something(process)
    log = tmp_path / "logs" / "process.log"
    with log.open("ab") as file:
        file.write(b"x" * LOG_BYTES)
    process.rotate_log()
    process.send(SIGCONT)
    assert await process.wait(5) == 0
    assert log.read_bytes() == b"after\n"
    assert (tmp_path / "logs" / "process.log.1").stat().st_size == LOG_BYTES + len("before\n")
