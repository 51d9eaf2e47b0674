"""A shelf in memory, and what stands on it."""

from collections import Counter
from dataclasses import dataclass, field

from schemas.codec import encode
from schemas.kinds import Kind
from schemas.outbound import (
    AudienceBlurb,
    CatalogueEntry,
    CatalogueFact,
    ProductCopy,
    PublishedKind,
    PublishedSentence,
    RevisionOut,
    Source,
)
from schemas.outbound_users import PersonalCopy, PopularShelf, Weighed
from workers.outcome import Entry
from workers.web.shelf import Shelf

NOW_MS = 1_700_000_000_000
NAME_FACT = "0" * 15 + "1"
STOCK_FACT = "0" * 15 + "2"
MADE = {"copy_id": "c" * 32, "origin": "model", "fingerprint": "f" * 64, "rules_version": "1"}
"""What a pick's text carries of where it comes from."""
USER = "u1." + "0123456789abcdef" * 2
OTHER_USER = "u1." + "fedcba9876543210" * 2
_SOURCE = Source(topic="product-created", partition=3, offset=7)
_REVISION = RevisionOut(version=1, offset=7, delisted_at=-1)


@dataclass
class FakeServed:
    """`web.shelf.Served`: folds by edition, as the real one does."""

    reached_ms: int | None = NOW_MS
    restored: bool = True
    entries: dict[tuple[int, bytes], Entry] = field(default_factory=dict)
    turns: Counter[bytes] = field(default_factory=Counter)

    def get(self, partition: int, key: bytes) -> Entry | None:
        return self.entries.get((partition, key))

    def find(self, key: bytes) -> tuple[int, Entry] | None:
        found = [(number, entry) for (number, known), entry in self.entries.items() if known == key]
        return max(found, key=lambda one: one[1].edition, default=None)

    @property
    def partitions(self) -> list[int]:
        return sorted({number for number, _ in self.entries})

    def page(self, partition: int, after: bytes, limit: int) -> list[tuple[bytes, Entry]]:
        rows = sorted((key, entry) for (number, key), entry in self.entries.items() if number == partition)
        return [row for row in rows if row[0] > after][:limit]

    def put(self, partition: int, key: bytes, value: bytes | None, edition: int) -> None:
        known = self.entries.get((partition, key))
        if known is None or edition > known.edition:
            self.entries[partition, key] = Entry(edition, value)
            self.turns[key.partition(b" ")[0]] += 1


