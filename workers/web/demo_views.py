"""What the demo shop is told, as types."""

from typing import Annotated, Literal

from pydantic import Field

from schemas.inbound import Inbound, Locale, ProductId
from schemas.inbound_users import UserId
from schemas.outbound import AiLabel, AudienceBlurb, CatalogueFact
from schemas.outbound_users import PersonalCopy
from workers.web.views import View

MAX_SHOWN = 100


class DemoAct(Inbound):
    """What a shopper of the demo does."""

    user: UserId
    action: Literal["viewed", "carted", "removed", "purchased", "dismissed"]
    product: ProductId
    locale: Locale | None = None


class DemoProductView(View):
    """A product on the demo's pages. `text`: the first lines of its copy, where there is copy."""

    id: ProductId
    title: str
    category: str
    price: str
    text: str
    ai_generated: bool
    ai_label: AiLabel
    colour: str


class DemoProductsView(View):
    """A page of the catalogue. `total`: of all that is on offer."""

    products: Annotated[tuple[DemoProductView, ...], Field(max_length=MAX_SHOWN)]
    total: int = Field(ge=0)


class DemoProfileView(View):
    """What a user's behaviour has come to."""

    edition: int
    applied: int
    at_ms: int
    likes: dict[str, int]
    audience: str
    opted_out: bool


class DemoBlurbView(View):
    """A pick, the blurb that stands for it now, and the facts that its sentences may name."""

    product: ProductId
    title: str
    blurb: AudienceBlurb | None
    facts: tuple[CatalogueFact, ...]


class DemoTraceView(View):
    """From what a user did to what a user sees: every step, as it stands in the topics."""

    user: UserId
    profile: DemoProfileView | None
    personal: PersonalCopy | None
    words: str
    blurbs: tuple[DemoBlurbView, ...]
