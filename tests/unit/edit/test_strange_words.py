"""Each word of a draft is a fact's, a clause's, or one that any sentence needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, brief, fact
from workers.edit.gate import judge
from workers.edit.grounding.everyday import CHINESE, CHINESE_WORDS, ENGLISH
from workers.edit.grounding.stems import stem
from workers.edit.grounding.strange import sets_the_scene, strange
from workers.edit.grounding.tracing import trace
from workers.edit.reading import read
from workers.plan.brief import Brief, Clause, Fact

EN, ZH = brief("en-US"), brief("zh-CN")


def of(*facts: Fact, locale: str = "en-US", kind: Kind = Kind.DESCRIPTION, clauses: tuple[Clause, ...] = ()) -> Brief:
    return Brief("p-1", kind, locale, facts, LIMITS[kind], clauses)


def refused(order: Brief, text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for refusal in judge(order, text).refusals:
        found.setdefault(refusal.rule, []).append(refusal.span)
    return found


@pytest.mark.parametrize(
    ("order", "text", "words"),
    [
        (EN, "The bottle weighs 360 g and has a hidden zip.", ["hidden", "zip"]),
        (EN, "It holds 0.75 L in a double-walled body.", ["double", "walled"]),
        (ZH, "杯身重0.36千克，带茶隔。", ["茶", "隔"]),
        (ZH, "支持App控制，重0.36千克。", ["App", "控", "制"]),
        (ZH, "周末出门，陪伴你的杯子重0.36千克，握着冰凉。", ["冰", "凉"]),
    ],
)
def test_a_word_of_the_drafts_own_is_found(order: Brief, text: str, words: list[str]) -> None:
    assert list(strange(read(text, order))) == words


@pytest.mark.parametrize(
    ("order", "text"),
    [
        (EN, "Weighing 360 g, the bottle goes with you on every trip."),
        (EN, "They are recycled: 80 percent of it."),
        (ZH, "这款杯子的容量有0.75升，重360克。"),
    ],
)
def test_other_forms_amounts_and_the_words_of_any_sentence_are_not(order: Brief, text: str) -> None:
    assert list(strange(read(text, order))) == []


@pytest.mark.parametrize(
    "words",
    [
        "dry dries dried drying",
        "stop stops stopped stopping",
        "rating ratings rate rated",
        "firm firmness",
        "wash washes",
    ],
)
def test_the_forms_of_a_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_a_stem_begins_as_its_word_does_and_is_no_longer(word: str) -> None:
    assert len(stem(word)) <= len(word)
    assert stem(word)[:2] == word[:2] or len(word) <= 3


CLAIMS = (
    "quiet sturdy durable strong soft warm waterproof zip pocket snow campfire half twice double lifetime free"
    " leather steel black organic certified best fully entirely everything anything handle lid wheel cover case"
)


def test_no_everyday_word_is_a_claim() -> None:
    assert ENGLISH.isdisjoint(CLAIMS.split())
    assert CHINESE.isdisjoint("半倍防绒棉铁钢皮黑白红静软轻薄快强安更")
    claims = "静音 保温 防水 耐用 轻便 舒适 柔软 瞬间 立刻 礼物 儿童 折叠 显示 提醒 更换 调节 收纳 装饰 游戏 办公 自然"
    assert set(CHINESE_WORDS).isdisjoint(claims.split())


def test_an_everyday_word_of_chinese_is_one_for_a_character_of_claims() -> None:
    assert [word for word in CHINESE_WORDS if CHINESE.issuperset(word)] == []


def test_a_part_that_only_says_when_claims_nothing() -> None:
    assert sets_the_scene("when the walk is over")
    assert not sets_the_scene("when the snow is deep")
    assert not sets_the_scene("nothing comes near")
    assert sets_the_scene("出去的时候")
    assert sets_the_scene("下班回到客厅的时候")
    assert not sets_the_scene("别的都不行")


WARDROBE = of(fact("name", "Alder Wardrobe"), fact("type", "wardrobe"), fact("doors", "2"), fact("drawers", "1"))
DESK = of(fact("name", "橡里书桌"), fact("type", "desk"), fact("drawers", "2"), locale="zh-CN")


@pytest.mark.parametrize(
    ("order", "text", "wrong"),
    [
        (WARDROBE, "The Alder Wardrobe has two doors.", []),
        (WARDROBE, "The Alder Wardrobe has 2 doors and two drawers.", ["two"]),
        (WARDROBE, "The Alder Wardrobe has two wide drawers.", ["two"]),
        (DESK, "橡里书桌有两个抽屉。", []),
        (DESK, "橡里书桌有三个抽屉。", ["三"]),
        (DESK, "橡里书桌占地只有三分之一。", ["三分之一"]),
    ],
)
def test_a_number_of_things_is_the_number_of_those_things(order: Brief, text: str, wrong: list[str]) -> None:
    assert refused(order, text).get("numbers", []) == wrong


def test_both_ways_to_write_a_resolution_are_the_fact() -> None:
    monitor = of(fact("name", "Kestrel Monitor"), fact("resolution", "2560x1440"))
    assert "numbers" not in refused(monitor, "The Kestrel Monitor shows 2560 x 1440 pixels.")
    assert "numbers" in refused(monitor, "The Kestrel Monitor shows 3840 x 2160 pixels.")


def test_mother_of_pearl_is_no_mother() -> None:
    shell = of(fact("name", "Isla Earrings"), fact("type", "earrings"), fact("material", "mother-of-pearl"))
    assert refused(shell, "The earrings are made of mother-of-pearl.") == {}
    assert "traits" in refused(shell, "The earrings are for mothers.")


def test_a_line_may_call_a_gem_a_stone() -> None:
    ring = of(fact("name", "Isla Ring"), fact("gemstone", "moonstone"), kind=Kind.BULLETS)
    assert "material" not in refused(ring, "Stone: moonstone\nA moonstone\nName: Isla Ring")
    assert "material" in refused(ring, "Material: stone\nA moonstone\nName: Isla Ring")


NAMED = of(
    fact("name", "岚山 S8随行杯"), fact("brand", "岚山"), fact("capacity", "0.5", "l"), fact("ports", "usb-c"),
    locale="zh-CN",
)  # fmt: skip
BOOK = of(fact("name", "木马《深海来信》"), fact("brand", "木马"), fact("type", "novel"), locale="zh-CN")


@pytest.mark.parametrize(
    ("order", "text", "right"),
    [
        (NAMED, "杯身带有 USB-C 接口。", True),
        (NAMED, "绿林 S8随行杯，容量0.5升。", False),
        (NAMED, "水壶：容量0.5升。", False),
        (BOOK, "小说《深海来信》。", True),
        (BOOK, "青禾《深海来信》。", False),
    ],
)
def test_what_stands_before_a_latin_word_a_colon_or_a_title(order: Brief, text: str, right: bool) -> None:
    assert (refused(order, text) == {}) is right


def test_a_types_clause_is_traced_in_the_plural_too() -> None:
    kind = fact("type", "boots")
    boots = of(kind, fact("colour", "green"), clauses=(Clause("c", kind.id, "keeps feet dry in puddles"),))
    assert trace("They keep feet dry in puddles.", boots) == trace("It keeps feet dry in puddles.", boots) == (kind.id,)


def test_what_a_thing_of_this_kind_may_be_called() -> None:
    shoes = of(fact("name", "Palisade Court"), fact("type", "sneakers"), fact("weight", "340", "g"))
    assert refused(shoes, "Each shoe weighs 340 g.") == {}
    assert refused(shoes, "Each lamp weighs 340 g.") != {}
    cream = of(fact("name", "Verra Cream"), fact("type", "moisturizer"), fact("net_weight", "50", "g"))
    assert refused(cream, "The jar holds 50 g.") == {}


@pytest.mark.parametrize(
    ("held", "text", "right"),
    [
        (fact("assembly", "yes"), "It arrives fully assembled.", False),
        (fact("assembly", "yes"), "You put it together.", True),
        (fact("care", "hand-wash"), "It goes in the washing machine.", False),
        (fact("care", "machine-wash"), "It goes in the washing machine.", True),
        (fact("care", "machine-wash"), "Dry clean only.", False),
        (fact("handmade", "yes"), "It is machine woven.", False),
        (fact("dishwasher_safe", "no"), "Wash it by hand.", True),
    ],
)
def test_a_feature_in_other_words(held: Fact, text: str, right: bool) -> None:
    order = of(fact("name", "Larkhill Rug"), fact("type", "rug"), held)
    assert (refused(order, text) == {}) is right


@pytest.mark.parametrize(
    ("maker", "strange"), [("iTavora", []), ("iFenrook", ["iFenrook"]), ("eFenrook", ["eFenrook"])]
)
def test_a_maker_may_begin_with_a_small_letter(maker: str, strange: list[str]) -> None:
    order = of(fact("name", "Sweepline Combo"), fact("brand", "iTavora"), fact("type", "vacuum"), kind=Kind.TITLE)
    assert refused(order, f"{maker} Sweepline Combo").get("name", []) == strange


LAMP = fact("type", "table-lamp")
ZH_LAMP = of(
    fact("name", "明几台灯"), LAMP, fact("recommended_age", "6+", "year"), fact("mount", "挂钩"),
    fact("machine_washable", "no"), locale="zh-CN",
    clauses=(Clause("c", LAMP.id, "可放书桌、架上或床头"), Clause("d", LAMP.id, "装好可拆，拆了再装")),
)  # fmt: skip
BOOTS = fact("type", "boots")
ZH_BOOTS = of(
    fact("name", "小满靴"), BOOTS, fact("recommended_age", "6+", "month"), fact("weight", "0.2", "kg"),
    locale="zh-CN", clauses=(Clause("c", BOOTS.id, "装得下小东西"),),
)  # fmt: skip
EN_LAMP = of(
    fact("name", "Alder Lamp"), LAMP, clauses=(Clause("c", LAMP.id, "gathers in soft folds by the window seat"),)
)


@pytest.mark.parametrize(
    ("order", "text", "right"),
    [
        (ZH_LAMP, "放书桌或床头都合适。", True),
        (ZH_LAMP, "放书柜或床尾都合适。", False),
        (ZH_LAMP, "明几台灯，装好能拆。", True),
        (ZH_LAMP, "明几台灯，装好难拆。", False),
        (ZH_LAMP, "明几台灯，拆了还能再装。", True),
        (ZH_LAMP, "适合6岁以上儿童。", True),
        (ZH_LAMP, "适合6岁以上的宝宝。", False),
        (ZH_BOOTS, "适合6个月以上的宝宝。", True),
        (ZH_BOOTS, "鞋子重0.2千克，小东西装得下。", True),
        (ZH_BOOTS, "帽子重0.2千克，小东西装得下。", False),
        (ZH_LAMP, "明几台灯，挂钩安装。", True),
        (ZH_LAMP, "明几台灯，免安装。", False),
        (ZH_LAMP, "请勿放进洗衣机。", True),
        (ZH_LAMP, "可放进洗衣机。", False),
        (ZH_LAMP, "明几台灯，不用时收进口袋里。", False),
        (EN_LAMP, "Soft folds, seen from the window seat.", True),
        (EN_LAMP, "Soft folds, seen from the garden seat.", True),
        (EN_LAMP, "Hard folds, seen from the garden seat.", False),
    ],
)
def test_a_clause_in_other_words(order: Brief, text: str, right: bool) -> None:
    assert (refused(order, text) == {}) is right


def test_to_put_something_in_a_pocket_is_not_to_import_it() -> None:
    assert "provenance" not in refused(ZH_LAMP, "不用时收进口袋里。")
    assert "provenance" in refused(ZH_LAMP, "进口台灯。")
