"""Briefs to copy: draft, edit, another draft, then fallback. The one place where attempts are counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workers.edit.gate import SHIPPED, Editor
from workers.errors import Permanent
from workers.outcome import Copy, Cost, Draft, Lane, Origin, Refusal, Standards, Tried, Written
from workers.plan.brief import Brief, copy_id
from workers.ports import Meter, Writer
from workers.write.patience import Away
from workers.write.realise import CannotRealise, realise

FALLBACK = "fallback"
"""What stands in a copy id in the place of a fingerprint when no model wrote the text."""


@dataclass(frozen=True, slots=True)
class Copywriter:
    """`attempts` drafts are asked of the model for one brief, at most; then the realiser writes it in process."""

    writer: Writer
    attempts: int
    meter: Meter
    fall_back: Callable[[Brief, int], str] = realise
    editor: Editor = SHIPPED

    @property
    def standards(self) -> Standards:
        """The model that writes now, and the rules that judge it."""
        return Standards(self.writer.fingerprint, self.editor.version)

    async def write(self, briefs: Sequence[Brief], lane: Lane) -> list[Written]:
        """What came of each brief, in order. Raises `Fatal`; an absent writer gives fallback copy, marked."""
        results = [Written(brief, None) for brief in briefs]
        refused = list(range(len(briefs)))
        away = False
        for attempt in range(self.attempts):
            if not refused:
                break
            try:
                drafts = await self.writer.write([briefs[i] for i in refused], attempt, lane)
            except Away:
                away = True
                break
            except Permanent as fault:
                for index in refused:
                    results[index] = _without_draft(results[index], fault.reason, (attempt, Origin.MODEL))
                break
            refused = self._edit(results, refused, drafts)
        for index in refused:
            results[index] = self._fallback(results[index], away)
        return results

    def _edit(self, results: list[Written], indices: Sequence[int], drafts: Sequence[Draft]) -> list[int]:
        """Judge the drafts into `results`; the indices of those that must be written again."""
        for index, draft in zip(indices, drafts, strict=True):
            results[index] = self._judge(results[index], draft)
        return [index for index in indices if results[index].copy is None]

    def _judge(self, so_far: Written, draft: Draft) -> Written:
        brief = so_far.brief
        judged = self.editor.judge(brief, draft.text)
        cost = so_far.cost if draft.known else so_far.cost + Cost(1, draft.tokens_in, draft.tokens_out)
        if judged.refusals:
            self._count(judged.refusals, brief)
            tried = Tried(draft.text, draft.attempt, Origin.MODEL, judged.refusals)
            return Written(brief, None, (*so_far.tried, tried), cost)
        copy = Copy(
            kind=brief.kind,
            text=draft.text,
            sentences=judged.sentences,
            brief_id=brief.id,
            copy_id=copy_id(brief.id, draft.attempt, draft.fingerprint),
            origin=Origin.MODEL,
            attempt=draft.attempt,
            fingerprint=draft.fingerprint,
            rules_version=self.editor.version,
        )
        self.meter.count("briefs_total", kind=brief.kind, verdict="published")
        return Written(brief, copy, so_far.tried, cost)

    def _fallback(self, so_far: Written, away: bool) -> Written:  # noqa: FBT001  a mark on the copy, no behaviour
        """The realiser's text, held to the same rules; its variants are tried in turn."""
        brief = so_far.brief
        for attempt in range(self.attempts + 1):
            try:
                text = self.fall_back(brief, attempt)
            except CannotRealise as fault:
                so_far = _without_draft(so_far, fault.reason, (attempt, Origin.FALLBACK))
                break
            judged = self.editor.judge(brief, text)
            if judged.refusals:
                self._count(judged.refusals, brief)
                tried = Tried(text, attempt, Origin.FALLBACK, judged.refusals)
                so_far = so_far._replace(tried=(*so_far.tried, tried))
                continue
            copy = Copy(
                kind=brief.kind,
                text=text,
                sentences=judged.sentences,
                brief_id=brief.id,
                copy_id=copy_id(brief.id, attempt, FALLBACK),
                origin=Origin.FALLBACK,
                attempt=attempt,
                fingerprint=self.writer.fingerprint,
                rules_version=self.editor.version,
                away=away,
            )
            self.meter.count("briefs_total", kind=brief.kind, verdict="fallback")
            return so_far._replace(copy=copy)
        self.meter.count("briefs_total", kind=brief.kind, verdict="held-for-review")
        return so_far

    def _count(self, refusals: Sequence[Refusal], brief: Brief) -> None:
        for refusal in refusals:
            self.meter.count("refusals_total", rule=refusal.rule, language=brief.locale[:2])


def _without_draft(so_far: Written, reason: str, attempt: tuple[int, Origin]) -> Written:
    number, origin = attempt
    return so_far._replace(tried=(*so_far.tried, Tried("", number, origin, (Refusal(reason, ""),))))
