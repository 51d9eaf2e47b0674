"""Rows as columns of bytes, for the model's tensors: orders there, answers back. Little-endian."""

from collections.abc import Mapping, Sequence
from struct import Struct, pack, unpack
from struct import error as StructError  # noqa: N812  it is an exception
from typing import Final

from workers.errors import Fatal
from workers.outcome import Answer, Order

NOT_UTF8: Final = "not-utf-8"
_LENGTH: Final = Struct("<I")


def pack_orders(orders: Sequence[Order]) -> dict[str, bytes]:
    """A column for each input tensor."""
    rows = len(orders)
    return {
        "prompt": pack_strings([order.prompt for order in orders]),
        "max_tokens": pack(f"<{rows}i", *[order.max_tokens for order in orders]),
        "temperature": pack(f"<{rows}f", *[order.temperature for order in orders]),
        "top_k": pack(f"<{rows}i", *[order.top_k for order in orders]),
        "seed": pack(f"<{rows}q", *[order.seed for order in orders]),
    }


def unpack_answers(columns: Mapping[str, bytes], rows: int) -> list[Answer]:
    """Rows from a column for each output tensor. Raises `Fatal` for columns that are not of this contract."""
    try:
        return [
            _answer(row)
            for row in zip(
                unpack_strings(columns["text"]),
                unpack(f"<{rows}f", columns["score"]),
                unpack(f"<{rows}i", columns["tokens_in"]),
                unpack(f"<{rows}i", columns["tokens_out"]),
                unpack_strings(columns["finish"]),
                unpack_strings(columns["status"]),
                strict=True,
            )
        ]
    except (KeyError, ValueError, StructError) as error:
        raise Fatal("writer-contract", f"the answer's tensors do not hold {rows} rows: {error!r}") from error


def pack_strings(column: Sequence[bytes]) -> bytes:
    """Each string with its length before it."""
    length = _LENGTH.pack
    return b"".join([part for text in column for part in (length(len(text)), text)])


def unpack_strings(data: bytes) -> list[bytes]:
    """What `pack_strings` packed. Raises ValueError or struct.error where the lengths do not add up."""
    column: list[bytes] = []
    length = _LENGTH.unpack_from
    position, end = 0, len(data)
    while position < end:
        begin = position + 4
        position = begin + length(data, position)[0]
        column.append(data[begin:position])
    if position != end:
        raise ValueError("a string is cut off")
    return column


def _answer(row: tuple[bytes, float, int, int, bytes, bytes]) -> Answer:
    text, score, tokens_in, tokens_out, finish, status = row
    try:
        return Answer(text.decode(), score, tokens_in, tokens_out, finish.decode(), status.decode())
    except UnicodeDecodeError:
        return Answer("", score, tokens_in, tokens_out, "error", NOT_UTF8)
