"""Briefs to copy: draft, edit, other drafts, what is left of one, then fallback. The one place that counts attempts."""

from asyncio import TaskGroup
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from workers.edit.gate import SHIPPED, Editor, Judged
from workers.edit.repair import best_repair
from workers.edit.sameness.shelves import ALONE, Likeness, Shelves
from workers.edit.telling import told, words_of
from workers.errors import Permanent
from workers.outcome import Attempt, Copy, Cost, Draft, Lane, Origin, Refusal, Standards, Tried, Written
from workers.plan.brief import Brief, digest
from workers.ports import Meter, Writer
from workers.write.patience import Away
from workers.write.realise import CannotRealise, realise

FALLBACK: Final = "fallback"
"""What stands in a copy id in the place of a fingerprint when no model wrote the text; and of one that nobody knows."""
REPAIRED: Final = "repaired"
"""What the copy id of a draft that lost sentences is made of, beside the draft's: it is another text."""
MAX_DRAFTS: Final = 16
"""Of one brief: `schemas.outbound` has no room for a higher attempt."""


class _Answer(NamedTuple):
    """What came of asking for one draft of each brief; `fault`: why nothing did."""

    attempt: int
    drafts: Sequence[Draft] = ()
    fault: Away | Permanent | None = None


class _Alike(NamedTuple):
    """A draft that might be published, were it not so like others. `place`: among those that were tried."""

    copy: Copy
    likeness: Likeness
    place: int


@dataclass(slots=True)
class _Order:
    """One brief on its way. All drafts that are `refused` or `alike` are also among `tried`.

    `avoid`: what the next draft is told of those that were refused.
    """

    brief: Brief
    tried: list[Tried] = field(default_factory=list)
    refused: list[Draft] = field(default_factory=list)
    avoid: tuple[Refusal, ...] = ()
    alike: list[_Alike] = field(default_factory=list)
    cost: Cost = field(default_factory=Cost)
    copy: Copy | None = None

    def attempt(self, number: int) -> Attempt:
        return Attempt(self.brief, number, self.avoid)

    def without_draft(self, reason: str, attempt: Attempt, origin: Origin, writer: str) -> None:
        self.tried.append(Tried("", attempt.number, origin, (Refusal(reason, ""),), attempt.copy_id(writer)))

    def written(self) -> Written:
        return Written(self.brief, self.copy, tuple(self.tried), self.cost)


