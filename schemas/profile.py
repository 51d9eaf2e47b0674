"""What a profile consists of, in its own record and where it is carried to another pseudonym."""

from typing import Annotated

from pydantic import Field, StringConstraints

from schemas.inbound import Facet

MAX_LIKES = 12
MAX_MARKS = 12
MARK_SIGNS = 6
Likes = Annotated[dict[Facet, Annotated[int, Field(ge=1, le=10_000_000)]], Field(max_length=MAX_LIKES)]
"""In thousandths, strongest first."""
Marks = Annotated[str, StringConstraints(pattern=r"^([A-Za-z0-9_-]{6}){0,12}$", max_length=MAX_MARKS * MARK_SIGNS)]
"""One behind the other, newest last: of each the first 36 bits of BLAKE2b over an id, six signs of base64url. A list of
them would take half as much again.
"""
AudienceName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{0,32}$", max_length=32)]
"""Of the audience that the user is in; empty for none."""
