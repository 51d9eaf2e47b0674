"""Records about users that we write. A user is a pseudonym; nothing here says more of one than what a shelf would."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from schemas.inbound import MAX_VERSION, AudienceId, Facet, Locale, ProductId
from schemas.inbound_users import MAX_WHEN_MS, UserId
from schemas.outbound import AiLabel, CopyOrigin, Edition, Fingerprint, Hex32, Outbound, RulesVersion, Source
from schemas.profile import AudienceName, Likes, Marks


class ProfileEntry(Outbound):
    """Out: what one user's behaviour comes to; keyed by user. At most 400 bytes of JSON (the weakest likes give way).

    `applied` is the offset of the last event that changed it: an event at or below it comes again.
    """

    type: Literal["profile/1"] = "profile/1"
    edition: Edition
    applied: int = Field(ge=-1, le=MAX_VERSION)
    at_ms: int = Field(ge=0, le=MAX_WHEN_MS, description="event time that the weights are decayed to")
    likes: Likes
    seen: Marks = Field(default="", description="marks of products, six signs each")
    bought: Marks = ""
    dismissed: Marks = ""
    events: Marks = Field(default="", description="ids of the last events, so that one sent twice counts once")
    pace: int = Field(default=0, ge=0, le=100_000, description="events in the minute of `at_ms`")
    audience: AudienceName = ""
    forgotten: int = Field(
        default=-1, ge=-1, le=MAX_VERSION, description="offset up to which nothing is known any more"
    )
    opted_out: bool = Field(default=False, description="true: nothing personal is learnt or shown")
    # Of nearly everybody there is none: the one field that is left out where it says nothing, for its room.
    adopted: Marks = Field(
        default="", exclude_if=lambda marks: not marks, description="of moves that brought an older pseudonym's profile"
    )


MAX_AUDIENCE_FACETS = 3
MAX_CENTRE = 32


class AudienceWords(Outbound):
    """What an audience is called: words of the lexicon alone, never of a person's traits."""

    en: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    zh: Annotated[str, StringConstraints(min_length=1, max_length=60)]


class FittedAudience(Outbound):
    """One audience of a fitted set. `everyone` needs no place in it: it is always there."""

    id: AudienceId
    facets: Annotated[tuple[Facet, ...], Field(min_length=1, max_length=MAX_AUDIENCE_FACETS)]
    words: AudienceWords
    parent: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{0,32}$", max_length=32)] = ""
    size: int = Field(ge=0, le=MAX_VERSION, description="how many users it had at the fit")
    centre: Annotated[
        dict[Facet, Annotated[int, Field(ge=1, le=1000, description="thousandths; their proportions count")]],
        Field(min_length=1, max_length=MAX_CENTRE),
    ]


MAX_AUDIENCES = 128


class AudienceSet(Outbound):
    """Out: what `audiences fit` found, whole: workers go from one set to the next with one record.

    `merged` audiences are not in it: each has at least `k_min` users.
    """

    type: Literal["audience-set/1"] = "audience-set/1"
    edition: Edition
    version: int = Field(ge=1, le=MAX_VERSION, description="of the fit: one more than the last")
    users: int = Field(ge=0, le=MAX_VERSION, description="whose behaviour it was fitted to")
    k_min: int = Field(ge=1, le=MAX_VERSION, description="users that an audience has at least")
    audiences: Annotated[tuple[FittedAudience, ...], Field(max_length=MAX_AUDIENCES)]


Thousandths = Annotated[int, Field(ge=0, le=1000)]
MAX_NEIGHBOURS = 24
MAX_ON_SHELF = 48


class Weighed(Outbound):
    """A product, and how much there is to it beside the first of its list, which has 1000."""

    product: ProductId
    weight: Thousandths


class Affinity(Outbound):
    """Out: what goes with a product, strongest first, from `affinity fit`; keyed `product <id>`."""

    type: Literal["affinity/1"] = "affinity/1"
    product: ProductId
    edition: Edition
    neighbours: Annotated[tuple[Weighed, ...], Field(max_length=MAX_NEIGHBOURS)]


EVERYTHING = "*"
ShelfName = Annotated[str, StringConstraints(pattern=r"^(\*|[a-z]{1,3}:[a-z0-9_.+-]{1,28})$", max_length=32)]


class PopularShelf(Outbound):
    """Out: what is looked at most of one facet, or of all (`*`), new products lifted; keyed `shelf <facet>`."""

    type: Literal["shelf/1"] = "shelf/1"
    shelf: ShelfName
    edition: Edition
    products: Annotated[tuple[Weighed, ...], Field(max_length=MAX_ON_SHELF)]


MAX_PICKS = 12
PickReason = Literal["together", "interest", "popular", "again", "external"]


class PersonalPick(Outbound):
    """One product for one user. `text` is its blurb as it was when this was made; the read side prefers the newest.

    The last four are the blurb's own, as `audience-blurb` has them; older records have texts without them.
    """

    product: ProductId
    score: Thousandths
    reason: PickReason
    locale: Locale = Field(description="of the blurb that was asked for")
    text: Annotated[str, StringConstraints(max_length=400)] | None = None
    edition: int = Field(default=0, ge=0, le=MAX_VERSION, description="of that blurb; 0 = there was none yet")
    asked_ms: int = Field(default=0, ge=0, le=MAX_WHEN_MS, description="when it was asked for; 0 = it was not")
    copy_id: Hex32 | None = Field(default=None, description="of the text")
    origin: CopyOrigin | None = Field(default=None, description="who wrote it")
    fingerprint: Fingerprint | None = Field(default=None, description="of the model that was asked for it")
    rules_version: RulesVersion | None = Field(default=None, description="that let it pass")


class PersonalCopy(Outbound):
    """Out: what one user should see, best first; keyed by user. A tombstone: nothing personal."""

    type: Literal["personal-copy/1"] = "personal-copy/1"
    user: UserId
    edition: Edition
    applied: int = Field(ge=0, le=MAX_VERSION, description="offset of the event that it was made at")
    at_ms: int = Field(ge=0, le=MAX_WHEN_MS, description="event time that it was made at")
    audience: AudienceId
    facets: Annotated[tuple[Facet, ...], Field(max_length=MAX_AUDIENCE_FACETS)]
    locale: Locale
    picks: Annotated[tuple[PersonalPick, ...], Field(max_length=MAX_PICKS)]
    ai_generated: bool = Field(
        default=False, description="True when a machine wrote one of its texts; some laws want it said"
    )
    ai_label: AiLabel = Field(default=None, description="words that say so, to be shown beside it; null: a person's")
    source: Source
