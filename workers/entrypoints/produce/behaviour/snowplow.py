"""Snowplow's e-commerce events, out of a warehouse: one row of the atomic table, its entities as JSON in columns."""

from collections.abc import Iterator
from typing import Any, Final

from schemas.reasons import Reason
from workers.entrypoints.produce.behaviour.draft import Draft, Left, Names
from workers.entrypoints.produce.behaviour.values import (
    Fields,
    Unreadable,
    fields_in,
    first,
    instant,
    locale_in,
    needed,
    objects_in,
    parsed,
    text,
)

ACTIONS: Final = {
    "product_view": "viewed",
    "list_view": "listed",
    "list_click": "viewed",
    "add_to_cart": "carted",
    "remove_from_cart": "removed",
    "transaction": "purchased",
}
_ECOMMERCE: Final = "com_snowplowanalytics_snowplow_ecommerce_"
_ACTION: Final = f"unstruct_event_{_ECOMMERCE}snowplow_ecommerce_action_"
_PRODUCT: Final = f"contexts_{_ECOMMERCE}product_"
_PAGE: Final = f"contexts_{_ECOMMERCE}page_"
_CLIENT_SESSION: Final = "contexts_com_snowplowanalytics_snowplow_client_session_"
"""What each column's name begins with; the schema's version follows."""
_NAMES: Final[Names] = {
    "id": ("id",),
    "category": ("category",),
    "brand": ("brand",),
    "price": ("price",),
    "currency": ("currency",),
    "quantity": ("quantity",),
    "position": ("position",),
}


def parts(row: Fields) -> Iterator[Fields]:
    """A row is an event."""
    yield row


def act(row: Fields) -> Draft | Left:
    """The act of one row. Raises `Unreadable`."""
    action = _action(row)
    if action not in ACTIONS:
        return Left.NOT_A_BEHAVIOUR
    document: dict[str, Any] = {
        "id": first(row, "event_id"),
        "action": ACTIONS[action],
        "at_ms": instant(row, "derived_tstamp", "collector_tstamp"),
    }
    session = next(_entities(row, _CLIENT_SESSION), {}) if not first(row, "domain_userid") else {}
    draft = Draft(_user(row, session), document)
    draft.session = first(row, "domain_sessionid") or first(session, "sessionId", "session_id")
    draft.add_products(_entities(row, _PRODUCT), _NAMES)
    page = next(_entities(row, _PAGE), {})
    if locale := locale_in(page.get("locale")) or locale_in(row.get("br_lang")):
        document["locale"] = locale
    return draft


def _action(row: Fields) -> str:
    found = next((fields_in(value) for value in _columns(row, _ACTION) if value), {})
    if kind := text(found.get("type")):
        return kind
    if first(row, "event_name") == "snowplow_ecommerce_action":
        raise Unreadable(Reason.MISSING_FIELD, f"in `{_ACTION}…`: it is an e-commerce action, but not said which")
    if not first(row, "event_id", "event_name", "event"):
        raise Unreadable(Reason.MISSING_FIELD, "it has no `event_id`: is this a row of Snowplow's atomic events?")
    return ""


def _user(row: Fields, session: Fields) -> str:
    """A web tracker's ids, else a mobile one's; the collector's cookie where there is nothing else."""
    on_mobile = first(session, "userId", "user_id")
    return (
        first(row, "user_id", "domain_userid") or on_mobile or needed(row, "user_id", "domain_userid", "network_userid")
    )


def _entities(row: Fields, prefix: str) -> Iterator[Fields]:
    for value in _columns(row, prefix):
        yield from objects_in(value)


def _columns(row: Fields, prefix: str) -> Iterator[Any]:
    return (parsed(value, f"{prefix}…") for name, value in row.items() if name.startswith(prefix))
