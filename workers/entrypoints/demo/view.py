"""What the demonstration shows: texts beside their facts, the story, the table, the audit."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from rich import box
from rich.console import Group
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from workers.entrypoints.audit.run import Answer
from workers.entrypoints.audit.view import document as audit_document
from workers.entrypoints.demo.run import Chapter, Outcomes, counted, quantile
from workers.entrypoints.demo.users import Act

MAX_FACTS: Final = 12
PSEUDONYM_SIGNS: Final = 11
KINDS: Final = ("title", "bullets", "description", "seo_title", "meta")


class Told(NamedTuple):
    """All that the demonstration has to tell; `audits` of the products' topics, then of the users'."""

    chapters: Sequence[Chapter]
    outcomes: Outcomes
    act: Act
    audits: Sequence[Answer]


def copy_panels(copies: Sequence[Mapping[str, Any]], entries: Mapping[str, Mapping[str, Any]]) -> Iterator[Panel]:
    """One panel for each copy: its facts at the left, its words at the right."""
    for copy in copies:
        entry = entries.get(copy["product"], {"facts": []})
        table = Table(box=None, show_header=False, padding=(0, 2), expand=True)
        table.add_column(ratio=2, style="dim")
        table.add_column(ratio=5)
        table.add_row(_facts(entry["facts"]), _words(copy["kinds"]))
        yield Panel(table, title=f"{escape(copy['product'])} · {copy['locale']}", title_align="left", box=box.ROUNDED)


def _facts(facts: Sequence[Mapping[str, Any]]) -> Text:
    lines = [f"{fact['name']}: {fact['value']} {fact['unit']}".rstrip() for fact in facts[:MAX_FACTS]]
    more = [f"… {len(facts) - MAX_FACTS} more"] if len(facts) > MAX_FACTS else []
    return Text("\n".join([*lines, *more]))


def _words(kinds: Mapping[str, Any]) -> Group:
    parts = []
    for kind in KINDS:
        if kind not in kinds:
            continue
        text = kinds[kind]["text"]
        if kind == "bullets":
            text = "\n".join(f"• {line}" for line in text.split("\n"))
        parts.append(Text.assemble((f"{kind}  ", "cyan"), text, "\n" if kind in {"bullets", "description"} else ""))
    return Group(*parts)


def story_table(chapters: Sequence[Chapter], outcomes: Outcomes) -> Table:
    """What happened to the shop, and what became of it."""
    table = Table("then", "became", box=None, pad_edge=False, header_style="bold")
    for chapter in chapters:
        verdict = outcomes.entries[chapter.position].verdict
        mark = "" if verdict == chapter.expect else f" [red](expected: {chapter.expect})[/]"
        table.add_row(escape(chapter.about), f"{verdict}{mark}")
    return table


def user_panels(act: Act) -> Iterator[Panel]:
    """What the read side shows some of the users: the words, and where they come from."""
    for answer in act.answers:
        table = Table(box=None, show_header=False, padding=(0, 2), expand=True)
        table.add_column(ratio=2)
        table.add_column(ratio=5)
        table.add_column(ratio=2, style="dim")
        for item in answer["items"]:
            table.add_row(escape(item["title"]), escape(item["text"]), f"{item['reason']}, {item['level']}")
        title = f"for {answer['user'][:PSEUDONYM_SIGNS]}… · {escape(answer['audience']['words'])}"
        yield Panel(table, title=title, title_align="left", box=box.ROUNDED)


def totals(told: Told) -> Table:
    """The whole of it in numbers."""
    outcomes, act = told.outcomes, told.act
    entries = outcomes.entries
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_row("[bold]product events in[/]", f"{len(outcomes.sent_ms):,}")
    counts = counted({p: entry for p, entry in entries.items() if p in outcomes.sent_ms})
    for verdict in ("published", "unchanged", "superseded", "withdrawn", "dead-lettered"):
        table.add_row(verdict, f"{counts.get(verdict, 0):,}")
    for reason in sorted(name for name in counts if name.startswith("  ")):
        table.add_row(f"[dim]{reason}[/]", f"[dim]{counts[reason]:,}[/]")
    table.add_row("model calls", f"{sum(entry.model_calls for entry in entries.values()):,}")
    tokens = sum(entry.tokens_in + entry.tokens_out for entry in entries.values())
    table.add_row("tokens", f"{tokens:,}")
    times = outcomes.latencies()
    table.add_row("event to ledger, p50", f"{quantile(times, 0.5):,} ms")
    table.add_row("event to ledger, p99", f"{quantile(times, 0.99):,} ms")
    table.add_row("[bold]user events in[/]", f"{act.events:,}")
    table.add_row("audiences fitted", f"{len(act.audiences):,}")
    table.add_row("blurbs asked for", f"{act.requests:,}")
    table.add_row("blurbs written", f"{act.blurbs:,}")
    table.add_row("blurbs a user event", f"{act.blurbs / act.events:.3f}")
    return table


def document(told: Told) -> dict[str, Any]:
    """What `--json` prints."""
    chapters, outcomes, act, (products, users) = told
    mine = {p: entry for p, entry in outcomes.entries.items() if p in outcomes.sent_ms}
    times = outcomes.latencies()
    return {
        "events": len(outcomes.sent_ms),
        "verdicts": {name.strip(): number for name, number in counted(mine).items() if name[0] != " "},
        "dead_letters": {name.strip(): number for name, number in counted(mine).items() if name[0] == " "},
        "model_calls": sum(entry.model_calls for entry in mine.values()),
        "p50_ms": quantile(times, 0.5),
        "p99_ms": quantile(times, 0.99),
        "story": [
            {"about": one.about, "expect": one.expect, "verdict": mine[one.position].verdict} for one in chapters
        ],
        "audit": dict(audit_document(products)),
        "users": {
            "events": act.events,
            "audiences": list(act.audiences),
            "requests": act.requests,
            "blurbs": act.blurbs,
            "shown": list(act.answers),
            "audit": dict(audit_document(users)),
        },
    }
