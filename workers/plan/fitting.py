"""Audiences as a fit leaves them: from the record to a set that users are assigned to. Pure."""

from schemas.outbound_users import AudienceSet
from workers.plan.audience import Audience, Audiences


def audiences_in(told: AudienceSet) -> Audiences:
    """The fitted set takes the ruled one's place; `everyone` is always in it."""
    return Audiences.of(Audience(one.id, one.facets, one.parent, one.size, one.centre) for one in told.audiences)
