"""Which term refused: its id, where it is written, and what to say instead."""

import pytest

from tests.unit.edit.briefs import brief
from workers.edit.gate import SHIPPED, with_packs
from workers.edit.law.cited import Cited, cited

HOUSE = """
pack: house
language: en
source: our guide
terms: [{id: house-gizmo, class: hard, forms: [gizmo]}, {id: house-notice, class: required, forms: [thank you]}]
voice:
  - {id: house-voice, never: [{forms: [mug], instead: cup}, nice], always: [{forms: [bye], instead: end with bye}],
     max_exclamations: 0}
"""
EDITOR = with_packs([("house.yaml", HOUSE.encode())])
NOTICE, BYE = Cited("house-notice", "our guide"), Cited("house-voice", "", "end with bye")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The gizmo.", {"gizmo": Cited("house-gizmo", "our guide")}),
        ("A nice mug.", {"mug": Cited("house-voice", "", "cup"), "nice": Cited("house-voice")}),
        ("A mug!", {"mug": Cited("house-voice", "", "cup")}),
    ],
)
def test_words_are_told_with_the_very_term_that_forbids_them(text, terms):
    order = brief("en-US")
    told = {one.span: cited(one, order, EDITOR.book) for one in EDITOR.judge(order, text).refusals}
    found = {span: term for span, terms_ in told.items() for term in terms_}
    assert found == terms | {"without thank you": NOTICE, "without bye: end with bye": BYE}


def test_the_law_is_told_with_where_it_is_written():
    (refusal,) = (one for one in SHIPPED.judge(brief("en-US"), "A miracle cure.").refusals if one.rule == "claims")
    (term,) = cited(refusal, brief("en-US"), SHIPPED.book)
    assert term.id == "us-cure"
    assert term.source.startswith("FTC Act")
