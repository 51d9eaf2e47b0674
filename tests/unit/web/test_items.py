"""Items that were put together lately are those that would be put together now, whatever has happened since."""

from hypothesis import given
from hypothesis import strategies as st

from schemas.codec import decode, encode
from schemas.topics import DELETE_RETENTION_MS
from tests.unit.web.shelf_double import MADE, NOW_MS, FakeShop
from workers.web.items import Items
from workers.web.offer import offer_of
from workers.web.personal import Pick
from workers.web.views import BlurbView
from workers.web.wording import Asked, worded

PRODUCTS = st.sampled_from(["mug", "bowl"])
LOCALES = st.sampled_from(["en-GB", "en", "de"])
AGES = st.sampled_from([0, 5, 10, 15, 20])
TEXTS = st.sampled_from([None, "", 'For "you", "reason":"x".'])


def picks(editions):
    made = st.sampled_from([(), (MADE["copy_id"], MADE["origin"], MADE["fingerprint"]), ("d" * 32, "fallback", "f")])
    told = st.tuples(st.just("mug"), st.just("interest"), LOCALES, TEXTS, editions)
    return st.one_of(st.none(), st.builds(lambda pick, more: Pick(*pick, *more), told, made))


EDITIONS = AGES.map(lambda age: NOW_MS - age)
STEPS = st.one_of(
    st.tuples(st.just("list"), PRODUCTS, LOCALES, st.booleans()),
    st.tuples(st.just("delist"), PRODUCTS),
    st.tuples(st.just("write"), PRODUCTS, LOCALES),
    st.tuples(st.just("withdraw"), PRODUCTS, LOCALES),
    st.tuples(st.just("blurb"), PRODUCTS, LOCALES, st.sampled_from([None, "A blurb."]), EDITIONS),
    st.tuples(st.just("wait"), st.sampled_from([1, DELETE_RETENTION_MS - 10, DELETE_RETENTION_MS])),
    st.tuples(st.just("ask"), PRODUCTS, LOCALES, st.sampled_from([None, "kitchen"]), picks(EDITIONS)),
)


def happened(shop, step, number):
    """One change of the shop; `number` is its edition."""
    what, product, *told = step
    if what == "list":
        shop.list(product, told[0], edition=number, in_stock=told[1])
    elif what == "delist":
        shop.delist(product, number)
    elif what == "write":
        shop.write(product, told[0], number, f"Text {number}.")
    elif what == "withdraw":
        shop.withdraw(product, told[0], number)
    else:
        shop.blurb(product, told[2] + number, told[1], locale=told[0])


@given(st.lists(STEPS, max_size=30))
def test_what_is_remembered_is_what_would_be_made_now(steps):
    shop, now_ms = FakeShop(), NOW_MS
    items = Items(shop.shelf)
    for number, step in enumerate(steps, 2):
        if step[0] == "wait":
            now_ms += step[1]
        elif step[0] == "ask":
            _, product, locale, audience, pick = step
            asked = Asked(product, "interest", locale, now_ms, audience, pick)
            assert items.item(asked) == items.item(asked) == Items(shop.shelf).item(asked)
        else:
            happened(shop, step, number)


@given(TEXTS, st.sampled_from(["together", "listed"]))
def test_an_item_is_the_view_that_it_was_made_of_for_whatever_reason(text, reason):
    shop = FakeShop()
    shop.list("mug", "en-GB", name='A "mug", "reason":"no"')
    asked = Asked("mug", reason, "en-GB", NOW_MS, "kitchen", Pick("mug", reason, "en-GB", text, NOW_MS - 5))
    ready = Items(shop.shelf).item(asked)
    view = worded(shop.shelf, offer_of(shop.shelf, "mug"), asked)
    assert ready.because(reason) == encode(view)
    assert decode(ready.because(reason), BlurbView, 1 << 16) == view


def test_a_quote_that_says_whose_it_is_is_another_than_one_that_does_not():
    shop = FakeShop()
    shop.list("mug", "en-GB")
    items = Items(shop.shelf)
    older = Asked(
        "mug", "interest", "en-GB", NOW_MS, "kitchen", Pick("mug", "interest", "en-GB", "It holds tea.", NOW_MS)
    )
    newer = older._replace(pick=older.pick._replace(copy_id="c" * 32, origin="model", fingerprint="f"))
    assert b'"copy_id":null' in items.item(older).tail
    assert b'"origin":"model"' in items.item(newer).tail


def test_who_quotes_a_blurb_that_was_outdone_sees_what_all_others_see():
    shop = FakeShop()
    shop.list("mug", "en-GB")
    shop.blurb("mug", NOW_MS - 5, "The newest.")
    items = Items(shop.shelf)
    old = Asked("mug", "interest", "en-GB", NOW_MS, "kitchen", Pick("mug", "interest", "en-GB", "Old.", NOW_MS - 9))
    new = old._replace(pick=old.pick._replace(text="Newer.", edition=NOW_MS))
    assert b"The newest." in items.item(old).head
    assert items.item(old) is items.item(old._replace(pick=old.pick._replace(text="Other.", edition=NOW_MS - 8)))
    assert b"Newer." in items.item(new).head
