"""How one event's way is shown: facts, briefs, drafts, what the editor said, records."""

from collections.abc import Iterator
from typing import Any, Final

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from schemas.codec import Undecodable, decode_json
from workers.entrypoints.trial.event import Trial
from workers.outcome import Copy, Record, Written

MAX_RECORD: Final = 1 << 24


def document(trial: Trial) -> dict[str, Any]:
    """What `--json` prints."""
    return {
        "position": str(trial.delivery.position),
        "verdict": entry_of(trial)["verdict"],
        "reason": entry_of(trial).get("reason"),
        "barred": entry_of(trial).get("barred", []),
        "facts": [_fact(fact) for fact in _facts(trial)],
        "drafts": [
            {"brief_id": brief.id, "kind": brief.kind, "locale": brief.locale, "text": draft.text}
            for brief, draft in trial.drafts
        ],
        "copy": [_written(written) for written in trial.written],
        "records": [_record(record) for record in _records(trial)],
    }


def show(trial: Trial, console: Console) -> None:
    """For people."""
    entry = entry_of(trial)
    reason = f" ({entry['reason']})" if entry.get("reason") else ""
    console.print(f"[bold]{entry['verdict']}[/]{reason}  {trial.delivery.position}", highlight=False)
    for line in _faults(trial, entry):
        console.print(line, highlight=False)
    if facts := list(_facts(trial)):
        table = Table("fact", "name", "value", box=None, pad_edge=False, header_style="dim")
        for fact in facts:
            table.add_row(fact.id, escape(fact.name), escape(f"{fact.value} {fact.unit}".strip()))
        console.print(table)
    for written in trial.written:
        for line in _story(trial, written):
            console.print(line, highlight=False, soft_wrap=True)
    for record in _records(trial):
        size = "tombstone" if record.value is None else f"{len(record.value):,} bytes"
        key = escape((record.key or b"").decode(errors="replace"))
        edition = f", edition {record.edition}" if record.edition else ""
        console.print(f"[dim]→[/] {record.topic}  {key}  {size}{edition}", highlight=False)


def _faults(trial: Trial, entry: dict[str, Any]) -> Iterator[str]:
    """Why the event could not be read, or what of it is no fact."""
    if trial.fault is not None:
        yield f"  {escape(trial.fault.detail)}"
    for told in entry.get("barred", ()):
        yield f"  no fact: {told['field']} {told['number'] + 1} [red]({told['rule']})[/]"


def entry_of(trial: Trial) -> dict[str, Any]:
    """The event's ledger entry."""
    value = trial.publication.ledger[0].value or b"{}"
    entry: dict[str, Any] = decode_json(value, MAX_RECORD)
    return entry


def _story(trial: Trial, written: Written) -> Iterator[str]:
    brief = written.brief
    limits = brief.limits
    yield ""
    yield f"[bold]{brief.kind}[/] {brief.locale}  [dim]brief {brief.id}, ≤ {limits.max_chars} characters[/]"
    for asked, draft in trial.drafts:
        if asked.id == brief.id and (written.copy is None or draft.text != written.copy.text):
            yield f"  [dim]draft {draft.attempt + 1}:[/] {escape(draft.text)}"
    for refusal in written.refusals:
        yield f"  [red]refused[/] by {refusal.rule}" + (f": {escape(refusal.span)!r}" if refusal.span else "")
    if written.copy is None:
        yield "  [red]nothing that may be published[/]"
        return
    names = {fact.id: fact.name for fact in brief.facts}
    for sentence in written.copy.sentences:
        states = ", ".join(names.get(fact, fact) for fact in sentence.facts)
        yield f"  {escape(sentence.text)}  [dim]({escape(states)})[/]"
    yield f"  [dim]by {written.copy.origin}, copy {written.copy.copy_id}[/]"


def _facts(trial: Trial) -> Iterator[Any]:
    seen = {fact.id: fact for written in trial.written for fact in written.brief.facts}
    yield from seen.values()


def _fact(fact: Any) -> dict[str, str]:  # noqa: ANN401  a brief's fact
    return {"id": fact.id, "name": fact.name, "value": fact.value, "unit": fact.unit}


def _written(written: Written) -> dict[str, Any]:
    copy: Copy | None = written.copy
    told: dict[str, Any] = {
        "brief_id": written.brief.id,
        "kind": written.brief.kind,
        "locale": written.brief.locale,
        "refused": [[refusal.rule, refusal.span] for refusal in written.refusals],
    }
    if copy is not None:
        sentences = [{"text": s.text, "facts": list(s.facts)} for s in copy.sentences]
        told |= {"text": copy.text, "sentences": sentences, "origin": copy.origin, "copy_id": copy.copy_id}
    return told


def _records(trial: Trial) -> tuple[Record, ...]:
    publication = trial.publication
    return (*publication.before, *publication.outputs, *publication.state, *publication.ledger)


def _record(record: Record) -> dict[str, Any]:
    return {
        "topic": record.topic,
        "partition": record.partition,
        "key": None if record.key is None else record.key.decode(errors="replace"),
        "edition": record.edition,
        "headers": {name: (value or b"").decode(errors="replace") for name, value in record.headers},
        "value": _value(record.value),
    }


def _value(value: bytes | None) -> Any:  # noqa: ANN401  JSON, or text that is none
    if value is None:
        return None
    try:
        return decode_json(value, MAX_RECORD)
    except Undecodable:
        return value.decode(errors="replace")
