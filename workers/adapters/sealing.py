"""The seal of dead letters about persons, and the only importer of `cryptography`.

AES-SIV: without a nonce, so that a dead letter that is written again after a crash has the same bytes, and safe so.
What is sealed is the record as Kafka frames one: lengths as its varints, a length of -1 for null; so the sealed bytes
are never much longer than the record was.
"""

import hmac
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from schemas.inbound_users import PSEUDONYM
from workers.errors import Fatal, Permanent
from workers.outcome import Delivery, Position, Sealed
from workers.settings import Privacy

NO_KEY: Final = (
    "events about persons are served, whose dead letters are sealed; make a key with `openssl rand -hex 32`, keep it, "
    'and set COPYDESK_PRIVACY__SEAL_KEYS to \'{"1": "…"}\''
)
KEY_BYTES: Final = 32
_FORMAT: Final = b"\x01"
_ID_DIGITS: Final = 8
_KEY_DIGITS: Final = 32
_PSEUDONYM: Final = re.compile(PSEUDONYM.encode())
_SEVEN_BITS: Final = 0x7F


@dataclass(frozen=True, slots=True, repr=False)
class _Key:
    """One secret, from which each use has a key of its own."""

    secret: bytes
    version: int

    @property
    def id(self) -> str:
        """The version, and some digits that tell apart two keys of one version."""
        return f"{self.version}.{self._own('id').hex()[:_ID_DIGITS]}"

    def cipher(self) -> AESSIV:
        return AESSIV(self._own("mac half") + self._own("cipher half"))

    def digest(self, blob: bytes) -> str:
        return hmac.new(self._own("digest"), blob, sha256).hexdigest()

    def letter_key(self, key: bytes | None) -> bytes:
        """A pseudonym as it is; of anything else, which may be a person's own id, a hash that only the key makes."""
        if key is not None and _PSEUDONYM.fullmatch(key):
            return key
        return b"x." + hmac.new(self._own("record key"), _framed(key), sha256).hexdigest()[:_KEY_DIGITS].encode()

    def _own(self, use: str) -> bytes:
        return hmac.new(self.secret, f"copydesk seal/1 {use}".encode(), sha256).digest()


class SivSealer:
    """`ports.Sealer` over keys of 32 bytes by version: the highest seals, all of them open."""

    def __init__(self, keys: Mapping[int, bytes]) -> None:
        if any(len(secret) != KEY_BYTES for secret in keys.values()):
            raise Fatal("bad-seal-key", f"a seal key has {KEY_BYTES} bytes")
        ring = [_Key(secret, version) for version, secret in sorted(keys.items())]
        self._newest = ring[-1] if ring else None
        self._keys = {key.id: key for key in ring}

    def seal(self, delivery: Delivery) -> Sealed:
        """As `ports.Sealer`."""
        key = self._newest
        if key is None:
            raise Fatal("no-seal-key", NO_KEY)
        blob = _blob(delivery)
        value = key.cipher().encrypt(blob, _bound(delivery.position))
        return Sealed(key.letter_key(delivery.key), value, key.id, key.digest(blob))

    def holds(self, key_id: str) -> bool:
        """As `ports.Sealer`."""
        return key_id in self._keys

    def unseal(self, position: Position, sealed: Sealed) -> Delivery:
        """As `ports.Sealer`."""
        key = self._keys.get(sealed.key_id)
        if key is None:
            raise Permanent("no-seal-key", "the key that sealed it is not in COPYDESK_PRIVACY__SEAL_KEYS")
        try:
            blob = key.cipher().decrypt(sealed.value, _bound(position))
        except (InvalidTag, ValueError):
            raise Permanent("seal-broken", f"at {position}: not what was sealed for it") from None
        delivery = _delivery(position, blob)
        if (sealed.key, sealed.digest) != (key.letter_key(delivery.key), key.digest(blob)):
            raise Permanent("seal-broken", f"at {position}: its key or its hash is another record's")
        return delivery


def sealer_of(privacy: Privacy) -> SivSealer:
    """With the keys of the settings. Without any it can neither seal nor open."""
    return SivSealer({version: bytes.fromhex(key.get_secret_value()) for version, key in privacy.seal_keys.items()})


def _bound(position: Position) -> list[bytes]:
    """Sealed for one position: put under another, it does not open."""
    return [str(part).encode() for part in position]


def _blob(delivery: Delivery) -> bytes:
    named = [part for name, value in delivery.headers for part in (name.encode(), value)]
    return _FORMAT + b"".join(map(_framed, (delivery.key, delivery.value, *named)))


def _framed(part: bytes | None) -> bytes:
    return _varint(-1) if part is None else _varint(len(part)) + part


def _delivery(position: Position, blob: bytes) -> Delivery:
    # The seal held, so one of ours has framed it; only another format can be met.
    if blob[:1] != _FORMAT:
        raise Permanent("seal-unknown", f"at {position}: sealed by a newer version of Copydesk")
    key, value, *named = _parts(blob)
    names = ((name or b"").decode() for name in named[::2])
    return Delivery(position, key, value, tuple(zip(names, named[1::2], strict=True)))


def _parts(blob: bytes) -> Iterator[bytes | None]:
    at = len(_FORMAT)
    while at < len(blob):
        length, at = _read_varint(blob, at)
        yield None if length < 0 else blob[at : at + length]
        at += max(0, length)


def _varint(number: int) -> bytes:
    """Kafka's: zigzag, seven bits a byte, the lowest first."""
    rest = (number << 1) ^ (number >> 63)
    return bytes(_septets(rest))


def _septets(rest: int) -> Iterable[int]:
    while rest > _SEVEN_BITS:
        yield rest & _SEVEN_BITS | 0x80
        rest >>= 7
    yield rest


def _read_varint(blob: bytes, at: int) -> tuple[int, int]:
    """The number, and where the next begins."""
    raw = shift = 0
    while blob[at] & 0x80:
        raw |= (blob[at] & _SEVEN_BITS) << shift
        shift += 7
        at += 1
    raw |= blob[at] << shift
    return (raw >> 1) ^ -(raw & 1), at + 1
