"""The audit of one partition number of a group of topics: what follows from an event keeps its number.

It is told the outputs and the dead letters first, then the inputs, then the ledger, each in log order. It
keeps four bytes for each input position, what is visible under each output key, and the dead letters' digests.
"""

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, get_args

from schemas.outbound import LedgerEntry, LedgerOutput
from schemas.topics import AUDIENCE_BLURB
from workers.audit.letters import Letters
from workers.audit.report import SUMS, Finding, Report, Wrong
from workers.audit.visible import Seen, Visible
from workers.outcome import Delivery, Position
from workers.ports import Sealer
from workers.publish.ledger import redriven_from

MAX_FINDINGS: Final = 200
"""Findings that are told one by one; the rest is counted."""
MAX_CLAIMS: Final = 100_000

VERDICTS: Final[tuple[str, ...]] = get_args(LedgerEntry.model_fields["verdict"].annotation)
DEAD: Final = "dead-lettered"

_HERE, _NO_ENTRY_PROVABLE, _NO_LETTER_PROVABLE = 1, 2, 4
_DEAD, _OTHER = 1, 2


class Span(NamedTuple):
    """An input partition: its first offset (that is left, or asked for), where its acks stand, its end.

    Positions from `acked` on may be without an outcome still. What is older than `entries_from_ms` may have
    lost its ledger entry to retention, what is older than `letters_from_ms` its dead letter.
    """

    start: int
    acked: int
    end: int
    entries_from_ms: int = 0
    letters_from_ms: int = 0


class _Claim(NamedTuple):
    """An entry, the `nth` of its position, names an edition that is not in its topic."""

    position: Position
    nth: int
    output: LedgerOutput
    key: str | None
    sequence: int


class _Track:
    """One input partition: is a position there, its entries, its last verdict, its kinds of verdict."""

    def __init__(self, span: Span) -> None:
        size = max(0, span.end - span.start)
        self.span = span
        self.there = bytearray(size)
        self.entries = bytearray(size)
        self.last = bytearray(size)
        self.kinds = bytearray(size)
        self.letters: dict[int, Letters] = {}
        self.redriven: set[int] = set()
        self.redriven_since = False

    def at(self, offset: int) -> int | None:
        """Where a position is kept; None outside the span."""
        return offset - self.span.start if self.span.start <= offset < self.span.end else None


