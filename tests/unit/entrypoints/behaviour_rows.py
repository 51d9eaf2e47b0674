"""Small rows in every convention, written by hand, and what they become."""

from pydantic import SecretStr

from schemas.inbound_users import UserBehaviour
from workers.entrypoints.produce.behaviour.door import Act, Door
from workers.entrypoints.produce.behaviour.files import READERS, Convention, told_by
from workers.entrypoints.produce.files import BadRow, LeftOut, Row
from workers.pseudonym import Keyring

SECRET = "not-a-secret-only-a-test-" + "0123456789abcdef" * 2
KEYS = Keyring({1: SecretStr(SECRET)})
DOOR = Door(KEYS)
VARIABLE = "COPYDESK_PRIVACY__PSEUDONYM_KEYS"
AT = 1_790_000_000_000
ISO = "2026-09-21T14:13:20Z"


def all_of(convention, row, door=DOOR):
    return list(told_by(Row("line 1", row), READERS[Convention(convention)], door))


def only(convention, row, door=DOOR) -> UserBehaviour:
    [told] = all_of(convention, row, door)
    assert isinstance(told, Act), told
    return told.event


def changes(convention, row) -> set[str]:
    [told] = all_of(convention, row)
    assert isinstance(told, Act), told
    return {what for what, _ in told.changes}


def why(convention, row) -> BadRow:
    [told] = all_of(convention, row)
    assert isinstance(told, BadRow), told
    return told


def left(convention, row) -> str:
    [told] = all_of(convention, row)
    assert isinstance(told, LeftOut), told
    return told.what


ACTION = "unstruct_event_com_snowplowanalytics_snowplow_ecommerce_snowplow_ecommerce_action_1_0_0"
PRODUCT = "contexts_com_snowplowanalytics_snowplow_ecommerce_product_1_0_0"
SESSION = "contexts_com_snowplowanalytics_snowplow_client_session_1_0_1"


def snowplow(**more) -> dict:
    return {
        "event_id": "ev-1", "event_name": "snowplow_ecommerce_action", "user_id": "", "domain_userid": "dom-1",
        "domain_sessionid": "ses-1", "derived_tstamp": "2026-09-21 14:13:20+00:00", "user_ipaddress": "203.0.113.7",
        "page_url": "https://shop.example/account/jane", ACTION: '{"type": "add_to_cart", "name": null}',
        PRODUCT: '[{"id": "p-1", "category": "Garden/Pots", "brand": "Oak", "price": "12.50", "currency": "eur", '
        '"quantity": 2, "position": "3", "list_price": null, "size": null}]',
    } | more  # fmt: skip


POT = {"product_id": "p-1", "sku": "s-1", "category": "Garden > Pots", "brand": "Oak", "price": 12.5,
       "quantity": 2, "position": 3, "name": "Pot", "url": "https://shop.example/p-1"}  # fmt: skip


def segment(event="Product Viewed", properties=None, **more) -> dict:
    return {
        "type": "track", "event": event, "userId": "shop-7", "anonymousId": "anon", "messageId": "m-1",
        "timestamp": ISO, "properties": {**POT, "currency": "EUR"} if properties is None else properties,
        "context": {"ip": "203.0.113.7", "locale": "en-gb", "page": {"url": "https://shop.example/jane"},
                    "traits": {"email": "jane@shop.example", "name": "Jane Roe"}},
    } | more  # fmt: skip


ITEM = {"item_id": "p-1", "item_name": "Pot", "item_brand": "Oak", "item_category": "Garden", "item_category2": "Pots",
        "item_category3": "(not set)", "price": 12.5, "quantity": "2", "item_list_index": "(not set)"}  # fmt: skip


def exported(name="view_item", items=(ITEM,), **params) -> dict:
    typed = [{"key": key, "value": {"string_value": value, "int_value": None}} for key, value in params.items()]
    session = {"key": "ga_session_id", "value": {"string_value": None, "int_value": "1789999990"}}
    return {
        "event_name": name, "event_timestamp": str(AT * 1000 + 7), "user_id": None, "user_pseudo_id": "123.456",
        "event_params": [*typed, session, {"key": "page_location", "value": {"string_value": "https://x.example"}}],
        "items": list(items), "device": {"language": "zh-cn"}, "geo": {"city": "Leeds"},
    }  # fmt: skip


def payload(*events, **more) -> dict:
    return {"client_id": "123.456", "timestamp_micros": AT * 1000, "events": list(events)} | more


def own(**more) -> dict:
    return {
        "id": "e-1",
        "user": "jane@shop.example",
        "action": "viewed",
        "at_ms": AT,
        "products": [{"id": "p-1"}],
    } | more
