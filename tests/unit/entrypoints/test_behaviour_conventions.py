"""Five conventions of what users do: every mapping, every slip."""

import pytest

from schemas.codec import decode_json, encode
from tests.unit.entrypoints.behaviour_rows import (
    ACTION,
    AT,
    ISO,
    ITEM,
    KEYS,
    POT,
    PRODUCT,
    SESSION,
    all_of,
    exported,
    left,
    only,
    payload,
    segment,
    snowplow,
    why,
)
from workers.entrypoints.produce.behaviour.door import Act
from workers.entrypoints.produce.files import BadRow, LeftOut

# ------------------------------------------------------------------------------------------------------------- Snowplow


def test_snowplow_a_row_is_an_event():
    event = only("snowplow", snowplow())
    assert (event.id, event.action, event.at_ms) == ("ev-1", "carted", AT)
    assert event.user == KEYS.pseudonym("dom-1")
    [product] = event.products
    assert (product.id, product.category, product.brand) == ("p-1", ("Garden", "Pots"), "Oak")
    assert (str(product.price.amount), product.price.currency) == ("12.5", "EUR")
    assert (product.quantity, product.position) == (2, 3)


def test_snowplow_columns_and_json_of_any_version_say_the_same():
    row = snowplow()
    enriched = {
        **{name: value for name, value in row.items() if name not in {ACTION, PRODUCT}},
        ACTION.replace("1_0_0", "1_0_2"): {"type": "add_to_cart"},
        PRODUCT: [],
        PRODUCT.replace("_1_0_0", "_1"): decode_json(row[PRODUCT].encode(), 9999),
    }
    assert only("snowplow", enriched) == only("snowplow", row)


@pytest.mark.parametrize(
    ("kind", "action"),
    [("product_view", "viewed"), ("list_view", "listed"), ("list_click", "viewed"), ("add_to_cart", "carted"),
     ("remove_from_cart", "removed"), ("transaction", "purchased")],
)  # fmt: skip
def test_snowplow_actions(kind, action):
    assert only("snowplow", snowplow(**{ACTION: {"type": kind}})).action == action


@pytest.mark.parametrize("kind", ["checkout_step", "promo_view", "promo_click", "refund", "trns_error"])
def test_snowplow_other_actions_are_no_behaviour_and_no_error(kind):
    assert left("snowplow", snowplow(**{ACTION: {"type": kind}})) == "not-a-behaviour"
    assert left("snowplow", {"event_id": "e", "event_name": "page_ping", ACTION: ""}) == "not-a-behaviour"


def test_snowplow_users_of_the_shop_come_first_then_the_browser_then_the_phone():
    assert only("snowplow", snowplow(user_id="shop-7")).user == KEYS.pseudonym("shop-7")
    phone = snowplow(domain_userid="", domain_sessionid="", **{SESSION: '[{"userId": "inst-1", "sessionId": "s"}]'})
    assert only("snowplow", phone).user == KEYS.pseudonym("inst-1")
    assert only("snowplow", phone).session
    assert only("snowplow", snowplow(domain_userid="", network_userid="n-1")).user == KEYS.pseudonym("n-1")


@pytest.mark.parametrize(
    ("more", "reason", "words"),
    [
        ({ACTION: ""}, "missing-field", "not said which"),
        ({ACTION: "{broken"}, "malformed-json", "character"),
        ({PRODUCT: "[]"}, "missing-field", "no product"),
        ({PRODUCT: '[{"id": "a b"}]'}, "bad-value", "products.0.id"),
        ({PRODUCT: '[{"id": null}]'}, "bad-value", "products.0.id"),
        ({"domain_userid": ""}, "missing-field", "`domain_userid`"),
        ({"derived_tstamp": ""}, "missing-field", "`derived_tstamp`"),
        ({"derived_tstamp": "yesterday"}, "bad-value", "`derived_tstamp` is no time"),
        ({"derived_tstamp": "1970-01-20 00:00:00"}, "bad-value", "unit"),
        ({"derived_tstamp": "2345-01-20 00:00:00"}, "bad-value", "at_ms"),
    ],
)
def test_snowplow_a_row_that_is_no_event_says_why(more, reason, words):
    bad = why("snowplow", snowplow(**more))
    assert (bad.place, bad.reason) == ("line 1", reason)
    assert words in bad.detail


