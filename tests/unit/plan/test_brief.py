"""A brief's canonical form is put together by hand: it must be what any JSON library makes of it, for ever."""

import json

from hypothesis import given
from hypothesis import strategies as st

from schemas.kinds import Kind
from workers.plan.brief import Brief, Clause, Fact, Limits

# Everything but lone surrogates, which no UTF-8 holds.
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
FACTS = st.lists(st.builds(Fact, TEXT, TEXT, TEXT, TEXT), max_size=4).map(tuple)
CLAUSES = st.lists(st.builds(Clause, TEXT, TEXT, TEXT), max_size=3).map(tuple)
SIZES = st.integers(0, 10**6)
BRIEFS = st.builds(
    Brief, TEXT, st.sampled_from(Kind), TEXT, FACTS, st.builds(Limits, SIZES, SIZES, SIZES), CLAUSES, TEXT
)


@given(BRIEFS)
def test_the_canonical_form_is_sorted_json_without_spaces(brief: Brief) -> None:
    made = json.dumps(brief.as_json(), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert brief.canonical == made
    assert Brief.from_json(json.loads(brief.canonical)) == brief


def test_an_id_is_what_it_has_always_been() -> None:
    """Copy in the topics is found again by it."""
    facts = (Fact("0123456789abcdef", "material", 'linen "raw"'), Fact("f2", "colour", "藏青\n"))
    brief = Brief("sku-1", Kind.TITLE, "en-GB", facts, Limits(150), (Clause("c", "f2", "stays cool"),), "a1")
    assert brief.id == "ba6825d7004bc48dcbf30e0554d6a17a"


@given(BRIEFS, TEXT)
def test_who_sells_it_is_no_part_of_the_order(brief: Brief, seller: str) -> None:
    """Equal orders stay equal: one model call, one copy id, one prompt."""
    sold = brief.sold_by(seller)
    assert sold.seller == seller
    assert (sold, hash(sold), repr(sold)) == (brief, hash(brief), repr(brief))
    assert (sold.canonical, sold.id, sold.as_json()) == (brief.canonical, brief.id, brief.as_json())
    assert Brief.from_json(sold.as_json()).seller == ""
