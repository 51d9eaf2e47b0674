"""What holds for every blurb, whatever the listing and the audience."""

import re
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.inbound_users import ActedOn
from schemas.kinds import Kind
from tests.unit.plan.strategies import listings
from tests.unit.write.realise.listings import LISTINGS, blurb_of, listing
from workers.demo import listings as demo
from workers.edit.gate import judge
from workers.plan.brief import Brief, Fact, Limits, fact_id
from workers.plan.facets import facets_of
from workers.plan.facts import facts_of
from workers.write.realise import realise, sentences

LOCALES = ("en-US", "en-GB", "zh-CN")
FACETS = ["t:shirt", "t:mug", "c:clothing", "c:kitchen", "m:linen", "m:oak", "m:cotton", "k:navy", "k:black", "p:0"]
audiences = st.lists(st.sampled_from(FACETS), max_size=3, unique=True)
TO_A_PERSON = re.compile(r"\b(?:you|your|because you|for him|for her|fans?|lovers?)\b|您|你|喜欢|爱好", re.IGNORECASE)
BANNED = re.compile(r"perfect|elevate|discover|must-have|amazing|stunning|完美|极致|匠心|打造|必备|顶级", re.IGNORECASE)


def met(event):
    """The facets that the product's own facts meet, each for itself, and none."""
    facets = facets_of(ActedOn(id="-"), facts_of(event))
    return [(), *((facet,) for facet in facets if facet[0] in "tcmk")]


def cases():
    for event, locale in product((*LISTINGS.values(), *demo()), LOCALES):
        for facets in met(event):
            brief = blurb_of(event, locale, *facets)
            if brief is not None:
                yield event, locale, brief


CASES = list(cases())


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(listings, audiences, st.integers(0, 16))
def test_every_blurb_is_within_its_limits_and_says_only_what_its_brief_holds(event, facets, attempt):
    for locale in LOCALES:
        brief = blurb_of(event, locale, *facets)
        if brief is None:
            continue
        text, made = realise(brief, attempt), sentences(brief, attempt)
        assert 0 < len(text) <= brief.limits.max_chars
        assert text == realise(Brief.from_json(brief.as_json()), attempt)
        assert 1 <= len(made) <= 2
        assert all(sentence.facts and sentence.text == sentence.text.strip() for sentence in made)
        assert {fact for sentence in made for fact in sentence.facts} <= {fact.id for fact in brief.facts}


def test_the_editor_passes_each_and_finds_the_lead_in_it():
    for event, locale, brief in CASES:
        for attempt in range(2):
            text = realise(brief, attempt)
            verdict = judge(brief, text)
            assert verdict.refusals == (), (event.id, locale, text)
            assert brief.facts[0].id in {fact for made in verdict.sentences for fact in made.facts}, (locale, text)


def test_nobody_is_addressed_and_nothing_praised():
    for event, locale, brief in CASES:
        text = realise(brief, 0)
        assert not TO_A_PERSON.search(text), (event.id, locale, text)
        assert not BANNED.search(text)
        assert not re.search(r"[$£€¥]|[0-9]美元|[Ii]n stock|现货", text)


def test_a_blurb_is_punctuated_as_its_language_is():
    for _, locale, brief in CASES:
        for attempt in range(2):
            text = realise(brief, attempt)
            if locale.startswith("en"):
                assert re.match(r"[A-Z0-9]", text), text
                assert text.endswith((".", "!", "?")), text
                assert not re.search(r"  | [,.;:]|\.\.|,,|::", text), text
            else:
                assert text.endswith("。")
                assert not re.search(r"[,;]|，，|。。|，。|：：|：。|  ", text), text


def test_what_the_lead_permits_is_said_wherever_it_fits():
    with_clauses = [brief for _, _, brief in CASES if brief.clauses]
    said = [brief for brief in with_clauses if _says_a_clause(brief)]
    assert len(said) >= 0.9 * len(with_clauses) > 0


def _says_a_clause(brief):
    text = realise(brief, 0)
    return any(
        text.rstrip(".。").endswith(clause.text.split(" ")[-1]) or clause.text in text for clause in brief.clauses
    )


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
def test_alike_products_open_in_several_ways(locale):
    attributes = ["type=shirt", "material=linen", "colour=navy", "neckline=mandarin collar"]
    for facet in ("m:linen", "k:navy", "t:shirt"):
        events = [listing("Zephyr", "Clothing", "Norrland", None, attributes, id=f"p-{n}") for n in range(60)]
        texts = {realise(blurb_of(event, locale, facet), 0) for event in events}
        assert len(texts) >= 4, texts


def made(*triples, locale="en-US"):
    return Brief("p-1", Kind.BLURB, locale, tuple(Fact(fact_id(*one), *one) for one in triples), Limits(90))


def test_the_first_fact_leads():
    name, colour, material = ("name", "Zephyr", ""), ("colour", "navy", ""), ("material", "linen", "")
    assert re.match(r"In navy|The Zephyr comes in navy", realise(made(colour, name, material), 0))
    assert re.match(r"Made of linen|The Zephyr is made", realise(made(material, name, colour), 0))


def test_a_name_that_is_cut_is_not_cut_behind_a_number():
    name = "Thornbury Lane Expandable Garden Hose 50 ft"
    brief = made(("name", name, ""), locale="zh-CN")
    text = realise(Brief("p-1", Kind.BLURB, "zh-CN", brief.facts, Limits(45)), 0)
    assert judge(brief, text).refusals == ()
