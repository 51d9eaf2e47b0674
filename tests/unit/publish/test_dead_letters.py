"""A dead letter keeps what came in, whatever it was; what is about a person, sealed."""

from typing import Any

import pytest

from schemas.topics import PROBE, TOPICS, USER_BEHAVIOUR, dead_letters_of
from workers.adapters.sealing import SivSealer
from workers.errors import Fatal, Permanent
from workers.outcome import Delivery, Position, Record
from workers.publish.dead_letters import REASON, dead_letter
from workers.publish.ledger import REDRIVEN
from workers.publish.sealed_letters import SEAL_HASH, SEAL_KEY, opened, place_in

HEADERS = (("shop", b"\xff\x00"), ("shop", b"again"), ("none", None), ("empty", b""))
NULLS = tuple((name, None) for name in ("ce_id", "content-type", "copydesk-redriven-from", "traceparent"))


@pytest.mark.parametrize("headers", [(), HEADERS, NULLS], ids=["none", "odd", "null"])
@pytest.mark.parametrize(("key", "value"), [(b"k", b"{"), (None, None), (b"", b"")])
def test_key_value_and_headers_come_through_untouched_and_the_reason_follows(
    headers: Any, key: Any, value: Any
) -> None:
    delivery = Delivery(Position(PROBE.name, 3, 9), key, value, headers, 5)
    publication = dead_letter(delivery, Permanent("malformed-json", "at 0"), SivSealer({}), 7)
    (letter,) = publication.outputs
    assert (letter.key, letter.value, letter.headers[: len(headers)]) == (key, value, headers)
    assert letter.headers[len(headers)] == (REASON, b"malformed-json")
    (entry,) = publication.ledger
    assert entry.key == f"{PROBE.name}/3/9".encode()
    assert None not in dict(entry.headers).values()


def test_a_null_header_has_a_name_to_hold_and_no_value() -> None:
    position = Position(PROBE.name, 0, 0)
    assert Delivery(position, b"key", None, (("none", None), ("some", b"xy"))).size == len("keynonesomexy")


SEALER = SivSealer({1: bytes(32)})
USER = b"u1." + b"0a" * 16
AT = Position(USER_BEHAVIOUR.name, 3, 9)


def letter_of(delivery: Delivery, detail: str = "") -> tuple[Record, Record]:
    """The letter, and the ledger's last record."""
    publication = dead_letter(delivery, Permanent("malformed-json", detail), SEALER, 7)
    (letter,) = publication.outputs
    return letter, publication.ledger[-1]


def as_read(letter: Record) -> Delivery:
    return Delivery(Position(letter.topic, letter.partition, 0), letter.key, letter.value, letter.headers)


def test_topics_about_persons_and_their_dead_letters_are_marked() -> None:
    about_persons = {"user-behaviour", "user-behaviour-dlq", "user-picks", "copy-feedback"}
    assert {name for name, topic in TOPICS.items() if topic.personal} == about_persons


@pytest.mark.parametrize("headers", [(), HEADERS, NULLS], ids=["none", "odd", "null"])
@pytest.mark.parametrize(("key", "value"), [(USER, b"{"), (b"ann@shop.example", b"{"), (None, None), (b"", b"")])
def test_what_is_about_a_person_is_sealed_and_opens_to_the_same_bytes(headers: Any, key: Any, value: Any) -> None:
    delivery = Delivery(AT, key, value, headers, 5)
    letter, _ = letter_of(delivery)
    assert (letter.topic, letter.partition) == (dead_letters_of(USER_BEHAVIOUR).name, 3)
    assert opened(as_read(letter), AT, SEALER) == delivery
    names = [name for name, _ in letter.headers]
    assert names[:4] == ["content-type", SEAL_KEY, SEAL_HASH, REASON]
    assert len(names) == len(set(names))
    assert dict(letter.headers)["content-type"] == b"application/octet-stream"
    assert letter_of(delivery)[0] == letter


def test_a_pseudonym_stays_the_key_and_nothing_else_does() -> None:
    letter, entry = letter_of(Delivery(AT, USER, b"{"))
    assert letter.key == USER
    assert USER in (entry.value or b"")
    for key in (b"ann@shop.example", USER + b"\n", b"u1.short", b"", None):
        letter, entry = letter_of(Delivery(AT, key, b"{"))
        assert letter.key is not None
        assert letter.key.startswith(b"x.")
        assert len(letter.key) == len("x.") + 32
        assert letter.key in (entry.value or b"")


def test_neither_the_letter_nor_the_ledger_says_a_word_of_the_event() -> None:
    canary = b"Ann-Canary"
    headers = tuple((name, canary) for name in ("ce_id", "traceparent", "tracestate", canary.decode()))
    delivery = Delivery(AT, canary, b'{"' + canary + b'": 1}', headers)
    for record in letter_of(delivery, f"in `{canary.decode()}`: not {canary.decode()}"):
        told = b"".join((record.key or b"", *(name.encode() + (value or b"") for name, value in record.headers)))
        assert canary not in told + (record.value or b"")


def test_a_redriven_event_about_a_person_has_both_its_entries() -> None:
    delivery = Delivery(AT, USER, b"{", ((REDRIVEN, f"{AT.topic}/3/4".encode()),))
    publication = dead_letter(delivery, Permanent("malformed-json"), SEALER, 7)
    assert [entry.key for entry in publication.ledger] == [f"{AT.topic}/3/4".encode(), str(AT).encode()]


def test_without_a_key_nothing_about_a_person_is_written() -> None:
    with pytest.raises(Fatal, match=r"no-seal-key.*openssl rand -hex 32"):
        dead_letter(Delivery(AT, USER, b"{"), Permanent("malformed-json"), SivSealer({}), 7)


@pytest.mark.parametrize(
    ("detail", "place"),
    [
        ("at byte 17", "at byte 17"),
        ("at character 3", "at character 3"),
        ("at Ann's", ""),
        ("in `products.0.price.amount`: Input should be a decimal", "in `products.0.price.amount`"),
        ("in `query`: Ann", "in `query`"),
        ("in `ann@shop.example`", "in `?.?`"),
        ("in `products.0.ann`", "in `products.0.?`"),
        ("in `13800138000`", "in `?`"),
        ("in `products.12`", "in `products.12`"),
        ("in `a`b`: Ann", "in `?`"),
        (f"in `{'a.' * 200}`", f"in `{'.'.join('?' * 6)}`"),
        ("Infinity", ""),
        ("", ""),
    ],
)
def test_of_a_detail_the_place_is_kept(detail: str, place: str) -> None:
    assert place_in(detail) == place
