"""Which pages of other origins may read our answers, and send us something. Pure.

Credentials (cookies) are never allowed, so that * is no danger.
"""

from collections.abc import Collection
from typing import Final

ANY: Final = "*"
_EXPOSED: Final = "ETag, Retry-After, copydesk-position"
_PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST",
    "Access-Control-Allow-Headers": "authorization, content-type, copydesk-wait-for, if-none-match, last-event-id",
    "Access-Control-Max-Age": "600",
}


def cors_headers(origin: str, allowed: Collection[str]) -> dict[str, str]:
    """The headers for a request from a page of `origin` (empty: none)."""
    headers = {"Vary": "Origin"}
    if origin and (ANY in allowed or origin in allowed):
        headers["Access-Control-Allow-Origin"] = ANY if ANY in allowed else origin
        headers["Access-Control-Expose-Headers"] = _EXPOSED
    return headers


def may_send(origin: str, host: str, allowed: Collection[str]) -> bool:
    """Whether a page may send something: our own, or one of those allowed.

    Without an origin it is no page. A browser asks nobody before it sends a beacon, so that this is where a strange
    page on the machine of somebody who runs a read side without keys is turned away.
    """
    own = origin.partition("://")[2] == host and bool(host)
    return not origin or own or origin in allowed or ANY in allowed


def preflight_headers(origin: str, allowed: Collection[str]) -> dict[str, str]:
    """The headers for the question that a browser asks first."""
    headers = cors_headers(origin, allowed)
    return {**headers, **_PREFLIGHT} if "Access-Control-Allow-Origin" in headers else headers
