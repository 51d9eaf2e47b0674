"""The desk that describes products: listings and requests in, `product-copy` and `catalogue` out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from schemas.codec import Undecodable, validate
from schemas.envelope import data_of
from schemas.inbound import (
    BLURB_REQUEST_TYPE,
    MAX_ID,
    REVIEW_DECISION_TYPE,
    BlurbRequest,
    ProductCreated,
    ReviewDecision,
    Rewrite,
)
from schemas.outbound import CatalogueEntry, ProductCopy
from schemas.reasons import Reason
from schemas.topics import (
    AUDIENCE_BLURB,
    CATALOGUE,
    COPY_REQUESTS,
    COPY_REQUESTS_BACKFILL,
    COPY_REVIEW,
    PRODUCT_COPY,
    PRODUCT_CREATED,
    TOPICS,
    Topic,
)
from workers.desks import describe_records
from workers.desks.blurb import BlurbPlan, blurbs_of, compose_blurb, fallen, plan_blurb
from workers.desks.contract import Known, Reads, Received, Stamp, held_as
from workers.desks.decisions import DecisionPlan, compose_decision, plan_decision
from workers.desks.review import Policy, Queue, reviews_of
from workers.desks.sheet import (
    Delisted,
    DescribePlan,
    Listing,
    Making,
    catalogue_edition,
    copy_key,
    current_copies,
    entry_of,
    facts_in,
    seller_of,
    sheets_for,
)
from workers.edit.gate import SHIPPED, Editor
from workers.errors import Permanent
from workers.outcome import Delivery, Entry, Publication, Standards, Written
from workers.plan.benefits import Benefits
from workers.plan.facts import facts_of
from workers.plan.lexicon import supported
from workers.plan.revision import NOTHING, Revision, Snapshot, fold
from workers.publish.ledger import redriven_from, source_of

E = TypeVar("E")
AnyPlan = DescribePlan | BlurbPlan | DecisionPlan
Request = Rewrite | BlurbRequest | ReviewDecision
_SELLER: Final = re.compile(rb'"seller_id"\s*:\s*"([^"]{1,128})"')


@dataclass(frozen=True, slots=True)
class Describe:
    """Product in, copy out. `benefits` is what facts permit one to say beyond themselves.

    `review`: what is put to a person. `editor`: whose rules a person's own words are held to.
    """

    benefits: Benefits
    review: Policy = Policy.HELD
    editor: Editor = SHIPPED
    inputs: tuple[Topic, ...] = (PRODUCT_CREATED, COPY_REQUESTS, COPY_REQUESTS_BACKFILL)
    tables: tuple[Topic, ...] = (CATALOGUE, PRODUCT_COPY, AUDIENCE_BLURB, COPY_REVIEW)
    follows: tuple[Topic, ...] = ()
    asks: tuple[Topic, ...] = ()

    def decode(self, delivery: Delivery) -> Received:
        """A snapshot, a delisting or a request. Raises `Permanent` with a reason from the closed list."""
        try:
            event = _event_of(delivery)
        except Undecodable as fault:
            raise Permanent(fault.reason, fault.detail) from None
        position = delivery.position
        if isinstance(event, ProductCreated):
            # A snapshot that comes again from the dead letters says what was true then, not what is true now.
            position = redriven_from(delivery) or position
        return Received(delivery, event, delivery.key or b"", position)

    def seller(self, delivery: Delivery) -> bytes:
        """The seller's id where the bytes show one, else the product's."""
        found = _SELLER.search(delivery.value or b"")
        return found[1] if found else delivery.key or b""

    def together(self, first: Received, other: Received) -> bool:
        """Snapshots of one product may be handled as one: the last that counts wins, the others are superseded."""
        return _is_snapshot(first) and _is_snapshot(other)

    def reads(self, group: Sequence[Received]) -> Reads:
        """The product's entry, its copy in every locale, its blurbs to every audience, its reviews."""
        key = group[0].key
        prefix = copy_key(key, "")
        return Reads(
            keys=((CATALOGUE.name, key),),
            prefixes=tuple((topic.name, prefix) for topic in (PRODUCT_COPY, AUDIENCE_BLURB, COPY_REVIEW)),
        )

    def lane_key(self, topic: str, key: bytes) -> bytes:
        """A product's lane, from the key of its entry, of its copy, a blurb or a review."""
        return key if topic == CATALOGUE.name else key.partition(b" ")[0]

    def plan(self, group: Sequence[Received], known: Known, standards: Standards) -> AnyPlan:
        """Which event counts, what is visible and still right, and what must be written."""
        entry, event = entry_of(known, group[0].key), group[0].event
        if _is_snapshot(group[0]):
            return self._plan_snapshots(group, entry, known, standards)
        making = self._making(standards, "" if entry is None else entry.seller)
        if isinstance(event, BlurbRequest):
            return plan_blurb(group[0], entry, known, making)
        if isinstance(event, ReviewDecision):
            return plan_decision(group[0], entry, known, making)
        return _plan_rewrite(group[0], entry, known, (making, self._queue(known, making)))

    def _making(self, standards: Standards, seller: str) -> Making:
        # More may hold for what this seller sells than for all.
        own = standards._replace(rules_version=self.editor.version_for(seller))
        return Making(self.benefits, own, self.editor)

    def _queue(self, known: Known, making: Making) -> Queue:
        return Queue(self.review, reviews_of(known), making.standards)

    def _plan_snapshots(
        self, group: Sequence[Received], entry: CatalogueEntry | None, known: Known, standards: Standards
    ) -> DescribePlan:
        before = NOTHING if entry is None else Revision(**entry.revision.model_dump())
        result = fold(before, [_snapshot(received) for received in group])
        winner = None if result.winner is None else group[result.winner]
        plan = DescribePlan(tuple(group), result.reasons, winner, result.revision, entry)
        if winner is None:
            return plan
        seller, copies = seller_of(winner.event), current_copies(known)
        making = self._making(standards, seller)
        queue = self._queue(known, making)
        plan = replace(plan, catalogue_edition=catalogue_edition(known, winner.key), queue=queue)
        if isinstance(winner.event, Delisted):
            gone = tuple((key, copies[key]) for key in copies if copies[key].value is not None)
            return replace(plan, withdrawn=gone, fallen=fallen(blurbs_of(known), Listing(winner.key, (), ()), making))
        product: ProductCreated = winner.event
        facts = facts_of(product)
        locales = [locale for locale in dict.fromkeys(product.locales) if supported(locale)]
        listing = Listing(winner.key, locales, facts, seller)
        sheets = sheets_for(listing, copies, making)
        kept = {sheet.key for sheet in sheets}
        withdrawn = tuple((k, e) for k, e in copies.items() if k not in kept and e.value is not None)
        gone = fallen(blurbs_of(known), listing, making)
        return replace(plan, facts=facts, sheets=sheets, withdrawn=withdrawn, fallen=gone)

    def compose(self, plan: AnyPlan, written: Sequence[Written], stamp: Stamp) -> Publication:
        """The catalogue's entry, then copy and reviews, then what the ledger says of each event."""
        if isinstance(plan, BlurbPlan):
            return compose_blurb(plan, written, stamp)
        if isinstance(plan, DecisionPlan):
            return compose_decision(plan, stamp)
        return describe_records.compose(plan, written, stamp)


