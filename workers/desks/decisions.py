"""What a person decides of copy that waits for one: approved, edited, rejected, by the product's owner alone. Pure."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from schemas.inbound import ReviewDecision
from schemas.kinds import Kind
from schemas.outbound import (
    MAX_FACTS_A_BRIEF,
    CatalogueEntry,
    LedgerDecision,
    LedgerEntry,
    LedgerKind,
    LedgerOutput,
    ProductCopy,
    PublishedKind,
    PublishedSentence,
)
from schemas.outbound_review import CopyReview, ReviewDraft
from schemas.reasons import Reason
from schemas.topics import COPY_REVIEW, PRODUCT_COPY
from workers.desks.contract import Known, Received, Stamp, held_as
from workers.desks.press import Press
from workers.desks.printed import HUMAN, machine_written, sealed, unchanged
from workers.desks.review import rejected, resolved, resolved_by, review_key, reviews_of
from workers.desks.sheet import Making, copy_key, current_copies, facts_in
from workers.edit.gate import Editor, Judged
from workers.edit.rules import row_of
from workers.outcome import Entry, Publication, Record
from workers.plan.benefits import Benefits
from workers.plan.brief import Brief, Fact, copy_id, digest
from workers.plan.select import beside_all, select
from workers.publish.ledger import key_text, ledger_records, redriven_from, source_of

MAX_RULES: Final = 16


class Reading(NamedTuple):
    """A text as the editor reads it for a person: beside everything that is known of the product."""

    brief: Brief
    text: str
    judged: Judged

    @property
    def overruled(self) -> tuple[str, ...]:
        """Rules that it breaks and a person may overrule, by name."""
        return tuple(dict.fromkeys(one.rule for one in self.judged.refusals if row_of(one.rule).overruled))

    @property
    def refused(self) -> tuple[str, ...]:
        """Rules that it breaks and nobody overrules."""
        return tuple(dict.fromkeys(one.rule for one in self.judged.refusals if not row_of(one.rule).overruled))


class DecisionPlan(NamedTuple):
    """One decision: what is published by it, or why it is void. `applied`: by this very request, before.

    `signed`: the words; none for a rejection. `copies`: the product's copy in the locale, as it stands.
    """

    received: Received
    key: bytes
    entry: CatalogueEntry | None
    held: Entry | None
    copies: Entry | None
    reason: Reason | None = None
    applied: bool = False
    signed: PublishedKind | None = None
    reading: Reading | None = None

    @property
    def briefs(self) -> Sequence[Brief]:
        """None: no model is asked."""
        return ()


def brief_for(entry: CatalogueEntry, locale: str, kind: Kind, benefits: Benefits) -> Brief | None:
    """What would be ordered now; None where the product gets no such copy (any more)."""
    brief = select(entry.product, facts_in(entry), locale, benefits).of(kind)
    return None if brief is None else brief.sold_by(entry.seller)


def read_for_person(brief: Brief, text: str, facts: tuple[Fact, ...], benefits: Benefits, editor: Editor) -> Reading:
    """A person may state any fact of the product, not only those that this kind of copy is made of.

    And may write as long a text as fits where it goes, which is more than what fits for sure.
    """
    return Reading(editor.order(brief), text, editor.judge(beside_all(brief, facts, benefits), text))


def plan_decision(request: Received, entry: CatalogueEntry | None, known: Known, making: Making) -> DecisionPlan:
    """Void if anything was decided or has changed since it was seen: of two decisions the first counts."""
    asked: ReviewDecision = request.event
    key = review_key(request.key, asked.locale, asked.kind)
    held, copies = reviews_of(known).get(key), current_copies(known).get(copy_key(request.key, asked.locale))
    plan = DecisionPlan(request, key, entry, held, copies)
    if entry is None or not entry.listed:
        return plan._replace(reason=Reason.UNKNOWN_PRODUCT)
    review = held_as(held, CopyReview)
    if review is not None and (review.edition, review.brief_id) == (asked.edition, asked.brief_id):
        return plan if asked.action == "reject" else _judged(plan, review, making)
    applied = held is not None and _applied(plan, held)
    return plan._replace(applied=applied, reason=None if applied else Reason.EDITION_MOVED)


def _judged(plan: DecisionPlan, review: CopyReview, making: Making) -> DecisionPlan:
    asked: ReviewDecision = plan.received.event
    entry = plan.entry
    draft = draft_of(review, asked)
    text = asked.text if draft is None else draft.text
    if entry is None or text is None:
        return plan._replace(reason=Reason.NO_SUCH_DRAFT)
    brief = brief_for(entry, asked.locale, Kind(asked.kind), making.benefits)
    if brief is None:
        return plan._replace(reason=Reason.NOTHING_TO_SAY)
    reading = read_for_person(brief, text.strip(), facts_in(entry), making.benefits, making.editor)
    plan = plan._replace(reading=reading)
    if reading.refused:
        return plan._replace(reason=Reason.REFUSED_BY_EDITOR)
    signature = (asked.approver, str(plan.received.position), making.standards.rules_version)
    return plan._replace(signed=_signed(reading, draft, review, signature))


def draft_of(review: CopyReview, asked: ReviewDecision) -> ReviewDraft | None:
    """The draft that is approved, if there is such a one, whole and with a text."""
    named = (one for one in review.drafts if (one.attempt, one.origin) == (asked.attempt, asked.origin))
    return next((one for one in named if one.whole and one.text), None)


def _applied(plan: DecisionPlan, held: Entry) -> bool:
    """Whether this very request, which comes again after a crash, resolved the review, or wrote what stands."""
    copy = held_as(plan.copies, ProductCopy)
    standing = None if copy is None else copy.kinds.get(Kind(plan.received.event.kind))
    # By the words' own mark: whoever has published the locale since has put another source on the record.
    written = standing is not None and standing.decision == str(plan.received.position)
    return written or resolved_by(held, plan.received.delivery.position)


def _signed(
    reading: Reading, draft: ReviewDraft | None, review: CopyReview, signature: tuple[str, str, str]
) -> PublishedKind:
    approver, position, rules_version = signature
    brief = reading.brief
    sentences = tuple(
        PublishedSentence(text=one.text, facts=one.facts[:MAX_FACTS_A_BRIEF]) for one in reading.judged.sentences
    )
    return PublishedKind(
        text=reading.text,
        sentences=sentences,
        brief_id=brief.id,
        copy_id=copy_id(brief.id, 0, digest(HUMAN, reading.text)) if draft is None else draft.copy_id,
        origin="human",
        attempt=0 if draft is None else draft.attempt,
        fingerprint=HUMAN if draft is None else review.fingerprint,
        rules_version=rules_version,
        approved_by=approver,
        decision=position,
    )


def compose_decision(plan: DecisionPlan, stamp: Stamp) -> Publication:
    """The copy, then the tombstone over its review: whoever dies in between finds it open, and does both again."""
    press = Press(plan.received, stamp)
    copy: tuple[Record, ...] = ()
    review: tuple[Record, ...] = ()
    said: tuple[LedgerOutput, ...] = ()
    if plan.reason is None and plan.held is not None:
        if plan.received.event.action != "reject":
            copy, said = _copy(plan, press)
        review = () if plan.applied else (_tombstone(plan, press),)
        edition = review[0].edition if review else plan.held.edition
        said = (*said, press.output(COPY_REVIEW, plan.key, edition, "withdrawn"))
    verdict = "superseded" if plan.reason else "published" if copy else "unchanged"
    entry = _entry(plan, said, verdict, stamp)
    return Publication(copy, review, ledger_records(plan.received.delivery, entry), (entry.verdict,))


def _tombstone(plan: DecisionPlan, press: Press) -> Record:
    tombstone = resolved(press, plan.key, 0 if plan.held is None else plan.held.edition)
    review = held_as(plan.held, CopyReview)
    return tombstone if plan.signed is not None or review is None else rejected(tombstone, review)


def _copy(plan: DecisionPlan, press: Press) -> tuple[tuple[Record, ...], tuple[LedgerOutput, ...]]:
    """The product's copy with the person's words in it; no record where they stand there already."""
    asked: ReviewDecision = plan.received.event
    kind, current = Kind(asked.kind), held_as(plan.copies, ProductCopy)
    standing = {} if current is None else current.kinds
    last = 0 if plan.copies is None else plan.copies.edition
    key = copy_key(plan.received.key, asked.locale)
    if plan.signed is None or plan.entry is None or standing.get(kind) == plan.signed:
        found = {kind: unchanged(standing[kind])} if kind in standing else {}
        return (), (press.output(PRODUCT_COPY, key, last, "unchanged", kinds=found),) if found else ()
    edition = press.next_edition(last)
    kinds = {**standing, kind: plan.signed}
    ordered = {one: kinds[one] for one in Kind if one in kinds}
    copy = ProductCopy(
        product=asked.product,
        locale=asked.locale,
        edition=edition,
        revision=plan.entry.revision,
        kinds=ordered,
        ai_generated=any(map(machine_written, ordered.values())),
        source=source_of(plan.received.position),
    )
    made = LedgerKind(verdict="published", brief_id=plan.signed.brief_id, copy_id=plan.signed.copy_id, origin="human")
    record = press.record(PRODUCT_COPY, key, sealed(copy), edition)
    return (record,), (press.output(PRODUCT_COPY, key, edition, "published", kinds={kind: made}),)


def _entry(plan: DecisionPlan, said: Sequence[LedgerOutput], verdict: str, stamp: Stamp) -> LedgerEntry:
    delivery, asked, reading = plan.received.delivery, plan.received.event, plan.reading
    decision = LedgerDecision(
        action=asked.action,
        by=asked.approver,
        note=asked.note,
        overruled=() if reading is None else reading.overruled[:MAX_RULES],
        refused=() if reading is None else reading.refused[:MAX_RULES],
    )
    return LedgerEntry.model_validate(
        {
            "source": source_of(redriven_from(delivery) or delivery.position),
            "key": key_text(delivery.key),
            "verdict": verdict,
            "reason": plan.reason,
            "outputs": tuple(said),
            "decision": decision,
            "at_ms": stamp.wall_ms,
        }
    )
