"""The read side's paths: HTTP to a question, an answer to HTTP. What is said is decided elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from schemas.codec import encode, encode_json
from workers.ports import Clock
from workers.web.answers import Found, Query, answer, etag, misasked, unchanged
from workers.web.events import Feed
from workers.web.openapi import document
from workers.web.position import Position, parsed
from workers.web.problem import Problem, Reply, reply_of
from workers.web.shelf import Shelf
from workers.web.stream import EventStream
from workers.web.views import CopyView, HealthView, ReadyView

JSON: Final = "application/json"
NOT_STORED: Final = {"Cache-Control": "no-store"}
REVALIDATED: Final = {"Cache-Control": "private, no-cache"}
"""Kept by the caller only, and never shown without asking us: a withdrawn product disappears at once."""
READY_MS: Final = 5000
WAIT_SECONDS: Final = 0.05
LOOK_SECONDS: Final = 0.005
POSITION: Final = "copydesk-position"
WAIT_FOR: Final = "copydesk-wait-for"


@dataclass(frozen=True, slots=True)
class Desk:
    """What the routes answer from. `exposition`: the metrics and their media type. `heartbeat`: seconds."""

    shelf: Shelf
    feed: Feed
    clock: Clock
    exposition: Callable[[], tuple[bytes, str]]
    heartbeat: float = 15.0


def application(desk: Desk) -> Starlette:
    """All routes. There is none here that changes anything."""
    app = Starlette(
        routes=[
            Route("/v1/products/{id:path}/copy", _copy(desk)),
            Route("/v1/events", _events(desk)),
            Route("/v1/openapi.json", _openapi),
            Route("/healthz", _healthz),
            Route("/readyz", _readyz(desk)),
            Route("/metrics", _metrics(desk)),
        ],
        exception_handlers={HTTPException: _refused, Exception: _failed},
    )
    # A redirect would go to whatever host the caller named, and past the one shape that problems have.
    app.router.redirect_slashes = False
    return app


Endpoint = Callable[[Request], object]


def sent(reply: Reply) -> Response:
    """A reply as Starlette sends it."""
    return Response(reply.body, reply.status, reply.headers, reply.kind)


def _copy(desk: Desk) -> Endpoint:
    async def copy(request: Request) -> Response:
        query = Query(request.path_params["id"], request.query_params.get("locale"))
        token = request.headers.get(WAIT_FOR)
        awaited = None if token is None else parsed(token)
        if token is not None and awaited is None:
            return sent(reply_of(Problem.BAD_POSITION))
        wrong = misasked(query)
        if wrong is not None:
            return sent(reply_of(wrong))
        found, stale = await _reaching(desk, query, awaited)
        return sent(_reply(found, request.headers.get("if-none-match", ""), stale=stale))

    return copy


async def _reaching(desk: Desk, query: Query, awaited: Position | None) -> tuple[Found, bool]:
    """The answer once the store has reached the position; after `WAIT_SECONDS` the one that there is, as stale."""
    ends = desk.clock.now() + WAIT_SECONDS
    while True:
        found = answer(desk.shelf, query, desk.clock.wall_ms())
        edition = 0 if found.position is None else found.position.edition
        stale = awaited is not None and edition < awaited.edition
        if not stale or desk.clock.now() >= ends:
            return found, stale
        await desk.clock.sleep(LOOK_SECONDS)


def _reply(found: Found, if_none_match: str, *, stale: bool) -> Reply:
    headers = {} if found.position is None else {POSITION: found.position.token}
    if isinstance(found.said, Problem):
        return reply_of(found.said, headers)
    view: CopyView = found.said.model_copy(update={"stale": stale})
    headers |= {"ETag": etag(view), **REVALIDATED}
    if unchanged(view, if_none_match):
        return Reply(HTTPStatus.NOT_MODIFIED, b"", JSON, headers)
    return Reply(HTTPStatus.OK, encode(view), JSON, headers)


def _events(desk: Desk) -> Endpoint:
    async def events(request: Request) -> ASGIApp:
        if request.method == "HEAD":
            return sent(Reply(HTTPStatus.OK, b"", "text/event-stream", NOT_STORED))
        subscriber = desk.feed.subscribe(request.headers.get("last-event-id", ""))
        if subscriber is None:
            return sent(reply_of(Problem.TOO_MANY_STREAMS))
        return EventStream(desk.feed, subscriber, desk.heartbeat)

    return events


async def _openapi(request: Request) -> Response:  # noqa: ARG001  an endpoint takes its request
    return sent(Reply(HTTPStatus.OK, encode_json(document()), JSON, REVALIDATED))


async def _healthz(request: Request) -> Response:  # noqa: ARG001  an endpoint takes its request
    return sent(Reply(HTTPStatus.OK, encode(HealthView()), JSON, NOT_STORED))


def _readyz(desk: Desk) -> Endpoint:
    async def readyz(request: Request) -> Response:  # noqa: ARG001  an endpoint takes its request
        view = readiness(desk.shelf, desk.clock.wall_ms())
        status = HTTPStatus.OK if view.ready else HTTPStatus.SERVICE_UNAVAILABLE
        return sent(Reply(status, encode(view), JSON, NOT_STORED))

    return readyz


def readiness(shelf: Shelf, now_ms: int) -> ReadyView:
    """Ready: everything was read to its end, or what the folder had is at most `READY_MS` old."""
    reached_ms = shelf.reached_ms
    if reached_ms is None:
        return ReadyView(ready=False, reason="restoring", age_seconds=None)
    age_ms = max(0, now_ms - reached_ms)
    ready = shelf.restored or age_ms <= READY_MS
    return ReadyView(ready=ready, reason="following" if ready else "behind", age_seconds=round(age_ms / 1000, 3))


def _metrics(desk: Desk) -> Endpoint:
    async def metrics(request: Request) -> Response:  # noqa: ARG001  an endpoint takes its request
        body, kind = desk.exposition()
        return sent(Reply(HTTPStatus.OK, body, kind, NOT_STORED))

    return metrics


_BY_STATUS: Final[dict[int, Problem]] = {
    HTTPStatus.NOT_FOUND: Problem.NO_ROUTE,
    HTTPStatus.METHOD_NOT_ALLOWED: Problem.NO_METHOD,
}


async def _refused(request: Request, error: Exception) -> Response:  # noqa: ARG001  a handler takes its request
    status = error.status_code if isinstance(error, HTTPException) else 0
    return sent(reply_of(_BY_STATUS.get(status, Problem.BAD_REQUEST)))


async def _failed(request: Request, error: Exception) -> Response:  # noqa: ARG001  a handler takes its request
    return sent(reply_of(Problem.FAILED))
