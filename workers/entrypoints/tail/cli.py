"""`copydesk tail TOPIC`."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from workers.entrypoints.screen import Bootstrap, Json, kafka_of, screen, told
from workers.errors import Fatal

if TYPE_CHECKING:
    from workers.entrypoints.tail.reading import Look
    from workers.settings import Kafka

Topic = Annotated[str, typer.Argument(help="product-copy, copy-ledger, catalogue, product-created-dlq, …")]
Begin = Annotated[bool, typer.Option("--from-beginning", help="all there is, in the order of each partition")]
Number = Annotated[int, typer.Option("--lines", "-n", min=0, max=10_000, help="the last so many records")]
Follow = Annotated[bool, typer.Option("--follow/--no-follow", "-f", help="go on until Ctrl-C")]


def tail(  # noqa: PLR0913, PLR0917  a flag each, and Typer reads them by name
    topic: Topic,
    begin: Begin = False,
    number: Number = 10,
    follow: Follow = False,
    bootstrap: Bootstrap = "",
    as_json: Json = False,
) -> None:
    """Show a topic's records as people read them: copy as copy, headers that say something."""
    from schemas.topics import TOPICS
    from workers.entrypoints.tail.reading import Look

    with told():
        if topic not in TOPICS:
            raise Fatal("no-such-topic", f"{topic}; there are {', '.join(TOPICS)}")
        asyncio.run(_show(kafka_of(bootstrap), Look(topic, begin, number, follow), as_json))


async def _show(kafka: "Kafka", look: "Look", as_json: bool) -> None:
    from schemas.codec import encode_json
    from workers.adapters.kafka_reader import KafkaReader
    from workers.entrypoints.tail.reading import document, lines, records

    console = screen()
    reader = KafkaReader(kafka, "copydesk-tail")
    await reader.start()
    try:
        async for place, record in records(reader, look):
            if as_json:
                typer.echo(encode_json(document(place, record)).decode())
                continue
            for line in lines(place, record):
                console.print(line, highlight=False, soft_wrap=True)
    finally:
        await reader.stop()
