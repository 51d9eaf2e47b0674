"""Files at their paths."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from workers.web.answering import Endpoint, sent
from workers.web.etags import fits
from workers.web.pages import Page
from workers.web.problem import Reply


def static_routes(pages: Mapping[str, Page]) -> list[Route]:
    """One route for each file: no path that is asked for ever becomes a name on a disk."""
    return [Route(path, _page(page)) for path, page in pages.items()]


def _page(page: Page) -> Endpoint:
    async def static(request: Request) -> Response:
        if fits(page.headers["ETag"], request.headers.get("if-none-match", "")):
            return sent(Reply(HTTPStatus.NOT_MODIFIED, b"", page.kind, page.headers))
        return sent(Reply(HTTPStatus.OK, page.body, page.kind, page.headers))

    return static
