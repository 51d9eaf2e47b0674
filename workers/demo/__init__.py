"""The sample shop: a catalogue that we wrote, records that are broken on purpose, and what happens to it next."""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from schemas.codec import decode_json, encode, validate
from schemas.inbound import ProductCreated

_LINE_LIMIT: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Event:
    """One record for `product-created`. `value` of None is a delisting.

    `expect`: for a broken record the reason of its dead letter, else the verdict of its ledger entry, if each event is
    handled before the next is sent.
    """

    key: bytes | None
    value: bytes | None
    about: str
    expect: str


def listings() -> tuple[ProductCreated, ...]:
    """The catalogue: several categories, English, Chinese, and both."""
    return tuple(validate(line, ProductCreated) for line in _lines("catalogue.jsonl"))


def broken() -> tuple[Event, ...]:
    """Records that must end as dead letters, each for its own reason."""
    return tuple(
        Event(_key(line["key"]), _bytes_of(line), line["about"], line["why"]) for line in _lines("broken.jsonl")
    )


def story() -> tuple[Event, ...]:
    """What happens to some of the listings after all of them are published: changed, changed back, delisted, …"""
    catalogue = {listing.id: listing for listing in listings()}
    return tuple(_chapter(line, catalogue[line["key"]]) for line in _lines("story.jsonl"))


def _chapter(line: dict[str, Any], listing: ProductCreated) -> Event:
    value = None
    if not line.get("delisted"):
        changed = listing.model_dump(mode="json") | line["change"]
        value = encode(validate(changed, ProductCreated))
    return Event(_key(line["key"]), value, line["about"], line["expect"])


def _key(key: str | None) -> bytes | None:
    return None if key is None else key.encode()


def _bytes_of(line: dict[str, Any]) -> bytes:
    if "value_base64" in line:
        return b64decode(line["value_base64"])
    return str(line["value_text"]).ljust(line.get("padded_to", 0)).encode()


def _lines(name: str) -> Iterator[Any]:
    for line in files(__name__).joinpath(name).read_bytes().splitlines():
        yield decode_json(line, _LINE_LIMIT)
