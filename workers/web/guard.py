"""Who is let in, and how often. Pure; time is passed in."""

from collections.abc import Sequence
from math import ceil
from typing import Final, NamedTuple

from workers.web.caller import Keys, Network, address_of
from workers.web.limits import Buckets
from workers.web.problem import Problem, Reply, reply_of
from workers.web.tokens import Tokens

PROBES: Final = frozenset({"/healthz", "/readyz"})
"""Asked by the machine that runs us, often, and without a key."""
OPEN: Final = frozenset({"/v1/openapi.json", "/widget.js"})
"""Says nothing that is not public."""
OF_USERS: Final = "/v1/"
"""Where a user's token leads; what is below nothing of this is for the shop's own machines."""


class Asked(NamedTuple):
    """What of a request decides whether it is let in. Headers that are not there are empty."""

    path: str
    peer: str
    forwarded: str = ""
    authorization: str = ""
    preflight: bool = False


class Moment(NamedTuple):
    """Monotonic seconds, for limits; and the wall's milliseconds, for what tokens say of time."""

    now: float
    wall_ms: int


class Caller(NamedTuple):
    """Who was let in. `user`: the one whose token it is; None: the shop itself, which may ask for any."""

    user: str | None = None


class Doors(NamedTuple):
    """What opens. Without any of both everybody is let in: see `entrypoints/api/process`."""

    keys: Keys
    tokens: Tokens | None = None


class Limits(NamedTuple):
    """How often, for each address, each key, and each user with a token."""

    of_address: Buckets
    of_key: Buckets
    of_user: Buckets


class Guard:
    """Keys, tokens, and their limits."""

    def __init__(self, doors: Doors, limits: Limits, trusted: Sequence[Network]) -> None:
        self._doors = doors
        self._limits = limits
        self._trusted = tuple(trusted)

    def admitted(self, asked: Asked, moment: Moment) -> Caller | Reply:
        """Who it is, or why they are not let in. Wrong keys count against the address that tries them."""
        if asked.path in PROBES:
            return Caller()
        wait = self._limits.of_address.take(address_of(asked.peer, asked.forwarded, self._trusted), moment.now)
        if wait:
            return _later(wait)
        open_to_all = not self._doors.keys and self._doors.tokens is None
        if asked.preflight or asked.path in OPEN or open_to_all:
            return Caller()
        return self._known(asked, moment)

    def _known(self, asked: Asked, moment: Moment) -> Caller | Reply:
        holder = self._doors.keys.holder(asked.authorization)
        if holder is not None:
            wait = self._limits.of_key.take(holder, moment.now)
            return _later(wait) if wait else Caller()
        tokens = self._doors.tokens
        user = None if tokens is None else tokens.user(asked.authorization, moment.wall_ms)
        if user is None or not asked.path.startswith(OF_USERS):
            return reply_of(Problem.NO_KEY)
        wait = self._limits.of_user.take(user, moment.now)
        return _later(wait) if wait else Caller(user)


def _later(seconds: float) -> Reply:
    return reply_of(Problem.TOO_MANY, {"Retry-After": str(max(1, ceil(seconds)))})
