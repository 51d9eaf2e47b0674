"""Each kind of broken promise is found, and a history that only looks odd passes."""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.outbound import LedgerEntry, LedgerOutput, Source
from workers.audit.keys import SharedKeys
from workers.audit.partition import PartitionAudit, Span
from workers.audit.report import Report, Wrong, total
from workers.errors import Permanent
from workers.outcome import Delivery, Position
from workers.publish.dead_letters import dead_letter

TOPIC, DLQ, COPY = "product-created", "product-created-dlq", "product-copy"
P = 3


def event(offset: int, key: bytes = b"p1", ms: int = 5000) -> Delivery:
    headers = (("ce_id", b"e%d" % offset), ("flag", b""))
    return Delivery(Position(TOPIC, P, offset), key, b"{%d}" % offset, headers, ms)


def letter(offset: int, at: int, **changed: object) -> Delivery:
    (record,) = dead_letter(event(offset), Permanent("malformed-json", "at 3"), 7).outputs
    told = Delivery(Position(DLQ, P, at), record.key, record.value, record.headers, 0)
    return replace(told, **changed)


def published(edition: int, key: str = "p1 en", verdict: str = "published") -> LedgerOutput:
    return LedgerOutput(topic=COPY, partition=P, key=key, edition=edition, verdict=verdict)


def entry(offset: int, verdict: str = "published", *outputs: LedgerOutput, **more: object) -> LedgerEntry:
    facts = {"source": Source(topic=TOPIC, partition=P, offset=offset), "key": "p1", "at_ms": 0} | more
    return LedgerEntry(verdict=verdict, outputs=outputs, **facts)


@dataclass
class History:
    """What stands in the topics of one partition number."""

    events: list[Delivery] = field(default_factory=list)
    entries: list[LedgerEntry] = field(default_factory=list)
    letters: list[tuple[Delivery, int]] = field(default_factory=list)
    outputs: list[tuple[bytes, int]] = field(default_factory=list)
    span: Span = field(default_factory=lambda: Span(0, 1000, 1000))

    def judged(self) -> Report:
        audit = PartitionAudit(P, {TOPIC: self.span})
        for key, edition in self.outputs:
            audit.output(COPY, key, edition)
        for one, offset in self.letters:
            audit.dead_letter(one, TOPIC, offset)
        for one in self.events:
            audit.event(one)
        for one in self.entries:
            audit.entry(one)
        return audit.report()


def clean() -> History:
    """Created, changed while that waited, unreadable, changed back (unchanged), delisted, not handled yet."""
    return History(
        events=[event(offset) for offset in range(6)],
        entries=[
            entry(0, "superseded", reason="newer-waits", superseded_by=1),
            entry(1, "published", published(10), model_calls=5, tokens_in=70, tokens_out=40),
            entry(2, "dead-lettered", reason="malformed-json"),
            entry(3, "unchanged", published(10, verdict="unchanged")),
            entry(4, "withdrawn", published(11, verdict="withdrawn")),
        ],
        letters=[(letter(2, at=0), 2)],
        outputs=[(b"p1 en", 10), (b"p1 en", 11)],
        span=Span(0, 5, 6),
    )


def test_a_clean_history_passes_and_is_summed_up():
    report = clean().judged()
    assert report.clean
    assert report.findings == ()
    assert report.verdicts == {
        "superseded": 1,
        "published": 1,
        "dead-lettered": 1,
        "unchanged": 1,
        "withdrawn": 1,
    }
    assert (report.events, report.waiting, report.entries, report.repeats) == (5, 1, 5, 0)
    assert (report.dead_letters, report.model_calls, report.tokens_in, report.tokens_out) == (1, 5, 70, 40)


def drop_entry(history: History) -> None:
    del history.entries[1]


def letter_lost(history: History) -> None:
    history.letters.clear()


def letter_value_changed(history: History) -> None:
    history.letters[0] = (letter(2, 0, value=b"{2} "), 2)


def letter_key_changed(history: History) -> None:
    history.letters[0] = (letter(2, 0, key=None), 2)


def letter_header_lost(history: History) -> None:
    history.letters[0] = (letter(2, 0, headers=letter(2, 0).headers[1:]), 2)


def letter_null_for_empty(history: History) -> None:
    history.events[2] = replace(history.events[2], value=b"")
    history.letters[0] = (letter(2, 0, value=None), 2)


def letters_beyond_repeats(history: History) -> None:
    history.letters += [(letter(2, at), 2) for at in (1, 2)]


def letter_of_nothing(history: History) -> None:
    history.letters.append((letter(900, 9), 900))


def letter_and_published(history: History) -> None:
    history.letters.append((letter(1, 9), 1))


def letter_then_published(history: History) -> None:
    history.entries.append(entry(2, "published", published(10)))


