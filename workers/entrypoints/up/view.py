"""What the platform's commands show: progress, the list of processes, findings, logs."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, Progress, SpinnerColumn, TaskID, TextColumn
from rich.table import Table

from workers.embedded.component import Notice
from workers.embedded.finding import Finding, Mark
from workers.embedded.folder import PlatformState
from workers.ports import Clock

_TITLES: Final = {"kafka": "Apache Kafka, 45 jars", "triton": "Triton Inference Server"}
_COLOURS: Final = {Mark.GOOD: "green", Mark.FETCH: "yellow", Mark.WARN: "yellow", Mark.BAD: "red"}
_SAID: Final = {
    "process_ready": "[green]ok[/]  {name}",
    "process_restarting": "[yellow]again[/]  {name}: {fact}",
    "process_held": "[yellow]held[/]  {name}",
    "process_paused": "[yellow]paused[/]  {name}",
    "process_resumed": "[green]resumed[/]  {name}",
    "platform_stopped": "stopped",
}


@contextmanager
def fetching(console: Console) -> Iterator[Callable[[str, int, int], None]]:
    """A bar for the jars and a spinner for the rest; nothing to see when all is there already."""
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        console=console,
        transient=True,
    ) as bars:
        tasks: dict[str, TaskID] = {}

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(_TITLES.get(what, what), total=total or None)
                bars.start()
            bars.update(tasks[what], completed=done, total=total or None)
            if all(task.finished for task in bars.tasks):
                bars.stop()

        yield show


class Story:
    """Tells a start and what follows as lines, each with the seconds since the start."""

    def __init__(self, console: Console, clock: Clock) -> None:
        self._console = console
        self._clock = clock
        self._began = clock.now()

    def tell(self, notice: Notice) -> None:
        """One line for what a person wants to know of."""
        line = _SAID.get(notice.event)
        if line:
            first = escape(notice.fact.partition("\n")[0])
            seconds = f"[dim]{self._clock.now() - self._began:6.1f} s[/]"
            self._console.print(f"{seconds}  {line.format(name=notice.name, fact=first)}", highlight=False)


def summary(state: PlatformState) -> Iterator[str]:
    """What to do with a platform that is up."""
    yield f"Kafka   {state.kafka.bootstrap}"
    yield f"Triton  {state.triton.grpc}  (metrics: {state.triton.metrics})"
    yield f"Data    {state.data_dir}"


def process_table(state: PlatformState) -> Table:
    """One row for each process."""
    table = Table(box=None, pad_edge=False)
    for column in ("process", "state", "pid", "restarts", "log"):
        table.add_column(column, justify="right" if column in {"pid", "restarts"} else "left")
    for one in state.processes:
        table.add_row(one.name, one.state, str(one.pid or "-"), str(one.restarts), one.log)
    return table


def finding_table(findings: Sequence[Finding]) -> Table:
    """One row for each finding, with what to do about it."""
    table = Table(box=None, pad_edge=False, show_header=False)
    for one in findings:
        found = escape(one.found) + (f"\n[dim]→ {escape(one.fix)}[/]" if one.fix else "")
        table.add_row(f"[{_COLOURS[one.mark]}]{one.mark}[/]", one.name, found)
    return table
