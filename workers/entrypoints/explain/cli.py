"""`copydesk explain COPY_ID`."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from workers.entrypoints.screen import Bootstrap, Json, counting, kafka_of, screen, told

if TYPE_CHECKING:
    from workers.entrypoints.explain.remake import Remake
    from workers.entrypoints.explain.search import Explanation
    from workers.settings import Kafka

CopyId = Annotated[str, typer.Argument(help="a copy id, or its first 8 hex digits or more; of a draft in review too")]
Triton = Annotated[
    str,
    typer.Option(help="host:port of the server that is asked for the drafts", show_default="the realiser, in process"),
]


def explain(copy_id: CopyId, triton: Triton = "", bootstrap: Bootstrap = "", as_json: Json = False) -> None:
    """Say where a copy comes from: event, facts, brief, prompt, each draft with what was refused, the record."""
    with told():
        from workers.entrypoints.explain.view import document, lines

        found, remake = asyncio.run(_explained(kafka_of(bootstrap), copy_id, triton))
        if as_json:
            from schemas.codec import encode_json

            typer.echo(encode_json(document(found, remake)).decode())
            return
        console = screen()
        for line in lines(found, remake):
            console.print(line, highlight=False, soft_wrap=True)


async def _explained(kafka: "Kafka", copy_id: str, triton: str) -> "tuple[Explanation, Remake | None]":
    found = await _found(kafka, copy_id)
    return found, await _remade(found, triton) if found.brief_id else None


async def _found(kafka: "Kafka", copy_id: str) -> "Explanation":
    from workers.entrypoints.explain.search import Search
    from workers.entrypoints.reading import reading

    with counting("searching") as progress:
        async with reading(kafka, "copydesk-explain", progress) as read:
            return await Search(read, copy_id).run()


async def _remade(found: "Explanation", triton: str) -> "Remake":
    from workers.adapters.memory import RealiserModel
    from workers.adapters.triton import TritonModel
    from workers.bootstrap import editor_of
    from workers.entrypoints.explain.redrafting import SECONDS, Redrafting
    from workers.entrypoints.explain.remake import Remaking
    from workers.plan.benefits import load
    from workers.settings import Settings

    settings = Settings()
    how = (editor_of(settings), settings.write.attempts, settings.edit.candidates)
    if not triton:
        return await Remaking(Redrafting(RealiserModel(), *how), load()).run(found)
    model = TritonModel(triton)
    try:
        await model.handshake(SECONDS)
        return await Remaking(Redrafting(model, *how), load()).run(found)
    finally:
        await model.close()