def published_then_letter(history: History) -> None:
    history.entries.append(entry(1, "dead-lettered", reason="malformed-json"))
    history.letters.append((letter(1, 9), 1))


def edition_nowhere(history: History) -> None:
    history.outputs[:] = [(b"p1 en", 9)]
    history.entries.pop()


def output_wiped(history: History) -> None:
    history.outputs.clear()
    history.entries.pop()
    history.entries.pop()


def withdrawal_not_there(history: History) -> None:
    history.outputs.pop()


def earlier_edition_nowhere(history: History) -> None:
    history.entries.insert(1, entry(1, "published", published(99, key="p1 en")))


def entry_of_nothing(history: History) -> None:
    history.entries.append(entry(700))


def entry_in_another_partition(history: History) -> None:
    history.entries.append(entry(1, source=Source(topic=TOPIC, partition=P + 1, offset=1)))


def output_in_another_partition(history: History) -> None:
    moved = published(10).model_copy(update={"partition": P + 1})
    history.entries[3] = entry(3, "published", moved)


@pytest.mark.parametrize(
    ("plant", "wrong", "position"),
    [
        (drop_entry, Wrong.MISSING, f"{TOPIC}/{P}/1"),
        (letter_lost, Wrong.LETTER_MISSING, f"{TOPIC}/{P}/2"),
        (letter_value_changed, Wrong.LETTER_CHANGED, f"{TOPIC}/{P}/2"),
        (letter_key_changed, Wrong.LETTER_CHANGED, f"{TOPIC}/{P}/2"),
        (letter_header_lost, Wrong.LETTER_CHANGED, f"{TOPIC}/{P}/2"),
        (letter_null_for_empty, Wrong.LETTER_CHANGED, f"{TOPIC}/{P}/2"),
        (letters_beyond_repeats, Wrong.LETTER_DOUBLED, f"{TOPIC}/{P}/2"),
        (letter_of_nothing, Wrong.PHANTOM, f"{TOPIC}/{P}/900"),
        (letter_and_published, Wrong.DOUBLED, f"{TOPIC}/{P}/1"),
        (letter_then_published, Wrong.DOUBLED, f"{TOPIC}/{P}/2"),
        (published_then_letter, Wrong.DOUBLED, f"{TOPIC}/{P}/1"),
        (edition_nowhere, Wrong.UNBACKED, f"{TOPIC}/{P}/1"),
        (output_wiped, Wrong.UNBACKED, f"{TOPIC}/{P}/1"),
        (withdrawal_not_there, Wrong.UNBACKED, f"{TOPIC}/{P}/4"),
        (earlier_edition_nowhere, Wrong.CONTRADICTORY, f"{TOPIC}/{P}/1"),
        (entry_of_nothing, Wrong.PHANTOM, f"{TOPIC}/{P}/700"),
        (entry_in_another_partition, Wrong.PHANTOM, f"{TOPIC}/{P + 1}/1"),
        (output_in_another_partition, Wrong.UNBACKED, f"{TOPIC}/{P}/3"),
    ],
)
def test_a_planted_fault_is_found_where_it_is(plant, wrong, position):
    history = clean()
    history.span = Span(0, 5, 1000)
    plant(history)
    report = history.judged()
    assert not report.clean
    assert (wrong, position) in [(finding.wrong, finding.position) for finding in report.findings]
    assert report.wrong[wrong] >= 1
    assert {finding.wrong for finding in report.findings} == set(report.wrong)


def test_an_earlier_entry_whose_copy_was_withdrawn_since_is_no_contradiction():
    history = clean()
    history.entries.insert(1, entry(1, "published", published(9, key="p1 zh")))
    assert history.judged().clean


def test_what_was_handled_again_after_a_crash_is_counted_and_not_held_against_anybody():
    history = clean()
    history.entries += [
        entry(1, "superseded", reason="older-revision"),
        entry(2, "dead-lettered", reason="malformed-json"),
        entry(4, "withdrawn"),
    ]
    history.letters.append((letter(2, at=1), 2))
    report = history.judged()
    assert report.clean
    assert report.repeats == 3
    assert report.verdicts["superseded"] == 2


def test_an_event_that_crashed_between_its_dead_letter_and_its_entry_has_two_letters_and_one_entry():
    history = clean()
    history.letters.append((letter(2, at=1), 2))
    assert history.judged().clean


def test_an_earlier_entry_is_no_contradiction_when_a_later_edition_stands():
    history = clean()
    history.entries.insert(1, entry(1, "published", published(8)))
    report = history.judged()
    assert report.clean
    assert report.repeats == 1


def test_a_tombstone_that_the_broker_has_cleaned_away_still_counts_by_the_ledgers_word():
    history = clean()
    history.outputs.clear()
    assert history.judged().clean


