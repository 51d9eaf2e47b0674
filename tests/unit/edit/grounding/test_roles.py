"""An author is no publisher, and nobody is called by halves of two names."""

import pytest

from tests.unit.edit.briefs import LIMITS, Kind, fact
from workers.edit.gate import judge
from workers.plan.brief import Brief

FACTS = {
    "en-US": (
        fact("name", "The Slow Baker's Almanac"), fact("brand", "Fennimore Press"), fact("type", "book"),
        fact("author", "Rosalind Thackery"), fact("pages", "288"),
    ),
    "zh-CN": (
        fact("name", "《山间笔记》"), fact("brand", "白鹿书坊"), fact("type", "book"), fact("author", "林禾"),
        fact("pages", "256"),
    ),
}  # fmt: skip


def wrong(locale: str, text: str) -> list[str]:
    order = Brief("p", Kind.DESCRIPTION, locale, FACTS[locale], LIMITS[Kind.DESCRIPTION])
    return [one.span for one in judge(order, text).refusals if one.rule in {"name", "relation"}]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-US", "Rosalind Fennimore's almanac has 288 pages."),
        ("en-US", "The almanac comes from Thackery Press."),
        ("en-US", "Written by Fennimore Press."),
        ("en-US", "Published by Rosalind Thackery."),
        ("zh-CN", "《山间笔记》，白鹿书坊著。"),
        ("zh-CN", "《山间笔记》，林禾出版。"),
        ("zh-CN", "作者白鹿书坊。"),
        ("zh-CN", "共256张。"),
    ],
)
def test_who_did_what_is_told_apart(locale: str, text: str) -> None:
    assert wrong(locale, text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-US", "Rosalind Thackery's almanac comes from Fennimore Press."),
        ("en-US", "An almanac by Thackery, from Fennimore Press, with 288 pages."),
        ("zh-CN", "《山间笔记》，林禾著，白鹿书坊。"),
        ("zh-CN", "作者林禾，共256页。"),
    ],
)
def test_what_each_did_is_let_pass(locale: str, text: str) -> None:
    assert wrong(locale, text) == []
