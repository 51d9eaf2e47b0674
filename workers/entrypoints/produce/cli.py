"""`copydesk produce`: a catalogue file goes to `product-created`, a file of what users did to `user-behaviour`."""

import asyncio
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from workers.entrypoints.screen import Bootstrap, Json, errors, kafka_of, privacy_of, screen, sending, told

if TYPE_CHECKING:
    from workers.entrypoints.produce.behaviour.files import Source
    from workers.entrypoints.produce.products import Feed
    from workers.entrypoints.produce.run import Sending
    from workers.settings import Kafka

app = typer.Typer(help="Send events from a file.", no_args_is_help=True)

File = Annotated[Path, typer.Argument(help="JSON lines, a JSON array, CSV, or YAML")]
Map = Annotated[
    list[str] | None,
    typer.Option("--map", help="title=name, price.currency==USD, attributes.Width=dims.width:cm; repeatable"),
]
Locale = Annotated[list[str] | None, typer.Option("--locale", help="repeatable", show_default="en-US")]
Form = Annotated[str, typer.Option("--format", help="jsonl, json, csv, yaml", show_default="by the suffix")]
Told = Annotated[Path, typer.Argument(help="JSON lines, a JSON array; of Snowplow also CSV")]
Convention = Annotated[
    str,
    typer.Option(
        "--format", help="whose events they are: snowplow, segment, ga4, otto; jsonl = our own fields, users raw or not"
    ),
]
OneLocale = Annotated[str, typer.Option("--locale", help="of events that name none, as en-US")]
Rate = Annotated[float, typer.Option(min=0, help="events per second; 0 = as fast as they are taken")]
Skip = Annotated[int, typer.Option(min=0, help="leave so many records out: to go on after a stop")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="show what the fields become, and the first event")]


@app.callback()
def produce() -> None:
    """Send events from a file."""


@app.command()
def products(  # noqa: PLR0913, PLR0917  a flag each, and Typer reads them by name
    file: File,
    maps: Map = None,
    locales: Locale = None,
    form: Form = "",
    rate: Rate = 0.0,
    skip: Skip = 0,
    dry_run: DryRun = False,
    bootstrap: Bootstrap = "",
    as_json: Json = False,
) -> None:
    """Send a catalogue to `product-created`: one event for each record, to its key's own partition."""
    with told():
        from workers.entrypoints.produce.products import events, feed_of
        from workers.entrypoints.produce.run import PRODUCTS
        from workers.entrypoints.produce.run import Sending as Run

        feed = feed_of(file, form, maps or (), locales or ())
        for line in described(feed):
            errors().print(f"[dim]{escape(line)}[/]", highlight=False, soft_wrap=True)
        if dry_run:
            _show_first(feed)
            return
        run = Run(PRODUCTS, ([item] for item in events(feed)), skip)
        try:
            asyncio.run(_sent(run, kafka_of(bootstrap), rate))
        finally:
            _summarise(run, report(run), as_json)
    if run.tally.bad:
        raise typer.Exit(run.tally.exit_code)


@app.command()
def behaviour(  # noqa: PLR0913, PLR0917  a flag each, and Typer reads them by name
    file: Told,
    form: Convention,
    rate: Rate = 0.0,
    skip: Skip = 0,
    dry_run: DryRun = False,
    bootstrap: Bootstrap = "",
    as_json: Json = False,
    locale: OneLocale = "",
) -> None:
    """Send what users did to `user-behaviour`, under pseudonyms; keys: COPYDESK_PRIVACY__PSEUDONYM_KEYS."""
    with told():
        from workers.entrypoints.produce.behaviour.files import source_of
        from workers.entrypoints.produce.run import BEHAVIOUR
        from workers.entrypoints.produce.run import Sending as Run
        from workers.pseudonym import Keyring

        kafka = kafka_of(bootstrap)
        source = source_of(file, form, Keyring(privacy_of(kafka).pseudonym_keys), locale)
        if dry_run:
            _show_first_act(source)
            return
        run = Run(BEHAVIOUR, source.records(), skip)
        try:
            asyncio.run(_sent(run, kafka, rate))
        finally:
            _summarise(run, {**report(run), "left_out": dict(run.tally.left_out)}, as_json)
    if run.tally.bad:
        raise typer.Exit(run.tally.exit_code)


