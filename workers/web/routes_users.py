"""The paths of users: blurbs, audiences, and what shoppers did with what they saw."""

import asyncio
from http import HTTPStatus
from typing import Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from workers.web.answering import (
    NOT_STORED,
    Desk,
    Endpoint,
    awaited,
    caller_of,
    json_of,
    placed,
    reaching,
    refused,
    sent,
    told,
)
from workers.web.blurbs import BlurbsQuery, asked_for, blurbs
from workers.web.etags import tag_of
from workers.web.feedback import MAX_BODY, feedback_in, read_as
from workers.web.fitted import audiences
from workers.web.position import Position
from workers.web.problem import Problem, reply_of
from workers.web.users import user_asked
from workers.web.views import BlurbsView, TakenView

BODY_SECONDS: Final = 5.0
_NONE: Final = "none"
_OTHER: Final = "other"


def of_users(desk: Desk) -> list[Route]:
    """Whose blurbs may be asked for is decided in `users`, from who the gate let in."""
    return [
        Route("/v1/users/{id}/blurbs", _blurbs(desk)),
        Route("/v1/audiences", _audiences(desk)),
        Route("/v1/feedback", _feedback(desk), methods=["POST"]),
    ]


def _blurbs(desk: Desk) -> Endpoint:
    async def users_blurbs(request: Request) -> Response:
        asked = _asked(request)
        goal = awaited(request)
        if isinstance(asked, Problem) or isinstance(goal, Problem):
            return refused(asked if isinstance(asked, Problem) else Problem.BAD_POSITION)
        return await _answered(desk, asked, goal, request.headers.get("if-none-match", ""))

    return users_blurbs


def _asked(request: Request) -> BlurbsQuery | Problem:
    user = user_asked(request.path_params["id"], caller_of(request))
    return user if isinstance(user, Problem) else asked_for(user, request.query_params)


async def _answered(desk: Desk, asked: BlurbsQuery, goal: Position | None, if_none_match: str) -> Response:
    found, stale = await reaching(desk.clock, lambda: blurbs(desk.shelf, desk.front, asked, desk.clock.wall_ms()), goal)
    if isinstance(found.said, Problem):
        return sent(reply_of(found.said, placed(found)))
    _count(desk, found.said)
    view = found.said.model_copy(update={"stale": stale or found.said.stale})
    return sent(told(view, tag_of(view), if_none_match, placed(found)))


def _count(desk: Desk, view: BlurbsView) -> None:
    """Slots are words of the shop's: only those that it has named are labels, or any id could become one."""
    slot = _NONE if view.slot is None else view.slot if view.slot in desk.around.slots else _OTHER
    for item in view.items:
        desk.around.meter.count("api_blurbs_total", slot=slot, level=item.level)


def _audiences(desk: Desk) -> Endpoint:
    async def all_audiences(request: Request) -> Response:
        found = audiences(desk.shelf, desk.clock.wall_ms())
        if isinstance(found.said, Problem):
            return refused(found.said)
        return sent(told(found.said, tag_of(found.said), request.headers.get("if-none-match", ""), {}))

    return all_audiences


def _feedback(desk: Desk) -> Endpoint:
    async def feedback(request: Request) -> Response:
        if not read_as(request.headers.get("content-type", "")):
            return refused(Problem.BAD_TYPE)
        body = await body_of(request)
        items = body if isinstance(body, Problem) else feedback_in(body, caller_of(request).user)
        if isinstance(items, Problem):
            return refused(items)
        if not desk.post.offer(items):
            return refused(Problem.BUSY)
        return taken(len(items))

    return feedback


def taken(items: int) -> Response:
    """What was sent is on its way; whether it arrives, nobody waits to see."""
    return json_of(TakenView(taken=items), NOT_STORED, HTTPStatus.ACCEPTED)


async def body_of(request: Request) -> bytes | Problem:
    """The body, as far as we read one: what is longer is not kept for a moment, nor waited for what does not come."""
    body = b""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MAX_BODY:
                    return Problem.TOO_LARGE
    except (ClientDisconnect, TimeoutError):
        return Problem.NO_BODY
    return body
