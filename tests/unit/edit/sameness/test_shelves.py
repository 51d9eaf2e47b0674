"""A draft beside what was published lately: what makes it too like the rest of its shelf, and what does not."""

from dataclasses import replace

import pytest

from schemas.kinds import Kind
from tests.unit.edit.briefs import fact
from workers.edit.sameness.shelves import ENOUGH, KINDS, WORN, Shelves, shelf_of
from workers.plan.brief import Brief, Limits

MUG, CUP = fact("type", "mug"), fact("type", "cup")


def of(name: str, kind: Kind = Kind.DESCRIPTION, locale: str = "en-GB") -> Brief:
    """The order for one mug's text; its id is its name."""
    named = (fact("name", f"{name} Mug"), fact("brand", name), MUG)
    return Brief(name, kind, locale, named, Limits(1000, 1, 9))


def full(*texts: tuple[str, str], kind: Kind = Kind.DESCRIPTION, locale: str = "en-GB") -> Shelves:
    """A shelf of texts, by product."""
    shelves = Shelves()
    for name, text in texts:
        put(shelves, of(name, kind, locale), text)
    return shelves


def put(shelves: Shelves, brief: Brief, text: str) -> None:
    shelves.remember(brief, text)


def rules(shelves: Shelves, brief: Brief, text: str) -> list[str]:
    return [refusal.rule for refusal in shelves.compare(brief, text).refusals]


HARROW = "The Harrow Mug is thrown by hand in stoneware, holds 350 ml and keeps its heat. Its glaze is a deep blue."
FENWICK = "The Fenwick Mug is thrown by hand in stoneware, holds 400 ml and keeps its heat. Its glaze is a deep blue."
TAVI = "Tavi throws this one from porcelain: 300 ml, thin at the lip, white all over, safe in a dishwasher."


def test_the_same_sentences_about_another_name_and_other_numbers_are_a_near_duplicate():
    shelves = full(("Harrow", HARROW), ("Tavi", TAVI))
    assert shelves.compare(of("Fenwick"), FENWICK).refusals == (("near-duplicate", "Harrow"),)
    assert rules(shelves, of("Osier"), "Osier's mug comes in green glass, holds 250 ml and is blown in Bohemia.") == []


def test_so_they_are_in_chinese():
    def told(brand: str, amount: str) -> tuple[Brief, str]:
        named = (fact("name", f"{brand}S8随行杯"), fact("brand", brand))
        text = f"{brand}S8随行杯采用炻瓷材质，容量{amount}毫升，手工拉坯，釉色深蓝，冲泡咖啡或茶都合适。"
        return Brief(brand, Kind.DESCRIPTION, "zh-CN", named, Limits(400, 1, 9)), text

    shelves = Shelves()
    put(shelves, *told("山岚", "350"))
    assert rules(shelves, *told("青禾", "400")) == ["near-duplicate"]
    other = told("白露", "300")[0]
    assert rules(shelves, other, "白露的这一款是玻璃的，双层，隔热，能看见茶色，装三百毫升。") == []


def test_a_product_is_not_held_against_itself():
    """After a crash the event is handled again: the verdict is the first one's."""
    shelves = full(*((f"Maker{chr(97 + number)}", f"The mug number {number} of {number * 7}") for number in range(30)))
    before = shelves.compare(of("Harrow"), HARROW)
    shelves.remember(of("Harrow"), HARROW, before)
    assert shelves.compare(of("Harrow"), HARROW) == before
    assert rules(shelves, of("Fenwick"), FENWICK) != []


def _opened(count: int, opening: str, maker: str = "Maker") -> list[tuple[str, str]]:
    """So many texts that begin so and then differ, by product."""
    names = [f"{maker}{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(count)]
    return [(name, f"{opening.format(name)} {name} word{name[-2:]} and {name[-2:]}tail {name[-1]}") for name in names]


def test_an_opening_is_worn_once_more_than_its_share_of_a_full_enough_shelf_begins_so():
    worn, draft = "The {} Mug is made for", "The Harrow Mug is made for tea."
    others = _opened(24, "Every {} day starts slowly")
    assert WORN == 3 / 24
    assert rules(full(*_opened(3, worn), *others[3:]), of("Harrow"), draft) == []
    assert rules(full(*_opened(4, worn), *others[4:]), of("Harrow"), draft) == ["opening"]
    assert rules(full(*_opened(ENOUGH - 1, worn)), of("Harrow"), draft) == []
    told = full(*_opened(ENOUGH, worn)).compare(of("Harrow"), draft).refusals
    assert told == (("opening", "the … is made"),)


def test_bullets_are_worn_only_if_all_of_them_begin_as_others_do():
    """A fact is stated as it is stated: one bullet in common says nothing."""
    lines = "Made of fine stoneware\nHolds {} of your coffee\nMachine washable every day"
    texts = [(f"Maker{n}x", lines.format(n)) for n in range(ENOUGH)]
    shelves = full(*texts, kind=Kind.BULLETS)
    alike = "Made of fine stoneware, thick\nHolds 9 of your teas, if need be\nMachine washable every day, twice"
    assert "opening" in rules(shelves, of("Harrow", Kind.BULLETS), alike)
    assert rules(shelves, of("Harrow", Kind.BULLETS), f"{alike}\nGlazed by one person in Porto") == []


@pytest.mark.parametrize(
    ("other", "counts"),
    [
        pytest.param(of("Fenwick", locale="en-US"), False, id="another locale"),
        pytest.param(of("Fenwick", Kind.BLURB), False, id="another kind"),
        pytest.param(replace(of("Fenwick"), facts=(fact("name", "Fenwick Mug"), CUP)), False, id="another type"),
        pytest.param(
            replace(of("Fenwick"), facts=(*of("Fenwick").facts, fact("category", "kitchen"))), True, id="type"
        ),
    ],
)
def test_only_what_stands_on_the_same_shelf_is_compared(other, counts):
    assert ("near-duplicate" in rules(full(("Harrow", HARROW)), other, FENWICK)) is counts


def test_without_a_type_the_department_is_the_shelf():
    bare = replace(of("x"), facts=(fact("name", "x"),))
    filed = replace(bare, facts=(fact("name", "x"), fact("category", "garden"), fact("category", "kitchen")))
    assert [shelf_of(one)[0] for one in (bare, filed, of("x"))] == ["", "kitchen", "mug"]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in KINDS])
