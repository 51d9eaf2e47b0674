"""What the fields of a pack may hold."""

from typing import Annotated, Final

from pydantic import AfterValidator, StringConstraints

from workers.edit.law.forms import needles, parsed

MAX_FORMS: Final = 400
MAX_CHARS: Final = 12_000
"""Of a wording, its lists spelled out."""
_SHOWN: Final = 80

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$", max_length=48)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Glob = Annotated[str, StringConstraints(min_length=1, max_length=80, to_lower=True)]
SellerGlob = Annotated[str, StringConstraints(min_length=1, max_length=128)]
Note = Annotated[str, StringConstraints(min_length=3, max_length=200)]


def shown(form: str) -> str:
    """As much of a wording as a line of an error has room for."""
    return repr(form if len(form) <= _SHOWN else f"{form[:_SHOWN]}…")


def _readable(form: str) -> str:
    try:
        parsed(form)
    except ValueError as error:
        raise ValueError(f"{shown(form)}: {error}") from error
    return form


Form = Annotated[str, StringConstraints(min_length=1, max_length=MAX_CHARS), AfterValidator(_readable)]


def always_something(form: str) -> str:
    """The wording. Raises ValueError for one that may be nothing at all: it would be in every text."""
    if not needles(parsed(form)):
        raise ValueError(f"{shown(form)} may be nothing at all: give it one word that is always there")
    return form
