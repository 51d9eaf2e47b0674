"""Facets: closed words of the lexicon, whatever a seller, a shop or a user wrote."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from schemas.inbound import Attribute, Facet, Price, ProductCreated
from schemas.inbound_users import ActedOn
from tests.unit.plan.strategies import VALUE_WORDS, listings, prices, text
from workers.plan.brief import Fact
from workers.plan.facets import MAX_QUERY, facets_of, query_facets
from workers.plan.facts import facts_of
from workers.plan.lexicon.lookup import DOMAINS, SET_SUFFIX, TYPES
from workers.plan.lexicon.materials import SORTS
from workers.plan.values import fact_of

FACETS = TypeAdapter(tuple[Facet, ...])
BARE = ActedOn(id="p-1")
PEOPLE = re.compile(r"wom[ae]n|\bm[ae]n\b|boy|girl|gender|unisex|男|女|性别")
acted_on = st.builds(
    ActedOn,
    id=st.just("p-1"),
    category=st.lists(st.one_of(text(64), st.sampled_from(VALUE_WORDS).map(lambda word: word[:64])), max_size=4).map(
        tuple
    ),
    brand=st.one_of(st.none(), text(64)),
    price=st.one_of(st.none(), prices),
)
hostile_facts = st.lists(
    st.builds(
        fact_of,
        st.sampled_from(["type", "category", "material", "composition", "colour", "brand", "price", "gender"]),
        st.one_of(st.text(max_size=256), st.sampled_from(VALUE_WORDS)),
        st.one_of(st.just("EUR"), st.text(max_size=16)),
    ),
    max_size=20,
).map(tuple)


def price_of(amount: str, currency: str) -> ActedOn:
    return ActedOn(id="p-1", price=Price(amount=Decimal(amount), currency=currency))


def listed(**fields: object) -> tuple[Fact, ...]:
    return facts_of(ProductCreated.model_validate({"id": "p-1", "locales": ("en",), "title": "-", **fields}))


@given(product=acted_on, facts=st.one_of(st.just(()), hostile_facts, listings.map(facts_of)))
def test_every_facet_fits_the_schema_and_there_are_at_most_eight(product: ActedOn, facts: tuple[Fact, ...]) -> None:
    found = facets_of(product, facts)
    assert FACETS.validate_python(found) == found
    assert len(found) == len(set(found)) <= 8
    assert found == facets_of(product, facts)


@given(query=st.one_of(st.text(max_size=400), st.lists(st.sampled_from(VALUE_WORDS), max_size=9).map(" ".join)))
def test_every_facet_of_a_search_fits_the_schema(query: str) -> None:
    found = query_facets(query)
    assert FACETS.validate_python(found) == found
    assert len(found) == len(set(found)) <= 8
    assert not any(PEOPLE.search(facet) for facet in found)


def test_every_key_of_the_lexicon_makes_a_facet_but_for_sorts_of_a_material() -> None:
    keys = {key + suffix for key in TYPES for suffix in ("", SET_SUFFIX)}
    found = {facets_of(BARE, (fact_of("type", key),)) for key in keys}
    assert len(found) == len(keys)
    assert all(FACETS.validate_python(facets) for facets in found)
    for name, letter in (("category", "c"), ("material", "m"), ("colour", "k")):
        for key in DOMAINS[name]:
            said = (f"{letter}:{SORTS.get(key, key)}",)
            assert FACETS.validate_python(facets_of(BARE, (fact_of(name, key),))) == said
    assert SORTS.keys() | SORTS.values() <= DOMAINS["material"].keys()


def test_what_the_catalogue_knows_wins_over_what_the_event_says() -> None:
    event = ActedOn(
        id="p-1", category=("Kitchen", "Mugs"), brand="Fettle", price=Price(amount=Decimal(3), currency="EUR")
    )
    facts = listed(
        title="Linen camp shirt",
        category=("Clothing", "Shirts"),
        brand="Harbour & Pine",
        price={"amount": "49.9", "currency": "EUR"},
        attributes=(
            Attribute(name="material", value="60% linen, 40% cotton"),
            Attribute(name="colour", value="navy"),
            Attribute(name="sleeve", value="short"),
        ),
    )
    brand = facets_of(ActedOn(id="p-2", brand="harbour & pine"), ())
    assert facets_of(event, facts) == ("t:shirt", "c:clothing", "m:linen", "k:navy", *brand, "p:2")


def test_of_a_product_that_the_catalogue_does_not_know_the_event_is_asked() -> None:
    event = ActedOn(id="p-1", category=("Clothing", "What we love", "Men's Shirts"), brand="Fettle")
    kind, category, brand = facets_of(event, ())
    assert (kind, category) == ("t:shirt", "c:clothing")
    assert re.fullmatch(r"b:[0-9a-f]{6}", brand)
    assert facets_of(BARE, ()) == ()


def test_a_brand_is_one_facet_however_it_is_written_and_never_its_text() -> None:
    written = [ActedOn(id="p-1", brand=brand) for brand in ("Harbour-Pine", "HARBOUR PINE", " harbour  pine™")]
    assert len({facets_of(product, ()) for product in written}) == 1
    assert facets_of(written[0], ()) == facets_of(BARE, listed(brand="Harbour Pine"))
    assert facets_of(ActedOn(id="p-1", brand="No brand"), ()) == ()


def test_traits_of_people_are_no_facets() -> None:
    facts = (
        fact_of("gender", "women"),
        fact_of("category", "Women"),
        fact_of("type", "women"),
        fact_of("diet", "kosher"),
    )
    assert facets_of(BARE, facts) == ()
    assert facets_of(ActedOn(id="p-1", category=("Women", "女")), ()) == ()
    assert facets_of(ActedOn(id="p-1", category=("男装",)), ()) == ("c:clothing",)
    assert query_facets("women") == query_facets("女 男士") == ()
    assert query_facets("women's shoes") == query_facets("shoes") == ("t:shoes",)


@pytest.mark.parametrize(
    ("amount", "currency", "band"),
    [
        ("0", "USD", 0),
        ("9.99", "USD", 0),
        ("10", "EUR", 1),
        ("99", "GBP", 3),
        ("100", "USD", 4),
        ("999", "USD", 5),
        ("1e9", "USD", 6),
        ("328", "CNY", 2),
        ("1500", "JPY", 1),
        ("12", "QQQ", 1),
    ],
)
def test_bands_of_prices(amount: str, currency: str, band: int) -> None:
    assert facets_of(price_of(amount, currency), ()) == (f"p:{band}",)


@pytest.mark.parametrize(("value", "unit"), [("10", ""), ("10", "kg"), ("ten", "EUR"), ("NaN", "EUR"), ("sNaN", "EUR")])
def test_a_price_that_is_none_has_no_band(value: str, unit: str) -> None:
    assert facets_of(BARE, (fact_of("price", value, unit),)) == ()


@pytest.mark.parametrize(
    ("composition", "expected"),
    [
        ("linen 100", ("m:linen",)),
        ("cotton 40, linen 60", ("m:linen",)),
        ("cotton 50, linen 50", ("m:linen",)),
        ("cotton 40, linen 30, silk 30", ()),
        ("gold, much of it", ()),
    ],
)
def test_a_blend_is_what_half_of_it_is(composition: str, expected: tuple[str, ...]) -> None:
    assert facets_of(BARE, (fact_of("composition", composition),)) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("black leather sofa", ("t:sofa", "m:leather", "k:black")),
        ("SOFA cheap", ("t:sofa",)),
        ("glass vase", ("t:vase", "m:glass")),
        ("chocolate", ("t:chocolate",)),
        ("chocolate sofa", ("t:sofa", "k:chocolate")),
        ("outdoor furniture teak", ("c:outdoor-furniture", "m:teak")),
        ("红色连衣裙", ("t:dress", "k:red")),
        ("304不锈钢 保温杯", ("t:vacuum-flask", "m:stainless-steel")),
        ("厨房 陶瓷 马克杯", ("t:mug", "c:kitchen", "m:ceramic")),
        ("包邮", ()),
        ("what is love", ()),
        ("", ()),
    ],
)
def test_searches_in_english_and_chinese(query: str, expected: tuple[str, ...]) -> None:
    assert query_facets(query) == expected


def test_a_search_is_read_to_a_bound() -> None:
    assert query_facets("x" * MAX_QUERY + " sofa") == ()
