"""The demonstration's second act: users of a simulated shop, what is fitted to them, and what they are then shown."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import Any, Final, NamedTuple

from schemas.codec import decode_json, encode
from schemas.inbound_users import UserBehaviour
from schemas.outbound import LedgerEntry
from schemas.outbound_users import MAX_NEIGHBOURS
from schemas.topics import COPY_REQUESTS, USER_BEHAVIOUR
from workers.embedded.loopback import ask
from workers.entrypoints.demo.run import Outcomes, Progress, sent
from workers.entrypoints.feeding import BATCH, feeder
from workers.entrypoints.fit import affinity as fit_affinity
from workers.entrypoints.fit import audiences as fit_audiences
from workers.entrypoints.fit import run as fit_run
from workers.entrypoints.produce.shop import simulated
from workers.errors import Transient
from workers.ports import Clock
from workers.settings import Kafka

USERS: Final = 240
SEED: Final = 7
BEFORE_THE_FIT: Final = 1_800
AFTER_IT: Final = 600
K_MIN: Final = 8
"""Of a demonstration's few users; `copydesk audiences fit` asks for more."""
SHOWN: Final = 3
MAX_ASKED: Final = 30
BLURBS: Final = 4
EVENT_TYPE: Final = "user-behaviour/1"
HTTP_OK: Final = 200
MAX_ANSWER: Final = 1 << 20

Answer = dict[str, Any]


class Stage(NamedTuple):
    """The ledgers of both groups, as they come, and where the read side listens."""

    products: Outcomes
    users: Outcomes
    port: int


class Act(NamedTuple):
    """What came of it. `blurbs` were written on `requests`; `answers`: what the read side shows some of the users."""

    events: int
    audiences: Sequence[str]
    requests: int
    blurbs: int
    answers: Sequence[Answer]


async def run(kafka: Kafka, clock: Clock, stage: Stage, progress: Progress) -> Act:
    """Behaviour, a fit, more behaviour; then what the most active users are shown. Raises `Fatal` when it stalls."""
    count = BEFORE_THE_FIT + AFTER_IT
    made = simulated(USERS, SEED, count, clock.wall_ms())
    events = (one.event for one in chain.from_iterable(made))
    busy: Counter[str] = Counter()
    await _happen(kafka, clock, stage, _counted(islice(events, BEFORE_THE_FIT), busy), _of(progress, count))
    names = await _fitted(kafka, clock)
    await _happen(kafka, clock, stage, _counted(events, busy), _of(progress, count))
    answers = await personal_ones(partial(_asked, stage.port), [user for user, _ in busy.most_common(MAX_ASKED)])
    requests = _requests(stage.products)
    blurbs = sum(entry.verdict == "published" for entry in requests)
    return Act(len(stage.users.sent_ms), names, len(requests), blurbs, answers)


def _counted(events: Iterator[UserBehaviour], busy: Counter[str]) -> Iterator[UserBehaviour]:
    for event in events:
        busy[event.user] += 1
        yield event


def _of(progress: Progress, count: int) -> Progress:
    return lambda done, _: progress(done, count)


async def _happen(
    kafka: Kafka, clock: Clock, stage: Stage, events: Iterator[UserBehaviour], progress: Progress
) -> None:
    """Return when each event has its outcome, and each blurb that was asked for."""
    async with feeder(kafka, USER_BEHAVIOUR, EVENT_TYPE, clock) as to:
        while batch := list(islice(events, BATCH)):
            await sent(to, clock, [(event.user.encode(), encode(event)) for event in batch], stage.users)
    products, users, _ = stage
    await users.until(
        lambda: (sum(position in users.entries for position in users.sent_ms), len(users.sent_ms)), progress
    )
    await products.until(
        lambda: (len(_requests(products)), sum(e.asked_blurbs for e in users.entries.values())), _silent
    )


def _requests(products: Outcomes) -> list[LedgerEntry]:
    """What became of those that were made so far."""
    return [entry for position, entry in products.entries.items() if position.topic == COPY_REQUESTS.name]


def _silent(_done: int, _total: int) -> None:
    """It takes no longer than the events did."""


async def _fitted(kafka: Kafka, clock: Clock) -> Sequence[str]:
    """What goes with what, and audiences; returns these in words."""
    now_ms = clock.wall_ms()
    await fit_run.affinity(kafka, fit_affinity.Asked(0, MAX_NEIGHBOURS, now_ms), _silent)
    found = await fit_run.audiences(kafka, fit_audiences.Asked(0, 0, K_MIN, now_ms), _silent)
    return [audience.words("en") for audience in found.fit.audiences]


async def personal_ones(answer_for: Callable[[str], Awaitable[Answer]], users: Iterable[str]) -> list[Answer]:
    """The first `SHOWN` answers that are personal.

    The busiest user may be one who has refused, or a bot that has seen all there is: neither has copy of their own.
    """
    answers: list[Answer] = []
    for user in users:
        answer = await answer_for(user)
        if answer["personal"]:
            answers.append(answer)
        if len(answers) == SHOWN:
            break
    return answers


async def _asked(port: int, user: str) -> Answer:
    status, body = await ask(port, f"/v1/users/{user}/blurbs?limit={BLURBS}")
    if status != HTTP_OK:
        raise Transient("read-side", f"it says {status}: {body[:200].decode('utf-8', 'replace')}")
    answer: Answer = decode_json(body, MAX_ANSWER)
    return answer
