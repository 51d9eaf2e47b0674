"""What a careful writer says of a fact in plain words, and what would be false beside it."""

import pytest

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, fact
from workers.edit.gate import judge
from workers.plan.brief import Brief, Fact


def of(name: str, *facts: Fact) -> Brief:
    told = (fact("name", name), fact("brand", name.partition(" ")[0]), *facts)
    return Brief("p-1", Kind.DESCRIPTION, "en-US", told, LIMITS[Kind.DESCRIPTION])


WIDE = fact("width", "90", "cm")
CHARGER = of("Nexavolt Charger", fact("type", "charger"), fact("ports", "2 x USB-C, 1 x USB-A"))
DOG_BED = of(
    "Barkley Dog Bed", fact("type", "dog-bed"), fact("size", "l"), fact("colour", "slate"),
    fact("cover", "removable, machine washable"),
)  # fmt: skip
MAT = of("Stride Yoga Mat", fact("type", "yoga-mat"), fact("length", "183", "cm"), fact("non_slip", "yes"))
INFLATOR = of("Motoryn Inflator", fact("cable_length", "3", "m"), fact("auto_shutoff", "yes"))
COT = of("Willow Convertible Bed", fact("type", "bed"), fact("material", "solid-pine"), fact("colour", "white"))
TABLE = of("Fen Table", fact("type", "table"), fact("top", "solid-pine"), fact("legs", "steel"), WIDE)
NOTEBOOK = of("Quill Notebook", fact("type", "notebook"), fact("pages", "192"), fact("paper_weight", "120", "gsm"))
SHELF = of("Lind Shelf", fact("type", "shelf"), fact("material", "solid-oak"), fact("care", "sanded and oiled again"))
SWEATER = of("Pell Sweater", fact("type", "sweater"), fact("composition", "merino 100"), fact("colour", "charcoal"))
MIXED = of("Pell Sweater", fact("type", "sweater"), fact("composition", "merino 80, nylon 20"))
SHEETS = of("Mor Sheets", fact("type", "bedding-set"), fact("colour", "oat"), fact("material", "100% European linen"))
BOX = of("Roadnest Organizer", fact("type", "storage-box"), fact("colour", "black"), fact("foldable", "yes"))
HARNESS = of("Maple Harness", fact("size", "m"), fact("colour", "red"))
SACK = of("Nord Bag", fact("type", "bag"), fact("packed size", "30 x 18 cm"))
CANDLE = of("Oak Candle", fact("type", "candle"), fact("wax", "soy"), fact("wick", "cotton"))
CHAIR = of("Lum Chair", fact("type", "office-chair"), fact("castors", "5"), fact("colour", "grey"))
HOSE = of("Trent Hose", fact("length", "25", "m"), fact("leakproof", "yes"))
GRANOLA = of("Elmore Granola", fact("type", "granola"), fact("allergens", "nuts"), fact("allergens", "wheat"))
WATCH = of("Corvane Watch", fact("type", "smartwatch"), fact("weight", "38", "g"), fact("charging", "magnetic"))
GUITAR = of("Ash Guitar", fact("type", "acoustic-guitar"), fact("body_wood", "mahogany"), fact("top", "spruce"))
ALMANAC = of("Fenner Almanac", fact("type", "book"), fact("binding", "hardcover"), fact("pages", "288"))


@pytest.mark.parametrize(
    ("order", "text", "rule"),
    [
        (CHARGER, "It has two USB-C ports and one USB-A port.", ""),
        (CHARGER, "It has three ports: two USB-C and one USB-A.", ""),
        (CHARGER, "It has two USB-A ports and one USB-C.", "numbers"),
        (CHARGER, "It has three USB-C ports.", "numbers"),
        (CHARGER, "It has two ports.", "numbers"),
        (DOG_BED, "It comes in slate and is size large.", ""),
        (DOG_BED, "It is size large.", ""),
        (DOG_BED, "It is size small.", "unfounded"),
        (DOG_BED, "The cover is removable and goes in the washing machine.", ""),
        (DOG_BED, "The cover is not removable.", "denial"),
        (MAT, "It is 183 cm long and does not slip.", ""),
        (MAT, "It is 183 cm long and slips.", "unfounded"),
        (MAT, "Unrolled, it is 183 cm long.", "unfounded"),
        (INFLATOR, "Its cable is 3 m long, and it shuts off automatically.", ""),
        (INFLATOR, "It does not shut off automatically.", "feature"),
        (INFLATOR, "It starts automatically.", "unfounded"),
        (COT, "It is convertible.", ""),
        (COT, "It is not convertible.", "unfounded"),
        (COT, "The wood is solid pine.", ""),
        (COT, "It is made of wood.", ""),
        (COT, "It is made of metal.", "material"),
        (TABLE, "It is 90 cm wide and made of wood.", "material"),
        (TABLE, "The metal top is 90 cm wide.", "material"),
        (NOTEBOOK, "It has 192 pages of 120 gsm paper.", ""),
        (NOTEBOOK, "It has 192 pages of rice paper.", "material"),
        (SHELF, "The solid oak can be sanded down and oiled again.", ""),
        (SHELF, "The solid oak is filled with down.", "material"),
        (SWEATER, "It is made of pure merino wool in charcoal.", ""),
        (SWEATER, "It is made of pure wool silk in charcoal.", "unfounded"),
        (MIXED, "It is made of pure merino wool.", "unfounded"),
        (SHEETS, "The sheets are of pure European linen, pure linen in oat.", ""),
        (SHEETS, "The sheets are of pure cotton in oat.", "material"),
        (BOX, "The Roadnest is black.", ""),
        (BOX, "Unfold it: it is black.", ""),
        (BOX, "The fittest is black.", "comparison"),
        (ALMANAC, "It is bound in hard covers and has 288 pages.", ""),
        (HARNESS, "It is size medium and red.", ""),
        (HARNESS, "It is size large and red.", "unfounded"),
        (HARNESS, "It is red and of medium weight.", "unfounded"),
        (SACK, "Packed, it measures 30 x 18 cm.", ""),
        (SACK, "Rolled, it measures 30 x 18 cm.", "unfounded"),
        (CANDLE, "The candle is of soy wax.", ""),
        (CANDLE, "The candle is of paraffin wax.", "material"),
        (CHAIR, "The grey chair rolls on five castors.", ""),
        (COT, "The white bed rolls.", "unfounded"),
        (HOSE, "It is 25 m long and does not leak.", ""),
        (HOSE, "It is 25 m long and leaks.", "feature"),
        (GRANOLA, "The granola contains nuts and gluten.", ""),
        (GRANOLA, "The granola contains nuts and is gluten-free.", "feature"),
        (WATCH, "The watch weighs 38 g and charges magnetically.", ""),
        (WATCH, "The clock weighs 38 g.", "product"),
        (GUITAR, "Back and sides are of mahogany.", ""),
        (GUITAR, "Neck and sides are of mahogany.", "unfounded"),
        (ALMANAC, "It is bound in soft covers and has 288 pages.", "unfounded"),
    ],
)
def test_a_fact_may_be_told_in_plain_words(order: Brief, text: str, rule: str) -> None:
    rules = {refusal.rule for refusal in judge(order, text).refusals}
    assert rule in rules if rule else rules == set()
