"""What a blurb may state, and that the audience decides which fact leads it."""

from collections import Counter
from functools import lru_cache
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.inbound_users import ActedOn
from schemas.kinds import Kind
from tests.unit.plan.shirt import SHIRT, known
from tests.unit.plan.strategies import listings
from workers.demo import listings as demo
from workers.plan.audience import EVERYONE, RULED, Audience
from workers.plan.audience_words import LIFTS
from workers.plan.benefits import load
from workers.plan.blurb import MAX_FACTS, blurb_brief
from workers.plan.brief import Brief
from workers.plan.facets import facets_of
from workers.plan.facts import facts_of
from workers.plan.lexicon import sayable

BENEFITS = load()
NEVER = {"price", "in_stock", "returns", "shipping", "min_order", "warranty", "limited_warranty"}


def audience(*facets):
    return Audience("-".join(facet[2:] for facet in facets) or "everyone", facets)


def brief(facts, *facets, locale="en-US"):
    return blurb_brief("p-1", facts, locale, audience(*facets), BENEFITS)


def lead(facts, *facets, locale="en-US"):
    made = brief(facts, *facets, locale=locale)
    return None if made is None else made.facts[0]


def values(made):
    return [(fact.name, fact.value) for fact in made.facts]


@pytest.mark.parametrize(
    ("facets", "name"),
    [
        (("t:shirt",), "type"),
        (("c:clothing",), "category"),
        (("m:linen",), "material"),
        (("k:navy", "m:linen"), "colour"),
        (("k:red", "m:linen"), "material"),
        (("p:0", "k:navy"), "colour"),
        (("c:kitchen", "t:mug"), "material"),
        (("p:6",), "material"),
        ((), "material"),
    ],
)
def test_the_first_interest_that_a_fact_meets_decides_the_lead(facets, name):
    assert lead(SHIRT, *facets).name == name


def test_the_lead_stands_first_then_the_names_then_what_one_looks_for():
    assert values(brief(SHIRT, "k:navy")) == [
        ("colour", "navy"),
        ("name", "Alder Shirt"),
        ("brand", "Norrland"),
        ("type", "shirt"),
        ("material", "linen"),
        ("neckline", "mandarin"),
    ]


def test_a_department_is_met_by_where_the_thing_is_filed_else_by_what_it_is():
    mug = known(("name", "Tarn", ""), ("type", "mug", ""), ("category", "tableware", ""))
    assert lead(mug, "c:kitchen").name == "category"
    assert lead((mug[0], mug[1]), "c:kitchen").name == "type"


def test_a_set_of_chairs_meets_an_interest_in_chairs():
    assert lead(known(("name", "Oda", ""), ("type", "chair+set", "")), "t:chair").name == "type"


def test_of_a_blend_the_larger_half_meets_an_interest():
    blend = known(("name", "Oda", ""), ("composition", "cotton 98, elastane 2", ""), ("colour", "red", ""))
    assert lead(blend, "m:cotton", "k:red").name == "composition"
    assert lead(blend, "m:elastane", "k:red").name == "colour"


def test_an_attribute_is_stated_whole():
    two = known(("name", "Oda", ""), ("material", "linen", ""), ("material", "cotton", ""), ("colour", "red", ""))
    made = brief(two, "m:cotton")
    assert values(made) == [("material", "cotton"), ("name", "Oda"), ("material", "linen"), ("colour", "red")]
    assert made.clauses == ()
    four = (*two, *known(("material", "silk", ""), ("material", "wool", "")))
    assert values(brief(four, "m:cotton")) == [("colour", "red"), ("name", "Oda")]


def test_clauses_are_the_leads_and_of_a_department_the_types():
    made = brief(SHIRT, "m:linen")
    assert made.clauses
    assert {clause.fact for clause in made.clauses} == {made.facts[0].id}
    filed = brief(SHIRT, "c:clothing")
    assert {clause.fact for clause in filed.clauses} == {fact.id for fact in SHIRT if fact.name == "type"}
    assert brief(SHIRT, "k:navy").clauses == ()


def test_a_benefit_is_the_strongest_then_what_one_looks_for_then_what_there_is():
    plain = known(("name", "Zephyr", ""), ("weight", "320", "g"), ("colour", "navy", ""), ("waterproof", "no", ""))
    assert lead(plain).name == "colour"
    assert lead(known(("name", "Zephyr", ""), ("waterproof", "no", ""))).name == "name"
    assert lead(known(("name", "Zephyr", ""), ("brand", "Norrland", ""))).name == "brand"
    assert lead(known(("name", "Pack", ""), ("type", "backpack", ""), ("colour", "navy", ""))).name == "type"


