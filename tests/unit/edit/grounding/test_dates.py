"""A date of a fact may be said as people say it; another day, month or year is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, fact
from workers.edit.gate import judge
from workers.edit.grounding.dates import wordings
from workers.plan.brief import Brief

NAMED = fact("name", "Harrow Lamp")


def refused(text: str, locale: str = "en-GB", name: str = "release date") -> bool:
    facts = (NAMED, fact(name, "2025-03-01"))
    return bool(judge(Brief("lamp", Kind.DESCRIPTION, locale, facts, LIMITS[Kind.DESCRIPTION]), text).refusals)


@pytest.mark.parametrize(
    "said", ["1 March 2025", "March 1, 2025", "March 2025", "1 Mar 2025", "Mar 2025", "2025-03-01"]
)
def test_a_date_is_said_in_words(said: str) -> None:
    assert not refused(f"The release date of the Harrow Lamp is {said}.")


@pytest.mark.parametrize("said", ["2 March 2025", "1 April 2025", "March 2026", "April 2025", "May 1, 2025", "2024"])
def test_another_date_is_refused(said: str) -> None:
    assert refused(f"The release date of the Harrow Lamp is {said}.")


def test_in_chinese_too() -> None:
    assert not refused("Harrow Lamp，发布日期2025年3月1日。", "zh-CN", "发布日期")
    assert refused("Harrow Lamp，发布日期2025年4月1日。", "zh-CN", "发布日期")
    assert refused("Harrow Lamp，发布日期2025年3月2日。", "zh-CN", "发布日期")


@pytest.mark.parametrize("value", ["2025-02-30", "2025-13-01", "0000-01-01", "25-03-01", "2025-03-01-04", "yes", ""])
def test_what_is_no_date_has_no_wording(value: str) -> None:
    assert wordings(value) == ()


@given(st.dates())
def test_every_day_is_said_with_its_own_numbers(day) -> None:
    said = wordings(day.isoformat())
    assert len(said) == 9
    assert f"{day.year:04}年{day.month}月{day.day}日" in said


@given(st.text(max_size=30) | st.from_regex(r"\d{4}-\d{2}(-\d{2})?", fullmatch=True))
def test_whatever_is_given_no_other_year_is_said(value: str) -> None:
    assert all(value.strip()[:4] in said and said.isprintable() for said in wordings(value))
    assert wordings(value) == () or value.isascii()
