"""An amount is told of its own attribute and as no more than it is; no word makes another model.

The planted faults are `corpus/wiring.py`'s. Of the sentences about the lamp, the backpack, the kettle and the phone,
written when the rules stood, 61 of 64 lies were refused at first sight and no truth by these rules.
"""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.inbound import Attribute, ProductCreated
from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, brief, fact
from tests.unit.edit.corpus.planting import innocent
from tests.unit.edit.corpus.truths import Item
from tests.unit.edit.corpus.wiring import misplaced
from workers.edit.gate import judge
from workers.edit.grounding import hedges, models
from workers.edit.grounding.attributes import spoken_of
from workers.edit.grounding.hedges import hedged
from workers.plan.brief import Brief, Clause, Fact
from workers.plan.facts import facts_of

CAUGHT = {"wiring": 0.99, "hedge": 0.99, "model": 0.99, "better": 0.99}
OURS = {"wiring": ("numbers", 0.99), "hedge": ("numbers", 0.99), "model": ("name", 0.90)}
"""The rule that looks for it, and the share that it finds. Glued to a Latin name, "TarnAir", a model is a strange word."""


def listing(locale: str, title: str, brand: str, *pairs: tuple[str, str]) -> Brief:
    attributes = tuple(Attribute(name=name, value=value) for name, value in pairs)
    product = ProductCreated(id="p-1", locales=(locale,), title=title, brand=brand, attributes=attributes)
    return Brief("p-1", Kind.DESCRIPTION, locale, facts_of(product), LIMITS[Kind.DESCRIPTION], ())


LAMP = listing(
    "en-GB", "Ostra 24 Desk Lamp", "Ostra", ("height", "42 cm"), ("base material", "steel"), ("diameter", "16 cm"),
    ("weight", "1.8 kg"), ("cable length", "1.5 m"), ("power", "9 W"), ("brightness", "800 lm"), ("warranty", "2 years"),
)  # fmt: skip
BACKPACK = listing(
    "en-US", "Fernhill 30 Backpack", "Fernhill", ("capacity", "30 L"), ("weight", "0.9 kg"), ("height", "50 cm"),
    ("width", "30 cm"), ("depth", "20 cm"), ("laptop size", "15 inch"), ("pockets", "4"), ("max load", "12 kg"),
)  # fmt: skip
KETTLE = listing(
    "zh-CN", "岚山保温壶", "岚山", ("容量", "1.5升"), ("重量", "0.8千克"), ("高度", "28厘米"), ("口径", "6厘米"),
    ("保温时长", "12小时"), ("材质", "304不锈钢"),
)  # fmt: skip
PHONE = listing(
    "en-GB", "Nimbus 9 Phone", "Nimbus", ("model", "N9"), ("screen size", "6.1 inch"), ("memory", "8 GB"),
    ("storage", "256 GB"), ("battery", "5000 mAh"), ("camera", "50 MP"), ("front camera", "12 MP"), ("weight", "180 g"),
    ("charging", "45 W"), ("battery life", "26 h"), ("compatible with", "iPhone 15"),
)  # fmt: skip
FALSE = (
    (LAMP, "The lamp's width comes to 42 cm. With its 42 cm width it fits a desk. It is 42 centimetres thick."),
    (LAMP, "The lamp has a diameter of 42 cm. It carries up to 1.8 kg. The depth is 16 cm. It's 42 cm in length."),
    (LAMP, "A 42 cm-wide lamp. It is as wide as 42 cm. It weighs 800 lm. It is 9 W wide."),
    (LAMP, "It weighs a bit over 1.8 kg. It stands more than 42 cm high. It weighs less than 1.8 kg."),
    (LAMP, "Its cable measures at least 1.5 m. Covered for over 2 years. A brightness above 800 lm. 42 cm or more."),
    (LAMP, "Ostra 24 Desk Lamp Ultra. The Ostra 24 S lamp. Ostra Lite desk lamp. Ostra Desk Lamp SE. Ostra Pro lamp."),
    (BACKPACK, "It is 30 cm deep. It is 50 cm wide. It holds 0.9 kg. It weighs 12 kg. It's 30 cm tall."),
    (BACKPACK, "It has more than 4 pockets. It holds over 30 L. It carries upwards of 12 kg. A weight of 12 kg."),
    (
        BACKPACK,
        "Fernhill 30 Max Backpack. Fernhill Backpack Mini. Mini Fernhill backpack. Fernhill 30 Limited Edition.",
    ),
    (
        KETTLE,
        "壶身宽28厘米。口径达28厘米。壶高6厘米。容量0.8千克。净重1.5升。壶深28厘米。28厘米长的壶身。承重0.8千克。",
    ),
    (KETTLE, "保温超12小时。能保温12个小时以上。重量不到0.8千克。至少装1.5升水。待机12小时。充满电需12小时。"),
    (KETTLE, "岚山保温壶Max。岚山保温壶至尊版。岚山Pro保温壶。岚山保温壶二代。岚山保温壶 SE。"),
    (
        PHONE,
        "It has 256 GB of RAM. 8 GB of storage. A 50 MP front camera. 26 hours of talk time. It charges in 26 hours.",
    ),
    (PHONE, "It runs for over 26 hours. 26-hour standby. Storage: 8 GB. 26+ hours of battery life."),
    (PHONE, "Nimbus 9 Pro Phone. Nimbus 9 Plus. The N9 Ultra. N9 Pro Max. For the iPhone 15 Pro."),
)
TRUE = (
    (LAMP, "The lamp stands 42 cm tall on a base 16 cm across. It weighs around 1.8 kg. It weighs only 1.8 kg."),
    (LAMP, "The cable is 1.5 m long. Weight: 1.8 kg. Height: 42 cm. A height of 42 cm, a diameter of 16 cm."),
    (LAMP, "It is 42 cm high, weighs up to 1.8 kg and comes with a 2-year warranty. Almost 42 cm tall."),
    (BACKPACK, "It holds up to 30 L. It carries 12 kg. It weighs 0.9 kg. It is 50 cm high, 30 cm wide and 20 cm deep."),
    (BACKPACK, "It fits a 15-inch laptop. It takes a weight of 12 kg. It has a load limit of 12 kg. It spreads over 4 pockets."),
    (KETTLE, "壶高28厘米，口径6厘米。容量1.5升，重0.8千克。重约0.8千克。能装1.5升水。保温12小时。28厘米高，0.8千克重。"),
    (KETTLE, "1.5升大容量。高28厘米宽6厘米。身高28厘米。容量不超过1.5升。保温最长12小时。岚山保温壶升级版型。"),
    (PHONE, "8 GB of RAM and 256 GB of storage. A 50 MP camera and a 12 MP front camera. 45 W charging. A 26-hour battery."),
    (PHONE, "Storage: 256 GB. The N9 plus a case, 45 W max. It runs for 26 hours and charges at 45 W. For the iPhone 15."),
)  # fmt: skip


