"""One product, its owner's real desk, its tables in memory: what comes in, what is written, what readers see then."""

from dataclasses import dataclass, field
from typing import Any

from schemas.codec import decode, decode_own, encode_json
from schemas.kinds import Kind
from schemas.outbound import CatalogueEntry, LedgerEntry, ProductCopy, PublishedKind
from schemas.outbound_review import CopyReview
from schemas.topics import (
    AUDIENCE_BLURB,
    CATALOGUE,
    COPY_LEDGER,
    COPY_REQUESTS,
    COPY_REVIEW,
    PRODUCT_COPY,
    PRODUCT_CREATED,
)
from workers.adapters.memory import MemoryTable
from workers.adapters.sealing import SivSealer
from workers.audit.partition import PartitionAudit, Span
from workers.audit.report import Report
from workers.audit.visible import seen_of
from workers.desks.contract import Stamp
from workers.desks.decisions import brief_for
from workers.desks.describe import Describe
from workers.desks.known import known_to
from workers.desks.sheet import facts_in
from workers.outcome import (
    Copy,
    Delivery,
    Origin,
    Position,
    Publication,
    Record,
    Refusal,
    Sentence,
    Standards,
    Tried,
    Written,
)
from workers.plan.benefits import load
from workers.plan.brief import Brief, copy_id

BENEFITS = load()
KEY = b"cup-1"
TABLES = (CATALOGUE.name, PRODUCT_COPY.name, COPY_REVIEW.name, AUDIENCE_BLURB.name)
INPUTS = (PRODUCT_CREATED.name, COPY_REQUESTS.name)
PASSES, FALLS_BACK, IS_REFUSED = "passes", "falls back", "is refused"
Slot = tuple[str, Kind]
"""A locale and a kind."""


@dataclass
class World:
    """`mood`: what becomes of each brief; `model`: who is asked."""

    desk: Describe = field(default_factory=lambda: Describe(BENEFITS))
    tables: dict[str, MemoryTable] = field(default_factory=lambda: {name: MemoryTable() for name in TABLES})
    logs: dict[str, list[Record]] = field(default_factory=dict)
    mood: str = IS_REFUSED
    model: str = "model-a"
    wall_ms: int = 1000

    def arrives(self, topic: str, document: dict[str, Any] | None) -> int:
        """The offset at which it stands now."""
        value = None if document is None else encode_json(document)
        return self._append(Record(topic, 0, KEY, value))

    def composed(self, topic: str, offset: int) -> Publication:
        """What the owner would publish of an event now."""
        received = self.desk.decode(self.delivery(topic, offset))
        known = known_to(self.desk, [received], self.tables, {})
        plan = self.desk.plan([received], known, Standards(self.model, self.desk.editor.version))
        return self.desk.compose(plan, [self.written(brief) for brief in plan.briefs], Stamp(self.wall_ms, "owner"))

    def delivery(self, topic: str, offset: int) -> Delivery:
        return Delivery(Position(topic, 0, offset), KEY, self.logs[topic][offset].value, (), 1)

    def publish(self, *records: Record) -> None:
        for record in records:
            self._append(record)
            if record.topic in self.tables:
                self.tables[record.topic].apply(record)

    def handle(self, topic: str, offset: int) -> LedgerEntry:
        """All of an event's records land; what the ledger says of it."""
        for stage in stages(self.composed(topic, offset)):
            self.publish(*stage)
        return self.outcomes()[f"{topic}/0/{offset}"]

    def written(self, brief: Brief) -> Written:
        refused = tried(
            f"{brief.kind} of {brief.id} by {self.model}",
            Refusal("numbers", "3"),
            name=copy_id(brief.id, 0, self.model),
        )
        if self.mood == IS_REFUSED:
            return Written(brief, None, (refused, tried("Alma cup.", Refusal("claims", "cup"), origin=Origin.FALLBACK)))
        passed = self.mood == PASSES
        origin, writer = (Origin.MODEL, self.model) if passed else (Origin.FALLBACK, "fallback")
        sentence = Sentence(f"{brief.kind} by {origin}", tuple(fact.id for fact in brief.facts))
        names = (copy_id(brief.id, 0, writer), origin, 0, self.model, self.desk.editor.version_for(brief.seller))
        return Written(
            brief, Copy(brief.kind, sentence.text, (sentence,), brief.id, *names), () if passed else (refused,)
        )

    def _append(self, record: Record) -> int:
        log = self.logs.setdefault(record.topic, [])
        log.append(record)
        return len(log) - 1

    # -- what stands ------------------------------------------------------------------------------------------------

    @property
    def entry(self) -> CatalogueEntry | None:
        held = self.tables[CATALOGUE.name].get(0, KEY)
        return None if held is None or held.value is None else decode_own(held.value, CatalogueEntry)

    @property
    def facts(self) -> set[str]:
        return set() if self.entry is None else {fact.id for fact in facts_in(self.entry)}

    @property
    def ordered(self) -> dict[Slot, Brief]:
        """What the product is to have copy of."""
        entry = self.entry
        if entry is None or not entry.listed:
            return {}
        briefs = ((locale, kind, brief_for(entry, locale, kind, BENEFITS)) for locale in entry.locales for kind in Kind)
        return {(locale, kind): brief for locale, kind, brief in briefs if brief is not None}

    @property
    def visible(self) -> dict[Slot, PublishedKind]:
        copies = [entry.value for _, entry in self.tables[PRODUCT_COPY.name].scan(0, KEY + b" ")]
        found = [decode_own(value, ProductCopy) for value in copies if value is not None]
        return {(copy.locale, kind): told for copy in found for kind, told in copy.kinds.items()}

    @property
    def human(self) -> dict[Slot, PublishedKind]:
        return {slot: told for slot, told in self.visible.items() if told.origin == "human"}

    @property
    def open(self) -> dict[Slot, CopyReview]:
        entries = [entry for _, entry in self.tables[COPY_REVIEW.name].scan(0, KEY + b" ") if entry.value is not None]
        reviews = [decode_own(entry.value or b"", CopyReview) for entry in entries]
        return {(review.locale, review.kind): review for review in reviews}

    def outcomes(self) -> dict[str, LedgerEntry]:
        """The last entry of each position."""
        log = self.logs.get(COPY_LEDGER.name, [])
        return {(one.key or b"").decode(): decode(one.value or b"", LedgerEntry, 1 << 20) for one in log}

    def audited(self) -> Report:
        """What the audit says of all of it, every event acknowledged."""
        ends = {topic: len(self.logs.get(topic, [])) for topic in INPUTS}
        audit = PartitionAudit(0, {topic: Span(0, end, end) for topic, end in ends.items()}, SivSealer({}))
        for topic in TABLES:
            for record in self.logs.get(topic, []):
                audit.output(topic, record.key or b"", seen_of(record.value, record.headers))
        for topic, end in ends.items():
            for offset in range(end):
                audit.event(self.delivery(topic, offset))
        for record in self.logs.get(COPY_LEDGER.name, []):
            audit.entry(decode(record.value or b"", LedgerEntry, 1 << 20))
        return audit.report()


