"""`copydesk up | down | status | logs | doctor`: the embedded platform. Exit codes: `errors.Exit`."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from pydantic import TypeAdapter
from rich.console import Console
from rich.markup import escape

from workers.adapters.clock import SystemClock
from workers.embedded.finding import Finding, Mark
from workers.embedded.folder import DataFolder, PlatformState, cache_folder, data_folder
from workers.embedded.logfile import LogTail
from workers.embedded.process import Command, Detached, is_running, own_command, own_environment
from workers.entrypoints.ending import cancel_on_signals
from workers.entrypoints.screen import told
from workers.entrypoints.up.view import Story, fetching, finding_table, process_table, summary
from workers.errors import Exit, Fatal, Fault
from workers.settings import environment

if TYPE_CHECKING:
    from workers.embedded.site import Wish

DOWN_SECONDS: Final = 90.0
DETACHED_SECONDS: Final = 900.0
"""The first start fetches 120 MB."""
MAX_WORKERS: Final = 16
POLL_SECONDS: Final = 0.2

Workers = Annotated[int, typer.Option(min=0, max=MAX_WORKERS, help="workers that describe products")]
ReadSides = Annotated[int, typer.Option("--api", min=0, max=MAX_WORKERS, help="processes that answer over HTTP")]
UserWorkers = Annotated[int, typer.Option(min=0, max=MAX_WORKERS, help="workers that learn what users like")]
DataDir = Annotated[Path | None, typer.Option(help="data folder", show_default="~/.local/share/copydesk/default")]
Ephemeral = Annotated[bool, typer.Option("--ephemeral", help="a temporary data folder that goes at the end")]
Detach = Annotated[bool, typer.Option("--detach", "-d", help="return when everything is ready")]
Bootstrap = Annotated[str, typer.Option(help="host:port of a Kafka of your own, instead of the embedded one")]
Json = Annotated[bool, typer.Option("--json", help="for scripts")]


def up(  # noqa: PLR0913, PLR0917  a flag each, and Typer reads them by name
    workers: Workers = 2,
    user_workers: UserWorkers = 1,
    read_sides: ReadSides = 1,
    data_dir: DataDir = None,
    bootstrap: Bootstrap = "",
    ephemeral: Ephemeral = False,
    detach: Detach = False,
) -> None:
    """Start Kafka, Triton and workers here, and keep them alive until Ctrl-C or `copydesk down`."""
    console = Console(stderr=True)
    with _told(console):
        if detach and ephemeral:
            raise typer.BadParameter("--ephemeral goes with the command, --detach outlives it: choose one")
        folder = data_dir or data_folder(environment())
        if detach:
            asyncio.run(_up_detached(console, folder, _arguments((workers, user_workers, read_sides), bootstrap)))
            return
        from workers.embedded.platform import ephemeral_folder
        from workers.embedded.site import Wish

        with ephemeral_folder() if ephemeral else nullcontext(folder) as path:
            given = environment()
            wish = Wish(path, cache_folder(given), given, workers, bootstrap)
            wish = replace(wish, user_workers=user_workers, read_sides=read_sides)
            asyncio.run(_up(console, wish))


def down(data_dir: DataDir = None) -> None:
    """Stop the platform of a data folder: workers, then Triton, then Kafka."""
    console = Console(stderr=True)
    with _told(console):
        folder = DataFolder(data_dir or data_folder(environment()))
        state = folder.current()
        if not state.pid:
            console.print(f"nothing is running in {folder.path}", highlight=False)
            return
        asyncio.run(_down(state))
        console.print("stopped")


def status(data_dir: DataDir = None, as_json: Json = False) -> None:
    """Say what runs, where, and how it is. Exit code 4 unless everything is up."""
    console = Console()
    with _told(Console(stderr=True)):
        state = DataFolder(data_dir or data_folder(environment())).current()
        if as_json:
            typer.echo(state.model_dump_json(indent=2))
        else:
            console.print(state.state + (f" (pid {state.pid})" if state.pid else ""), highlight=False)
            for line in (*summary(state), state.failure):
                console.print(line, highlight=False, soft_wrap=True)
            console.print(process_table(state))
    if state.state != "up":
        raise typer.Exit(Exit.NOT_READY)


def logs(
    name: Annotated[str, typer.Argument(help="one process; all when left out")] = "",
    data_dir: DataDir = None,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="go on until Ctrl-C")] = False,
    lines: Annotated[int, typer.Option("--lines", "-n", min=0, max=100_000)] = 50,
) -> None:
    """Show the last lines of the processes' logs."""
    with _told(Console(stderr=True)):
        tails = _tails(DataFolder(data_dir or data_folder(environment())), name)
        width = max((len(tail.name) for tail in tails), default=0) if not name else 0

        def prefixed(tail: LogTail, line: str) -> str:
            return f"{tail.name:<{width}}  {line}" if width else line

        for tail in tails:
            for line in tail.last(lines):
                typer.echo(prefixed(tail, line))
        if follow:
            asyncio.run(_follow(tails, prefixed))


