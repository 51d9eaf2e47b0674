"""What the routes share: what they answer from, how long they wait for a position, how an answer is sent."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, TypeVar

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from schemas.codec import encode
from workers.ports import Clock, Meter
from workers.web.etags import fits
from workers.web.events import Feed
from workers.web.feedback import Post
from workers.web.found import Found
from workers.web.guard import Caller
from workers.web.position import Position, parsed
from workers.web.problem import Problem, Reply, reply_of
from workers.web.shelf import Shelf
from workers.web.storefront import Storefront
from workers.web.views import View

JSON: Final = "application/json"
NOT_STORED: Final = {"Cache-Control": "no-store"}
REVALIDATED: Final = {"Cache-Control": "private, no-cache"}
"""Kept by the caller only, and never shown without asking us: a withdrawn product disappears at once."""
WAIT_SECONDS: Final = 0.05
LOOK_SECONDS: Final = 0.005
POSITION: Final = "copydesk-position"
WAIT_FOR: Final = "copydesk-wait-for"
CALLER: Final = "copydesk.caller"
"""Where the gate leaves in a request's scope who was let in."""

Said = TypeVar("Said")
Endpoint = Callable[[Request], object]


@dataclass(frozen=True, slots=True)
class Around:
    """`exposition`: the metrics and their media type. `heartbeat`: seconds. `slots`: those that are counted apart."""

    clock: Clock
    meter: Meter
    exposition: Callable[[], tuple[bytes, str]]
    heartbeat: float = 15.0
    slots: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Desk:
    """What the routes answer from, and where they send on what shoppers did with it."""

    shelf: Shelf
    front: Storefront
    feed: Feed
    post: Post
    around: Around

    @property
    def clock(self) -> Clock:
        return self.around.clock


def sent(reply: Reply) -> Response:
    """A reply as Starlette sends it."""
    return Response(reply.body, reply.status, reply.headers, reply.kind)


def caller_of(request: Request) -> Caller:
    """Who the gate let in."""
    return caller_in(request.scope)


def caller_in(scope: Scope) -> Caller:
    """The same. A request that has not come through the gate is a bug, and not everybody's."""
    caller = scope[CALLER]
    if not isinstance(caller, Caller):
        raise TypeError(CALLER)
    return caller


def awaited(request: Request) -> Position | Problem | None:
    """The position that the request waits for."""
    token = request.headers.get(WAIT_FOR)
    return None if token is None else parsed(token) or Problem.BAD_POSITION


async def reaching(clock: Clock, ask: Callable[[], Found[Said]], goal: Position | None) -> tuple[Found[Said], bool]:
    """The answer once the store has reached the position; after `WAIT_SECONDS` the one that there is, as stale."""
    ends = clock.now() + WAIT_SECONDS
    while True:
        found = ask()
        edition = 0 if found.position is None else found.position.edition
        stale = goal is not None and edition < goal.edition
        if not stale or clock.now() >= ends:
            return found, stale
        await clock.sleep(LOOK_SECONDS)


def told(view: View, tag: str, if_none_match: str, headers: dict[str, str]) -> Reply:
    """An answer, or that the caller has it. A stale one is sent, since it has something else to say."""
    headers = {**headers, "ETag": tag, **REVALIDATED}
    if not getattr(view, "stale", False) and fits(tag, if_none_match):
        return Reply(HTTPStatus.NOT_MODIFIED, b"", JSON, headers)
    return Reply(HTTPStatus.OK, encode(view), JSON, headers)


def json_of(view: View, headers: dict[str, str], status: HTTPStatus = HTTPStatus.OK) -> Response:
    """A view as an answer."""
    return sent(Reply(status, encode(view), JSON, headers))


def placed(found: Found[Said]) -> dict[str, str]:
    """The header that says how far the store is with what was asked for."""
    return {} if found.position is None else {POSITION: found.position.token}


def refused(problem: Problem) -> Response:
    """A problem as an answer."""
    return sent(reply_of(problem))
