"""Whose blurbs may be asked for, and by whom. Pure."""

import re
from typing import Final

from schemas.inbound_users import PSEUDONYM
from workers.web.guard import Caller
from workers.web.problem import Problem

ME: Final = "me"
_PSEUDONYM: Final = re.compile(PSEUDONYM)


def user_asked(told: str, caller: Caller) -> str | Problem:
    """The pseudonym that is meant. Who comes with a token asks for one user; of all others it is not said that there
    are any.
    """
    if told == ME:
        return caller.user or Problem.NO_TOKEN
    if caller.user is not None and told != caller.user:
        return Problem.UNKNOWN_USER
    return told if _PSEUDONYM.fullmatch(told) else Problem.BAD_USER
