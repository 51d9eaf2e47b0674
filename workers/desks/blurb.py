"""Blurbs: what a product's owner writes once for an audience, on a request, and takes back when a fact falls. Pure."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple

from schemas.inbound import BlurbRequest
from schemas.kinds import Kind
from schemas.outbound import AudienceBlurb, CatalogueEntry, LedgerEntry, LedgerOutput
from schemas.reasons import Reason
from schemas.topics import AUDIENCE_BLURB
from workers.desks.contract import Known, Received, Stamp, held_as
from workers.desks.press import Press
from workers.desks.printed import fresh, published, sealed, unchanged
from workers.desks.sheet import Listing, Making, facts_in, refused, stands
from workers.outcome import Cost, Entry, Origin, Publication, Record, Written
from workers.plan.audience import Audience
from workers.plan.blurb import blurb_brief
from workers.plan.brief import Brief, Limits
from workers.plan.select import beside_all
from workers.publish.ledger import key_text, ledger_records, redriven_from, source_of

MAX_BLURBS: Final = 512
"""Of one product, withdrawn ones too: every event of it looks at all of them."""


class BlurbPlan(NamedTuple):
    """One request: what is to be written, or why not. `standing`: what the audience sees now.

    `refused`: it may not stand, by today's rules.
    """

    received: Received
    key: bytes
    reason: Reason | None
    brief: Brief | None
    standing: AudienceBlurb | None
    last_edition: int
    refused: bool = False

    @property
    def standing_in(self) -> bool:
        """Whether what stands is itself a fallback for an absent writer."""
        return self.standing is not None and self.standing.blurb.origin == "fallback"

    @property
    def briefs(self) -> Sequence[Brief]:
        """The one, or none where what stands is still right."""
        return () if self.brief is None else (self.brief,)


def blurb_key(product: bytes, audience: str, locale: str) -> bytes:
    """A product id holds no space, nor does an audience's."""
    return b" ".join((product, audience.encode(), locale.encode()))


def blurbs_of(known: Known) -> Mapping[bytes, Entry]:
    """The product's blurbs to every audience that ever had one, withdrawn ones too."""
    return known.get(AUDIENCE_BLURB.name, {})


def plan_blurb(request: Received, entry: CatalogueEntry | None, known: Known, making: Making) -> BlurbPlan:
    """Equal requests come to one blurb: the second finds it standing."""
    asked: BlurbRequest = request.event
    key = blurb_key(request.key, asked.audience, asked.locale)
    held = blurbs_of(known).get(key)
    standing = held_as(held, AudienceBlurb)
    plan = BlurbPlan(request, key, None, None, standing, 0 if held is None else held.edition)
    if entry is None or not entry.listed:
        return plan._replace(reason=Reason.UNKNOWN_PRODUCT)
    if held is None and len(blurbs_of(known)) >= MAX_BLURBS:
        return plan._replace(reason=Reason.TOO_MANY_BLURBS)
    audience = Audience(asked.audience, asked.facets)
    facts = facts_in(entry)
    brief = blurb_brief(request.key.decode(), facts, asked.locale, audience, making.benefits)
    if brief is None:
        return plan._replace(reason=Reason.NOTHING_TO_SAY)
    brief = making.editor.order(brief.sold_by(entry.seller))
    if standing is None:
        return plan._replace(brief=brief)
    if stands(standing.blurb, brief, making.standards, facts):
        return plan
    listing = Listing(request.key, (), facts, entry.seller)
    return plan._replace(brief=brief, refused=_refused(standing, listing, making))


def compose_blurb(plan: BlurbPlan, written: Sequence[Written], stamp: Stamp) -> Publication:
    """The blurb, and what the ledger says of the request."""
    press = Press(plan.received, stamp)
    record = _record(plan, written, press)
    entry = _entry(plan, written, record, press)
    ledger = ledger_records(plan.received.delivery, entry)
    return Publication((), () if record is None else (record,), ledger, (entry.verdict,))


def fallen(blurbs: Mapping[bytes, Entry], listing: Listing, making: Making) -> tuple[tuple[bytes, Entry], ...]:
    """Visible blurbs that state what is no longer so, or what today's rules refuse; all of them where nothing is so."""
    held = {fact.id for fact in listing.facts}
    visible = ((key, entry, held_as(entry, AudienceBlurb)) for key, entry in blurbs.items() if entry.value is not None)
    return tuple(
        (key, entry)
        for key, entry, told in visible
        if told is None or not _true(told, held) or _refused(told, listing, making)
    )


def _true(told: AudienceBlurb, held: set[str]) -> bool:
    stated = {fact for sentence in told.blurb.sentences for fact in sentence.facts}
    return bool(held) and stated <= held


def _refused(told: AudienceBlurb, listing: Listing, making: Making) -> bool:
    """By all that is so, not by what would be ordered today: what it states may still be stated. Nor is it too long."""
    limits = Limits(len(told.blurb.text))
    brief = Brief(told.product, Kind.BLURB, told.locale, (), limits, (), told.audience, listing.seller)
    return refused(told.blurb, beside_all(brief, listing.facts, making.benefits), making)


def _record(plan: BlurbPlan, written: Sequence[Written], press: Press) -> Record | None:
    copy = written[0].copy if written else None
    edition = press.next_edition(plan.last_edition)
    if copy is None:
        return press.record(AUDIENCE_BLURB, plan.key, None, edition) if plan.refused else None
    # What stands is true, or it would have fallen; so no fallback replaces it, whatever it was ordered by.
    if copy.origin is Origin.FALLBACK and plan.standing is not None and not (plan.standing_in or plan.refused):
        return None
    asked: BlurbRequest = plan.received.event
    blurb = AudienceBlurb(
        product=asked.product,
        audience=asked.audience,
        locale=asked.locale,
        edition=edition,
        facets=asked.facets,
        blurb=published(copy),
        ai_generated=True,
        source=source_of(plan.received.position),
    )
    return press.record(AUDIENCE_BLURB, plan.key, sealed(blurb), edition)


def _entry(plan: BlurbPlan, written: Sequence[Written], record: Record | None, press: Press) -> LedgerEntry:
    delivery = plan.received.delivery
    outputs = () if plan.reason else (_output(plan, written, record, press),)
    cost = sum((answer.cost for answer in written), Cost())
    return LedgerEntry(
        source=source_of(redriven_from(delivery) or delivery.position),
        key=key_text(delivery.key),
        verdict="superseded" if plan.reason else _verdict(record),
        reason=plan.reason,
        outputs=outputs,
        model_calls=cost.model_calls,
        tokens_in=cost.tokens_in,
        tokens_out=cost.tokens_out,
        at_ms=press.stamp.wall_ms,
    )


def _verdict(record: Record | None) -> Literal["published", "unchanged", "withdrawn"]:
    return "unchanged" if record is None else "withdrawn" if record.value is None else "published"


def _output(plan: BlurbPlan, written: Sequence[Written], record: Record | None, press: Press) -> LedgerOutput:
    kinds = {}
    if record is None and plan.standing is not None:
        kinds = {Kind.BLURB: unchanged(plan.standing.blurb)}
    elif written:
        kinds = {Kind.BLURB: fresh(written[0])}
    edition = plan.last_edition if record is None else record.edition
    return press.output(AUDIENCE_BLURB, plan.key, edition, _verdict(record), kinds=kinds)
