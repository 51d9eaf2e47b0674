"""Signed tokens, and the only importer of PyJWT.

Which algorithm a token is checked by follows from its key and from our settings. What its header says only has to
agree: a header is the sender's word, and "none", or a public key taken for an HMAC secret, is how such words are used.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final, NamedTuple

import jwt
from jwt.algorithms import get_default_algorithms

from workers.errors import Exit, Fatal
from workers.settings import Api

_PEM: Final = "-----BEGIN"
_PRIVATE: Final = "PRIVATE KEY"
_HMAC: Final = "HS"
_NO_TIMES: Final[Any] = {
    # Times are compared where the clock is passed in.
    "verify_exp": False,
    "verify_nbf": False,
    "verify_iat": False,
    "enforce_minimum_key_length": True,
    "require": ["exp", "sub", "aud", "iss"],
}


class BadKeys(Fatal):
    """Settings under which no token, or anybody's, would hold."""

    exit_code = Exit.USAGE


class _Key(NamedTuple):
    secret: Any
    algorithms: Sequence[str]


class SignedTokens:
    """`web.tokens.Signed`. Raises `BadKeys` when it is made of settings that must not be served with."""

    def __init__(self, api: Api) -> None:
        if not api.jwt_audience or not api.jwt_issuer:
            raise BadKeys("jwt-for-anybody", "set COPYDESK_API__JWT_AUDIENCE and COPYDESK_API__JWT_ISSUER")
        self._audience, self._issuer = api.jwt_audience, api.jwt_issuer
        self._keys = {kid: _key(kid, key.get_secret_value(), api.jwt_algorithms) for kid, key in api.jwt_keys.items()}
        self._parser = jwt.PyJWT()

    def claims(self, token: str) -> Mapping[str, object] | None:
        """What the token says, if one of our keys has signed it, for us, by whom we trust."""
        try:
            key = self._key_of(jwt.get_unverified_header(token))
            if key is None:
                return None
            return self._parser.decode(
                token, key.secret, key.algorithms, _NO_TIMES, audience=self._audience, issuer=self._issuer
            )
        except (jwt.PyJWTError, ValueError, RecursionError):
            # A stranger's bytes: whatever is wrong with them, they are no token.
            return None

    def _key_of(self, header: Mapping[str, object]) -> _Key | None:
        kid = header.get("kid")
        if kid is None and len(self._keys) == 1:
            return next(iter(self._keys.values()))
        return self._keys.get(kid) if isinstance(kid, str) else None


def _key(kid: str, text: str, pinned: Sequence[str]) -> _Key:
    if _PRIVATE in text:
        raise BadKeys("jwt-private-key", f"{kid}: whoever holds it can sign; set the public key that belongs to it")
    public = text.lstrip().startswith(_PEM)
    fitting = _fitting(text, [name for name in pinned if name.startswith(_HMAC) != public])
    if not fitting:
        told = "a PEM public key" if public else "an HMAC secret"
        raise BadKeys("jwt-no-algorithm", f"{kid} is {told}, and no such algorithm is in COPYDESK_API__JWT_ALGORITHMS")
    return _Key(next(iter(fitting.values())), tuple(fitting))


def _fitting(text: str, names: Iterable[str]) -> dict[str, Any]:
    """The algorithms that can use the key, each with the key as it wants it; none for which it is too short."""
    known = get_default_algorithms()
    fitting: dict[str, Any] = {}
    for name in names:
        # For whichever reason the library has: a key that it does not take is not of this algorithm.
        with suppress(Exception):
            key = known[name].prepare_key(text)
            fitting |= {name: key} if known[name].check_key_length(key) is None else {}
    return fitting
