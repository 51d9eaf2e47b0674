"""The description that the read side serves of itself: the types of its answers, and by hand what types do not say."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from pydantic.json_schema import models_json_schema

from workers.web.problem import CONTENT_TYPE, Problem
from workers.web.views import CopyView, HealthView, ProblemView, ReadyView, UpdateView, View

JSON: Final = "application/json"
Document = dict[str, Any]

_VIEWS: Final[tuple[type[View], ...]] = (CopyView, HealthView, ProblemView, ReadyView, UpdateView)
_REFERENCE: Final = "#/components/schemas/{model}"
_KEYED: Final[list[dict[str, list[str]]]] = [{"key": []}]


@lru_cache(maxsize=1)
def document() -> Document:
    """OpenAPI 3.1."""
    _, schemas = models_json_schema([(view, "serialization") for view in _VIEWS], ref_template=_REFERENCE)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Copydesk: the read side",
            "version": "1",
            "description": "Copy by product. Texts are plain: whoever shows one escapes it. No answer calls a model.",
        },
        "paths": {
            "/v1/products/{id}/copy": {"get": _copy()},
            "/v1/events": {"get": _events()},
            "/v1/openapi.json": {"get": _open("This description.", {"type": "object"})},
            "/healthz": {"get": _open("Whether the process lives.", _ref(HealthView))},
            "/readyz": {"get": _ready()},
            "/metrics": {"get": _metrics()},
        },
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
    }


def _copy() -> Document:
    parameters = [
        _parameter("id", "path", "the product's id, percent-encoded", required=True),
        _parameter("locale", "query", "exact, else the same language, else any: `match` says which it was"),
        _parameter("If-None-Match", "header", "an ETag that the caller has"),
        _parameter("copydesk-wait-for", "header", "a position: waited for 50 ms; then the answer says `stale`"),
    ]
    found = {
        **_content("The copy, or the product's name.", JSON, _ref(CopyView)),
        "headers": {name: {"schema": {"type": "string"}} for name in ("ETag", "Cache-Control", "copydesk-position")},
    }
    problems = (Problem.BAD_LOCALE, Problem.UNKNOWN_PRODUCT, Problem.RESTORING)
    return {
        "summary": "The copy of a product, joined with the catalogue as it is now.",
        "parameters": parameters,
        "security": _KEYED,
        "responses": {"200": found, "304": {"description": "The caller has it."}, **_problems(*problems)},
    }


def _events() -> Document:
    stream = {
        **_content("Server-sent events: `product-copy` with an UpdateView, `reset`.", "text/event-stream", {}),
        "x-data": _ref(UpdateView),
    }
    return {
        "summary": "Updates of product copy as they arrive; `reset` means: read everything anew.",
        "parameters": [_parameter("Last-Event-ID", "header", "go on behind this one")],
        "security": _KEYED,
        "responses": {"200": stream, **_problems(Problem.TOO_MANY_STREAMS)},
    }


def _ready() -> Document:
    told = _ref(ReadyView)
    return {
        "summary": "Whether answers can be relied on.",
        "security": [],
        "responses": {"200": _content("They can.", JSON, told), "503": _content("Not yet.", JSON, told)},
    }


def _metrics() -> Document:
    return {
        "summary": "Prometheus's text format.",
        "security": _KEYED,
        "responses": {"200": _content("Counts and gauges.", "text/plain", {"type": "string"}), **_problems()},
    }


def _open(summary: str, schema: Document) -> Document:
    return {
        "summary": summary,
        "security": [],
        "responses": {"200": _content("It is.", JSON, schema)},
    }


def _problems(*problems: Problem) -> Document:
    statuses = {problem.status: problem for problem in (*problems, Problem.NO_KEY, Problem.TOO_MANY, Problem.FAILED)}
    return {
        str(status.value): _content(problem.view.detail, CONTENT_TYPE, _ref(ProblemView))
        for status, problem in statuses.items()
    }


def _content(about: str, kind: str, schema: Mapping[str, Any]) -> Document:
    return {"description": about, "content": {kind: {"schema": schema}}}


def _parameter(name: str, place: str, about: str, *, required: bool = False) -> Document:
    return {"name": name, "in": place, "required": required, "description": about, "schema": {"type": "string"}}


def _ref(view: type[View]) -> Document:
    return {"$ref": _REFERENCE.format(model=view.__name__)}
