"""What the read side answers, as types: the description that it serves of itself is made from these."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from schemas.inbound import Locale, ProductId
from schemas.kinds import Kind
from schemas.outbound import Edition, PublishedSentence


class View(BaseModel):
    """What all answers share."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class KindView(View):
    """One kind of copy, as plain text: whoever shows it escapes it."""

    text: str = Field(description="plain text; bullets stand line by line")
    sentences: tuple[PublishedSentence, ...] = Field(description="each sentence with the ids of the facts it states")


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
    kinds: dict[Kind, KindView]


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


class ProblemView(View):
    """RFC 9457: what is wrong with a request, or with us."""

    type: str
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str = ""
