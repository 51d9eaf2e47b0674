"""Which pages of other origins may read our answers. Pure.

Credentials (cookies) are never allowed, so that * is no danger.
"""

from collections.abc import Collection
from typing import Final

ANY: Final = "*"
_EXPOSED: Final = "ETag, Retry-After, copydesk-position"
_PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "authorization, copydesk-wait-for, if-none-match, last-event-id",
    "Access-Control-Max-Age": "600",
}


def cors_headers(origin: str, allowed: Collection[str]) -> dict[str, str]:
    """The headers for a request from a page of `origin` (empty: none)."""
    headers = {"Vary": "Origin"}
    if origin and (ANY in allowed or origin in allowed):
        headers["Access-Control-Allow-Origin"] = ANY if ANY in allowed else origin
        headers["Access-Control-Expose-Headers"] = _EXPOSED
    return headers


def preflight_headers(origin: str, allowed: Collection[str]) -> dict[str, str]:
    """The headers for the question that a browser asks first."""
    headers = cors_headers(origin, allowed)
    return {**headers, **_PREFLIGHT} if "Access-Control-Allow-Origin" in headers else headers
