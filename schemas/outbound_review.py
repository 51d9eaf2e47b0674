"""Copy that waits for a person: what was tried, why each draft was turned down, and what may be said."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from schemas.inbound import MAX_VERSION, DraftOrigin, Locale, ProductId
from schemas.outbound import (
    MAX_FACTS_A_BRIEF,
    CatalogueFact,
    Edition,
    Fingerprint,
    Hex32,
    Outbound,
    ProductKind,
    RulesVersion,
    Source,
)

MAX_DRAFTS = 4
MAX_DRAFT_CHARS = 1200
"""No kind may be longer: what is cut here was refused for its length, and nobody can approve it."""
MAX_REFUSALS = 6
MAX_SPAN_CHARS = 64


class ReviewRefusal(Outbound):
    """A rule that a draft broke, and the words that broke it, as they can be shown."""

    rule: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,32}$", max_length=32)]
    span: Annotated[str, StringConstraints(max_length=MAX_SPAN_CHARS)] = ""


class ReviewDraft(Outbound):
    """What was written and turned down. `text` is empty where an attempt gave none: the refusal says why."""

    text: Annotated[str, StringConstraints(max_length=MAX_DRAFT_CHARS)]
    attempt: int = Field(ge=0, le=16)
    origin: DraftOrigin
    copy_id: Hex32
    whole: bool = Field(description="false: cut, or not fit to be shown as it was; it cannot be approved")
    refusals: Annotated[tuple[ReviewRefusal, ...], Field(max_length=MAX_REFUSALS)]


class CopyReview(Outbound):
    """Out: one kind of one product's copy that waits for a person; keyed by product id, locale and kind.

    The highest edition is visible; a tombstone: there is nothing to decide (any more).
    """

    type: Literal["copy-review/1"] = "copy-review/1"
    product: ProductId
    locale: Locale
    kind: ProductKind
    edition: Edition
    state: Literal["open"] = "open"
    brief_id: Hex32
    max_chars: int = Field(ge=1, le=2400, description="that the text may have")
    copy_edition: int = Field(ge=0, le=MAX_VERSION, description="of the copy beside which this was made; 0 = none")
    drafts: Annotated[tuple[ReviewDraft, ...], Field(max_length=MAX_DRAFTS, description="newest last")]
    facts: Annotated[tuple[CatalogueFact, ...], Field(max_length=MAX_FACTS_A_BRIEF, description="that it may state")]
    fingerprint: Fingerprint = Field(description="of the model that was asked")
    rules_version: RulesVersion = Field(description="that turned the drafts down")
    source: Source
