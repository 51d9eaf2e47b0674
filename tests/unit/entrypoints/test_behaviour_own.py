"""Sessions of OTTO's, and events in our own fields: users become pseudonyms, or are."""

import pytest

from schemas.codec import decode_json, encode
from tests.unit.entrypoints.behaviour_rows import AT, KEYS, all_of, only, own, why
from workers.entrypoints.produce.behaviour.door import Door
from workers.entrypoints.produce.files import BadRow, LeftOut
from workers.pseudonym import Keyring, NoKey

# ----------------------------------------------------------------------------------------------------------------- OTTO


def test_otto_a_session_is_its_events_of_one_user():
    kinds = ["clicks", "carts", "orders", "orders"]
    session = {"session": 42, "events": [{"aid": 7, "ts": AT, "type": kind} for kind in kinds]}
    found = [item.event for item in all_of("otto", session)]
    assert [event.action for event in found] == ["viewed", "carted", "purchased", "purchased"]
    assert {event.user for event in found} == {KEYS.pseudonym("42")}
    assert {event.products[0].id for event in found} == {"7"}
    assert len({event.id for event in found}) == 4
    assert {event.session for event in found} == {None}, "the session is the user: its raw id goes nowhere"
    assert [item.event for item in all_of("otto", session)] == found, "sent twice, the ids are the same"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"session": 1}, [BadRow]),
        ({"session": 1, "events": []}, []),
        ({"events": [{"aid": 1, "ts": AT, "type": "clicks"}]}, [BadRow]),
        ({"session": 1, "events": [{"aid": 1, "ts": AT, "type": "hovers"}, {"ts": AT, "type": "carts"}, 7]},
         [LeftOut, BadRow]),
        ({"session": 1, "events": [{"aid": 1, "ts": AT // 1000, "type": "clicks"}]}, [BadRow]),
    ],
)  # fmt: skip
def test_otto_slips(row, found):
    assert [type(item) for item in all_of("otto", row)] == found


# ----------------------------------------------------------------------------------------------------------- our fields


def test_own_fields_raw_users_become_pseudonyms():
    event = only("jsonl", own(session="ses-1", dwell_ms=900, locale="en-GB", consent=False))
    assert event.user == KEYS.pseudonym("jane@shop.example")
    assert (event.id, event.dwell_ms, event.locale, event.consent) == ("e-1", 900, "en-GB", False)
    assert event.session == KEYS.token("session", "jane@shop.example\0ses-1")
    assert only("jsonl", own(user=7)).user == KEYS.pseudonym("7")


def test_own_fields_pseudonyms_pass_and_need_no_key():
    known = "u9." + "0123456789abcdef" * 2
    event = only("jsonl", own(user=known, session="ses-1"), Door(Keyring({})))
    assert (event.user, event.session) == (known, "ses-1")
    with pytest.raises(NoKey):
        only("jsonl", own(), Door(Keyring({})))


@pytest.mark.parametrize("user", ["u1." + "A" * 32, "u1." + "a" * 31, "u1234." + "a" * 32, "u1." + "a" * 32 + "\nx"])
def test_what_only_looks_like_a_pseudonym_is_none(user):
    assert only("jsonl", own(user=user)).user == KEYS.pseudonym(user)


def test_own_fields_events_go_round():
    event = only("jsonl", own(products=[{"id": "p", "price": {"amount": "1.5", "currency": "EUR"}, "position": 0}]))
    assert only("jsonl", decode_json(encode(event), 99_999)) == event


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (own(email="jane@shop.example"), "unknown-field"),
        (own(user=None), "missing-field"),
        (own(user={"id": 1}), "missing-field"),
        (own(action="bought"), "bad-value"),
        (own(action=["viewed"]), "bad-value"),
        (own(at_ms="1790000000000"), "wrong-type"),
        (own(products=[]), "missing-field"),
        (own(products=[{"id": 7}]), "wrong-type"),
        (own(type="user-behaviour/9"), "unknown-version"),
        (own(action="searched", query=["pot"]), "wrong-type"),
    ],
)
def test_own_fields_slips(row, reason):
    bad = why("jsonl", row)
    assert bad.reason == reason
    assert "jane" not in bad.detail
