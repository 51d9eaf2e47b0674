"""The describing desk's records: copy and tombstones, the catalogue's entry, the ledger's entries. Pure."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Literal

from schemas.codec import encode
from schemas.inbound import ProductCreated, Rewrite
from schemas.kinds import Kind
from schemas.outbound import (
    MAX_BARRED,
    CatalogueEntry,
    CatalogueFact,
    LedgerBarred,
    LedgerEntry,
    LedgerKind,
    LedgerOutput,
    ProductCopy,
    PublishedKind,
    RevisionOut,
)
from schemas.reasons import Reason
from schemas.topics import AUDIENCE_BLURB, CATALOGUE, PRODUCT_COPY
from workers.desks.contract import Received, Stamp
from workers.desks.press import Press
from workers.desks.printed import fresh, machine_written, outranks, published, sealed, unchanged
from workers.desks.review import Sight, reviewed
from workers.desks.sheet import Delisted, DescribePlan, Sheet, seller_of
from workers.outcome import Cost, Publication, Record, Written
from workers.plan.cleaned import barred_in
from workers.plan.lexicon import supported
from workers.publish.ledger import key_text, ledger_records, redriven_from, source_of


def compose(plan: DescribePlan, written: Sequence[Written], stamp: Stamp) -> Publication:
    """Records for what was written (one for each of the plan's briefs, in order)."""
    outputs: list[Record] = []
    said: list[LedgerOutput] = []
    waiting: list[LedgerOutput] = []
    state: tuple[Record, ...] = ()
    if plan.winner is not None:
        press = Press(plan.winner, stamp)
        answers = iter(written)
        sights: list[Sight] = []
        for sheet in plan.sheets:
            mine = [next(answers) for _ in sheet.briefs]
            record, output, visible = _sheet_record(plan, sheet, mine, press)
            outputs += record
            said.append(output)
            sights.append(Sight(sheet.locale, mine, visible, output.edition))
        for key, entry in plan.withdrawn:
            tombstone = press.record(PRODUCT_COPY, key, None, press.next_edition(entry.edition))
            outputs.append(tombstone)
            said.append(press.output(PRODUCT_COPY, key, tombstone.edition, "withdrawn"))
        outputs += [
            press.record(AUDIENCE_BLURB, key, None, press.next_edition(entry.edition)) for key, entry in plan.fallen
        ]
        reviews, waiting = reviewed(plan.queue, sights, press)
        outputs += reviews
        state = _state(plan, press)
    cost = sum((w.cost for w in written), Cost())
    entries = _entries(plan, (said, waiting), cost, stamp)
    ledger = tuple(
        record
        for received, entry in zip(plan.group, entries, strict=True)
        for record in ledger_records(received.delivery, entry)
    )
    return Publication(state, tuple(outputs), ledger, tuple(entry.verdict for entry in entries))


def _sheet_record(
    plan: DescribePlan, sheet: Sheet, written: Sequence[Written], press: Press
) -> tuple[list[Record], LedgerOutput, Mapping[Kind, PublishedKind]]:
    current = {} if sheet.current is None else sheet.current.kinds
    kinds: dict[Kind, PublishedKind] = dict(sheet.kept)
    verdicts = {kind: unchanged(standing) for kind, standing in sheet.kept.items()}
    for answer in written:
        kind = answer.brief.kind
        standing = current.get(kind)
        if kind not in sheet.refused and outranks(standing, answer):
            kinds[kind] = standing  # type: ignore[assignment]  # outranks is True of something that stands
            verdicts[kind] = unchanged(kinds[kind])
            continue
        verdicts[kind] = fresh(answer)
        if answer.copy is not None:
            kinds[kind] = published(answer.copy)
    verdicts |= {kind: LedgerKind(verdict="withdrawn") for kind in current if kind not in verdicts}
    ordered = {kind: kinds[kind] for kind in Kind if kind in kinds}
    told = partial(press.output, PRODUCT_COPY, sheet.key, kinds=verdicts, unsaid=sheet.unsaid)
    if ordered == current:
        return [], told(sheet.last_edition, "unchanged"), ordered
    if not ordered:
        tombstone = press.record(PRODUCT_COPY, sheet.key, None, press.next_edition(sheet.last_edition))
        return [tombstone], told(tombstone.edition, "withdrawn"), ordered
    edition = press.next_edition(sheet.last_edition)
    copy = ProductCopy(
        product=press.cause.key.decode(),
        locale=sheet.locale,
        edition=edition,
        revision=_revision(plan),
        kinds=ordered,
        ai_generated=any(map(machine_written, ordered.values())),
        source=source_of(press.cause.position),
    )
    record = press.record(PRODUCT_COPY, sheet.key, sealed(copy), edition)
    return [record], told(edition, "published"), ordered


def _revision(plan: DescribePlan) -> RevisionOut:
    if plan.winner is not None and isinstance(plan.winner.event, Rewrite) and plan.entry is not None:
        return plan.entry.revision
    revision = plan.revision
    return RevisionOut(version=revision.version, offset=revision.offset, delisted_at=revision.delisted_at)


def _state(plan: DescribePlan, press: Press) -> tuple[Record, ...]:
    event = press.cause.event
    if isinstance(event, Rewrite):
        return ()
    edition = press.next_edition(plan.catalogue_edition)
    entry = CatalogueEntry(
        product=press.cause.key.decode(),
        edition=edition,
        listed=not isinstance(event, Delisted),
        revision=_revision(plan),
        locales=event.locales if isinstance(event, ProductCreated) else (),
        facts=tuple(CatalogueFact(id=f.id, name=f.name, value=f.value, unit=f.unit) for f in plan.facts),
        seller=seller_of(event),
        source=source_of(press.cause.position),
    )
    known = plan.entry
    if known is not None and known.model_copy(update={"edition": edition}) == entry:
        return ()
    return (press.record(CATALOGUE, press.cause.key, encode(entry), edition),)


Said = tuple[Sequence[LedgerOutput], Sequence[LedgerOutput]]
"""Of copy, which decides the event's verdict, and of reviews."""


def _entries(plan: DescribePlan, said: Said, cost: Cost, stamp: Stamp) -> list[LedgerEntry]:
    entries = [
        _won(received, said, (cost, len(plan.fallen))) if received is plan.winner else _lost(plan, received, reason)
        for received, reason in zip(plan.group, plan.reasons, strict=True)
    ]
    return [entry.model_copy(update={"at_ms": stamp.wall_ms}) for entry in entries]


def _won(received: Received, said: Said, sums: tuple[Cost, int]) -> LedgerEntry:
    cost, fallen = sums
    copies, reviews = said
    event = received.event
    locales = event.locales if isinstance(event, ProductCreated) else ()
    return LedgerEntry(
        source=source_of(redriven_from(received.delivery) or received.position),
        key=key_text(received.delivery.key),
        verdict=_event_verdict(event, copies),
        outputs=(*copies, *reviews),
        withdrawn_blurbs=fallen,
        barred=_barred(event),
        skipped_locales=tuple(locale for locale in locales if not supported(locale)),
        model_calls=cost.model_calls,
        tokens_in=cost.tokens_in,
        tokens_out=cost.tokens_out,
        at_ms=0,
    )


def _barred(event: object) -> tuple[LedgerBarred, ...]:
    """The first of what the listing says and no fact may."""
    found = barred_in(event) if isinstance(event, ProductCreated) else ()
    return tuple(LedgerBarred.model_validate(one._asdict()) for one in islice(found, MAX_BARRED))


def _event_verdict(event: object, said: Sequence[LedgerOutput]) -> Literal["published", "unchanged", "withdrawn"]:
    if isinstance(event, Delisted):
        return "withdrawn"
    verdicts = {output.verdict for output in said}
    return "published" if "published" in verdicts else "withdrawn" if "withdrawn" in verdicts else "unchanged"


def _lost(plan: DescribePlan, received: Received, reason: Reason | None) -> LedgerEntry:
    winner = plan.winner.position.offset if plan.winner is not None else None
    return LedgerEntry(
        source=source_of(redriven_from(received.delivery) or received.position),
        key=key_text(received.delivery.key),
        verdict="superseded",
        reason=reason,
        superseded_by=winner if reason is Reason.NEWER_WAITS else None,
        at_ms=0,
    )
