"""Records that we write: copy, catalogue, ledger. Every field is bounded, so that each provably fits its topic."""

from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from schemas.inbound import (
    MAX_ATTRIBUTES,
    MAX_LOCALES,
    MAX_VERSION,
    Approver,
    AudienceId,
    Facet,
    Locale,
    Name,
    ProductId,
    SellerId,
    Unit,
    Value,
)
from schemas.kinds import PRODUCT_KINDS, Kind

Hex16 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Hex32 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Edition = Annotated[int, Field(ge=1, le=MAX_VERSION)]
Reason = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,64}$")]
CopyOrigin = Literal["model", "fallback", "human"]
Fingerprint = Annotated[str, StringConstraints(max_length=64)]
RulesVersion = Annotated[str, StringConstraints(max_length=32)]

MAX_LABEL = 40
"""Of the words that say that a machine wrote it."""
AiLabel = Annotated[str, StringConstraints(min_length=2, max_length=MAX_LABEL)] | None

MAX_FACTS = MAX_ATTRIBUTES + 8
MAX_BARRED = 16
MAX_FACTS_A_BRIEF = 24
MAX_SENTENCES = 12
MAX_ATTEMPTS = 16
MAX_COPIES = 2 * MAX_LOCALES
"""Of one product that an event can touch: those in its new locales, and those in the old ones."""
MAX_OUTPUTS = MAX_COPIES * (1 + len(PRODUCT_KINDS))
"""Each copy, and a review of each of its kinds."""


class Outbound(BaseModel):
    """What all our records share."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Outbound):
    """The event that a record follows from."""

    topic: Annotated[str, StringConstraints(max_length=128)]
    partition: int = Field(ge=0, le=10_000)
    offset: int = Field(ge=0, le=MAX_VERSION)


class PublishedSentence(Outbound):
    """One sentence (or bullet), and the ids of the facts that it states."""

    text: Annotated[str, StringConstraints(max_length=600)]
    facts: Annotated[tuple[Hex16, ...], Field(max_length=MAX_FACTS_A_BRIEF)]


class PublishedKind(Outbound):
    """One kind of copy. `text` is the sentences joined as the locale joins them; bullets stand line by line."""

    text: Annotated[str, StringConstraints(max_length=2400)]
    sentences: Annotated[tuple[PublishedSentence, ...], Field(max_length=MAX_SENTENCES)]
    brief_id: Hex32
    copy_id: Hex32
    origin: CopyOrigin
    writer_away: bool = Field(default=False, description="fallback that is rewritten when the writer is back")
    attempt: int = Field(ge=0, le=MAX_ATTEMPTS)
    fingerprint: Fingerprint
    rules_version: RulesVersion
    approved_by: Approver | None = Field(default=None, description="who of the staff approved or wrote it")
    decision: Annotated[str, StringConstraints(max_length=128)] | None = Field(
        default=None, description="where the request stands by which they did"
    )


def _of_product(kind: Kind) -> Kind:
    if kind not in PRODUCT_KINDS:
        raise ValueError("it is written for an audience, and stands in a record of its own")
    return kind


ProductKind = Annotated[
    Kind,
    AfterValidator(_of_product),
    WithJsonSchema({"type": "string", "enum": [kind.value for kind in PRODUCT_KINDS]}),
]


class ProductCopy(Outbound):
    """Out: the copy of one product in one locale; keyed by product id and locale. The highest edition is visible."""

    type: Literal["product-copy/1"] = "product-copy/1"
    product: ProductId
    locale: Locale
    edition: Edition
    revision: "RevisionOut"
    kinds: dict[ProductKind, PublishedKind]
    ai_generated: bool = Field(description="True when any kind was written by a machine; some laws want it said")
    ai_label: AiLabel = Field(default=None, description="words that say so, to be shown beside it; null: a person's")
    source: Source


class AudienceBlurb(Outbound):
    """Out: a product's blurb to one audience in one locale, shared by all of its users; the highest edition is visible.

    `facets` are the audience's as they were asked for.
    """

    type: Literal["audience-blurb/1"] = "audience-blurb/1"
    product: ProductId
    audience: AudienceId
    locale: Locale
    edition: Edition
    facets: Annotated[tuple[Facet, ...], Field(max_length=3)]
    blurb: PublishedKind
    ai_generated: bool = Field(description="True when a machine wrote it; some laws want it said")
    ai_label: AiLabel = Field(default=None, description="words that say so, to be shown beside it; null: a person's")
    source: Source


class RevisionOut(Outbound):
    """What orders a product's facts: the producer's version, then the source offset, above the last delisting."""

    version: int = Field(ge=0, le=MAX_VERSION)
    offset: int = Field(ge=-1, le=MAX_VERSION)
    delisted_at: int = Field(ge=-1, le=MAX_VERSION, description="offset of the last delisting; -1 = never")


class CatalogueFact(Outbound):
    """One normalised fact."""

    id: Hex16
    name: Name
    value: Value
    unit: Unit | Literal[""] = ""


class CatalogueEntry(Outbound):
    """Out: what is known of one product; keyed by product id. `listed` False is the mark that outlives all inputs."""

    type: Literal["catalogue/1"] = "catalogue/1"
    product: ProductId
    edition: Edition
    listed: bool
    revision: RevisionOut
    locales: Annotated[tuple[Locale, ...], Field(max_length=MAX_LOCALES)]
    facts: Annotated[tuple[CatalogueFact, ...], Field(max_length=MAX_FACTS)]
    seller: SellerId | Literal[""] = Field(default="", description="whose rules the copy is held to; no fact")
    source: Source


class LedgerKind(Outbound):
    """What became of one brief."""

    verdict: Literal["published", "repaired", "unchanged", "fallback", "withdrawn", "held-for-review"]
    brief_id: Hex32 | None = None
    copy_id: Hex32 | None = None
    origin: CopyOrigin | None = None
    attempts: int = Field(default=0, ge=0, le=MAX_ATTEMPTS, description="up to the copy; all there were, without one")
    refused: Annotated[tuple[Reason, ...], Field(max_length=16)] = ()


class LedgerOutput(Outbound):
    """One record that followed from the event (or still stands because of it)."""

    topic: Annotated[str, StringConstraints(max_length=128)]
    partition: int = Field(ge=0, le=10_000)
    key: Annotated[str, StringConstraints(max_length=256)]
    edition: int = Field(ge=0, le=MAX_VERSION, description="0 = the topic has no editions")
    verdict: Literal["published", "unchanged", "withdrawn"]
    kinds: dict[Kind, LedgerKind] = Field(default_factory=dict)
    unsaid: Annotated[tuple[Hex16, ...], Field(max_length=MAX_FACTS)] = Field(
        default=(), description="facts without a word in this locale's lexicon"
    )


class LedgerBarred(Outbound):
    """What the listing says and no fact may: where, counted from 0, and the editor's rule that it would break."""

    field: Literal["title", "brand", "category", "attributes"]
    number: int = Field(ge=0, lt=MAX_ATTRIBUTES)
    rule: Reason