@pytest.mark.parametrize(
    "written",
    ["2026-09-21 14:13:20.000000+00:00", "2026-09-21 14:13:20", "2026-09-21T14:13:20.000Z", "2026-09-21 14:13:20 UTC",
     "2026-09-21T16:13:20.000000000+02:00"],
)  # fmt: skip
def test_times_of_every_warehouse_are_read(written):
    assert only("snowplow", snowplow(derived_tstamp=written)).at_ms == AT


# -------------------------------------------------------------------------------------------------------------- Segment


def test_segment_a_call_is_an_event():
    event = only("segment", segment())
    assert (event.id, event.action, event.at_ms, event.locale) == ("m-1", "viewed", AT, "en-GB")
    assert event.user == KEYS.pseudonym("shop-7")
    [product] = event.products
    assert (product.id, product.category, product.price.currency) == ("p-1", ("Garden", "Pots"), "EUR")
    assert (product.quantity, product.position) == (2, 3)


@pytest.mark.parametrize(
    ("name", "action"),
    [("Product Viewed", "viewed"), ("product clicked", "viewed"), ("Product Added to Wishlist", "viewed"),
     ("Product Added", "carted"), ("Wishlist Product Added to Cart", "carted"), ("Product Removed", "removed")],
)  # fmt: skip
def test_segment_acts_on_one_product(name, action):
    assert only("segment", segment(name)).action == action


@pytest.mark.parametrize(
    ("name", "action"),
    [("Product List Viewed", "listed"), ("Product List Filtered", "listed"), ("Order Completed", "purchased")],
)
def test_segment_acts_on_a_list(name, action):
    event = only("segment", segment(name, {"currency": "EUR", "products": [POT, {"sku": "s-2", "price": 3}]}))
    assert (event.action, [product.id for product in event.products]) == (action, ["p-1", "s-2"])
    assert str(event.products[1].price.amount) == "3"


def test_segment_a_search_and_a_review():
    assert only("segment", segment("Products Searched", {"query": " blue  pot "})).query == "blue pot"
    review = {"product_id": "p-1", "review_id": "r", "review_body": "Jane says: broken", "rating": "4.5"}
    event = only("segment", segment("Product Reviewed", review))
    assert (event.action, event.rating) == ("rated", 4.5)
    assert "Jane" not in encode(event).decode()


@pytest.mark.parametrize(
    ("call", "what"),
    [
        (segment("Cart Viewed"), "not-a-behaviour"),
        (segment(type="page", event=None), "not-a-behaviour"),
        ({"type": "identify", "traits": {"email": "jane@shop.example"}}, "not-a-behaviour"),
        (segment("Product List Viewed", {"category": "Pots"}), "says-nothing"),
        (segment("Products Searched", {"query": "jane@shop.example"}), "says-nothing"),
        (segment("Product Reviewed", {"product_id": "p-1"}), "says-nothing"),
    ],
)
def test_segment_what_is_left_out(call, what):
    assert left("segment", call) == what


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (segment(event=None), "`event`"),
        (segment(userId=None, anonymousId=" "), "`userId` and no `anonymousId`"),
        (segment(timestamp=None), "`timestamp`"),
        (segment(properties={"name": "Pot"}), "no product"),
        (segment("Order Completed", {"product_id": "p-1"}), "no product"),
        (segment("Product Reviewed", {"product_id": "p-1", "rating": "great"}), "rating"),
        (segment("Product Reviewed", {"product_id": "p-1", "rating": 9}), "rating"),
    ],
)
def test_segment_a_call_that_is_no_event_says_why(call, words):
    assert words in why("segment", call).detail


