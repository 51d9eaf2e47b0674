"""How a redrive is shown: a table by reason for people, one document for scripts."""

from collections.abc import Iterator
from typing import Any

from rich.markup import escape
from rich.table import Table

from workers.entrypoints.redrive.letters import ABOUT, Tally


def document(topic: str, tally: Tally, waiting: int) -> dict[str, Any]:
    """What `--json` prints. `waiting`: events that a dry run would send."""
    return {
        "topic": topic,
        "would_send": waiting,
        "reasons": {
            reason: {
                "found": number,
                "again": tally.again[reason],
                "sent": tally.sent[reason],
                "skipped": {why.value: count for why, count in tally.skips_of(reason).items()},
            }
            for reason, number in sorted(tally.found.items())
        },
        "missing_keys": dict(sorted(tally.closed.items())),
    }


def table_of(tally: Tally) -> Table:
    """A line for each reason."""
    table = Table(box=None, pad_edge=False)
    table.add_column("reason")
    for name in ("found", "again", "sent", "skipped"):
        table.add_column(name, justify="right")
    table.add_column("why", style="dim")
    for reason, number in sorted(tally.found.items()):
        skips = tally.skips_of(reason)
        why = ", ".join(f"{count:,} {name}" for name, count in skips.items())
        counts = (number, tally.again[reason], tally.sent[reason], sum(skips.values()))
        table.add_row(escape(reason), *(f"{count:,}" for count in counts), why)
    return table


def lines(topic: str, tally: Tally, waiting: int) -> Iterator[str]:
    """What it comes to, in lines with markup."""
    sent = sum(tally.sent.values())
    if not tally.found:
        yield f"no dead letters of {topic} that are meant"
    elif waiting:
        yield f"[yellow]dry run[/]: {waiting:,} events would be sent to {topic}"
    else:
        yield f"[green]{sent:,} events sent[/] to {topic}; who becomes a dead letter again is told by the next run"
    for why in dict.fromkeys(why for _, why in sorted(tally.skipped)):
        yield f"  [dim]{why}: {ABOUT[why]}[/]"
    for key_id, number in sorted(tally.closed.items()):
        yield f"[red]no-seal-key[/]: {number:,} letters are sealed with key {escape(key_id)}, which is not here"
