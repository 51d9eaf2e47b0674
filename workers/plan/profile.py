"""A user's profile: what behaviour comes to, in at most 400 bytes. Pure: whole numbers, no clock, O(1) an event.

`apply` is a function of the profile and one event, and every event that changes the profile raises `applied` to its
own offset. So an event that comes again finds either the very profile that refused it, and is refused again, or one
whose `applied` is at or above its offset. Each step ends in whole numbers and within the size that is stored, so that
events in one group or in many, with a crash between any two, come to the same.
"""

from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple

from schemas.inbound_users import UserBehaviour, UserRequest
from schemas.reasons import Reason
from workers.plan.profile_move import adopted
from workers.plan.profile_stored import Marks, Profile, fitted
from workers.plan.profile_weights import (
    HOUR_MS,
    MAX_BOUGHT,
    MAX_DISMISSED,
    MAX_EVENTS,
    MAX_SEEN,
    MAX_WEIGHT,
    MINUTE_MS,
    believed,
    decayed,
    hours,
    marked,
    strongest,
)

MAX_PACE: Final = 60

_MAX_AGE_MS: Final = 30 * 24 * HOUR_MS
_LONG_DWELL_MS: Final = MINUTE_MS
_WEAR: Final = 8

_UNIT: Final = 1000
_INDIFFERENT: Final = 2.5
_GAINS: Final = {
    "listed": 300,
    "searched": 1500,
    "carted": 3000,
    "purchased": 5000,
    "removed": -1500,
    "dismissed": -3000,
}
"""In thousandths, for each facet of each product."""
_LOOKED_AT: Final = frozenset({"viewed", "carted", "rated"})
_WANTED: Final = frozenset({"carted", "purchased"})


class Step(NamedTuple):
    """One event at its place in the log. `facets`: one tuple for each product, or one alone of what was searched for.

    `recorded_ms` is the timestamp of its Kafka record, against which the event's own time is judged. `origin` is where
    it first stood, if it came again from the dead letters; -1 where it did not.
    """

    offset: int
    recorded_ms: int
    event: UserBehaviour
    facets: tuple[tuple[str, ...], ...] = ()
    origin: int = -1


class Wish(NamedTuple):
    """What a user asks of the shop, at its place in the log; `origin` and `recorded_ms` as a step's."""

    offset: int
    request: UserRequest
    origin: int = -1
    recorded_ms: int = 0


@lru_cache(maxsize=65_536)
def mark_of(text: str) -> str:
    """Six signs of base64url: the first 36 bits of BLAKE2b over an id."""
    return urlsafe_b64encode(blake2b(text.encode(), digest_size=6).digest())[:6].decode()


def apply(profile: Profile, step: Step) -> Profile | Reason:
    """The profile after this event, or why it changes nothing; then it need not be stored, and may come again."""
    at_ms, mark = believed(step.event.at_ms, step.recorded_ms), mark_of(step.event.id)
    refused = _refused(profile, step, at_ms, mark)
    if refused is not None:
        return refused
    now_ms = max(at_ms, profile.at_ms)
    gain = decayed(_gain(step.event), hours(at_ms, now_ms))
    action = step.event.action
    products = tuple(dict.fromkeys(mark_of(product.id) for product in step.event.products))
    kept = fitted(
        Profile(
            applied=step.offset,
            at_ms=now_ms,
            likes=_likes(profile, step, now_ms, gain),
            seen=marked(profile.seen, products, MAX_SEEN) if action in _LOOKED_AT else profile.seen,
            bought=marked(profile.bought, products, MAX_BOUGHT) if action == "purchased" else profile.bought,
            dismissed=_dismissed(profile.dismissed, action, products),
            events=marked(profile.events, (mark,), MAX_EVENTS),
            pace=_pace(profile, at_ms),
            audience=profile.audience,
            forgotten=profile.forgotten,
            adopted=profile.adopted,
        )
    )
    return kept._replace(likes=_worn(kept.likes, step, gain))


def heed(profile: Profile, wish: Wish) -> Profile | Reason:
    """The profile after a request. Whatever stands before it in the log is forgotten, or learnt no more.

    What comes again of that is told by the mark, a letter that is redriven too; the choice outlives a forgetting.
    """
    if _place(wish) <= profile.forgotten:
        return Reason.FORGOTTEN
    if wish.offset <= profile.applied:
        return Reason.APPLIED_BEFORE
    match wish.request.action:
        case "forget" | "move":
            return Profile(applied=wish.offset, forgotten=wish.offset, opted_out=profile.opted_out)
        case "opt-out":
            return Profile(applied=wish.offset, forgotten=wish.offset, opted_out=True)
        case "opt-in":
            # What they did meanwhile was not to be learnt, and is not if it comes again.
            since = wish.offset if profile.opted_out else profile.forgotten
            return profile._replace(applied=wish.offset, forgotten=since, opted_out=False)
        case "adopt":
            return adopted(profile, wish.request, (wish.offset, wish.recorded_ms), mark_of(wish.request.id))


