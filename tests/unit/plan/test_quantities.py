import pytest

from workers.plan.lexicon.quantities import chinese, english, english_before_noun, read, read_dims


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("1.2 kg", "", ("1.2", "kg")),
        ("1.2", "kg", ("1.2", "kg")),
        ("1.2 kg", "kg", ("1.2", "kg")),
        ("15.6-inch", "", ("15.6", "inch")),
        ("3-5 business days", "", ("3-5", "business-day")),
        ("3~5天", "", ("3-5", "day")),
        ("3 to 5 days", "", ("3-5", "day")),
        ("at least 3 h", "", (">=3", "hour")),
        ("3岁以上", "", ("3+", "year")),
        ("10小时左右", "", ("~10", "hour")),
        ("-10 to 40 °C", "", ("-10-40", "celsius")),
        ("20,000 mAh", "", ("20000", "mah")),
        ("4", "", ("4", "")),
    ],
)
def test_a_number_is_read_with_its_unit(text, unit, expected):
    assert read(text, unit) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("2.5 kg", "g"),
        ("1/2 inch", ""),
        ("abc", ""),
        ("1,2", ""),
        ("1.2.3 kg", ""),
        ("12 moons", ""),
        ("", "kg"),
        ("5 kg each", ""),
    ],
)
def test_what_says_more_or_less_than_a_number_is_not_read(text, unit):
    assert read(text, unit) is None


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("80 x 40 x 30 cm", "", ("80x40x30", "cm")),
        ("80cm × 40cm", "", ("80x40", "cm")),
        ("80*40*30厘米", "", ("80x40x30", "cm")),
        ("1920x1080", "", ("1920x1080", "")),
        ("2560 x 1600 px", "", ("2560x1600", "px")),
        ("80 cm x 40 in", "", None),
        ("80 x wide", "", None),
    ],
)
def test_two_or_three_sides_are_read_where_they_have_one_unit(text, unit, expected):
    assert read_dims(text, unit) == expected


@pytest.mark.parametrize(
    ("value", "unit", "us", "before_noun", "zh"),
    [
        ("1.2", "kg", "1.2 kg", "1.2 kg", "1.2千克"),
        ("15.6", "inch", "15.6 inches", "15.6-inch", "15.6英寸"),
        ("1", "year", "1 year", "1-year", "1年"),
        ("2", "year", "2 years", "2-year", "2年"),
        ("3-5", "business-day", "3 to 5 business days", "3-to-5-business-day", "3至5个工作日"),
        ("5000", "mah", "5000 mAh", "5000 mAh", "5000mAh"),
        ("20000", "mah", "20,000 mAh", "20,000 mAh", "20000mAh"),
        ("<=10", "hour", "up to 10 hours", "up to 10 hours", "可达10小时"),
        ("~500", "ml", "about 500 ml", "about 500 ml", "约500毫升"),
        ("80x40x30", "cm", "80 × 40 × 30 cm", "80 × 40 × 30 cm", "80×40×30厘米"),
        ("72", "percent", "72%", "72%", "72%"),
        ("40", "celsius", "40°C", "40°C", "40°C"),
        ("120", "hz", "120 Hz", "120 Hz", "120Hz"),
        ("4", "", "4", "4", "4"),
    ],
)
def test_each_language_writes_a_number_as_its_natives_do(value, unit, us, before_noun, zh):
    assert english(value, unit) == us
    assert english_before_noun(value, unit) == before_noun
    assert chinese(value, unit) == zh
