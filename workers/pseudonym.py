"""A user's id becomes a pseudonym at the door: behind it nobody can turn one back, or make one without the key."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from pydantic import SecretStr

from workers.errors import Exit, Fatal

_DIGITS: Final = 32
"""128 bits, in hex."""
_FIX: Final = (
    "COPYDESK_PRIVACY__PSEUDONYM_KEYS names no key, and no raw id of a user is ever sent; make one with "
    '`python3 -c "import secrets; print(secrets.token_hex(32))"`, keep it, and set the variable to \'{"1": "…"}\''
)


class NoKey(Fatal):
    """Without a key there are no pseudonyms; the detail says how to make one."""

    exit_code = Exit.USAGE


def pseudonym(key: bytes, version: int, user: str) -> str:
    """As the schemas' `UserId`: the key's version, and HMAC-SHA256 of the id, its first 128 bits."""
    return f"u{version}.{_mac(key, user.encode('utf-8', 'surrogatepass'))}"


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys, by version: the highest writes. Every method raises `NoKey` where there is none."""

    keys: Mapping[int, SecretStr]

    def pseudonym(self, user: str) -> str:
        version, key = self._newest()
        return pseudonym(key, version, user)

    def pseudonyms(self, user: str) -> tuple[str, ...]:
        """Under every key, newest first: what was learnt under an older one is the user's too."""
        self._newest()
        newest_first = sorted(self.keys, reverse=True)
        return tuple(pseudonym(self.keys[v].get_secret_value().encode(), v, user) for v in newest_first)

    def token(self, purpose: str, value: str) -> str:
        """32 hex digits for what would lead back to a user: equal values, equal tokens, for one purpose."""
        # An id that is short can be guessed until its digest fits; so what holds one is digested with the key too.
        return _mac(self._newest()[1], f"{purpose}\0{value}".encode("utf-8", "surrogatepass"))

    def _newest(self) -> tuple[int, bytes]:
        if not self.keys:
            raise NoKey("no-pseudonym-key", _FIX)
        version = max(self.keys)
        return version, self.keys[version].get_secret_value().encode()


def _mac(key: bytes, value: bytes) -> str:
    return hmac.new(key, value, sha256).hexdigest()[:_DIGITS]
