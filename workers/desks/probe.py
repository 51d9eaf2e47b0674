"""The desk that probes the path itself: one brief, one model call, one output. Readiness and the bench use it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from schemas.codec import Undecodable, encode, validate
from schemas.envelope import binary_headers, data_of, event_id
from schemas.inbound import Probe as ProbeEvent
from schemas.kinds import Kind
from schemas.outbound import LedgerEntry, ProbeCopy
from schemas.reasons import Reason
from schemas.topics import PROBE, PROBE_COPY, Topic
from workers.desks.contract import Known, Reads, Received, Stamp
from workers.errors import Permanent
from workers.outcome import Delivery, Publication, Record, Standards, Written
from workers.plan.brief import Brief, Fact, Limits, fact_id
from workers.publish.ledger import key_text, ledger_records, redriven_from, source_of

LOCALE = "en-US"
NOTHING = Reads()
LIMITS = Limits(max_chars=1200)


class ProbePlan(NamedTuple):
    """One event, one brief."""

    received: Received
    briefs: Sequence[Brief]


@dataclass(frozen=True, slots=True)
class Probe:
    """Text in, a title made of it out."""

    inputs: tuple[Topic, ...] = (PROBE,)
    tables: tuple[Topic, ...] = ()
    follows: tuple[Topic, ...] = ()
    asks: tuple[Topic, ...] = ()

    def decode(self, delivery: Delivery) -> Received:
        """Raises `Permanent`."""
        if delivery.value is None:
            raise Permanent(Reason.NO_VALUE)
        try:
            event = validate(data_of(delivery.value, delivery.headers, PROBE.max_record_bytes), ProbeEvent)
        except Undecodable as fault:
            raise Permanent(fault.reason, fault.detail) from None
        return Received(delivery, event, delivery.key or event.id.encode(), delivery.position)

    def seller(self, delivery: Delivery) -> bytes:
        """Whoever probes: all probes are one seller's, so that no probe ever stops a worker."""
        del delivery
        return b"probe"

    def together(self, first: Received, other: Received) -> bool:
        """Each probe is its own."""
        return first is other

    def reads(self, group: Sequence[Received]) -> Reads:
        """Nothing: a probe needs no table."""
        del group
        return NOTHING

    def lane_key(self, topic: str, key: bytes) -> bytes:
        """A probe's key, in whatever topic."""
        del topic
        return key

    def plan(self, group: Sequence[Received], known: Known, standards: Standards) -> ProbePlan:
        """A title of the probe's own text. Nothing that is known or held to changes that."""
        del known, standards
        event: ProbeEvent = group[0].event
        name = event.text or event.id
        fact = Fact(fact_id("name", name), "name", name)
        return ProbePlan(group[0], [Brief(event.id, Kind.TITLE, LOCALE, (fact,), LIMITS)])

    def compose(self, plan: ProbePlan, written: Sequence[Written], stamp: Stamp) -> Publication:
        """What the probe's text became, and the ledger's entry."""
        delivery = plan.received.delivery
        position = delivery.position
        copy = written[0].copy
        source, name, cost = source_of(position), str(position), written[0].cost
        record = Record(
            topic=PROBE_COPY.name,
            partition=position.partition,
            key=plan.received.key,
            value=encode(
                ProbeCopy(
                    id=plan.received.event.id,
                    text=copy.text if copy else "",
                    copy_id=copy.copy_id if copy else "0" * 32,
                    source=source,
                )
            ),
            headers=binary_headers(
                "probe-copy/1",
                f"{name}#probe",
                event_id(delivery.headers) or name,
                stamp.wall_ms,
                delivery.headers,
            ),
        )
        outcome = LedgerEntry(
            source=source_of(redriven_from(delivery) or position),
            key=key_text(delivery.key),
            verdict="published",
            model_calls=cost.model_calls,
            tokens_in=cost.tokens_in,
            tokens_out=cost.tokens_out,
            at_ms=stamp.wall_ms,
        )
        return Publication(outputs=(record,), ledger=ledger_records(delivery, outcome), verdicts=("published",))
