"""What a fact says of one part is not said of another: `corpus/relations` has the lies, and their true twins.

`FIRST_SIGHT` is what the rules made of each set before anything was changed for it: of the first two before there was a
rule of relation at all, of the third when that stood.
"""

import random
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, fact
from tests.unit.edit.corpus.planting import innocent
from tests.unit.edit.corpus.relations import listing, pairs
from workers.edit.gate import SHIPPED, judge
from workers.edit.grounding.parts import named
from workers.edit.grounding.relations import relations
from workers.edit.reading import read
from workers.plan.brief import Brief

FIRST_SIGHT = {
    ("first", "en"): 0.31, ("first", "zh"): 0.25, ("held", "en"): 0.21, ("held", "zh"): 0.33,
    ("third", "en"): 0.87, ("third", "zh"): 1.00,
}  # fmt: skip
CAUGHT = 0.95
SEED = 23
ENOUGH = 1200


@pytest.mark.parametrize(("name", "language"), FIRST_SIGHT)
def test_what_is_said_of_the_wrong_thing_is_refused_and_its_true_twin_is_not(name: str, language: str) -> None:
    told = pairs(name, language)
    missed = [pair.lie for pair in told if not judge(pair.brief, pair.lie).refusals]
    assert len(missed) <= (1 - CAUGHT) * len(told), missed
    assert [pair.twin for pair in told if judge(pair.brief, pair.twin).refusals] == []


def test_there_are_as_many_lies_in_each_language() -> None:
    counts = [sum(len(pairs(name, language)) for name in ("first", "held")) for language in ("en", "zh")]
    assert min(counts) >= 60


class Told(NamedTuple):
    """A brief with two parts of two values, and a text that tells each of its own or of the other."""

    brief: Brief
    text: str
    false: bool


GRID = {
    "en": (
        "frame seat back lining collar handle lid base drawer top sole upper strap cuff door pocket".split(),
        ("steel", "oak", "leather", "linen", "brass", "glass", "marble", "wool", "bamboo", "cork"),
        ("navy", "white", "orange", "grey"),
        (
            "The {p} is {v}.", "A {v} {p}.", "It has a {v} {p}.", "The {p}: {v}.", "A {p} in {v}.",
            "Its {p} is in {v}.", "The {p} is made of {v}.", "With {v} {p}.", "The {p} comes in {v}.", "{v} {p}",
        ),
    ),
    "zh": (
        "框架 座面 靠背 里料 领子 手柄 底座 灯罩 抽屉 桌面 鞋底 鞋面 表带 袖口 柜门 机身 口袋".split(),
        ("橡木", "不锈钢", "牛皮", "亚麻", "黄铜", "玻璃", "大理石", "羊毛", "竹子", "软木"),
        ("藏青色", "白色", "橙色", "灰色"),
        (
            "{p}为{v}。", "{v}{p}。", "{p}采用{v}。", "{p}是{v}的。", "{p}：{v}。", "{v}的{p}。", "带有{v}{p}。",
            "{p}由{v}制成。",
        ),
    ),
}  # fmt: skip
"""Parts, materials, colours, and how one is told of the other."""


def grid(language: str) -> Iterator[Told]:
    chance = random.Random(SEED)
    parts, materials, colours, templates = GRID[language]
    for _ in range(ENOUGH // 2):
        (one, other), values = chance.sample(parts, 2), chance.choice([materials, colours])
        first, second = chance.sample(values, 2)
        facts = (fact(f"{one}", first), fact(f"{other}", second))
        order = Brief("p", Kind.DESCRIPTION, {"en": "en-GB", "zh": "zh-CN"}[language], facts, LIMITS[Kind.DESCRIPTION])
        text = chance.choice(templates)
        yield Told(order, text.format(p=one, v=first), false=False)
        yield Told(order, text.format(p=one, v=second), false=True)


@pytest.mark.parametrize("language", GRID)
def test_any_value_of_any_part_is_told_of_that_part_only(language: str) -> None:
    told = list(grid(language))
    found = [bool(list(relations(read(one.text, one.brief, SHIPPED.sought)))) for one in told]
    wrong = [(one.text, one.brief.facts) for one, refused in zip(told, found, strict=True) if refused != one.false]
    assert len(told) == ENOUGH
    assert wrong == []


def test_true_copy_of_the_sample_shop_is_not_refused_for_it() -> None:
    told = [(text, list(relations(read(text, order)))) for order, text in innocent()[::5]]
    assert len(told) > 1000
    assert [one for one in told if one[1]] == []


CHAIR = listing(
    "en-GB", "Elland Chair", "Elland",
    "seat=oak; frame=steel; legs=brass; seat height=46 cm; width=52 cm; colour=black; cushion colour=green; arms=2",
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The seat and frame are oak and steel.",
        "An oak and steel chair.",
        "A steel frame carries the oak seat.",
        "Oak seat, steel frame, brass legs.",
        "The frame is steel, and the legs are brass.",
        "A black chair with a green cushion.",
        "The chair is 52 cm wide, with the seat 46 cm high.",
        "A steel chair.",
        "The black steel frame.",
        "Oak that ages well, on a frame of steel.",
    ],
)
def test_what_may_be_read_as_the_truth_is_no_lie(text: str) -> None:
    assert list(relations(read(text, CHAIR))) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("An oak frame and a good seat.", "oak frame"),
        ("Now the legs are made of steel.", "legs are made of steel"),
        ("It has steel arms.", "steel arms"),
        ("A green chair.", "green chair"),
        ("The seat is 46 cm high and the legs green.", ""),
    ],
)
def test_the_words_are_shown_that_are_wrong(text: str, span: str) -> None:
    assert list(relations(read(text, CHAIR))) == ([span] if span else [])


@pytest.mark.parametrize(
    ("name", "heads"),
    [
        ("lining", {"lining"}), ("Zip colour", {"zip"}), ("leather from", {"leather"}), ("burn time", {"burn"}),
        ("drawer fronts", {"front"}), ("seat_height", {"seat"}), ("strap", {"strap"}), ("width", set()),
        ("表带颜色", {"strap"}), ("燃烧时间", {"燃烧"}), ("底座直径", {"base"}), ("重量", set()),
        ("material", {"shell", "body"}),
    ],
)  # fmt: skip
def test_the_part_is_read_from_the_facts_name(name: str, heads: set[str]) -> None:
    assert heads <= named(name).heads
    assert bool(heads) == bool(named(name).heads)
