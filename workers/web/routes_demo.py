"""The demo shop's paths. They are there only where settings ask for them, and for this machine alone."""

import re
import secrets
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from schemas.codec import Undecodable, decode
from schemas.inbound_users import PSEUDONYM
from workers.web.answering import NOT_STORED, Desk, Endpoint, json_of, refused
from workers.web.answers import LOCALE
from workers.web.demo import Shoppers, Span, behaviour, is_own, products, trace
from workers.web.demo_views import MAX_SHOWN, DemoAct
from workers.web.feedback import MAX_BODY
from workers.web.problem import Problem
from workers.web.routes_users import body_of, taken
from workers.web.shelf import Served

_PAGE: Final = 24
_NUMBER: Final = re.compile(r"[0-9]{1,4}")
_PSEUDONYM: Final = re.compile(PSEUDONYM)


def demo_routes(desk: Desk, profiles: Served, shoppers: Shoppers) -> list[Route]:
    """`profiles`: what is known of users, which no other answer tells."""
    return [
        Route("/demo/products", _products(desk)),
        Route("/demo/trace", _trace(desk, profiles)),
        Route("/demo/behaviour", _behaviour(desk, shoppers), methods=["POST"]),
    ]


def _products(desk: Desk) -> Endpoint:
    async def demo_products(request: Request) -> Response:
        span = _span(request)
        if not is_own(request.headers.get("host", "")):
            return refused(Problem.FOREIGN_HOST)
        if isinstance(span, Problem):
            return refused(span)
        return json_of(products(desk.shelf, span, desk.clock.wall_ms()), NOT_STORED)

    return demo_products


def _span(request: Request) -> Span | Problem:
    asked = request.query_params
    limit, offset, locale = asked.get("limit", str(_PAGE)), asked.get("offset", "0"), asked.get("locale")
    numbers = _NUMBER.fullmatch(limit) and _NUMBER.fullmatch(offset)
    if not numbers or not 1 <= int(limit) <= MAX_SHOWN:
        return Problem.BAD_LIMIT
    if locale is not None and not LOCALE.fullmatch(locale):
        return Problem.BAD_LOCALE
    return Span(int(limit), int(offset), locale)


def _trace(desk: Desk, profiles: Served) -> Endpoint:
    async def demo_trace(request: Request) -> Response:
        user = request.query_params.get("user", "")
        if not is_own(request.headers.get("host", "")):
            return refused(Problem.FOREIGN_HOST)
        if not _PSEUDONYM.fullmatch(user):
            return refused(Problem.BAD_USER)
        return json_of(trace(desk.shelf, profiles, user), NOT_STORED)

    return demo_trace


def _behaviour(desk: Desk, shoppers: Shoppers) -> Endpoint:
    async def demo_behaviour(request: Request) -> Response:
        if not is_own(request.headers.get("host", "")):
            return refused(Problem.FOREIGN_HOST)
        body = await body_of(request)
        act = body if isinstance(body, Problem) else _act(body)
        if isinstance(act, Problem):
            return refused(act)
        event = behaviour(act, f"demo-{secrets.token_hex(8)}", desk.clock.wall_ms())
        return taken(1) if shoppers.offer(event) else refused(Problem.BUSY)

    return demo_behaviour


def _act(body: bytes) -> DemoAct | Problem:
    try:
        return decode(body, DemoAct, MAX_BODY)
    except Undecodable:
        return Problem.BAD_BODY
