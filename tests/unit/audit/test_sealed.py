"""Sealed dead letters: compared by who has the key, counted by who has not."""

import pytest

from schemas.outbound import Source
from tests.unit.audit.histories import History, P, entry
from workers.adapters.sealing import SivSealer
from workers.audit.partition import Span
from workers.errors import Permanent
from workers.outcome import Delivery, Position
from workers.publish.dead_letters import dead_letter

TOPIC, DLQ = "user-behaviour", "user-behaviour-dlq"
SEALER = SivSealer({1: bytes(32)})
ROTATED = SivSealer({1: bytes(32), 2: bytes(range(32))})
OTHER = SivSealer({1: bytes(range(32))})
EVENT = Delivery(Position(TOPIC, P, 0), b"ann", b"{", (("flag", b""), ("flag", None)), 5000)


def letter(**changed: object) -> Delivery:
    (record,) = dead_letter(EVENT, Permanent("malformed-json"), SEALER, 7).outputs
    told = Delivery(Position(DLQ, P, 4), record.key, record.value, record.headers, 9)
    return told._replace(**changed)


def history(letters: list[Delivery], sealer: SivSealer) -> History:
    dead = entry(0, "dead-lettered", reason="malformed-json", source=Source(topic=TOPIC, partition=P, offset=0))
    return History([EVENT], [dead], [(one, 0) for one in letters], [], Span(0, 1, 1), TOPIC, sealer)


@pytest.mark.parametrize("sealer", [SEALER, ROTATED])
def test_with_the_key_a_letter_is_compared_like_any_other(sealer):
    report = history([letter()], sealer).judged()
    assert report.clean
    assert (report.dead_letters, report.sealed_not_compared) == (1, 0)


@pytest.mark.parametrize("sealer", [SivSealer({}), OTHER])
def test_without_the_key_a_letter_is_counted_and_nothing_is_said_against_it(sealer):
    report = history([letter(), letter()], sealer).judged()
    assert report.clean
    assert (report.dead_letters, report.sealed_not_compared) == (2, 2)


@pytest.mark.parametrize(
    "changed",
    [
        letter(value=b"{"),
        letter(value=letter().value + b"\0"),
        letter(key=None),
        letter(key=b"u1." + b"0a" * 16),
        letter(headers=letter().headers[:2] + letter().headers[3:]),
        letter(headers=letter().headers[3:]),
        Delivery(Position(DLQ, P, 4), EVENT.key, EVENT.value, (*EVENT.headers, *letter().headers[3:])),
    ],
    ids=["plain value", "longer", "no key", "another key", "no hash", "no seal", "never sealed"],
)
def test_a_letter_that_is_not_the_event_sealed_is_changed(changed):
    assert history([changed], SEALER).judged().wrong == {"dead-letter-changed": 1}


def test_a_letter_of_another_event_is_changed():
    told = history([letter()], SEALER)
    told.events[0] = EVENT._replace(value=b"{}")
    assert told.judged().wrong == {"dead-letter-changed": 1}


def test_a_letter_that_never_was_sealed_is_told_without_a_key_too():
    plain = letter(headers=letter().headers[3:])
    assert history([plain], SivSealer({})).judged().wrong == {"dead-letter-changed": 1}


def test_what_cannot_be_opened_hides_no_changed_one():
    report = history([letter(), letter(value=b"{", headers=letter().headers[3:])], OTHER).judged()
    assert report.wrong == {"dead-letter-changed": 1}
    assert report.sealed_not_compared == 1
