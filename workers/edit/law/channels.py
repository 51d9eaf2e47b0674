"""How long a text may be where it goes, in the place's own unit: thirty Chinese characters are sixty bytes there."""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Final, Literal
from unicodedata import east_asian_width

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

from schemas.kinds import Kind
from workers.edit.packs import Name, sheet
from workers.edit.packs.sheets import read


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


def out_of_bounds(text: str, kind: Kind, channels: frozenset[str]) -> Iterator[str]:
    """What is too long, or too short, for the channels, in words."""
    for limit in limits() if channels else ():
        if limit.channel not in channels or kind not in limit.kinds:
            continue
        for part in text.strip().splitlines() if limit.each == "line" else (text.strip(),):
            length = measured(part.strip(), limit.unit)
            if not limit.least <= length <= limit.most:
                yield f"{length} {limit.unit} in a {limit.channel} {limit.field}, {limit.least} to {limit.most}"