def test_the_order_names_its_kind_its_audience_and_its_room():
    made = blurb_brief("p-1", SHIRT, "en-GB", Audience("linen-navy", ("m:linen", "k:navy")), BENEFITS)
    assert (made.kind, made.audience, made.limits.max_chars) == (Kind.BLURB, "linen-navy", 90)
    assert brief(SHIRT, locale="zh-CN").limits.max_chars == 45
    assert made.id == blurb_brief("p-1", SHIRT, "en-GB", Audience("linen-navy", ("m:linen",)), BENEFITS).id
    assert made.id != blurb_brief("p-1", SHIRT, "en-GB", Audience("linen", ("m:linen",)), BENEFITS).id


@pytest.mark.parametrize("locale", ["de", "zh-TW"])
def test_a_locale_that_is_not_supported_gets_none(locale):
    assert brief(SHIRT, "m:linen", locale=locale) is None


def test_nothing_is_written_of_what_has_neither_a_name_nor_a_type_here():
    assert brief(known(("name", "亚麻衬衫", ""), ("colour", "navy", "")), "k:navy") is None
    assert brief((), "k:navy") is None


def test_a_changed_price_changes_nothing():
    dearer = known(*((f.name, "99" if f.name == "price" else f.value, f.unit) for f in SHIRT))
    assert brief(SHIRT, "p:3").id == brief(dearer, "p:3").id


facets = st.sampled_from(["t:shirt", "t:mug", "c:clothing", "c:kitchen", "m:linen", "m:oak", "k:navy", "k:red", "p:3"])


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(listings, st.lists(facets, max_size=3, unique=True))
def test_whatever_is_listed_an_audience_adds_no_fact(event, wanted):
    facts = facts_of(event)
    for locale in ("en-US", "zh-CN"):
        made = brief(facts, *wanted, locale=locale)
        named = any(fact.name in {"name", "type"} and sayable(fact, locale) for fact in facts)
        assert (made is not None) == named
        if made is not None:
            assert set(made.facts) <= {fact for fact in facts if sayable(fact, locale) and fact.name not in NEVER}
            assert len(made.facts) == len(set(made.facts)) <= MAX_FACTS
            assert {clause.fact for clause in made.clauses} <= {fact.id for fact in made.facts}
            assert made == Brief.from_json(made.as_json())


@lru_cache(maxsize=4096)
def interests(fact):
    """As an independent reader would say: what it meets."""
    own = facets_of(ActedOn(id="-"), (fact,))
    return {*own, *(LIFTS.get(facet) for facet in own)}


def grid(events):
    """Each interest of the catalogue, alone and with another, beside the audiences that need no fit."""
    seen = {facet for event in events for facet in facets_of(ActedOn(id="-"), facts_of(event)) if facet[0] in "tcmk"}
    alone = sorted(seen)
    pairs = zip(alone, alone[7:] + alone[:7], strict=True)
    return [*RULED, *(audience(facet) for facet in alone), *(audience(*pair) for pair in pairs)]


def leads(locale):
    """For each product how many audiences have that lead, and meet those facts."""
    events = demo()
    everybody = grid(events)
    for event in events:
        facts = facts_of(event)
        stated = [fact for fact in facts if sayable(fact, locale) and fact.name not in NEVER]
        if any(fact.name in {"name", "type"} for fact in stated):
            yield Counter(
                (
                    blurb_brief(event.id, facts, locale, group, BENEFITS).facts[0],
                    frozenset(fact for fact in stated if interests(fact) & set(group.facets)),
                )
                for group in everybody
            )


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
def test_another_audience_changes_the_lead_where_another_fact_meets_it(locale):
    """Whatever the order of its interests: one that is shared may lead for both."""
    swaps = changed = 0
    for found in leads(locale):
        for ((first, _), ours), ((second, meeting), theirs) in product(found.items(), found.items()):
            if meeting - {first}:
                swaps += ours * theirs
                changed += ours * theirs * (second != first)
            assert second in meeting or not meeting
    assert changed >= 0.95 * swaps > 100_000, f"{changed} of {swaps}"


def test_everyone_gets_the_products_own_strongest_fact():
    for event in demo():
        facts = facts_of(event)
        made = blurb_brief(event.id, facts, "en-US", EVERYONE, BENEFITS)
        if made is not None:
            assert made.facts[0] == lead(facts, "p:0")