def decision(review: CopyReview, action: str, **more: Any) -> dict[str, Any]:
    """By somebody who has seen this review; an approval is of the first draft."""
    own: dict[str, Any] = {"type": "review-decision/1", "action": action, "approver": "ada", "product": review.product}
    if action == "approve":
        own |= {"attempt": review.drafts[0].attempt, "origin": review.drafts[0].origin}
    seen = {"edition": review.edition, "brief_id": review.brief_id}
    return own | seen | {"locale": review.locale, "kind": review.kind.value} | more


def stated(told: PublishedKind) -> set[str]:
    """The facts that a piece of copy states."""
    return {fact for sentence in told.sentences for fact in sentence.facts}


def stages(publication: Publication) -> list[tuple[Record, ...]]:
    """As the path publishes them: each confirmed before the next."""
    parts = (publication.before, publication.state, publication.outputs, publication.ledger)
    return [part for part in parts if part]


CUP = {
    "id": "cup-1",
    "title": "Alma cup",
    "locales": ["en-US"],
    "price": {"amount": "9.50", "currency": "USD"},
    "attributes": [{"name": "colour", "value": "blue"}],
}
TITLE: Slot = ("en-US", Kind.TITLE)
OTHER_PRICE = {"price": {"amount": "12.00", "currency": "USD"}}
CARE = {"attributes": [*CUP["attributes"], {"name": "dishwasher safe", "value": "yes"}]}
RED = {"attributes": [{"name": "colour", "value": "red"}]}


def listed(world: World, **changes: Any) -> LedgerEntry:
    return world.handle(PRODUCT_CREATED.name, world.arrives(PRODUCT_CREATED.name, CUP | changes))


def delisted(world: World) -> LedgerEntry:
    return world.handle(PRODUCT_CREATED.name, world.arrives(PRODUCT_CREATED.name, None))


def decided(world: World, review: CopyReview, action: str, **more: Any) -> LedgerEntry:
    return world.handle(COPY_REQUESTS.name, world.arrives(COPY_REQUESTS.name, decision(review, action, **more)))


def held(**changes: Any) -> tuple[World, CopyReview]:
    """A listing of which nothing may be published, and the review of its title."""
    world = World()
    listed(world, **changes)
    return world, world.open[TITLE]


def told_of(entry: LedgerEntry, topic: str) -> list[tuple[str, str]]:
    return [(output.key, output.verdict) for output in entry.outputs if output.topic == topic]


class Drafting(World):
    """Of each brief this was tried."""

    tried: tuple[Tried, ...] = ()

    def written(self, brief: Brief) -> Written:
        return Written(brief, None, self.tried)


def tried(text: str, *refusals: Refusal, origin: Origin = Origin.MODEL, name: str = "d" * 32) -> Tried:
    return Tried(text, 0, origin, refusals, name)


def drafted(text: str, *refusals: Refusal) -> World:
    world = Drafting()
    world.tried = (tried(text, *refusals),)
    listed(world)
    return world
