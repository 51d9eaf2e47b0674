"""OTTO's session logs: a line is a session, its events are clicks, carts and orders.

The session is all that is known of a user, so it is the user.
"""

from collections.abc import Iterator
from typing import Final

from schemas.reasons import Reason
from workers.entrypoints.produce.behaviour.draft import Draft, Left
from workers.entrypoints.produce.behaviour.values import Fields, Unreadable, epoch, needed, objects_in

ACTIONS: Final = {"clicks": "viewed", "carts": "carted", "orders": "purchased"}


def parts(row: Fields) -> Iterator[Fields]:
    """The session's events. Equal ones are told apart by their number."""
    if not isinstance(row.get("events"), list):
        raise Unreadable(Reason.MISSING_FIELD, "it has no list of `events`: is this a session of OTTO's?")
    for number, event in enumerate(objects_in(row["events"]), start=1):
        yield {**event, "session": row.get("session"), "number": number}


def act(event: Fields) -> Draft | Left:
    """The act of one event. Raises `Unreadable`."""
    action = ACTIONS.get(needed(event, "type"))
    if action is None:
        return Left.NOT_A_BEHAVIOUR
    draft = Draft(needed(event, "session"), {"action": action, "at_ms": epoch(event, 1, "ts")})
    draft.add_products([event], {"id": ("aid",)})
    return draft
