"""Copy that waits for a person: when it is put to one, when nobody need look any more, and the records of it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple
from unicodedata import category

from schemas.codec import encode
from schemas.kinds import Kind
from schemas.outbound import CatalogueFact, LedgerOutput, PublishedKind
from schemas.outbound_review import (
    MAX_DRAFT_CHARS,
    MAX_DRAFTS,
    MAX_REFUSALS,
    MAX_SPAN_CHARS,
    CopyReview,
    ReviewDraft,
    ReviewRefusal,
)
from schemas.topics import COPY_REVIEW
from workers.desks.contract import Known, held_as
from workers.desks.press import Press
from workers.outcome import Entry, Origin, Position, Record, Refusal, Standards, Tried, Written
from workers.plan.brief import digest
from workers.publish.ledger import source_of

REJECTED: Final = "copydesk-rejected"
"""Header of a tombstone: which drafts a person wanted none of, so that the same ones are not shown again."""


class Policy(StrEnum):
    """What is put to a person: what nothing may be published of; or also fallback that stands for a refused draft."""

    HELD = "held"
    REFUSED = "refused"
    OFF = "off"


class Queue(NamedTuple):
    """What an event may change of one product's reviews. `known`: resolved ones too, by key."""

    policy: Policy = Policy.HELD
    known: Mapping[bytes, Entry] = {}
    standards: Standards = Standards("", "")


NOTHING_WAITS: Final = Queue()


class Sight(NamedTuple):
    """One locale after an event: what was written for it, and what readers see then, under which edition."""

    locale: str
    written: Sequence[Written]
    visible: Mapping[Kind, PublishedKind]
    edition: int


def review_key(product: bytes, locale: str, kind: str) -> bytes:
    """A product id holds no space, nor does a locale."""
    return b" ".join((product, locale.encode(), kind.encode()))


def reviews_of(known: Known) -> Mapping[bytes, Entry]:
    """The product's reviews, resolved ones too."""
    return known.get(COPY_REVIEW.name, {})


def reviewed(queue: Queue, sights: Sequence[Sight], press: Press) -> tuple[list[Record], list[LedgerOutput]]:
    """What is put to a person, and tombstones over what nobody need look at any more; what the ledger says of both."""
    records: list[Record] = []
    told: list[LedgerOutput] = []
    staying: set[bytes] = set()
    for sight in sights:
        if queue.known:
            staying.update(_left_open(queue, sight, press.cause.key))
        for key, review in _reviews(queue, sight, press):
            staying.add(key)
            standing = queue.known.get(key)
            if standing is not None and _says_the_same(standing, review):
                told.append(press.output(COPY_REVIEW, key, standing.edition, "unchanged"))
                continue
            records.append(_record(press, key, review, 0 if standing is None else standing.edition))
            told.append(press.output(COPY_REVIEW, key, records[-1].edition, "published"))
    tombstones = [
        resolved(press, key, entry.edition)
        for key, entry in queue.known.items()
        if entry.value is not None and key not in staying
    ]
    # By this event, before a crash: perhaps the ledger has not heard of those.
    before = [(key, one.edition) for key, one in queue.known.items() if resolved_by(one, press.cause.delivery.position)]
    gone = [*before, *((one.key or b"", one.edition) for one in tombstones)]
    told += [press.output(COPY_REVIEW, key, edition, "withdrawn") for key, edition in gone if key not in staying]
    return [*records, *tombstones], told


def resolved(press: Press, key: bytes, last_edition: int) -> Record:
    """The tombstone over a review."""
    return press.record(COPY_REVIEW, key, None, press.next_edition(last_edition))


def resolved_by(entry: Entry, position: Position) -> bool:
    """Whether the event there resolved this review: the `ce_id` of a record begins with the position of its cause."""
    told = entry.headers.get("ce_id", b"") if entry.value is None else b""
    return told.startswith(f"{position}#".encode())


def rejected(tombstone: Record, review: CopyReview) -> Record:
    """A tombstone that remembers which drafts nobody wants to see again."""
    return tombstone._replace(headers=(*tombstone.headers, (REJECTED, _mark(review))))


def _left_open(queue: Queue, sight: Sight, product: bytes) -> Iterator[bytes]:
    """Reviews of fallback that this event found right: what was turned down for the same brief is open still."""
    if queue.policy is not Policy.REFUSED:
        return
    written = {answer.brief.kind for answer in sight.written}
    for kind, standing in sight.visible.items():
        key = review_key(product, sight.locale, kind)
        if kind in written or standing.origin != "fallback" or key not in queue.known:
            continue
        review = held_as(queue.known[key], CopyReview)
        if review is not None and review.brief_id == standing.brief_id:
            yield key


