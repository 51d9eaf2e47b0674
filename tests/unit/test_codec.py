"""The door: what is no event is told apart by a reason from the closed list, and nothing malformed comes in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.codec import MAX_DEPTH, Undecodable, decode, decode_json, encode, encode_json, reprinted
from schemas.envelope import binary_headers, data_of, event_id, sdk_headers
from schemas.inbound import ProductCreated
from schemas.reasons import Reason

LIMIT = 65_536
GOOD = {"id": "a", "locales": ["en-US"], "title": "x"}


def reason(value: bytes, limit: int = LIMIT) -> Reason | None:
    try:
        decode(value, ProductCreated, limit)
    except Undecodable as fault:
        return fault.reason
    return None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (encode_json(GOOD), None),
        (b"", Reason.EMPTY_VALUE),
        (b" \n", Reason.EMPTY_VALUE),
        (b"null", Reason.JSON_NULL),
        (b"{", Reason.MALFORMED),
        (b'{"id":"a"}}', Reason.MALFORMED),
        (b'\xff{"id":"a"}', Reason.NOT_UTF8),
        (b'{"id":"\xc3\x28"}', Reason.NOT_UTF8),
        (b'{"price":NaN}', Reason.NOT_A_NUMBER),
        (b'{"price":-Infinity}', Reason.NOT_A_NUMBER),
        (b'{"id":"a","id":"b"}', Reason.DUPLICATE_KEY),
        (b'{"x":{"id":"a","id":"b"}}', Reason.DUPLICATE_KEY),
        (b"[" * 10_000 + b"]" * 10_000, Reason.TOO_DEEP),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, Reason.TOO_DEEP),
        (b"x" * (LIMIT + 1), Reason.OVER_LONG),
        (b"[]", Reason.WRONG_TYPE),
        (b'"text"', Reason.WRONG_TYPE),
        (encode_json({**GOOD, "id": 7}), Reason.WRONG_TYPE),
        (encode_json({"id": "a", "title": "x"}), Reason.MISSING_FIELD),
        (encode_json({**GOOD, "colour": "red"}), Reason.UNKNOWN_FIELD),
        (encode_json({**GOOD, "title": "x" * 301}), Reason.OVER_LONG_FIELD),
        (encode_json({**GOOD, "locales": ["en-US"] * 5}), Reason.OVER_LONG_FIELD),
        (encode_json({**GOOD, "locales": ["english"]}), Reason.OVER_LONG_FIELD),
        (encode_json({**GOOD, "id": "a b"}), Reason.BAD_VALUE),
        (encode_json({**GOOD, "version": -1}), Reason.BAD_VALUE),
        (encode_json({**GOOD, "type": "product-created/2"}), Reason.UNKNOWN_VERSION),
    ],
)
def test_each_malformation_has_its_own_reason(value: bytes, expected: Reason | None) -> None:
    assert reason(value) == expected


def test_brackets_in_strings_are_no_depth() -> None:
    assert reason(encode_json({**GOOD, "title": "[{" * 60})) is None


def test_nesting_up_to_the_limit_is_read() -> None:
    value = b"[" * MAX_DEPTH + b"]" * MAX_DEPTH
    assert decode_json(value, LIMIT) is not None


@given(st.binary(max_size=300))
def test_no_bytes_whatever_raise_anything_but_undecodable(value: bytes) -> None:
    reason(value)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda c: st.lists(c) | st.dictionaries(st.text(), c),
    )
)
def test_no_json_whatever_raises_anything_but_undecodable(document: object) -> None:
    reason(json.dumps(document).encode())


def test_a_detail_names_places_and_never_values() -> None:
    with pytest.raises(Undecodable) as caught:
        decode(encode_json({**GOOD, "seller_id": 4_111_111}), ProductCreated, LIMIT)
    assert "seller_id" in caught.value.detail
    assert "4111111" not in str(caught.value)


def test_a_structured_cloud_event_is_taken_and_a_broken_envelope_is_not() -> None:
    headers = (("content-type", b"application/cloudevents+json; charset=utf-8"),)
    envelope = {
        "specversion": "1.0",
        "id": "1",
        "source": "/shop",
        "type": "t",
        "time": "2026-01-01T00:00:00Z",
        "data": GOOD,
    }
    assert data_of(encode_json(envelope), headers, LIMIT) == GOOD
    for broken in ({**envelope, "id": None}, {**envelope, "time": "soon"}, [1]):
        with pytest.raises(Undecodable, match="bad-envelope"):
            data_of(encode_json(broken), headers, LIMIT)


def test_a_null_header_says_nothing() -> None:
    nulls = (("ce_id", None), ("content-type", None), ("traceparent", None))
    assert event_id(nulls) is None
    assert data_of(encode_json(GOOD), nulls, LIMIT) == GOOD
    assert "traceparent" not in dict(binary_headers("t/1", "id-1", "cause-1", 1_700_000_000_000, nulls))


def test_our_headers_are_the_binary_mode_and_pass_a_trace_on() -> None:
    headers = dict(binary_headers("t/1", "id-1", "cause-1", 1_700_000_000_000, (("traceparent", b"00-a"), ("x", b"y"))))
    assert headers["ce_id"] == b"id-1"
    assert headers["ce_causationid"] == b"cause-1"
    assert headers["ce_specversion"] == b"1.0"
    assert headers["traceparent"] == b"00-a"
    assert "x" not in headers
    assert event_id(tuple(headers.items())) == "id-1"


def test_a_value_is_printed_again_under_another_edition() -> None:
    event = ProductCreated.model_validate(GOOD)
    assert decode(encode(event), ProductCreated, LIMIT) == event
    assert json.loads(reprinted("t", b'{"edition":1,"a":[1]}', 9)) == {"edition": 9, "a": [1]}
    with pytest.raises(TypeError):
        reprinted("t", b'{"a":1}', 9)


@given(st.text(min_size=1), st.text(min_size=1), st.integers(0, 4_000_000_000_000))
def test_our_headers_are_the_sdks_own(event: str, cause: str, wall_ms: int) -> None:
    assert dict(binary_headers("t/1", event, cause, wall_ms)) == dict(sdk_headers("t/1", event, cause, wall_ms))


NAMES = st.text(alphabet='ab:"\\', max_size=2)


class Pairs(list[tuple[str, object]]):
    """An object as it is written: a name may stand in it twice."""


def written(document: object) -> str:
    if isinstance(document, Pairs):
        return "{" + ", ".join(f"{json.dumps(name)}: {written(held)}" for name, held in document) + "}"
    if isinstance(document, list):
        return "[" + ",".join(map(written, document)) + "]"
    return json.dumps(document)


def twice(document: object) -> bool:
    if isinstance(document, Pairs):
        names = [name for name, _ in document]
        return len(names) != len(set(names)) or any(twice(held) for _, held in document)
    return isinstance(document, list) and any(map(twice, document))


DOCUMENTS = st.recursive(
    NAMES | st.integers(0, 9),
    lambda inner: st.lists(inner, max_size=3) | st.lists(st.tuples(NAMES, inner), max_size=3).map(Pairs),
    max_leaves=8,
)


@given(DOCUMENTS)
def test_a_name_that_stands_twice_in_an_object_is_refused_wherever_it_stands_and_no_other(document: object) -> None:
    value = written(document).encode()
    if twice(document):
        with pytest.raises(Undecodable, match=Reason.DUPLICATE_KEY):
            decode_json(value, LIMIT)
    else:
        assert decode_json(value, LIMIT) == json.loads(value)
