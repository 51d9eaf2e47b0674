"""From shelf and question to answer: the fallback chain, the join with the catalogue, the age."""

import pytest

from tests.unit.web.shelf_double import NAME_FACT, NOW_MS, FakeShop
from workers.web.answers import Query, answer, etag, misasked, ordered, unchanged
from workers.web.position import Position, parsed
from workers.web.problem import Problem
from workers.web.views import CopyView


@pytest.fixture
def shop():
    return FakeShop()


def said(shop, product, locale=None, now_ms=NOW_MS):
    return answer(shop.shelf, Query(product, locale), now_ms).said


def copy(shop, product, locale=None, now_ms=NOW_MS) -> CopyView:
    view = said(shop, product, locale, now_ms)
    assert isinstance(view, CopyView), view
    return view


@pytest.mark.parametrize(
    ("written", "asked", "given", "match"),
    [
        (("en-GB", "en-US"), "en-US", "en-US", "exact"),
        (("zh-CN", "en-GB"), "en-US", "en-GB", "language"),
        (("zh-CN", "en"), "en-US", "en", "language"),
        (("zh-CN", "en-GB"), "de-DE", "zh-CN", "any"),
        (("zh-CN",), None, "zh-CN", "any"),
    ],
)
def test_the_nearest_locale_is_given(shop, written, asked, given, match):
    shop.list("p", *written)
    for locale in written:
        shop.write("p", locale, 5, f"in {locale}")
    view = copy(shop, "p", asked)
    assert (view.level, view.locale, view.match) == ("product-copy", given, match)
    assert view.kinds["title"].text == f"in {given}"
    assert view.kinds["title"].sentences[0].facts == (NAME_FACT,)
    assert view.ai_generated


def test_a_locale_that_was_withdrawn_falls_back_to_the_next(shop):
    shop.list("p", "en-GB", "en-US")
    shop.write("p", "en-GB", 5)
    shop.write("p", "en-US", 5)
    shop.withdraw("p", "en-GB", 6)
    assert copy(shop, "p", "en-GB").locale == "en-US"


def test_without_copy_the_name_is_given(shop):
    shop.list("p", "en-GB", name="Linen shirt", edition=4)
    view = copy(shop, "p", "en-GB")
    assert (view.level, view.locale, view.match, view.edition) == ("product-name", None, None, 4)
    assert view.kinds["title"].text == "Linen shirt"
    assert view.kinds["title"].sentences[0].facts == (NAME_FACT,)
    assert not view.ai_generated


def test_copy_that_cannot_be_read_is_passed_over(shop):
    shop.list("p", "en-GB")
    shop.copies.put(3, b"p en-GB", b'{"type":"product-copy/9"}', 5)
    assert copy(shop, "p", "en-GB").level == "product-name"


def test_without_copy_and_name_there_is_no_answer(shop):
    shop.list("p", "en-GB", name="")
    assert said(shop, "p") is Problem.NO_COPY


def test_a_delisted_product_is_gone_though_its_copy_is_there(shop):
    shop.list("p", "en-GB")
    shop.write("p", "en-GB", 5)
    shop.delist("p", 6)
    found = answer(shop.shelf, Query("p", "en-GB"), NOW_MS)
    assert found.said is Problem.UNKNOWN_PRODUCT
    assert found.position == Position(3, 6)


def test_a_tombstone_in_the_catalogue_is_no_product(shop):
    shop.catalogue.put(3, b"p", None, 2)
    assert said(shop, "p") is Problem.UNKNOWN_PRODUCT


def test_a_product_of_a_later_version_is_not_guessed_at(shop):
    shop.catalogue.put(3, b"p", b'{"type":"catalogue/9"}', 2)
    shop.write("p", "en-GB", 5)
    found = answer(shop.shelf, Query("p", "en-GB"), NOW_MS)
    assert found == (Problem.UNREADABLE, Position(3, 2))


