"""The writer of briefs: known copies first, then whoever already asks, then the model."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from workers.errors import DoNotRestart, Fault, Permanent
from workers.outcome import Answer, Attempt, Draft, Lane
from workers.plan.brief import Brief
from workers.ports import Clock, Meter, Model
from workers.write.batching import Batcher, answers
from workers.write.breaker import Breaker
from workers.write.cache import InFlight, KnownCopies
from workers.write.prompts import Pack
from workers.write.tensors import STATUS_OK
from workers.write.tickets import Ticket

PATIENCE_SECONDS: Final = 30.0
UNKNOWN_PACK: Final = "unknown-pack"
ROW_REASONS: Final = frozenset({"bad-prompt", "cannot-realise", "not-utf-8"})
"""What a server may say of a row; anything else is a `model-error`, so that labels stay a closed list."""


@dataclass(frozen=True, slots=True)
class BriefWriter:
    """Drafts for briefs. `patience` is seconds from a brief's arrival to its draft, the queue included."""

    model: Model
    pack: Pack
    batcher: Batcher
    breaker: Breaker
    known: KnownCopies
    clock: Clock
    meter: Meter
    patience: float = PATIENCE_SECONDS
    in_flight: InFlight = field(default_factory=InFlight)

    @property
    def fingerprint(self) -> str:
        """The model's; of the server as it was last asked."""
        return self.model.fingerprint

    async def write(self, attempts: Sequence[Attempt], lane: Lane) -> Sequence[Draft]:
        """A draft for each, in order; what is known is `known`, and does not need the model.

        Raises `Transient` (away, overloaded, too slow), `Permanent` (a row has no answer) or `Fatal`.
        """
        # Taken before the calls: a model exchanged meanwhile must not lend its name to the old one's words.
        fingerprint = self.model.fingerprint
        ids = [attempt.copy_id(fingerprint) for attempt in attempts]
        drafts: dict[str, Draft] = {}
        missing: dict[str, Attempt] = {}
        for key, attempt in zip(ids, attempts, strict=True):
            draft = self.known.get(key)
            if draft is None:
                missing[key] = attempt
            else:
                drafts[key] = draft
        if drafts:
            self.meter.count("known_copies_total", len(drafts), source="cache")
        if missing:
            drafts |= await self._ask(missing, lane, fingerprint)
        return [drafts[key] for key in ids]

    async def _ask(self, missing: Mapping[str, Attempt], lane: Lane, fingerprint: str) -> dict[str, Draft]:
        self.breaker.check()
        joined = self.in_flight.among(missing)
        fresh = {key: one for key, one in missing.items() if key not in joined} if joined else missing
        if joined:
            self.meter.count("known_copies_total", len(joined), source="in-flight")
        tickets = joined | self._enter(fresh, joined.values(), lane)
        try:
            await self.batcher.wait(tuple(tickets.values()))
        finally:
            self.in_flight.forget(tickets)
        drafts = self._drafts(missing, tickets, joined, fingerprint)
        if len(drafts) < len(tickets):
            for row, key in zip(answers(tuple(tickets.values())), tickets, strict=True):
                if row.status != STATUS_OK:
                    raise _refused(row.status, missing[key].brief)
        return drafts

    def _enter(self, fresh: Mapping[str, Attempt], joined: Iterable[Ticket], lane: Lane) -> dict[str, Ticket]:
        deadline = self.clock.now() + self.patience
        orders = [self.pack.order(attempt) for attempt in fresh.values()]
        tickets = dict(zip(fresh, self.batcher.enter(orders, lane, deadline), strict=True))
        for key, ticket in tickets.items():
            self.in_flight.add(key, ticket)
        for ticket in joined:
            self.batcher.join(ticket, lane, deadline)
        return tickets

    def _drafts(
        self, asked: Mapping[str, Attempt], tickets: Mapping[str, Ticket], joined: Container[str], fingerprint: str
    ) -> dict[str, Draft]:
        """Of the rows that were answered. Kept before anything is raised: a bad row's siblings are not paid twice."""
        drafts: dict[str, Draft] = {}
        for key, ticket in tickets.items():
            row = ticket.outcome
            if not isinstance(row, Answer) or row.status != STATUS_OK:
                continue
            name = (asked[key].number, key, fingerprint)
            known = key in joined
            drafts[key] = Draft(
                self.pack.parse(row), *name, row.score, row.tokens_in, row.tokens_out, row.finish, known
            )
            if not known:
                self.known.put(key, drafts[key])
        return drafts


def _refused(status: str, brief: Brief) -> Fault:
    if status == UNKNOWN_PACK:
        return DoNotRestart("writer-pack-unknown", "the model no longer takes our prompt pack")
    return Permanent(status if status in ROW_REASONS else "model-error", f"brief {brief.id}: {status:.100}")
