"""How reviews are shown: a line for each, one with its drafts and facts, and what became of a decision."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from rich.markup import escape

from schemas.codec import decode_json, encode
from schemas.kinds import Kind
from schemas.outbound_review import CopyReview, ReviewDraft
from workers.desks.decisions import Reading
from workers.edit.gate import Editor
from workers.edit.rules import row_of
from workers.entrypoints.refusals import lines, marked
from workers.entrypoints.review.queue import Receipt, Waiting
from workers.outcome import Refusal
from workers.plan.brief import Brief, Fact, Limits

LINE: Final = 70
MAX_RECORD: Final = 1 << 20

VOID: Final = {
    "edition-moved": "somebody has decided, or the product has changed since: look again with `copydesk review list`",
    "unknown-product": "the product is not listed any more",
    "nothing-to-say": "the product is to have no such copy any more",
    "no-such-draft": "the review has no such draft",
    "refused-by-editor": "nobody overrules these rules: mend the text",
}


def document(one: Waiting) -> dict[str, Any]:
    """What `--json` prints of a review: its record, its key, its partition."""
    record: dict[str, Any] = decode_json(encode(one.review), MAX_RECORD)
    return {"key": one.key, "partition": one.partition, **record}


def listed(found: Sequence[Waiting], of: int) -> Iterator[str]:
    """A line for each, and how many there are."""
    for one in found:
        rules = list(dict.fromkeys(refusal.rule for draft in one.review.drafts for refusal in draft.refusals))
        last = next((draft.text for draft in reversed(one.review.drafts) if draft.text), "")
        told = f"[red]{escape(', '.join(rules))}[/]"
        yield f"[bold]{escape(one.key)}[/]  {told}  [dim]{escape(_short(last))}[/]"
    more = f", {of - len(found):,} more wait" if of > len(found) else ""
    yield f"{len(found):,} shown{more}" if of else "nothing waits for anybody"


def shown(one: Waiting, editor: Editor) -> Iterator[str]:
    """All that a person needs who decides: drafts, with what was refused, and beside them what is known."""
    review = one.review
    source = review.source
    yield f"[bold]{escape(one.key)}[/]  [dim]edition {review.edition}, at most {review.max_chars:,} characters[/]"
    yield f"[cyan]event[/]   {escape(source.topic)}/{source.partition}/{source.offset}"
    yield f"[cyan]brief[/]   {review.brief_id}"
    beside = f"edition {review.copy_edition} of the locale's copy" if review.copy_edition else "nothing in this locale"
    yield f"[cyan]beside[/]  {beside}"
    brief = ordered(review)
    for number, draft in enumerate(review.drafts, start=1):
        yield from drafted(number, draft, brief, editor)
    yield "[cyan]facts[/]"
    for fact in review.facts:
        yield f"    {escape(fact.name)} = {escape(f'{fact.value} {fact.unit}'.strip())}  [dim]{fact.id}[/]"
    yield f"[dim]decide with: copydesk review approve|edit|reject {escape(one.key)} --by NAME[/]"


def ordered(review: CopyReview) -> Brief:
    """What the drafts were to say, as far as the review keeps it: the facts, and how long."""
    facts = tuple(Fact(fact.id, fact.name, fact.value, fact.unit) for fact in review.facts)
    return Brief(review.product, Kind(review.kind), review.locale, facts, Limits(review.max_chars))


def drafted(number: int, draft: ReviewDraft, brief: Brief | None, editor: Editor) -> Iterator[str]:
    """A draft, what was refused of it in colour, by which rules, and which fact is missing."""
    cut = "" if draft.whole else "  [yellow](not whole: it cannot be approved)[/]"
    yield f"[cyan]draft {number}[/] [dim]{draft.origin}, attempt {draft.attempt + 1}, copy {draft.copy_id}[/]{cut}"
    for row in marked(draft.text, [refusal.span for refusal in draft.refusals]).splitlines():
        yield f"    {row}"
    refusals = [Refusal(refusal.rule, refusal.span) for refusal in draft.refusals]
    yield from (f"    {line}" for line in lines(refusals, brief, editor))
    if held := [rule for rule in dict.fromkeys(one.rule for one in refusals) if not row_of(rule).overruled]:
        yield f"    [yellow]nobody overrules {', '.join(held)}: `edit` mends the text, `approve` will not do[/]"


def decided(one: Waiting, receipt: Receipt, reading: Reading | None) -> Iterator[str]:
    """What became of a decision."""
    outcome = receipt.outcome
    if outcome is None:
        yield f"sent as {receipt.position}; what came of it will stand in copy-ledger"
        return
    if outcome.reason is not None:
        yield f"[red]{escape(outcome.reason)}[/]: nothing was changed: {VOID.get(outcome.reason, '')}".rstrip(": ")
        return
    what = (
        "rejected, and nothing published" if outcome.decision and outcome.decision.action == "reject" else "published"
    )
    yield f"[green]{what}[/]: {escape(one.key)}, by {escape(outcome.decision.by if outcome.decision else '')}"
    if reading is not None and reading.overruled:
        yield f"  [yellow]overruled[/]: {', '.join(reading.overruled)}"


def receipt_document(one: Waiting, receipt: Receipt) -> dict[str, Any]:
    """What `--json` prints of a decision."""
    outcome = receipt.outcome
    told = None if outcome is None else decode_json(encode(outcome), MAX_RECORD)
    return {"key": one.key, "position": str(receipt.position), "carried_out": receipt.carried_out, "outcome": told}


def _short(text: str) -> str:
    flat = " · ".join(text.splitlines())
    return flat if len(flat) <= LINE else f"{flat[:LINE]}…"
