"""Which facts a sentence rests on."""

import pytest

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, brief, fact
from workers.edit.grounding.tracing import ground_of, trace, weigh
from workers.plan.brief import Brief, Clause


def order(*facts, locale="en-US", clauses=()):
    return Brief("p", Kind.DESCRIPTION, locale, facts, LIMITS[Kind.DESCRIPTION], clauses)


def names(sentence, briefed):
    known = {fact.id: fact.name for fact in briefed.facts}
    return [known[fact] for fact in trace(sentence, briefed)]


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("The Nordvik bottle weighs 360 g.", ["brand", "weight"]),
        ("It shrugs off rust.", ["material"]),
        ("Hot for 12 hours, cold for 24.", ["keeps hot"]),
        ("The Nordvik Trail Bottle S8 holds 750 ml.", ["name", "brand", "capacity"]),
        ("A two-year warranty, for $1,249.", ["warranty", "price"]),
        ("A pleasure on the trail.", []),
        ("The Nordviking bottle.", []),
    ],
)
def test_an_english_sentence_rests_on_the_facts_whose_words_or_amounts_it_says(sentence, facts):
    assert names(sentence, brief()) == facts


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("山岚S8随行杯重360克。", ["name", "重量"]),
        ("采用316不锈钢，内壁好冲洗。", ["材质"]),
        ("Shanlan出品，享两年质保。", ["brand", "质保"]),
        ("一件搞定。", []),
    ],
)
def test_a_chinese_sentence_rests_on_the_facts_whose_words_or_amounts_it_says(sentence, facts):
    assert names(sentence, brief("zh-CN")) == facts


def test_facts_stand_in_the_briefs_order_once_each():
    red, steel = fact("colour", "red"), fact("material", "steel")
    assert trace("Steel, red and red: steel.", order(red, steel)) == (red.id, steel.id)


def test_a_word_is_found_alone_or_in_its_plural_never_inside_another():
    pocket, red = fact("feature", "pocket"), fact("colour", "red")
    assert names("Deep pockets.", order(pocket, red)) == ["feature"]
    assert names("Tired pocketbook.", order(pocket, red)) == []


def test_in_chinese_a_word_needs_no_spaces_around_it():
    assert names("采用亚麻面料。", order(fact("材质", "亚麻"), locale="zh-CN")) == ["材质"]


def test_a_clause_whose_fact_the_brief_does_not_hold_allows_nothing():
    steel = fact("material", "steel")
    stray = Clause("c", "0" * 16, "it holds 5 kg")
    assert weigh("It holds 5 kg.", ground_of(order(steel, clauses=(stray,)))).facts == ()
    assert weigh("It holds 5 kg.", ground_of(order(steel, clauses=(stray,)))).unfounded == ((9, 13),)


def test_a_number_in_a_name_stands_beside_its_own_words_only():
    phone = order(fact("name", "Xperia 14 Ultra"))
    assert names("The Xperia 14 is here.", phone) == ["name"]
    assert weigh("It has 14 lenses.", ground_of(phone)).unfounded == ((7, 9),)


def test_a_number_in_a_name_may_stand_before_a_preposition_that_looks_like_a_unit():
    drill = order(fact("name", "PowerPro Drill Master 3000"))
    assert weigh("Find the PowerPro Drill Master 3000 in tools.", ground_of(drill)).unfounded == ()
    assert weigh("It is 3000 in long.", ground_of(drill)).unfounded == ((6, 10),)


def test_the_head_of_a_title_is_its_name_too():
    planter = order(fact("name", "Fern Terracotta Planter, Set of 3"))
    assert names("The Fern Terracotta Planter is here.", planter) == ["name"]


def test_a_counted_fact_lets_any_noun_follow():
    bag = order(fact("pockets", "3"))
    for sentence in ("Three pockets.", "A 3-pocket bag.", "3 zipped pockets."):
        assert names(sentence, bag) == ["pockets"]


@pytest.mark.parametrize("sentence", ["A minimum order of 2.", "MOQ: 2.", "2件起订。", "最低起订量2件。"])
def test_a_minimum_order_is_no_count_of_anything_else(sentence):
    bag = order(fact("min_order", "2"))
    assert names(sentence, bag) == ["min_order"]
    assert weigh(sentence, ground_of(bag)).unfounded == ()
    assert weigh("It has 2 pockets.", ground_of(bag)).unfounded == ((7, 8),)


def test_a_unit_that_nobody_knows_counts_things():
    assert names("A box of 12 sachets.", order(fact("contents", "12", "sachets"))) == ["contents"]
    assert weigh("A box of 12 kg.", ground_of(order(fact("contents", "12", "sachets")))).facts == ()


def test_yes_and_no_are_no_wording_of_a_fact():
    assert names("Oh yes, no doubt.", order(fact("waterproof", "yes"), fact("wireless", "no"))) == []


def test_a_brief_with_more_facts_than_a_record_holds_names_the_first_of_them():
    many = tuple(fact(f"f{n}", f"word{n}x") for n in range(60))
    said = " ".join(f"word{n}x" for n in range(60))
    assert trace(said, order(*many)) == tuple(known.id for known in many[:24])


def test_a_locale_that_we_do_not_write_traces_by_the_facts_own_words():
    assert names("Aus Leinen, 1.2 kg.", order(fact("m", "Leinen"), fact("w", "1.2", "kg"), locale="de-DE")) == [
        "m",
        "w",
    ]
