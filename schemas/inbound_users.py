"""What users do. Strict, frozen, bounded, as `inbound.py`; a user is a pseudonym here, or the event is refused."""

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from schemas.inbound import MAX_VERSION, AudienceId, Inbound, Locale, Name, Price, ProductId

MAX_ACTED_ON = 10
MAX_WHEN_MS = 4_102_444_800_000
"""The year 2100: a time beyond it is a unit that was mistaken."""

PSEUDONYM = r"^u[0-9]{1,3}\.[0-9a-f]{32}$"
UserId = Annotated[str, StringConstraints(pattern=PSEUDONYM, max_length=40)]
"""The key's version, and HMAC-SHA256 of the shop's own id, its first 128 bits. A raw id does not look like this."""

Action = Literal["viewed", "searched", "listed", "carted", "removed", "purchased", "dismissed", "rated"]


class ActedOn(Inbound):
    """A product of the event, with what the shop's event says of it; the catalogue, where it knows it, knows better."""

    id: ProductId
    category: Annotated[tuple[Name, ...], Field(strict=False, max_length=4)] = ()
    brand: Name | None = None
    price: Price | None = None
    quantity: int = Field(default=1, ge=1, le=10_000)
    position: int | None = Field(default=None, ge=0, le=10_000, description="in the list or slot that showed it")


REQUEST_TYPE: Final = "user-request/1"
"""Sent to every partition, wherever the user's events stand: such a record says nothing about its key's home."""

EventId = Annotated[str, StringConstraints(min_length=1, max_length=128, pattern=r"^[\x21-\x7e]+$")]


class UserRequest(Inbound):
    """In, on the same topic: what a user asks of the shop. Its place in the log is what it is about: all before it."""

    type: Literal["user-request/1"] = REQUEST_TYPE
    id: EventId
    user: UserId
    action: Literal["forget", "opt-out", "opt-in"]
    at_ms: int = Field(ge=0, le=MAX_WHEN_MS)


class UserBehaviour(Inbound):
    """In: one user did one thing, at `at_ms`. Keyed by user. Event time never orders: the log does."""

    type: Literal["user-behaviour/1"] = Field(default="user-behaviour/1", description="schema and its version")
    id: EventId
    user: UserId
    action: Action
    at_ms: int = Field(ge=0, le=MAX_WHEN_MS)
    products: Annotated[tuple[ActedOn, ...], Field(strict=False, max_length=MAX_ACTED_ON)] = ()
    query: Annotated[str, StringConstraints(max_length=200)] | None = Field(default=None, description="of a search")
    rating: float | None = Field(default=None, ge=0, le=5, allow_inf_nan=False)
    dwell_ms: int | None = Field(default=None, ge=0, le=MAX_VERSION)
    session: Annotated[str, StringConstraints(min_length=1, max_length=64)] | None = None
    locale: Locale | None = None
    consent: bool | None = Field(default=None, description="false: the user has not agreed to personal copy")


MAX_EXTERNAL_PICKS = 24


class UserPicks(Inbound):
    """In, on `user-picks`: what a recommender of the shop's own would show a user, best first. Keyed by user."""

    type: Literal["user-picks/1"] = "user-picks/1"
    user: UserId
    picks: Annotated[tuple[ProductId, ...], Field(strict=False, max_length=MAX_EXTERNAL_PICKS)]
    at_ms: int = Field(ge=0, le=MAX_WHEN_MS)


class CopyFeedback(Inbound):
    """In, on `copy-feedback`: a blurb was seen, or followed. From the widget; keyed by user where there is one."""

    type: Literal["copy-feedback/1"] = "copy-feedback/1"
    id: EventId
    action: Literal["shown", "clicked"]
    product: ProductId
    user: UserId | None = None
    audience: AudienceId | None = None
    copy_id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")] | None = None
    slot: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,32}$", max_length=32)] | None = None
    position: int | None = Field(default=None, ge=0, le=100)
    at_ms: int = Field(ge=0, le=MAX_WHEN_MS)
