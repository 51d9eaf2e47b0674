"""The server of the read side: one loop, a bounded number of connections, and no patience with silent ones."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Final

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from workers.settings import Api
from workers.web.answering import sent
from workers.web.guard import PROBES
from workers.web.problem import Problem, reply_of

KEEP_ALIVE_SECONDS: Final = 5
REQUEST_SECONDS: Final = 10.0
"""Within which a request must have come whole, from the connection's beginning or the answer before."""
TAKE_SECONDS: Final = 10.0
"""Within which a reader must take what was written to it, once so much waits that writing pauses."""
SPARE: Final = 16
"""Connections beyond the limit: over them the machine that runs us asks how we are, and the others hear why not."""
HEAD_BYTES: Final = 16 << 10
"""Of a request's line and headers."""
BACKLOG: Final = 256
STOP_GRACE: Final = 1.0
"""Seconds beyond the drain that the server may take to let go of its sockets."""


class _Impatient(H11Protocol):
    """Breaks off a connection over which no request comes, or no answer is taken: uvicorn would wait for ever, and
    whoever opened enough of them would keep everybody else out.

    Always abort(), never close(), which waits until the last byte is taken: by a reader that takes none, for ever.
    """

    _patience: asyncio.TimerHandle | None = None
    _taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        # Uvicorn's own limit would count only requests, and refuse probes too.
        limit, self.limit_concurrency = self.config.limit_concurrency, None
        beyond = 0 if limit is None else len(self.connections) - limit
        if beyond > SPARE:
            self.connections.discard(self)
            transport.abort()
            return
        if beyond > 0:
            self.app = _Probed(self.app)
        self._wait()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._wait_no_more()
        self._taken()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._taken()
        self._taking = self.loop.call_later(TAKE_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        self._taken()
        super().resume_writing()

    def _taken(self) -> None:
        if self._taking is not None:
            self._taking.cancel()

    def _wait(self) -> None:
        self._wait_no_more()
        self._patience = self.loop.call_later(REQUEST_SECONDS, self._lose_patience)

    def _wait_no_more(self) -> None:
        if self._patience is not None:
            self._patience.cancel()

    def _lose_patience(self) -> None:
        if self.transport.is_closing() or self.cycle is None or self.cycle.response_complete:
            self.transport.abort()
        else:
            # An answer is under way. Its stream may yet be dropped, and then closes with bytes that nobody takes.
            self._wait()


class _Probed:
    """Around the application, for a connection beyond the limit: only probes pass."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        full = sent(reply_of(Problem.FULL, {"Connection": "close"}))
        await (self._app if scope["path"] in PROBES else full)(scope, receive, send)


class _Server(uvicorn.Server):
    """Without uvicorn's own hold on the signals: the process ends its parts in their order."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def listening(api: Api, app: ASGIApp, fail: Callable[[BaseException], None]) -> AsyncIterator[tuple[str, int]]:
    """The server, and where it listens; what is begun at the block's end has `drain` seconds. Raises OSError."""
    listener = _bound(api.host, api.port)
    server = _Server(
        uvicorn.Config(
            app,
            http=_Impatient,
            lifespan="off",
            ws="none",
            interface="asgi3",
            log_config=None,
            access_log=False,
            # Who calls is decided in `web/caller`, which believes fewer headers.
            proxy_headers=False,
            server_header=False,
            limit_concurrency=api.connections,
            h11_max_incomplete_event_size=HEAD_BYTES,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=max(1, round(api.drain)),
        )
    )
    serving = asyncio.get_running_loop().create_task(server.serve(sockets=[listener]))
    serving.add_done_callback(lambda task: None if task.cancelled() else _told(task.exception(), fail))
    host, port = listener.getsockname()[:2]
    try:
        yield host, port
    finally:
        server.should_exit = True
        await asyncio.wait([serving], timeout=api.drain + STOP_GRACE)
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)


def _told(error: BaseException | None, fail: Callable[[BaseException], None]) -> None:
    if error is not None:
        fail(error)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=BACKLOG)
