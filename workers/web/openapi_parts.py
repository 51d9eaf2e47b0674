"""What the parts of the read side's description are made of. Pure."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel

from workers.web.problem import CONTENT_TYPE, Problem
from workers.web.views import ProblemView

JSON: Final = "application/json"
REFERENCE: Final = "#/components/schemas/{model}"
KEYED: Final[list[dict[str, list[str]]]] = [{"key": []}, {"token": []}]
KEPT: Final = ("ETag", "Cache-Control")
Document = dict[str, Any]

LOCALE: Final[Document] = {"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"}
TEXT: Final[Document] = {"type": "string"}


def parameter(name: str, place: str, about: str, schema: Document) -> Document:
    """A path's are always there, all others only if they are sent."""
    return {"name": name, "in": place, "required": place == "path", "description": about, "schema": schema}


def if_none_match() -> Document:
    """What a caller sends who has an answer already."""
    return parameter("If-None-Match", "header", "an ETag that the caller has", TEXT)


def wait_for() -> Document:
    """What a caller sends who has seen an answer of another replica."""
    about = "a position: waited for 50 ms; then the answer says `stale`"
    return parameter("copydesk-wait-for", "header", about, {"type": "string", "pattern": "^[A-Za-z0-9_-]{4,64}$"})


def content(about: str, kind: str, schema: Mapping[str, Any], headers: tuple[str, ...] = ()) -> Document:
    """A response with a body."""
    told = {"description": about, "content": {kind: {"schema": schema}}}
    return {**told, "headers": {name: {"schema": TEXT} for name in headers}} if headers else told


def kept(found: Document, *problems: Problem) -> Document:
    """The responses of an answer that a caller may have already."""
    return {"200": found, "304": {"description": "The caller has it."}, **refusals(*problems)}


def refusals(*problems: Problem) -> Document:
    """What may be answered instead. Of two with one status the first is described."""
    told: Document = {}
    for problem in (*problems, Problem.NO_KEY, Problem.TOO_MANY, Problem.FAILED):
        about = content(problem.view.detail, CONTENT_TYPE, ref(ProblemView))
        told.setdefault(str(problem.status.value), about)
    return told


def ref(model: type[BaseModel]) -> Document:
    """A type among the components."""
    return {"$ref": REFERENCE.format(model=model.__name__)}
