"""A read side for browsers, in memory: it speaks as `copydesk api` does, and says what a test tells it to say."""

import asyncio
import hashlib
import json
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from workers.web.pages import POLICY

STATIC = Path(__file__).parents[2] / "workers/web/static"
KINDS = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml"}
SECURITY = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'",
    "X-Content-Type-Options": "nosniff",
}
HOST = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A shop</title><link rel="stylesheet" href="/host.css"><script type="module" src="/host.js"></script>
<script type="module" src="/widget.js"></script>
<body><h1>A shop</h1>%s<footer>The end of the page.</footer></body></html>"""
HOST_CSS = """:root { color-scheme: light dark } body { margin: 1rem; font-family: sans-serif }
copydesk-blurbs:not(:defined) { display: block; min-block-size: 28rem; visibility: hidden }
copydesk-blurbs { --copydesk-item-inline-size: 15rem }"""
HOST_JS = """window.heard = [];
for (const name of ["copydesk-update", "copydesk-click", "copydesk-error"])
  addEventListener(name, (event) => window.heard.push([name, event.detail]));"""
KITCHEN = {"id": "kitchen", "words": "those who like the kitchen"}


def item(product: str, title: str = "", text: str = "", **more) -> dict[str, object]:
    """One pick as the API has it."""
    said = {"product": product, "title": title or f"Title of {product}", "text": text or f"Text of {product}."}
    plain = {"level": "audience-blurb", "locale": "en-GB", "reason": "interest", "edition": 1}
    machine = {"ai_generated": False, "ai_label": None}
    return said | plain | dict.fromkeys(("copy_id", "origin", "fingerprint")) | machine | more


class StubApi:
    """`origin` is where it is; a test changes what it says between two requests, and reads what it was asked."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.status = 200
        self.page = "<copydesk-blurbs user='u1'></copydesk-blurbs>"
        self.answer: dict[str, object] = {"user": "u1", "personal": True, "audience": KITCHEN, "locale": "en-GB"}
        self.answer |= {"age_seconds": 0.2, "stale": False, "items": [item("mug-1"), item("bowl-2"), item("pan-3")]}
        self.demo: dict[str, object] = {}
        self.asked: list[tuple[str, dict[str, str], int]] = []
        self.streams: list[str] = []
        self.feedback: list[dict[str, object]] = []
        self.acted: list[dict[str, object]] = []
        self.visited: set[str] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._queues: set[asyncio.Queue[bytes]] = set()
        self._open = threading.Event()
        self._open.set()
        self.app = self._routed()

    def say(self, *items: dict[str, object], **more) -> None:
        self.answer = self.answer | {"items": list(items)} | more

    def tell(self, **update) -> None:
        """An update to everybody who listens."""
        name = "personal-copy" if "user" in update else "product-copy"
        self._push(f"id: 0-1\nevent: {name}\ndata: {json.dumps(update)}\n\n".encode())

    @property
    def listeners(self) -> int:
        return len(self._queues)

    def hold(self) -> None:
        """Answer nothing until `release`."""
        self._open.clear()

    def release(self) -> None:
        self._open.set()

    def down(self) -> None:
        """End every stream."""
        self._push(b"")

    def _push(self, frame: bytes) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(lambda: [queue.put_nowait(frame) for queue in self._queues])

    async def blurbs(self, request: Request) -> Response:
        while not self._open.is_set():
            await asyncio.sleep(0.01)
        body = json.dumps(self.answer).encode()
        tag = f'W/"{hashlib.sha256(body).hexdigest()[:16]}"'
        known = request.headers.get("if-none-match") == tag
        status = self.status if self.status != 200 or not known else 304
        self.asked.append((request.path_params["user"], dict(request.query_params), status))
        if status >= 400:
            return JSONResponse({"type": "about:blank", "status": status}, status, SECURITY)
        return Response(b"" if known else body, status, {"ETag": tag, **SECURITY}, "application/json")

    async def events(self, request: Request) -> Response:
        self.streams.append(request.headers.get("authorization", ""))
        if self.status != 200:
            return Response(b"", self.status, SECURITY)
        return StreamingResponse(self._stream(), headers=SECURITY, media_type="text/event-stream")

    async def _stream(self) -> AsyncIterator[bytes]:
        self._loop = asyncio.get_running_loop()
        queue: asyncio.Queue[bytes] = asyncio.Queue()
        self._queues.add(queue)
        try:
            yield b": hello\n\n"
            while frame := await queue.get():
                yield frame
        finally:
            self._queues.discard(queue)

    async def heard(self, request: Request) -> Response:
        told = json.loads(await request.body())
        self.feedback += [one | {"kind": request.headers["content-type"]} for one in told["items"]]
        return Response(status_code=202, headers=SECURITY)

    async def behaviour(self, request: Request) -> Response:
        self.acted.append(json.loads(await request.body()))
        return Response(status_code=202, headers=SECURITY)

    async def told(self, request: Request) -> Response:
        body = json.dumps(self.demo.get(request.url.path, {}))
        return Response(body, headers=SECURITY, media_type="application/json")

    async def shown(self, request: Request) -> Response:
        path = request.url.path
        self.visited.add(path)
        made = {"/": ("text/html", HOST % self.page), "/host.css": ("text/css", HOST_CSS)}
        made["/host.js"] = ("text/javascript", HOST_JS)
        if path in made:
            return Response(made[path][1], headers=SECURITY, media_type=made[path][0])
        file = STATIC / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
        if not file.is_file():
            return Response(b"a page of the shop", headers=SECURITY, media_type="text/html")
        # As the read side sends its own page: with the policy that it really has.
        headers = SECURITY | ({"Content-Security-Policy": POLICY} if file.suffix == ".html" else {})
        return Response(file.read_bytes(), headers=headers, media_type=KINDS[file.suffix])

    def _routed(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/v1/users/{user}/blurbs", self.blurbs),
                Route("/v1/events", self.events),
                Route("/v1/feedback", self.heard, methods=["POST"]),
                Route("/demo/behaviour", self.behaviour, methods=["POST"]),
                Route("/demo/products", self.told),
                Route("/demo/trace", self.told),
                Route("/{path:path}", self.shown),
            ]
        )


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """The origin of an application that a thread of its own serves, so that a test may block while it answers."""
    server = uvicorn.Server(
        uvicorn.Config(app, port=0, interface="asgi3", log_level="warning", timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.01)
        assert thread.is_alive(), "the server did not start"
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)


class Stubs:
    """A read side for each test, under a name of its own: what a page of an earlier test still asks is not counted."""

    def __init__(self) -> None:
        self.port = 0
        self._by_name: dict[str, StubApi] = {}

    def fresh(self) -> StubApi:
        name = f"shop-{len(self._by_name)}.localhost"
        self._by_name[name] = StubApi(f"http://{name}:{self.port}")
        return self._by_name[name]

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            host = dict(scope["headers"])[b"host"].decode()
            await self._by_name[host.partition(":")[0]].app(scope, receive, send)

    def down(self) -> None:
        for api in self._by_name.values():
            api.down()


@contextmanager
def running_stubs() -> Iterator[Stubs]:
    stubs = Stubs()
    with served(stubs.app) as origin:
        stubs.port = urlsplit(origin).port or 0
        yield stubs
        stubs.down()
