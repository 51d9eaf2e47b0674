"""A listing's own words, cleaned, and which of them may be no fact at all. Pure."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from schemas.inbound import Attribute, ProductCreated
from workers.plan.barred import barred, machine_made
from workers.plan.lexicon.length import shortened
from workers.plan.lexicon.lookup import folded
from workers.plan.scrub import holds_address, visible, without_addresses
from workers.plan.values import MAX_UNIT

MAX_NAME: Final = 64
MAX_VALUE: Final = 256
_BOAST: Final = re.compile(
    r"(?:(?:the|a|best|ever|official|genuine|authentic|original|premium|top|quality|rated|seller|choice|number|one|no\.?|1|#1|"
    r"cheapest|lowest|price|great|deals?|brand|store|shop|flagship|100%)\b[\s.,&!-]*){2,}|"
    r"(?:官方|正品|旗舰店?|专卖店?|自营|原装|正宗|品牌|优质|精品|热销|爆款|包邮|新款|特价|保证|大牌|名牌|直营|直销|厂家|店|\s)+",
    re.IGNORECASE,
)
"""A brand of nothing but praise is none: 官方正品, "Best Ever"."""


class Words(NamedTuple):
    """`rule`: the editor's for which they may be no fact; "" where they may."""

    text: str
    rule: str


class Stated(NamedTuple):
    """An attribute. `rule` as of `Words`."""

    name: str
    value: str
    unit: str
    rule: str


class Barred(NamedTuple):
    """What a listing says and no fact may: the field, which of several, and the editor's rule that it would break."""

    field: str
    number: int
    rule: str


def titled(event: ProductCreated) -> Words:
    """What the product is called."""
    return _words(event.title, MAX_VALUE)


def named(text: str) -> Words:
    """A brand, or a department."""
    return _words(text, MAX_NAME)


def boasts(brand: str) -> bool:
    """Whether a brand is nothing but praise."""
    return _BOAST.fullmatch(folded(brand)) is not None


def _words(raw: str, most: int) -> Words:
    text = shortened(without_addresses(visible(raw)), most)
    return Words(text, "placeholder" if machine_made(raw) else barred(text))


def stated(attribute: Attribute) -> Stated:
    """Its name, value and unit."""
    name = shortened(visible(attribute.name).strip(" :：."), MAX_NAME)
    value = shortened(visible(attribute.value), MAX_VALUE)
    unit = visible(attribute.unit or "")[:MAX_UNIT].strip()
    return Stated(name, value, unit, _rule_of(attribute, name, f"{value} {unit}" if unit else value))


def _rule_of(attribute: Attribute, name: str, value: str) -> str:
    if machine_made(attribute.name) or machine_made(attribute.value):
        return "placeholder"
    return "contact" if holds_address(value) else barred(name) or barred(value)


def barred_in(event: ProductCreated) -> Iterator[Barred]:
    """All that `facts_of` leaves out for a rule of the editor's, in the listing's order."""
    named_so = (("title", (event.title,)), ("brand", (event.brand or "",)), ("category", event.category))
    for field, texts in named_so:
        for number, text in enumerate(texts):
            if rule := (titled(event) if field == "title" else named(text)).rule:
                yield Barred(field, number, rule)
    for number, attribute in enumerate(event.attributes):
        if rule := stated(attribute).rule:
            yield Barred("attributes", number, rule)
