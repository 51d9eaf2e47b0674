"""Which dead letters are sent again, what stands against others, and that nothing of an event is changed."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from schemas.codec import decode_json, encode_json
from schemas.topics import PRODUCT_CREATED, USER_BEHAVIOUR, Topic, dead_letters_of
from tests.doubles import ManualClock
from workers.adapters.sealing import SivSealer
from workers.entrypoints.cli import app
from workers.entrypoints.redrive.letters import Letter, Shelf, Tally, Wanted, Why, event_in, sent_again
from workers.entrypoints.redrive.run import Found, Sending
from workers.entrypoints.redrive.view import document, lines, table_of
from workers.errors import Exit, Permanent
from workers.outcome import Delivery, Position, Record
from workers.publish.dead_letters import dead_letter
from workers.publish.ledger import REDRIVEN, redriven_from

P = 3
SEALER = SivSealer({1: bytes(32)})
ALL = Wanted()
headers = st.lists(
    st.tuples(st.sampled_from(["a", "ce_id", REDRIVEN, "copydesk-dlq-reason"]), st.one_of(st.none(), st.binary())),
    max_size=4,
).map(tuple)


def event(offset: int, topic: Topic = PRODUCT_CREATED, **changed: object) -> Delivery:
    told = Delivery(Position(topic.name, P, offset), b"mug-1", b"{%d" % offset, (("a", b"1"),), 5000)
    return told._replace(**changed)


def letter(of: Delivery, at: int, reason: str = "malformed-json", sealer: SivSealer = SEALER) -> Delivery:
    (record,) = dead_letter(of, Permanent(reason), sealer, 7).outputs
    return Delivery(Position(record.topic, P, at), record.key, record.value, record.headers, 9)


def came_again(of: Delivery, offset: int) -> Delivery:
    record = sent_again(of, redriven_from(of) or of.position)
    return Delivery(of.position._replace(offset=offset), record.key, record.value, record.headers)


def shelf(letters: Iterable[Delivery], wanted: Wanted = ALL, topic: Topic = PRODUCT_CREATED, **more) -> Shelf:
    kept = Shelf(topic, wanted, more.get("sealer", SEALER))
    for one in letters:
        kept.add(one)
    return kept


def names(*offsets: int, topic: Topic = PRODUCT_CREATED) -> set[bytes]:
    return {f"{topic.name}/{P}/{offset}".encode() for offset in offsets}


def dead(*offsets: int, topic: Topic = PRODUCT_CREATED) -> dict[bytes, str]:
    return dict.fromkeys(names(*offsets, topic=topic), "dead-lettered")


def test_only_what_is_a_dead_letter_still_and_waits_nowhere_is_sent():
    kept = shelf(letter(event(offset), at=offset) for offset in range(5))
    last = dead(0, 1, 4) | dict.fromkeys(names(2), "published")
    chosen, tally = kept.settled(last, names(1), limit=0)
    assert [one.first.offset for one in chosen] == [0, 4]
    assert tally.skips_of("malformed-json") == {Why.DONE: 1, Why.NO_ENTRY: 1, Why.WAITS: 1}
    assert tally.found == {"malformed-json": 5}
    assert not tally.failed


def test_an_event_with_two_letters_is_one_event_and_the_last_tells_its_reason():
    first = event(2)
    again = came_again(first, 9)
    kept = shelf([letter(first, 0), letter(event(3), 1), letter(again, 2, "bad-value"), letter(again, 3, "bad-value")])
    chosen, tally = kept.settled(dead(2, 3), (), limit=0)
    assert [(one.first.offset, one.here.offset, one.reason) for one in chosen] == [
        (3, 3, "malformed-json"),
        (2, 9, "bad-value"),
    ]
    assert (tally.found, tally.again["bad-value"]) == ({"malformed-json": 1, "bad-value": 1}, 1)
    only, tally = shelf(
        [letter(first, 0), letter(again, 2, "bad-value")], Wanted(frozenset({"malformed-json"}))
    ).settled(dead(2), (), 0)
    assert (only, tally.found) == ((), {})


def test_a_limit_leaves_the_rest_for_the_next_run():
    kept = shelf(letter(event(offset), at=offset) for offset in range(4))
    chosen, tally = kept.settled(dead(0, 1, 2, 3), names(0), limit=2)
    assert [one.first.offset for one in chosen] == [1, 2]
    assert tally.skips_of("malformed-json") == {Why.OVER_LIMIT: 1, Why.WAITS: 1}


def test_a_key_is_compared_as_it_stands():
    kept = shelf([letter(event(0), 0), letter(event(1, key=None), 1)], Wanted(key=b"mug-1"))
    assert [one.first.offset for one in kept.settled(dead(0, 1), (), 0)[0]] == [0]


@given(told=headers, key=st.one_of(st.none(), st.binary()), value=st.one_of(st.none(), st.binary()))
@pytest.mark.parametrize("topic", [PRODUCT_CREATED, USER_BEHAVIOUR], ids=lambda topic: topic.name)
def test_what_is_sent_is_the_event_to_the_byte_and_one_header(told, key, value, topic):
    was = event(7, topic, headers=told, key=key, value=value)
    made = letter(was, 0)
    (found,) = shelf([made], topic=topic).settled(dead(7, topic=topic), (), 0)[0]
    record = sent_again(event_in(made, found.here, SEALER), found.first)
    assert record == Record(topic.name, P, key, value, (*told, (REDRIVEN, f"{topic.name}/{P}/7".encode())))
    again = came_again(was, 12)
    assert redriven_from(again) == was.position
    assert came_again(again, 15)._replace(position=again.position) == again, "a third time is like the second"


def test_a_letter_whose_key_is_missing_is_told_by_the_keys_id_and_the_others_go_on():
    other = SivSealer({2: bytes(range(32))})
    letters = [letter(event(n, USER_BEHAVIOUR), n, sealer=SEALER if n else other) for n in range(3)]
    kept = shelf(letters, topic=USER_BEHAVIOUR)
    chosen, tally = kept.settled(dead(0, 1, 2, topic=USER_BEHAVIOUR), (), 0)
    assert [one.first.offset for one in chosen] == [1, 2]
    (key_id,) = tally.closed
    assert key_id.startswith("2.")
    assert tally.failed
    assert any(key_id in line for line in lines("user-behaviour", tally, 0))
    done = kept.settled(dict.fromkeys(names(0, 1, 2, topic=USER_BEHAVIOUR), "published"), (), 0)[1]
    assert not done.failed, "what is done needs no key"


@pytest.mark.parametrize(
    "stranger",
    [
        Delivery(Position("product-created-dlq", P, 0), b"k", b"v", (), 0),
        letter(event(0), 0)._replace(position=Position("product-created-dlq", P + 1, 0)),
        letter(event(0), 0)._replace(headers=letter(event(0), 0).headers[:2]),
        letter(event(0)._replace(position=Position("copy-requests", P, 0)), 0),
        letter(event(0), 0)._replace(headers=(*letter(event(0), 0).headers, ("kafka_dlt-original-offset", b"9" * 99))),
    ],
    ids=["bare", "another partition", "half", "another topic", "no offset"],
)
def test_a_record_that_is_no_letter_of_ours_is_counted_and_left(stranger):
    chosen, tally = shelf([stranger, letter(event(1), 1)]).settled(dead(0, 1), (), 0)
    assert [one.first.offset for one in chosen] == [1]
    assert {why for _, why in tally.skipped} == {Why.BROKEN}


def test_a_seal_that_does_not_hold_is_not_sent():
    made = letter(event(0, USER_BEHAVIOUR), 0)
    chosen, tally = shelf([made._replace(value=made.value + b"\0")], topic=USER_BEHAVIOUR).settled(
        dead(0, topic=USER_BEHAVIOUR), (), 0
    )
    assert (chosen, tally.failed) == ((), True)


class OneReader:
    """The letters, as one batch; ranges are kept."""

    def __init__(self, letters):
        self.letters = letters

    async def read_range(self, ranges):
        for place, extent in ranges.items():
            yield {place: [one for one in map(LogLine, self.letters) if extent.start <= one.offset < extent.end]}


class LogLine:
    def __init__(self, letter):
        self.offset, self.timestamp = letter.position.offset, letter.timestamp_ms
        self.key, self.value, self.headers = letter.key, letter.value, letter.headers


class Narrow:
    """A producer that takes no more than `limit` bytes of a value."""

    def __init__(self, limit=1 << 20):
        self.limit = limit
        self.calls = []

    async def send(self, records, lease):
        lease.check()
        if any(len(record.value) > self.limit for record in records):
            raise Permanent("record-too-large")
        self.calls.append(list(records))
        return list(range(len(records)))


async def sent(letters, producer, rate=0.0, clock=None):
    chosen, tally = shelf(letters).settled(dead(*range(len(letters))), (), 0)
    seen = []
    sending = Sending(producer, clock or ManualClock(), rate)
    await sending.run(
        Found(PRODUCT_CREATED, chosen, tally), OneReader(letters), SEALER, lambda *told: seen.append(told)
    )
    return tally, seen


async def test_what_the_broker_does_not_take_is_told_and_the_others_go_on():
    letters = [letter(event(n, value=b"x" * (500 if n == 1 else 5)), n) for n in range(3)]
    producer = Narrow(100)
    tally, seen = await sent(letters, producer)
    assert tally.sent == {"malformed-json": 2}
    assert tally.skips_of("malformed-json") == {Why.TOO_LARGE: 1}
    assert tally.failed
    assert seen == [(3, 3)]


async def test_a_run_is_sent_in_small_batches_at_its_pace():
    class Patient(ManualClock):
        slept = 0.0

        async def sleep(self, seconds):
            self.slept += seconds

    clock, producer = Patient(), Narrow()
    await sent([letter(event(n), n) for n in range(45)], producer, rate=200, clock=clock)
    assert [len(call) for call in producer.calls] == [20, 20, 5]
    assert clock.slept == pytest.approx(45 / 200)


def test_people_and_scripts_are_told_the_same():
    tally = Tally()
    tally.found.update({"bad-value": 4})
    tally.sent.update({"bad-value": 2})
    tally.skipped["bad-value", Why.DONE] = 2
    told = document("product-created", tally, 0)
    assert decode_json(encode_json(told), 1 << 16)["reasons"] == {
        "bad-value": {"found": 4, "again": 0, "sent": 2, "skipped": {"done": 2}}
    }
    assert table_of(tally).row_count == 1
    assert "2 events sent" in " ".join(lines("product-created", tally, 0))


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [(("product-copy",), "no-dead-letters"), (("product-created-dlq", "--reason", "poison"), "no-such-reason")],
)
def test_a_command_line_that_is_wrong_says_how_it_is_meant(arguments, reason):
    result = CliRunner().invoke(app, ["redrive", *arguments, "--bootstrap", "127.0.0.1:1"])
    assert result.exit_code == Exit.USAGE
    assert result.stderr.startswith(f"{reason}: ")


def test_letters_beyond_what_memory_is_for_are_refused(monkeypatch):
    from workers.entrypoints.redrive import letters as redrive_letters
    from workers.errors import Fatal

    monkeypatch.setattr(redrive_letters, "MAX_EVENTS", 2)
    with pytest.raises(Fatal, match=r"too-many-letters.*--since"):
        shelf(letter(event(offset), at=offset) for offset in range(3))


def test_an_events_name_is_the_ledgers_key():
    kept = shelf([letter(event(4), 0)])
    assert f"{PRODUCT_CREATED.name}/{P}/4".encode() in kept
    assert b"" not in kept
    assert Letter(Position("t", 0, 1), Position("t", 0, 5), 0, "r").again
    assert dead_letters_of(PRODUCT_CREATED).name == "product-created-dlq"
