"""Audiences as a fit leaves them: from the record to a set that users are assigned to. Pure."""

from collections.abc import Iterator

from schemas.outbound_users import AudienceSet
from workers.plan.audience import Audience, Audiences
from workers.plan.audience_words import closed


def audiences_in(told: AudienceSet) -> Audiences:
    """The fitted set takes the ruled one's place; `everyone` is always in it.

    What is not named in closed facets is left out: a record of somebody else's making must not bring a word to a
    prompt that ours may not say.
    """
    return Audiences.of(_closed(told))


def _closed(told: AudienceSet) -> Iterator[Audience]:
    for one in told.audiences:
        if all(map(closed, one.facets)):
            yield Audience(one.id, one.facets, one.parent, one.size, one.centre)
