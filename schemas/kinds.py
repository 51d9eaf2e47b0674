"""The kinds of copy. Standard library only: the realiser inside Triton reads this too."""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What is written. `seo_title` and `meta` are the search result's two lines; a `blurb` is for one audience."""

    TITLE = "title"
    BULLETS = "bullets"
    DESCRIPTION = "description"
    SEO_TITLE = "seo_title"
    META = "meta"
    BLURB = "blurb"


PRODUCT_KINDS: Final = (Kind.TITLE, Kind.BULLETS, Kind.DESCRIPTION, Kind.SEO_TITLE, Kind.META)
"""What a product's own copy is made of: the same for everybody."""