Assign = Callable[[Mapping[str, int], str], str]
"""The audience of a user with these likes, who was in that one before."""


def stay(likes: Mapping[str, int], current: str) -> str:
    """Where one was."""
    del likes
    return current


def together(
    profile: Profile, steps: Iterable[Step | Wish], assign: Assign = stay
) -> tuple[Profile, tuple[Reason | None, ...]]:
    """Events one by one in their order; None stands for each that was applied.

    The audience is assigned after each of them: it depends on the one before, and must not depend on the grouping.
    """
    reasons: list[Reason | None] = []
    for step in steps:
        result = heed(profile, step) if isinstance(step, Wish) else apply(profile, step)
        if isinstance(result, Reason):
            reasons.append(result)
        else:
            profile = result._replace(audience=assign(result.likes, result.audience))
            reasons.append(None)
    return profile, tuple(reasons)


def _refused(profile: Profile, step: Step, at_ms: int, mark: str) -> Reason | None:
    event = step.event
    says_something = bool(event.products) or any(step.facets) or event.rating is not None
    checks = (
        (_place(step) <= profile.forgotten, Reason.FORGOTTEN),
        (step.offset <= profile.applied, Reason.APPLIED_BEFORE),
        (profile.opted_out or event.consent is False, Reason.NO_CONSENT),
        (at_ms < step.recorded_ms - _MAX_AGE_MS, Reason.TOO_OLD),
        (mark in profile.events, Reason.SENT_TWICE),
        (_pace(profile, at_ms) > MAX_PACE, Reason.TOO_FAST),
        (not says_something, Reason.SAYS_NOTHING),
    )
    return next((reason for holds, reason in checks if holds), None)


def departing(
    profile: Profile, steps: Sequence[Step | Wish], reasons: Sequence[Reason | None], assign: Assign = stay
) -> Iterator[tuple[int, Profile]]:
    """For each move among the steps that was applied: which it is, and the profile that stood before it."""
    for number, (step, reason) in enumerate(zip(steps, reasons, strict=True)):
        if reason is None and isinstance(step, Wish) and step.request.action == "move":
            yield number, together(profile, steps[:number], assign)[0]


def _place(step: Step | Wish) -> int:
    return step.offset if step.origin < 0 else step.origin


def _pace(profile: Profile, at_ms: int) -> int:
    """The count with this event in it."""
    return 1 if at_ms // MINUTE_MS > profile.at_ms // MINUTE_MS else profile.pace + 1


def _likes(profile: Profile, step: Step, now_ms: int, gain: int) -> dict[str, int]:
    idle = hours(profile.at_ms, now_ms)
    likes = {name: decayed(weight, idle) for name, weight in profile.likes.items()}
    for facets in step.facets:
        for name in facets:
            likes[name] = min(likes.get(name, 0) + gain, MAX_WEIGHT)
    return strongest(likes)


def _worn(likes: Mapping[str, int], step: Step, gain: int) -> Mapping[str, int]:
    """Where an interest of the event found no place, the weakest of the others gives up an eighth of what it brought.

    Else a full profile would stay what it was, since a new interest is forgotten each time that it comes. Were it all
    of the gain, whatever is in fewer than every sixth event would be worn away by chance finds.
    """
    named = {name for facets in step.facets for name in facets}
    weakest = next((name for name in reversed(tuple(likes)) if name not in named), None)
    if gain <= 0 or weakest is None or named <= likes.keys():
        return likes
    return strongest({**likes, weakest: likes[weakest] - gain // _WEAR})


def _gain(event: UserBehaviour) -> int:
    if event.action == "viewed":
        return _UNIT + _UNIT * min(event.dwell_ms or 0, _LONG_DWELL_MS) // _LONG_DWELL_MS
    if event.action == "rated":
        return 0 if event.rating is None else round(2 * _UNIT * (event.rating - _INDIFFERENT))
    return _GAINS[event.action]


def _dismissed(marks: Marks, action: str, products: Marks) -> Marks:
    if action == "dismissed":
        return marked(marks, products, MAX_DISMISSED)
    return tuple(mark for mark in marks if mark not in products) if action in _WANTED else marks
