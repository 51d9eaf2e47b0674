"""`copydesk try`: what one event would become, without a broker or a server."""

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from workers.entrypoints.screen import Json, screen, told
from workers.errors import Fatal

if TYPE_CHECKING:
    from workers.entrypoints.trial.event import Trial
    from workers.outcome import Delivery

STDIN: Final = Path("-")

Files = Annotated[
    list[Path], typer.Argument(help="one event as JSON in each; - is stdin. They are handled one after another")
]
Topic = Annotated[str, typer.Option(help="the input topic that it comes from")]
Key = Annotated[str, typer.Option(help="the record's key", show_default="the event's own id")]


def try_event(files: Files, topic: Topic = "product-created", key: Key = "", as_json: Json = False) -> None:
    """Take events through the real path in memory, and show facts, briefs, drafts, verdicts and records."""
    from workers.entrypoints.trial.view import document, show

    with told():
        deliveries = [delivery_of(path, offset, topic, key.encode() or None) for offset, path in enumerate(files)]
        trials = asyncio.run(_tried(deliveries))
        if as_json:
            from schemas.codec import encode_json

            documents = [document(trial) for trial in trials]
            typer.echo(encode_json(documents[0] if len(documents) == 1 else documents).decode())
            return
        console = screen()
        for trial in trials:
            show(trial, console)


def delivery_of(path: Path, offset: int, topic: str, key: bytes | None) -> "Delivery":
    """The file's bytes as a record. Raises OSError."""
    from schemas.envelope import STRUCTURED
    from schemas.topics import INPUTS
    from workers.outcome import Delivery, Position

    names = [one.name for one in INPUTS]
    if topic not in names:
        raise Fatal("no-input-topic", f"{topic}; there are {', '.join(names)}")
    value = sys.stdin.buffer.read() if path == STDIN else path.read_bytes()
    headers = (("content-type", STRUCTURED),) if _is_structured(value) else ()
    return Delivery(Position(topic, 0, offset), key or _own_key(value), value, headers)


async def _tried(deliveries: "list[Delivery]") -> "list[Trial]":
    from workers.adapters.clock import SystemClock
    from workers.bootstrap import desks_of, editor_of
    from workers.entrypoints.trial.event import bench
    from workers.settings import Settings

    settings = Settings()
    how = (settings.write.attempts, settings.edit.candidates, settings.edit.lately)
    async with bench(desks_of(settings), SystemClock(), editor_of(settings), how) as table:
        return [await table.handle(delivery) for delivery in deliveries]


def _own_key(value: bytes) -> bytes:
    """What a producer would have keyed it by; whatever it is, where the event cannot be read."""
    document = _document(value)
    data = document.get("data") if "specversion" in document else document
    if not isinstance(data, dict):
        return b"unknown"
    return str(data.get("id") or data.get("product") or "unknown").encode()


def _is_structured(value: bytes) -> bool:
    return "specversion" in _document(value)


def _document(value: bytes) -> dict[str, object]:
    from schemas.codec import Undecodable, decode_json

    try:
        document = decode_json(value, len(value))
    except Undecodable:
        return {}
    return document if isinstance(document, dict) else {}