def _plan_rewrite(
    request: Received, entry: CatalogueEntry | None, known: Known, how: tuple[Making, Queue]
) -> DescribePlan:
    making, queue = how
    asked: Rewrite = request.event
    copies = current_copies(known)
    key = copy_key(request.key, asked.locale)
    standing = copies.get(key)
    plan = DescribePlan((request,), (None,), request, NOTHING, entry)
    if entry is None or not entry.listed:
        return replace(plan, winner=None, reasons=(Reason.UNKNOWN_PRODUCT,))
    moved = standing is None or standing.value is None or standing.edition != asked.edition
    if moved and not _done_by(standing, request):
        return replace(plan, winner=None, reasons=(Reason.EDITION_MOVED,))
    facts = facts_in(entry)
    sheets = sheets_for(Listing(request.key, [asked.locale], facts, entry.seller), copies, making)
    here = {name: known for name, known in queue.known.items() if name.startswith(key + b" ")}
    return replace(plan, facts=facts, sheets=sheets, queue=queue._replace(known=here))


def _done_by(standing: Entry | None, request: Received) -> bool:
    """Whether the copy is this request's own, of before a crash: then the rest of it may be still to do."""
    copy = held_as(standing, ProductCopy)
    return copy is not None and copy.source == source_of(request.position)


def _is_snapshot(received: Received) -> bool:
    return isinstance(received.event, ProductCreated | Delisted)


def _snapshot(received: Received) -> Snapshot:
    offset = received.position.offset
    if isinstance(received.event, Delisted):
        return Snapshot(offset, delisting=True)
    return Snapshot(offset, received.event.version)


def _event_of(delivery: Delivery) -> ProductCreated | Request | Delisted:
    topic = TOPICS[delivery.position.topic]
    if delivery.key is None:
        raise Undecodable(Reason.NO_KEY)
    try:
        key = delivery.key.decode("ascii")
    except UnicodeDecodeError:
        raise Undecodable(Reason.BAD_KEY, "a product id is printable ASCII without spaces") from None
    if delivery.value is None:
        return _delisting(topic, key)
    document = data_of(delivery.value, delivery.headers, topic.max_record_bytes)
    if topic is not PRODUCT_CREATED:
        request = _request_of(document)
        return _same_key(request, request.product, key)
    product = validate(document, ProductCreated)
    if not any(supported(locale) for locale in product.locales):
        raise Undecodable(Reason.NO_SUPPORTED_LOCALE, "in `locales`")
    return _same_key(product, product.id, key)


def _request_of(document: object) -> Request:
    asked = document.get("type") if isinstance(document, dict) else None
    if asked == BLURB_REQUEST_TYPE:
        return validate(document, BlurbRequest)
    return validate(document, ReviewDecision) if asked == REVIEW_DECISION_TYPE else validate(document, Rewrite)


def _delisting(topic: Topic, key: str) -> Delisted:
    if topic is not PRODUCT_CREATED:
        raise Undecodable(Reason.NO_VALUE, "a request needs a value")
    if not 1 <= len(key) <= MAX_ID or not all("!" <= character <= "~" for character in key):
        raise Undecodable(Reason.BAD_KEY, "a product id is 1 to 128 printable ASCII characters without spaces")
    return Delisted(key)


def _same_key(event: E, product: str, key: str) -> E:
    if product != key:
        raise Undecodable(Reason.KEY_MISMATCH, "the record's key is not the id in its value")
    return event
