"""What the lexicon says of a fact, the editor knows to be that fact's. Each has its own tables: they must not drift."""

import pytest

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, fact
from workers.demo import listings
from workers.edit.gate import judge
from workers.plan.brief import MAX_FACTS, Brief, Fact
from workers.plan.facts import facts_of
from workers.plan.lexicon import surface_forms
from workers.plan.lexicon.lookup import FLAGS
from workers.plan.lexicon.units import CURRENCIES, UNITS

LOCALES = ("en-US", "en-GB", "zh-CN")
MEASURES = ("width", "weight", "capacity", "power", "battery_life")


def misread(known: Fact, held: tuple[Fact, ...], locale: str) -> list[str]:
    """The wordings of the fact that are refused, or not traced to it."""
    order = Brief("p", Kind.DESCRIPTION, locale, held, LIMITS[Kind.DESCRIPTION])
    frame = "It is {}, indeed." if locale.startswith("en") else "这款{}。"
    found = []
    # What a feature is called says that it is there: of one that is lacked, only the denial is a true wording.
    forms = surface_forms(known, locale)[: 1 if known.name in FLAGS and known.value == "no" else None]
    for form in forms:
        verdict = judge(order, frame.format(form))
        traced = {fact for sentence in verdict.sentences for fact in sentence.facts}
        if verdict.refusals or known.id not in traced:
            found.append(form)
    return found


@pytest.mark.parametrize("listing", listings(), ids=lambda listing: listing.id)
def test_every_wording_of_a_listings_facts_is_traced_and_never_refused(listing):
    held = facts_of(listing)[:MAX_FACTS]
    assert held
    for locale in listing.locales:
        assert {known.name: wrong for known in held if (wrong := misread(known, held, locale))} == {}


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_of_the_lexicon_is_read_as_it_is_written(unit):
    for locale in LOCALES:
        for name in MEASURES:
            for value in ("1.5", "12", "1200"):
                known = fact(name, value, unit)
                assert misread(known, (known,), locale) == []


@pytest.mark.parametrize("currency", CURRENCIES)
def test_every_currency_of_the_lexicon_is_read_as_it_is_written(currency):
    for locale in LOCALES:
        known = fact("price", "1234.5", currency)
        assert misread(known, (known,), locale) == []
