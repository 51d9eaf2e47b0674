"""What users do. Strict, frozen, bounded, as `inbound.py`; a user is a pseudonym here, or the event is refused."""

from typing import Annotated, Final, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from schemas.inbound import MAX_VERSION, AudienceId, Inbound, Locale, Name, Price, ProductId
from schemas.profile import AudienceName, Likes, Marks

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


class CarriedProfile(Inbound):
    """What was known of a user under another pseudonym. As in `profile`, without what concerns its partition alone."""

    at_ms: int = Field(ge=0, le=MAX_WHEN_MS, description="event time that the weights are decayed to")
    likes: Likes
    seen: Marks = ""
    bought: Marks = ""
    dismissed: Marks = ""
    events: Marks = ""
    audience: AudienceName = ""
    opted_out: bool = False


class UserRequest(Inbound):
    """In, on the same topic: what a user asks of the shop. Its place in the log is what it is about: all before it.

    `move` asks the owner of an older pseudonym to hand over to `to`; `adopt` is what that owner then sends there.
    """

    type: Literal["user-request/1"] = REQUEST_TYPE
    id: EventId
    user: UserId
    action: Literal["forget", "opt-out", "opt-in", "move", "adopt"]
    at_ms: int = Field(ge=0, le=MAX_WHEN_MS)
    to: UserId | None = Field(default=None, description="of a move: the pseudonym under which the user goes on")
    to_partition: int | None = Field(default=None, ge=0, le=999, description="of a move: where that one is at home")
    to_offset: int | None = Field(
        default=None, ge=0, le=MAX_VERSION, description="end of that partition when the move was asked for"
    )
    carried: CarriedProfile | None = Field(default=None, description="of an adoption")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        told = (self.to, self.to_partition, self.carried)
        needed = {"move": (True, True, False), "adopt": (False, False, True)}.get(self.action, (False,) * 3)
        if tuple(part is not None for part in told) != needed:
            raise ValueError("a move names `to` and `to_partition`, an adoption what is `carried`, nothing else does")
        if (self.to_offset is not None) != (self.action in {"move", "adopt"}):
            raise ValueError("a move and an adoption name `to_offset`, nothing else does")
        if self.to == self.user:
            raise ValueError("nobody moves to where they are")
        return self


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
