"""The read side's server without the read side: one route of Starlette that returns a constant body.

The same uvicorn, settings and loop, and what the read side's connections have of their own: what is left when ours is
taken away. `python -m tests.bench.bare_server PORT BODY_FILE`.
"""

import asyncio
import sys
from pathlib import Path

import uvloop
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from workers.entrypoints.api.server import listening
from workers.settings import Api


def bare(body: bytes) -> Starlette:
    """Any user gets the same."""

    async def constant(_request: Request) -> Response:
        return Response(body, media_type="application/json")

    return Starlette(routes=[Route("/v1/users/{id}/blurbs", constant)])


async def serve(port: int, body: bytes) -> None:
    """Until it is killed."""
    failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    async with listening(Api(port=port), bare(body), failed.set_exception):
        await failed


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as the_runner:
        the_runner.run(serve(int(sys.argv[1]), Path(sys.argv[2]).read_bytes()))
