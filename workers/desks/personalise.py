"""The desk that learns what users like: behaviour in, `profile` and `personal-copy` out. Pure; no brief, no model."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final, Literal, NamedTuple

from schemas.codec import Undecodable, decode_own, encode, validate
from schemas.envelope import data_of
from schemas.inbound_users import REQUEST_TYPE, ActedOn, UserBehaviour, UserRequest
from schemas.outbound import LedgerEntry, LedgerOutput
from schemas.outbound_users import AudienceSet, ProfileEntry
from schemas.reasons import Reason
from schemas.topics import (
    AFFINITY,
    AUDIENCE,
    AUDIENCE_BLURB,
    CATALOGUE,
    COPY_REQUESTS,
    PERSONAL_COPY,
    PROFILE,
    USER_BEHAVIOUR,
    USER_PICKS,
    Topic,
)
from workers.desks.catalogued import catalogued
from workers.desks.contract import Known, Reads, Received, Stamp, held_as
from workers.desks.moving import adoptions, check_home
from workers.desks.personal_copy import Personal, personal_of, personal_output, personal_records
from workers.desks.press import Press
from workers.errors import Permanent
from workers.outcome import Delivery, Entry, Publication, Record, Standards, Written
from workers.plan.audience import EVERYONE, RULED, Audiences, assign
from workers.plan.brief import Brief
from workers.plan.facets import facets_of, query_facets
from workers.plan.fitting import audiences_in
from workers.plan.profile import Step, Wish, departing, together
from workers.plan.profile_stored import Profile, entry_of, profile_of
from workers.publish.fold import edition_at
from workers.publish.ledger import REDRIVEN, key_text, ledger_records, redriven_from, source_of

_NOTHING_YET: Final = 0
_RULED: Final = Audiences.of(RULED)
_COUNTS: Final = (None, Reason.APPLIED_BEFORE)
FITTED: Final = b"fitted"
"""The key of the one fitted set."""
_TRACE: Final = re.compile(rb"[0-9a-f-]{1,64}")


class PersonalisePlan(NamedTuple):
    """What the waiting events of one user come to: the profile after them, and of each why it did not count.

    `personal` is None where none of them counts, now or when it came before. `moves`: the requests after which the
    user goes on under another pseudonym, each with the profile that stood before it.
    """

    group: tuple[Received, ...]
    reasons: tuple[Reason | None, ...]
    profile: Profile
    last_edition: int
    personal: Personal | None = None
    moves: tuple[tuple[Received, Profile], ...] = ()

    @property
    def briefs(self) -> Sequence[Brief]:
        """None: a blurb is written once for an audience, by the owner of its product."""
        return ()

    @property
    def winner(self) -> Received | None:
        """The last event that counts: its entry says what was published, the others are folded into it."""
        return self._last(None)

    @property
    def carrier(self) -> Received | None:
        """The event from which personal copy follows: the winner, or the last that came again.

        The profile may have been published when its worker died, and the copy not.
        """
        return self.winner or self._last(Reason.APPLIED_BEFORE)

    def _last(self, reason: Reason | None) -> Received | None:
        counted = [received for received, given in zip(self.group, self.reasons, strict=True) if given is reason]
        return counted[-1] if counted else None


@dataclass(frozen=True, slots=True)
class Personalise:
    """A user's waiting events are one group: one write, each with its own entry in the ledger."""

    inputs: tuple[Topic, ...] = (USER_BEHAVIOUR,)
    tables: tuple[Topic, ...] = (PROFILE, PERSONAL_COPY)
    follows: tuple[Topic, ...] = (CATALOGUE, AUDIENCE_BLURB, AUDIENCE, AFFINITY, USER_PICKS)
    asks: tuple[Topic, ...] = (COPY_REQUESTS, USER_BEHAVIOUR)
    partitions: int = 1000
    """Of every topic of users: a request that names one beyond them would stop the worker that sends there."""

    def decode(self, delivery: Delivery) -> Received:
        """What one user did. Raises `Permanent` with a reason from the closed list."""
        try:
            event = _event_of(delivery)
            check_home(event, self.partitions)
        except Undecodable as fault:
            raise Permanent(fault.reason, fault.detail) from None
        everywhere = isinstance(event, UserRequest)
        return Received(_without_strangers(delivery), event, event.user.encode(), delivery.position, everywhere)

    def seller(self, delivery: Delivery) -> bytes:
        """Whose event this is: one user's broken client is no fault of ours."""
        return delivery.key or b""

    def together(self, first: Received, other: Received) -> bool:
        """All that one user did."""
        del first, other
        return True

    def reads(self, group: Sequence[Received]) -> Reads:
        """The user's profile and personal copy."""
        return Reads(keys=tuple((topic.name, group[0].key) for topic in self.tables))

    def lane_key(self, topic: str, key: bytes) -> bytes:
        """A user's lane."""
        del topic
        return key

    def plan(self, group: Sequence[Received], known: Known, standards: Standards) -> PersonalisePlan:
        """Apply the events in their order. What was applied before changes nothing."""
        del standards
        standing = known.get(PROFILE.name, {}).get(group[0].key)
        audiences = _audiences(known)
        before, steps = _profile_in(standing), [_step(received, known) for received in group]
        assigned = partial(assign, audiences=audiences)
        profile, reasons = together(before, steps, assigned)
        plan = PersonalisePlan(tuple(group), reasons, profile, standing.edition if standing else _NOTHING_YET)
        moves = departing(before, steps, reasons, assigned)
        plan = plan._replace(moves=tuple((group[number], left) for number, left in moves))
        acts = [received for received, reason in zip(group, reasons, strict=True) if reason in _COUNTS]
        if not acts:
            return plan
        audience = audiences.by_id.get(profile.audience, EVERYONE)
        return plan._replace(personal=personal_of(acts, profile, audience, known))

    def compose(self, plan: PersonalisePlan, written: Sequence[Written], stamp: Stamp) -> Publication:
        """The profile, then personal copy and what it asks for, then what the ledger says of each event."""
        del written
        state: tuple[Record, ...] = ()
        if plan.winner is not None:
            edition = edition_at(plan.last_edition, plan.profile.applied)
            value = encode(entry_of(plan.profile, edition))
            state = (Press(plan.winner, stamp).record(PROFILE, plan.winner.key, value, edition),)
        outputs: tuple[Record, ...] = ()
        if plan.carrier is not None and plan.personal is not None:
            outputs = personal_records(plan.personal, Press(plan.carrier, stamp), plan.profile)
        edition = state[0].edition if state else plan.last_edition
        entries = [
            _entry(received, reason, plan, (edition, outputs, stamp))
            for received, reason in zip(plan.group, plan.reasons, strict=True)
        ]
        ledger = tuple(
            record
            for received, entry in zip(plan.group, entries, strict=True)
            for record in ledger_records(received.delivery, entry)
        )
        before = tuple(record for moved, left in plan.moves for record in adoptions(Press(moved, stamp), left))
        return Publication(state, outputs, ledger, tuple(entry.verdict for entry in entries), before)


