"""How an audit is shown: a table for people, one document for scripts."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from rich.markup import escape
from rich.table import Table

from workers.audit.report import ABOUT, Report, Wrong
from workers.entrypoints.audit.run import Answer

SHOWN: Final = 20
"""Findings that a person is shown; `--json` has more."""
VERDICTS: Final = ("published", "unchanged", "superseded", "withdrawn", "dead-lettered", "redriven")


def document(answer: Answer) -> dict[str, Any]:
    """What `--json` prints."""
    report = asdict(answer.report)
    report["findings"] = [finding._asdict() for finding in answer.report.findings]
    shared = {key.decode(errors="replace"): sorted(p) for key, p in answer.shared.shared.items()}
    return {
        "clean": answer.report.clean,
        **report,
        "shared_keys": shared,
        "keys_complete": answer.shared.complete,
    }


def counts(report: Report) -> Table:
    """What there was, and what became of it."""
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_column(style="dim")
    table.add_row("events", f"{report.events:,}", "input records that were judged")
    for verdict in VERDICTS:
        if number := report.verdicts.get(verdict, 0):
            table.add_row(f"  {verdict}", f"{number:,}", "")
    table.add_row("not handled yet", f"{report.waiting:,}", "not acknowledged, no outcome")
    table.add_row("not auditable", f"{report.not_auditable:,}", "older than what retention has left")
    table.add_row("ledger entries", f"{report.entries:,}", f"{report.repeats:,} of them repeats after a crash")
    closed = f"{report.sealed_not_compared:,} of them sealed, not compared" if report.sealed_not_compared else ""
    table.add_row("dead letters", f"{report.dead_letters:,}", closed)
    table.add_row(
        "visible keys", f"{report.keys:,}", f"judged; {report.keys_not_auditable:,} more cannot be, or not yet"
    )
    table.add_row("model calls", f"{report.model_calls:,}", "rows sent to the writer")
    table.add_row("tokens", f"{report.tokens_in + report.tokens_out:,}", f"{report.tokens_in:,} of them in")
    return table


def verdict_lines(answer: Answer) -> Iterator[str]:
    """What it comes to, in lines with markup."""
    yield from _shared_lines(answer)
    report = answer.report
    if closed := report.sealed_not_compared:
        remedy = "give the keys that sealed them in COPYDESK_PRIVACY__SEAL_KEYS"
        yield f"[yellow]{closed:,} sealed dead letters were not compared with their events[/]: {remedy}"
    if not report.clean:
        yield from _wrong_lines(report)
    elif report.events:
        waiting = f"; {report.waiting:,} are not handled yet" if report.waiting else ""
        there = "and it is there" if not report.keys else f"and what {report.keys:,} keys show agrees with it"
        yield f"[green]clean[/]: each of {report.events:,} events has one outcome, {there}{waiting}"
    else:
        yield "[yellow]nothing to judge[/]: no event has been acknowledged; is a worker running?"


def _shared_lines(answer: Answer) -> Iterator[str]:
    shared = answer.shared.shared
    if shared:
        some = ", ".join(escape(key.decode(errors="replace")) for key in list(shared)[:3])
        keys = f"[yellow]{len(shared):,} keys stand in more than one partition[/] ({some})"
        yield f"{keys}: their producers use different partitioners"
    if not answer.shared.complete:
        yield "[yellow]more keys than fit were not compared over partitions[/]"


def _wrong_lines(report: Report) -> Iterator[str]:
    for wrong, number in report.wrong.items():
        yield f"[red]{number:,} {wrong}[/]: {ABOUT[Wrong(wrong)]}"
    for finding in report.findings[:SHOWN]:
        yield f"  {escape(finding.position)}  {finding.wrong}: {escape(finding.detail)}"
    rest = sum(report.wrong.values()) - min(SHOWN, len(report.findings))
    if rest > 0:
        yield f"  … and {rest:,} more; --json has more of them"