@dataclass(frozen=True, slots=True)
class Copywriter:
    """The model is asked `attempts` times for one brief, at most; then the realiser writes it in process.

    The first time for one draft, later for `candidates` at once, which are told what was wrong before and judged in
    their order: so there are at most 1 + (attempts - 1) * candidates drafts, and never more than 16. An attempt's
    number is its draft's.

    A draft that is only too like what is on its shelf is turned down as long as there may be another; if none comes,
    the one that is least so is published.
    """

    writer: Writer
    attempts: int
    meter: Meter
    fall_back: Callable[[Brief, int, Sequence[str]], str] = realise
    editor: Editor = SHIPPED
    candidates: int = 3
    shelves: Shelves = field(default_factory=Shelves)

    @property
    def standards(self) -> Standards:
        """The model that writes now, and the rules that judge it."""
        return Standards(self._writers, self.editor.version)

    @property
    def _writers(self) -> str:
        """The writer's fingerprint. A worker that began while the writer was away does not know it."""
        return self.writer.fingerprint or FALLBACK

    async def write(self, briefs: Sequence[Brief], lane: Lane) -> list[Written]:
        """What came of each brief, in order. Raises `Fatal`; an absent writer gives fallback copy, marked."""
        orders = [_Order(brief) for brief in briefs]
        away = await self._draft(orders, lane)
        for order in orders:
            # While the writer is away not all has been tried: what stands in then is marked, and rewritten.
            done = order.copy is not None or self._least_alike(order) or (not away and self._repair(order))
            if not done:
                self._fall_back(order, away)
        return [order.written() for order in orders]

    async def _draft(self, orders: Sequence[_Order], lane: Lane) -> bool:
        """Ask until each has its copy, or nobody answers any more. Whether that is because the writer is away."""
        for attempts in calls(self.attempts, self.candidates):
            waiting = [order for order in orders if order.copy is None]
            if not waiting:
                break
            answers = await self._ask(waiting, attempts, lane)
            for answer in answers:
                if answer.fault is None:
                    self._judge(list(zip(waiting, answer.drafts, strict=True)))
            if any(isinstance(answer.fault, Away) for answer in answers):
                return True
            if refusals := [answer for answer in answers if answer.fault is not None]:
                self._note(refusals, waiting)
                break
        return False

    async def _ask(self, orders: Sequence[_Order], attempts: range, lane: Lane) -> list[_Answer]:
        """For each attempt a draft of each brief. All are asked for before the loop turns: rows of one batch."""
        calls = [[order.attempt(number) for order in orders] for number in attempts]
        if len(calls) == 1:
            return [await self._ask_for(calls[0], lane)]
        try:
            async with TaskGroup() as group:
                tasks = [group.create_task(self._ask_for(call, lane)) for call in calls]
        except ExceptionGroup as faults:
            # One call's fault, as if it had been asked alone: who catches it goes by its class.
            raise faults.exceptions[0] from faults
        return [task.result() for task in tasks]

    async def _ask_for(self, attempts: Sequence[Attempt], lane: Lane) -> _Answer:
        number = attempts[0].number
        try:
            return _Answer(number, await self.writer.write(attempts, lane))
        except (Away, Permanent) as fault:
            return _Answer(number, fault=fault)

    def _judge(self, written: Sequence[tuple[_Order, Draft]]) -> None:
        """One draft of each: the first that passes is the copy. All that were written are paid."""
        for order, draft in written:
            if not draft.known:
                order.cost += Cost(1, draft.tokens_in, draft.tokens_out)
        wanted = [(order, draft) for order, draft in written if order.copy is None]
        verdicts = self.editor.judge_all([(order.brief, draft.text) for order, draft in wanted])
        for (order, draft), judged in zip(wanted, verdicts, strict=True):
            self._decide(order, draft, judged)

    def _decide(self, order: _Order, draft: Draft, judged: Judged) -> None:
        if judged.refusals:
            order.refused.append(draft)
            order.avoid = told(order.avoid, judged.refusals)
            self._refuse(order, draft, Origin.MODEL, judged.refusals)
            return
        copy = self._copy(order.brief, draft, judged)
        likeness = self.shelves.compare(order.brief, draft.text)
        if not likeness.refusals:
            self._became(order, copy, likeness)
            return
        order.alike.append(_Alike(copy, likeness, len(order.tried)))
        self._refuse(order, draft, Origin.MODEL, likeness.refusals)

    def _least_alike(self, order: _Order) -> bool:
        """The draft, of those that are only too like others, that is least so. Whether there is any."""
        if not order.alike:
            return False
        copy, likeness, place = min(order.alike, key=lambda one: one.likeness.degree)
        del order.tried[place]
        self._became(order, copy, likeness)
        return True

    def _repair(self, order: _Order) -> bool:
        """What is left of the best refused draft without what was refused. Whether that may be published."""
        found = best_repair(order.brief, (draft.text for draft in order.refused), self.editor)
        if found is None:
            return False
        number, text = found
        draft = order.refused[number]
        judged = self.editor.judge(order.brief, text)
        copy = self._copy(order.brief, draft._replace(text=text), judged)
        self._became(order, copy._replace(copy_id=digest(draft.copy_id, REPAIRED), repaired=True))
        return True

    def _copy(self, brief: Brief, draft: Draft, judged: Judged) -> Copy:
        return Copy(
            kind=brief.kind,
            text=draft.text,
            sentences=judged.sentences,
            brief_id=brief.id,
            copy_id=draft.copy_id,
            origin=Origin.MODEL,
            attempt=draft.attempt,
            fingerprint=draft.fingerprint,
            rules_version=self.editor.version_for(brief.seller),
        )

    def _fall_back(self, order: _Order, away: bool) -> None:  # noqa: FBT001  a mark on the copy, no behaviour
        """The realiser's text, held to the same rules; its variants are tried in turn."""
        brief = order.brief
        for number in range(self.attempts + 1):
            attempt = order.attempt(number)
            try:
                text = self.fall_back(brief, number, words_of(attempt.avoid))
            except CannotRealise as fault:
                order.without_draft(fault.reason, attempt, Origin.FALLBACK, FALLBACK)
                break
            draft = Draft(text, number, attempt.copy_id(FALLBACK), self._writers)
            judged = self.editor.judge(brief, text)
            if judged.refusals:
                order.avoid = told(order.avoid, judged.refusals)
                self._refuse(order, draft, Origin.FALLBACK, judged.refusals)
                continue
            copy = self._copy(brief, draft, judged)
            self._became(order, copy._replace(origin=Origin.FALLBACK, away=away))
            return
        self._count(brief, "held-for-review")

    def _refuse(self, order: _Order, draft: Draft, origin: Origin, refusals: tuple[Refusal, ...]) -> None:
        order.tried.append(Tried(draft.text, draft.attempt, origin, refusals, draft.copy_id))
        for refusal in refusals:
            self.meter.count("refusals_total", rule=refusal.rule, language=order.brief.locale[:2])

    def _became(self, order: _Order, copy: Copy, likeness: Likeness = ALONE) -> None:
        order.copy = copy
        self.shelves.remember(order.brief, copy.text, likeness)
        self._count(order.brief, copy.verdict)

    def _count(self, brief: Brief, verdict: str) -> None:
        self.meter.count("briefs_total", kind=brief.kind, language=brief.locale[:2], verdict=verdict)

    def _note(self, answers: Sequence[_Answer], orders: Sequence[_Order]) -> None:
        """Why there was no draft, for those that have no copy."""
        for answer in answers:
            for order in orders:
                if order.copy is None and answer.fault is not None:
                    order.without_draft(answer.fault.reason, order.attempt(answer.attempt), Origin.MODEL, self._writers)


def calls(attempts: int, candidates: int) -> Iterator[range]:
    """The attempts of each call of the model."""
    yield range(1)
    for first in range(1, min(1 + (attempts - 1) * candidates, MAX_DRAFTS), candidates):
        yield range(first, min(first + candidates, MAX_DRAFTS))
