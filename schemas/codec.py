"""Bytes to events and back: the only importer of orjson, and the door through which nothing malformed comes in."""

import json  # noqa: TID251  only the standard library's scanner reports duplicate keys; orjson keeps the last
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, Never, TypeVar

import orjson
from pydantic import BaseModel, TypeAdapter, ValidationError

from schemas.reasons import Reason

MAX_DEPTH: Final = 16
_DETAIL_LIMIT: Final = 300

Event = TypeVar("Event")


class Undecodable(Exception):
    """Bytes that are no event. `reason` is from the closed list; `detail` names places, never values."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail[:_DETAIL_LIMIT]


def encode(model: BaseModel) -> bytes:
    """A record's JSON bytes. Unset defaults are written too: a reader needs no schema to see them."""
    return model.__pydantic_serializer__.to_json(model)


def encode_json(document: object) -> bytes:
    """JSON bytes of plain values."""
    return orjson.dumps(document)


def reprinted(topic: str, value: bytes, edition: int) -> bytes:
    """A table's value under another edition: the one field that changes when an owner publishes it once more."""
    document = orjson.loads(value)
    if not isinstance(document, dict) or "edition" not in document:
        raise TypeError(f"a value of {topic} has no edition")
    return orjson.dumps({**document, "edition": edition})


def decode_json(value: bytes, max_bytes: int) -> Any:  # noqa: ANN401  JSON is what it is until a type has checked it
    """Plain values, or `Undecodable`: empty, null, over-long, not UTF-8, malformed, NaN, duplicate keys, too deep."""
    if len(value) > max_bytes:
        raise Undecodable(Reason.OVER_LONG, f"{len(value)} bytes; the topic takes {max_bytes}")
    if not value.strip():
        raise Undecodable(Reason.EMPTY_VALUE)
    if _depth(value) > MAX_DEPTH:
        raise Undecodable(Reason.TOO_DEEP, f"more than {MAX_DEPTH} levels")
    try:
        document = orjson.loads(value)
    except orjson.JSONDecodeError as error:
        raise _why_not_json(value, error) from None
    if document is None:
        raise Undecodable(Reason.JSON_NULL, "a delisting is a record without a value, not the JSON null")
    if _pairs(document) != value.count(b":"):
        _refuse_duplicate_keys(value)
    return document


def decode(value: bytes, event: type[Event], max_bytes: int) -> Event:
    """The event of this type, or `Undecodable` with the first thing that is wrong and its place."""
    return validate(decode_json(value, max_bytes), event)


def decode_own(value: bytes, record: type[Event]) -> Event:
    """A record of ours out of a table, or `Undecodable`. The door is for what strangers send, and costs several times
    as much.
    """
    try:
        valid: Event = _validator(record).validate_json(value)  # type: ignore[arg-type]  # as in `validate`
        return valid
    except ValidationError as error:
        raise _why_not_valid(error) from None


def plain_own(value: bytes) -> Any:  # noqa: ANN401  as in `decode_json`
    """A record of ours as plain values, unchecked, or `Undecodable`: for who reads few fields of it, and often."""
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError as error:
        raise _why_not_json(value, error) from None


def validate(document: object, event: type[Event]) -> Event:
    """Plain values to a checked type, or `Undecodable`."""
    try:
        valid: Event = _validator(event).validate_python(document)  # type: ignore[arg-type]  # types are hashable
        return valid
    except ValidationError as error:
        raise _why_not_valid(error) from None


@lru_cache(maxsize=32)
def _validator(event: Any) -> Any:  # noqa: ANN401  a union is a form, not a type, until mypy learns TypeForm
    return TypeAdapter(event).validator


_STRINGS: Final = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_LEVELS: Final = {0x7B: 1, 0x5B: 1, 0x7D: -1, 0x5D: -1}
"""What a bracket does to the depth, by its byte."""


def _depth(value: bytes) -> int:
    """Levels of nesting, brackets in strings aside. Cheap for shallow values, which is nearly all of them."""
    if value.count(b"{") + value.count(b"[") <= MAX_DEPTH:
        return 0
    depth = deepest = 0
    for byte in _STRINGS.sub(b"", value):
        depth += _LEVELS.get(byte, 0)
        deepest = max(deepest, depth)
    return deepest


def _unique(pairs: list[tuple[str, object]]) -> None:
    if len({name for name, _ in pairs}) != len(pairs):
        raise Undecodable(Reason.DUPLICATE_KEY)


_SCAN: Final[Callable[[str], object]] = json.JSONDecoder(object_pairs_hook=_unique).decode


def _pairs(document: object) -> int:
    """Names with a value. As many as there are colons in the bytes: then no colon was a string's, and no name stood
    there twice. Else one must look: the scan costs several times as much.
    """
    if isinstance(document, dict):
        return len(document) + sum([_pairs(held) for held in document.values() if type(held) in _HOLDS])
    if isinstance(document, list):
        return sum([_pairs(held) for held in document if type(held) in _HOLDS])
    return 0


_HOLDS: Final = frozenset({dict, list})


def _refuse_duplicate_keys(value: bytes) -> None:
    _SCAN(value.decode())


def _no_constant(name: str) -> Never:
    raise Undecodable(Reason.NOT_A_NUMBER, name)


def _why_not_json(value: bytes, error: orjson.JSONDecodeError) -> Undecodable:
    try:
        text = value.decode()
    except UnicodeDecodeError as fault:
        return Undecodable(Reason.NOT_UTF8, f"at byte {fault.start}")
    try:
        json.loads(text, parse_constant=_no_constant)
    except Undecodable as fault:
        return fault
    except (ValueError, RecursionError):
        pass
    return Undecodable(Reason.MALFORMED, f"at character {error.pos}")


_BY_ERROR_TYPE: Final = {
    "missing": Reason.MISSING_FIELD,
    "extra_forbidden": Reason.UNKNOWN_FIELD,
    "string_too_long": Reason.OVER_LONG_FIELD,
    "too_long": Reason.OVER_LONG_FIELD,
}


def _why_not_valid(error: ValidationError) -> Undecodable:
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    kind = first["type"]
    if kind == "literal_error" and place == "type":
        return Undecodable(Reason.UNKNOWN_VERSION, "in `type`")
    if kind in _BY_ERROR_TYPE:
        return Undecodable(_BY_ERROR_TYPE[kind], f"in `{place}`")
    if kind.endswith("_type"):
        return Undecodable(Reason.WRONG_TYPE, f"in `{place}`: {first['msg']}")
    return Undecodable(Reason.BAD_VALUE, f"in `{place}`: {first['msg']}")
