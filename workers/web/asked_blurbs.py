"""`/v1/users/{id}/blurbs`, on plain ASGI: of all paths the one that every page of a shop asks.

Starlette's requests, routes and responses would cost as much again as the answer itself.
"""

from collections.abc import Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import parse_qsl

from starlette.types import ASGIApp, Receive, Scope, Send

from workers.web.answering import JSON, POSITION, REVALIDATED, WAIT_FOR, Desk, caller_in, reaching, sent
from workers.web.blurbs import Blurbs, BlurbsQuery, asked_for, blurbs
from workers.web.etags import fits
from workers.web.found import Found
from workers.web.items import Items
from workers.web.position import Position, parsed
from workers.web.problem import Problem, reply_of
from workers.web.raw import Headers, header_of
from workers.web.users import user_asked

_BEFORE, _BEHIND = "/v1/users/", "/blurbs"
_ALLOWED: Final = {"Allow": "GET, HEAD"}
_SHORT: Final = 128
"""Bytes of a query string that is remembered: longer ones are read each time, and so take no memory."""
_NONE: Final = "none"
_OTHER: Final = "other"
_REVALIDATED: Final[Headers] = [(name.lower().encode(), value.encode()) for name, value in REVALIDATED.items()]
_KIND: Final = (b"content-type", JSON.encode())


class AskedBlurbs:
    """An ASGI application around another, to which everything else goes."""

    def __init__(self, desk: Desk, app: ASGIApp) -> None:
        self._desk = desk
        self._items = Items(desk.shelf)
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        user = _user_in(scope["path"])
        if user is None:
            await self._app(scope, receive, send)
            return
        problem = await self._answered(user, scope, send)
        if problem is not None:
            more = _ALLOWED if problem is Problem.NO_METHOD else None
            await sent(reply_of(problem, more))(scope, receive, send)

    async def _answered(self, user: str, scope: Scope, send: Send) -> Problem | None:
        """None once the answer is sent."""
        query, goal = _asked(user, scope), _goal(scope)
        if isinstance(query, Problem):
            return query
        if isinstance(goal, Problem):
            return goal
        found, stale = await self._found(query, goal)
        if isinstance(found.said, Problem):
            return found.said
        self._count(query.slot, found.said)
        await _sent(found.said, found.position, stale or found.said.stale, scope, send)
        return None

    async def _found(self, query: BlurbsQuery, goal: Position | None) -> tuple[Found[Blurbs], bool]:
        clock = self._desk.clock

        def ask() -> Found[Blurbs]:
            return blurbs(self._items, self._desk.front, query, clock.wall_ms())

        return (ask(), False) if goal is None else await reaching(clock, ask, goal)

    def _count(self, slot: str | None, said: Blurbs) -> None:
        """Slots are words of the shop's: only those that it has named are labels, or any id could become one."""
        around = self._desk.around
        label = _NONE if slot is None else slot if slot in around.slots else _OTHER
        for level in set(said.levels):
            around.meter.count("api_blurbs_total", said.levels.count(level), slot=label, level=level)


def _user_in(path: str) -> str | None:
    """Whose blurbs are asked for; None: something else is."""
    if not (path.startswith(_BEFORE) and path.endswith(_BEHIND)):
        return None
    user = path[len(_BEFORE) : -len(_BEHIND)]
    return user if user and "/" not in user else None


def _asked(user: str, scope: Scope) -> BlurbsQuery | Problem:
    if scope["method"] not in {"GET", "HEAD"}:
        return Problem.NO_METHOD
    known = user_asked(user, caller_in(scope))
    if isinstance(known, Problem):
        return known
    told = scope["query_string"]
    return asked_for(known, _told(told) if len(told) <= _SHORT else _told.__wrapped__(told))


@lru_cache(maxsize=1024)
def _told(query: bytes) -> Mapping[str, str]:
    """Of a name that comes twice the last counts, as everywhere here."""
    return dict(parse_qsl(query.decode("latin-1"), keep_blank_values=True))


def _goal(scope: Scope) -> Position | Problem | None:
    token = header_of(scope, WAIT_FOR.encode())
    return None if token is None else parsed(token.decode("latin-1")) or Problem.BAD_POSITION


async def _sent(said: Blurbs, position: Position | None, stale: bool, scope: Scope, send: Send) -> None:  # noqa: FBT001
    tag = said.tag
    headers: Headers = [(b"etag", tag.encode()), *_REVALIDATED, _KIND]
    if position is not None:
        headers.append((POSITION.encode(), position.token.encode()))
    if_none_match = header_of(scope, b"if-none-match")
    # A stale one is sent, since it has something else to say.
    if if_none_match is not None and not stale and fits(tag, if_none_match.decode("latin-1")):
        await _send(HTTPStatus.NOT_MODIFIED, b"", headers, send)
        return
    body = said.told(stale)
    await _send(HTTPStatus.OK, body, [*headers, (b"content-length", b"%d" % len(body))], send)


async def _send(status: int, body: bytes, headers: Headers, send: Send) -> None:
    start: dict[str, Any] = {"type": "http.response.start", "status": int(status), "headers": headers}
    await send(start)
    await send({"type": "http.response.body", "body": body})