def test_segment_a_batch_is_its_calls():
    call = segment(timestamp=None)
    del call["timestamp"], call["context"]
    batch = {"batch": [call, segment("Cart Viewed"), segment(userId=None, anonymousId=None)], "sentAt": ISO,
             "context": {"locale": "de-DE"}}  # fmt: skip
    found = all_of("segment", batch)
    assert [type(item) for item in found] == [Act, LeftOut, BadRow]
    assert [item.place for item in found] == [f"line 1, event {number}" for number in (1, 2, 3)]
    assert (found[0].event.locale, found[0].event.at_ms) == ("de-DE", AT)


@pytest.mark.parametrize(
    ("preferences", "consent"),
    [({"Personalisation": False, "Analytics": True}, False), ({"personalization": True}, True), ({}, None), (7, None),
     ({"Advertising": False, "Analytics": False}, False), ({"Advertising": False, "Analytics": True}, None)],
)  # fmt: skip
def test_segment_consent(preferences, consent):
    context = {"consent": {"categoryPreferences": preferences}}
    assert only("segment", segment(context=context)).consent is consent


# ------------------------------------------------------------------------------------------------------------------ GA4


def test_ga4_a_row_of_the_export_is_an_event():
    event = only("ga4", exported(currency="GBP"))
    assert (event.action, event.at_ms, event.user) == ("viewed", AT, KEYS.pseudonym("123.456"))
    assert (event.locale, event.consent) == ("zh-CN", None)
    assert event.session
    [product] = event.products
    assert (product.id, product.category, product.brand) == ("p-1", ("Garden", "Pots"), "Oak")
    assert (str(product.price.amount), product.price.currency, product.quantity) == ("12.5", "GBP", 2)
    assert product.position is None


@pytest.mark.parametrize(
    ("name", "action"),
    [("view_item", "viewed"), ("select_item", "viewed"), ("add_to_wishlist", "viewed"), ("view_item_list", "listed"),
     ("add_to_cart", "carted"), ("remove_from_cart", "removed"), ("purchase", "purchased")],
)  # fmt: skip
def test_ga4_actions(name, action):
    assert only("ga4", exported(name)).action == action


def test_ga4_a_search_has_words():
    assert only("ga4", exported("search", (), search_term="pot")).query == "pot"
    assert only("ga4", payload({"name": "search", "params": {"search_term": "pot"}})).query == "pot"
    assert left("ga4", exported("search", ())) == "says-nothing"
    assert left("ga4", exported("page_view")) == "not-a-behaviour"


def test_ga4_a_payload_is_its_events_and_their_ids_differ():
    one = {"name": "add_to_cart", "params": {"currency": "EUR", "items": [{**ITEM, "index": 4}]}}
    found = all_of("ga4", payload(one, {"name": "scroll"}, one | {"timestamp_micros": (AT + 1) * 1000}))
    assert [type(item) for item in found] == [Act, LeftOut, Act]
    first, second = found[0].event, found[2].event
    assert (first.products[0].position, first.products[0].price.currency) == (4, "EUR")
    assert (first.at_ms, second.at_ms, first.id != second.id) == (AT, AT + 1, True)


@pytest.mark.parametrize(
    ("more", "consent"),
    [({"privacy_info": {"analytics_storage": "No"}}, False), ({"privacy_info": {"analytics_storage": "Yes"}}, None),
     ({"consent": {"ad_personalization": "DENIED"}}, False), ({"consent": {"ad_personalization": "GRANTED"}}, None)],
)  # fmt: skip
def test_ga4_a_refusal_counts(more, consent):
    assert only("ga4", exported() | more).consent is consent


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"event": "Product Viewed"}, "`event_name`"),
        (exported() | {"user_pseudo_id": None}, "`user_pseudo_id`"),
        (exported() | {"event_timestamp": "soon"}, "event_timestamp"),
        (exported() | {"event_timestamp": AT}, "unit"),
        (exported(items=[{"item_id": "(not set)"}]), "products.0.id"),
        (exported("purchase", ()), "no product"),
    ],
)
def test_ga4_a_row_that_is_no_event_says_why(row, words):
    assert words in why("ga4", row).detail
