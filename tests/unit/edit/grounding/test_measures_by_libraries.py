"""The editor's own tables of units and numerals, held to libraries that know them all."""

from decimal import Decimal
from functools import cache

import cn2an
import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.edit.grounding import numerals, units
from workers.edit.grounding.numerals import CHINESE, chinese_number
from workers.edit.grounding.units import units_named

PINTS = {
    "area": "m ** 2", "charge": "ampere_hour", "current": "ampere", "energy": "watt_hour", "force": "newton",
    "frequency": "hertz", "grammage": "gram / m ** 2", "horsepower": "horsepower", "length": "metre",
    "mass": "kilogram", "power": "watt", "pressure": "bar", "resistance": "ohm", "seconds": "second",
    "voltage": "volt", "volume": "metre ** 3",
}  # fmt: skip
"""Each dimension's own unit, as Pint spells it; a dimension that is not here is a convention of shops (months, dpi)."""

ANOTHER = {
    "ah": "attohours",
    "amps": "attometres a second",
    "kilos": "kiloseconds",
    "ma": "milliyears",
    "pa": "picoyears",
}
"""Our spelling in lower case, and what Pint takes it for."""


@cache
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry(non_int_type=Decimal)


def pinted(name: str) -> pint.Quantity | None:
    """One of it, as Pint knows it; None where Pint has no such word."""
    if not name.isascii() or not name.replace("_", "").isalpha():
        return None
    try:
        return registry().Quantity(Decimal(1), name)
    except (pint.UndefinedUnitError, pint.DefinitionSyntaxError, AttributeError):
        return None


def rows() -> list[tuple[str, str, Decimal]]:
    """Each spelling with its dimension and factor."""
    found = []
    for line in units.TABLE.strip().splitlines():
        dimension, factor, *names = line.split()
        found += [(name, dimension, Decimal(factor)) for name in names]
    return found


def test_each_exception_is_needed() -> None:
    found = {name: dimension for name, dimension, _ in rows()}
    for name in ANOTHER:
        one = pinted(name)
        assert one is not None
        assert not one.is_compatible_with(PINTS[found[name]]), name


def test_pint_knows_a_good_part_of_our_table() -> None:
    known = [name for name, dimension, _ in rows() if dimension in PINTS and pinted(name) is not None]
    assert len(known) >= 80, known


@pytest.mark.parametrize(("name", "dimension", "factor"), [row for row in rows() if row[1] in PINTS])
def test_what_pint_knows_by_our_spelling_has_our_size(name: str, dimension: str, factor: Decimal) -> None:
    one = pinted(name)
    if one is None or name in ANOTHER:
        return
    if not one.is_compatible_with(PINTS[dimension]):
        # An ounce is of weight for Pint; shops also pour it: both of our rows, and one of them is Pint's.
        others = {unit.dimension for unit in units_named(name)} - {dimension}
        assert any(other in PINTS and one.is_compatible_with(PINTS[other]) for other in others), (name, dimension)
        return
    size = one.to(PINTS[dimension]).magnitude
    assert abs(size - factor) <= factor * Decimal("1e-7"), (name, size, factor)


ROUND = [
    first * 10**high + second * 10**low
    for first in (1, 5)
    for second in (0, 2)
    for high in range(13)
    for low in range(high)
]


@given(st.integers(0, 10**8) | st.sampled_from(ROUND))
def test_a_numeral_as_cn2an_writes_it_is_read_as_its_number(number: int) -> None:
    written = cn2an.an2cn(number, "low")
    if not CHINESE.fullmatch(written):
        # Longer than twelve characters, or nought: a shop writes such numbers in digits.
        assert len(written) > 12 or number == 0
        return
    assert chinese_number(written) == number


@given(st.integers(1, 99_999), st.integers(1, 999))
def test_a_fraction_as_cn2an_writes_it_is_read_as_its_number(whole: int, thousandths: int) -> None:
    number = Decimal(f"{whole}.{thousandths:03}").normalize()
    written = cn2an.an2cn(str(number), "low")
    if CHINESE.fullmatch(written):
        assert chinese_number(written) == number


@pytest.mark.parametrize(
    ("spoken", "number"),
    [
        ("两百", 200),
        ("两千", 2000),
        ("一千零五", 1005),
        ("十二", 12),
        ("二十", 20),
        ("两万", 20_000),
        ("一百一十", 110),
        ("二百五", 250),
        ("三千五", 3500),
        ("一万二", 12_000),
        ("一亿五万", 100_050_000),
        ("两千零五", 2005),
        ("三千零五十", 3050),
    ],
)
def test_how_people_say_it_is_read_as_cn2an_reads_it(spoken: str, number: int) -> None:
    assert chinese_number(spoken) == number
    assert cn2an.cn2an(spoken, "smart") == number


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from(["百", "千", "万"]))
def test_the_place_of_the_last_digit_may_be_left_out(first: int, second: int, unit: str) -> None:
    written = f"{cn2an.an2cn(first, 'low')}{unit}{cn2an.an2cn(second, 'low')}"
    assert chinese_number(written) == cn2an.cn2an(written, "smart")


@pytest.mark.parametrize("written", ["壹仟贰佰", "半", "廿", "卅", "零", "负五"])
def test_what_is_not_read_whole(written: str) -> None:
    """Numerals of cheques, old ones, nought and negatives: copy writes those in digits."""
    assert CHINESE.fullmatch(written) is None


@given(st.integers(1, 10**8))
def test_a_numeral_of_cheques_is_no_number_to_us(number: int) -> None:
    assert CHINESE.search(cn2an.an2cn(number, "up")) is None


@given(st.text(alphabet="一二三四五六七八九两十百千万亿零〇点", min_size=1, max_size=16))
def test_whatever_looks_like_a_numeral_has_a_value(text: str) -> None:
    for match in CHINESE.finditer(text):
        assert chinese_number(match.group()) >= 0


def test_the_words_count_what_they_say() -> None:
    assert (numerals.WORDS["twelve"], numerals.WORDS["dozen"]) == (12, 12)
