"""What the catalogue says of a product, as a desk of users needs it: read once for an entry, not for an event. Pure."""

from functools import lru_cache
from typing import NamedTuple

from schemas.inbound_users import ActedOn
from schemas.outbound import CatalogueEntry
from workers.desks.contract import held_as
from workers.desks.sheet import facts_in
from workers.outcome import Entry
from workers.plan.facets import facets_of


class Catalogued(NamedTuple):
    """A product that is listed. `locales`: those it has copy in."""

    facets: tuple[str, ...]
    locales: tuple[str, ...]
    in_stock: bool


def catalogued(entry: Entry | None) -> Catalogued | None:
    """None where the catalogue does not know the product, has withdrawn it, or cannot be read."""
    return None if entry is None or entry.value is None else _read(entry.value)


@lru_cache(maxsize=8192)
def _read(value: bytes) -> Catalogued | None:
    entry = held_as(Entry(0, value), CatalogueEntry)
    if entry is None or not entry.listed:
        return None
    facts = facts_in(entry)
    sold_out = any(fact.name == "in_stock" and fact.value == "no" for fact in facts)
    return Catalogued(facets_of(ActedOn(id=entry.product), facts), entry.locales, not sold_out)
