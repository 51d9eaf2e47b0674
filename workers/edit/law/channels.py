"""Rule: how long a text may be where it goes, in the place's own unit: thirty Chinese characters are sixty bytes."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Final, Literal
from unicodedata import east_asian_width

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

from schemas.kinds import Kind
from workers.edit.packs import Book, Name, sheet
from workers.edit.packs.contents import contents
from workers.edit.packs.sheets import read
from workers.edit.reading import Reading
from workers.plan.brief import Brief
from workers.plan.lexicon.locales import language_of


class Unit(StrEnum):
    """What a channel counts."""

    CHARACTERS = "characters"
    UTF8_BYTES = "utf8-bytes"
    GBK_BYTES = "gbk-bytes"
    DOUBLE_WIDTH = "double-width"


class ChannelLimit(BaseModel):
    """The bounds of one field of a channel, for the kinds of copy that fill it; of the whole, or of each line."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    channel: Name
    field: Annotated[str, StringConstraints(min_length=2, max_length=40)]
    kinds: frozenset[Kind]
    each: Literal["whole", "line"] = "whole"
    unit: Unit
    least: int = Field(default=0, ge=0, le=10_000)
    most: int = Field(ge=1, le=10_000)
    source: Annotated[str, StringConstraints(min_length=3, max_length=200)]


_LIMITS: Final = TypeAdapter(tuple[ChannelLimit, ...])
_WIDE: Final = frozenset("WF")
_OF_A_CHARACTER: Final = {Unit.CHARACTERS: 1, Unit.UTF8_BYTES: 3, Unit.GBK_BYTES: 2, Unit.DOUBLE_WIDTH: 2}
"""What a Chinese one counts."""


@lru_cache(maxsize=1)
def limits() -> tuple[ChannelLimit, ...]:
    """All that are shipped. Raises `Fatal` where the file is malformed."""
    return read(sheet("limits.yaml"), _LIMITS)


def measured(text: str, unit: Unit) -> int:
    """The length of the text as the channel counts it. What GBK cannot write it counts as it would send it: in four."""
    if unit is Unit.CHARACTERS:
        return len(text)
    if unit is Unit.UTF8_BYTES:
        return len(text.encode("utf-8", "surrogatepass"))
    if unit is Unit.GBK_BYTES:
        return sum(len(c.encode("gb18030", "replace")) for c in text)
    return sum(2 if east_asian_width(c) in _WIDE else 1 for c in text)


def channel(reading: Reading, book: Book) -> Iterator[str]:
    """What is too long, or too short, for the channels on which copy in this locale is shown."""
    return out_of_bounds(reading.text, reading.brief.kind, book.channels_of(reading.brief.locale))


def data(book: Book) -> tuple[str, ...]:
    """What the rule's verdicts depend on beside its code."""
    named = frozenset().union(*book.channels.values())
    return (*book.shown, *(contents(limit, "source") for limit in limits() if limit.channel in named))


def narrowed(brief: Brief, channels: frozenset[str]) -> Brief:
    """The order, so short that what is written to it should fit: a writer is told of characters, not of channels.

    Else it would be refused again and again for what it cannot know.
    """
    rooms = [_room(limit, brief) for limit in _bounds(brief.kind, channels) if limit.each == "whole"]
    shortest = min([brief.limits.max_chars, *rooms])
    if shortest == brief.limits.max_chars:
        return brief
    return replace(brief, limits=replace(brief.limits, max_chars=shortest))


def _room(limit: ChannelLimit, brief: Brief) -> int:
    """How many characters fit. In Chinese all are full-width ones, but for those of the product's name."""
    if language_of(brief.locale) != "zh":
        return limit.most
    named = {fact.name: fact.value for fact in brief.facts if fact.name in {"name", "brand"}}
    narrow = sum(east_asian_width(c) not in _WIDE for c in named.get("name") or named.get("brand", ""))
    narrow = narrow if narrow < limit.most else 0
    return narrow + (limit.most - narrow) // _OF_A_CHARACTER[limit.unit]


def out_of_bounds(text: str, kind: Kind, channels: frozenset[str]) -> Iterator[str]:
    """What is too long, or too short, for the channels, in words."""
    for limit in _bounds(kind, channels):
        parts = text.splitlines() if limit.each == "line" else (text,)
        for part in filter(None, map(str.strip, parts)):
            length = measured(part, limit.unit)
            if not limit.least <= length <= limit.most:
                yield f"{length} {limit.unit} in a {limit.channel} {limit.field}, {limit.least} to {limit.most}"


def _bounds(kind: Kind, channels: frozenset[str]) -> Iterator[ChannelLimit]:
    return (limit for limit in limits() if limit.channel in channels and kind in limit.kinds)
