"""`copydesk audiences fit`: groups of users who share interests, from their profiles."""

import asyncio
from typing import TYPE_CHECKING, Annotated, Final

import typer

from workers.entrypoints.screen import Bootstrap, Json, counting, errors, kafka_of, screen, told

if TYPE_CHECKING:
    from workers.entrypoints.fit.audiences import Asked, AudienceFit
    from workers.settings import Kafka

app = typer.Typer(help="Groups of users who share interests.", no_args_is_help=True)

AUTO: Final = "auto"
MAX_K: Final = 96


def _number(text: str) -> str:
    if text != AUTO and not (text.isdecimal() and 2 <= int(text) <= MAX_K):  # noqa: PLR2004  two are the fewest
        raise typer.BadParameter(f"give {AUTO}, or a number from 2 to {MAX_K}")
    return text


K = Annotated[str, typer.Option(callback=_number, help="clusters: auto, or a number from 2 to 96")]
KMin = Annotated[int, typer.Option(min=2, max=1_000_000, help="users that an audience has at least")]
Since = Annotated[str, typer.Option(help="only users who did something since: 30d, 12h, or a time")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="only say what would be published")]


@app.callback()
def audiences() -> None:
    """Groups of users who share interests."""


@app.command()
def fit(  # noqa: PLR0913, PLR0917  a flag each, and Typer reads them by name
    k: K = AUTO,
    k_min: KMin = 20,
    since: Since = "30d",
    dry_run: DryRun = False,
    bootstrap: Bootstrap = "",
    as_json: Json = False,
) -> None:
    """Find groups of users who share interests; publish them to `audience` as one set, which keeps the ids it can."""
    with told():
        from workers.adapters.clock import SystemClock
        from workers.entrypoints.audit.cli import moment_of
        from workers.entrypoints.fit.audiences import Asked
        from workers.entrypoints.fit.view import audience_lines, audiences_document, audiences_table

        now_ms = SystemClock().wall_ms()
        asked = Asked(moment_of(since, now_ms), 0 if k == AUTO else int(k), k_min, now_ms)
        found = asyncio.run(_fitted(kafka_of(bootstrap), asked, dry_run))
        if as_json:
            from schemas.codec import encode_json

            typer.echo(encode_json({"dry_run": dry_run, **audiences_document(found)}).decode())
            return
        screen().print(audiences_table(found))
        for line in audience_lines(found):
            screen().print(line, highlight=False, soft_wrap=True)
        if dry_run:
            screen().print("nothing was published (--dry-run)")


async def _fitted(kafka: "Kafka", asked: "Asked", dry_run: bool) -> "AudienceFit":
    from schemas.topics import AUDIENCE
    from workers.entrypoints.fit.audiences import audiences_of, told_by
    from workers.entrypoints.fit.records import CLIENT, send
    from workers.entrypoints.reading import reading

    with counting("reading") as progress:
        async with reading(kafka, CLIENT, progress) as read:
            profiles = await told_by(read, asked)
    with errors().status("fitting") as status:
        found = audiences_of(profiles, asked, status.update)
    if not dry_run:
        await send(kafka, AUDIENCE, [found.record], lambda _: None)
    return found
