"""Scenes may be told in many words, and none of those may tell what the product has, or is."""

import pytest

from schemas.kinds import Kind
from tests.unit.edit.briefs import fact
from tests.unit.edit.test_strange_words import of, refused
from workers.edit.gate import judge
from workers.edit.grounding import permits
from workers.edit.grounding.everyday import ENGLISH
from workers.edit.grounding.scene_words import ENGLISH as SCENES
from workers.edit.grounding.scene_words import MODIFIERS
from workers.edit.grounding.scene_words_chinese import PLAIN, WORDS
from workers.edit.grounding.strange import _CHINESE, called, is_everyday
from workers.edit.reading import read
from workers.plan.brief import Brief

MUG = of(fact("name", "Harrow Mug"), fact("type", "mug"), fact("capacity", "350", "ml"), fact("colour", "blue"))
CUP = of(
    fact("name", "山岚马克杯"), fact("type", "mug"), fact("capacity", "350", "ml"), fact("colour", "blue"),
    locale="zh-CN",
)  # fmt: skip
COAT = of(fact("name", "Harrow Coat"), fact("type", "coat"), fact("colour", "blue"), fact("closure", "buttons"))
LAMP = of(fact("name", "Harrow Lamp"), fact("type", "lamp"), fact("power", "9", "w"))
UNKNOWN = of(fact("name", "Harrow"), fact("capacity", "350", "ml"), fact("colour", "blue"))
EVERY_NTH = 3
CLAIMED = (
    "The mug has a {}.", "It comes with a {}.", "It comes with two {}.", "The mug with a {} is blue.",
    "A {} print covers the blue mug.", "The mug includes a {}, in blue.", "The blue mug is a {}.",
    "It is {}, and it is blue.", "The blue mug comes with a free {}.", "It is a {} mug in blue.", "A blue {} mug.",
    "The blue mug keeps {}.", "The blue mug features {}.", "It smells of {}.", "The blue mug is made of {}.",
    "There is a {} on the blue mug.", "Its {} is blue.", "The {} is blue.", "You get a {} and a blue mug.",
)  # fmt: skip
CLAIMED_CHINESE = (
    "蓝色马克杯带{}。", "附赠{}，杯身蓝色。", "蓝色马克杯，{}图案。", "配有{}，杯身蓝色。",
    "支持{}的蓝色马克杯。", "蓝色马克杯含{}。", "{}材质的蓝色马克杯。", "{}款马克杯，蓝色。",
    "送一个{}，杯身蓝色。", "马克杯是{}，蓝色。", "马克杯自带{}功能，蓝色。", "马克杯有{}。",
)  # fmt: skip
OF_ITSELF = frozenset({"mug", "mugs", "coffee", "volume"})
"""Words for the mug, and for what it holds."""


@pytest.mark.parametrize("frame", CLAIMED)
def test_no_word_of_a_scene_tells_what_the_product_has_or_is(frame: str) -> None:
    permitted = {word for row in permits.DATA[0].strip().splitlines() for word in row.partition(" | ")[2].split()}
    own = {
        word for word in SCENES | MODIFIERS | permitted if word.isascii() and not (word in ENGLISH or is_everyday(word))
    }
    assert len(own) > 800
    assert {word for word in own - OF_ITSELF if not refused(MUG, frame.format(word))} == set()


@pytest.mark.parametrize("frame", CLAIMED_CHINESE)
def test_no_chinese_word_of_a_scene_tells_what_the_product_has_or_is(frame: str) -> None:
    # 有空 and 有时 are words themselves: 马克杯有空位 has one of them; what is taken there, 带回家, is no part.
    kept = {CLAIMED_CHINESE[at]: set(own) for at, own in ((0, "出回去到"), (3, "时空"), (8, "时"), (11, "时空"))}
    known = _CHINESE.union(read("", CUP).said, called(read("", CUP).about))
    own = {word for word in WORDS | PLAIN if not known.issuperset(word)}
    assert len(own) > 600
    passed = {word for word in sorted(own)[::EVERY_NTH] if not refused(CUP, frame.format(word))}
    assert {word for word in passed if kept.get(frame, set()).isdisjoint(word)} == set()


