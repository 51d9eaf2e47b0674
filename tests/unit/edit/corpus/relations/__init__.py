"""Lies of relation, each with its true twin, read from the files beside this one.

Every value in a lie is in some fact, and is said of the wrong thing. `@ locale | title | brand`: a product; the line
below has its attributes. `- kind: text`: a lie; `+ text` below it: the same words in the relation that the facts have.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from schemas.inbound import Attribute, ProductCreated
from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS
from workers.plan.brief import Brief
from workers.plan.facts import facts_of

_AMOUNT = re.compile(r"(-?\d+(?:\.\d+)?) ([^\d,]{1,12})")


class Pair(NamedTuple):
    """`kind`: what it is that the lie tells of the wrong thing."""

    brief: Brief
    kind: str
    lie: str
    twin: str


@cache
def pairs(name: str, language: str) -> tuple[Pair, ...]:
    """All of one set in one language."""
    told = Path(__file__).with_name(f"{name}_{language}.txt").read_text(encoding="utf-8")
    return tuple(pair for block in told.strip().split("\n\n") for pair in _of(block.split("\n")))


def listing(locale: str, title: str, brand: str, attributes: str) -> Brief:
    """The order of a description with all that the listing says. `attributes`: "name=value; name=value unit"."""
    told = tuple(_attribute(*pair.split("=", 1)) for pair in attributes.split("; "))
    product = ProductCreated(id="p-1", locales=(locale,), title=title, brand=brand, attributes=told)
    return Brief("p-1", Kind.DESCRIPTION, locale, facts_of(product), LIMITS[Kind.DESCRIPTION], ())


def _of(lines: list[str]) -> Iterator[Pair]:
    order = listing(*lines[0].removeprefix("@ ").split(" | "), lines[1].strip())
    for lie, twin in zip(lines[2::2], lines[3::2], strict=True):
        kind, text = lie.removeprefix("- ").split(": ", 1)
        yield Pair(order, kind, text, twin.removeprefix("+ "))


def _attribute(name: str, value: str) -> Attribute:
    amount = _AMOUNT.fullmatch(value)
    return Attribute(name=name, value=amount[1], unit=amount[2]) if amount else Attribute(name=name, value=value)
