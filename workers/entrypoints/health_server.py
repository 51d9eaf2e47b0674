"""The small HTTP server of a worker: `/healthz`, `/readyz`, `/metrics`, on threads of its own."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from socket import socket
from typing import Any, Final, NamedTuple

from schemas.codec import encode_json
from workers.adapters.prometheus import CONTENT_TYPE
from workers.entrypoints.health import Status, Watchdog
from workers.logs import get_log

JSON: Final = "application/json"
AT_ONCE: Final = 8
"""Requests in hand; the next ones wait in the listening socket's short queue."""
PATIENCE: Final = 5.0
"""Seconds that a client may take to say what it wants, and to take the answer."""


class Answer(NamedTuple):
    """What is sent back."""

    status: HTTPStatus
    kind: str
    body: bytes


Route = Callable[[], Answer]


def routes(watchdog: Watchdog, exposition: Callable[[], bytes]) -> Mapping[str, Route]:
    """What is answered, by path."""

    def healthz() -> Answer:
        health = watchdog.look()
        return _json(health.status is not Status.DEAD, asdict(health))

    def readyz() -> Answer:
        readiness = watchdog.readiness()
        return _json(readiness.ready, asdict(readiness))

    def metrics() -> Answer:
        return Answer(HTTPStatus.OK, CONTENT_TYPE, exposition())

    return {"/healthz": healthz, "/readyz": readyz, "/metrics": metrics}


def _json(well: bool, document: object) -> Answer:  # noqa: FBT001  the answer's status, no behaviour
    status = HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE
    return Answer(status, JSON, encode_json(document))


class HealthServer:
    """Listens from `start` to `stop`. `port` 0 takes a free one; `address` says which. Raises OSError."""

    def __init__(self, host: str, port: int, answers: Mapping[str, Route]) -> None:
        self._server = _Server((host, port), answers)
        self._thread = threading.Thread(target=self._server.serve_forever, name="health", daemon=True)

    @property
    def address(self) -> tuple[str, int]:
        host, port = self._server.server_address[:2]
        return str(host), int(port)

    def start(self) -> None:
        self._thread.start()
        host, port = self.address
        get_log("health").info("health_listening", host=host, port=port)

    def stop(self) -> None:
        """Returns when the port is free again."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(HTTPServer):
    """A thread for each request, and no more than `AT_ONCE`: one slow client must not hide our health."""

    request_queue_size = 16

    def __init__(self, address: tuple[str, int], answers: Mapping[str, Route]) -> None:
        self.answers = answers
        self._slots = threading.Semaphore(AT_ONCE)
        super().__init__(address, _Handler)

    def process_request(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:  # noqa: ANN401
        self._slots.acquire()
        threading.Thread(target=self._serve, args=(request, client_address), daemon=True).start()

    def _serve(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:  # noqa: ANN401
        try:
            self.finish_request(request, client_address)
        except OSError:
            # A client that left or took too long; the next one asks again.
            return
        finally:
            self.shutdown_request(request)
            self._slots.release()


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = PATIENCE
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        route = self.server.answers.get(self.path.partition("?")[0])
        if route is None:
            paths = sorted(self.server.answers)
            answer = Answer(HTTPStatus.NOT_FOUND, JSON, encode_json({"paths": paths}))
        else:
            answer = route()
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
        """A probe every second is no news."""
