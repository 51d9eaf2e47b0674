"""What led to a copy, made once more: the brief out of the catalogue's facts, its prompt, and the drafts before it.

Equal briefs have equal ids and equal orders get equal answers, so what is made here is what was made then; where the
facts, the model or the rules are others now, that shows by their ids.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from schemas.kinds import Kind
from schemas.outbound_review import ReviewDraft
from workers.copywriter import MAX_DRAFTS, REPAIRED
from workers.desks.printed import HUMAN
from workers.edit.gate import Editor
from workers.entrypoints.explain.search import Explanation
from workers.errors import Permanent
from workers.outcome import Order, Refusal
from workers.plan.audience import Audience
from workers.plan.benefits import Benefits
from workers.plan.blurb import blurb_brief
from workers.plan.brief import Brief, Fact, copy_id
from workers.plan.select import select
from workers.ports import Model
from workers.write.prompts.compact import COMPACT
from workers.write.realise import realise
from workers.write.tensors import STATUS_OK

SECONDS: Final = 10.0
"""For one answer of a server."""


class Remade(NamedTuple):
    """A draft. `fault`: why there is none. No refusal: the rules of today let it pass."""

    origin: str
    attempt: int
    text: str
    refusals: tuple[Refusal, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Remake:
    """`brief` is None where today's facts order no such copy; `same`: it is the one that the copy was written to.

    `same_writer`: the drafts are of the model that wrote the copy; `same_rules`: it was judged by these rules.
    """

    brief: Brief | None
    same: bool
    prompt: str = ""
    drafts: tuple[Remade, ...] = ()
    same_writer: bool = False
    same_rules: bool = False


@dataclass(frozen=True, slots=True)
class Remaking:
    """`drafts`: how many are asked of the model for one brief, at most, as this process's settings have it."""

    model: Model
    benefits: Benefits
    editor: Editor
    drafts: int = MAX_DRAFTS

    async def run(self, found: Explanation) -> Remake:
        """Raises `Transient` while a server is away."""
        brief = self._brief(found)
        if brief is None or brief.id != found.brief_id:
            return Remake(brief, same=False)
        copy = found.copy or found.review
        # Drafts that were put to a person are kept as they were: nothing need be made again.
        before = () if found.review else (*await self._asked(brief, found.copy), *self._own(brief, found.copy))
        return Remake(
            brief,
            same=True,
            prompt=_prompt(brief, int(found.copy.get("attempt", 0))),
            drafts=before,
            same_writer=copy["fingerprint"] == self.model.fingerprint,
            same_rules=copy["rules_version"] == self.editor.version_for(brief.seller),
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
        return None if brief is None else brief.sold_by(entry.get("seller", ""))

    async def _asked(self, brief: Brief, copy: dict[str, Any]) -> list[Remade]:
        """The model's drafts that came before: all of them, where another text than one of them stands."""
        if copy["writer_away"] or copy["fingerprint"] == HUMAN:
            return []
        last = not_repaired(brief, copy) and copy["origin"] == "model"
        try:
            orders = [COMPACT.order(brief, attempt) for attempt in range(copy["attempt"] if last else self.drafts)]
        except Permanent as fault:
            return [Remade("model", 0, "", fault=fault.reason)]
        return [await self._one(brief, attempt, order) for attempt, order in enumerate(orders)]

    async def _one(self, brief: Brief, attempt: int, order: Order) -> Remade:
        (answer,) = await self.model.infer([order], SECONDS)
        if answer.status != STATUS_OK:
            return Remade("model", attempt, "", fault=answer.status)
        text = COMPACT.parse(answer)
        return Remade("model", attempt, text, self.editor.judge(brief, text).refusals)

    def _own(self, brief: Brief, copy: dict[str, Any]) -> Iterator[Remade]:
        """The fallback's before the one that stands."""
        for attempt in range(copy["attempt"] if copy["origin"] == "fallback" else 0):
            try:
                text = realise(brief, attempt)
            except Permanent as fault:
                yield Remade("fallback", attempt, "", fault=fault.reason)
            else:
                yield Remade("fallback", attempt, text, self.editor.judge(brief, text).refusals)


def not_repaired(brief: Brief, copy: dict[str, Any]) -> bool:
    """Whether the copy is a draft as the model wrote it, and not what was left of one."""
    return bool(copy["copy_id"] != copy_id(brief.id, copy["attempt"], copy["fingerprint"] + REPAIRED))


def reviewed(review: dict[str, Any]) -> tuple[ReviewDraft, ...]:
    """The drafts that were put to a person."""
    return tuple(ReviewDraft.model_validate(draft) for draft in review.get("drafts", ()))


def _prompt(brief: Brief, attempt: int) -> str:
    try:
        return COMPACT.order(brief, attempt).prompt.decode()
    except Permanent as fault:
        return f"({fault.reason}: no model is asked)"