@dataclass
class FakeShop:
    """What the owners would publish, put on the shelf."""

    catalogue: FakeServed = field(default_factory=FakeServed)
    copies: FakeServed = field(default_factory=FakeServed)
    personal: FakeServed = field(default_factory=FakeServed)
    blurbs: FakeServed = field(default_factory=FakeServed)
    affinity: FakeServed = field(default_factory=FakeServed)
    audiences: FakeServed = field(default_factory=FakeServed)
    partition: int = 3

    @property
    def shelf(self) -> Shelf:
        topics = (self.catalogue, self.copies, self.personal, self.blurbs, self.affinity, self.audiences)
        return Shelf(*topics, turn=self.turn)

    def turn(self, product: bytes) -> int:
        return sum(topic.turns[product] for topic in (self.catalogue, self.copies, self.blurbs))

    def list(
        self, product: str, *locales: str, name: str = "Linen shirt", edition: int = 1, in_stock: bool | None = None
    ) -> None:
        facts = [CatalogueFact(id=NAME_FACT, name="name", value=name)] if name else []
        if in_stock is not None:
            facts.append(CatalogueFact(id=STOCK_FACT, name="in_stock", value="yes" if in_stock else "no"))
        self._catalogue(product, edition, listed=True, locales=locales, facts=facts)

    def delist(self, product: str, edition: int) -> None:
        self._catalogue(product, edition, listed=False)

    def write(self, product: str, locale: str, edition: int, text: str = "A shirt of linen.", **kinds: str) -> None:
        self.put_copy(product_copy(product, locale, edition, text, **kinds))

    def put_copy(self, copy: ProductCopy) -> None:
        product, locale, edition = copy.product, copy.locale, copy.edition
        self.copies.put(self.partition, f"{product} {locale}".encode(), encode(copy), edition)

    def withdraw(self, product: str, locale: str, edition: int) -> None:
        self.copies.put(self.partition, f"{product} {locale}".encode(), None, edition)

    def blurb(self, product: str, edition: int, text: str | None, audience: str = "kitchen", locale: str = "en-GB"):
        """What stands under the blurb's key; a text of None withdraws it."""
        value = None if text is None else encode(audience_blurb(product, edition, text, audience, locale))
        self.blurbs.put(self.partition, f"{product} {audience} {locale}".encode(), value, edition)

    def pick(self, *picks: dict[str, object], user: str = USER, edition: int = 10, **told: object) -> None:
        """The user's personal copy; its partition is no product's."""
        self.personal.put(1, user.encode(), encode(personal_copy(user, edition, picks, **told)), edition)

    def forget(self, user: str = USER, edition: int = 100) -> None:
        self.personal.put(1, user.encode(), None, edition)

    def popular(self, *products: str, shelf: str = "*", edition: int = 1) -> None:
        weighed = tuple(Weighed(product=product, weight=1000) for product in products)
        value = encode(PopularShelf(shelf=shelf, edition=edition, products=weighed))
        self.affinity.put(0, f"shelf {shelf}".encode(), value, edition)

    def _catalogue(self, product: str, edition: int, **facts: object) -> None:
        entry = catalogue_entry(product, edition, **facts)
        self.catalogue.put(self.partition, product.encode(), encode(entry), edition)


def catalogue_entry(product: str, edition: int, **told: object) -> CatalogueEntry:
    common = {"product": product, "edition": edition, "revision": _REVISION, "source": _SOURCE}
    return CatalogueEntry.model_validate({**common, "locales": (), "facts": (), **told})


def product_copy(product: str, locale: str, edition: int, text: str = "A shirt of linen.", **kinds: str) -> ProductCopy:
    texts = {Kind.TITLE: text, **{Kind(name): told for name, told in kinds.items()}}
    return ProductCopy(
        product=product,
        locale=locale,
        edition=edition,
        revision=_REVISION,
        kinds={kind: published(told) for kind, told in texts.items()},
        ai_generated=True,
        source=_SOURCE,
    )


def published(text: str) -> PublishedKind:
    """As sentences it is split at the full stop."""
    sentences = [f"{part.strip()}." for part in text.split(".") if part.strip()]
    return PublishedKind(
        text=text,
        sentences=tuple(PublishedSentence(text=one, facts=(NAME_FACT,)) for one in sentences),
        brief_id="a" * 32,
        copy_id="b" * 32,
        origin="model",
        attempt=0,
        fingerprint="f" * 64,
        rules_version="1",
    )


def audience_blurb(product: str, edition: int, text: str, audience: str, locale: str) -> AudienceBlurb:
    return AudienceBlurb(
        product=product,
        audience=audience,
        locale=locale,
        edition=edition,
        facets=("c:kitchen",),
        blurb=published(text),
        ai_generated=True,
        source=_SOURCE,
    )


def personal_copy(user: str, edition: int, picks: tuple[dict[str, object], ...], **told: object) -> PersonalCopy:
    common = {"applied": 2, "at_ms": NOW_MS, "audience": "kitchen", "facets": ("c:kitchen",), "locale": "en-GB"}
    full = tuple({"score": 1000, "reason": "interest", "locale": "en-GB", **pick} for pick in picks)
    source = Source(topic="user-behaviour", partition=1, offset=2)
    return PersonalCopy.model_validate(
        {"user": user, "edition": edition, **common, "picks": full, "source": source, **told}
    )
