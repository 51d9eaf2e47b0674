"""The kinds of copy. Standard library only: the realiser inside Triton reads this too."""

from enum import StrEnum


class Kind(StrEnum):
    """What is written. `seo_title` and `meta` are the search result's two lines."""

    TITLE = "title"
    BULLETS = "bullets"
    DESCRIPTION = "description"
    SEO_TITLE = "seo_title"
    META = "meta"
