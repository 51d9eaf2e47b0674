"""A profile as it is stored: at most 400 bytes of JSON, and what gives way when there is no more room. Pure."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from schemas.codec import encode
from schemas.inbound import MAX_VERSION
from schemas.outbound_users import ProfileEntry
from schemas.profile import MARK_SIGNS

MAX_BYTES: Final = 400
KEPT_LIKES: Final = 6
"""The strongest, which give way only once no mark of a product is left: without them there is no profile."""
MAX_AUDIENCE: Final = 32

Marks = tuple[str, ...]


_NO_LIKES: Final[Mapping[str, int]] = MappingProxyType({})


class Profile(NamedTuple):
    """What is known of one user, as it is stored; `likes` strongest first. See `ProfileEntry` for the fields.

    `pace` counts the events applied since `at_ms` came into its minute. No count is kept of the minutes before, so a
    late event takes a place in this one: a flood that is dated a minute back does not pass uncounted.
    """

    applied: int = -1
    at_ms: int = 0
    likes: Mapping[str, int] = _NO_LIKES
    seen: Marks = ()
    bought: Marks = ()
    dismissed: Marks = ()
    events: Marks = ()
    pace: int = 0
    audience: str = ""
    forgotten: int = -1
    opted_out: bool = False
    adopted: Marks = ()


def profile_of(entry: ProfileEntry | None) -> Profile:
    """The profile that was stored; of a user not seen before, the empty one."""
    if entry is None:
        return Profile()
    return Profile(
        applied=entry.applied,
        at_ms=entry.at_ms,
        likes=entry.likes,
        seen=apart(entry.seen),
        bought=apart(entry.bought),
        dismissed=apart(entry.dismissed),
        events=apart(entry.events),
        pace=entry.pace,
        audience=entry.audience,
        forgotten=entry.forgotten,
        opted_out=entry.opted_out,
        adopted=apart(entry.adopted),
    )


def entry_of(profile: Profile, edition: int) -> ProfileEntry:
    """What is stored: at most 400 bytes under any edition and with any audience, once an event has been applied."""
    return ProfileEntry(
        edition=edition,
        applied=profile.applied,
        at_ms=profile.at_ms,
        likes=dict(profile.likes),
        seen="".join(profile.seen),
        bought="".join(profile.bought),
        dismissed="".join(profile.dismissed),
        events="".join(profile.events),
        pace=profile.pace,
        audience=profile.audience,
        forgotten=profile.forgotten,
        opted_out=profile.opted_out,
        adopted="".join(profile.adopted),
    )


def apart(marks: str) -> Marks:
    """What is stored one behind the other."""
    return tuple(marks[at : at + MARK_SIGNS] for at in range(0, len(marks), MARK_SIGNS))


# What a record takes without numbers, likes and marks; an audience, set after the event, must find its place reserved.
_FRAME: Final = len(encode(entry_of(Profile(applied=0, audience="x" * MAX_AUDIENCE), MAX_VERSION))) - len("000-1")
_LIKE_BYTES: Final = len('"":,')
_ADOPTED_BYTES: Final = len(',"adopted":""')


def fitted(profile: Profile) -> Profile:
    """What fits: the weakest likes give way, then the oldest marks of products, at last the likes that are left."""
    likes = dict(profile.likes)
    marks = (profile.seen, profile.dismissed, profile.bought)
    over = _size(profile) - MAX_BYTES
    while over > 0 and len(likes) > KEPT_LIKES:
        over -= _like_size(*likes.popitem())
    while over > 0 and any(marks):
        marks = _without_oldest(marks)
        over -= MARK_SIGNS
    while over > 0 and likes:
        over -= _like_size(*likes.popitem())
    seen, dismissed, bought = marks
    return profile._replace(likes=likes, seen=seen, dismissed=dismissed, bought=bought)


def _size(profile: Profile) -> int:
    """Bytes of JSON, a comma too many. O(1): counted, not encoded."""
    numbers = sum(len(str(number)) for number in (profile.applied, profile.at_ms, profile.pace, profile.forgotten))
    marks = sum(map(len, (profile.seen, profile.dismissed, profile.bought, profile.events)))
    likes = sum(_like_size(name, weight) for name, weight in profile.likes.items())
    adopted = _ADOPTED_BYTES + MARK_SIGNS * len(profile.adopted) if profile.adopted else 0
    return _FRAME + numbers + MARK_SIGNS * marks + likes + adopted


def _like_size(name: str, weight: int) -> int:
    return _LIKE_BYTES + len(name) + len(str(weight))


def _without_oldest(marks: tuple[Marks, Marks, Marks]) -> tuple[Marks, Marks, Marks]:
    """The longest list gives; of equal ones the first, what was only looked at."""
    longest = max(map(len, marks))
    seen, dismissed, bought = marks
    if len(seen) == longest:
        return seen[1:], dismissed, bought
    if len(dismissed) == longest:
        return seen, dismissed[1:], bought
    return seen, dismissed, bought[1:]
