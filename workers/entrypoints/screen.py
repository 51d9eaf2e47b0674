"""What all commands share: where they print, how they tell an error, which Kafka they mean."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Final

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape

from workers.errors import Exit, Fatal, Fault

if TYPE_CHECKING:
    from workers.settings import Kafka, Privacy

Bootstrap = Annotated[
    str,
    typer.Option(help="host:port of Kafka", show_default="COPYDESK_KAFKA__BOOTSTRAP, else what `copydesk up` runs"),
]
Json = Annotated[bool, typer.Option("--json", help="for scripts")]

FIXES: Final = {
    "broker-away": "is Kafka there? `copydesk up` starts one; `--bootstrap host:port` names another",
    "broker-unreachable": "is Kafka there? `copydesk up` starts one; `--bootstrap host:port` names another",
    "unknown-topic": "`copydesk topics apply` makes all topics",
    "writer-away": "is Triton there? `copydesk status` says so; COPYDESK_TRITON__URL names another",
}
"""What to do, by a fault's reason, where its detail does not say so."""


def screen() -> Console:
    """Where results go. Without a terminal there are no colours, and lines are not broken."""
    console = Console()
    return console if console.is_terminal else Console(width=120)


def errors() -> Console:
    """Where everything else goes."""
    return Console(stderr=True)


@contextmanager
def told() -> Iterator[None]:
    """An error is one line that names the fix, and an exit code. Libraries' own words are kept out of it."""
    logging.basicConfig(handlers=[logging.NullHandler()])
    try:
        yield
    except Fault as fault:
        fix = FIXES.get(fault.reason, "")
        _say(fault.reason, "; ".join(filter(None, (fault.detail, fix))))
        raise typer.Exit(fault.exit_code if isinstance(fault, Fatal) else Exit.FAILED) from fault
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = "COPYDESK_" + "__".join(str(part).upper() for part in first["loc"])
        _say("bad-setting", f"{name}: {first['msg']}")
        raise typer.Exit(Exit.USAGE) from error
    except asyncio.CancelledError as error:
        _say("stopped", "by a signal")
        raise typer.Exit(Exit.FAILED) from error
    except BrokenPipeError:
        # Whoever reads has seen enough (`| head`): nobody is told, and Click ends it.
        raise
    except OSError as error:
        _say(type(error).__name__, f"{error.filename or ''} {error.strerror or error}".strip())
        raise typer.Exit(Exit.FAILED) from error
    except _unreadable_settings() as error:
        _say("bad-setting", f'{error}: a setting that is an object is JSON, \'{{"1": "…"}}\'')
        raise typer.Exit(Exit.USAGE) from error


def _unreadable_settings() -> type[Exception]:
    """Asked for only once something has been raised: the library is slow to open."""
    from pydantic_settings import SettingsError

    return SettingsError


def _say(reason: str, detail: str) -> None:
    line = " ".join(detail.split())
    errors().print(f"[red]{escape(reason)}[/]: {escape(line)}", highlight=False, soft_wrap=True)


@contextmanager
def counting(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr for records read, of how many; gone when it is done."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = errors()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


@contextmanager
def sending(what: str) -> Iterator[Callable[[int], None]]:
    """A count on stderr of what has been confirmed, with its pace; how many there will be, nobody knows."""
    from rich.progress import Progress, SpinnerColumn, TaskProgressColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} {task.description}"))
    pace = TaskProgressColumn(show_speed=True)
    console = errors()
    with Progress(*columns, pace, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done: bar.update(task, completed=done)


def kafka_of(bootstrap: str) -> "Kafka":
    """The Kafka that is meant: the one given, the environment's, that of the platform here, the default."""
    from workers.embedded.folder import DataFolder, data_folder
    from workers.settings import Settings, environment

    kafka = Settings().kafka
    given = environment()
    if not bootstrap and "COPYDESK_KAFKA__BOOTSTRAP" not in given:
        state = DataFolder(data_folder(given)).current()
        bootstrap = state.kafka.bootstrap if state.pid else ""
    return kafka.model_copy(update={"bootstrap": bootstrap}) if bootstrap else kafka


def privacy_of(kafka: "Kafka") -> "Privacy":
    """The keys for what is about persons: the environment's; without any, those of the platform whose Kafka it is."""
    from workers.embedded.folder import DataFolder, data_folder
    from workers.embedded.own_keys import filled, kept_keys
    from workers.settings import Settings, environment

    privacy = Settings().privacy
    folder = DataFolder(data_folder(environment()))
    state = folder.current()
    # Another Kafka's users have other pseudonyms, made with keys that are not ours to give.
    ours = state.pid and state.kafka.bootstrap == kafka.bootstrap
    keys = kept_keys(folder) if ours else None
    return filled(privacy, keys) if keys else privacy
