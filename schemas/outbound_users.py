"""Records about users that we write. A user is a pseudonym; nothing here says more of one than what a shelf would."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from schemas.inbound import MAX_VERSION, AudienceId, Facet
from schemas.inbound_users import MAX_WHEN_MS
from schemas.outbound import Edition, Outbound

MAX_LIKES = 12
MAX_MARKS = 12
Marks = Annotated[
    tuple[Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{6}$")], ...], Field(max_length=MAX_MARKS)
]
"""Newest last: the first 36 bits of BLAKE2b over an id, in base64url."""


class ProfileEntry(Outbound):
    """Out: what one user's behaviour comes to; keyed by user. At most 400 bytes of JSON (the weakest likes give way).

    `applied` is the offset of the last event that changed it: an event at or below it comes again.
    """

    type: Literal["profile/1"] = "profile/1"
    edition: Edition
    applied: int = Field(ge=-1, le=MAX_VERSION)
    at_ms: int = Field(ge=0, le=MAX_WHEN_MS, description="event time that the weights are decayed to")
    likes: Annotated[dict[Facet, Annotated[int, Field(ge=1, le=10_000_000)]], Field(max_length=MAX_LIKES)]
    seen: Marks = ()
    bought: Marks = ()
    dismissed: Marks = ()
    events: Marks = Field(default=(), description="ids of the last events, so that one sent twice counts once")
    pace: int = Field(default=0, ge=0, le=100_000, description="events in the minute of `at_ms`")
    audience: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{0,32}$", max_length=32)] = ""
    forgotten: int = Field(
        default=-1, ge=-1, le=MAX_VERSION, description="offset up to which nothing is known any more"
    )
    opted_out: bool = Field(default=False, description="true: nothing personal is learnt or shown")


MAX_AUDIENCE_FACETS = 3
MAX_CENTRE = 32


class AudienceWords(Outbound):
    """What an audience is called: words of the lexicon alone, never of a person's traits."""

    en: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    zh: Annotated[str, StringConstraints(min_length=1, max_length=60)]


class AudienceEntry(Outbound):
    """Out: one audience of a fitted set; keyed by its id. `everyone` needs no record: it is always there."""

    type: Literal["audience/1"] = "audience/1"
    id: AudienceId
    version: int = Field(ge=1, le=MAX_VERSION, description="of the fit that it belongs to")
    edition: Edition
    facets: Annotated[tuple[Facet, ...], Field(min_length=1, max_length=MAX_AUDIENCE_FACETS)]
    words: AudienceWords
    parent: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{0,32}$", max_length=32)] = ""
    size: int = Field(ge=0, le=MAX_VERSION, description="how many users it had at the fit")
    centre: Annotated[
        dict[Facet, Annotated[int, Field(ge=1, le=1000, description="thousandths; their proportions count")]],
        Field(min_length=1, max_length=MAX_CENTRE),
    ]
