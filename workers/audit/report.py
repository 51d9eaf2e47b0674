"""What an audit says: what it counted, and what is wrong."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple


class Wrong(StrEnum):
    """What an audit can find. Each is a broken promise; `ABOUT` says which."""

    MISSING = "missing"
    DOUBLED = "doubled"
    CONTRADICTORY = "contradictory"
    UNBACKED = "unbacked"
    PHANTOM = "phantom"
    UNREADABLE = "unreadable"
    LETTER_MISSING = "dead-letter-missing"
    LETTER_CHANGED = "dead-letter-changed"
    LETTER_DOUBLED = "dead-letter-doubled"
    WITHDRAWN_UNEXPLAINED = "withdrawn-unexplained"
    WITHDRAWN_VISIBLE = "withdrawn-visible"
    OLDER_VISIBLE = "older-visible"


ABOUT: Final[Mapping[Wrong, str]] = {
    Wrong.MISSING: "acknowledged, but the ledger has no entry",
    Wrong.DOUBLED: "a dead letter and another outcome, without a redrive",
    Wrong.CONTRADICTORY: "an earlier entry published what is neither there nor replaced",
    Wrong.UNBACKED: "the last entry names an edition that is neither there nor replaced",
    Wrong.PHANTOM: "an entry or a dead letter of an event that never was",
    Wrong.UNREADABLE: "a record of the ledger that is no entry",
    Wrong.LETTER_MISSING: "dead-lettered, but there is no dead letter",
    Wrong.LETTER_CHANGED: "a dead letter whose bytes are not the event's",
    Wrong.LETTER_DOUBLED: "more dead letters than repeats explain",
    Wrong.WITHDRAWN_UNEXPLAINED: "a tombstone stands where the ledger's last word is published",
    Wrong.WITHDRAWN_VISIBLE: "copy is visible where the ledger's last word is withdrawn",
    Wrong.OLDER_VISIBLE: "an older event's copy hides what was published later",
}


class Finding(NamedTuple):
    """One thing that is wrong: what, at which position, what was seen. No word of an event itself."""

    wrong: Wrong
    position: str
    detail: str


@dataclass(frozen=True, slots=True)
class Report:
    """Sums over partitions. `events` are the positions that were judged, `verdicts` their last entries'.

    `waiting`: not acknowledged yet, and without an entry. `not_auditable`: too old to be proven by what
    retention has left, on either side. `repeats`: ledger entries beyond the first of a position. `keys`: output keys
    whose visible record was judged; `keys_not_auditable`: those that no entry names (any more), or still at work.
    `sealed_not_compared`: dead letters about persons whose key was not given, so that nobody saw what they hold.
    """

    events: int = 0
    verdicts: Mapping[str, int] = field(default_factory=dict)
    waiting: int = 0
    not_auditable: int = 0
    entries: int = 0
    repeats: int = 0
    dead_letters: int = 0
    sealed_not_compared: int = 0
    keys: int = 0
    keys_not_auditable: int = 0
    model_calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    wrong: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong."""
        return not self.wrong


SUMS: Final = (
    "events",
    "waiting",
    "not_auditable",
    "entries",
    "repeats",
    "dead_letters",
    "sealed_not_compared",
    "keys",
    "keys_not_auditable",
    "model_calls",
    "tokens_in",
    "tokens_out",
)


def total(reports: Iterable[Report]) -> Report:
    """All partitions together."""
    every = list(reports)
    return Report(
        **{name: sum(getattr(report, name) for report in every) for name in SUMS},
        verdicts=_added(report.verdicts for report in every),
        wrong=_added(report.wrong for report in every),
        findings=tuple(finding for report in every for finding in report.findings),
    )


def _added(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    added: Counter[str] = Counter()
    for each in counts:
        added.update(each)
    return dict(added)