def _audiences(known: Known) -> Audiences:
    """The fitted set, or the ruled one where there is none, or none that can be read."""
    entry = known.get(AUDIENCE.name, {}).get(FITTED)
    return _RULED if entry is None or entry.value is None else _fitted(entry.value)


@lru_cache(maxsize=2)
def _fitted(value: bytes) -> Audiences:
    try:
        return audiences_in(decode_own(value, AudienceSet))
    except Undecodable:
        return _RULED


def _event_of(delivery: Delivery) -> UserBehaviour | UserRequest:
    if delivery.key is None:
        raise Undecodable(Reason.NO_KEY)
    if delivery.value is None:
        raise Undecodable(Reason.NO_VALUE, "forgetting a user is a request, not a tombstone")
    document = data_of(delivery.value, delivery.headers, USER_BEHAVIOUR.max_record_bytes)
    asks = isinstance(document, dict) and document.get("type") == REQUEST_TYPE
    event: UserBehaviour | UserRequest
    event = validate(document, UserRequest) if asks else validate(document, UserBehaviour)
    if event.user.encode() != delivery.key:
        raise Undecodable(Reason.KEY_MISMATCH, "the record's key is not the user in its value")
    return event


def _without_strangers(delivery: Delivery) -> Delivery:
    """Headers are passed on into our records, and an id or a trace state of a stranger's making may name anybody."""
    kept = tuple(
        (name, value)
        for name, value in delivery.headers
        if name == REDRIVEN or (name == "traceparent" and _TRACE.fullmatch(value or b""))
    )
    return delivery._replace(headers=kept)


def _profile_in(standing: Entry | None) -> Profile:
    known = held_as(standing, ProfileEntry)
    if known is None and standing is not None and standing.value is not None:
        # It may have said that the user wants to be left alone.
        return Profile(opted_out=True)
    return profile_of(known)


def _step(received: Received, known: Known) -> Step | Wish:
    event: UserBehaviour | UserRequest = received.event
    first = redriven_from(received.delivery)
    origin = -1 if first is None else first.offset
    if isinstance(event, UserRequest):
        return Wish(received.position.offset, event, origin, received.delivery.timestamp_ms)
    facets = tuple(_facets(product, known) for product in event.products)
    if not facets and event.query:
        facets = (query_facets(event.query),)
    return Step(received.position.offset, received.delivery.timestamp_ms, event, facets, origin)


def _facets(product: ActedOn, known: Known) -> tuple[str, ...]:
    told = catalogued(known.get(CATALOGUE.name, {}).get(product.id.encode()))
    return facets_of(product, ()) if told is None else told.facets


def _entry(
    received: Received, reason: Reason | None, plan: PersonalisePlan, printed: tuple[int, Sequence[Record], Stamp]
) -> LedgerEntry:
    edition, outputs, stamp = printed
    winner, position = plan.winner, received.delivery.position
    won = received is winner
    said: tuple[LedgerOutput, ...] = ()
    if won or reason is Reason.APPLIED_BEFORE:
        said = (
            LedgerOutput(
                topic=PROFILE.name,
                partition=position.partition,
                key=received.key.decode(),
                edition=edition,
                verdict="published" if won else "unchanged",
            ),
        )
    carries = received is plan.carrier and plan.personal is not None
    folded = _verdict(won, reason) == "folded"
    return LedgerEntry(
        source=source_of(redriven_from(received.delivery) or position),
        key=key_text(received.delivery.key),
        verdict=_verdict(won, reason),
        reason=reason,
        folded_into=winner.position.offset if folded and winner is not None else None,
        outputs=(*said, *personal_output(plan.personal, outputs)) if carries and plan.personal else said,
        asked_blurbs=sum(record.topic == COPY_REQUESTS.name for record in outputs) if carries else 0,
        at_ms=stamp.wall_ms,
    )


def _verdict(won: bool, reason: Reason | None) -> Literal["published", "folded", "withdrawn", "unchanged"]:  # noqa: FBT001
    if won:
        return "published"
    if reason is None:
        return "folded"
    return "withdrawn" if reason is Reason.FORGOTTEN else "unchanged"
