"""From shelf and user to blurbs: the fallback chain, the join with the catalogue, what fills the gaps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.codec import decode, encode
from schemas.topics import DELETE_RETENTION_MS
from tests.unit.web.shelf_double import MADE, NOW_MS, OTHER_USER, USER, FakeShop
from workers.web.blurbs import Blurbs, BlurbsQuery, blurbs
from workers.web.etags import tag_of
from workers.web.items import Items
from workers.web.position import Position
from workers.web.problem import Problem
from workers.web.storefront import Storefront
from workers.web.views import BlurbsView

WRITTEN = NOW_MS - 1000
"""The edition of a blurb that was written a moment ago."""


@pytest.fixture
def shop():
    return FakeShop()


def found(shop, user=USER, **asked):
    return blurbs(Items(shop.shelf), Storefront(shop.catalogue), BlurbsQuery(user, **asked), NOW_MS)


def view(shop, user=USER, **asked) -> BlurbsView:
    return viewed(found(shop, user, **asked).said)


def viewed(said) -> BlurbsView:
    """As a reader has it. It is written by hand, and must be what the type would write."""
    assert isinstance(said, Blurbs), said
    body = said.told(said.stale)
    read = decode(body, BlurbsView, 1 << 20)
    assert body == encode(read)
    assert said.tag == tag_of(read)
    assert said.levels == tuple(item.level for item in read.items)
    return read


def only(shop, user=USER, **asked):
    (item,) = view(shop, user, **asked).items
    return item


def quoting(product="mug", text="As it was.", edition=WRITTEN, **told):
    return {"product": product, "text": text, "edition": edition, **MADE, **told}


# -- the words ---------------------------------------------------------------------------------------------------


def test_the_newest_blurb_goes_before_the_one_that_was_quoted(shop):
    shop.list("mug", "en-GB", name="Mug")
    shop.pick(quoting())
    shop.blurb("mug", WRITTEN + 5, "For your kitchen.")
    item = only(shop)
    assert (item.text, item.level, item.edition) == ("For your kitchen.", "audience-blurb", WRITTEN + 5)
    assert (item.audience, item.locale, item.reason, item.copy_id) == ("kitchen", "en-GB", "interest", "b" * 32)
    assert (item.origin, item.fingerprint) == ("model", "f" * 64)
    assert item.ai_generated
    assert item.title == "Mug"


def test_words_that_were_quoted_are_shown_while_their_blurb_is_not_here_yet(shop):
    shop.list("mug", "en-GB")
    shop.pick(quoting())
    item = only(shop)
    assert (item.text, item.level, item.edition) == ("As it was.", "personal-blurb", WRITTEN)
    assert (item.copy_id, item.origin, item.fingerprint) == ("c" * 32, "model", "f" * 64)
    shop.blurb("mug", WRITTEN - 5, "Older.")
    assert only(shop).text == "As it was."


def test_words_of_a_record_that_does_not_say_whose_they_are_are_a_machines(shop):
    shop.list("mug", "en-GB")
    shop.pick(quoting() | dict.fromkeys(MADE))
    item = only(shop)
    assert (item.text, item.copy_id, item.origin, item.fingerprint) == ("As it was.", None, None, None)
    assert item.ai_generated


@pytest.mark.parametrize(("tombstone", "shown"), [(WRITTEN + 1, False), (WRITTEN, False), (WRITTEN - 1, True)])
def test_a_blurb_that_was_withdrawn_is_not_shown_from_a_copy_that_quotes_it(shop, tombstone, shown):
    shop.list("mug", "en-GB")
    shop.write("mug", "en-GB", 4, "Mug", description="Holds 350 ml. Blue.")
    shop.pick(quoting())
    shop.blurb("mug", tombstone, None)
    item = only(shop)
    assert (item.level == "personal-blurb") is shown
    assert shown or (item.level, item.text, item.audience) == ("product-copy", "Holds 350 ml.", None)


def test_words_so_old_that_their_tombstone_may_be_gone_are_not_shown(shop):
    shop.list("mug", "en-GB", name="Mug")
    shop.pick(quoting(edition=NOW_MS - DELETE_RETENTION_MS))
    assert only(shop).level == "product-name"
    shop.blurb("mug", NOW_MS - DELETE_RETENTION_MS, "Still so.")
    assert only(shop).text == "Still so."


def test_words_that_were_replaced_by_what_cannot_be_read_are_not_shown(shop):
    shop.list("mug", "en-GB")
    shop.pick(quoting())
    shop.blurbs.put(3, b"mug kitchen en-GB", b'{"type":"audience-blurb/9"}', WRITTEN + 1)
    assert only(shop).level == "product-name"


def test_without_a_blurb_there_is_copy_and_without_copy_the_name(shop):
    shop.list("mug", "en-GB", name="Mug", edition=4)
    shop.pick({"product": "mug"})
    item = only(shop)
    assert (item.text, item.title, item.level, item.locale, item.edition) == ("Mug", "Mug", "product-name", None, 4)
    assert not item.ai_generated
    shop.write("mug", "en-GB", 5, "A blue mug", bullets="Holds 350 ml. Blue.")
    item = only(shop)
    assert (item.text, item.title, item.level, item.edition) == ("Holds 350 ml.", "A blue mug", "product-copy", 5)
    shop.write("mug", "en-GB", 6, "A blue mug", bullets="Holds 350 ml.", description="For tea. And more.")
    assert only(shop).text == "For tea."


def test_of_a_product_without_copy_and_name_nothing_is_shown(shop):
    shop.list("mug", "en-GB", name="")
    shop.pick({"product": "mug"})
    assert view(shop).items == ()


# -- the language ------------------------------------------------------------------------------------------------


def test_the_language_that_is_asked_for_goes_before_a_blurb_in_another(shop):
    shop.list("mug", "en-GB", "zh-CN", name="Mug")
    shop.pick(quoting())
    shop.blurb("mug", WRITTEN, "For your kitchen.")
    shop.write("mug", "zh-CN", 5, "马克杯", description="容量 350 毫升。")
    item = only(shop, locale="zh-CN")
    assert (item.level, item.locale, item.title) == ("product-copy", "zh-CN", "马克杯")
    assert only(shop).locale == "en-GB"
    shop.blurb("mug", WRITTEN, "适合厨房。", locale="zh-CN")
    assert only(shop, locale="zh-CN").level == "audience-blurb"


def test_the_same_language_is_better_than_another_and_another_better_than_nothing(shop):
    shop.list("mug", "en-US", name="Mug")
    shop.pick(quoting(locale="en-US"))
    shop.blurb("mug", WRITTEN, "For your kitchen.", locale="en-US")
    assert only(shop, locale="en-GB").locale == "en-US"
    item = only(shop, locale="zh-CN")
    assert (item.level, item.locale) == ("audience-blurb", "en-US")
    assert view(shop, locale="zh-CN").locale == "zh-CN"


def test_a_title_of_another_language_is_not_mixed_in(shop):
    shop.list("mug", "en-GB", "zh-CN", name="Mug")
    shop.write("mug", "zh-CN", 5, "马克杯")
    shop.pick({"product": "mug"})
    shop.blurb("mug", WRITTEN, "For your kitchen.")
    assert only(shop).title == "Mug"
    shop.list("mug", "en-GB", "zh-CN", name="", edition=9)
    assert only(shop).title == "马克杯"


def test_the_audience_is_told_in_the_language_that_is_asked_for(shop):
    shop.list("mug", "en-GB")
    shop.pick({"product": "mug"})
    english, chinese = view(shop).audience.words, view(shop, locale="zh-CN").audience.words
    assert english.isascii()
    assert not chinese.isascii()
    assert view(shop, locale="de-DE").audience.words.isascii()
    assert view(shop, OTHER_USER, locale="zh-TW").audience.words == "所有人"


def test_an_audience_of_a_lexicon_to_come_is_told_by_its_id(shop):
    shop.list("mug", "en-GB")
    shop.pick({"product": "mug"}, facets=("t:hovercraft",))
    assert view(shop).audience.words == "kitchen"


# -- which products ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("gone", ["delist", "sell out", "never listed", "unreadable"])
def test_what_is_not_on_offer_is_shown_to_nobody(shop, gone):
    if gone != "never listed":
        shop.list("mug", "en-GB")
    shop.blurb("mug", WRITTEN, "For your kitchen.")
    shop.pick(quoting())
    shop.popular("mug")
    if gone == "delist":
        shop.delist("mug", 9)
    if gone == "sell out":
        shop.list("mug", "en-GB", in_stock=False, edition=9)
    if gone == "unreadable":
        shop.catalogue.put(3, b"mug", b'{"type":"catalogue/9"}', 9)
    assert view(shop).items == ()
    assert view(shop, OTHER_USER).items == ()


def test_what_is_in_stock_or_does_not_say_is_shown(shop):
    shop.list("mug", "en-GB", in_stock=True)
    shop.list("bowl", "en-GB")
    shop.pick({"product": "mug"}, {"product": "bowl"})
    assert [item.product for item in view(shop).items] == ["mug", "bowl"]


def test_gaps_are_filled_from_the_shelf_of_the_interest_then_from_all_and_nothing_comes_twice(shop):
    for product in ("mug", "bowl", "lamp", "rug", "vase"):
        shop.list(product, "en-GB")
    shop.pick({"product": "mug", "reason": "together"})
    shop.popular("mug", "bowl", shelf="c:kitchen")
    shop.popular("lamp", "bowl", "rug")
    items = view(shop).items
    assert [(item.product, item.reason) for item in items] == [
        ("mug", "together"), ("bowl", "popular"), ("lamp", "popular"), ("rug", "popular"), ("vase", "listed"),
    ]  # fmt: skip
    assert [item.product for item in view(shop, limit=3).items] == ["mug", "bowl", "lamp"]


def test_what_fills_a_gap_has_the_blurb_of_the_users_audience_too(shop):
    shop.list("mug", "en-GB")
    shop.blurb("mug", WRITTEN, "For your kitchen.")
    shop.popular("mug")
    shop.pick()
    assert only(shop).level == "audience-blurb"
    assert only(shop, OTHER_USER).level == "product-name"


def test_a_user_of_whom_nothing_is_known_sees_what_is_popular_with_product_copy(shop):
    shop.list("mug", "en-GB")
    shop.list("bowl", "en-GB")
    shop.write("bowl", "en-GB", 5)
    shop.popular("bowl")
    told = view(shop, OTHER_USER, limit=1)
    assert (told.personal, told.audience.id, told.audience.words) == (False, "everyone", "everyone")
    assert [(item.product, item.level, item.reason) for item in told.items] == [("bowl", "product-copy", "popular")]
    assert found(shop, OTHER_USER).position is None


def test_a_user_who_is_forgotten_or_has_opted_out_is_as_one_of_whom_nothing_is_known(shop):
    shop.list("mug", "en-GB")
    shop.list("bowl", "en-GB")
    shop.popular("bowl", "mug")
    shop.pick({"product": "mug"})
    shop.blurb("mug", WRITTEN, "For your kitchen.")
    assert view(shop).personal
    shop.forget()
    assert view(shop) == view(shop, OTHER_USER).model_copy(update={"user": USER})
    assert found(shop).position == Position(1, 100)


def test_a_personal_copy_that_cannot_be_read_is_none(shop):
    shop.list("mug", "en-GB")
    shop.personal.put(1, USER.encode(), b'{"type":"personal-copy/9"}', 5)
    assert not view(shop).personal


def test_without_any_fit_the_first_products_of_the_catalogue_are_shown(shop):
    for product in ("c", "a", "b"):
        shop.list(product, "en-GB")
    shop.delist("a", 9)
    assert [(item.product, item.reason) for item in view(shop).items] == [("b", "listed"), ("c", "listed")]


# -- what is not whole -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("topic", ["catalogue", "copies"])
def test_nothing_is_said_before_everything_about_products_is_there(shop, topic):
    shop.list("mug", "en-GB")
    getattr(shop, topic).reached_ms = None
    assert found(shop).said is Problem.RESTORING


@pytest.mark.parametrize("topic", ["personal", "blurbs"])
def test_while_something_about_users_is_not_there_yet_a_user_is_nobody(shop, topic):
    shop.list("mug", "en-GB")
    shop.pick(quoting())
    getattr(shop, topic).reached_ms = None
    told = view(shop)
    assert (told.personal, told.stale, told.items[0].level) == (False, True, "product-name")


def test_the_age_is_that_of_the_oldest_topic(shop):
    shop.list("mug", "en-GB")
    shop.blurbs.reached_ms = NOW_MS - 2500
    assert view(shop).age_seconds == 2.5


# -- all of it together -----------------------------------------------------------------------------------------

PRODUCTS = st.sampled_from([f"p{number}" for number in range(8)])


@given(
    listed=st.sets(PRODUCTS),
    sold_out=st.sets(PRODUCTS),
    picks=st.lists(PRODUCTS, max_size=12, unique=True),
    shelf=st.lists(PRODUCTS, max_size=8),
    limit=st.integers(1, 12),
)
def test_whatever_is_picked_only_what_is_on_offer_is_shown_once_and_never_nothing(
    listed, sold_out, picks, shelf, limit
):
    shop = FakeShop()
    for product in sorted(listed):
        shop.list(product, "en-GB", in_stock=product not in sold_out)
    shop.pick(*({"product": product} for product in picks))
    shop.popular(*shelf)
    shown = [item.product for item in view(shop, limit=limit).items]
    assert len(shown) == len(set(shown)) == min(limit, len(listed - sold_out))
    assert set(shown) <= listed - sold_out
    wanted = [product for product in picks if product in listed - sold_out]
    assert shown[: len(wanted)] == wanted[:limit]