@cache
def refused(item: Item) -> frozenset[str]:
    return frozenset(refusal.rule for refusal in judge(item.brief, item.text).refusals)


def found(order: Brief, text: str) -> list[tuple[str, str]]:
    told = judge(order, text).refusals
    return [(refusal.rule, refusal.span) for refusal in told if refusal.rule in {"numbers", "name", "comparison"}]


def sentences(shelf: tuple[tuple[Brief, str], ...]) -> list[tuple[Brief, str]]:
    marks = {True: ". ", False: "。"}
    return [(order, one.strip()) for order, text in shelf for one in text.rstrip(".。").split(marks[text.isascii()])]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", CAUGHT)
def test_what_is_told_otherwise_than_a_fact_has_it_is_refused(kind: str, language: str) -> None:
    items = [item for item in misplaced() if (item.kind, item.language) == (kind, language)]
    assert len(items) > 90
    missed = [(item.span, item.text[:100]) for item in items if not refused(item)]
    assert len(missed) <= (1 - CAUGHT[kind]) * len(items), missed[:5]


@pytest.mark.parametrize("kind", OURS)
def test_it_is_refused_for_what_it_is(kind: str) -> None:
    items, (rule, share) = [item for item in misplaced() if item.kind == kind], OURS[kind]
    assert sum(rule in refused(item) for item in items) >= share * len(items)


def test_what_says_no_more_than_the_fact_may_stand() -> None:
    items = [item for item in misplaced() if item.kind == "loose"]
    assert len(items) > 200
    assert [item.text for item in items if "numbers" in refused(item)] == []


@pytest.mark.parametrize(("order", "text"), sentences(FALSE))
def test_a_lie_that_was_not_planted_is_refused_too(order: Brief, text: str) -> None:
    assert found(order, text), text


@pytest.mark.parametrize(("order", "text"), sentences(TRUE))
def test_the_truth_in_other_words_is_not(order: Brief, text: str) -> None:
    assert found(order, text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("It holds 30 L and is 50 cm wide.", "50 cm wide"),
        ("It weighs 12 kg.", "weighs 12 kg"),
        ("It holds well over 30 L.", "well over 30 L"),
        ("It holds 30 L or more.", "30 L or more"),
        ("The Fernhill Backpack Mini holds 30 L.", "Backpack Mini"),
    ],
)
def test_the_words_are_shown_that_are_wrong(text: str, span: str) -> None:
    assert span in [shown for _, shown in found(BACKPACK, text)]


