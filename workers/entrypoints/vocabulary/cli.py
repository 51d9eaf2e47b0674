"""`copydesk vocabulary build`: what the catalogue has and no list of ours knows, as a pack for the editor."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workers.entrypoints.screen import Bootstrap, Json, counting, kafka_of, screen, told
from workers.errors import Fatal

if TYPE_CHECKING:
    from workers.entrypoints.vocabulary.build import Asked, Built
    from workers.settings import Kafka

app = typer.Typer(help="What the catalogue has and no list knows.", no_args_is_help=True)

Out = Annotated[Path, typer.Option("--out", help="the pack to write")]
Least = Annotated[int, typer.Option(min=1, help="products that must have a value")]
Sellers = Annotated[int, typer.Option(min=1, max=8, help="who must list these products; no more than there are")]
Limit = Annotated[int, typer.Option(min=1, max=10_000, help="values to keep, those of the most products")]
Doubtful = Annotated[bool, typer.Option("--doubtful", help="keep what stands in copy of products that lack it, too")]
Replace = Annotated[bool, typer.Option("--replace", help="write over a file that is there")]


@app.callback()
def vocabulary() -> None:
    """What the catalogue has and no list knows."""


@app.command()
def build(  # noqa: PLR0913, PLR0917  a flag each, and Typer reads them by name
    out: Out,
    least: Least = 3,
    sellers: Sellers = 3,
    limit: Limit = 10_000,
    doubtful: Doubtful = False,
    replace: Replace = False,
    bootstrap: Bootstrap = "",
    as_json: Json = False,
) -> None:
    """Read `catalogue` and `product-copy`; write the makers, materials, colours … that this shop alone has: a pack."""
    with told():
        from workers.entrypoints.vocabulary.build import Asked
        from workers.entrypoints.vocabulary.file import may_write, rendered, write
        from workers.entrypoints.vocabulary.view import document, lines, table

        if not replace:
            may_write(out)
        found = asyncio.run(_built(kafka_of(bootstrap), Asked(least, sellers, doubtful)))
        if not found.values:
            raise Fatal("no-values", _nothing(found, least))
        text, no_room = rendered(found.values, limit)
        found.left_out["no room"] += no_room
        write(out, text)
        report = document(found, str(out), len(found.values) - no_room)
        if as_json:
            from schemas.codec import encode_json

            typer.echo(encode_json(report).decode())
            return
        screen().print(table(report))
        for line in lines(report):
            screen().print(line, highlight=False, soft_wrap=True)


def _nothing(found: "Built", least: int) -> str:
    why = ", ".join(f"{number:,} {reason}" for reason, number in found.left_out.most_common())
    return (
        f"{found.products:,} products have none that {least} share and no list has ({why}):"
        " try --least, --sellers, --doubtful"
    )


async def _built(kafka: "Kafka", asked: "Asked") -> "Built":
    from workers.entrypoints.ending import cancel_on_signals
    from workers.entrypoints.reading import reading
    from workers.entrypoints.vocabulary.build import built
    from workers.entrypoints.vocabulary.sifting import own_words
    from workers.plan.benefits import load

    cancel_on_signals()
    with counting("reading") as progress:
        async with reading(kafka, "copydesk-vocabulary", progress) as read:
            return await built(read, asked, own_words(load()))
