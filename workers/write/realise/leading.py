"""What a blurb is about: its brief's first fact leads, what that permits follows, the rest is for the room left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from workers.plan.brief import Clause
from workers.write.realise.content import Content, Draw, Item

T = TypeVar("T")

MAX_OTHERS: Final = 2
_NUMBER_LAST: Final = re.compile(r"\s+[\w.,×]*[0-9]$")

Line = tuple[str, list[str]]
"""A text, and the ids of the facts that it states."""


@dataclass(frozen=True, slots=True)
class Leading:
    """`item` is the lead where it is an attribute; else `own` names which of our own facts it is."""

    item: Item | None
    own: str
    clauses: tuple[Clause, ...]
    others: tuple[Item, ...]

    def fewer(self) -> Iterator[tuple[Item, ...]]:
        """The others, then the first of them, then none."""
        for count in range(len(self.others), -1, -1):
            yield self.others[:count]


def leading(content: Content) -> Leading | None:
    """None where the brief has neither a name nor a type to speak of."""
    if not {"name", "type"} & content.own.keys():
        return None
    first = content.brief.facts[0]
    item = next((item for item in content.items if first.id in item.ids), None)
    if item is None and first.name == "colour":
        # A colour that is called as the material is: "terracotta".
        item = content.first("material")
    own = "" if item else first.name if content.own.get(first.name) == first else _instead(content)
    clauses = item.clauses if item else content.type_clauses if own in {"type", "category"} else ()
    places = {fact.id: place for place, fact in enumerate(content.brief.facts)}
    others = sorted((one for one in content.items if one is not item), key=lambda one: places[one.ids[0]])
    return Leading(item, own, clauses, tuple(others[:MAX_OTHERS]))


def _instead(content: Content) -> str:
    """What leads where the first fact cannot be said: what the product is, else what it is called."""
    return "type" if "type" in content.own else "name"


def uncut(name: str, whole: str) -> str:
    """A name that was cut behind a number ("Garden Hose 50" of "50 ft") without that number."""
    rest = whole.partition(name)[2].lstrip(" ")
    return _NUMBER_LAST.sub("", name) if rest[:1].isalnum() else name


def both(one: list[T], other: list[T], draw: Draw) -> Iterator[T]:
    """All of `one` in a drawn order, then all of `other`."""
    yield from draw.shuffled(one)
    yield from draw.shuffled(other)


def ids_of(content: Content, own: tuple[str, ...], items: tuple[Item, ...] = ()) -> list[str]:
    """The ids of our own facts under these names, and of the items."""
    named = [content.own[name].id for name in own if name in content.own]
    return [*named, *(identity for item in items for identity in item.ids)]
