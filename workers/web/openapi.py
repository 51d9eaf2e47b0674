"""The description that the read side serves of itself: the types of its answers, and by hand what types do not say."""

from functools import lru_cache
from typing import Final, Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from workers.web.feedback import FeedbackItem, FeedbackItems
from workers.web.openapi_parts import (
    JSON,
    KEPT,
    KEYED,
    LOCALE,
    REFERENCE,
    TEXT,
    Document,
    content,
    if_none_match,
    kept,
    parameter,
    ref,
    refusals,
    wait_for,
)
from workers.web.openapi_users import ME, audiences, blurbs, feedback
from workers.web.problem import Problem
from workers.web.views import (
    AudiencesView,
    BlurbsView,
    BlurbUpdateView,
    CopyView,
    HealthView,
    ProblemView,
    ReadyView,
    TakenView,
    UpdateView,
    UserUpdateView,
    View,
)

Mode = Literal["validation", "serialization"]

_ANSWERS: Final[tuple[type[View], ...]] = (
    AudiencesView, BlurbUpdateView, BlurbsView, CopyView, HealthView, ProblemView, ReadyView, TakenView, UpdateView,
    UserUpdateView,
)  # fmt: skip
_SENT: Final = (FeedbackItem, FeedbackItems)
_PRODUCT: Final[Document] = {"type": "string", "pattern": "^[!-~]{1,128}$"}
_SECURITY: Final[Document] = {
    "key": {"type": "http", "scheme": "bearer", "description": "a key of the shop's machines: any user"},
    "token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT", "description": "one user's: that user"},
}


@lru_cache(maxsize=1)
def document() -> Document:
    """OpenAPI 3.1."""
    answers: list[tuple[type[BaseModel], Mode]] = [(view, "serialization") for view in _ANSWERS]
    requests: list[tuple[type[BaseModel], Mode]] = [(sent, "validation") for sent in _SENT]
    _, schemas = models_json_schema([*answers, *requests], ref_template=REFERENCE)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Copydesk: the read side",
            "version": "1",
            "description": "Copy by product, blurbs by user. Texts are plain: whoever shows one escapes it. No answer "
            "calls a model.",
        },
        "paths": {
            "/v1/products/{id}/copy": {"get": _copy()},
            "/v1/users/{id}/blurbs": {"get": blurbs()},
            "/v1/audiences": {"get": audiences()},
            "/v1/feedback": {"post": feedback()},
            "/v1/events": {"get": _events()},
            "/v1/openapi.json": {"get": _open("This description.", {"type": "object"})},
            "/widget.js": {"get": _widget()},
            "/healthz": {"get": _open("Whether the process lives.", ref(HealthView))},
            "/readyz": {"get": _ready()},
            "/metrics": {"get": _metrics()},
        },
        "components": {"schemas": schemas["$defs"], "securitySchemes": _SECURITY},
    }


def _copy() -> Document:
    parameters = [
        parameter("id", "path", "the product's id, percent-encoded", _PRODUCT),
        parameter("locale", "query", "exact, else the same language, else any: `match` says which it was", LOCALE),
        if_none_match(),
        wait_for(),
    ]
    found = content("The copy, or the product's name.", JSON, ref(CopyView), (*KEPT, "copydesk-position"))
    problems = (Problem.BAD_LOCALE, Problem.UNKNOWN_PRODUCT, Problem.RESTORING)
    return {
        "summary": "The copy of a product, joined with the catalogue as it is now.",
        "parameters": parameters,
        "security": KEYED,
        "responses": kept(found, *problems),
    }


def _events() -> Document:
    about = (
        "Server-sent events: `product-copy` with an UpdateView, `audience-blurb` with a BlurbUpdateView, "
        "`personal-copy` with a UserUpdateView, `reset`."
    )
    views = (UpdateView, BlurbUpdateView, UserUpdateView)
    stream = {**content(about, "text/event-stream", {}), "x-data": [ref(view) for view in views]}
    parameters = [
        parameter("Last-Event-ID", "header", "go on behind this one", TEXT),
        parameter("users", "query", "tell of this user too: first how it stands, then what changes", ME),
    ]
    problems = (Problem.BAD_USER, Problem.UNKNOWN_USER, Problem.TOO_MANY_STREAMS)
    return {
        "summary": "Updates as they arrive; `reset` means: read everything anew.",
        "parameters": parameters,
        "security": KEYED,
        "responses": {"200": stream, **refusals(*problems)},
    }


def _widget() -> Document:
    found = content("A module without dependencies.", "text/javascript", TEXT, KEPT)
    return {
        "summary": "The custom element `<copydesk-blurbs>`.",
        "parameters": [if_none_match()],
        "security": [],
        "responses": kept(found),
    }


def _ready() -> Document:
    told = ref(ReadyView)
    return {
        "summary": "Whether answers can be relied on.",
        "security": [],
        "responses": {"200": content("They can.", JSON, told), "503": content("Not yet.", JSON, told)},
    }


def _metrics() -> Document:
    return {
        "summary": "Prometheus's text format.",
        "security": KEYED[:1],
        "responses": {"200": content("Counts and gauges.", "text/plain", TEXT), **refusals()},
    }


def _open(summary: str, schema: Document) -> Document:
    return {
        "summary": summary,
        "security": [],
        "responses": {"200": content("It is.", JSON, schema)},
    }