@app.command()
def shop(  # noqa: PLR0913, PLR0917  a flag each, and Typer reads them by name
    users: Annotated[int, typer.Option(min=1, max=1_000_000)] = 1_000,
    events: Annotated[int, typer.Option(min=1)] = 10_000,
    seed: Annotated[int, typer.Option(help="equal seeds, equal shops")] = 1,
    rate: Rate = 0.0,
    bootstrap: Bootstrap = "",
    as_json: Json = False,
) -> None:
    """Simulate the sample catalogue's users on `user-behaviour`: sessions, bursts, bots, late and doubled events."""
    with told():
        from workers.adapters.clock import SystemClock
        from workers.entrypoints.produce.run import BEHAVIOUR
        from workers.entrypoints.produce.run import Sending as Run
        from workers.entrypoints.produce.shop import simulated

        run = Run(BEHAVIOUR, simulated(users, seed, events, SystemClock().wall_ms()), 0)
        try:
            asyncio.run(_sent(run, kafka_of(bootstrap), rate))
        finally:
            _summarise(run, report(run), as_json)


def described(feed: "Feed") -> Iterator[str]:
    """What the fields become; nothing to say of a file whose fields have our names."""
    if any(rule.sources != (rule.target,) for rule in feed.rules):
        yield from feed.described()


async def _sent(run: "Sending", kafka: "Kafka", rate: float) -> None:
    from workers.adapters.clock import SystemClock

    with sending("events") as progress:
        await run.run(kafka, SystemClock(), rate, progress)


def _show_first(feed: "Feed") -> None:
    from workers.entrypoints.produce.event import Listing
    from workers.entrypoints.produce.products import events

    for item in events(feed):
        if isinstance(item, Listing):
            typer.echo(item.event.model_dump_json(indent=2, exclude_none=True))
            return
        errors().print(f"{item.place}: {item.reason}: {escape(item.detail)}", highlight=False)


def _show_first_act(source: "Source") -> None:
    from workers.entrypoints.produce.files import BadRow, LeftOut

    for item in chain.from_iterable(source.records()):
        if isinstance(item, BadRow):
            errors().print(f"{item.place}: {item.reason}: {escape(item.detail)}", highlight=False)
        elif not isinstance(item, LeftOut):
            typer.echo(item.event.model_dump_json(indent=2, exclude_none=True))
            return


def report(run: "Sending") -> dict[str, object]:
    """The summary for scripts."""
    tally = run.tally
    return {"sent": run.confirmed, "bad": dict(tally.bad), "changed": dict(tally.changed), "next_skip": run.row}


def _summarise(run: "Sending", told: dict[str, object], as_json: bool) -> None:
    if as_json:
        from schemas.codec import encode_json

        typer.echo(encode_json(told).decode())
        return
    for line in summary(run):
        screen().print(line, highlight=False, soft_wrap=True)


def summary(run: "Sending") -> Iterator[str]:
    """What was sent, what could not be, and how to go on."""
    tally = run.tally
    yield f"[green]{run.confirmed:,} events confirmed[/]"
    for what, number in tally.changed.most_common():
        yield f"  [dim]{number:,} with {escape(what)}[/]"
    for what, number in tally.left_out.most_common():
        yield f"  [dim]{number:,} left out[/]: {escape(what)}"
    for reason, number in tally.bad.most_common():
        yield f"[red]{number:,} records not sent[/]: {escape(reason)}"
    for row in tally.bad_rows:
        yield f"  {escape(row.place)}: {escape(row.detail)}"
    if run.confirmed < tally.sent:
        yield f"stopped in the middle: go on with --skip {run.row}"
