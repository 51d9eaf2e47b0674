"""The drafts before a copy, made once more: in the order of then, each told what was wrong with those before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from workers.copywriter import calls
from workers.desks.printed import HUMAN
from workers.edit.gate import Editor
from workers.edit.telling import told, words_of
from workers.errors import Permanent
from workers.outcome import Attempt, Refusal
from workers.plan.brief import Brief
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


class Before(NamedTuple):
    """The drafts, and the attempt at which the copy's own was made, as far as that can be told."""

    drafts: tuple[Remade, ...]
    last: Attempt


@dataclass(frozen=True, slots=True)
class Redrafting:
    """`attempts`, `candidates`: how many calls of the model, and drafts of one, as this process's settings have it."""

    model: Model
    editor: Editor
    attempts: int
    candidates: int

    async def before(self, brief: Brief, copy: dict[str, Any]) -> Before:
        """All that were made before the copy's own; none where a person wrote it all."""
        if copy["fingerprint"] == HUMAN:
            return Before((), Attempt(brief))
        asked = Before((), Attempt(brief)) if copy["writer_away"] else await self._asked(brief, copy)
        if copy["origin"] != "fallback":
            return asked
        return Before((*asked.drafts, *self._own(asked.last, copy)), asked.last)

    async def _asked(self, brief: Brief, copy: dict[str, Any]) -> Before:
        """The model's: all of them, where another text than one of them stands."""
        as_then = (self.model.fingerprint, self.editor.version_for(brief.seller))
        is_own = _by_id if as_then == (copy["fingerprint"], copy["rules_version"]) else _by_number
        made: list[Remade] = []
        avoid: tuple[Refusal, ...] = ()
        for call in calls(self.attempts, self.candidates):
            fresh: list[Remade] = []
            for attempt in [Attempt(brief, number, avoid) for number in call]:
                if copy["origin"] == "model" and is_own(attempt, copy):
                    return Before((*made, *fresh), attempt)
                fresh.append(await self._one(attempt))
            made += fresh
            avoid = _told(avoid, fresh)
        return Before(tuple(made), Attempt(brief, copy["attempt"], avoid))

    async def _one(self, attempt: Attempt) -> Remade:
        try:
            (answer,) = await self.model.infer([COMPACT.order(attempt)], SECONDS)
        except Permanent as fault:
            return Remade("model", attempt.number, "", fault=fault.reason)
        if answer.status != STATUS_OK:
            return Remade("model", attempt.number, "", fault=answer.status)
        text = COMPACT.parse(answer)
        return Remade("model", attempt.number, text, self.editor.judge(attempt.brief, text).refusals)

    def _own(self, last: Attempt, copy: dict[str, Any]) -> list[Remade]:
        """The fallback's before the one that stands."""
        made: list[Remade] = []
        avoid = last.avoid
        for attempt in range(copy["attempt"]):
            try:
                text = realise(last.brief, attempt, words_of(avoid))
            except Permanent as fault:
                made.append(Remade("fallback", attempt, "", fault=fault.reason))
                break
            made.append(Remade("fallback", attempt, text, self.editor.judge(last.brief, text).refusals))
            avoid = _told(avoid, made[-1:])
        return made


def _by_id(attempt: Attempt, copy: dict[str, Any]) -> bool:
    return attempt.copy_id(copy["fingerprint"]) == str(copy["copy_id"])


def _by_number(attempt: Attempt, copy: dict[str, Any]) -> bool:
    """Where model or rules are others now, ids are too."""
    return attempt.number >= int(copy["attempt"])


def _told(avoid: Sequence[Refusal], drafts: Iterable[Remade]) -> tuple[Refusal, ...]:
    known = tuple(avoid)
    for draft in drafts:
        known = told(known, draft.refusals)
    return known
