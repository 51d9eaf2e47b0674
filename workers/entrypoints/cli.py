"""`copydesk`: all commands. Each imports what it needs when it is given, so that `--help` is quick."""

from typing import Annotated, Final

import typer

from workers.entrypoints import topics_cli
from workers.entrypoints.api import cli as api_cli
from workers.entrypoints.audit import cli as audit_cli
from workers.entrypoints.demo import cli as demo_cli
from workers.entrypoints.edit import cli as edit_cli
from workers.entrypoints.explain import cli as explain_cli
from workers.entrypoints.fit import affinity_cli as fit_affinity_cli
from workers.entrypoints.fit import audiences_cli as fit_audiences_cli
from workers.entrypoints.produce import cli as produce_cli
from workers.entrypoints.redrive import cli as redrive_cli
from workers.entrypoints.review import cli as review_cli
from workers.entrypoints.screen import told
from workers.entrypoints.tail import cli as tail_cli
from workers.entrypoints.trial import cli as try_cli
from workers.entrypoints.up import cli as platform_cli
from workers.entrypoints.vocabulary import cli as vocabulary_cli
from workers.entrypoints.wishes import cli as wishes_cli
from workers.entrypoints.wishes import move_cli as wishes_move_cli
from workers.errors import Exit

EXIT_CODES: Final = {
    Exit.OK: "done",
    Exit.FAILED: "failed; one line on stderr says why, and what to do",
    Exit.USAGE: "the command line or a setting is wrong",
    Exit.FOUND_FAULTS: "audit: an outcome is missing, doubled or unbacked; edit: a text is refused",
    Exit.NOT_READY: "status: not everything is up",
    Exit.DO_NOT_RESTART: "worker: a restart would do the damage again; look first",
}

app = typer.Typer(
    name="copydesk",
    help="Writes a shop's words as its events happen: Kafka in, a model on Triton, Kafka out.",
    epilog="Exit codes: " + "; ".join(f"{code.value} {meaning}" for code, meaning in EXIT_CODES.items()) + ".",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


app.command()(demo_cli.demo)


@app.command()
def worker(
    name: Annotated[str, typer.Option(help="stable over restarts: client id and data folder follow from it")] = "",
) -> None:
    """Run one worker until SIGTERM; settings come from the environment (COPYDESK_…)."""
    from workers.entrypoints.worker import main as run
    from workers.settings import Settings

    with told():
        code = run(Settings(name=name) if name else Settings())
    raise typer.Exit(code)


app.command()(api_cli.api)
platform_cli.mount(app)
app.add_typer(topics_cli.app, name="topics")
app.add_typer(produce_cli.app, name="produce")
app.command()(tail_cli.tail)
app.command("try")(try_cli.try_event)
app.command()(explain_cli.explain)
app.command()(edit_cli.edit)
app.add_typer(vocabulary_cli.app, name="vocabulary")
app.add_typer(review_cli.app, name="review")
app.command()(audit_cli.audit)
app.command()(redrive_cli.redrive)
app.add_typer(fit_affinity_cli.app, name="affinity")
app.add_typer(fit_audiences_cli.app, name="audiences")
app.command()(wishes_cli.forget)
app.command("opt-out")(wishes_cli.opt_out)
app.command("opt-in")(wishes_cli.opt_in)
app.command()(wishes_move_cli.move)


def main() -> None:
    """The console script."""
    app()