def _reviews(queue: Queue, sight: Sight, press: Press) -> Iterator[tuple[bytes, CopyReview]]:
    for answer in sight.written:
        kind = answer.brief.kind
        if _needed(queue.policy, answer, sight.visible.get(kind)):
            key = review_key(press.cause.key, sight.locale, kind)
            review = _review(queue.standards, sight, answer, press)
            if not _rejected(queue.known.get(key), review):
                yield key, review


def _review(standards: Standards, sight: Sight, answer: Written, press: Press) -> CopyReview:
    brief = answer.brief
    return CopyReview(
        product=press.cause.key.decode(),
        locale=sight.locale,
        kind=brief.kind,
        edition=1,
        brief_id=brief.id,
        max_chars=brief.limits.max_chars,
        copy_edition=sight.edition,
        drafts=_drafts(answer),
        facts=tuple(CatalogueFact(id=f.id, name=f.name, value=f.value, unit=f.unit) for f in brief.facts),
        fingerprint=standards.fingerprint,
        rules_version=standards.rules_version,
        source=source_of(press.cause.position),
    )


def _needed(policy: Policy, answer: Written, visible: PublishedKind | None) -> bool:
    """Whether a person is to look: readers see nothing, or, by policy, fallback beside drafts that were refused."""
    if policy is Policy.OFF or (visible is not None and visible.origin != "fallback"):
        return False
    if visible is None:
        return answer.copy is None
    return policy is Policy.REFUSED and any(one.text and one.origin is Origin.MODEL for one in answer.tried)


def _says_the_same(standing: Entry, review: CopyReview) -> bool:
    """Then it stays as it is: whoever is about to decide is not to be overtaken by a repeat."""
    held = held_as(standing, CopyReview)
    if held is None:
        return False
    aside = {"edition": held.edition, "copy_edition": held.copy_edition, "source": held.source}
    return review.model_copy(update=aside) == held


def _record(press: Press, key: bytes, review: CopyReview, last_edition: int) -> Record:
    edition = press.next_edition(last_edition)
    return press.record(COPY_REVIEW, key, encode(review.model_copy(update={"edition": edition})), edition)


def _rejected(entry: Entry | None, review: CopyReview) -> bool:
    return entry is not None and entry.value is None and entry.headers.get(REJECTED) == _mark(review)


def _mark(review: CopyReview) -> bytes:
    return digest(review.brief_id, *(draft.copy_id for draft in review.drafts)).encode()


def _drafts(answer: Written) -> tuple[ReviewDraft, ...]:
    """The model's newest, and with room for one at least the realiser's. Each text once: as its first writer's."""
    first: dict[object, Tried] = {}
    for tried in answer.tried:
        first.setdefault(tried.text or (tried.attempt, tried.origin), tried)
    own = [one for one in first.values() if one.origin is not Origin.MODEL]
    asked = [one for one in first.values() if one.origin is Origin.MODEL][-MAX_DRAFTS + bool(own) :]
    return tuple(_draft(one) for one in (*asked, *own[: MAX_DRAFTS - len(asked)]))


def _draft(tried: Tried) -> ReviewDraft:
    text = "".join(map(_shown, tried.text[:MAX_DRAFT_CHARS]))
    return ReviewDraft(
        text=text,
        attempt=tried.attempt,
        origin="model" if tried.origin is Origin.MODEL else "fallback",
        copy_id=tried.copy_id,
        whole=text == tried.text,
        refusals=_refusals(tried.refusals),
    )


def _shown(character: str) -> str:
    # What JSON would spell out, or cannot hold: such a draft is refused for it anyway.
    return "\ufffd" if category(character) in {"Cc", "Cs"} and character not in "\n\t" else character


def _refusals(refusals: Sequence[Refusal]) -> tuple[ReviewRefusal, ...]:
    """Every rule once before any of them twice, for as many as there is room."""
    first = {refusal.rule: refusal for refusal in reversed(refusals)}
    leading = [refusal for refusal in refusals if first[refusal.rule] is refusal]
    further = [refusal for refusal in refusals if first[refusal.rule] is not refusal]
    return tuple(
        ReviewRefusal(rule=refusal.rule, span=refusal.span[:MAX_SPAN_CHARS])
        for refusal in (*leading, *further)[:MAX_REFUSALS]
    )
