"""Whether a brief is fit to be shown to a model: plan has stripped it, and here we make sure, cheaply."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import is_normalized

from workers.errors import Permanent
from workers.plan.brief import Brief

_INVISIBLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control and bidi characters: what a reader does not see and a model does."""


def check_clean(brief: Brief) -> None:
    """Raise `Permanent("unclean-brief")` for invisible characters, or foreign text that is not NFKC."""
    canonical = brief.canonical
    # JSON writes a control character with a backslash. What has none, and is ASCII, has nothing to hide.
    if canonical.isascii() and b"\\" not in canonical and b"\x7f" not in canonical:
        return
    for text in _foreign(brief):
        if not is_normalized("NFKC", text):
            raise Permanent("unclean-brief", f"not NFKC: {text!a:.200}")
    for text in (*_foreign(brief), *(clause.text for clause in brief.clauses)):
        if _INVISIBLE.search(text):
            raise Permanent("unclean-brief", f"invisible characters: {text!a:.200}")


def _foreign(brief: Brief) -> Iterator[str]:
    yield brief.product
    yield brief.audience
    for fact in brief.facts:
        yield fact.name
        yield fact.value
        yield fact.unit
