"""Files that a browser loads: the widget, and the demo shop. Pure; they are read from disk once, by others."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

TYPES: Final[Mapping[str, str]] = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
"""What is served at all, by the end of its name."""
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
"""Of a page of ours: its own files, our own answers, and nothing that stands in a text."""
_DIGEST: Final = 16


@dataclass(frozen=True, slots=True)
class Page:
    """One file as it is sent. `kind` is its media type."""

    body: bytes
    kind: str

    @property
    def headers(self) -> dict[str, str]:
        tag = f'"{blake2b(self.body, digest_size=_DIGEST).hexdigest()}"'
        # Asked for again each time: a widget that is mended must not wait for a browser's cache.
        common = {"ETag": tag, "Cache-Control": "no-cache"}
        return {**common, "Content-Security-Policy": POLICY} if self.kind.startswith("text/html") else common
