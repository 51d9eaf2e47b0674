"""The judge: from the topics alone, what was lost, doubled, wrong or visible against the last fact. Pure.

Shares no code with workers or schemas: `topic_log` reads for it, `last_facts` says what the input demands.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tests.faults import topic_log
from tests.faults.judged_copy import Fold, catalogue_findings, copy_findings, fold_by_edition, review_findings
from tests.faults.judged_letters import concerns, letter_findings
from tests.faults.last_facts import Demands, Position, Standing, demands_of
from tests.faults.ledger_log import Outcome, Source, outcomes_of
from tests.faults.report import Finding
from tests.faults.topic_log import Logs, Partition

REASONS_OF_LOWER_VERSION = {"version-went-back", "older-revision", "before-delisting"}
REASONS_OF_OVERTAKEN = {"newer-waits", "older-revision", "before-delisting"}


@dataclass(frozen=True)
class Judgement:
    """`repeats`: ledger entries beyond the first of a position, by partition of the input."""

    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    repeats: Mapping[Partition, int] = field(default_factory=dict)

    @property
    def clean(self) -> bool:
        return not self.findings

    def of(self, rule: str) -> list[Finding]:
        return [finding for finding in self.findings if finding.rule == rule]

    def __str__(self) -> str:
        rules = Counter(finding.rule for finding in self.findings)
        shown = [str(finding) for rule in rules for finding in self.of(rule)[:5]]
        return "\n".join([f"counts {dict(self.counts)}", f"findings {dict(rules)}", *shown])


def judge(logs: Logs, since: Mapping[Partition, int] | None = None) -> Judgement:
    """Judge logs. `since`: they begin there; what is told of earlier positions is another test's concern."""
    begins = since or {}
    inputs = {(r.topic, r.partition, r.offset) for topic in topic_log.INPUTS for r in logs.get(topic, [])}
    demands = demands_of(logs[topic_log.INPUT])
    outcomes = outcomes_of(logs[topic_log.LEDGER])
    concerned = {s: told for s, told in outcomes.items() if s[2] >= begins.get(s[:2], 0)}
    copies = fold_by_edition(logs[topic_log.COPY])
    entries = fold_by_edition(logs[topic_log.CATALOGUE])
    reviews = fold_by_edition(logs[topic_log.REVIEW])
    letters = [r for r in logs[topic_log.DEAD_LETTERS] if concerns(r, begins)]
    findings = (
        *_lost(inputs, concerned),
        *_phantoms(inputs, concerned),
        *_misjudged(demands, concerned),
        *_contradicted(concerned),
        *_unbacked(concerned, {topic_log.COPY: copies, topic_log.REVIEW: reviews}),
        *copy_findings(demands, copies),
        *review_findings(demands, reviews),
        *catalogue_findings(demands, entries),
        *letter_findings(demands, letters),
    )
    return Judgement(findings, _counts(demands, concerned, copies, letters), _repeats(concerned))


def _lost(inputs: Iterable[Source], outcomes: Mapping[Source, list[Outcome]]) -> Iterator[Finding]:
    for source in sorted(set(inputs) - set(outcomes)):
        yield Finding("lost", source, "no ledger entry")


def _phantoms(inputs: set[Source], outcomes: Mapping[Source, list[Outcome]]) -> Iterator[Finding]:
    for source in sorted(set(outcomes) - inputs):
        yield Finding("phantom", source, "a ledger entry for what never came in")


def _misjudged(demands: Demands, outcomes: Mapping[Source, list[Outcome]]) -> Iterator[Finding]:
    for source, told in outcomes.items():
        if source[0] != topic_log.INPUT or source[1:] not in demands.standing:
            continue
        for number, outcome in enumerate(told):
            fault = _fault_of(demands, (source[1], source[2]), outcome, number == len(told) - 1)
            if fault:
                yield Finding("misjudged", source, f"entry {number + 1} of {len(told)}: {fault}")


def _fault_of(demands: Demands, position: Position, outcome: Outcome, final: bool) -> str:
    """Why this outcome cannot be, or an empty text."""
    standing = demands.standing[position]
    said = f"{outcome.verdict}/{outcome.reason or '-'}"
    if standing is Standing.BAD:
        wanted = f"dead-lettered/{demands.expected_reason[position]}"
        return "" if said == wanted else f"{said}, not {wanted}"
    if outcome.verdict in {"dead-lettered", "redriven"}:
        return f"{said}, and the event can be read"
    if standing is Standing.WENT_BACK:
        right = outcome.verdict == "superseded" and outcome.reason in REASONS_OF_LOWER_VERSION
        return "" if right else f"{said} of a version that went back"
    if outcome.verdict == "superseded":
        return _fault_of_superseded(demands, position, outcome, standing is Standing.LAST and final)
    wrong = position in demands.delistings and outcome.verdict != "withdrawn"
    return f"{said} of a delisting" if wrong else ""


def _fault_of_superseded(demands: Demands, position: Position, outcome: Outcome, last: bool) -> str:
    if last:
        return f"superseded/{outcome.reason} of the last fact"
    if outcome.reason not in REASONS_OF_OVERTAKEN:
        return f"superseded/{outcome.reason} of a fact that counted"
    winner = outcome.superseded_by
    if outcome.reason == "newer-waits":
        other = None if winner is None else demands.records.get((position[0], winner))
        if other is None or winner is None or winner <= position[1] or other.key != demands.records[position].key:
            return f"superseded by {winner}, which is no later event of the product"
    return ""


def _contradicted(outcomes: Mapping[Source, list[Outcome]]) -> Iterator[Finding]:
    for source, told in outcomes.items():
        kinds = {outcome.verdict == "dead-lettered" for outcome in told}
        if len(kinds) > 1:
            yield Finding("contradicted", source, f"both a dead letter and none: {[o.verdict for o in told]}")


def _unbacked(outcomes: Mapping[Source, list[Outcome]], folds: Mapping[str, Fold]) -> Iterator[Finding]:
    """Each edition that any entry told of stands in its topic, or a later one of its key does."""
    for source, told in outcomes.items():
        for number, outcome in enumerate(told):
            rule = "unbacked" if number == len(told) - 1 else "contradicted"
            for output in outcome.outputs:
                fold = folds.get(output.topic)
                if fold is not None and output.edition and fold.highest(output.key) < output.edition:
                    yield Finding(rule, source, f"{output.verdict} {output.key!r} edition {output.edition}: not there")
            if outcome.verdict == "published" and not any(o.verdict == "published" for o in outcome.outputs):
                yield Finding(rule, source, "published without an output")


def _repeats(outcomes: Mapping[Source, list[Outcome]]) -> dict[Partition, int]:
    repeats: defaultdict[Partition, int] = defaultdict(int)
    for (topic, partition, _), told in outcomes.items():
        repeats[topic, partition] += len(told) - 1
    return dict(repeats)


def _counts(
    demands: Demands,
    outcomes: Mapping[Source, list[Outcome]],
    copies: Fold,
    letters: list[topic_log.LogRecord],
) -> dict[str, int]:
    verdicts = Counter(told[-1].verdict for source, told in outcomes.items() if source[0] == topic_log.INPUT)
    again = sum(max(0, sum(o.verdict == "published" for o in told) - 1) for told in outcomes.values())
    return {
        "events": len(demands.records),
        "products": len(demands.products),
        "visible": sum(copies.visible[key].value is not None for key in copies.visible),
        "repeats": sum(len(told) - 1 for told in outcomes.values()),
        "published-again": again,
        "dead-letters": len(letters),
        **{f"verdict-{verdict}": number for verdict, number in sorted(verdicts.items())},
    }
