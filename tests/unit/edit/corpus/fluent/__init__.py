"""True and false copy in free wording, read from the files beside this one: its README tells their form."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from schemas.inbound import Attribute, Price, ProductCreated
from schemas.kinds import Kind
from tests.unit.write.realise.listings import BENEFITS
from workers.plan.brief import Brief
from workers.plan.facts import facts_of
from workers.plan.select import select

_AMOUNT = re.compile(r"(-?\d+(?:\.\d+)?) ([^\d,]{1,12})")


class Fluent(NamedTuple):
    """`kind` is what is false in the text; "" where all of it is true."""

    brief: Brief
    text: str
    kind: str


@cache
def fluent(name: str, language: str) -> tuple[Fluent, ...]:
    """All texts of one set in one language."""
    told = Path(__file__).with_name(f"{name}_{language}.txt").read_text(encoding="utf-8")
    return tuple(item for block in told.strip().split("\n\n") for item in _of(block.split("\n")))


def _of(lines: list[str]) -> Iterator[Fluent]:
    order = _described(lines[0].removeprefix("@ "), lines[1].strip())
    for line in lines[2:]:
        kind, text = ("", line) if line.startswith("+ ") else line.split(": ", 1)
        yield Fluent(order, text.removeprefix("+ "), kind.removeprefix("- "))


def _described(head: str, attributes: str) -> Brief:
    locale, title, brand, category, price = head.split(" | ")
    amount, currency = price.split(" ")
    product = ProductCreated(
        id="p-1",
        locales=(locale,),
        title=title,
        brand=brand,
        category=tuple(category.split(">")),
        attributes=tuple(_attribute(*pair.split("=", 1)) for pair in attributes.split("; ")),
        price=Price(amount=amount, currency=currency),
    )
    briefs = select(product.id, facts_of(product), locale, BENEFITS).briefs
    return next(brief for brief in briefs if brief.kind is Kind.DESCRIPTION)


def _attribute(name: str, value: str) -> Attribute:
    amount = _AMOUNT.fullmatch(value)
    return Attribute(name=name, value=amount[1], unit=amount[2]) if amount else Attribute(name=name, value=value)
