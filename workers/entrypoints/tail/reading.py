"""Reads a topic as it comes, for people: the last records, or all of them, then what follows."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rich.markup import escape

from schemas.codec import Undecodable, decode_json
from schemas.envelope import EDITION, SENDER
from workers.adapters.kafka_reader import KafkaReader, Place
from workers.adapters.tables_entry import LogRecord
from workers.adapters.tables_sound import Extent

MAX_VALUE: Final = 1 << 24
LINE: Final = 160
"""Characters of a text that are shown."""
_TOLD: Final = frozenset({EDITION, SENDER, "content-type", "traceparent", "tracestate"})


@dataclass(frozen=True, slots=True)
class Look:
    """`begin`: from the beginning; else the last `last` records of each partition. `follow`: then go on."""

    topic: str
    begin: bool = False
    last: int = 10
    follow: bool = True


Seen = tuple[Place, LogRecord]


async def records(reader: KafkaReader, look: Look) -> AsyncIterator[Seen]:
    """What stands there, in the order of time, then what comes. Raises `Fatal("unknown-topic")`."""
    extents = await reader.extents(await reader.places(look.topic))
    async for seen in _all(reader, extents) if look.begin else _last(reader, extents, look.last):
        yield seen
    if look.follow:
        async for batch in reader.follow({place: extent.end for place, extent in extents.items()}):
            for seen in _flat(batch):
                yield seen


async def _all(reader: KafkaReader, extents: Mapping[Place, Extent]) -> AsyncIterator[Seen]:
    async for batch in reader.read_range(extents):
        for seen in _flat(batch):
            yield seen


async def _last(reader: KafkaReader, extents: Mapping[Place, Extent], last: int) -> AsyncIterator[Seen]:
    ends = {place: Extent(max(e.start, e.end - last), e.end) for place, e in extents.items()}
    found = [seen async for seen in _all(reader, ends)]
    # The last of all partitions together, not of each.
    found.sort(key=lambda seen: seen[1].timestamp)
    for seen in found[len(found) - min(last, len(found)) :]:
        yield seen


def _flat(batch: Any) -> Sequence[Seen]:  # noqa: ANN401  a reader's batch
    found = [(Place(*place), record) for place, some in batch.items() for record in some]
    return sorted(found, key=lambda one: one[1].timestamp)


def document(place: Place, record: LogRecord) -> dict[str, Any]:
    """What `--json` prints, a line for each record."""
    return {
        "topic": place.topic,
        "partition": place.partition,
        "offset": record.offset,
        "timestamp": record.timestamp,
        "key": _text(record.key),
        "headers": [[name, _text(value)] for name, value in record.headers],
        "value": value_of(record.value),
    }


def lines(place: Place, record: LogRecord) -> list[str]:
    """A headline, the headers that say something, then what matters of the value."""
    headers = dict(record.headers)
    edition = _text(headers.get(EDITION))
    told = "".join(
        (
            f"[bold]{escape(_text(record.key) or '(no key)')}[/]",
            f"  [dim]{place.topic}/{place.partition}/{record.offset}[/]",
            f"  [dim]edition {edition}[/]" if edition else "",
        )
    )
    shown = [f"{name}={escape(_short(_text(value)))}" for name, value in record.headers if _says(name)]
    value = value_of(record.value)
    body = ["[yellow](tombstone)[/]"] if record.value is None else list(_body(value))
    return [told, *([f"  [dim]{' '.join(shown)}[/]"] if shown else []), *(f"  {line}" for line in body)]


def value_of(value: bytes | None) -> Any:  # noqa: ANN401  JSON, or text that is none
    """The value as JSON, else as text; None for a tombstone."""
    if value is None:
        return None
    try:
        return decode_json(value, MAX_VALUE)
    except Undecodable:
        return value.decode(errors="replace")


def _says(name: str) -> bool:
    # `ce_` attributes repeat what the value says, except who caused it; of two dead-letter families one is enough.
    if name in _TOLD or name.startswith("__connect.errors."):
        return False
    return not name.startswith("ce_") or name == "ce_causationid"


def _body(value: Any) -> list[str]:  # noqa: ANN401  JSON
    if not isinstance(value, dict):
        return [escape(_short(str(value)))]
    if isinstance(value.get("kinds"), dict):
        return [_copy_line(kind, copy) for kind, copy in value["kinds"].items()]
    return [
        f"[cyan]{escape(str(name))}[/] {escape(_short(_plain(part)))}"
        for name, part in value.items()
        if part not in (None, [], {}, "") and name != "type"
    ]


def _copy_line(kind: str, copy: dict[str, Any]) -> str:
    text = " · ".join(str(copy.get("text", "")).split("\n"))
    return f"[cyan]{escape(kind)}[/] [dim]{escape(str(copy.get('origin', '')))}[/] {escape(text)}"


def _plain(part: Any) -> str:  # noqa: ANN401  JSON
    if isinstance(part, dict):
        return " ".join(f"{name}={_plain(value)}" for name, value in part.items() if value not in (None, "", [], {}))
    if isinstance(part, list):
        return ", ".join(map(_plain, part))
    return str(part)


def _text(value: bytes | None) -> str | None:
    return None if value is None else value.decode(errors="replace")


def _short(text: str | None) -> str:
    flat = " ".join((text or "").split())
    return flat if len(flat) <= LINE else f"{flat[:LINE]}…"
