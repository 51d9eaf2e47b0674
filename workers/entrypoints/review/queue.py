"""The review queue from outside: what waits, what is decided of it, and what its owner says to that."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from schemas.codec import Undecodable, encode, validate
from schemas.envelope import binary_headers
from schemas.inbound import REVIEW_DECISION_TYPE, ReviewDecision
from schemas.kinds import Kind
from schemas.outbound import CatalogueEntry, LedgerEntry
from schemas.outbound_review import CopyReview, ReviewDraft
from schemas.topics import CATALOGUE, COPY_LEDGER, COPY_REQUESTS, COPY_REVIEW, Topic
from workers.adapters.kafka_marks import KafkaMarks
from workers.adapters.kafka_producer import KafkaProducer
from workers.adapters.kafka_reader import KafkaReader, Place
from workers.desks.contract import held_as
from workers.desks.decisions import Reading, brief_for, read_for_person
from workers.desks.sheet import facts_in
from workers.edit.gate import Editor
from workers.entrypoints.asking import Answers, sent
from workers.entrypoints.reading import Progress
from workers.entrypoints.reading import Reading as TopicReading
from workers.errors import Fatal
from workers.outcome import Entry, Position, Record
from workers.plan.benefits import Benefits
from workers.ports import Clock
from workers.publish.fold import edition_of
from workers.settings import Kafka

CLIENT: Final = "copydesk-review"
PARTS: Final = 3


class Waiting(NamedTuple):
    """An open review, and the partition in which its product is at home."""

    partition: int
    review: CopyReview

    @property
    def key(self) -> str:
        """As the topic has it."""
        return f"{self.review.product} {self.review.locale} {self.review.kind}"


class Wanted(NamedTuple):
    """Which reviews are meant; empty: all."""

    product: str = ""
    locale: str = ""
    rule: str = ""

    def of(self, waiting: Sequence[Waiting]) -> Iterator[Waiting]:
        """Those, in the order of their keys."""
        for one in sorted(waiting, key=lambda one: one.key):
            review = one.review
            rules = {refusal.rule for draft in review.drafts for refusal in draft.refusals}
            if (
                self.product in {"", review.product}
                and self.locale in {"", review.locale}
                and self.rule in {"", *rules}
            ):
                yield one


class Receipt(NamedTuple):
    """Where a decision stands, and what its owner says; None: not yet, or it was not waited for."""

    position: Position
    outcome: LedgerEntry | None

    @property
    def carried_out(self) -> bool:
        return self.outcome is not None and self.outcome.reason is None


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """Over a reader that has been started. Raises `Transient` while the broker is away, `Fatal` without the topics."""

    kafka: Kafka
    reader: KafkaReader
    clock: Clock

    async def waiting(self, progress: Progress) -> list[Waiting]:
        """All open reviews; what a later version wrote is left out."""
        read = await self._look(COPY_REVIEW, progress)
        seen = await read.visible(COPY_REVIEW, lambda record: held_as(Entry(0, record.value), CopyReview))
        return [Waiting(number, held.value) for (number, _), held in seen.items() if held.value is not None]

    async def entry(self, one: Waiting, progress: Progress) -> CatalogueEntry:
        """What is known of the product. Raises `Fatal` for one that is not listed (any more)."""
        read, last, value = await self._look(CATALOGUE, progress), 0, None
        async for _, record in read.records(CATALOGUE, (one.partition,)):
            if record.key == one.review.product.encode() and edition_of(record.headers) >= last:
                last, value = edition_of(record.headers), record.value
        entry = held_as(Entry(last, value), CatalogueEntry)
        if entry is not None and entry.listed:
            return entry
        raise Fatal("unknown-product", f"{one.review.product} is not listed any more: there is nothing to decide")

    async def decide(self, one: Waiting, decision: ReviewDecision, within: float) -> Receipt:
        """Ask the owner, and wait up to `within` seconds for what it says; 0: do not wait."""
        ledger = await self.reader.extents([Place(COPY_LEDGER.name, one.partition)])
        producer = KafkaProducer(self.kafka, CLIENT, [COPY_REQUESTS])
        await producer.start()
        try:
            (position,) = await sent(producer, [self._record(one, decision)])
        finally:
            await producer.stop()
        answers = Answers(self.reader, self.clock, ledger)
        if within > 0:
            await answers.came({position}, within)
        return Receipt(position, answers.entries.get(position))

    def _record(self, one: Waiting, decision: ReviewDecision) -> Record:
        name = secrets.token_hex(8)
        headers = binary_headers(REVIEW_DECISION_TYPE, name, name, self.clock.wall_ms())
        return Record(COPY_REQUESTS.name, one.partition, decision.product.encode(), encode(decision), headers)

    async def _look(self, topic: Topic, progress: Progress) -> TopicReading:
        read = TopicReading(self.reader, KafkaMarks(self.kafka, self.clock), progress)
        await read.look((topic,))
        return read


def named(waiting: Sequence[Waiting], words: Sequence[str]) -> Waiting:
    """The review of this key, given whole or in its parts. Raises `Fatal`, which says how it is meant."""
    parts = " ".join(words).split()
    if len(parts) != PARTS or parts[2] not in set(Kind):
        raise Fatal("no-key", "give product, locale and kind: mug-1 en-GB title; `copydesk review list` shows them")
    found = [one for one in waiting if one.key == " ".join(parts)]
    if not found:
        raise Fatal("nothing-waits", f"{' '.join(parts)}: `copydesk review list` shows what does")
    # A product in two partitions has two owners; the newest word is what readers see.
    return max(found, key=lambda one: one.review.edition)


def draft_named(review: CopyReview, number: int) -> ReviewDraft:
    """The draft of this number, from 1; 0: the only one. Raises `Fatal` where it cannot be approved."""
    if not 0 <= number <= len(review.drafts) or not review.drafts:
        raise Fatal("no-such-draft", f"there are {len(review.drafts)}; `copydesk review show` numbers them")
    if number == 0 and len(review.drafts) > 1:
        raise Fatal(
            "which-draft", f"there are {len(review.drafts)}: say --draft N; `copydesk review show` numbers them"
        )
    draft = review.drafts[max(number, 1) - 1]
    if not draft.text or not draft.whole:
        raise Fatal("no-such-draft", "it has no text that could be published as it is: write one with `edit`")
    return draft


def decision_of(one: Waiting, action: str, signed: tuple[str, str], **more: object) -> ReviewDecision:
    """The request to the owner. `signed`: who decides, and why. Raises `Fatal` for what its schema does not take."""
    review = one.review
    by, note = signed
    document = {
        "action": action,
        "product": review.product,
        "locale": review.locale,
        "kind": review.kind.value,
        "edition": review.edition,
        "brief_id": review.brief_id,
        "approver": by,
        "note": note,
        **more,
    }
    try:
        return validate(document, ReviewDecision)
    except Undecodable as fault:
        raise Fatal(
            "bad-decision", f"{fault.detail}; --by is a short name without spaces, a note has 200 characters"
        ) from None


def read_beforehand(text: str, one: Waiting, entry: CatalogueEntry, benefits: Benefits, editor: Editor) -> Reading:
    """As the owner will read it. Raises `Fatal` for what nobody may publish, before it is sent."""
    review = one.review
    brief = brief_for(entry, review.locale, Kind(review.kind), benefits)
    if brief is None:
        raise Fatal("nothing-to-say", "this product is to have no such copy any more")
    reading = read_for_person(brief, text, facts_in(entry), benefits, editor)
    if reading.refused:
        spans = (f"{one.rule} {one.span!r}" for one in reading.judged.refusals if one.rule in reading.refused)
        raise Fatal("refused-by-editor", f"{', '.join(spans)}; nobody overrules these rules: mend the text")
    return reading
