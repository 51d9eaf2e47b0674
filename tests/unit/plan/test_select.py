import pytest
from hypothesis import HealthCheck, given, settings

from schemas.kinds import PRODUCT_KINDS, Kind
from tests.unit.plan.shirt import SHIRT, known
from tests.unit.plan.strategies import listings
from workers.plan.benefits import load
from workers.plan.brief import MAX_FACTS, Brief
from workers.plan.facts import facts_of
from workers.plan.lexicon import sayable
from workers.plan.select import UNORDERED, beside_all, open_brief, select

BENEFITS = load()


def briefs(facts, locale="en", benefits=BENEFITS):
    return {brief.kind: brief for brief in select("p-1", facts, locale, benefits).briefs}


def names(brief):
    return {fact.name for fact in brief.facts}


def test_a_well_described_product_gets_every_kind_in_a_stable_order():
    selection = select("p-1", SHIRT, "en-US", BENEFITS)
    assert [brief.kind for brief in selection.briefs] == [
        Kind.TITLE,
        Kind.BULLETS,
        Kind.DESCRIPTION,
        Kind.SEO_TITLE,
        Kind.META,
    ]
    assert selection.unsaid == ()


def test_price_and_stock_are_stated_by_the_meta_alone():
    made = briefs(SHIRT)
    assert {"price", "in_stock"} <= names(made[Kind.META])
    for kind in set(made) - {Kind.META}:
        assert names(made[kind]).isdisjoint({"price", "in_stock"})


def test_fewer_than_three_usable_facts_give_no_bullets_and_one_sentence():
    made = briefs(
        known(
            ("name", "Zephyr", ""),
            ("brand", "Norrland", ""),
            ("price", "9", "USD"),
            ("colour", "navy", ""),
            ("weight", "1", "kg"),
        )
    )
    assert Kind.BULLETS not in made
    assert made[Kind.DESCRIPTION].limits.max_items == 1


def test_three_usable_facts_give_three_bullets():
    made = briefs(known(("name", "Zephyr", ""), ("colour", "navy", ""), ("weight", "1", "kg"), ("origin", "pt", "")))
    assert (made[Kind.BULLETS].limits.min_items, made[Kind.BULLETS].limits.max_items) == (3, 3)


def test_three_values_of_one_attribute_are_one_thing_to_say():
    made = briefs(known(("name", "Zephyr", ""), ("colour", "navy", ""), ("colour", "red", ""), ("colour", "green", "")))
    assert Kind.BULLETS not in made


def test_there_are_never_more_than_five_bullets():
    assert briefs(SHIRT)[Kind.BULLETS].limits.max_items == 5


def test_search_lines_have_the_search_engines_limits():
    made = briefs(SHIRT)
    assert made[Kind.SEO_TITLE].limits.max_chars == 60
    assert made[Kind.META].limits.max_chars == 155


def test_what_the_locale_has_no_words_for_is_in_no_brief_and_is_reported():
    odd = known(
        ("name", "Alder", ""), ("type", "shirt", ""), ("weight", "4", ""), ("zzz", "1", ""), ("material", "月木", "")
    )
    selection = select("p-1", odd, "en", BENEFITS)
    unsaid = {fact.id for fact in odd if fact.name in {"weight", "zzz", "material"}}
    assert set(selection.unsaid) == unsaid
    assert all(unsaid.isdisjoint(fact.id for fact in brief.facts) for brief in selection.briefs)


@pytest.mark.parametrize("locale", ["de", "zh-TW"])
def test_a_locale_that_is_not_supported_gets_nothing(locale):
    selection = select("p-1", SHIRT, locale, BENEFITS)
    assert (selection.briefs, selection.unsaid) == ((), ())


def test_nothing_is_written_of_what_has_neither_a_name_nor_a_type_here():
    assert briefs(known(("name", "亚麻衬衫", ""), ("colour", "navy", ""))) == {}


def test_a_brief_holds_only_clauses_of_its_own_facts_and_titles_hold_none():
    made = briefs(SHIRT)
    assert made[Kind.TITLE].clauses == made[Kind.SEO_TITLE].clauses == ()
    assert made[Kind.DESCRIPTION].clauses
    for brief in made.values():
        assert {clause.fact for clause in brief.clauses} <= {fact.id for fact in brief.facts}


def test_a_changed_price_changes_the_meta_and_nothing_else():
    dearer = known(*((f.name, "99" if f.name == "price" else f.value, f.unit) for f in SHIRT))
    before, after = briefs(SHIRT), briefs(dearer)
    assert {kind for kind in before if before[kind].id != after[kind].id} == {Kind.META}


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(listings)
def test_whatever_is_listed_each_brief_is_within_bounds(event):
    facts = facts_of(event)
    for locale in ("en-US", "zh-CN"):
        selection = select(event.id, facts, locale, BENEFITS)
        assert selection == select(event.id, facts, locale, BENEFITS)
        for brief in selection.briefs:
            assert len(brief.facts) <= MAX_FACTS
            assert all(sayable(fact, locale) for fact in brief.facts)
            assert brief == Brief.from_json(brief.as_json())
        said = {fact.id for brief in selection.briefs for fact in brief.facts}
        assert said.isdisjoint(selection.unsaid)


def test_a_text_that_nobody_ordered_may_be_as_long_as_one_that_says_all_the_facts():
    odd = known(("name", "Alder", ""), *((f"slot {letter}", "x", "") for letter in "pqrst"))
    assert Kind.BULLETS not in briefs(odd)
    assert open_brief("p-1", Kind.BULLETS, "en", odd, BENEFITS).limits.max_items == 5
    assert open_brief("p-1", Kind.BULLETS, "en", odd[:2], BENEFITS).limits == UNORDERED


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(listings)
def test_a_text_of_somebody_elses_may_state_all_facts_and_what_they_permit(event):
    facts = facts_of(event)
    selection = select(event.id, facts, "en-GB", BENEFITS)
    for kind in PRODUCT_KINDS:
        told = open_brief(event.id, kind, "en-GB", facts, BENEFITS)
        assert (told.kind, told.facts, told.clauses) == (kind, facts, BENEFITS.clauses(facts, "en-GB"))
        if (ours := selection.of(kind)) is not None:
            assert set(ours.facts) <= set(facts)
            assert set(ours.clauses) <= set(told.clauses)
            assert beside_all(ours, facts, BENEFITS).limits == ours.limits
            assert selection.unsaid or told == beside_all(ours, facts, BENEFITS)
