"""A profile goes over to another pseudonym of its user: what is carried, and how it joins what is there. Pure."""

from schemas.inbound_users import CarriedProfile, UserRequest
from schemas.reasons import Reason
from workers.plan.profile_stored import Marks, Profile, apart, fitted
from workers.plan.profile_weights import (
    MAX_BOUGHT,
    MAX_DISMISSED,
    MAX_EVENTS,
    MAX_SEEN,
    MAX_WEIGHT,
    believed,
    decayed,
    hours,
    marked,
    strongest,
)

MAX_ADOPTED = 4
"""Moves that a profile remembers, so that one that is sent twice counts once. A user has few pseudonyms."""


def carried(profile: Profile) -> CarriedProfile | None:
    """What goes over; None where nothing was known. Places in the log stay: they are of another partition."""
    if not (profile.likes or profile.seen or profile.bought or profile.dismissed or profile.opted_out):
        return None
    return CarriedProfile(
        at_ms=profile.at_ms,
        likes=dict(profile.likes),
        seen="".join(profile.seen),
        bought="".join(profile.bought),
        dismissed="".join(profile.dismissed),
        events="".join(profile.events),
        audience=profile.audience,
        opted_out=profile.opted_out,
    )


def adopted(profile: Profile, request: UserRequest, at: tuple[int, int], mark: str) -> Profile | Reason:
    """The profile with what another pseudonym's owner sent, or why nothing changes. `at`: offset, record's timestamp.

    Whoever was forgotten here since the move was asked for was forgotten there too: what comes now was still on its
    way, and is not learnt. Who wants to be left alone, here or there, is.
    """
    told, offset = request.carried, at[0]
    if told is None or (request.to_offset or 0) <= profile.forgotten:
        return Reason.FORGOTTEN
    if mark in profile.adopted:
        return Reason.SENT_TWICE
    if told.opted_out:
        return Profile(applied=offset, forgotten=offset, opted_out=True)
    if profile.opted_out:
        return Reason.NO_CONSENT
    return _joined(profile, told, at, mark)


def _joined(profile: Profile, told: CarriedProfile, at: tuple[int, int], mark: str) -> Profile:
    at_ms = believed(told.at_ms, at[1])
    now_ms = max(profile.at_ms, at_ms)
    bought = marked(apart(told.bought), profile.bought, MAX_BOUGHT)
    return fitted(
        profile._replace(
            applied=at[0],
            at_ms=now_ms,
            likes=_added(profile, told, at_ms, now_ms),
            seen=marked(apart(told.seen), profile.seen, MAX_SEEN),
            bought=bought,
            dismissed=marked(_without(apart(told.dismissed), bought), profile.dismissed, MAX_DISMISSED),
            events=marked(apart(told.events), profile.events, MAX_EVENTS),
            audience=profile.audience or told.audience,
            adopted=marked(profile.adopted, (mark,), MAX_ADOPTED),
        )
    )


def _added(profile: Profile, told: CarriedProfile, at_ms: int, now_ms: int) -> dict[str, int]:
    """Both as they are worth now. Sums, since what was done under two names was done by one."""
    likes = {name: decayed(weight, hours(profile.at_ms, now_ms)) for name, weight in profile.likes.items()}
    for name, weight in told.likes.items():
        likes[name] = min(likes.get(name, 0) + decayed(weight, hours(at_ms, now_ms)), MAX_WEIGHT)
    return strongest(likes)


def _without(marks: Marks, gone: Marks) -> Marks:
    return tuple(mark for mark in marks if mark not in gone)
