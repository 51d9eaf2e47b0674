"""A shelf in memory, and what stands on it."""

from dataclasses import dataclass, field

from schemas.codec import encode
from schemas.kinds import Kind
from schemas.outbound import (
    CatalogueEntry,
    CatalogueFact,
    ProductCopy,
    PublishedKind,
    PublishedSentence,
    RevisionOut,
    Source,
)
from workers.outcome import Entry
from workers.web.shelf import Shelf

NOW_MS = 1_700_000_000_000
NAME_FACT = "0" * 15 + "1"
_SOURCE = Source(topic="product-created", partition=3, offset=7)
_REVISION = RevisionOut(version=1, offset=7, delisted_at=-1)


@dataclass
class FakeServed:
    """`web.shelf.Served`: folds by edition, as the real one does."""

    reached_ms: int | None = NOW_MS
    restored: bool = True
    entries: dict[tuple[int, bytes], Entry] = field(default_factory=dict)

    def get(self, partition: int, key: bytes) -> Entry | None:
        return self.entries.get((partition, key))

    def find(self, key: bytes) -> tuple[int, Entry] | None:
        found = [(number, entry) for (number, known), entry in self.entries.items() if known == key]
        return max(found, key=lambda one: one[1].edition, default=None)

    def put(self, partition: int, key: bytes, value: bytes | None, edition: int) -> None:
        known = self.entries.get((partition, key))
        if known is None or edition > known.edition:
            self.entries[partition, key] = Entry(edition, value)


@dataclass
class FakeShop:
    """What the owner would publish, put on the shelf."""

    catalogue: FakeServed = field(default_factory=FakeServed)
    copies: FakeServed = field(default_factory=FakeServed)
    partition: int = 3

    @property
    def shelf(self) -> Shelf:
        return Shelf(self.catalogue, self.copies)

    def list(self, product: str, *locales: str, name: str = "Linen shirt", edition: int = 1) -> None:
        facts = (CatalogueFact(id=NAME_FACT, name="name", value=name),) if name else ()
        self._catalogue(product, edition, listed=True, locales=locales, facts=facts)

    def delist(self, product: str, edition: int) -> None:
        self._catalogue(product, edition, listed=False)

    def write(self, product: str, locale: str, edition: int, text: str = "A shirt of linen.") -> None:
        copy = product_copy(product, locale, edition, text)
        self.copies.put(self.partition, f"{product} {locale}".encode(), encode(copy), edition)

    def withdraw(self, product: str, locale: str, edition: int) -> None:
        self.copies.put(self.partition, f"{product} {locale}".encode(), None, edition)

    def _catalogue(self, product: str, edition: int, **facts: object) -> None:
        entry = catalogue_entry(product, edition, **facts)
        self.catalogue.put(self.partition, product.encode(), encode(entry), edition)


def catalogue_entry(product: str, edition: int, **told: object) -> CatalogueEntry:
    common = {"product": product, "edition": edition, "revision": _REVISION, "source": _SOURCE}
    return CatalogueEntry.model_validate({**common, "locales": (), "facts": (), **told})


def product_copy(product: str, locale: str, edition: int, text: str = "A shirt of linen.") -> ProductCopy:
    title = PublishedKind(
        text=text,
        sentences=(PublishedSentence(text=text, facts=(NAME_FACT,)),),
        brief_id="a" * 32,
        copy_id="b" * 32,
        origin="model",
        attempt=0,
        fingerprint="f" * 64,
        rules_version="1",
    )
    return ProductCopy(
        product=product,
        locale=locale,
        edition=edition,
        revision=_REVISION,
        kinds={Kind.TITLE: title},
        ai_generated=True,
        source=_SOURCE,
    )
