"""What the fields of a pack may hold."""

from typing import Annotated, Final

from pydantic import AfterValidator, StringConstraints

from workers.edit.law.forms import needles, parsed

MAX_FORMS: Final = 400

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$", max_length=48)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Glob = Annotated[str, StringConstraints(min_length=1, max_length=80, to_lower=True)]
SellerGlob = Annotated[str, StringConstraints(min_length=1, max_length=128)]
Note = Annotated[str, StringConstraints(min_length=3, max_length=200)]


def _readable(form: str) -> str:
    try:
        parsed(form)
    except ValueError as error:
        raise ValueError(f"{form!r}: {error}") from error
    return form


Form = Annotated[str, StringConstraints(min_length=1, max_length=900), AfterValidator(_readable)]


def always_something(form: str) -> str:
    """The wording. Raises ValueError for one that may be nothing at all: it would be in every text."""
    if not needles(parsed(form)):
        raise ValueError(f"{form!r} may be nothing at all: give it one word that is always there")
    return form