def test_titles_and_search_lines_follow_a_form_and_are_alike_by_right(kind):
    shelves = Shelves()
    told = shelves.compare(of("Fenwick", kind), "Elevate your mornings")
    assert told == ((), 0.0, None)


def test_a_text_takes_the_place_of_the_products_last_one():
    shelves = full(("Harrow", HARROW))
    put(shelves, of("Harrow"), TAVI)
    assert rules(shelves, of("Fenwick"), FENWICK) == []


def test_of_a_shelf_the_oldest_text_goes_and_a_renewed_one_is_not_old():
    shelves = Shelves(texts=2)
    for name, text in (("Harrow", HARROW), ("Tavi", TAVI), ("Harrow", HARROW)):
        put(shelves, of(name), text)
    put(shelves, of("Osier"), "Green glass, blown in Bohemia.")
    assert rules(shelves, of("Fenwick"), FENWICK) == ["near-duplicate"]
    put(shelves, of("Birch"), "A tin one for the fire, and for a pocket.")
    assert rules(shelves, of("Fenwick"), FENWICK) == []


def test_openings_that_left_with_their_texts_are_not_counted():
    shelves = Shelves(texts=ENOUGH)
    for name, text in _opened(2 * ENOUGH, "The {} Mug is made for"):
        put(shelves, of(name), text)
    for name, text in _opened(ENOUGH, "Every {} day starts slowly", "Other"):
        put(shelves, of(name), text)
    assert "opening" not in rules(shelves, of("Harrow"), "The Harrow Mug is made for tea.")
    assert "opening" in rules(shelves, of("Harrow"), "Every Harrow day starts slowly, with tea.")


def test_shelves_that_nobody_asks_for_are_forgotten():
    shelves = Shelves(shelves=4)
    put(shelves, of("Harrow"), HARROW)
    for number in range(8):
        put(shelves, replace(of("Tavi"), facts=(fact("type", f"thing{number}"),)), TAVI)
    assert rules(shelves, of("Fenwick"), FENWICK) == []


def test_without_room_nothing_is_remembered():
    shelves = Shelves(texts=0)
    put(shelves, of("Harrow"), HARROW)
    shelves.recall(of("Harrow"), HARROW)
    assert rules(shelves, of("Fenwick"), FENWICK) == []


def test_a_text_from_before_stands_behind_all_and_never_in_the_place_of_a_newer_one():
    shelves = Shelves(texts=2)
    put(shelves, of("Tavi"), TAVI)
    shelves.recall(of("Tavi"), HARROW)
    assert rules(shelves, of("Fenwick"), FENWICK) == []
    shelves.recall(of("Harrow"), HARROW)
    assert rules(shelves, of("Fenwick"), FENWICK) == ["near-duplicate"]
    shelves.recall(of("Birch"), "There is no room for this one.")
    put(shelves, of("Osier"), "Green glass, blown in Bohemia.")
    assert rules(shelves, of("Fenwick"), FENWICK) == []
    assert "near-duplicate" in rules(shelves, of("Fenwick"), TAVI.replace("Tavi", "Fenwick"))


def test_what_is_less_alike_has_the_lower_degree():
    shelves = full(("Harrow", HARROW))
    half = "The Fenwick Mug is thrown by hand in stoneware, and comes with a saucer, a spoon and a box."
    drafts = (FENWICK, half, "Osier's green glass, blown in Bohemia.")
    degrees = [shelves.compare(of("Fenwick"), draft).degree for draft in drafts]
    assert degrees == sorted(degrees, reverse=True)
    assert degrees[0] > degrees[1] > degrees[2]
    assert shelves.compare(of("Fenwick"), f"Elevate your tea. {drafts[2]}").degree > degrees[1]
