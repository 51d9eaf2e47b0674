"""No word for a type of product says what the listing's facts do not: 砂锅 is no 铸铁锅, green tea no black tea."""

import pytest

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, fact
from workers.edit.gate import judge
from workers.plan.brief import Brief, Fact
from workers.plan.lexicon.lookup import DOMAINS, TYPES, folded
from workers.plan.lexicon.wording import surface_forms

SAYS_MORE = ("material", "gem", "coating", "connect", "panel", "energy")
"""Domains of the lexicon whose values are true of one product of a type, and not of the next."""
BY_NATURE = frozenset(
    "down-jacket jeans glass wine-glass iron electric-stove electric-toothbrush electric-guitar electric-bike charger "
    "wireless-charger power-bank cable usb-flash-drive usb-hub batteries badminton-racket shuttlecock pet-bowl "
    "face-powder protein-powder".split()
)
"""Types that are nothing else: jeans are of denim, or they are no jeans; and words that mean something else there."""


def values() -> dict[str, tuple[str, str]]:
    return {
        folded(form): (domain, word.key)
        for domain in SAYS_MORE
        for word in DOMAINS[domain].values()
        for form in (word.key, word.us, word.gb, word.zh, *word.aliases)
        if len(form) > 1
    }


VALUES = values()


def parts(form: str) -> set[str]:
    told = folded(form)
    units = told.split() if told.isascii() else list(told)
    joint = " " if told.isascii() else ""
    return {joint.join(units[start:end]) for end in range(1, len(units) + 1) for start in range(end)}


def test_what_a_type_is_called_says_nothing_of_what_it_is_made_of_or_how_it_works():
    told = {
        (key, form): stated
        for key, word in TYPES.items()
        if key not in BY_NATURE
        for form in (word.us, word.us_plural, word.gb, word.gb_plural, word.zh)
        if (stated := {part for part in parts(form) if part in VALUES})
    }
    assert told == {}


def test_every_narrower_word_is_still_understood_and_never_said_by_ourselves():
    assert sum(len(word.narrower) for word in TYPES.values()) >= 150
    for key, word in TYPES.items():
        assert word.narrower <= set(word.aliases)
        said = {form for locale in ("en-US", "en-GB", "zh-CN") for form in surface_forms(fact("type", key), locale)}
        assert word.narrower.isdisjoint(said), key


def refused(told: tuple[Fact, ...], text: str, locale: str = "zh-CN", kind: Kind = Kind.TITLE) -> set[str]:
    return {one.rule for one in judge(Brief("p", kind, locale, told, LIMITS[kind]), text).refusals}


@pytest.mark.parametrize("key", sorted(key for key, word in TYPES.items() if word.narrower))
def test_no_listing_of_a_type_vouches_for_one_of_its_narrower_words(key):
    word = TYPES[key]
    for form in sorted(word.narrower):
        locale = "en-GB" if form.isascii() else "zh-CN"
        plain = word.gb if form.isascii() else word.zh
        bare = (fact("type", key), fact("name", f"Harrow {plain}"), fact("brand", "Harrow"))
        named = (fact("type", key), fact("name", f"Harrow {form}"), fact("brand", "Harrow"))
        assert "product" in refused(bare, f"Harrow {form}", locale), form
        assert "product" not in refused(named, f"Harrow {form}", locale), form


POT = (fact("name", "禾木砂锅"), fact("brand", "禾木"), fact("type", "dutch-oven"), fact("material", "ceramic"))
TEA = (fact("name", "云雾绿茶礼盒"), fact("brand", "峰语"), fact("type", "tea"), fact("包装", "礼盒装"))
EARS = (fact("name", "声籁真无线耳机 E5"), fact("brand", "声籁"), fact("type", "earbuds"), fact("colour", "white"))


@pytest.mark.parametrize(
    ("told", "text"),
    [(POT, "铸铁砂锅"), (POT, "铸铁炖锅"), (TEA, "红茶礼盒"), (TEA, "云雾红茶礼盒"), (EARS, "白色有线耳机")],
)
def test_a_kind_that_the_listing_is_not_is_refused(told, text):
    assert refused(told, text)


@pytest.mark.parametrize(
    ("told", "text"),
    [(POT, "陶瓷砂锅。"), (POT, "炖锅。"), (TEA, "云雾绿茶礼盒。"), (EARS, "真无线耳机。"), (EARS, "白色入耳式耳机。")],
)
def test_a_kind_that_the_listing_is_may_be_said(told, text):
    assert refused(told, text, kind=Kind.DESCRIPTION) == set()


def test_what_tells_it_apart_may_be_another_fact():
    jacket = (fact("type", "jacket"), fact("material", "leather"))
    assert refused(jacket, "A leather jacket.", "en-GB", Kind.DESCRIPTION) == set()
    assert "product" in refused(jacket, "A denim jacket.", "en-GB", Kind.DESCRIPTION)
    speaker = (fact("type", "speaker"), fact("蓝牙版本", "5.3"))
    assert refused(speaker, "蓝牙音箱。", kind=Kind.DESCRIPTION).isdisjoint({"product"})


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("回声坊书架音箱，箱体用胡桃木制成。", False),
        ("回声坊书架音箱，胡桃木色。", True),
        ("回声坊书架音箱为胡桃木色。", True),
    ],
)
def test_a_colour_that_is_called_after_a_wood_is_not_that_wood(text: str, right: bool) -> None:
    facts = (fact("name", "书架音箱"), fact("brand", "回声坊"), fact("type", "speaker"), fact("colour", "胡桃木色"))
    order = Brief("p-1", Kind.DESCRIPTION, "zh-CN", facts, LIMITS[Kind.DESCRIPTION])
    assert ("material" not in {refusal.rule for refusal in judge(order, text).refusals}) is right
