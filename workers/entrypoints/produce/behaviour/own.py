"""Our own fields, one event an object. `user` may be a raw id of the shop's: then it becomes a pseudonym."""

from collections.abc import Iterator

from schemas.codec import Undecodable, validate
from schemas.inbound_users import UserId
from workers.entrypoints.produce.behaviour.draft import Draft, Left
from workers.entrypoints.produce.behaviour.values import Fields, first, needed


def parts(row: Fields) -> Iterator[Fields]:
    """An object is an event."""
    yield row


def act(row: Fields) -> Draft | Left:
    """The act, its fields as they are: the schema decides. Raises `Unreadable`."""
    user = needed(row, "user")
    if _is_pseudonym(user):
        return Draft("", dict(row))
    # Whose users are raw, their sessions are too.
    return Draft(user, {**row, "session": None}, first(row, "session"))


def _is_pseudonym(user: str) -> bool:
    try:
        validate(user, UserId)
    except Undecodable:
        return False
    return True
