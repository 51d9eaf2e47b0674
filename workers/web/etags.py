"""What a caller has already: tags over what is shown, not over how old it is. Pure."""

from hashlib import blake2b
from typing import Final

from schemas.codec import encode
from workers.web.views import View

DIGEST: Final = 16
_OF_THE_MOMENT: Final = ("age_seconds", "stale")


def tag_of(view: View) -> str:
    """Weak: an answer's age is not part of what it says."""
    still = {name: type(getattr(view, name))() for name in _OF_THE_MOMENT if hasattr(view, name)}
    return f'W/"{blake2b(encode(view.model_copy(update=still)), digest_size=DIGEST).hexdigest()}"'


def fits(tag: str, if_none_match: str) -> bool:
    """Whether the caller named this tag among those that it has."""
    if not if_none_match:
        return False
    tags = [one.strip().removeprefix("W/") for one in if_none_match.split(",")]
    return "*" in tags or tag.removeprefix("W/") in tags
