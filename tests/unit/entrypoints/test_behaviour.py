"""What users did becomes events under pseudonyms, whatever the file holds; two real files whole."""

import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from schemas.codec import decode, encode
from schemas.inbound_users import UserBehaviour
from schemas.topics import USER_BEHAVIOUR
from tests.unit.entrypoints.behaviour_rows import AT, ISO, KEYS, all_of, changes, exported, only, own, segment, snowplow
from workers.entrypoints.produce.behaviour.door import Act, Door
from workers.entrypoints.produce.behaviour.files import source_of
from workers.entrypoints.produce.files import BadRow, LeftOut
from workers.entrypoints.produce.products import Tally
from workers.errors import Misuse
from workers.pseudonym import Keyring

REAL = Path(__file__).parents[4] / "shared" / "data"


@pytest.fixture
def file(tmp_path):
    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


# ------------------------------------------------------------------------------------------------------- what all share


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("blue pot", "blue pot"),
        ("pot 12.5 cm", "pot 12.5 cm"),
        ("pot from jane.roe+x@shop.example now", "pot from now"),
        ("call +44 7700 900123 pot", "call pot"),
        ("07700900123 pot", "pot"),
        ("5551234567", None),
        ("pot\u200b\u202e red", "pot red"),
        ("x" * 300, "x" * 200),
    ],
)
def test_a_search_is_kept_without_what_leads_to_a_person(query, kept):
    [told] = all_of("jsonl", own(action="searched", query=query, products=[]))
    assert (told.event.query if isinstance(told, Act) else None) == kept


def test_a_scrubbed_or_cut_search_is_counted():
    searched = {"action": "searched", "products": []}
    assert changes("jsonl", own(**searched, query="pot of jane@shop.example")) == {"query-scrubbed"}
    assert changes("jsonl", own(**searched, query="x y " * 100)) == {"query-cut"}
    assert changes("jsonl", own(**searched, query=" blue  pot")) == set()


def test_whatever_is_changed_is_counted():
    product = {
        "product_id": "p",
        "brand": "b" * 65,
        "category": "a/b/c/d/e",
        "price": -1,
        "quantity": 0,
        "position": "x",
    }
    call = segment("Order Completed", {"products": [product] * 11, "currency": "EUR"}, messageId="m 1")
    assert changes("segment", call) == {
        "brand-left-out", "category-cut", "price-left-out", "quantity-left-out", "position-left-out", "products-cut",
        "id-made-safe",
    }  # fmt: skip
    event = only("segment", call)
    assert len(event.products) == 10
    assert event.products[0].category == ("a", "b", "c", "d")


@pytest.mark.parametrize(
    "price", ["1e999999", "-1e-999999", "sNaN", "Infinity", "12,50", True, [], {"amount": 1}, 1e300]
)
def test_no_price_breaks_an_event(price):
    event = only("segment", segment(properties={"product_id": "p", "price": price, "currency": "EUR"}))
    assert event.products[0].price is None


def test_a_price_without_a_currency_is_counted():
    assert changes("segment", segment(properties={"product_id": "p", "price": 5})) == {"price-left-out"}


def test_events_without_an_id_get_the_same_one_each_time_and_it_cannot_be_guessed():
    row = exported()
    turned = dict(reversed(row.items()))
    assert only("ga4", row).id == only("ga4", turned).id
    assert only("ga4", row).id != only("ga4", row | {"user_pseudo_id": "123.457"}).id
    assert only("ga4", row).id != only("ga4", row, Door(Keyring({1: SecretStr("y" * 32)}))).id


@pytest.mark.parametrize(
    ("convention", "row"),
    [("snowplow", snowplow()), ("segment", segment()), ("ga4", exported()), ("jsonl", own(session="ses-1"))],
)
def test_nothing_of_the_person_goes_into_the_event(convention, row):
    words = encode(only(convention, row)).decode()
    for personal in (
        "jane",
        "Jane",
        "203.0.113",
        "http",
        "dom-1",
        "ses-1",
        "shop-7",
        "anon",
        "123.456",
        "Leeds",
        "1789999990",
    ):
        assert personal not in words


def test_a_default_locale_is_for_events_that_name_none():
    door = Door(KEYS, "en-US")
    assert only("jsonl", own(), door).locale == "en-US"
    assert only("jsonl", own(locale="zh-CN"), door).locale == "zh-CN"


