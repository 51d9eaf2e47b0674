"""What shoppers did with what they were shown: read from a request's body, and handed to who sends it on. Pure.

Text from a browser is anybody's: who it was is taken from the token alone, and every field has its type.
"""

from collections.abc import Sequence
from typing import Annotated, Final, Protocol

from pydantic import Field

from schemas.codec import Undecodable, decode_json, validate
from schemas.inbound import Inbound
from schemas.inbound_users import CopyFeedback
from workers.web.problem import Problem

MAX_BODY: Final = 4096
MAX_ITEMS: Final = 20
READ_AS: Final = frozenset({"application/json", "text/plain"})
"""A beacon of a browser is sent as text/plain: anything else would need a question beforehand, for which a page that
is being left has no time.
"""


class FeedbackItem(CopyFeedback):
    """As `copy-feedback` has it, without the user: that is not for the sender to say."""

    user: None = None


class FeedbackItems(Inbound):
    """Several at once."""

    items: Annotated[tuple[FeedbackItem, ...], Field(strict=False, min_length=1, max_length=MAX_ITEMS)]


class Post(Protocol):
    """Sends on, sooner or later. It must not keep whoever asks."""

    def offer(self, items: Sequence[CopyFeedback]) -> bool:
        """Take all of them, or none where there is no room."""
        ...


def read_as(content_type: str) -> bool:
    """Whether a body of this media type is read at all."""
    return content_type.partition(";")[0].strip().lower() in READ_AS


def feedback_in(body: bytes, user: str | None) -> tuple[CopyFeedback, ...] | Problem:
    """The items, each with the user whose token they came with."""
    if len(body) > MAX_BODY:
        return Problem.TOO_LARGE
    try:
        document = decode_json(body, MAX_BODY)
        several = isinstance(document, dict) and "items" in document
        items = validate(document, FeedbackItems).items if several else (validate(document, FeedbackItem),)
    except Undecodable:
        return Problem.BAD_BODY
    return tuple(CopyFeedback(**{**item.model_dump(), "user": user}) for item in items)
