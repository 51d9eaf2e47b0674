"""What a blurb may state: a line or two for one audience, whose leading interest decides which fact leads. Pure.

The audience changes order and choice; it never adds a fact that the product has not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from schemas.inbound_users import ActedOn
from schemas.kinds import Kind
from workers.plan.audience import Audience
from workers.plan.audience_words import LIFTS
from workers.plan.benefits import Benefits
from workers.plan.brief import Brief, Clause, Fact, Limits
from workers.plan.facets import facets_of
from workers.plan.lexicon.locales import language_of, supported
from workers.plan.lexicon.lookup import FLAGS, SET_SUFFIX
from workers.plan.lexicon.wording import OWN, said, sayable

BLURB_VERSION: Final = "1"

MAX_FACTS: Final = 6
MAX_MORE: Final = 2
"""Facts beside the names and the lead; the lead's other values ("navy and white") are the first of them."""

_CHARS: Final = {"en": 90, "zh": 45}
# What takes up more of the line than this leaves no room for the product's name.
_ROOM: Final = {"en": 44, "zh": 20}
_NAMING: Final = ("name", "brand", "type")
# What one looks for first, in this order.
_LOOKED_FOR: Final = (
    "material", "composition", "gemstone", "filling", "upper", "capacity", "volume", "net_weight", "storage", "memory",
    "screen", "battery_life", "flavour", "scent", "roast", "colour", "pattern", "style", "shape", "neckline", "sleeve",
    "fit", "seats", "drawers", "count", "pack", "power", "dimensions", "diameter", "size",
)  # fmt: skip
# Prices and stock change too often, and terms are the shop's, not the thing's.
_NEVER: Final = frozenset({"price", "in_stock", "returns", "shipping", "min_order", "warranty", "limited_warranty"})
_SAME: Final = {"material": "composition", "composition": "material"}
"""Two names of one matter: a line states one of them."""
# `facets_of` asks for the event's product, and looks at it only where there are no facts.
_ANY: Final = ActedOn(id="-")


def blurb_brief(
    product_id: str, facts: Sequence[Fact], locale: str, audience: Audience, benefits: Benefits
) -> Brief | None:
    """The order for one product's blurb to one audience; its first fact is the lead, which the text emphasises.

    None where the locale is not supported, or where the product has neither a name nor a type there.
    """
    if not supported(locale):
        return None
    shelf = _Shelf(tuple(fact for fact in facts if sayable(fact, locale) and fact.name not in _NEVER), locale, benefits)
    if not shelf.named("name", "type"):
        return None
    lead = shelf.met(audience.facets) or shelf.strongest()
    chosen = (lead, *shelf.named(*_NAMING), *shelf.more(lead))
    kept = tuple(dict.fromkeys(chosen))[:MAX_FACTS]
    limits = Limits(_CHARS[language_of(locale)])
    return Brief(product_id, Kind.BLURB, locale, kept, limits, shelf.clauses(lead), audience.id)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What may be said of one product in one locale."""

    facts: tuple[Fact, ...]
    locale: str
    benefits: Benefits

    def named(self, *names: str) -> tuple[Fact, ...]:
        """The first fact of each name."""
        return tuple(fact for name in names for fact in self.values(name)[:1])

    def values(self, name: str) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if fact.name == name)

    def met(self, facets: Sequence[str]) -> Fact | None:
        """The fact that meets the first interest that any fact meets. A price is never stated, so it meets none."""
        for facet in facets:
            meeting = [fact for fact in self.facts if facet in _interests(fact) and self._fits(fact)]
            if meeting:
                # For a department: where it is filed, before what it is.
                return min(meeting, key=lambda fact: fact.name == "type")
        return None

    def strongest(self) -> Fact:
        """What permits a benefit, then what one looks for first, then what there is."""
        listed = [fact for name in _LOOKED_FOR for fact in self.values(name) if self._fits(fact)]
        others = [fact for fact in self.facts if fact.name not in {*OWN, *_LOOKED_FOR} and self._fits(fact)]
        kind = self.named("type")
        stated = [fact for fact in others if fact.name not in FLAGS or fact.value == "yes"]
        praised = [fact for fact in (*listed, *others, *kind) if self.clauses(fact)]
        return (*praised, *listed, *stated, *kind, *self.named("category", "brand", "name"))[0]

    def more(self, lead: Fact) -> Iterator[Fact]:
        """The lead's other values, then what one looks for first: each attribute whole or not at all."""
        sisters = [] if lead.name in OWN else [fact for fact in self.values(lead.name) if fact != lead][:MAX_MORE]
        yield from sisters
        room = MAX_MORE - len(sisters)
        stated = {lead.name}
        for name in _LOOKED_FOR:
            values = self.values(name)
            if not {name, _SAME.get(name)} & stated and 0 < len(values) <= room and self._fits(values[0]):
                stated.add(name)
                room -= len(values)
                yield from values

    def clauses(self, lead: Fact) -> tuple[Clause, ...]:
        """What the lead permits; of a department, what the type does."""
        kind = self.named("type")
        if lead.name == "category":
            return self.benefits.clauses(kind, self.locale)
        if lead.name not in OWN and len(self.values(lead.name)) > 1:
            # What one of several materials permits is not true of the whole.
            return ()
        permitted = self.benefits.clauses(dict.fromkeys((*kind, lead)), self.locale)
        return tuple(clause for clause in permitted if clause.fact == lead.id)

    def _fits(self, fact: Fact) -> bool:
        """Whether the line has room for the attribute; of colours some may be left out, of materials none."""
        if fact.name in OWN:
            return True
        values = self.values(fact.name)
        whole = fact.name == "colour" or len(values) <= 1 + MAX_MORE
        told = sum(len(said(value, self.locale)) + 2 for value in values[: 1 + MAX_MORE])
        return whole and told - 2 <= _ROOM[language_of(self.locale)]


@lru_cache(maxsize=16_384)
def _interests(fact: Fact) -> frozenset[str]:
    """What it meets: a mug an interest in mugs, and one in the kitchen; a set of chairs one in chairs."""
    own = facets_of(_ANY, (fact,))
    return frozenset(
        (*own, *(facet.removesuffix(SET_SUFFIX) for facet in own), *(LIFTS.get(facet, "") for facet in own))
    )
