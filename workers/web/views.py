"""What the read side answers, as types: the description that it serves of itself is made from these."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from schemas.inbound import AudienceId, Facet, Locale, ProductId
from schemas.inbound_users import UserId
from schemas.kinds import Kind
from schemas.outbound import AiLabel, CopyOrigin, Edition, Fingerprint, Hex32, PublishedSentence
from schemas.outbound_users import MAX_AUDIENCE_FACETS, MAX_AUDIENCES, MAX_PICKS, AudienceWords


class View(BaseModel):
    """What all answers share."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class KindView(View):
    """One kind of copy, as plain text: whoever shows it escapes it. The listing's own name says nothing of a writer."""

    text: str = Field(description="plain text; bullets stand line by line")
    sentences: tuple[PublishedSentence, ...] = Field(description="each sentence with the ids of the facts it states")
    origin: CopyOrigin | None = Field(description="who wrote it, or signed it")
    copy_id: Hex32 | None = Field(description="of the text, for `copy-feedback`")
    fingerprint: Fingerprint | None = Field(description="of the model whose words they are; `human`: a person's")
    ai_generated: bool = Field(description="true when a machine wrote it; some laws want it said")
    ai_label: AiLabel = Field(description="the words to show beside it where a machine wrote it, in its language")


class CopyView(View):
    """The copy of a product."""

    product: ProductId
    level: Literal["product-copy", "product-name"] = Field(description="what there was: copy, or else only the name")
    locale: Locale | None = Field(description="of the copy; null for a name, whose language nobody knows")
    match: Literal["exact", "language", "any"] | None = Field(description="how the locale answers the one asked for")
    edition: Edition = Field(description="of the record that this is; a higher one is newer")
    age_seconds: float = Field(ge=0, description="since the store was last known to hold everything")
    stale: bool = Field(description="true: the store has not reached the position that the request waited for")
    ai_generated: bool = Field(description="true when any kind was written by a machine; some laws want it said")
    ai_label: AiLabel = Field(description="the words to show beside it where a machine wrote it, in its language")
    kinds: dict[Kind, KindView]


Level = Literal["personal-blurb", "audience-blurb", "product-copy", "product-name"]
Why = Literal["together", "interest", "popular", "again", "external", "listed"]


class BlurbView(View):
    """One product for one user, and the best words that there are for it now."""

    product: ProductId
    title: str = Field(description="of the copy in the text's language, else what the listing calls the product")
    text: str = Field(description="plain text, one or two sentences: whoever shows it escapes it")
    level: Level = Field(description="what there was: the newest blurb of both is given, else copy, else the name")
    locale: Locale | None = Field(description="of the text; null for a name, whose language nobody knows")
    reason: Why = Field(description="why this product: `popular` and `listed` are nothing personal")
    audience: AudienceId | None = Field(description="whose blurb it is; null for words that are for everybody")
    edition: Edition = Field(description="of the record that the text is from")
    copy_id: Hex32 | None = Field(description="of the text, for `copy-feedback`; null where it is not known")
    origin: CopyOrigin | None = Field(description="who wrote the text, or signed it; null like `copy_id`")
    fingerprint: Fingerprint | None = Field(description="of the model whose words they are; `human`: a person's")
    ai_generated: bool = Field(description="true when a machine wrote the text or the title; some laws want it said")
    ai_label: AiLabel = Field(description="the words to show beside it where a machine wrote it, in its language")


class SpokenAudienceView(View):
    """The audience of a user, in words that may be shown to them."""

    id: AudienceId
    words: str


class BlurbsView(View):
    """What one user is to see, best first. Nobody, and whoever is not known, sees what is popular."""

    user: UserId
    slot: str | None = Field(description="as it was asked for")
    personal: bool = Field(description="false: nothing is known of the user, or nothing may be used")
    audience: SpokenAudienceView
    locale: Locale | None = Field(description="that was looked for: the one asked for, else the user's own")
    items: Annotated[tuple[BlurbView, ...], Field(max_length=MAX_PICKS)]
    age_seconds: float = Field(ge=0, description="since the store was last known to hold everything")
    stale: bool = Field(description="true: the store is behind the position waited for, or still reads about users")


class AudienceView(View):
    """One audience: a shelf of interests, and nothing about who its users are."""

    id: AudienceId
    words: AudienceWords
    facets: Annotated[tuple[Facet, ...], Field(max_length=MAX_AUDIENCE_FACETS, description="the leading one first")]
    size: int = Field(ge=0, description="users at the fit; 0 where nothing was fitted")


class AudiencesView(View):
    """The audiences that users are in."""

    fitted: bool = Field(description="false: nobody has fitted any, and these are the ruled ones")
    version: int = Field(ge=0, description="of the fit; 0 = none")
    audiences: Annotated[tuple[AudienceView, ...], Field(max_length=MAX_AUDIENCES + 1)]
    age_seconds: float = Field(ge=0, description="since the store was last known to hold everything")


class TakenView(View):
    """What was sent has been taken in, and is on its way."""

    taken: int = Field(ge=0, description="items")


class ReadyView(View):
    """Whether answers can be relied on."""

    ready: bool
    reason: str
    age_seconds: float | None = Field(description="since the store was known to hold everything; null: it does not")


class HealthView(View):
    """That the event loop turns."""

    status: Literal["ok"] = "ok"


class UpdateView(View):
    """An update on the stream: under this key there is a new edition, or nothing any more. Ask for the copy itself."""

    product: ProductId
    locale: Locale
    edition: Edition
    withdrawn: bool


class BlurbUpdateView(View):
    """An update on the stream: the product has a new blurb to this audience, or none any more."""

    product: ProductId
    audience: AudienceId
    locale: Locale
    edition: Edition
    withdrawn: bool


class UserUpdateView(View):
    """An update on the stream of one user: there is something else to see, or nothing personal any more."""

    user: UserId
    edition: int = Field(ge=0, description="0 = there is nothing of this user yet")
    withdrawn: bool


class ProblemView(View):
    """RFC 9457: what is wrong with a request, or with us."""

    type: str
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str = ""
