"""The read side's paths: HTTP to a question, an answer to HTTP. What is said is decided elsewhere."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from schemas.codec import encode, encode_json
from workers.web.answering import (
    JSON,
    NOT_STORED,
    REVALIDATED,
    Desk,
    Endpoint,
    awaited,
    caller_of,
    placed,
    reaching,
    refused,
    sent,
    told,
)
from workers.web.answers import Query, answer, etag, misasked
from workers.web.asked_blurbs import AskedBlurbs
from workers.web.events import standing, user_frame
from workers.web.openapi import document
from workers.web.problem import Problem, Reply, reply_of
from workers.web.routes_users import of_users
from workers.web.shelf import Shelf, age_seconds, restored
from workers.web.stream import EventStream
from workers.web.users import user_asked
from workers.web.views import HealthView, ReadyView

READY_MS: Final = 5000


def application(desk: Desk, more: Sequence[Route] = ()) -> ASGIApp:
    """All routes. None of them changes what any of them answers."""
    app = Starlette(
        routes=[
            Route("/v1/products/{id:path}/copy", _copy(desk)),
            *of_users(desk),
            Route("/v1/events", _events(desk)),
            Route("/v1/openapi.json", _openapi),
            Route("/healthz", _healthz),
            Route("/readyz", _readyz(desk)),
            Route("/metrics", _metrics(desk)),
            *more,
        ],
        exception_handlers={HTTPException: _refused, Exception: _failed},
    )
    # A redirect would go to whatever host the caller named, and past the one shape that problems have.
    app.router.redirect_slashes = False
    return AskedBlurbs(desk, app)


def _copy(desk: Desk) -> Endpoint:
    async def copy(request: Request) -> Response:
        query = Query(request.path_params["id"], request.query_params.get("locale"))
        goal = awaited(request)
        wrong = goal if isinstance(goal, Problem) else misasked(query)
        if isinstance(goal, Problem) or wrong is not None:
            return refused(wrong or Problem.BAD_REQUEST)
        found, stale = await reaching(desk.clock, lambda: answer(desk.shelf, query, desk.clock.wall_ms()), goal)
        if isinstance(found.said, Problem):
            return sent(reply_of(found.said, placed(found)))
        view = found.said.model_copy(update={"stale": stale})
        return sent(told(view, etag(view), request.headers.get("if-none-match", ""), placed(found)))

    return copy


def _events(desk: Desk) -> Endpoint:
    async def events(request: Request) -> ASGIApp:
        if request.method == "HEAD":
            return sent(Reply(HTTPStatus.OK, b"", "text/event-stream", NOT_STORED))
        user = _listened_for(request)
        if isinstance(user, Problem):
            return refused(user)
        subscriber = desk.feed.subscribe(request.headers.get("last-event-id", ""), user)
        if subscriber is None:
            return sent(reply_of(Problem.TOO_MANY_STREAMS))
        if user is not None:
            subscriber.push(user_frame(standing(desk.shelf, user)))
        return EventStream(desk.feed, subscriber, desk.around.heartbeat)

    return events


def _listened_for(request: Request) -> str | Problem | None:
    """The one user of whom the stream is to tell, too."""
    asked = request.query_params.get("users")
    return None if asked is None else user_asked(asked, caller_of(request))


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
    age = age_seconds(shelf.topics, now_ms)
    if age is None:
        return ReadyView(ready=False, reason="restoring", age_seconds=None)
    ready = restored(shelf.topics) or age * 1000 <= READY_MS
    return ReadyView(ready=ready, reason="following" if ready else "behind", age_seconds=age)


def _metrics(desk: Desk) -> Endpoint:
    async def metrics(request: Request) -> Response:  # noqa: ARG001  an endpoint takes its request
        body, kind = desk.around.exposition()
        return sent(Reply(HTTPStatus.OK, body, kind, NOT_STORED))

    return metrics


_BY_STATUS: Final[dict[int, Problem]] = {
    HTTPStatus.NOT_FOUND: Problem.NO_ROUTE,
    HTTPStatus.METHOD_NOT_ALLOWED: Problem.NO_METHOD,
}


async def _refused(request: Request, error: Exception) -> Response:  # noqa: ARG001  a handler takes its request
    status = error.status_code if isinstance(error, HTTPException) else 0
    problem = _BY_STATUS.get(status, Problem.BAD_REQUEST)
    allow = (error.headers or {}).get("Allow", "") if isinstance(error, HTTPException) else ""
    # Which methods a path has, the router knows, in no order.
    return sent(reply_of(problem, {"Allow": ", ".join(sorted(allow.split(", ")))} if allow else None))


async def _failed(request: Request, error: Exception) -> Response:  # noqa: ARG001  a handler takes its request
    return sent(reply_of(Problem.FAILED))
