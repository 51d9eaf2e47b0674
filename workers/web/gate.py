"""The gate in front of the routes: who comes in, what every answer carries, what is counted, what is never told."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workers.errors import Fatal
from workers.logs import get_log
from workers.ports import Clock, Meter
from workers.web.answering import CALLER, sent
from workers.web.cors import cors_headers, may_send, preflight_headers
from workers.web.guard import Asked, Guard, Moment
from workers.web.problem import Problem, Reply, reply_of
from workers.web.raw import Headers, read_once, several_in

SECURITY: Final = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
EVENTS: Final = "/v1/events"
_OTHER: Final = "other"
_BEGINNINGS: Final = (("/v1/products/", "copy"), ("/v1/users/", "blurbs"), ("/demo/", "demo"))
_ROUTES: Final = {
    EVENTS: "events",
    "/v1/audiences": "audiences",
    "/v1/feedback": "feedback",
    "/v1/openapi.json": "openapi",
    "/widget.js": "widget",
    "/metrics": "metrics",
    "/healthz": "healthz",
    "/readyz": "readyz",
}


def route_of(path: str) -> str:
    """A path as a label: from a closed list, never with an id in it."""
    begun = next((route for beginning, route in _BEGINNINGS if path.startswith(beginning)), _OTHER)
    return _ROUTES.get(path, begun)


@dataclass(frozen=True, slots=True)
class Watch:
    """What the gate looks at and tells. `fail` is told of what must end the process."""

    clock: Clock
    meter: Meter
    fail: Callable[[BaseException], None]


class Gate:
    """An ASGI application around another. `origins`: pages of these may read the answers."""

    def __init__(self, app: ASGIApp, guard: Guard, origins: Collection[str], watch: Watch) -> None:
        self._app = app
        self._guard = guard
        self._origins = frozenset(origins)
        self._watch = watch
        self._common = _carried("", self._origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        began = self._watch.clock.now()
        exchange = _Exchange(send, self._carried(read_once(scope).get(b"origin")))
        await self._answered(scope, receive, exchange)
        self._count(route_of(scope["path"]), exchange.status, began)

    def _carried(self, origin: bytes | None) -> Headers:
        """What every answer carries. Most are no page's of another origin, and for them it is put together once."""
        return self._common if origin is None else _carried(origin.decode("latin-1"), self._origins)

    async def _answered(self, scope: Scope, receive: Receive, exchange: "_Exchange") -> None:
        try:
            app = self._turned_away(scope) or self._app
            await app(scope, receive, exchange.send)
        except Exception as error:  # noqa: BLE001  whatever it is: the caller is told nothing of it, the log everything
            get_log("api").error("request_failed", route=route_of(scope["path"]), exc_info=error)
            if isinstance(error, Fatal):
                self._watch.fail(error)
            if not exchange.status:
                await sent(reply_of(Problem.FAILED))(scope, receive, exchange.send)

    def _turned_away(self, scope: Scope) -> Response | None:
        """The answer to whoever does not come in; a browser's question beforehand is answered here too."""
        headers = read_once(scope)
        preflight = scope["method"] == "OPTIONS" and b"access-control-request-method" in headers
        asked = Asked(
            path=scope["path"],
            peer=(scope.get("client") or ("", 0))[0],
            # Several headers are one list.
            forwarded=several_in(scope, b"x-forwarded-for"),
            authorization=headers.get(b"authorization", b"").decode("latin-1"),
            preflight=preflight,
        )
        clock = self._watch.clock
        caller = self._guard.admitted(asked, Moment(clock.now(), clock.wall_ms()))
        if isinstance(caller, Reply):
            return sent(caller)
        scope[CALLER] = caller
        origin = headers.get(b"origin", b"").decode("latin-1")
        if preflight:
            return sent(Reply(HTTPStatus.NO_CONTENT, b"", "text/plain", preflight_headers(origin, self._origins)))
        if scope["method"] == "POST" and not may_send(
            origin, headers.get(b"host", b"").decode("latin-1"), self._origins
        ):
            return sent(reply_of(Problem.FOREIGN_ORIGIN))
        return None

    def _count(self, route: str, status: int, began: float) -> None:
        meter, seconds = self._watch.meter, self._watch.clock.now() - began
        meter.count("api_requests_total", route=route, status=str(status or "none"))
        if route != "events":
            meter.observe("api_request_seconds", seconds, route=route)


class _Exchange:
    """One answer on its way out: what every answer carries is put on here, unless a page has a policy of its own.
    `status` is 0 until it has begun.
    """

    def __init__(self, send: Send, carried: Headers) -> None:
        self._send = send
        self._carried = carried
        self.status = 0

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = list(message["headers"])
            own = {name for name, _ in headers}
            headers += [pair for pair in self._carried if pair[0] not in own]
            message = {**message, "headers": headers}
        await self._send(message)


def _carried(origin: str, allowed: Collection[str]) -> Headers:
    told = {**SECURITY, **cors_headers(origin, allowed)}
    return [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in told.items()]
