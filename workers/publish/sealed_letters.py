"""Dead letters about persons: sealed when written, opened by who has the key; what their headers may say. Pure."""

import re
from typing import Final

from schemas.inbound import Price
from schemas.inbound_users import ActedOn, UserBehaviour
from schemas.topics import Topic
from workers.errors import Permanent
from workers.outcome import Delivery, Position, Sealed
from workers.ports import Sealer
from workers.publish.ledger import number_in

SEAL_KEY: Final = "copydesk-seal-key"
"""Header: which key opens the letter."""
SEAL_HASH: Final = "copydesk-seal-hash"
"""Header: a keyed hash of the original, hex."""
ORIGINAL_TIMESTAMP: Final = "kafka_dlt-original-timestamp"

_FIELDS: Final = frozenset(name for kind in (UserBehaviour, ActedOn, Price) for name in kind.model_fields)
_AT: Final = re.compile(r"at (?:byte|character) [0-9]{1,10}")
_IN: Final = re.compile(r"in `([^`]*)")
_INDEX: Final = re.compile(r"[0-9]{1,2}")
_DEEP: Final = 6
"""Levels of a place that are told."""


def sealed_letter(delivery: Delivery, sealer: Sealer) -> Delivery:
    """The delivery as its dead letter may show it: a key that names nobody, sealed bytes, and which key opens them."""
    sealed = sealer.seal(delivery)
    headers = (
        ("content-type", b"application/octet-stream"),
        (SEAL_KEY, sealed.key_id.encode()),
        (SEAL_HASH, sealed.digest.encode()),
    )
    return delivery._replace(key=sealed.key, value=sealed.value, headers=headers)


def key_id_of(letter: Delivery) -> str:
    """Which key opens a letter; "" for one that does not say."""
    return _text(dict(letter.headers).get(SEAL_KEY))


def opened(letter: Delivery, source: Position, sealer: Sealer) -> Delivery:
    """The event that a letter holds, which stood at `source`. Raises `Permanent`, as `Sealer.unseal`."""
    told = dict(letter.headers)
    sealed = Sealed(letter.key or b"", letter.value or b"", key_id_of(letter), _text(told.get(SEAL_HASH)))
    moment = _text(told.get(ORIGINAL_TIMESTAMP))
    return sealer.unseal(source, sealed)._replace(timestamp_ms=number_in(moment) or 0)


def detail_of(topic: Topic, fault: Permanent) -> str:
    """What may be told of a fault outside the seal: of an event about a person the place, and no word of it."""
    return place_in(fault.detail) if topic.personal else fault.detail


def place_in(detail: str) -> str:
    """The place that a detail names. A field that is not ours is a word of the event: it becomes `?`."""
    if found := _AT.fullmatch(detail):
        return found[0]
    if found := _IN.match(detail):
        parts = found[1].split(".")[:_DEEP]
        return f"in `{'.'.join(part if part in _FIELDS or _INDEX.fullmatch(part) else '?' for part in parts)}`"
    return ""


def _text(value: bytes | None) -> str:
    return (value or b"").decode(errors="replace")
