"""What a text says in numbers."""

from decimal import Decimal

import pytest

from workers.edit.grounding.folding import fold
from workers.edit.grounding.numerals import chinese_number
from workers.edit.grounding.quantities import quantities
from workers.edit.grounding.units import COUNT, UNITS, units_named


def said(text: str) -> list[str]:
    """Each quantity as its words, or as its name in brackets."""
    folded = fold(text)
    return [f"[{q.name}]" if q.name else folded[q.start : q.end] for q in quantities(folded)]


def meant(text: str) -> list[set[tuple[str, Decimal]]]:
    return [{(u.dimension, q.value * u.factor) for u in q.units} for q in quantities(fold(text))]


def amount(dimension: str, value: str) -> tuple[str, Decimal]:
    return dimension, Decimal(value)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("1.2 kg", amount("mass", "1.2")),
        ("1200g", amount("mass", "1.2")),
        ("1,200 grams", amount("mass", "1.2")),
        ("１．２ＫＧ", amount("mass", "1.2")),
        ("1.2公斤", amount("mass", "1.2")),
        ("2.4斤", amount("mass", "1.2")),
        ("七两", amount("mass", "0.35")),
        ("3两装", amount("mass", "0.15")),
        ("半斤", amount("mass", "0.25")),
        ("半两", amount("mass", "0.025")),
        ("一斤二两", amount("mass", "0.6")),
        ("1斤2两", amount("mass", "0.6")),
        ("二斤半", amount("mass", "1.25")),
        ("十二两", amount("mass", "0.6")),
        ("每包一两。", amount("mass", "0.05")),
        ("一千二百克", amount("mass", "1.2")),
        ("15.6-inch", amount("length", "0.39624")),
        ("15.6″", amount("length", "0.39624")),
        ("15.6英寸", amount("length", "0.39624")),
        (".5 L", amount("volume", "0.0005")),
        ("½ litre", amount("volume", "0.0005")),
        ("5 fl oz", amount("volume", "0.0001478676478125")),
        ("3 square metres", amount("area", "3")),
        ("3平方米", amount("area", "3")),
        ("20,000mAh", amount("charge", "20")),
        ("2万毫安时", amount("charge", "20")),
        ("2.4GHz", amount("frequency", "2400000000")),
        ("-20 °C", amount("celsius", "-20")),
        ("零下20摄氏度", amount("celsius", "-20")),
        ("60 degrees Celsius", amount("celsius", "60")),
        ("two-year", amount("months", "24")),
        ("两年", amount("months", "24")),
        ("twelve hours", amount("seconds", "43200")),
        ("100%", amount("percent", "100")),
        ("100 per cent", amount("percent", "100")),
        ("百分之百", amount("percent", "100")),
        ("百分之三十", amount("percent", "30")),
        ("8.5折", amount("discount", "8.5")),
        ("US$1,299", amount("USD", "1299")),
        ("$1299", amount("USD", "1299")),
        ("¥129", amount("CNY", "129")),
        ("129元", amount("CNY", "129")),
        ("RMB 129", amount("CNY", "129")),
        ("3 pockets", amount("", "3")),
        ("a dozen", amount("", "12")),
        ("2024年", amount("", "2024")),
        ("12件", amount("", "12")),
    ],
)
def test_a_number_means_an_amount_in_its_dimension(text, meaning):
    [meanings] = meant(text)
    assert meaning in meanings


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("30 x 20 x 10 cm", ["30", "20", "10 cm"]),
        ("30x20x10cm", ["30", "20", "10cm"]),
        ("30×20×10厘米", ["30", "20", "10厘米"]),
        ("10-20 cm", ["10", "20 cm"]),
        ("10 to 20 cm", ["10", "20 cm"]),
        ("1,2 kg", ["1", "2 kg"]),
        ("5厘米-10厘米", ["5厘米", "-10厘米"]),
        ("Galaxy S8, 1080p, IPX7, USB3.0", ["[s8]", "[1080p]", "[ipx7]", "[usb3.0]"]),
        ("WH-1000XM4", ["[1000xm4]"]),
        ("18/10 steel, 16:9, v3.1.4", ["[18/10]", "[16:9]", "[v3.1.4]"]),
        ("3.1.4", ["[3.1.4]"]),
        ("①②", ["[①]", "[②]"]),
        ("一件，一年四季，十分轻，第一，三明治", []),
        ("一年质保", ["一年"]),
        ("质保一年", ["一年"]),
        ("一匹马，三寸金莲", []),
        ("One bottle, often.", []),
        ("5安全锁", ["5"]),
        ("Master 3000 in red, 12件", ["3000", "12"]),
        ("", []),
    ],
)
def test_numbers_names_and_idioms_are_told_apart(text, parts):
    assert said(text) == parts


