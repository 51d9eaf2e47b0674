"""A shopper's token: whose it is, and for how long. Pure; whether it was signed is checked by an adapter."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol, TypeGuard

from schemas.inbound_users import PSEUDONYM

MAX_TOKEN: Final = 4096
LEEWAY_SECONDS: Final = 30
"""By so much the clock of whoever signs may be wrong."""
_MAX_SUBJECT: Final = 256
_LATEST: Final = 1 << 53
_BEARER: Final = re.compile(r"bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)", re.IGNORECASE)
_PSEUDONYM: Final = re.compile(PSEUDONYM)


class Signed(Protocol):
    """Opens tokens of whom we trust, for us, signed by an algorithm that we chose."""

    def claims(self, token: str) -> Mapping[str, object] | None:
        """What it says; None for a token that is not one of those. Its times are not looked at."""
        ...


@dataclass(frozen=True, slots=True)
class Tokens:
    """`pseudonym` makes one of the shop's own user id."""

    signed: Signed
    pseudonym: Callable[[str], str]

    def user(self, authorization: str, wall_ms: int) -> str | None:
        """The pseudonym of the user whose token stands in the header; None: there is no token that holds."""
        if len(authorization) > MAX_TOKEN:
            return None
        match = _BEARER.fullmatch(authorization.strip())
        claims = None if match is None else self.signed.claims(match[1])
        if claims is None or not _in_time(claims, wall_ms / 1000):
            return None
        subject = claims.get("sub")
        if not isinstance(subject, str) or not 1 <= len(subject) <= _MAX_SUBJECT:
            return None
        return subject if _PSEUDONYM.fullmatch(subject) else self.pseudonym(subject)


def _in_time(claims: Mapping[str, object], now: float) -> bool:
    ends, begins = claims.get("exp"), claims.get("nbf", 0)
    return _is_time(ends) and _is_time(begins) and begins - LEEWAY_SECONDS <= now < ends + LEEWAY_SECONDS


def _is_time(value: object) -> TypeGuard[int | float]:
    # True is a number in Python, and NaN is no order.
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= _LATEST
