"""`copydesk demo`: everything on this machine, once through, and proven."""

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Final

import typer

from workers.entrypoints.screen import Json, counting, errors, screen, told
from workers.errors import Exit

if TYPE_CHECKING:
    from workers.embedded.platform import Platform
    from workers.embedded.site import Wish
    from workers.entrypoints.audit_run import Answer
    from workers.entrypoints.demo_run import Chapter, Outcomes
    from workers.settings import Kafka

DEFAULT_PRODUCTS: Final = 84

Products = Annotated[int, typer.Option(min=1, max=100_000, help="listings of the sample shop")]
Workers = Annotated[int, typer.Option(min=1, max=16, help="worker processes")]
Keep = Annotated[bool, typer.Option("--keep", help="leave everything running until Ctrl-C, to look around")]


def demo(
    products: Products = DEFAULT_PRODUCTS, workers: Workers = 2, keep: Keep = False, as_json: Json = False
) -> None:
    """Start Kafka, Triton and workers in a temporary folder, feed a shop, show its copy, audit it."""
    from workers.embedded.folder import cache_folder
    from workers.embedded.platform import ephemeral_folder
    from workers.embedded.site import Wish
    from workers.settings import environment

    with told(), ephemeral_folder() as folder:
        given = environment()
        wish = Wish(folder, cache_folder(given), given, workers)
        clean = asyncio.run(_demonstrated(wish, _Demo(products, keep, as_json)))
        if not clean:
            raise typer.Exit(Exit.AUDIT_FOUND_FAULTS)


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
    from workers.entrypoints.platform_view import Story, fetching

    me = asyncio.current_task()
    if me:
        # As Ctrl-C, which asyncio itself turns into this.
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, me.cancel)
    console = errors()
    clock = SystemClock()
    with fetching(console) as progress:
        tell = Story(console, clock).tell
        async with running(wish, real_checks(), clock, tell, progress) as platform:
            clean = await _fed(platform, demo)
            if demo.keep:
                await _kept(platform)
    return clean


async def _kept(platform: "Platform") -> None:
    at = f"--bootstrap {platform.bootstrap}"
    line = f"kept until Ctrl-C; look around: copydesk tail product-copy {at}"
    errors().print(line, highlight=False, soft_wrap=True)
    # Ctrl-C is how this ends well: what is cancelled here goes on to the platform's ordered stop.
    with suppress(asyncio.CancelledError):
        await platform.wait()


async def _fed(platform: "Platform", demo: _Demo) -> bool:
    from workers.adapters.clock import SystemClock
    from workers.adapters.kafka_reader import KafkaReader
    from workers.entrypoints.audit_cli import answered, question_of
    from workers.entrypoints.demo_run import run, watching
    from workers.settings import Settings

    clock = SystemClock()
    kafka = Settings().kafka.model_copy(update={"bootstrap": platform.bootstrap})
    async with watching(KafkaReader(kafka, "copydesk-demo-ledger"), clock) as outcomes:
        with counting("events") as progress:
            chapters = await run(kafka, clock, demo.products, outcomes, progress)
    answer = await answered(kafka, question_of([], kafka, ""))
    if demo.as_json:
        _print(chapters, outcomes, answer)
    else:
        await _show(kafka, chapters, outcomes, answer)
    return answer.report.clean


def _print(chapters: "list[Chapter]", outcomes: "Outcomes", answer: "Answer") -> None:
    from schemas.codec import encode_json
    from workers.entrypoints import audit_view, demo_view

    told = demo_view.document(chapters, outcomes, audit_view.document(answer))
    typer.echo(encode_json(told).decode())


async def _show(kafka: "Kafka", chapters: "list[Chapter]", outcomes: "Outcomes", answer: "Answer") -> None:
    from workers.entrypoints.audit_view import verdict_lines
    from workers.entrypoints.demo_run import SHOWN, shelf
    from workers.entrypoints.demo_view import copy_panels, story_table, totals

    console = screen()
    copies, entries = await shelf(kafka, SHOWN)
    for panel in copy_panels(copies, entries):
        console.print(panel)
    if chapters:
        console.print(story_table(chapters, outcomes), "")
    console.print(totals(outcomes), "")
    for line in verdict_lines(answer):
        console.print(line, highlight=False, soft_wrap=True)