def test_dimensions_share_the_unit_that_stands_at_their_end():
    lengths = [next(iter(meanings)) for meanings in meant("30 x 20 x 10 cm")]
    assert lengths == [amount("length", "0.3"), amount("length", "0.2"), amount("length", "0.1")]


def test_across_a_comma_a_unit_may_be_shared_or_not():
    first, _ = meant("38, 40 cm")
    assert first == {amount("", "38"), amount("length", "0.38")}


def test_behind_a_price_a_number_may_be_a_price():
    _, second = meant("$10-20")
    assert amount("USD", "20") in second


def test_a_dash_between_two_amounts_is_no_sign():
    assert meant("0℃-40℃") == [{amount("celsius", "0")}, {amount("celsius", "40")}]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("三", "3"), ("十", "10"), ("十二", "12"), ("二十", "20"), ("两百五十", "250"), ("一千零一", "1001"),
     ("三万", "30000"), ("一点五", "1.5"), ("二〇二五", "2025"), ("一亿二千万", "120000000")],
)  # fmt: skip
def test_chinese_numerals_are_read(numeral, value):
    assert chinese_number(numeral) == Decimal(value)


def test_a_unit_of_one_letter_is_read_as_it_is_written():
    assert units_named("m")[0].dimension == "length"
    assert units_named("M") == ()
    assert units_named("KG") == units_named("kg") != ()


def test_every_unit_has_a_size():
    assert all(unit.factor > 0 for units in UNITS.values() for unit in units)
    assert COUNT in UNITS["in"]


def test_folding_keeps_every_offset():
    text = "ｋｇ１２３　İß٣𝟓Å"
    assert len(fold(text)) == len(text)
    assert fold(text) == "kg123 İß35Å"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("two", "2"), ("twenty-four", "24"), ("thirty one", "31"), ("a dozen", "12"), ("a hundred", "100"),
        ("two hundred and fifty", "250"), ("one thousand two hundred", "1200"), ("two and a half", "2.5"),
    ],
)  # fmt: skip
def test_english_numbers_are_read_whole(words, number):
    found = quantities(f"It runs for {words} hours.")
    assert [(one.value * one.units[0].factor, one.units[0].dimension) for one in found] == [
        (Decimal(number) * 3600, "seconds")
    ]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("half an hour", amount("seconds", "1800")),
        ("It holds half a litre.", amount("volume", "0.0005")),
        ("a half-litre bottle", amount("volume", "0.0005")),
        ("an hour and a half", amount("seconds", "5400")),
        ("Two kilos and a half", amount("mass", "2.5")),
        ("one and a half hours", amount("seconds", "5400")),
        ("a two-and-a-half-hour charge", amount("seconds", "9000")),
        ("a foot and a half long", amount("length", "0.4572")),
        ("a quarter of a metre", amount("length", "0.25")),
        ("three quarters of an hour", amount("seconds", "2700")),
        ("half a dozen", amount("", "6")),
        ("a one-year warranty", amount("months", "12")),
        ("It charges in an hour.", amount("seconds", "3600")),
        ("a charge of just over an hour", amount("seconds", "3600")),
        ("Ready in a minute.", amount("seconds", "60")),
        ("It is a metre long.", amount("length", "1")),
        ("a year of warranty", amount("months", "12")),
        ("半小时充满", amount("seconds", "1800")),
        ("续航一个半小时", amount("seconds", "5400")),
        ("续航一小时半", amount("seconds", "5400")),
        ("质保两年半", amount("months", "30")),
        ("容量半升", amount("volume", "0.0005")),
        ("一升半的水", amount("volume", "0.0015")),
        ("一米二高", amount("length", "1.2")),
        ("充电一小时", amount("seconds", "3600")),
        ("一小时即可充满", amount("seconds", "3600")),
        ("保质期一年", amount("months", "12")),
        ("享一年的保修", amount("months", "12")),
        ("不到一公斤", amount("mass", "1")),
    ],
)
def test_halves_and_ones_are_amounts_where_they_measure(text, meaning):
    [meanings] = meant(text)
    assert meaning in meanings


@pytest.mark.parametrize(
    "text",
    [
        "An hour in the garden.", "After a day at work, sit down.", "One day it may rain.", "Once a week is enough.",
        "Half a day of sun.", "A minute later it was quiet.", "A year round companion.", "All in one.",
        "Wear it all day long.",
        "一年四季都用得上。", "够用一天一夜。", "穿一天后晾晾。", "大半年", "一半", "两人半价", "忙完一天，歇一小时。",
    ],
)  # fmt: skip
def test_what_only_sets_the_scene_is_no_amount(text):
    assert [one for one in quantities(fold(text)) if any(unit.dimension for unit in one.units)] == []


def test_no_two_alike_counts_nothing():
    assert quantities("No two are alike.") == ()


def test_a_number_in_words_stands_where_the_text_has_it():
    text = "İİ Twenty-Four hours"
    assert [text[one.start : one.end] for one in quantities(fold(text))] == ["Twenty-Four hours"]
