"""Lengths, in the unit of the place where the text goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.kinds import Kind
from workers.edit.law.channels import Unit, limits, measured, out_of_bounds


@pytest.mark.parametrize(
    ("text", "characters", "utf8", "gbk", "double"),
    [
        ("Linen shirt", 11, 11, 11, 11),
        ("亚麻衬衫", 4, 12, 8, 8),
        ("亚麻 shirt", 8, 12, 10, 10),
        ("，", 1, 3, 2, 2),
        ("é", 1, 2, 2, 1),
        ("🎁", 1, 4, 4, 2),
        ("", 0, 0, 0, 0),
    ],
)
def test_a_text_is_measured_in_each_unit(text, characters, utf8, gbk, double):
    told = [measured(text, unit) for unit in (Unit.CHARACTERS, Unit.UTF8_BYTES, Unit.GBK_BYTES, Unit.DOUBLE_WIDTH)]
    assert told == [characters, utf8, gbk, double]


@pytest.mark.parametrize(
    ("channel", "kind", "fits", "over"),
    [
        ("amazon", Kind.TITLE, "x" * 200, "x" * 201),
        ("google-ads", Kind.TITLE, "中" * 15, "中" * 15 + "x"),
        ("google-ads", Kind.META, "x" * 90, "x" * 91),
        ("taobao", Kind.TITLE, "中" * 30, "中" * 30 + "x"),
        ("aliexpress", Kind.TITLE, "x" * 128, "中" * 64 + "x"),
        ("baidu-ads", Kind.TITLE, "中" * 25, "中" * 26),
        ("amazon", Kind.BULLETS, "Holds 2 litres\nFolds flat", "Short\nFolds flat"),
        ("amazon", Kind.BULLETS, "Holds 2 litres\n\nFolds flat\n", "\nShort\n\nFolds flat"),
        ("amazon", Kind.BULLETS, "x" * 255 + "\n" + "y" * 255, "x" * 256),
    ],
)
def test_a_channels_bound_is_its_last_good_length(channel, kind, fits, over):
    assert list(out_of_bounds(fits, kind, frozenset({channel}))) == []
    assert len(list(out_of_bounds(over, kind, frozenset({channel})))) == 1
    assert list(out_of_bounds(over, kind, frozenset())) == []


def test_every_limit_says_where_it_is_written():
    assert len(limits()) >= 12
    assert all(limit.least <= limit.most and limit.kinds and limit.source for limit in limits())


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_any_text_can_be_measured(text):
    assert all(measured(text, unit) >= 0 for unit in Unit)
    assert measured(text, Unit.CHARACTERS) <= measured(text, Unit.DOUBLE_WIDTH) <= 2 * len(text)
