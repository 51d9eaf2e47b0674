"""What an attribute means hangs on what has it; a seller's word is never printed as another shade, cut or wood."""

import pytest

from tests.unit.plan.permitted import fact
from workers.plan.lexicon.lookup import find_value
from workers.plan.lexicon.wording import said
from workers.plan.senses import meant


def key(name, kind):
    known = meant(name, kind)
    return known.key if known is not None else None


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("层数", "bookcase", "shelves"),
        ("层数", "bath-towel", None),
        ("层数", None, None),
        ("tiers", "cake-stand", None),
        ("number of shelves", None, "shelves"),
        ("cover", "notebook", "cover"),
        ("cover", "pillow", "outer_cover"),
        ("strap", "watch", "band"),
        ("strap", "tote-bag", "strap"),
        ("top", "acoustic-guitar", "soundboard"),
        ("top", "dining-table", "top"),
        ("core", "paddle", "filling"),
        ("core", "tablet", None),
        ("volume", "backpack", "capacity"),
        ("volume", "shampoo", "volume"),
        ("volume", None, "volume"),
        ("number of blades", "fan", "fan_blades"),
        ("number of blades", "razor", "blades"),
        ("扇叶数", "fan", "fan_blades"),
        ("档位", "fan", "speeds"),
        ("档位", "heater", None),
        ("strap width", "handbag", None),
        ("range", "electric-bike", "travel_range"),
        ("range", "speaker", "range"),
        ("hose length", None, None),
        ("modes", "flashlight", "modes"),
        ("washable", "razor", None),
        ("colour", "sofa", "colour"),
    ],
)
def test_what_an_attribute_means_hangs_on_the_type(name, kind, expected):
    assert key(name, kind) == expected


@pytest.mark.parametrize(
    ("domain", "seller", "never"),
    [
        ("colour", "bottle green", "forest green"), ("colour", "oxblood", "burgundy"), ("colour", "maroon", "burgundy"),
        ("colour", "oatmeal", "beige"), ("colour", "fuchsia", "hot pink"), ("colour", "violet", "purple"),
        ("colour", "lilac", "lavender"), ("colour", "cognac", "tan"), ("colour", "petrol", "teal"),
        ("colour", "燕麦色", "米色"), ("colour", "墨绿色", "深绿色"), ("colour", "午夜蓝", "深蓝色"),
        ("fit", "boxy", "oversized"), ("material", "willow", "wicker"),
        ("material", "goose down", "down"), ("material", "bamboo viscose", "bamboo fibre"),
        ("material", "titanium alloy", "titanium"), ("gem", "rhinestone", "crystals"), ("toe", "almond", "round"),
        ("neckline", "band collar", "mandarin collar"),
    ],
)  # fmt: skip
def test_a_sellers_word_is_not_printed_as_another(domain, seller, never):
    found = find_value(domain, seller)
    name = {"gem": "gemstone"}.get(domain, domain)
    locale = "en-GB" if never.isascii() else "zh-CN"
    assert found is not None
    assert said(fact(name, found), locale) != never


@pytest.mark.parametrize(
    ("kind", "chinese"),
    [("pen", "笔"), ("kettle", "烧水壶"), ("headphones", "耳机"), ("clogs", "包头拖鞋"), ("sink", "水槽"),
     ("iron", "熨斗"), ("hard-drive", "硬盘")],
)  # fmt: skip
def test_a_type_is_called_no_more_in_one_language_than_in_the_other(kind, chinese):
    assert said(fact("type", kind), "zh-CN") == chinese
