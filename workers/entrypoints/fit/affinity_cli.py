"""`copydesk affinity fit`: what goes with what, and what is popular, from what users did."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from workers.entrypoints.screen import Bootstrap, Json, counting, kafka_of, screen, sending, told

if TYPE_CHECKING:
    from workers.entrypoints.fit.affinity import Asked, Counted
    from workers.entrypoints.fit.records import Changes
    from workers.settings import Kafka

app = typer.Typer(help="What goes with what, and what is popular.", no_args_is_help=True)

Since = Annotated[str, typer.Option(help="only events not older than this: 7d, 12h, or a time")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="only say what would be published")]


@app.callback()
def affinity() -> None:
    """What goes with what, and what is popular."""


@app.command()
def fit(
    since: Since = "7d",
    k: Annotated[int, typer.Option(min=1, max=24, help="neighbours of one product, at most")] = 24,
    dry_run: DryRun = False,
    bootstrap: Bootstrap = "",
    as_json: Json = False,
) -> None:
    """Count what users had to do with together; publish what goes with each product, and the shelves, to `affinity`."""
    with told():
        from workers.adapters.clock import SystemClock
        from workers.entrypoints.audit.cli import moment_of
        from workers.entrypoints.fit.affinity import Asked
        from workers.entrypoints.fit.view import affinity_document, affinity_table

        now_ms = SystemClock().wall_ms()
        asked = Asked(moment_of(since, now_ms), k, now_ms)
        found, changes = asyncio.run(_fitted(kafka_of(bootstrap), asked, dry_run))
        document = {"dry_run": dry_run, **affinity_document(found, changes)}
        if as_json:
            from schemas.codec import encode_json

            typer.echo(encode_json(document).decode())
            return
        screen().print(affinity_table(document))
        if dry_run:
            screen().print("nothing was published (--dry-run)")


async def _fitted(kafka: "Kafka", asked: "Asked", dry_run: bool) -> "tuple[Counted, Changes]":
    from collections import deque

    from schemas.topics import AFFINITY
    from workers.entrypoints.fit.affinity import changes_of, counted
    from workers.entrypoints.fit.records import CLIENT, send
    from workers.entrypoints.reading import reading

    with counting("reading") as progress:
        async with reading(kafka, CLIENT, progress) as read:
            found = await counted(read, asked)
            changes = await changes_of(read, found, asked)
    if dry_run:
        deque(changes, maxlen=0)
        return found, changes
    with sending("records") as confirmed:
        await send(kafka, AFFINITY, changes, confirmed)
    return found, changes