def doctor(data_dir: DataDir = None, as_json: Json = False) -> None:
    """Say what this machine has and lacks; each finding names its remedy. Exit code 1 if something is bad.

    Of a platform that is up it also looks for product ids in two partitions.
    """
    from workers.embedded.doctor import Machine, examine
    from workers.embedded.product_ids import examine_product_ids

    given = environment()
    machine = Machine(given, cache_folder(given), data_dir or data_folder(given))
    with told():
        findings = (*examine(machine), *asyncio.run(examine_product_ids(machine.data)))
    if as_json:
        typer.echo(TypeAdapter(tuple[Finding, ...]).dump_json(findings, indent=2).decode())
    else:
        Console().print(finding_table(findings))
    if any(finding.mark is Mark.BAD for finding in findings):
        raise typer.Exit(Exit.FAILED)


def mount(app: typer.Typer) -> None:
    """Put the commands on a command line."""
    for command in (up, down, status, logs, doctor):
        app.command()(command)


async def _up(console: Console, wish: "Wish") -> None:
    from workers.embedded.checks import real_checks
    from workers.embedded.platform import running

    clock = SystemClock()
    story = Story(console, clock)
    cancel_on_signals()
    platform = None
    try:
        with fetching(console) as progress:
            async with running(wish, real_checks(), clock, story.tell, progress) as platform:
                _show(console, platform.state())
                await platform.wait()
    except asyncio.CancelledError:
        # Asked for: everything has been stopped in order on the way here.
        for one in platform.stopped if platform else ():
            if one.forced:
                console.print(f"{one.name} did not stop within its time and was killed", highlight=False)


async def _up_detached(console: Console, folder: Path, arguments: tuple[str, ...]) -> None:
    clock = SystemClock()
    path = DataFolder(folder).made()
    log = path / "logs" / "platform.log"
    log.parent.mkdir(exist_ok=True)
    argv = own_command("up", "--data-dir", str(path), *arguments)
    # Not in the data folder, whose `workers` would be taken for our package.
    command = Command(argv, own_environment(environment()), log.parent, log, grace=DOWN_SECONDS)
    with console.status("starting; the first start fetches 120 MB"):
        process = Detached(command)
        try:
            async with asyncio.timeout(DETACHED_SECONDS):
                state = await _up_of(process, DataFolder(path), clock)
        except BaseException:
            process.terminate()
            raise
    _show(console, state)


async def _up_of(process: Detached, folder: DataFolder, clock: SystemClock) -> PlatformState:
    while process.code is None:
        state = folder.current()
        if state.state == "up" and state.pid == process.pid:
            return state
        await clock.sleep(POLL_SECONDS)
    raise Fatal("platform-not-started", f"exit {process.code}; {process.log} ends with:\n{process.tail()}")


async def _down(state: PlatformState) -> None:
    clock = SystemClock()
    deadline = clock.now() + DOWN_SECONDS
    os.kill(state.pid, signal.SIGTERM)
    while is_running(state.pid, state.started):
        if clock.now() >= deadline:
            # Its children go with it.
            os.kill(state.pid, signal.SIGKILL)
            raise Fatal("platform-killed", f"pid {state.pid} did not stop within {DOWN_SECONDS:.0f} s and was killed")
        await clock.sleep(POLL_SECONDS)


def _tails(folder: DataFolder, name: str) -> tuple[LogTail, ...]:
    files = {path.stem: path for path in sorted(folder.logs.glob("*.log"))}
    if name and name not in files:
        raise Fatal("no-such-process", f"{name}; there are logs of {', '.join(files) or 'none'} in {folder.logs}")
    return tuple(LogTail(one, path) for one, path in files.items() if name in ("", one))


async def _follow(tails: tuple[LogTail, ...], prefixed: Callable[[LogTail, str], str]) -> None:
    while True:
        await SystemClock().sleep(POLL_SECONDS)
        for tail in tails:
            for line in tail.more():
                typer.echo(prefixed(tail, line))


def _show(console: Console, state: PlatformState) -> None:
    for line in (*summary(state), "`copydesk status` says more, `copydesk logs -f` follows, `copydesk down` stops it."):
        console.print(line, highlight=False, soft_wrap=True)


def _arguments(processes: tuple[int, int, int], bootstrap: str) -> tuple[str, ...]:
    options = ("--workers", "--user-workers", "--api")
    numbers = (part for option, number in zip(options, processes, strict=True) for part in (option, str(number)))
    return (*numbers, *(("--bootstrap", bootstrap) if bootstrap else ()))


@contextmanager
def _told(console: Console) -> Iterator[None]:
    try:
        yield
    except Fault as fault:
        console.print(f"[red]{fault.reason}[/]: {escape(fault.detail)}", highlight=False, soft_wrap=True)
        raise typer.Exit(fault.exit_code if isinstance(fault, Fatal) else Exit.FAILED) from fault
