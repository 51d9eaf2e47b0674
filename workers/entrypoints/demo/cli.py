"""`copydesk demo`: everything on this machine, once through, and proven."""

import asyncio
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Final

import typer

from workers.entrypoints.screen import Json, counting, errors, screen, told
from workers.errors import Exit

if TYPE_CHECKING:
    from workers.embedded.platform import Platform
    from workers.embedded.site import Wish
    from workers.entrypoints.demo.view import Told
    from workers.settings import Kafka

DEFAULT_PRODUCTS: Final = 84
READ_SIDE: Final = "api-0"
DEMO_PAGE: Final = MappingProxyType({"COPYDESK_API__DEMO": "true"})

Products = Annotated[int, typer.Option(min=1, max=100_000, help="listings of the sample shop")]
Workers = Annotated[int, typer.Option(min=1, max=16, help="worker processes")]
Keep = Annotated[bool, typer.Option("--keep", help="leave everything running until Ctrl-C, to look around")]


def demo(
    products: Products = DEFAULT_PRODUCTS, workers: Workers = 2, keep: Keep = False, as_json: Json = False
) -> None:
    """Start everything in a temporary folder; feed a shop, then its users; show what both read; audit it."""
    from workers.embedded.folder import cache_folder
    from workers.embedded.platform import ephemeral_folder
    from workers.embedded.site import Wish
    from workers.settings import environment

    with told(), ephemeral_folder() as folder:
        given = environment()
        wish = Wish(folder, cache_folder(given), given, workers, user_workers=1, read_sides=1, settings=DEMO_PAGE)
        clean = asyncio.run(_demonstrated(wish, _Demo(products, keep, as_json)))
        if not clean:
            raise typer.Exit(Exit.FOUND_FAULTS)


class _Demo:
    """What was asked for."""

    def __init__(self, products: int, keep: bool, as_json: bool) -> None:
        self.products = products
        self.keep = keep
        self.as_json = as_json


async def _demonstrated(wish: "Wish", demo: _Demo) -> bool:
    from workers.adapters.clock import SystemClock
    from workers.embedded.checks import real_checks
    from workers.embedded.platform import running
    from workers.entrypoints.ending import cancel_on_signals
    from workers.entrypoints.up.view import Story, fetching

    cancel_on_signals()
    console = errors()
    clock = SystemClock()
    with fetching(console) as progress:
        tell = Story(console, clock).tell
        async with running(wish, real_checks(), clock, tell, progress) as platform:
            errors().print(f"the demo page: {_page(platform)}{_stays(demo)}", highlight=False, soft_wrap=True)
            clean = await _fed(platform, demo)
            if demo.keep:
                await _kept(platform)
    return clean


def _page(platform: "Platform") -> str:
    return f"http://127.0.0.1:{platform.site.ports[READ_SIDE]}/demo/"


def _stays(demo: _Demo) -> str:
    return "" if demo.keep else "  (gone when this ends; --keep leaves it there)"


async def _kept(platform: "Platform") -> None:
    at = f"--bootstrap {platform.bootstrap}"
    for line in (f"kept until Ctrl-C; look around: copydesk tail product-copy {at}", f"be a user: {_page(platform)}"):
        errors().print(line, highlight=False, soft_wrap=True)
    # Ctrl-C is how this ends well: what is cancelled here goes on to the platform's ordered stop.
    with suppress(asyncio.CancelledError):
        await platform.wait()


async def _fed(platform: "Platform", demo: _Demo) -> bool:
    from schemas.topics import COPY_LEDGER, INPUTS, USER_LEDGER, Group
    from workers.adapters.clock import SystemClock
    from workers.adapters.kafka_reader import KafkaReader
    from workers.entrypoints.audit.cli import answered, question_of
    from workers.entrypoints.demo import run as demo_run
    from workers.entrypoints.demo import users as demo_users
    from workers.entrypoints.demo.view import Told
    from workers.settings import Settings

    clock = SystemClock()
    kafka = Settings().kafka.model_copy(update={"bootstrap": platform.bootstrap})
    async with (
        demo_run.watching(KafkaReader(kafka, "copydesk-demo-ledger"), COPY_LEDGER, clock) as products,
        demo_run.watching(KafkaReader(kafka, "copydesk-demo-users"), USER_LEDGER, clock) as users,
    ):
        with counting("products") as progress:
            chapters = await demo_run.run(kafka, clock, demo.products, products, progress)
        with counting("users") as progress:
            stage = demo_users.Stage(products, users, platform.site.ports[READ_SIDE])
            act = await demo_users.run(kafka, clock, stage, progress)
    answers = [
        await answered(kafka, question_of([t.name for t in INPUTS if t.group is group], kafka, ""))
        for group in (Group.PRODUCTS, Group.USERS)
    ]
    told = Told(chapters, products, act, answers)
    if demo.as_json:
        _print(told)
    else:
        await _show(kafka, told)
    return all(answer.report.clean for answer in answers)


def _print(told: "Told") -> None:
    from schemas.codec import encode_json
    from workers.entrypoints.demo import view as demo_view

    typer.echo(encode_json(demo_view.document(told)).decode())


async def _show(kafka: "Kafka", told: "Told") -> None:
    from workers.entrypoints.audit.view import verdict_lines
    from workers.entrypoints.demo import view as demo_view
    from workers.entrypoints.demo.run import SHOWN, shelf

    console = screen()
    copies, entries = await shelf(kafka, SHOWN)
    for panel in demo_view.copy_panels(copies, entries):
        console.print(panel)
    for panel in demo_view.user_panels(told.act):
        console.print(panel)
    if told.chapters:
        console.print(demo_view.story_table(told.chapters, told.outcomes), "")
    console.print(demo_view.totals(told), "")
    for answer in told.audits:
        for line in verdict_lines(answer):
            console.print(line, highlight=False, soft_wrap=True)
