"""Bad events, one of each kind, and the reason that each one's dead letter must have."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.faults.last_facts import EXPECTS

Headers = tuple[tuple[str, bytes | None], ...]

OF_THE_SHOP: Headers = (
    ("shop", b"\xff\x00 as it was"),
    ("shop", b"twice"),
    ("nothing", None),
    ("empty", b""),
)
"""Headers that must come through untouched: no text, the same name twice, no value, an empty one."""


@dataclass(frozen=True)
class Case:
    """`make` gives the key and the value of a bad record about a product."""

    name: str
    reason: str
    make: Callable[[str], tuple[bytes | None, bytes]]

    def record(self, product: str) -> tuple[bytes | None, bytes, Headers]:
        """Key, value and headers."""
        key, value = self.make(product)
        return key, value, ((EXPECTS, self.reason.encode()), *OF_THE_SHOP)


def _listing(product: str, **changes: object) -> dict[str, Any]:
    document: dict[str, Any] = {
        "type": "product-created/1",
        "id": product,
        "locales": ["en"],
        "title": "Aurora Mug",
        "attributes": [{"name": "capacity", "value": "999", "unit": "ml"}],
    }
    document.update(changes)
    return {name: value for name, value in document.items() if value is not None}


def _with(**changes: object) -> Callable[[str], tuple[bytes, bytes]]:
    return lambda product: (product.encode(), json.dumps(_listing(product, **changes)).encode())


def _bytes(value: bytes) -> Callable[[str], tuple[bytes, bytes]]:
    return lambda product: (product.encode(), value)


def _cut(product: str) -> tuple[bytes, bytes]:
    return product.encode(), json.dumps(_listing(product)).encode()[:-3]


def _not_a_number(product: str) -> tuple[bytes, bytes]:
    listing = _listing(product, price={"amount": float("nan"), "currency": "EUR"})
    return product.encode(), json.dumps(listing).encode()


def _twice(product: str) -> tuple[bytes, bytes]:
    return product.encode(), json.dumps(_listing(product)).encode()[:-1] + b', "title": "Dune Jug"}'


def _no_key(product: str) -> tuple[None, bytes]:
    return None, json.dumps(_listing(product)).encode()


def _other_key(product: str) -> tuple[bytes, bytes]:
    return product.encode(), json.dumps(_listing(f"{product}-other")).encode()


def _key_with_space(product: str) -> tuple[bytes, bytes]:
    return f"{product} en".encode(), json.dumps(_listing(f"{product} en")).encode()


CASES = (
    Case("bad JSON", "malformed-json", _cut),
    Case("invalid UTF-8", "not-utf8", lambda p: (p.encode(), b'{"id": "\xff\xfe"}')),
    Case("empty", "empty-value", _bytes(b"")),
    Case("JSON null", "json-null", _bytes(b"null")),
    Case("NaN", "not-a-number", _not_a_number),
    Case("duplicate keys", "duplicate-key", _twice),
    Case("depth 10,000", "too-deep", _bytes(b"[" * 10_000 + b"]" * 10_000)),
    Case("wrong type", "wrong-type", _with(title=7)),
    Case("missing id", "missing-field", _with(id=None)),
    Case("unknown version", "unknown-version", _with(type="product-created/9")),
    Case("null key", "no-key", _no_key),
    Case("key is not the id", "key-mismatch", _other_key),
    Case("over-long field", "over-long-field", _with(title="so " * 200)),
    # Compressed on the way, so that the broker takes more than the topic's limit.
    Case("over-long value", "over-long", _with(seller_text="so " * 30_000)),
    Case("unknown field", "unknown-field", _with(colour="red")),
    Case("no locale of ours", "no-supported-locale", _with(locales=["fr"])),
    Case("key with a space", "bad-value", _key_with_space),
    Case("key that is no text", "bad-key", lambda p: (b"\xff" + p.encode(), b"{}")),
)
