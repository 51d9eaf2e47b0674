"""What the read side says of who wrote its words: to people, to machines, and nothing of who approved of them."""

import pytest

from schemas.codec import decode, encode
from schemas.kinds import Kind
from tests.unit.web.shelf_double import MADE, NOW_MS, USER, FakeShop, product_copy
from workers.edit.law.labels import labels, unlabelled
from workers.web.answers import Query, answer
from workers.web.blurbs import BlurbsQuery, blurbs
from workers.web.items import Items
from workers.web.storefront import Storefront
from workers.web.views import BlurbsView, BlurbView, CopyView, View

MODELS: dict[str, str] = {}
BY_HAND = {"origin": "human", "fingerprint": "human", "approved_by": "ada"}
APPROVED = {"origin": "human", "approved_by": "ada"}


def shop_of(by: dict[Kind, dict[str, str]]) -> FakeShop:
    """A mug's copy, of which each kind is by somebody."""
    shop = FakeShop()
    shop.list("mug", "en-GB")
    copy = product_copy("mug", "en-GB", 5, "A mug.", description="For tea.", meta="A mug for tea.")
    kinds = {kind: one.model_copy(update=by.get(kind, MODELS)) for kind, one in copy.kinds.items()}
    shop.put_copy(copy.model_copy(update={"kinds": kinds}))
    shop.pick({"product": "mug"})
    return shop


def copied(shop: FakeShop) -> CopyView:
    view = answer(shop.shelf, Query("mug", "en-GB"), NOW_MS).said
    assert isinstance(view, CopyView)
    return view


def item(shop: FakeShop) -> BlurbView:
    said = blurbs(Items(shop.shelf), Storefront(shop.catalogue), BlurbsQuery(USER), NOW_MS).said
    (only,) = decode(said.told(said.stale), BlurbsView, 1 << 20).items
    return only


def lacking(view: View) -> list[str]:
    """What the law's labels miss in an answer."""
    return [one for label in labels() for one in unlabelled(view.model_dump(mode="json"), label)]


@pytest.mark.parametrize("level", ["personal-blurb", "audience-blurb", "product-copy"])
def test_whatever_a_machine_wrote_is_labelled_to_people_and_to_machines(level):
    shop = shop_of({})
    if level == "personal-blurb":
        shop.pick({"product": "mug", "text": "As it was.", "edition": NOW_MS, **MADE}, edition=11)
    elif level == "audience-blurb":
        shop.blurb("mug", NOW_MS, "For your kitchen.")
    assert item(shop).level == level
    assert lacking(item(shop)) == lacking(copied(shop)) == []
    assert lacking(item(shop).model_copy(update={"ai_generated": False, "ai_label": None, "copy_id": None})) == [
        "ai_generated", "ai_label", "copy_id",
    ]  # fmt: skip


@pytest.mark.parametrize(("by", "machine"), [(MODELS, True), (APPROVED, True), (BY_HAND, False)])
def test_each_kind_says_who_wrote_it_and_never_who_approved_of_it(by, machine):
    view = copied(shop_of({Kind.META: by}))
    meta, title = view.kinds[Kind.META], view.kinds[Kind.TITLE]
    told = (meta.origin, meta.fingerprint, meta.copy_id, meta.ai_generated)
    assert told == (by.get("origin", "model"), by.get("fingerprint", "f" * 64), "b" * 32, machine)
    assert (title.origin, title.ai_generated) == ("model", True)
    assert b"ada" not in encode(view)
    assert lacking(view) == []


@pytest.mark.parametrize(
    ("title", "words", "machine"),
    [(BY_HAND, BY_HAND, False), (BY_HAND, MODELS, True), (MODELS, BY_HAND, True), (APPROVED, APPROVED, True)],
)
def test_an_item_is_labelled_for_what_it_shows_not_for_other_kinds(title, words, machine):
    shown = item(shop_of({Kind.TITLE: title, Kind.DESCRIPTION: words}))
    assert (shown.text, shown.origin, shown.ai_generated) == ("For tea.", words.get("origin", "model"), machine)
    assert b"ada" not in encode(shown)


def test_the_listings_own_name_is_nobodys_writing():
    shop = FakeShop()
    shop.list("mug", "en-GB", name="Mug")
    (title,) = copied(shop).kinds.values()
    assert (title.origin, title.copy_id, title.fingerprint, title.ai_generated) == (None, None, None, False)
