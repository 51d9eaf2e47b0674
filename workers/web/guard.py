"""Who is let in, and how often. Pure; time is passed in."""

from collections.abc import Sequence
from math import ceil
from typing import Final, NamedTuple

from workers.web.caller import Keys, Network, address_of
from workers.web.limits import Buckets
from workers.web.problem import Problem, Reply, reply_of

PROBES: Final = frozenset({"/healthz", "/readyz"})
"""Asked by the machine that runs us, often, and without a key."""
OPEN: Final = frozenset({"/v1/openapi.json"})
"""Says nothing that is not public."""


class Asked(NamedTuple):
    """What of a request decides whether it is let in. Headers that are not there are empty."""

    path: str
    peer: str
    forwarded: str = ""
    authorization: str = ""
    preflight: bool = False


class Guard:
    """Keys, and buckets for each address and each key. Without any key, everybody is let in: see `entrypoints/api`."""

    def __init__(self, keys: Keys, of_address: Buckets, of_key: Buckets, trusted: Sequence[Network]) -> None:
        self._keys = keys
        self._of_address = of_address
        self._of_key = of_key
        self._trusted = tuple(trusted)

    def refusal(self, asked: Asked, now: float) -> Reply | None:
        """Why a request is not let in. Wrong keys count against the address that tries them."""
        if asked.path in PROBES:
            return None
        wait = self._of_address.take(address_of(asked.peer, asked.forwarded, self._trusted), now)
        if wait:
            return _later(wait)
        if asked.preflight or asked.path in OPEN or not self._keys:
            return None
        holder = self._keys.holder(asked.authorization)
        if holder is None:
            return reply_of(Problem.NO_KEY)
        wait = self._of_key.take(holder, now)
        return _later(wait) if wait else None


def _later(seconds: float) -> Reply:
    return reply_of(Problem.TOO_MANY, {"Retry-After": str(max(1, ceil(seconds)))})
