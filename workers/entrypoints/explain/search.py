"""Where a copy comes from: the event, the facts, the brief, who wrote it, which facts each sentence states."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from schemas.codec import decode_json
from schemas.topics import AUDIENCE_BLURB, CATALOGUE, COPY_REVIEW, LEDGERS, PRODUCT_COPY, Topic
from workers.adapters.tables_entry import LogRecord
from workers.entrypoints.reading import Reading
from workers.errors import Fatal
from workers.publish.fold import edition_of

MIN_DIGITS: Final = 8
DIGITS: Final = 32
MAX_LISTINGS: Final = 64
"""Of one product's entries in the catalogue, as they followed each other: so many are tried for the copy's brief."""


@dataclass(slots=True)
class Explanation:
    """`copy` is the published kind as it last stood, `visible` whether it is what readers see now.

    `entries` are the ledger's, each with the output's part on this copy; `facts` are the catalogue's, by id, and
    `listings` its entries that have any, the newest last. `audience` and `facets`: that a blurb is for. `review`: the
    drafts that were put to a person, `waits`: they still are.
    """

    copy_id: str
    kind: str = ""
    product: str = ""
    locale: str = ""
    copy: dict[str, Any] = field(default_factory=dict)
    source: dict[str, Any] = field(default_factory=dict)
    edition: int = 0
    visible: bool = False
    entries: list[dict[str, Any]] = field(default_factory=list)
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    audience: str = ""
    facets: list[str] = field(default_factory=list)
    review: dict[str, Any] = field(default_factory=dict)
    waits: bool = False
    listings: list[dict[str, Any]] = field(default_factory=list)

    @property
    def brief_id(self) -> str:
        """What the words were ordered by; empty where only the ledger remembers them."""
        told: str = self.copy.get("brief_id") or self.review.get("brief_id") or ""
        return told


class Search:
    """One search through the logs, by substring first: most records are never parsed."""

    def __init__(self, read: Reading, copy_id: str) -> None:
        digits = copy_id.lower()
        if not MIN_DIGITS <= len(digits) <= DIGITS or set(digits) - set("0123456789abcdef"):
            raise Fatal("no-copy-id", f"{copy_id!r}: give {MIN_DIGITS} to {DIGITS} hex digits of one")
        self._read = read
        self._wanted = digits
        self._needle = digits.encode()
        self._found = Explanation("")
        self._tops: dict[bytes, int] = {}
        self._reviews: dict[bytes, int] = {}
        self._key = b""
        self._partition = -1

    async def run(self) -> Explanation:
        """Raises `Fatal` where nothing has such an id, or more than one thing has."""
        for topic in (PRODUCT_COPY, AUDIENCE_BLURB):
            await self._search(topic, self._published)
        await self._search(COPY_REVIEW, self._reviewed)
        await self._search(LEDGERS[PRODUCT_COPY.group], self._entry)
        found = self._found
        if not found.copy_id:
            raise Fatal("copy-not-found", f"{self._wanted}: `copydesk tail product-copy --json` shows ids")
        if found.copy:
            found.visible = self._tops[self._key] == found.edition
        if found.review:
            found.waits = self._reviews[_key_of(found.review)] == found.review["edition"]
        await self._search(CATALOGUE, self._facts)
        return found

    async def _search(self, topic: Topic, look: Callable[[int, LogRecord], None]) -> None:
        await self._read.look((topic,))
        # Everything about a key has its partition number.
        async for partition, record in self._read.records(topic, None if self._partition < 0 else (self._partition,)):
            look(partition, record)

    def _published(self, partition: int, record: LogRecord) -> None:
        key = record.key or b""
        edition = edition_of(record.headers)
        self._tops[key] = max(self._tops.get(key, 0), edition)
        if self._needle not in (record.value or b"") or edition < self._found.edition:
            return
        document = _parsed(record)
        for kind, copy in (document.get("kinds") or {"blurb": document["blurb"]}).items():
            if copy["copy_id"].startswith(self._wanted):
                self._take(copy["copy_id"], partition)
                self._key = key
                self._found.kind, self._found.copy, self._found.edition = kind, copy, edition
                self._found.product, self._found.locale = document["product"], document["locale"]
                self._found.source, self._found.audience = document["source"], document.get("audience", "")
                self._found.facets = document.get("facets", [])

    def _reviewed(self, partition: int, record: LogRecord) -> None:
        """A review with such a draft, or of the brief of the copy that was found."""
        found, key, edition = self._found, record.key or b"", edition_of(record.headers)
        self._reviews[key] = max(self._reviews.get(key, 0), edition)
        mine = key == b" ".join((self._key, found.kind.encode()))
        if record.value is None or not (mine or self._needle in record.value):
            return
        review = _parsed(record)
        for draft in review["drafts"]:
            if draft["copy_id"].startswith(self._wanted):
                self._take(draft["copy_id"], partition)
                mine = mine or not found.copy
        if mine and found.brief_id in {"", review["brief_id"]} and edition >= found.review.get("edition", 0):
            found.review, found.kind = review, review["kind"]
            found.product, found.locale = review["product"], review["locale"]

    def _entry(self, partition: int, record: LogRecord) -> None:
        held = self._found.review and record.key == _position(self._found.review["source"])
        if not held and self._needle not in (record.value or b""):
            return
        entry = _parsed(record)
        for output in entry["outputs"]:
            for kind, told in output["kinds"].items():
                if str(told.get("copy_id") or "").startswith(self._wanted):
                    self._take(told["copy_id"], partition)
                    self._found.kind = self._found.kind or kind
                    self._found.product = self._found.product or entry["key"] or ""
                elif not (held and kind == self._found.kind and output["key"].endswith(f" {self._found.locale}")):
                    continue
                self._found.entries.append({**entry, "outputs": [{**output, "kinds": {kind: told}}]})

    def _facts(self, partition: int, record: LogRecord) -> None:
        mine = partition == self._partition and record.key == self._found.product.encode()
        if mine and record.value is not None:
            entry = _parsed(record)
            self._found.facts |= {fact["id"]: fact for fact in entry["facts"]}
            if entry["facts"]:
                self._found.listings = [*self._found.listings[1 - MAX_LISTINGS :], entry]

    def _take(self, copy_id: str, partition: int) -> None:
        known = self._found.copy_id
        if known and known != copy_id:
            raise Fatal("ambiguous-copy-id", f"{self._wanted}: {known} and {copy_id} both begin so")
        self._found.copy_id = copy_id
        self._partition = partition


def _key_of(review: dict[str, Any]) -> bytes:
    return f"{review['product']} {review['locale']} {review['kind']}".encode()


def _position(source: dict[str, Any]) -> bytes:
    return f"{source['topic']}/{source['partition']}/{source['offset']}".encode()


def _parsed(record: LogRecord) -> dict[str, Any]:
    document: dict[str, Any] = decode_json(record.value or b"", 1 << 24)
    return document