HEIGHT, WIDTH, PACKED = fact("height", "20", "cm"), fact("width", "18", "cm"), fact("packed size", "20", "cm")


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ((HEIGHT, fact("width", "20", "cm")), "It is 20 cm wide."),
        ((HEIGHT, PACKED), "It is 20 cm wide."),
        ((PACKED,), "It is 20 cm long."),
        ((fact("name", "Mug 20 cm"),), "The mug is 20 cm wide."),
        ((fact("dimensions", "20 x 18 x 5", "cm"),), "It is 18 cm deep."),
        ((fact("recommended age", "3", "year"),), "For children over 3 years."),
        ((fact("price range", "more than £30"),), "It costs over £30."),
        ((fact("battery life", "more than 30 h"),), "It lasts over 30 h."),
        ((fact("Wi-Fi", "2.4", "GHz"),), "It connects over 2.4 GHz."),
        ((fact("operating range", "40", "°C"),), "It works below 40 °C."),
    ],
)
def test_where_a_fact_may_mean_it_the_text_may_say_it(facts: tuple[Fact, ...], text: str) -> None:
    order = Brief("p-1", Kind.DESCRIPTION, "en-US", facts, LIMITS[Kind.DESCRIPTION], ())
    assert "numbers" not in {rule for rule, _ in found(order, text)}


def test_a_clause_may_bound_an_amount() -> None:
    bounded = Clause("c-1", HEIGHT.id, "stands more than 20 cm over the table")
    order = Brief("p-1", Kind.DESCRIPTION, "en-US", (HEIGHT,), LIMITS[Kind.DESCRIPTION], (bounded,))
    assert found(order, "It stands more than 20 cm over the table.") == []


MODEL = (fact("name", "Harrow X2 Pro Grip"), fact("brand", "Harrow"), fact("model", "X2"), fact("style", "studio"))


@pytest.mark.parametrize(
    ("kind", "text", "wrong"),
    [
        (Kind.TITLE, "Harrow X2 Pro Grip", False),
        (Kind.TITLE, "Harrow Pro Grip X2", False),
        (Kind.TITLE, "Harrow X2 Studio", False),
        (Kind.TITLE, "Harrow X2 Max", True),
        (Kind.TITLE, "Harrow Ultra X2", True),
        (Kind.TITLE, "Harrow X2 T Pro Grip", True),
        (Kind.DESCRIPTION, "The Harrow X2 plus a case.", False),
        (Kind.DESCRIPTION, "The Harrow X2 Plus.", True),
        (Kind.DESCRIPTION, "The Harrow in plus sizes.", False),
    ],
)
def test_a_word_that_makes_another_model_is_one_beside_the_name(kind: Kind, text: str, wrong: bool) -> None:
    order = Brief("p-1", kind, "en-US", MODEL, LIMITS[kind], ())
    assert ("name" in {rule for rule, _ in found(order, text)}) is wrong


@pytest.mark.parametrize(
    "text", ["It holds more.", "It is more foldable.", "It weighs less.", "更轻便。", "It is softer."]
)
def test_a_bare_comparison_is_refused(text: str) -> None:
    order = brief("en-US" if text.isascii() else "zh-CN")
    assert judge(order, text).refusals


@pytest.mark.parametrize("text", ["The longer sides hang lower.", "The inner and the upper part."])
def test_words_that_compare_parts_of_it_are_no_comparison(text: str) -> None:
    assert "comparison" not in {rule for rule, _ in found(brief(), text)}


def test_a_clause_is_credited_however_many_it_is_said_of() -> None:
    for order, text in innocent():
        clauses = {clause.text.replace("'", "’").casefold() for clause in order.clauses}
        for sentence in judge(order, text).sentences:
            told = sentence.text.replace("'", "’").casefold().rstrip(".。")
            assert sentence.facts or not any(told.endswith(clause.partition(" ")[2] or clause) for clause in clauses), (
                told
            )


@given(st.from_regex(hedges._ENGLISH) | st.from_regex(hedges._CHINESE), st.text(max_size=3))
def test_whatever_bounds_from_before_is_told_by_its_end(before: str, behind: str) -> None:
    assert hedged(before, behind)


@given(st.sampled_from([hedges._ENGLISH_BEHIND, hedges._CHINESE_BEHIND]), st.data())
def test_whatever_bounds_from_behind_is_told_by_its_beginning(pattern: re.Pattern[str], data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern))
    assert hedged("", text[next(pattern.finditer(text)).start() :])


@given(
    st.text(" -'a9X", max_size=2),
    st.sampled_from(sorted(models._WORDS | models._SINGLE)),
    st.text(" -'a9X版", max_size=2),
)
def test_whatever_makes_a_model_is_told_by_its_letters(before: str, word: str, behind: str) -> None:
    lower = f"{before}{word}{behind}".lower()
    assert models._FOUND.search(lower) is None or models._may_tell(lower)


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_stands_beside_an_amount_is_read(before: str, behind: str) -> None:
    spoken_of(before, behind)
    hedge = hedged(before, behind)
    assert hedge is None or (hedge.before <= len(before) and hedge.behind <= len(behind))