class LedgerDecision(Outbound):
    """What a person decided of copy that waited for one; the rules are the editor's, by name."""

    action: Literal["approve", "edit", "reject"]
    by: Approver
    note: Annotated[str, StringConstraints(max_length=200)] = ""
    overruled: Annotated[tuple[Reason, ...], Field(max_length=16)] = ()
    refused: Annotated[tuple[Reason, ...], Field(max_length=16, description="by rules that nobody overrules")] = ()


class LedgerEntry(Outbound):
    """Out: what became of one input event; keyed by its position. The last entry of a position is its outcome."""

    type: Literal["ledger/1"] = "ledger/1"
    source: Source
    key: Annotated[str, StringConstraints(max_length=256)] | None
    verdict: Literal["published", "unchanged", "superseded", "withdrawn", "folded", "dead-lettered", "redriven"]
    reason: Reason | None = None
    folded_into: int | None = Field(default=None, description="offset of the event whose entry says what was published")
    superseded_by: int | None = Field(default=None, description="offset of the event that won")
    outputs: Annotated[tuple[LedgerOutput, ...], Field(max_length=MAX_OUTPUTS)] = ()
    barred: Annotated[tuple[LedgerBarred, ...], Field(max_length=MAX_BARRED, description="these are no facts")] = ()
    withdrawn_blurbs: int = Field(default=0, ge=0, description="that state a fact which no longer holds")
    asked_blurbs: int = Field(default=0, ge=0, description="of the products' owners, on `copy-requests`")
    decision: LedgerDecision | None = Field(default=None, description="of an event that is one")
    skipped_locales: Annotated[tuple[Locale, ...], Field(max_length=MAX_LOCALES)] = ()
    model_calls: int = Field(default=0, ge=0)
    tokens_in: int = Field(default=0, ge=0)
    tokens_out: int = Field(default=0, ge=0)
    at_ms: int = Field(ge=0, description="the worker's wall clock; orders nothing")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if len(self.outputs) > MAX_COPIES and sum(bool(one.kinds or one.unsaid) for one in self.outputs) > MAX_COPIES:
            raise ValueError(f"at most {MAX_COPIES} outputs tell of kinds")
        return self


class ProbeCopy(Outbound):
    """Out: what the probe's text became."""

    type: Literal["probe-copy/1"] = "probe-copy/1"
    id: Annotated[str, StringConstraints(max_length=128)]
    text: Annotated[str, StringConstraints(max_length=2400)]
    copy_id: Hex32
    source: Source


ProductCopy.model_rebuild()