class PartitionAudit:
    """All input topics of one partition number."""

    def __init__(self, number: int, spans: Mapping[str, Span], sealer: Sealer) -> None:
        self._number = number
        self._sealer = sealer
        self._tracks = {topic: _Track(span) for topic, span in spans.items()}
        self._visible = Visible()
        self._withdrawn: dict[tuple[str, str], int] = {}
        self._withdrawn_keys: dict[str | None, int] = {}
        self._fallen_keys: dict[str | None, int] = {}
        self._sequence = 0
        self._claims: deque[_Claim] = deque()
        self._wrong: Counter[str] = Counter()
        self._findings: list[Finding] = []
        self._sums: Counter[str] = Counter()

    def output(self, topic: str, key: bytes, seen: Seen) -> None:
        """A record of an output topic; a tombstone too."""
        self._visible.record((topic, key.decode(errors="replace")), seen)

    def dead_letter(self, letter: Delivery, topic: str, offset: int) -> None:
        """A record of a dead-letter topic, and the input position that it names."""
        self._sums["dead_letters"] += 1
        track = self._tracks.get(topic)
        if track is not None and track.span.start <= offset < track.span.end:
            letters = track.letters.setdefault(offset, Letters())
            letters.add(letter, Position(topic, self._number, offset), self._sealer)

    def event(self, event: Delivery) -> None:
        """A record of an input topic."""
        track = self._tracks[event.position.topic]
        at = track.at(event.position.offset)
        if at is None:
            return
        there = _HERE
        if event.timestamp_ms < track.span.entries_from_ms:
            there |= _NO_ENTRY_PROVABLE
        if event.timestamp_ms < track.span.letters_from_ms:
            there |= _NO_LETTER_PROVABLE
        track.there[at] = there
        if letters := track.letters.get(event.position.offset):
            letters.compare(event)
        if (first := redriven_from(event)) is not None:
            # Both may have an outcome beside their letter: the one that came again, and where it first stood.
            track.redriven |= {first.offset, event.position.offset}

    def unreadable(self, position: Position, why: str) -> None:
        """A record of the ledger that is no entry, and where it stands."""
        self._tell(Wrong.UNREADABLE, position, why)

    def entry(self, entry: LedgerEntry) -> None:
        """A record of the ledger."""
        source = entry.source
        position = Position(source.topic, source.partition, source.offset)
        self._sequence += 1
        self._taken_back(entry)
        if source.partition == self._number:
            self._visible.entry(position, entry)
        track = self._tracks.get(source.topic)
        if track is None:
            return
        if source.partition != self._number:
            self._tell(Wrong.PHANTOM, position, f"its entry is in partition {self._number} of the ledger")
            return
        at = track.at(source.offset)
        if at is None or not track.there[at]:
            # What came again behind the end that was looked at is not among the events, its outcome is in the ledger.
            track.redriven_since |= entry.verdict == "redriven" and source.offset >= track.span.end
            self._stray(track, position)
        else:
            self._outcome(track, position, entry)

    def _outcome(self, track: _Track, position: Position, entry: LedgerEntry) -> None:
        at = position.offset - track.span.start
        self._sums.update(
            entries=1,
            model_calls=entry.model_calls,
            tokens_in=entry.tokens_in,
            tokens_out=entry.tokens_out,
        )
        track.entries[at] = min(255, track.entries[at] + 1)
        track.last[at] = VERDICTS.index(entry.verdict)
        track.kinds[at] |= _DEAD if entry.verdict == DEAD else _OTHER
        for output in entry.outputs:
            self._check(_Claim(position, track.entries[at], output, entry.key, self._sequence))

    def _taken_back(self, entry: LedgerEntry) -> None:
        """What an event of the key takes back it does not name, one by one; an event of another topic may do it."""
        if entry.verdict == "withdrawn":
            self._withdrawn_keys[entry.key] = self._sequence
        if entry.verdict == "withdrawn" or entry.withdrawn_blurbs:
            self._fallen_keys[entry.key] = self._sequence

    def report(self) -> Report:
        """What was found. Call it once, at the end."""
        for claim in self._claims:
            self._resolve(claim)
        for found in self._visible.contradictions(self._settled):
            self._tell(found.wrong, found.position, found.detail)
        self._sums.update(keys=self._visible.judged, keys_not_auditable=self._visible.unjudged)
        every = (letters for track in self._tracks.values() for letters in track.letters.values())
        self._sums["sealed_not_compared"] = sum(letters.closed for letters in every)
        verdicts: Counter[str] = Counter()
        for topic, track in self._tracks.items():
            verdicts.update(self._judged(topic, track))
        return Report(
            **{name: self._sums[name] for name in SUMS},
            verdicts=dict(verdicts),
            wrong=dict(self._wrong),
            findings=tuple(self._findings),
        )

    def _settled(self, position: Position) -> bool:
        track = self._tracks.get(position.topic)
        return track is not None and position.partition == self._number and position.offset < track.span.acked

    def _judged(self, topic: str, track: _Track) -> Iterator[str]:
        worst = max(track.entries, default=0)
        for at, there in enumerate(track.there):
            position = Position(topic, self._number, track.span.start + at)
            if track.entries[at]:
                yield self._judge(track, position, worst)
            elif there:
                self._without_entry(track, position)
        for offset in track.letters:
            if not track.there[offset - track.span.start]:
                self._tell(Wrong.PHANTOM, Position(topic, self._number, offset), "a dead letter names it")

    def _judge(self, track: _Track, position: Position, worst: int) -> str:
        at = position.offset - track.span.start
        entries, kinds = track.entries[at], track.kinds[at]
        verdict = VERDICTS[track.last[at]]
        self._sums.update(events=1, repeats=entries - 1)
        letters = track.letters.get(position.offset)
        if letters is None:
            if kinds & _DEAD and not track.there[at] & _NO_LETTER_PROVABLE:
                self._tell(Wrong.LETTER_MISSING, position, "the ledger says dead-lettered")
            return verdict
        if kinds & _OTHER and position.offset not in track.redriven and not track.redriven_since:
            self._tell(Wrong.DOUBLED, position, f"a dead letter, and the last entry says {verdict}")
        if letters.changed:
            self._tell(Wrong.LETTER_CHANGED, position, "key, value or headers are not the event's")
        # A worker that dies between a dead letter and its entry writes both again. How often one died, the
        # ledger shows by the position that was handled most often.
        if len(letters.places) > entries + max(1, worst - 1):
            self._tell(Wrong.LETTER_DOUBLED, position, f"{len(letters.places)} times, with {entries} entries")
        return verdict

    def _without_entry(self, track: _Track, position: Position) -> None:
        if position.offset >= track.span.acked:
            self._sums["waiting"] += 1
        elif track.there[position.offset - track.span.start] & _NO_ENTRY_PROVABLE:
            self._sums["not_auditable"] += 1
        else:
            self._sums["events"] += 1
            self._tell(Wrong.MISSING, position, "acknowledged, and not in the ledger")

    def _stray(self, track: _Track, position: Position) -> None:
        """An entry of a position that is not among the inputs: gone, still to come, or never there."""
        if position.offset < track.span.start:
            self._sums["not_auditable"] += 1
        elif position.offset < track.span.end:
            self._tell(Wrong.PHANTOM, position, "its offset holds no record")

    def _check(self, claim: _Claim) -> None:
        output = claim.output
        name = (output.topic, output.key)
        if output.partition != self._number:
            self._tell(Wrong.UNBACKED, claim.position, f"its output is in partition {output.partition}")
            return
        top = self._visible.edition(name)
        if output.verdict == "withdrawn":
            self._withdrawn[name] = max(self._withdrawn.get(name, 0), output.edition)
            if top == 0:
                return
        if output.edition > top:
            self._claims.append(claim)
            if len(self._claims) > MAX_CLAIMS:
                self._resolve(self._claims.popleft())

    def _resolve(self, claim: _Claim) -> None:
        """A tombstone that the broker has cleaned away leaves nothing: then the ledger's word is enough."""
        output = claim.output
        name = (output.topic, output.key)
        top = self._visible.edition(name)
        withdrawn = self._withdrawn.get(name, 0) > output.edition
        taken_back = self._fallen_keys if output.topic == AUDIENCE_BLURB.name else self._withdrawn_keys
        if top == 0 and (withdrawn or taken_back.get(claim.key, 0) > claim.sequence):
            return
        track = self._tracks[claim.position.topic]
        last = track.entries[claim.position.offset - track.span.start] == claim.nth
        wrong = Wrong.UNBACKED if last else Wrong.CONTRADICTORY
        seen = f"which has edition {top}" if top else "which has no record of it"
        detail = f"{output.verdict} edition {output.edition} of {output.key!r} in {output.topic}, {seen}"
        self._tell(wrong, claim.position, detail)

    def _tell(self, wrong: Wrong, position: Position, detail: str) -> None:
        self._wrong[wrong.value] += 1
        if len(self._findings) < MAX_FINDINGS:
            self._findings.append(Finding(wrong, str(position), detail))
