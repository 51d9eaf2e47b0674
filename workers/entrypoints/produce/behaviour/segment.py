"""Segment's e-commerce spec, which RudderStack and others share: `track` calls, one an object, or in a batch."""

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
    number,
    objects_in,
    text,
)

ACTIONS: Final = {
    "product viewed": "viewed",
    "product clicked": "viewed",
    "product added to wishlist": "viewed",
    "products searched": "searched",
    "product list viewed": "listed",
    "product list filtered": "listed",
    "product added": "carted",
    "wishlist product added to cart": "carted",
    "product removed": "removed",
    "order completed": "purchased",
    "product reviewed": "rated",
}
_OF_PRODUCTS: Final = frozenset({"listed", "purchased"})
"""Actions whose products stand in a list; those of the others are the properties themselves."""
_NAMES: Final[Names] = {
    "id": ("product_id", "sku"),
    "category": ("category",),
    "brand": ("brand",),
    "price": ("price",),
    "currency": ("currency",),
    "quantity": ("quantity",),
    "position": ("position",),
}


def parts(row: Fields) -> Iterator[Fields]:
    """A call is an event; a batch holds calls."""
    if "event" in row or "type" in row or not isinstance(row.get("batch"), list):
        yield row
    else:
        shared = {"context": row.get("context"), "timestamp": row.get("sentAt")}
        yield from (shared | dict(call) for call in objects_in(row["batch"]))


def act(call: Fields) -> Draft | Left:
    """The act of one call. Raises `Unreadable`."""
    if first(call, "type") not in {"", "track"}:
        return Left.NOT_A_BEHAVIOUR
    action = ACTIONS.get(needed(call, "event").casefold())
    if action is None:
        return Left.NOT_A_BEHAVIOUR
    properties, context = fields_in(call.get("properties")), fields_in(call.get("context"))
    document: dict[str, Any] = {
        "id": first(call, "messageId"),
        "action": action,
        "at_ms": instant(call, "timestamp", "originalTimestamp", "receivedAt"),
        "locale": locale_in(context.get("locale")) or None,
        "consent": _consent(fields_in(context.get("consent")).get("categoryPreferences")),
    }
    if action == "searched":
        document["query"] = text(properties.get("query"))
    if action == "rated":
        document["rating"] = _rating(properties)
    draft = Draft(needed(call, "userId", "anonymousId"), document, first(context, "sessionId"))
    draft.add_products(_products(action, properties), _NAMES, first(properties, "currency"))
    return draft


def _products(action: str, properties: Fields) -> Iterator[Fields]:
    if isinstance(properties.get("products"), list):
        yield from objects_in(properties["products"])
    elif action not in _OF_PRODUCTS and first(properties, "product_id", "sku"):
        yield properties


def _rating(properties: Fields) -> float | None:
    if not first(properties, "rating"):
        return None
    rating = number(properties.get("rating"))
    if rating is None:
        raise Unreadable(Reason.BAD_VALUE, "in `rating`: it is no number from 0 to 5")
    return float(rating)


def _consent(preferences: object) -> bool | None:
    """The categories are the shop's own: one named for personalisation decides; refusing them all refuses that too."""
    told = {str(name).casefold(): value for name, value in fields_in(preferences).items() if isinstance(value, bool)}
    named = [value for name, value in told.items() if "personali" in name]
    if named:
        return all(named)
    return False if told and not any(told.values()) else None
