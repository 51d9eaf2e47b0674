"""Headers as a server hands them over: pairs of bytes, names in lower case. Pure."""

from collections.abc import Mapping, MutableMapping
from typing import Any, Final

Headers = list[tuple[bytes, bytes]]

_KEPT: Final = "copydesk.headers"


def headers_in(scope: Mapping[str, Any]) -> dict[bytes, bytes]:
    """By name; of several the first counts."""
    found: dict[bytes, bytes] | None = scope.get(_KEPT)
    return dict(reversed(scope["headers"])) if found is None else found


def read_once(scope: MutableMapping[str, Any]) -> dict[bytes, bytes]:
    """The same, and kept for whoever asks later."""
    found = scope[_KEPT] = headers_in(scope)
    return found


def header_of(scope: Mapping[str, Any], name: bytes) -> bytes | None:
    """One of them; None where it is not there."""
    return headers_in(scope).get(name)


def several_in(scope: Mapping[str, Any], name: bytes) -> str:
    """All of a name as one list; empty where there is none."""
    if name not in headers_in(scope):
        return ""
    return ",".join([value.decode("latin-1") for known, value in scope["headers"] if known == name])
