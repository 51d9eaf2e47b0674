"""The audiences that users are in: those that were fitted, or the ruled ones where nobody has fitted any. Pure."""

from schemas.outbound_users import AudienceSet, AudienceWords
from workers.desks.contract import held_as
from workers.plan.audience import EVERYONE, RULED, Audience
from workers.web.found import Found
from workers.web.problem import Problem
from workers.web.shelf import Shelf, age_seconds
from workers.web.views import AudiencesView, AudienceView

KEY = b"fitted"


def audiences(shelf: Shelf, now_ms: int) -> Found[AudiencesView]:
    """All of them, `everyone` first. Raises `Fatal` when the disk fails."""
    age = age_seconds((shelf.audiences,), now_ms)
    if age is None:
        # The ruled ones would be a guess: there may be a fit further on.
        return Found(Problem.RESTORING)
    found = shelf.audiences.find(KEY)
    fit = None if found is None else held_as(found[1], AudienceSet)
    views = tuple(_ruled(one) for one in RULED) if fit is None else (_ruled(EVERYONE), *_fitted(fit))
    return Found(
        AudiencesView(
            fitted=fit is not None, version=0 if fit is None else fit.version, audiences=views, age_seconds=age
        )
    )


def _ruled(one: Audience) -> AudienceView:
    words = AudienceWords(en=one.words("en-GB"), zh=one.words("zh-CN"))
    return AudienceView(id=one.id, words=words, facets=one.facets, size=one.size)


def _fitted(fit: AudienceSet) -> tuple[AudienceView, ...]:
    return tuple(
        AudienceView(id=one.id, words=one.words, facets=one.facets, size=one.size)
        for one in fit.audiences
        if one.id != EVERYONE.id
    )