WORDS = ["p-1", ISO, "view_item", "Product Added", "clicks", '[{"id": 1}]', "{", "EUR"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12) | st.sampled_from(WORDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
SOUND = {
    "snowplow": snowplow(), "segment": segment(), "ga4": exported(),
    "otto": {"session": 1, "events": [{"aid": 1, "ts": AT, "type": "clicks"}]}, "jsonl": own(),
}  # fmt: skip


@st.composite
def rows(draw):
    convention = draw(st.sampled_from(sorted(SOUND)))
    row = dict(SOUND[convention])
    for name in draw(st.lists(st.sampled_from(sorted(row)), max_size=4)):
        nested = draw(st.booleans()) and isinstance(row[name], dict)
        row[name] = (
            {**row[name], draw(st.sampled_from(sorted(row[name]) or ["x"])): draw(VALUES)} if nested else draw(VALUES)
        )
    return convention, row | draw(st.dictionaries(st.text(max_size=8), VALUES, max_size=2))


@given(rows())
def test_any_row_gives_events_or_a_reason(drawn):
    convention, row = drawn
    for told in all_of(convention, row):
        if isinstance(told, Act):
            assert decode(encode(told.event), UserBehaviour, USER_BEHAVIOUR.max_record_bytes) == told.event
            assert told.key == told.event.user
        elif isinstance(told, BadRow):
            assert re.fullmatch(r"[a-z0-9-]+", told.reason)
            assert told.detail
        else:
            assert told.what in {"not-a-behaviour", "says-nothing"}


@given(st.sampled_from(sorted(SOUND)), st.dictionaries(st.text(max_size=8), VALUES, max_size=5))
def test_any_object_at_all_gives_events_or_a_reason(convention, row):
    for told in all_of(convention, row):
        assert isinstance(told, Act | BadRow | LeftOut)


# ---------------------------------------------------------------------------------------------------------------- files

SESSION_LINE = f'{{"session": 1, "events": [{{"aid": 7, "ts": {AT}, "type": "clicks"}}]}}'


@pytest.mark.parametrize(
    ("name", "content", "events"),
    [
        ("a.jsonl", f"{SESSION_LINE}\n\n{SESSION_LINE}\n", 2),
        ("a.json", f"{SESSION_LINE}\n{SESSION_LINE}\n", 2),
        ("events-000000000000", f"\ufeff{SESSION_LINE}\n{SESSION_LINE}\n", 2),
        ("a.json", f"[{SESSION_LINE},\n{SESSION_LINE}]", 2),
        ("a.json", SESSION_LINE.replace(", ", ",\n"), 1),
        ("a.json", "", 0),
    ],
)
def test_files_are_told_by_their_content(file, name, content, events):
    found = list(chain.from_iterable(source_of(file(name, content), "otto", KEYS).records()))
    assert [type(item) for item in found] == [Act] * events


def test_a_table_of_snowplows_is_read(file):
    row = snowplow()
    quoted = ",".join('"' + value.replace('"', '""') + '"' for value in row.values())
    path = file("a.csv", f"{','.join(row)}\n{quoted}\n")
    [[told]] = source_of(path, "snowplow", KEYS).records()
    assert told.event == only("snowplow", row)


@pytest.mark.parametrize(
    ("name", "convention", "locale", "words"),
    [
        ("a.jsonl", "mixpanel", "", "takes snowplow, segment, ga4, otto, jsonl"),
        ("a.csv", "ga4", "", "JSON lines"),
        ("a.jsonl", "otto", "english", "--locale takes en-US"),
        ("none.jsonl", "otto", "", "no-such-file"),
        ("none.csv", "snowplow", "", "no-such-file"),
        ("broken.json", "otto", "", r"name it \.jsonl"),
    ],
)
def test_a_misuse_names_the_fix(file, name, convention, locale, words):
    file("a.jsonl", SESSION_LINE)
    file("broken.json", "{broken\n{")
    with pytest.raises(Misuse, match=words):
        source_of(file("a.csv", "x\n1\n").with_name(name), convention, KEYS, locale)


# ------------------------------------------------------------------------------------------------------------ real data


def real(name: str) -> Path:
    path = REAL / name
    if not path.exists():
        pytest.skip(f"NOT TESTED: {path} is absent; the behaviour of real users was not read")
    return path


def counted(name: str, convention: str) -> tuple[Tally, list[UserBehaviour]]:
    tally = Tally()
    found = chain.from_iterable(source_of(real(name), convention, KEYS).records())
    events = [act.event for act in tally.counted(found)]
    for event in events:
        assert decode(encode(event), UserBehaviour, USER_BEHAVIOUR.max_record_bytes) == event
    assert len({event.id for event in events}) == len(events)
    return tally, events


def test_the_real_snowplow_events_are_read():
    tally, events = counted("snowplow_ecommerce/snowplow_ecommerce_events.csv", "snowplow")
    assert (tally.sent, tally.left_out, tally.changed) == (382, {"not-a-behaviour": 42}, {})
    assert tally.bad == {"missing-field": 410}, "these rows are e-commerce actions whose type the warehouse lost"
    assert all("not said which" in row.detail for row in tally.bad_rows)
    assert Counter(event.action for event in events) == {
        "viewed": 214, "listed": 100, "carted": 38, "removed": 15, "purchased": 15,
    }  # fmt: skip
    words = b"".join(map(encode, events))
    assert not re.search(rb"@|http|localhost|Athens", words)


def test_the_real_otto_sessions_are_read():
    tally, events = counted("otto/train.jsonl", "otto")
    assert (tally.sent, tally.left_out, tally.bad, tally.changed) == (862, {}, {}, {})
    assert Counter(event.action for event in events) == {"viewed": 800, "carted": 52, "purchased": 10}
    assert len({event.user for event in events}) == 20
