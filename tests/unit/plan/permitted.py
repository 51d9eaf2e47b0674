"""Products of which a row of the benefits speaks."""

from collections.abc import Iterator
from functools import cache

from workers.plan.benefits import Row, load
from workers.plan.brief import Clause, Fact, fact_id
from workers.plan.lexicon.lookup import TYPES
from workers.plan.lexicon.quantities import plain

BENEFITS = load()
ANY_TYPE = "ornament"
"""The type of a product that has a fact which any product may have."""


def fact(name: str, value: str, unit: str = "") -> Fact:
    return Fact(fact_id(name, value, unit), name, value, unit)


def facts_told(row: Row) -> list[Fact]:
    """A fact for each of its values, or for a number of its range."""
    if row.range is None:
        return [fact(row.fact, value) for value in row.values]
    return [fact(row.fact, plain(row.range.least or row.range.most), row.range.unit)]


def types_of(row: Row) -> list[str]:
    """The types of product for which it holds."""
    if row.fact == "type":
        return list(row.values)
    held = [key for key, word in TYPES.items() if word.group in row.groups or key in row.types]
    return held or [ANY_TYPE]


def product_of(row: Row, rest: tuple[tuple[str, str, str], ...]) -> tuple[Fact, ...]:
    """The facts of one product: name, type, what the row speaks of, and what else there is."""
    kind = fact("type", types_of(row)[0])
    told = [] if row.fact == "type" else facts_told(row)[:1]
    others = [fact(*one) for one in rest if one[0] != row.fact]
    return (fact("name", f"Alder {TYPES[kind.value].us.title()}"), kind, *told, *others)


@cache
def every_offer(locale: str) -> tuple[tuple[tuple[Fact, ...], tuple[Clause, ...]], ...]:
    """What each pattern's products are offered: the facts of each, and the clauses that they permit."""
    return tuple((facts, BENEFITS.clauses(facts, locale)) for row in BENEFITS.rows for facts in _offers(row))


def _offers(row: Row) -> Iterator[tuple[Fact, ...]]:
    if row.fact == "type":
        yield from ((fact("type", value),) for value in row.values)
        return
    for kind in types_of(row):
        for told in facts_told(row):
            yield (fact("type", kind), told)
