"""Google Analytics 4: rows of the BigQuery export, or payloads of the Measurement Protocol."""

from collections.abc import Iterator
from typing import Any, Final

from workers.entrypoints.produce.behaviour.draft import Draft, Left, Names
from workers.entrypoints.produce.behaviour.values import (
    Fields,
    epoch,
    fields_in,
    first,
    locale_in,
    needed,
    objects_in,
    text,
)

ACTIONS: Final = {
    "view_item": "viewed",
    "select_item": "viewed",
    "add_to_wishlist": "viewed",
    "view_item_list": "listed",
    "search": "searched",
    "view_search_results": "searched",
    "add_to_cart": "carted",
    "remove_from_cart": "removed",
    "purchase": "purchased",
}
_SHARED: Final = ("user_id", "client_id", "app_instance_id", "timestamp_micros", "consent")
"""What a payload says once for all of its events."""
_CATEGORIES: Final = ("item_category", *(f"item_category{level}" for level in range(2, 6)))
_NAMES: Final[Names] = {
    "id": ("item_id",),
    "category": ("categories",),
    "brand": ("item_brand",),
    "price": ("price",),
    "currency": ("currency",),
    "quantity": ("quantity",),
    "position": ("index", "item_list_index"),
}


def parts(row: Fields) -> Iterator[Fields]:
    """A row of the export is an event; a payload holds some."""
    if "event_name" in row or not isinstance(row.get("events"), list):
        yield row
    else:
        shared = {name: row[name] for name in _SHARED if name in row}
        yield from (shared | dict(event) for event in objects_in(row["events"]))


def act(event: Fields) -> Draft | Left:
    """The act of one event. Raises `Unreadable`."""
    action = ACTIONS.get(needed(event, "event_name", "name"))
    if action is None:
        return Left.NOT_A_BEHAVIOUR
    params = _params(event)
    document: dict[str, Any] = {
        "action": action,
        "at_ms": epoch(event, 1000, "event_timestamp", "timestamp_micros"),
        "locale": _locale(event, params),
        "consent": _consent(event),
    }
    if action == "searched":
        document["query"] = text(params.get("search_term"))
    user = needed(event, "user_id", "user_pseudo_id", "client_id", "app_instance_id")
    draft = Draft(user, document, text(params.get("ga_session_id")) or text(params.get("session_id")))
    items = event.get("items") if isinstance(event.get("items"), list) else params.get("items")
    told = ({**item, "categories": [item.get(name) for name in _CATEGORIES]} for item in objects_in(items))
    draft.add_products(told, _NAMES, text(params.get("currency")))
    return draft


def _params(event: Fields) -> Fields:
    """Names and values: an object has them so; the export has a list of keys, each with one value out of four types."""
    raw = event.get("event_params", event.get("params"))
    if not isinstance(raw, list):
        return fields_in(raw)
    return {text(param.get("key")): _value(fields_in(param.get("value"))) for param in objects_in(raw)}


def _value(typed: Fields) -> object:
    kinds = ("string_value", "int_value", "float_value", "double_value")
    return next((typed[kind] for kind in kinds if typed.get(kind) is not None), None)


def _locale(event: Fields, params: Fields) -> str | None:
    device = fields_in(event.get("device"))
    return locale_in(device.get("language")) or locale_in(params.get("language")) or None


def _consent(event: Fields) -> bool | None:
    """A refusal counts; to have agreed to analytics or to advertisements is not to have agreed to personal copy."""
    storage = first(fields_in(event.get("privacy_info")), "analytics_storage").casefold()
    personal = first(fields_in(event.get("consent")), "ad_personalization").casefold()
    return False if storage in {"no", "denied"} or personal == "denied" else None
