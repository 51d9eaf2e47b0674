"""The story of one copy, from the event to its sentences: for people, and for scripts."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from rich.markup import escape

from workers.edit.grounding.permitted import clauses_said
from workers.entrypoints.explain.redrafting import Remade
from workers.entrypoints.explain.remake import Remake, reviewed
from workers.entrypoints.explain.search import Explanation
from workers.entrypoints.refusals import document as refusal_document
from workers.entrypoints.refusals import lines as refused_lines
from workers.entrypoints.refusals import marked
from workers.entrypoints.review.view import drafted

PROMPT: Final = 200
"""Characters of it that a person is shown: what is in it stands above."""


def document(found: Explanation, remake: Remake | None) -> dict[str, Any]:
    """What `--json` prints."""
    told = asdict(found)
    del told["listings"]
    return told | {"remade": None if remake is None else _remade_document(found, remake)}


def _remade_document(found: Explanation, remake: Remake) -> dict[str, Any]:
    brief = remake.brief
    return {
        "brief": None if brief is None else brief.as_json() | {"id": brief.id},
        "same_brief": remake.same,
        "same_writer": remake.same_writer,
        "same_rules": remake.same_rules,
        "prompt": remake.prompt or None,
        "sentences": _told_by(found, remake),
        "drafts": [
            {
                "origin": draft.origin,
                "attempt": draft.attempt,
                "text": draft.text,
                "fault": draft.fault or None,
                "refusals": [refusal_document(one, draft.text, brief, remake.editor) for one in draft.refusals],
            }
            for draft in remake.drafts
        ],
    }


def lines(found: Explanation, remake: Remake | None = None) -> Iterator[str]:
    """Event, brief, prompt, drafts with what was refused of them, then the copy with its facts."""
    yield f"[bold]{escape(found.kind)}[/] of {escape(f'{found.product} {found.locale}'.strip())}{_state(found)}"
    for entry in found.entries:
        yield from _entry_lines(entry)
    if found.copy:
        yield from _writer_lines(found.copy)
    if remake is not None:
        yield from _order_lines(remake)
        for number, draft in enumerate(reviewed(found.review), start=1):
            yield from drafted(number, draft, remake.brief, remake.editor)
        yield from _draft_lines(remake)
    if found.copy:
        yield "[cyan]copy[/]"
        yield from _sentence_lines(found, remake)


def _sentence_lines(found: Explanation, remake: Remake | None) -> Iterator[str]:
    for sentence in _told_by(found, remake):
        yield f"  {escape(sentence['text'])}"
        for fact in sentence["facts"]:
            yield f"      [dim]{fact}  {escape(_fact(found.facts.get(fact)))}[/]"
        if sentence["clauses"]:
            yield f"      [dim]says {escape(', '.join(sentence['clauses']))}[/]"


def _told_by(found: Explanation, remake: Remake | None) -> list[dict[str, Any]]:
    """The copy's sentences: text, ids of facts, and of the clauses said, as far as the brief is known."""
    clauses = remake.brief.clauses if remake is not None and remake.brief is not None and remake.same else ()
    return [{**one, "clauses": clauses_said(one["text"], clauses)} for one in found.copy.get("sentences", ())]


def _state(found: Explanation) -> str:
    reader = f" for {escape(found.audience)}" if found.audience else ""
    if found.copy:
        seen = "visible now" if found.visible else "no longer visible"
    elif found.review:
        seen = "a draft that waits for a person" if found.waits else "a draft that was put to a person"
    else:
        seen = "not in the topic any more"
    return f"{reader}  [dim]{found.copy_id}[/]  ({seen})"


def _entry_lines(entry: dict[str, Any]) -> Iterator[str]:
    source = entry["source"]
    (output,) = entry["outputs"]
    ((_, told),) = output["kinds"].items()
    position = f"{source['topic']}/{source['partition']}/{source['offset']}"
    yield f"[cyan]event[/]      {position}: {entry['verdict']}; this copy: {told['verdict']}"
    if told["verdict"] == "repaired":
        yield "             a draft without its sentences that were refused"
    if told["refused"]:
        yield f"             [red]refused first[/] by {', '.join(told['refused'])}"
    for barred in entry.get("barred", ()):
        yield f"             no fact: {barred['field']} {barred['number'] + 1}, by {barred['rule']}"
    if decision := entry.get("decision"):
        overruled = f", overruling {', '.join(decision['overruled'])}" if decision["overruled"] else ""
        note = f": {escape(decision['note'])}" if decision["note"] else ""
        yield f"             {decision['action']} by {escape(decision['by'])}{overruled}{note}"


def _writer_lines(copy: dict[str, Any]) -> Iterator[str]:
    away = ", because the writer was away" if copy["writer_away"] else ""
    by = f", approved by {escape(copy['approved_by'])}" if copy.get("approved_by") else ""
    yield f"[cyan]written by[/] {copy['origin']}{by}{away}, attempt {copy['attempt'] + 1}"
    yield f"[cyan]model[/]      {copy['fingerprint']}"
    yield f"[cyan]brief[/]      {copy['brief_id']}, rules {escape(copy['rules_version'])}"


def _order_lines(remake: Remake) -> Iterator[str]:
    brief = remake.brief
    if brief is None:
        yield "             the catalogue's facts order no such copy any more"
        return
    if not remake.same:
        yield f"             the facts have changed since: today's brief is {brief.id}, and nothing can be made again"
        return
    limits = brief.limits
    items = f", {limits.min_items} to {limits.max_items} items" if limits.max_items > 1 else ""
    yield f"[cyan]ordered[/]    at most {limits.max_chars:,} characters{items}; it may state"
    for fact in brief.facts:
        yield f"      [dim]{fact.id}  {escape(f'{fact.name} = {fact.value} {fact.unit}'.strip())}[/]"
    for clause in brief.clauses:
        yield f"      [dim]{clause.fact}  permits {escape(clause.id)}: {escape(clause.text)}[/]"
    cut = "" if len(remake.prompt) <= PROMPT else f"… [dim]({len(remake.prompt):,} characters; --json has them)[/]"
    yield f"[cyan]prompt[/]     {escape(remake.prompt[:PROMPT])}{cut}"
    if not remake.same_rules:
        yield "             [yellow]judged by other rules then[/]: those of today may say something else of a draft"


def _draft_lines(remake: Remake) -> Iterator[str]:
    if not remake.drafts:
        return
    whose = (
        "as they were" if remake.same_writer else "another model wrote then: these are of the one that was asked now"
    )
    yield f"[cyan]drafts[/]     before it, made once more: {whose}"
    for draft in remake.drafts:
        yield from _remade_lines(draft, remake)


def _remade_lines(draft: Remade, remake: Remake) -> Iterator[str]:
    passes = (
        ""
        if draft.refusals or draft.fault
        else "  [dim](no rule refuses it: too like others, or rules have changed)[/]"
    )
    yield f"    [dim]{draft.origin}, attempt {draft.attempt + 1}[/]{passes}"
    for row in marked(draft.text, [refusal.span for refusal in draft.refusals]).splitlines():
        yield f"      {row}"
    yield from (f"      {line}" for line in refused_lines(draft.refusals, remake.brief, remake.editor))
    if draft.fault:
        yield f"      [red]no draft[/]: {escape(draft.fault)}"


def _fact(fact: dict[str, Any] | None) -> str:
    if fact is None:
        return "(not among the product's facts any more)"
    return f"{fact['name']} = {fact['value']} {fact['unit']}".strip()
