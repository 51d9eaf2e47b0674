"""A sheet: one product's copy in one locale, as it stands and as it is to be; and the plan made of them. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from schemas.inbound import ProductCreated
from schemas.kinds import Kind
from schemas.outbound import CatalogueEntry, ProductCopy, PublishedKind
from schemas.reasons import Reason
from schemas.topics import CATALOGUE, PRODUCT_COPY
from workers.desks.contract import Known, Received, held_as
from workers.desks.review import NOTHING_WAITS, Queue
from workers.edit.gate import Editor
from workers.outcome import Entry, Standards
from workers.plan.benefits import Benefits
from workers.plan.brief import Brief, Fact
from workers.plan.revision import Revision
from workers.plan.select import select


class Making(NamedTuple):
    """What one product's copy is made with: what facts permit, and what its seller's copy is held to."""

    benefits: Benefits
    standards: Standards
    editor: Editor


class Listing(NamedTuple):
    """What is told of a product; `locales`: those that copy is asked for in."""

    key: bytes
    locales: Sequence[str]
    facts: tuple[Fact, ...]
    seller: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One locale. `kept` stands as it is; `briefs` are to be written; `last_edition` 0 = never published.

    `refused`: kinds of which nothing may stand that stands now.
    """

    locale: str
    key: bytes
    current: ProductCopy | None
    last_edition: int
    kept: Mapping[Kind, PublishedKind]
    briefs: tuple[Brief, ...]
    unsaid: tuple[str, ...]
    refused: frozenset[Kind] = frozenset()


@dataclass(frozen=True, slots=True)
class Delisted:
    """The event of a null value: the product is no longer offered."""

    id: str


@dataclass(frozen=True, slots=True)
class DescribePlan:
    """What is meant for one product. `winner` is the event that counts; None when none does. `fallen`: blurbs."""

    group: tuple[Received, ...]
    reasons: tuple[Reason | None, ...]
    winner: Received | None
    revision: Revision
    entry: CatalogueEntry | None
    catalogue_edition: int = 0
    facts: tuple[Fact, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    withdrawn: tuple[tuple[bytes, Entry], ...] = ()
    fallen: tuple[tuple[bytes, Entry], ...] = ()
    queue: Queue = NOTHING_WAITS

    @property
    def briefs(self) -> Sequence[Brief]:
        """What is to be written, sheet by sheet."""
        return [brief for sheet in self.sheets for brief in sheet.briefs]


def copy_key(product: bytes, locale: str) -> bytes:
    """The key of a product's copy: a product id holds no space, so that the first one ends it."""
    return product + b" " + locale.encode()


def entry_of(known: Known, product: bytes) -> CatalogueEntry | None:
    """The product's entry in the catalogue."""
    return held_as(known.get(CATALOGUE.name, {}).get(product), CatalogueEntry)


def catalogue_edition(known: Known, product: bytes) -> int:
    """The edition under which the product stands in the catalogue; 0 = it never did."""
    entry = known.get(CATALOGUE.name, {}).get(product)
    return 0 if entry is None else entry.edition


def current_copies(known: Known) -> Mapping[bytes, Entry]:
    """The product's copy in every locale it ever had, withdrawn ones too."""
    return known.get(PRODUCT_COPY.name, {})


def seller_of(event: object) -> str:
    """Who lists the product; empty where nobody is named."""
    return event.seller_id or "" if isinstance(event, ProductCreated) else ""


def facts_in(entry: CatalogueEntry) -> tuple[Fact, ...]:
    """The catalogue's facts, as the planner reads them."""
    return tuple(Fact(fact.id, fact.name, fact.value, fact.unit) for fact in entry.facts)


def sheets_for(listing: Listing, copies: Mapping[bytes, Entry], making: Making) -> tuple[Sheet, ...]:
    """A sheet for each locale: what of the visible copy still stands, and briefs for the rest."""
    key = listing.key
    return tuple(_sheet(listing, locale, copies.get(copy_key(key, locale)), making) for locale in listing.locales)


def _sheet(listing: Listing, locale: str, entry: Entry | None, making: Making) -> Sheet:
    selection = select(listing.key.decode(), listing.facts, locale, making.benefits)
    briefs = [making.editor.order(brief.sold_by(listing.seller)) for brief in selection.briefs]
    current = held_as(entry, ProductCopy)
    standing = {} if current is None else current.kinds
    kept = {
        brief.kind: standing[brief.kind]
        for brief in briefs
        if brief.kind in standing and stands(standing[brief.kind], brief, making.standards, listing.facts)
    }
    ordered = tuple(brief for brief in briefs if brief.kind not in kept)
    return Sheet(
        locale=locale,
        key=copy_key(listing.key, locale),
        current=current,
        last_edition=0 if entry is None else entry.edition,
        kept=kept,
        briefs=ordered,
        unsaid=selection.unsaid,
        refused=frozenset(
            brief.kind for brief in ordered if brief.kind in standing and refused(standing[brief.kind], brief, making)
        ),
    )


def refused(published: PublishedKind, brief: Brief, making: Making) -> bool:
    """Whether today's rules turn down what others let pass: then it goes, also where nothing better is written."""
    if published.origin == "human" or published.rules_version == making.standards.rules_version:
        return False
    return bool(making.editor.judge(brief, published.text).refusals)


def stands(published: PublishedKind, brief: Brief, standards: Standards, facts: Iterable[Fact]) -> bool:
    """Whether what is visible is still right, so that the brief is `unchanged`. `facts`: all of the product's.

    A person may state any of them, whatever the brief would have let a machine say.
    """
    if published.origin == "human":
        stated = {fact for sentence in published.sentences for fact in sentence.facts}
        return stated <= {fact.id for fact in facts}
    if published.brief_id != brief.id or published.writer_away:
        return False
    return published.fingerprint == standards.fingerprint and published.rules_version == standards.rules_version
