"""Events that we read. Strict, frozen, every field bounded: a field without a maximum is a leak with a schema."""

from decimal import Decimal
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

MAX_ID = 128
ProductId = Annotated[str, StringConstraints(min_length=1, max_length=MAX_ID, pattern=r"^[\x21-\x7e]+$")]
Locale = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z]{2})?$", max_length=5)]
SellerId = Annotated[str, StringConstraints(min_length=1, max_length=128)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=64, strip_whitespace=True)]
Value = Annotated[str, StringConstraints(min_length=1, max_length=256, strip_whitespace=True)]
Unit = Annotated[str, StringConstraints(min_length=1, max_length=16, strip_whitespace=True)]
Number = Annotated[Decimal, Field(allow_inf_nan=False, ge=Decimal("-1e12"), le=Decimal("1e12"), decimal_places=6)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Url = Annotated[str, StringConstraints(min_length=1, max_length=512)]

MAX_ATTRIBUTES = 64
MAX_LOCALES = 4
MAX_VERSION = 2**53 - 1


class Inbound(BaseModel):
    """What all events share: the type is checked once, at the door, and never changes afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Attribute(Inbound):
    """One name, one value, perhaps a unit: `{"name": "weight", "value": "1.2", "unit": "kg"}`."""

    name: Name
    value: Value
    unit: Unit | None = None


class Price(Inbound):
    """An amount in the currency's main unit, as a JSON string or number."""

    amount: Annotated[Number, Field(strict=False, ge=0)]
    currency: Currency


class ProductCreated(Inbound):
    """In: a product was created or changed. A snapshot: it says everything that is known of the product.

    A record without a value (a tombstone) is the same product's delisting.
    """

    type: Literal["product-created/1"] = Field(default="product-created/1", description="schema and its version")
    id: ProductId
    version: int | None = Field(default=None, ge=0, le=MAX_VERSION, description="producer's; orders snapshots")
    locales: Annotated[tuple[Locale, ...], Field(strict=False, min_length=1, max_length=MAX_LOCALES)]
    title: Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
    brand: Name | None = None
    category: Annotated[tuple[Name, ...], Field(strict=False, max_length=8)] = ()
    attributes: Annotated[tuple[Attribute, ...], Field(strict=False, max_length=MAX_ATTRIBUTES)] = ()
    price: Price | None = None
    in_stock: bool | None = None
    images: Annotated[tuple[Url, ...], Field(strict=False, max_length=16)] = ()
    seller_text: Annotated[str, StringConstraints(max_length=10_000)] | None = None
    seller_id: SellerId | None = None


class Rewrite(Inbound):
    """In: asks the owner to write again what stands in `locale`, if its edition is still the one that was seen."""

    type: Literal["copy-request/1"] = "copy-request/1"
    action: Literal["rewrite"] = "rewrite"
    product: ProductId
    locale: Locale
    edition: int = Field(ge=1, description="of the copy that was seen; another edition = the request is void")
    reason: Literal["writer-back", "operator", "model-changed", "rules-changed"]


BLURB_REQUEST_TYPE: Final = "blurb-request/1"
AudienceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,32}$", max_length=32)]
Facet = Annotated[str, StringConstraints(pattern=r"^[a-z]{1,3}:[a-z0-9_.+-]{1,28}$", max_length=32)]
"""Where an interest lies, and in what: `c:kitchen`, `t:mug`, `b:1f3a9c`, `p:3`, `m:linen`, `k:blue`."""


class BlurbRequest(Inbound):
    """In, on `copy-requests`: asks a product's owner for its blurb to one audience, whose facets it brings along."""

    type: Literal["blurb-request/1"] = BLURB_REQUEST_TYPE
    product: ProductId
    locale: Locale
    audience: AudienceId
    facets: Annotated[tuple[Facet, ...], Field(strict=False, max_length=3)] = ()


REVIEW_DECISION_TYPE: Final = "review-decision/1"
Approver = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$", max_length=32)]
"""Who decides, by a short name of the shop's own staff: no mail address fits into it."""
BriefId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
DraftOrigin = Literal["model", "fallback"]


class ReviewDecision(Inbound):
    """In, on `copy-requests`: what a person decided of copy that waits for one, if its review is still the one seen.

    An approval names a draft of the review, an edit brings its own text, a rejection leaves what stands.
    """

    type: Literal["review-decision/1"] = REVIEW_DECISION_TYPE
    action: Literal["approve", "edit", "reject"]
    product: ProductId
    locale: Locale
    kind: Literal["title", "bullets", "description", "seo_title", "meta"]
    edition: int = Field(ge=1, le=MAX_VERSION, description="of the review that was seen; another one = it is void")
    brief_id: BriefId = Field(description="of the review that was seen")
    attempt: int | None = Field(default=None, ge=0, le=16, description="of the approved draft")
    origin: DraftOrigin | None = Field(default=None, description="of the approved draft")
    text: Annotated[str, StringConstraints(min_length=1, max_length=2400)] | None = Field(
        default=None, description="of an edit"
    )
    approver: Approver
    note: Annotated[str, StringConstraints(max_length=200)] = Field(default="", description="why; kept in the ledger")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        told = (self.attempt is not None, self.origin is not None, self.text is not None)
        needed = {"approve": (True, True, False), "edit": (False, False, True), "reject": (False, False, False)}
        if told != needed[self.action]:
            raise ValueError("an approval names `attempt` and `origin`, an edit `text`, a rejection none of them")
        return self


class Probe(Inbound):
    """In: a record that exercises the path itself: decode, one brief, the model, one output, the ledger, the ack."""

    type: Literal["probe/1"] = "probe/1"
    id: Annotated[str, StringConstraints(min_length=1, max_length=128)]
    text: Annotated[str, StringConstraints(max_length=1024)] = ""
