"""What goes wrong, as values: one closed list, each with its status and the sentence that callers see."""

from enum import Enum
from http import HTTPStatus
from typing import Final, NamedTuple

from schemas.codec import encode
from workers.web.views import ProblemView

CONTENT_TYPE: Final = "application/problem+json"


class Problem(Enum):
    """Everything that an answer may say instead. The name is the end of the problem's `type`."""

    UNKNOWN_PRODUCT = (HTTPStatus.NOT_FOUND, "There is no such product, or it is no longer offered.")
    NO_COPY = (HTTPStatus.NOT_FOUND, "Of this product there is neither copy nor a name.")
    BAD_PRODUCT = (HTTPStatus.BAD_REQUEST, "A product id is 1 to 128 printable ASCII characters without spaces.")
    BAD_LOCALE = (HTTPStatus.BAD_REQUEST, "A locale is written like en or en-GB.")
    BAD_USER = (HTTPStatus.BAD_REQUEST, "A user is written as the pseudonym that the shop's keys make, or as me.")
    BAD_SLOT = (HTTPStatus.BAD_REQUEST, "A slot is 1 to 32 of a to z, 0 to 9 and the hyphen.")
    BAD_LIMIT = (HTTPStatus.BAD_REQUEST, "A limit is a number from 1 up; /v1/openapi.json says up to which.")
    BAD_BODY = (HTTPStatus.BAD_REQUEST, "The body is not what /v1/openapi.json says of it.")
    NO_BODY = (HTTPStatus.REQUEST_TIMEOUT, "The body has not come within five seconds.")
    TOO_LARGE = (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "A body has at most 4096 bytes.")
    BAD_TYPE = (HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "A body is JSON, as application/json or text/plain.")
    FOREIGN_ORIGIN = (HTTPStatus.FORBIDDEN, "Pages of this origin may not send anything here.")
    FOREIGN_HOST = (HTTPStatus.FORBIDDEN, "The demo answers to the names of its own machine only.")
    UNKNOWN_USER = (HTTPStatus.NOT_FOUND, "There is no such user.")
    NO_TOKEN = (HTTPStatus.UNAUTHORIZED, "Only a user's token says who me is: Authorization: Bearer <token>.")
    BUSY = (HTTPStatus.SERVICE_UNAVAILABLE, "Too much waits to be sent on; Retry-After says when to come again.")
    BAD_POSITION = (HTTPStatus.BAD_REQUEST, "copydesk-wait-for takes what copydesk-position gave.")
    NO_KEY = (HTTPStatus.UNAUTHORIZED, "This needs an API key or a user's token: Authorization: Bearer <key>.")
    TOO_MANY = (HTTPStatus.TOO_MANY_REQUESTS, "Too many requests; Retry-After says when to come again.")
    TOO_MANY_STREAMS = (HTTPStatus.SERVICE_UNAVAILABLE, "All streams are taken; come again later.")
    RESTORING = (HTTPStatus.SERVICE_UNAVAILABLE, "The store is still being read; come again in a moment.")
    UNREADABLE = (HTTPStatus.SERVICE_UNAVAILABLE, "What is known of this product was written by a later version.")
    FULL = (HTTPStatus.SERVICE_UNAVAILABLE, "All connections are taken; come again in a moment.")
    NO_ROUTE = (HTTPStatus.NOT_FOUND, "There is nothing at this path; /v1/openapi.json lists what there is.")
    NO_METHOD = (HTTPStatus.METHOD_NOT_ALLOWED, "This path is not asked like that; Allow says how.")
    BAD_REQUEST = (HTTPStatus.BAD_REQUEST, "The request cannot be read.")
    FAILED = (HTTPStatus.INTERNAL_SERVER_ERROR, "Something is wrong on our side; it has been noted.")

    @property
    def status(self) -> HTTPStatus:
        return self.value[0]

    @property
    def view(self) -> ProblemView:
        """The document that callers see."""
        status, detail = self.value
        kind = f"urn:copydesk:problem:{self.name.lower().replace('_', '-')}"
        return ProblemView(type=kind, title=status.phrase, status=status.value, detail=detail)

    @property
    def headers(self) -> dict[str, str]:
        """What belongs to the problem, wherever it happens."""
        return dict(_HEADERS.get(self, ()))


_HEADERS: Final = {
    Problem.NO_KEY: (("WWW-Authenticate", "Bearer"),),
    Problem.NO_TOKEN: (("WWW-Authenticate", "Bearer"),),
    # What is left of the body on its way would pass for the next request.
    Problem.NO_BODY: (("Connection", "close"),),
    Problem.TOO_LARGE: (("Connection", "close"),),
    Problem.BUSY: (("Retry-After", "2"),),
    Problem.RESTORING: (("Retry-After", "1"),),
    Problem.UNREADABLE: (("Retry-After", "10"),),
    Problem.FULL: (("Retry-After", "1"),),
    Problem.TOO_MANY_STREAMS: (("Retry-After", "10"),),
}


class Reply(NamedTuple):
    """An answer before it is sent. `kind` is the media type."""

    status: HTTPStatus
    body: bytes
    kind: str
    headers: dict[str, str]


def reply_of(problem: Problem, headers: dict[str, str] | None = None) -> Reply:
    """A problem as it is sent: never cached, and without a word about our insides."""
    told = {"Cache-Control": "no-store", **problem.headers, **(headers or {})}
    return Reply(problem.status, encode(problem.view), CONTENT_TYPE, told)
