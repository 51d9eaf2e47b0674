"""Copy as it stands in records: what is published of it, and what the ledger says. Every desk that has copy uses it."""

from typing import Final

from schemas.codec import encode
from schemas.outbound import (
    MAX_ATTEMPTS,
    AudienceBlurb,
    LedgerKind,
    ProductCopy,
    PublishedKind,
    PublishedSentence,
)
from schemas.outbound_users import PersonalCopy
from workers.edit.law.labels import explicit, required, unlabelled
from workers.edit.law.markets import market_of
from workers.errors import Fatal
from workers.outcome import Copy, Origin, Written

HUMAN: Final = "human"
"""In the place of a fingerprint: a person wrote the words, not only approved of them."""


def published(copy: Copy) -> PublishedKind:
    """As readers get it."""
    return PublishedKind(
        text=copy.text,
        sentences=tuple(PublishedSentence(text=s.text, facts=s.facts) for s in copy.sentences),
        brief_id=copy.brief_id,
        copy_id=copy.copy_id,
        origin=copy.origin.value,
        writer_away=copy.away,
        attempt=copy.attempt,
        fingerprint=copy.fingerprint,
        rules_version=copy.rules_version,
    )


def sealed(copy: ProductCopy | AudienceBlurb | PersonalCopy) -> bytes:
    """The record's bytes, with the label's words where a machine wrote any of it.

    Raises `Fatal` where the law of its locale wants something said of it that it does not say: nothing unlabelled is
    published, and no event is to blame.
    """
    told = copy.model_copy(update={"ai_label": explicit(copy.locale)}) if copy.ai_generated else copy
    for label in required(market_of(copy.locale)):
        for lacking in unlabelled(told.model_dump(), label):
            raise Fatal("unlabelled", f"{lacking} of {copy.type} in {copy.locale}: {label.source}")
    return encode(told)


def outranks(standing: PublishedKind | None, answer: Written) -> bool:
    """Fallback never replaces model copy of the same brief, nor itself.

    Human copy that still stands is not written anew at all; what comes here states something that is no longer so.
    """
    if standing is None or standing.brief_id != answer.brief.id or standing.origin == "human":
        return False
    return answer.copy is None or answer.copy.origin is Origin.FALLBACK


def machine_written(kind: PublishedKind) -> bool:
    """Whether the words are a machine's, a person's approval or not: some laws want it said."""
    return kind.origin != "human" or kind.fingerprint != HUMAN


def fresh(answer: Written) -> LedgerKind:
    """What became of a brief that was written; without copy it waits for a person, all its drafts turned down."""
    copy, refused = answer.copy, tuple(dict.fromkeys(refusal.rule for refusal in answer.refusals))[:16]
    if copy is None:
        made = min(len(answer.tried), MAX_ATTEMPTS)
        return LedgerKind(verdict="held-for-review", brief_id=answer.brief.id, refused=refused, attempts=made)
    return LedgerKind(
        verdict=copy.verdict,
        brief_id=copy.brief_id,
        copy_id=copy.copy_id,
        origin=copy.origin.value,
        attempts=copy.attempt + 1,
        refused=refused,
    )


def unchanged(standing: PublishedKind) -> LedgerKind:
    """What stands is still right."""
    return LedgerKind(verdict="unchanged", brief_id=standing.brief_id, copy_id=standing.copy_id, origin=standing.origin)
