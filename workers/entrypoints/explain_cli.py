"""`copydesk explain COPY_ID`."""

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from workers.entrypoints.screen import Bootstrap, Json, counting, kafka_of, screen, told

if TYPE_CHECKING:
    from workers.entrypoints.explain import Explanation
    from workers.settings import Kafka

CopyId = Annotated[str, typer.Argument(help="a copy id, or its first 8 hex digits or more")]


def explain(copy_id: CopyId, bootstrap: Bootstrap = "", as_json: Json = False) -> None:
    """Say where a copy comes from: event, facts, brief, writer, and the facts that each sentence states."""
    with told():
        found = asyncio.run(_found(kafka_of(bootstrap), copy_id))
        if as_json:
            from dataclasses import asdict

            from schemas.codec import encode_json

            typer.echo(encode_json(asdict(found)).decode())
            return
        console = screen()
        for line in lines(found):
            console.print(line, highlight=False, soft_wrap=True)


async def _found(kafka: "Kafka", copy_id: str) -> "Explanation":
    from workers.adapters.kafka_reader import KafkaReader
    from workers.entrypoints.explain import Search

    reader = KafkaReader(kafka, "copydesk-explain")
    with counting("searching") as progress:
        search = Search(reader, copy_id, progress)
        await reader.start()
        try:
            return await search.run()
        finally:
            await reader.stop()


def lines(found: "Explanation") -> Iterator[str]:
    """The story of one copy, from the event to its sentences."""
    place = f"{found.product} {found.locale}".strip()
    seen = "visible now" if found.visible else "no longer visible" if found.copy else "not in the topic any more"
    reader = f" for {escape(found.audience)}" if found.audience else ""
    yield f"[bold]{escape(found.kind)}[/] of {escape(place)}{reader}  [dim]{found.copy_id}[/]  ({seen})"
    for entry in found.entries:
        yield from _entry_lines(entry)
    if not found.copy:
        return
    copy = found.copy
    away = ", because the writer was away" if copy["writer_away"] else ""
    yield f"[cyan]written by[/] {copy['origin']}{away}, attempt {copy['attempt'] + 1}"
    yield f"[cyan]model[/]      {copy['fingerprint']}"
    yield f"[cyan]brief[/]      {copy['brief_id']}, rules {escape(copy['rules_version'])}"
    for sentence in copy["sentences"]:
        yield f"  {escape(sentence['text'])}"
        for fact in sentence["facts"]:
            yield f"      [dim]{fact}  {escape(_fact(found.facts.get(fact)))}[/]"


def _entry_lines(entry: dict[str, Any]) -> Iterator[str]:
    source = entry["source"]
    (output,) = entry["outputs"]
    ((_, told),) = output["kinds"].items()
    position = f"{source['topic']}/{source['partition']}/{source['offset']}"
    yield f"[cyan]event[/]      {position}: {entry['verdict']}; this copy: {told['verdict']}"
    if told["refused"]:
        yield f"             [red]refused first[/] by {', '.join(told['refused'])}"


def _fact(fact: dict[str, Any] | None) -> str:
    if fact is None:
        return "(not among the product's facts any more)"
    return f"{fact['name']} = {fact['value']} {fact['unit']}".strip()
