"""What was sent again from the dead letters has two outcomes, and neither is one too many."""

from tests.unit.audit.histories import DLQ, KEYLESS, TOPIC, History, P, clean, entry, event, published
from workers.audit.partition import Span
from workers.errors import Permanent
from workers.outcome import Delivery, Position
from workers.publish.dead_letters import dead_letter
from workers.publish.ledger import REDRIVEN


def redriven(history: History, offset: int = 6) -> None:
    """The letter of event 2, sent again: its outcome stands where it first stood."""
    came = event(2)._replace(position=event(offset).position)
    named = (*came.headers, (REDRIVEN, f"{TOPIC}/{P}/2".encode()))
    history.events.append(came._replace(headers=named))
    history.entries += [entry(2, "published", published(10)), entry(offset, "redriven")]
    history.span = Span(0, offset + 1, offset + 1)


def test_a_redriven_dead_letter_may_have_another_outcome():
    history = clean()
    history.entries.append(entry(5))
    redriven(history)
    report = history.judged()
    assert report.clean
    assert report.verdicts["redriven"] == 1
    assert report.verdicts.get("dead-lettered", 0) == 0


def test_a_redriven_event_may_be_a_dead_letter_again():
    history = clean()
    history.entries.append(entry(5))
    redriven(history)
    history.entries[-2] = entry(2, "dead-lettered", reason="malformed-json")
    (record,) = dead_letter(history.events[-1], Permanent("malformed-json", "at 3"), KEYLESS, 7).outputs
    history.letters.append((Delivery(Position(DLQ, P, 1), record.key, record.value, record.headers), 6))
    assert history.judged().clean


def test_what_is_redriven_while_the_audit_reads_is_no_doubled_event():
    history = clean()
    history.entries += [entry(2, "published", published(10)), entry(6, "redriven")]
    assert history.judged().clean
    history.entries[-1] = entry(6)
    assert history.judged().wrong == {"doubled": 1}
