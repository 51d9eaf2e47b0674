"""Rows as bytes: the same bytes as Triton's own client makes, and no row taken for another."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tritonclient.utils import serialize_byte_tensor

from workers.errors import Fatal
from workers.outcome import Answer, Order
from workers.write.rows import NOT_UTF8, pack_orders, pack_strings, unpack_answers, unpack_strings
from workers.write.tensors import INPUTS, OUTPUTS

texts = st.lists(st.binary(max_size=40), max_size=8)


@given(texts)
def test_strings_come_back_as_they_went(column):
    assert unpack_strings(pack_strings(column)) == column


@given(texts.filter(bool))
def test_strings_are_packed_as_tritons_client_packs_them(column):
    theirs = serialize_byte_tensor(np.array(column, dtype=np.object_))
    assert pack_strings(column) == theirs.item()


@given(st.lists(st.binary(min_size=1, max_size=40), min_size=1, max_size=4), st.data())
def test_strings_that_are_cut_off_are_no_strings(column, data):
    whole = pack_strings(column)
    ends = {len(pack_strings(column[:count])) for count in range(len(column) + 1)}
    cut = data.draw(st.integers(1, len(whole) - 1).filter(lambda end: end not in ends))
    with pytest.raises(Fatal):
        unpack_answers({**answered([b"a"]), "text": whole[:cut]}, 1)


def test_there_is_a_column_for_each_input_and_its_numbers_are_as_wide_as_their_types():
    columns = pack_orders([Order(b"a", 1, 0.5, 2, -3), Order(b"b", 4, 0.25, 5, 1 << 40)])
    assert columns.keys() == INPUTS.keys()
    assert np.frombuffer(columns["max_tokens"], "<i4").tolist() == [1, 4]
    assert np.frombuffer(columns["temperature"], "<f4").tolist() == [0.5, 0.25]
    assert np.frombuffer(columns["top_k"], "<i4").tolist() == [2, 5]
    assert np.frombuffer(columns["seed"], "<i8").tolist() == [-3, 1 << 40]


def answered(texts: list[bytes], status: bytes = b"ok") -> dict[str, bytes]:
    rows = len(texts)
    return {
        "text": pack_strings(texts),
        "score": np.arange(rows, dtype="<f4").tobytes(),
        "tokens_in": np.arange(rows, dtype="<i4").tobytes(),
        "tokens_out": np.arange(rows, dtype="<i4").tobytes(),
        "finish": pack_strings([b"stop"] * rows),
        "status": pack_strings([status] * rows),
    }


def test_answers_keep_their_rows():
    found = unpack_answers(answered(["亚麻".encode(), b"linen"]), 2)
    assert found == [Answer("亚麻", 0.0, 0, 0, "stop", "ok"), Answer("linen", 1.0, 1, 1, "stop", "ok")]


def test_a_row_that_is_not_utf8_costs_its_neighbours_nothing():
    found = unpack_answers(answered([b"\xff", b"linen"]), 2)
    assert [(row.text, row.status) for row in found] == [("", NOT_UTF8), ("linen", "ok")]


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_column_that_is_missing_or_of_another_length_breaks_the_contract(name):
    columns = answered([b"a", b"b"])
    for wrong in ({key: value for key, value in columns.items() if key != name}, {**columns, name: b""}):
        with pytest.raises(Fatal, match="writer-contract"):
            unpack_answers(wrong, 2)
