"""What users did, as a fit may know it: one partition's users, each with the last acts that may be learnt from. Pure.

A request to forget stands among the events, after those that it is about. So nobody is counted before the partition is
read to its end: what was added to a sum could not be taken out again.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from schemas.inbound_users import UserBehaviour
from workers.plan.profile import MAX_PACE, Step, Wish
from workers.plan.profile_weights import MINUTE_MS, believed

MAX_ACTS: Final = 200
"""Of one user; the newest count."""
MAX_USERS: Final = 500_000
"""Of one partition; the others are left out, and counted."""
MAX_IN_BASKET: Final = 20
WHOLE: Final = 1000

_APART_MS: Final = 30 * MINUTE_MS
_GAINS: Final = {"viewed": WHOLE, "carted": 3 * WHOLE, "purchased": 6 * WHOLE}
_INDIFFERENT: Final = 2.5


class Marked(NamedTuple):
    """What a profile says of a user beyond likes: up to where they are forgotten, and whether they have opted out."""

    forgotten: int = -1
    opted_out: bool = False


class Act(NamedTuple):
    """A user did something with a product. `gain` says how much it tells, in thousandths of a look."""

    product: int
    gain: int
    at_ms: int


Basket = Sequence[Act]
"""Of one session: distinct products in the order in which they were last acted on, each with what tells most of it."""


class _User:
    """`acts`: number of the product, gain, time, session."""

    __slots__ = ("acts", "forgotten", "minute", "opted_out", "pace")

    def __init__(self, marked: Marked) -> None:
        self.forgotten, self.opted_out = marked
        self.acts: deque[tuple[Act, str | None]] = deque(maxlen=MAX_ACTS)
        self.minute = -1
        self.pace = 0

    def hasty(self, at_ms: int) -> bool:
        """Nobody looks at things this fast: the rest of the minute says nothing of what goes together."""
        minute = at_ms // MINUTE_MS
        self.pace = self.pace + 1 if minute == self.minute else 1
        self.minute = minute
        return self.pace > MAX_PACE


class Acts:
    """Of one partition. `numbers`: the products that count, which are the catalogue's; `marked`: by user."""

    def __init__(self, numbers: Mapping[str, int], marked: Mapping[str, Marked], most_users: int = MAX_USERS) -> None:
        self._numbers = numbers
        self._marked = marked
        self._most = most_users
        self._users: dict[str, _User] = {}
        self.left_out = 0

    def take(self, step: Step | Wish) -> None:
        """The next of the log. What is to be forgotten is, and what is not to be learnt is not."""
        name = step.request.user if isinstance(step, Wish) else step.event.user
        user = self._users.get(name)
        if user is None:
            if len(self._users) >= self._most:
                self.left_out += 1
                return
            user = self._users[name] = _User(self._marked.get(name, Marked()))
        if (step.offset if step.origin < 0 else step.origin) <= user.forgotten:
            return
        if isinstance(step, Wish):
            _heed(user, step)
        elif not user.opted_out and step.event.consent is not False:
            self._learn(user, step)

    def _learn(self, user: _User, step: Step) -> None:
        at_ms = believed(step.event.at_ms, step.recorded_ms)
        if user.hasty(at_ms):
            return
        gain = _gain(step.event)
        if gain:
            for product in step.event.products:
                number = self._numbers.get(product.id)
                if number is not None:
                    user.acts.append((Act(number, gain, at_ms), step.event.session))

    def baskets(self) -> Iterator[tuple[Basket, ...]]:
        """Each user's, in the order of their ids: whatever order the log had them in, it is the same."""
        for name in sorted(self._users):
            found = tuple(_basket(session) for session in _sessions(self._users[name].acts))
            if found:
                yield found


def _heed(user: _User, wish: Wish) -> None:
    """Whoever goes on under another pseudonym is not counted under both: two users would be one person."""
    request = wish.request
    match request.action:
        case "forget" | "move":
            _forget(user, wish.offset)
        case "opt-out":
            _forget(user, wish.offset)
            user.opted_out = True
        case "opt-in":
            if user.opted_out:
                _forget(user, wish.offset)
                user.opted_out = False
        case "adopt":
            if request.carried is not None and request.carried.opted_out:
                _forget(user, wish.offset)
                user.opted_out = True


def _forget(user: _User, offset: int) -> None:
    user.forgotten = offset
    user.acts.clear()


def _gain(event: UserBehaviour) -> int:
    """0 for what says nothing of an interest in the product: it was listed among others, or not liked."""
    if event.action == "rated":
        return WHOLE if (event.rating or 0) > _INDIFFERENT else 0
    return _GAINS.get(event.action, 0)


def _sessions(acts: deque[tuple[Act, str | None]]) -> Iterator[list[Act]]:
    """By the session's id; without one, by a pause. Late events find their place by their own time."""
    sessions: dict[str | int, list[Act]] = {}
    pauses, last_ms = 0, 0
    for act, name in sorted(acts, key=lambda told: told[0].at_ms):
        if name is None:
            pauses += act.at_ms - last_ms > _APART_MS
            last_ms = act.at_ms
        sessions.setdefault(pauses if name is None else name, []).append(act)
    yield from sessions.values()


def _basket(session: Sequence[Act]) -> Basket:
    kept: dict[int, Act] = {}
    for act in session:
        before = kept.pop(act.product, None)
        kept[act.product] = act if before is None else act._replace(gain=max(act.gain, before.gain))
    return tuple(kept.values())[-MAX_IN_BASKET:]
