"""Which kinds of copy a product gets, and which facts each may state. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from schemas.kinds import Kind
from workers.plan.benefits import Benefits
from workers.plan.brief import MAX_FACTS, Brief, Clause, Fact, Limits
from workers.plan.lexicon.locales import language_of, supported
from workers.plan.lexicon.wording import OWN, sayable

SELECT_VERSION: Final = "1"

MIN_USABLE: Final = 3
MAX_BULLETS: Final = 5
MAX_SENTENCES: Final = 9
MAX_CLAUSES: Final = 12

_TITLE_CHARS: Final = {"en": 120, "zh": 60}
_SEO_TITLE_CHARS: Final = 60
_META_CHARS: Final = 155
_BULLET_CHARS: Final = {"en": 240, "zh": 120}
_DESCRIPTION_CHARS: Final = {"en": 1000, "zh": 400}
_ONE_SENTENCE_CHARS: Final = {"en": 300, "zh": 120}

_NAMING: Final = frozenset({"name", "brand", "type"})
_OFFER: Final = frozenset({"price", "in_stock"})
# In one line there is room for what one looks for first.
_LINE_FACTS: Final = frozenset(
    {
        "material", "composition", "colour", "pattern", "style", "shape", "size", "capacity", "volume", "net_weight",
        "storage", "memory", "screen", "dimensions", "diameter", "power", "count", "pack", "flavour", "scent",
        "neckline", "sleeve",
    }
)  # fmt: skip
_TERMS: Final = frozenset({"returns", "shipping", "min_order"})

UNORDERED: Final = Limits(max_chars=1000, max_items=MAX_SENTENCES)
"""How long a text may be of a kind that our own desk would not write of that product."""


@dataclass(frozen=True, slots=True)
class Selection:
    """`unsaid`: ids of facts for which the locale's lexicon has no words."""

    briefs: tuple[Brief, ...]
    unsaid: tuple[str, ...]

    def of(self, kind: Kind) -> Brief | None:
        """The brief of this kind, where the product gets such copy."""
        return next((brief for brief in self.briefs if brief.kind is kind), None)


def select(product_id: str, facts: tuple[Fact, ...], locale: str, benefits: Benefits) -> Selection:
    """The briefs of one product in one locale, in a stable order; none for a locale that is not supported."""
    if not supported(locale):
        return Selection((), ())
    usable = tuple(fact for fact in facts if sayable(fact, locale))
    unsaid = tuple(fact.id for fact in facts if not sayable(fact, locale))
    plan = _Plan(product_id, usable, locale, benefits.clauses(usable, locale))
    return Selection(tuple(plan.briefs()), unsaid)


def beside_all(brief: Brief, facts: tuple[Fact, ...], benefits: Benefits) -> Brief:
    """The order as a text of somebody else's is held to it: it may state any fact of the product, all that they permit.

    `MAX_FACTS` and `MAX_CLAUSES` are a prompt's bounds: what such a text rests on may well stand beyond them.
    """
    return replace(brief, facts=facts, clauses=benefits.clauses(facts, brief.locale))


def open_brief(product_id: str, kind: Kind, locale: str, facts: tuple[Fact, ...], benefits: Benefits) -> Brief:
    """What a text is held to that nobody ordered: all facts, at the length at which our own desk would order them.

    Whether a fact is sayable matters to our own writer alone. Of a kind that our desk would not write of this product
    a text may be as long as any. The locale is a supported one.
    """
    plan = _Plan(product_id, facts, locale, benefits.clauses(facts, locale))
    order = Selection(tuple(plan.briefs()), ()).of(kind) or Brief(product_id, kind, locale, (), UNORDERED)
    return beside_all(order, facts, benefits)


@dataclass(frozen=True, slots=True)
class _Plan:
    """One product in one locale: what may be said, and what it permits."""

    product: str
    facts: tuple[Fact, ...]
    locale: str
    clauses: tuple[Clause, ...]

    def briefs(self) -> Iterable[Brief]:
        if not any(fact.name in {"name", "type"} for fact in self.facts):
            return
        language = language_of(self.locale)
        line = [fact for fact in self.facts if fact.name in _LINE_FACTS]
        naming = [fact for fact in self.facts if fact.name in _NAMING]
        topics = self._topics()
        yield self._brief(Kind.TITLE, [*naming, *line], Limits(_TITLE_CHARS[language]), ())
        if topics >= MIN_USABLE:
            count = min(MAX_BULLETS, topics)
            limits = Limits(count * _BULLET_CHARS[language], MIN_USABLE, count)
            yield self._brief(Kind.BULLETS, self._attributes("brand", "type"), limits, self.clauses)
        yield self._brief(Kind.DESCRIPTION, self._described(), self._length(topics, language), self.clauses)
        yield self._brief(Kind.SEO_TITLE, [*naming, *line], Limits(_SEO_TITLE_CHARS), ())
        offer = [fact for fact in self.facts if fact.name in _OFFER]
        stated = [fact for fact in self._described() if fact.name not in _TERMS]
        yield self._brief(Kind.META, [*stated[: MAX_FACTS - len(offer)], *offer], Limits(_META_CHARS), self.clauses)

    def _topics(self) -> int:
        """How many matters bullets could speak of: attributes, and a type that permits a clause."""
        names = {fact.name for fact in self.facts} - OWN
        kind = next((fact.id for fact in self.facts if fact.name == "type"), "")
        return len(names) + any(clause.fact == kind for clause in self.clauses)

    def _length(self, topics: int, language: str) -> Limits:
        if topics < MIN_USABLE:
            return Limits(_ONE_SENTENCE_CHARS[language])
        return Limits(_DESCRIPTION_CHARS[language], 1, min(MAX_SENTENCES, 1 + topics))

    def _attributes(self, *own: str) -> list[Fact]:
        return [fact for fact in self.facts if fact.name in own or fact.name not in OWN]

    def _described(self) -> list[Fact]:
        return self._attributes("name", "brand", "type", "category")

    def _brief(self, kind: Kind, facts: list[Fact], limits: Limits, clauses: tuple[Clause, ...]) -> Brief:
        kept = tuple(facts[:MAX_FACTS])
        ids = {fact.id for fact in kept}
        permitted = tuple(clause for clause in clauses if clause.fact in ids)[:MAX_CLAUSES]
        return Brief(self.product, kind, self.locale, kept, limits, permitted)
