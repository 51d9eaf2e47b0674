"""The paths of users, described. Pure."""

from typing import Final

from schemas.inbound_users import PSEUDONYM
from schemas.outbound_users import MAX_PICKS
from workers.web.feedback import FeedbackItem, FeedbackItems
from workers.web.openapi_parts import (
    JSON,
    KEPT,
    KEYED,
    LOCALE,
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
from workers.web.problem import Problem
from workers.web.views import AudiencesView, BlurbsView, TakenView

ME: Final[Document] = {"type": "string", "pattern": f"^(me|{PSEUDONYM.strip('^$')})$"}


def blurbs() -> Document:
    """The answer that a widget shows."""
    parameters = [
        parameter("id", "path", "the user's pseudonym, or `me`: whose token it is", ME),
        parameter("slot", "query", "where on the shop's pages; only counted", {**TEXT, "pattern": "^[a-z0-9-]{1,32}$"}),
        parameter("limit", "query", "6 unless told", {"type": "integer", "minimum": 1, "maximum": MAX_PICKS}),
        parameter("locale", "query", "the user's own unless told; each item says which it is in", LOCALE),
        if_none_match(),
        wait_for(),
    ]
    found = content("What the user is to see.", JSON, ref(BlurbsView), (*KEPT, "copydesk-position"))
    problems = (Problem.BAD_USER, Problem.UNKNOWN_USER, Problem.RESTORING)
    return {
        "summary": "Blurbs for a user; for one of whom nothing is known, what is popular.",
        "parameters": parameters,
        "security": KEYED,
        "responses": kept(found, *problems),
    }


def audiences() -> Document:
    """The set that users are in."""
    found = content("All of them, `everyone` first.", JSON, ref(AudiencesView), KEPT)
    return {
        "summary": "The audiences, in words.",
        "parameters": [if_none_match()],
        "security": KEYED,
        "responses": kept(found, Problem.RESTORING),
    }


def feedback() -> Document:
    """The one path that is sent to."""
    schema = {"oneOf": [ref(FeedbackItem), ref(FeedbackItems)]}
    beacon = {"type": "string", "contentMediaType": JSON, "contentSchema": schema, "maxLength": 4096}
    problems = (
        Problem.BAD_BODY, Problem.FOREIGN_ORIGIN, Problem.NO_BODY, Problem.TOO_LARGE, Problem.BAD_TYPE, Problem.BUSY
    )  # fmt: skip
    return {
        "summary": "What a shopper saw or followed. Whose it is, the token says; without one it is nobody's.",
        "security": KEYED,
        "requestBody": {
            "required": True,
            "description": "At most 4096 bytes. As text/plain it is what a browser's beacon can send.",
            "content": {JSON: {"schema": schema}, "text/plain": {"schema": beacon}},
        },
        "responses": {"202": content("Taken, and on its way.", JSON, ref(TakenView)), **refusals(*problems)},
    }