def test_a_delisting_that_crashed_after_its_tombstone_is_believed_once_the_tombstone_is_cleaned_away():
    history = clean()
    history.outputs.clear()
    history.entries[4] = entry(4, "withdrawn")
    assert history.judged().clean


def test_a_delisting_before_it_does_not_excuse_copy_that_is_lost():
    history = clean()
    history.outputs.clear()
    history.events.append(event(6))
    history.entries.append(entry(6, "published", published(12)))
    history.span = Span(0, 7, 7)
    report = history.judged()
    assert report.wrong == {"unbacked": 1, "missing": 1}


def test_what_is_not_acknowledged_yet_is_waiting_and_not_missing():
    history = clean()
    history.events += [event(6), event(7)]
    history.span = Span(0, 5, 8)
    report = history.judged()
    assert report.clean
    assert report.waiting == 3


def test_an_event_handled_ahead_of_the_acks_counts_with_its_outcome():
    history = clean()
    history.entries.append(entry(5, "published", published(10)))
    report = history.judged()
    assert (report.waiting, report.events) == (0, 6)


def test_entries_of_events_that_retention_took_are_not_auditable():
    history = clean()
    history.events = history.events[2:]
    history.letters = [(letter(2, 0), 2)]
    history.span = Span(2, 5, 6)
    report = history.judged()
    assert report.clean
    assert report.not_auditable == 2
    assert report.events == 3


def test_events_older_than_what_the_ledger_keeps_are_not_auditable():
    history = clean()
    history.events[1] = event(1, ms=10)
    drop_entry(history)
    history.span = Span(0, 5, 6, entries_from_ms=1000)
    report = history.judged()
    assert report.clean
    assert report.not_auditable == 1


def test_a_dead_letter_older_than_its_topic_keeps_is_not_missed():
    history = clean()
    history.events[2] = event(2, ms=10)
    letter_lost(history)
    history.span = Span(0, 5, 6, letters_from_ms=1000)
    assert history.judged().clean


def test_a_compacted_input_has_gaps_and_nobody_asks_for_them():
    history = clean()
    del history.events[0]
    del history.entries[0]
    assert history.judged().clean


def test_a_redriven_dead_letter_may_have_another_outcome():
    history = clean()
    history.entries += [
        entry(2, "published", published(10)),
        entry(0, "redriven", source=Source(topic=DLQ, partition=P, offset=0)),
    ]
    assert history.judged().clean


def test_an_entry_that_cannot_be_read_is_told():
    audit = PartitionAudit(P, {TOPIC: Span(0, 0, 0)})
    audit.unreadable(Position("copy-ledger", P, 4), "malformed-json")
    assert audit.report().wrong == {"unreadable": 1}


def test_findings_have_a_bound_and_the_count_goes_on():
    history = History(events=[event(offset) for offset in range(500)], span=Span(0, 500, 500))
    report = history.judged()
    assert report.wrong == {"missing": 500}
    assert len(report.findings) == 200


def test_no_word_of_an_event_is_told():
    history = clean()
    letter_value_changed(history)
    drop_entry(history)
    assert "{2}" not in str(history.judged().findings)


@given(st.data())
def test_whatever_one_entry_is_lost_it_is_found(data):
    history = clean()
    lost = history.entries.pop(data.draw(st.integers(0, len(history.entries) - 1)))
    report = history.judged()
    assert report.wrong[Wrong.MISSING] == 1
    assert str(lost.source.offset) in report.findings[-1].position.rsplit("/", 1)


@given(st.lists(st.integers(0, 4), max_size=30))
def test_repeating_entries_in_any_order_after_the_first_run_changes_no_count_but_repeats(again):
    history = clean()
    once = history.judged()
    history.entries += [history.entries[offset] for offset in again]
    report = history.judged()
    assert report.clean
    assert report.repeats == len(again)
    assert (report.events, report.verdicts) == (once.events, once.verdicts)


def test_partitions_add_up():
    broken = clean()
    drop_entry(broken)
    both = total([clean().judged(), broken.judged()])
    assert both.events == 10
    assert both.verdicts["dead-lettered"] == 2
    assert both.wrong == {"missing": 1}
    assert len(both.findings) == 1
    assert total([]).clean


def test_a_key_in_two_partitions_is_told_with_both():
    keys = SharedKeys()
    for key, partition in ((b"a", 1), (b"b", 1), (b"a", 2), (b"b", 1)):
        keys.add(key, partition)
    assert keys.shared == {b"a": {1, 2}}
    assert keys.complete


def test_more_keys_than_memory_is_meant_for_are_not_compared_and_it_says_so():
    keys = SharedKeys(limit=1)
    keys.add(b"a", 1)
    keys.add(b"b", 1)
    keys.add(b"b", 2)
    assert keys.shared == {}
    assert not keys.complete
