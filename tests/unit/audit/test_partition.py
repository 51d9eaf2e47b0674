"""Each kind of broken promise is found, and a history that only looks odd passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.audit.histories import (
    KEYLESS,
    TOPIC,
    History,
    P,
    clean,
    drop_entry,
    earlier_edition_nowhere,
    edition_nowhere,
    entry,
    entry_in_another_partition,
    entry_of_nothing,
    event,
    letter,
    letter_and_published,
    letter_header_lost,
    letter_key_changed,
    letter_lost,
    letter_null_for_empty,
    letter_of_nothing,
    letter_then_published,
    letter_value_changed,
    letters_beyond_repeats,
    output_in_another_partition,
    output_wiped,
    published,
    published_then_letter,
    withdrawal_not_there,
)
from workers.audit.keys import SharedKeys
from workers.audit.partition import PartitionAudit, Span
from workers.audit.report import Wrong, total
from workers.outcome import Position


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


def test_an_entry_that_cannot_be_read_is_told():
    audit = PartitionAudit(P, {TOPIC: Span(0, 0, 0)}, KEYLESS)
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
