from hypothesis import given
from hypothesis import strategies as st

from schemas.codec import reprinted
from workers.outcome import Entry
from workers.publish.repair import Pace, Printer, Row, repair

PRINTER = Printer("me", reprinted)
ROW = Row("product-copy", 3, b"p|en-US")


def test_a_repair_is_the_owners_value_above_everything_seen() -> None:
    own = Entry(5_000, b'{"text":"ours","edition":4000}', {"ce_id": b"e1"})
    record = repair(ROW, own, wall_ms=1_000, printer=PRINTER)
    assert (record.topic, record.partition, record.key) == ROW
    assert record.edition == 5_001
    assert record.value == b'{"text":"ours","edition":5001}'
    assert record.headers == (("copydesk-edition", b"5001"), ("copydesk-sender", b"me"), ("ce_id", b"e1"))


def test_where_the_owner_never_had_a_value_the_repair_is_a_tombstone() -> None:
    record = repair(ROW, Entry(5_000, None), wall_ms=9_000, printer=PRINTER)
    assert (record.value, record.edition) == (None, 9_000)


def test_bytes_that_name_no_edition_are_repeated_as_they_are() -> None:
    for value in (b"not json", b"[1]", b"{}"):
        assert repair(ROW, Entry(1, value), 0, PRINTER).value == value


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 0.7)), max_size=40))
def test_no_key_goes_twice_within_a_second_and_every_key_goes_again_after_one(asks) -> None:
    pace, now, let = Pace(), 0.0, {}
    for key, pause in asks:
        now += pause
        assert pace.lets(key, now) == (key not in let or now - let[key] >= 1.0)
        if key not in let or now - let[key] >= 1.0:
            let[key] = now


def test_pace_remembers_no_more_than_the_last_second() -> None:
    pace = Pace()
    for moment in range(1000):
        pace.lets(moment, moment / 10)
    assert len(pace._let) <= 11
