"""True and false copy in free wording, read from the files beside this one: its README tells their form."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from schemas.inbound import Attribute, Price, ProductCreated
from schemas.kinds import Kind
from tests.unit.write.realise.listings import BENEFITS
from workers.plan.brief import Brief
from workers.plan.facts import facts_of
from workers.plan.select import open_brief, select

_AMOUNT = re.compile(r"(-?\d+(?:\.\d+)?) ([^\d,]{1,12})")


class Fluent(NamedTuple):
    """`kind` is what is false in the text; "" where all of it is true."""

    brief: Brief
    text: str
    kind: str


_WHOLE: Final = frozenset({"fifth", "sixth", "seventh"})
"""Of these sets a text may say all that its listing does, as `copydesk edit` has it; of others what our desk orders."""


@cache
def fluent(name: str, language: str) -> tuple[Fluent, ...]:
    """All texts of one set in one language."""
    told = Path(__file__).with_name(f"{name}_{language}.txt").read_text(encoding="utf-8")
    order = _open if name in _WHOLE else _ordered
    return tuple(item for block in told.strip().split("\n\n") for item in _of(block.split("\n"), order))


def _of(lines: list[str], order: Callable[[ProductCreated], Brief]) -> Iterator[Fluent]:
    brief = order(_listing(lines[0].removeprefix("@ "), lines[1].strip()))
    for line in lines[2:]:
        kind, text = ("", line) if line.startswith("+ ") else line.split(": ", 1)
        yield Fluent(brief, text.removeprefix("+ "), kind.removeprefix("- "))


def _listing(head: str, attributes: str) -> ProductCreated:
    locale, title, brand, category, price = head.split(" | ")
    amount, currency = price.split(" ")
    return ProductCreated(
        id="p-1",
        locales=(locale,),
        title=title,
        brand=brand,
        category=tuple(category.split(">")),
        attributes=tuple(_attribute(*pair.split("=", 1)) for pair in attributes.split("; ")),
        price=Price(amount=amount, currency=currency),
    )


def _ordered(product: ProductCreated) -> Brief:
    briefs = select(product.id, facts_of(product), product.locales[0], BENEFITS).briefs
    return next(brief for brief in briefs if brief.kind is Kind.DESCRIPTION)


def _open(product: ProductCreated) -> Brief:
    return open_brief(product.id, Kind.DESCRIPTION, product.locales[0], facts_of(product), BENEFITS)


def _attribute(name: str, value: str) -> Attribute:
    amount = _AMOUNT.fullmatch(value)
    return Attribute(name=name, value=amount[1], unit=amount[2]) if amount else Attribute(name=name, value=value)
