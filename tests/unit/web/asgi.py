"""A client of an ASGI application, without a server in between."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import unquote

from schemas.codec import decode_json
from tests.doubles import settle


@dataclass
class Got:
    """An answer. Header names are lower case."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    ended: bool = False

    @property
    def document(self):
        return decode_json(self.body, 1 << 20)


@dataclass
class Exchange:
    """One request on its way: `stuck` is a reader that takes nothing more; `leave` hangs up."""

    got: Got = field(default_factory=Got)
    stuck: bool = False
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    asked: bool = False
    body: bytes = b""

    async def receive(self):
        if not self.asked:
            self.asked = True
            return {"type": "http.request", "body": self.body, "more_body": False}
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message):
        if self.stuck:
            await asyncio.Event().wait()
        if message["type"] == "http.response.start":
            self.got.status = message["status"]
            self.got.headers = {name.decode().lower(): value.decode() for name, value in message["headers"]}
        else:
            self.got.body += message.get("body", b"")
            self.got.ended = not message.get("more_body", False)

    def leave(self):
        self.gone.set()


def scope(path, method="GET", headers=None, peer="127.0.0.1"):
    path, _, query = path.partition("?")
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()],
        "client": (peer, 50_000),
        "server": ("127.0.0.1", 80),
    }


async def ask(app, path, body=b"", **told):
    """The whole answer."""
    exchange = Exchange(body=body)
    await app(scope(path, **told), exchange.receive, exchange.send)
    return exchange.got


class Open:
    """A stream, for as long as the block runs."""

    def __init__(self, app, path, **told):
        self._app, self._scope = app, scope(path, **told)
        self.exchange = Exchange()

    async def __aenter__(self):
        work = self._app(self._scope, self.exchange.receive, self.exchange.send)
        self.task = asyncio.get_running_loop().create_task(work)
        await settle()
        return self

    async def __aexit__(self, *_):
        self.task.cancel()
        with suppress(asyncio.CancelledError):
            await self.task

    @property
    def got(self):
        return self.exchange.got