def test_copy_without_a_product_is_not_found(shop):
    shop.write("p", "en-GB", 5)
    assert said(shop, "p") is Problem.UNKNOWN_PRODUCT


@pytest.mark.parametrize("topic", ["catalogue", "copies"])
def test_nothing_is_said_before_everything_is_there(shop, topic):
    shop.list("p", "en-GB")
    getattr(shop, topic).reached_ms = None
    assert said(shop, "p") is Problem.RESTORING
    assert said(shop, "unknown") is Problem.RESTORING


def test_the_age_is_that_of_the_older_topic_and_never_negative(shop):
    shop.list("p", "en-GB")
    shop.copies.reached_ms = NOW_MS - 2500
    assert copy(shop, "p").age_seconds == 2.5
    assert copy(shop, "p", now_ms=NOW_MS - 9000).age_seconds == 0


def test_the_position_is_the_highest_edition_of_the_product(shop):
    shop.list("p", "en-GB", "zh-CN", edition=9)
    shop.write("p", "en-GB", 5)
    shop.write("p", "zh-CN", 12)
    assert answer(shop.shelf, Query("p"), NOW_MS).position == Position(3, 12)
    assert answer(shop.shelf, Query("unknown"), NOW_MS).position is None


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        (Query("p"), None),
        (Query("a/b?c", "en-GB"), None),
        (Query("p", "en"), None),
        (Query(""), Problem.BAD_PRODUCT),
        (Query("a b"), Problem.BAD_PRODUCT),
        (Query("p\n"), Problem.BAD_PRODUCT),
        (Query("p" * 129), Problem.BAD_PRODUCT),
        (Query("é"), Problem.BAD_PRODUCT),
        (Query("p", ""), Problem.BAD_LOCALE),
        (Query("p", "EN"), Problem.BAD_LOCALE),
        (Query("p", "en-GB\n"), Problem.BAD_LOCALE),
        (Query("p", "en-gb"), Problem.BAD_LOCALE),
    ],
)
def test_what_is_misasked_is_told(query, problem):
    assert misasked(query) is problem


def test_locales_keep_their_order_within_a_rank():
    asked = ordered(("zh-CN", "en-US", "en", "en-GB"), "en-GB")
    assert [locale for locale, _ in asked] == ["en-GB", "en-US", "en", "zh-CN"]


def test_the_tag_follows_edition_level_and_locale(shop):
    shop.list("p", "en-GB", "zh-CN")
    tags = {etag(copy(shop, "p", "en-GB"))}
    shop.write("p", "en-GB", 5)
    tags.add(etag(copy(shop, "p", "en-GB")))
    tags.add(etag(copy(shop, "p", "de-DE")))
    shop.write("p", "en-GB", 6)
    tags.add(etag(copy(shop, "p", "en-GB")))
    assert len(tags) == 4
    assert etag(copy(shop, "p", "en-GB", NOW_MS + 9000)) in tags


@pytest.mark.parametrize(
    ("header", "same"),
    [
        ("{tag}", True),
        ("{strong}", True),
        ('"other", {tag}', True),
        ("*", True),
        ("", False),
        ('"other"', False),
        ("{tag}x", False),
    ],
)
def test_an_answer_that_the_caller_has_is_known_again(shop, header, same):
    shop.list("p", "en-GB")
    view = copy(shop, "p")
    tag = etag(view)
    sent = header.format(tag=tag, strong=tag.removeprefix("W/"))
    assert unchanged(view, sent) is same
    assert not unchanged(view.model_copy(update={"stale": True}), sent)


def test_a_position_is_read_as_it_was_written():
    position = Position(23, 1_764_000_000_123)
    assert parsed(position.token) == position
    assert position.token.isascii()


@pytest.mark.parametrize("token", ["", "=", "x", "é", "MToxOjE" * 20, "MjoxOjE", "MToxOi0x", "!!!!"])
def test_a_token_that_is_none_of_ours_is_none(token):
    assert parsed(token) is None
