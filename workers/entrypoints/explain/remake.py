"""What led to a copy, made once more: the brief out of the catalogue's facts, its prompt, and the drafts before it.

Equal briefs have equal ids and equal orders get equal answers, so what is made here is what was made then; where the
facts, the model or the rules are others now, that shows by their ids.
"""

from dataclasses import dataclass
from typing import Any

from schemas.kinds import Kind
from schemas.outbound_review import ReviewDraft
from workers.edit.gate import Editor
from workers.entrypoints.explain.redrafting import Before, Redrafting, Remade
from workers.entrypoints.explain.search import Explanation
from workers.errors import Permanent
from workers.outcome import Attempt
from workers.plan.audience import Audience
from workers.plan.benefits import Benefits
from workers.plan.blurb import blurb_brief
from workers.plan.brief import Brief, Fact
from workers.plan.select import select
from workers.write.prompts.compact import COMPACT


@dataclass(frozen=True, slots=True)
class Remake:
    """`brief` is None where today's facts order no such copy; `same`: it is the one that the copy was written to.

    `editor`: who judged what is made here. `same_writer`: the drafts are of the model that wrote the copy;
    `same_rules`: it was judged by these rules.
    """

    brief: Brief | None
    editor: Editor
    same: bool
    prompt: str = ""
    drafts: tuple[Remade, ...] = ()
    same_writer: bool = False
    same_rules: bool = False


@dataclass(frozen=True, slots=True)
class Remaking:
    """Makes the order of a copy once more, and through `redrafting` what was written to it before."""

    redrafting: Redrafting
    benefits: Benefits

    async def run(self, found: Explanation) -> Remake:
        """Raises `Transient` while a server is away."""
        brief, editor = self._brief(found), self.redrafting.editor
        if brief is None or brief.id != found.brief_id:
            return Remake(brief, editor, same=False)
        copy = found.copy or found.review
        # Drafts that were put to a person are kept as they were: nothing need be made again.
        before = Before((), Attempt(brief)) if found.review else await self.redrafting.before(brief, found.copy)
        return Remake(
            brief,
            editor,
            same=True,
            prompt=_prompt(before.last),
            drafts=before.drafts,
            same_writer=copy["fingerprint"] == self.redrafting.model.fingerprint,
            same_rules=copy["rules_version"] == editor.version_for(brief.seller),
        )

    def _brief(self, found: Explanation) -> Brief | None:
        """Of the newest facts that order it by the same id, else of the newest."""
        briefs = [brief for entry in reversed(found.listings) if (brief := self._ordered(found, entry)) is not None]
        return next((brief for brief in briefs if brief.id == found.brief_id), briefs[0] if briefs else None)

    def _ordered(self, found: Explanation, entry: dict[str, Any]) -> Brief | None:
        facts = tuple(Fact(fact["id"], fact["name"], fact["value"], fact["unit"]) for fact in entry["facts"])
        if found.kind == Kind.BLURB:
            audience = Audience(found.audience, tuple(found.facets))
            brief = blurb_brief(found.product, facts, found.locale, audience, self.benefits)
        else:
            briefs = select(found.product, facts, found.locale, self.benefits).briefs
            brief = next((one for one in briefs if one.kind == found.kind), None)
        # Older entries do not tell the seller.
        return None if brief is None else self.redrafting.editor.order(brief.sold_by(entry.get("seller", "")))


def reviewed(review: dict[str, Any]) -> tuple[ReviewDraft, ...]:
    """The drafts that were put to a person."""
    return tuple(ReviewDraft.model_validate(draft) for draft in review.get("drafts", ()))


def _prompt(attempt: Attempt) -> str:
    try:
        return COMPACT.order(attempt).prompt.decode()
    except Permanent as fault:
        return f"({fault.reason}: no model is asked)"
