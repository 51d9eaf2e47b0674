"""The paths of users: audiences, and what shoppers did with what they saw."""

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
    caller_of,
    json_of,
    refused,
    sent,
    told,
)
from workers.web.etags import tag_of
from workers.web.feedback import MAX_BODY, feedback_in, read_as
from workers.web.fitted import audiences
from workers.web.problem import Problem
from workers.web.views import TakenView

BODY_SECONDS: Final = 5.0


def of_users(desk: Desk) -> list[Route]:
    """All of them but a user's blurbs, which `asked_blurbs` answers."""
    return [
        Route("/v1/audiences", _audiences(desk)),
        Route("/v1/feedback", _feedback(desk), methods=["POST"]),
    ]


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