@pytest.mark.parametrize(
    ("order", "text"),
    [
        (MUG, "For slow mornings and the walk home: the blue mug holds 350 ml."),
        (MUG, "Pour the first coffee of the day, open the window and sit down with friends. The mug holds 350 ml."),
        (COAT, "Wear it over a jumper on the commute, and with jeans at the weekend. It closes with buttons."),
        (CUP, "周末的清晨，推开窗，泡一杯茶，慢慢喝。杯身蓝色，容量350毫升。"),
        (CUP, "加班的夜里，捧着热茶坐在窗边。350毫升。"),
        (LAMP, "Clear a corner of the desk and read another chapter. The lamp draws 9 W."),
    ],
)
def test_a_scene_may_be_told(order: Brief, text: str) -> None:
    assert refused(order, text) == {}


@pytest.mark.parametrize(
    ("order", "text"),
    [
        (MUG, "Leave it in the sun, drop it on the floor. The mug holds 350 ml."),
        (MUG, "Put it on the stove. The mug holds 350 ml."),
        (MUG, "It sits quiet beside no other mug. It holds 350 ml."),
        (MUG, "Everyone at the office has one. The mug holds 350 ml."),
        (COAT, "Zip it up on the walk home. The coat is blue."),
        (COAT, "For days of rain: the coat is blue."),
        (UNKNOWN, "For the walk home: it holds 350 ml, in blue, by the seaside."),
        (CUP, "比朋友家的都好。容量350毫升。"),
        (CUP, "放进烤箱，坐在窗边等。容量350毫升。"),
        (CUP, "周末没有别的杯子。容量350毫升。"),
        (MUG, "Once upon a time, a walk home. The mug holds 350 ml."),
        (MUG, "Hello there. The mug holds 350 ml."),
        (MUG, "Friends at the office ask for it. The mug holds 350 ml."),
        (MUG, "The mug holds 350 ml, with a lid for the walk to work."),
        (MUG, "The mug holds 350 ml and cleans itself."),
        (MUG, "The mug holds 350 ml, the shape of a pear."),
        (MUG, "It comes from a village by the sea and holds 350 ml."),
        (MUG, "Take it home today and pay later. The mug holds 350 ml."),
        (MUG, "The mug whistles on the way home. It holds 350 ml."),
        (COAT, "The coat has a hood for walks home, in blue."),
        (COAT, "Pull up the collar in the snow: a blue coat."),
        (LAMP, "The lamp plays tunes while you work, at 9 W."),
        (LAMP, "Tap the base to switch it on. The lamp draws 9 W."),
        (LAMP, "The lamp draws 9 W and goes off by itself when you sleep."),
        (CUP, "杯子会唱歌，容量350毫升。"),
        (CUP, "能听音乐，容量350毫升。"),
        (CUP, "朋友们都在用，容量350毫升。"),
        (CUP, "来自海边的小镇，容量350毫升。"),
        (CUP, "买一只送一只，容量350毫升。"),
        (CUP, "围巾送你，容量350毫升。"),
    ],
)
def test_what_would_be_a_claim_is_no_scene(order: Brief, text: str) -> None:
    assert refused(order, text) != {}


def test_a_title_tells_no_scene() -> None:
    title = Brief("p-1", Kind.TITLE, "en-US", MUG.facts, MUG.limits)
    assert judge(title, "Harrow Mug for the Seaside").refusals


def kind(name: str, value: str, title: str = "Sable Sheets", locale: str = "en-US") -> Brief:
    return of(fact("name", title), fact(name, value), locale=locale)


@pytest.mark.parametrize(
    ("order", "text", "right"),
    [
        (kind("composition", "linen 100"), "Pure linen.", True),
        (kind("composition", "linen 55"), "Pure linen.", False),
        (kind("composition", "cotton 100", "素眠床单", "zh-CN"), "纯棉面料。", True),
        (kind("material", "cotton", "素眠床单", "zh-CN"), "纯棉面料。", False),
        (kind("type", "lamp", "Lumo Folding Lamp"), "The lamp folds.", True),
        (kind("type", "lamp", "Lumo Lamp"), "The lamp folds.", False),
        (kind("type", "coffee", "Cedar Coffee"), "Colombian coffee.", False),
        (of(fact("type", "coffee"), fact("origin", "co")), "A Colombian coffee.", True),
    ],
)
def test_other_words_for_what_a_fact_says(order: Brief, text: str, *, right: bool) -> None:
    assert (refused(order, text) == {}) is right
