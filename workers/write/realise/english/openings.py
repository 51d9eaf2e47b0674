"""English first sentences. A plan returns None where its facts are not there; the draw decides where to begin."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from workers.plan.lexicon.wording import said
from workers.write.realise.bundles import units
from workers.write.realise.content import Content, Draw, Item
from workers.write.realise.english.grammar import joined, plural_verb
from workers.write.realise.english.nouns import described
from workers.write.realise.english.phrases import bare, noun_phrase, noun_phrases, participle, verb_phrase
from workers.write.realise.english.subject import Subject


@dataclass(frozen=True, slots=True)
class Opening:
    """The first sentence, without capital and stop; the items and clauses that it has said; and of our own facts."""

    text: str
    items: tuple[Item, ...] = ()
    own: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What an opening is made from. `lead`: what the thing is made of and how it looks."""

    content: Content
    subject: Subject
    draw: Draw
    lead: tuple[Item, ...]

    def agree(self, phrase: str) -> str:
        return plural_verb(phrase) if self.subject.plural else phrase

    def predicate(self, items: list[Item]) -> str:
        return predicate_of(items, self.content.locale, self.draw, self.agree)

    @property
    def typed(self) -> bool:
        """Whether a noun phrase of the type may stand for the product, in number too."""
        subject = self.subject
        return "type" in self.content.own and not subject.mass and subject.noun_plural == subject.plural

    @property
    def first_said(self) -> list[Item]:
        """What an opening may begin with: make and look, else what comes first; the terms only for want of more."""
        if self.lead:
            return list(self.lead)
        matter = [item for item in self.content.items if item.topic != "terms"]
        return list(units(matter or list(self.content.items))[0]) if self.content.items else []

    @property
    def brand(self) -> str:
        """The brand, unless the name says it."""
        brand = self.content.own.get("brand")
        if brand is None or brand.value.casefold() in self.subject.name.casefold():
            return ""
        return said(brand, self.content.locale)

    @property
    def name_alone(self) -> str:
        """As "the Alder", from "the Alder shirt"."""
        return self.subject.full.removesuffix(f" {self.subject.noun}")

    @property
    def named(self) -> tuple[str, ...]:
        """What the subject's full name says."""
        own = ("name",) if self.subject.name else ()
        return (*own, "type") if self.subject.noun in self.subject.full else own


def predicate_of(items: list[Item], locale: str, draw: Draw, agree: Callable[[str], str]) -> str:
    """One predicate of several items: "weighs 320 g, is machine washable and has long sleeves"."""
    rest: list[str] = []
    denied: list[str] = []
    coming: list[str] = []
    being: list[str] = []
    having: list[str] = []
    for item in items:
        phrase = verb_phrase(item, locale, draw)
        verb, _, complement = phrase.partition(" ")
        if complement.startswith("not ") or verb in {"cannot", "does"}:
            # Apart, or "not" would seem to deny its neighbours too.
            denied.append(phrase)
        elif verb == "has":
            having.append(complement)
        elif item.name in {"colour", "size"} and item.single:
            coming.append(complement.removeprefix("in "))
        elif verb == "is" and _is_quality(item, complement):
            being.append(complement)
        else:
            rest.append(phrase)
    shared = (("comes in", coming), ("is", being), ("has", having))
    parts = [*rest, *(f"{verb} {joined(found)}" for verb, found in shared if found), *denied]
    return joined(agree(part) for part in parts)


def _is_quality(item: Item, complement: str) -> bool:
    """Whether it can share one "is" with others of its kind: "is 80 cm long and 40 cm wide"."""
    if complement[:1].isdigit():
        return True
    return item.topic in {"use", "taste"} and not complement.startswith(("made ", "meant ", "for ", "recommended "))


Plan = Callable[[Desk], Opening | None]


def opening_of(desk: Desk) -> Opening:
    """The first plan, in a drawn order, that these facts allow."""
    for plan in desk.draw.shuffled(PLANS):
        made = plan(desk)
        if made is not None:
            return made
    return _barest(desk)


def name_predicate(desk: Desk) -> Opening | None:
    """As "The Alder Shirt is made of linen and comes in navy"."""
    if not desk.lead or not desk.subject.name:
        return None
    items = list(desk.lead[: 1 + desk.draw.number(3)])
    return Opening(f"{desk.subject.full} {desk.predicate(items)}", tuple(items), desk.named)


def with_first(desk: Desk) -> Opening | None:
    """As "With a mandarin collar and long sleeves, the Alder Shirt comes in navy"."""
    locale = desk.content.locale
    having = [item for item in desk.lead if noun_phrases(item.name, item.facts, locale)][:2]
    others = [item for item in desk.lead if item not in having][:2]
    if not having or not others or not desk.subject.name:
        return None
    phrase = joined(noun_phrase(item, locale, desk.draw) for item in having)
    return Opening(f"with {phrase}, {desk.subject.full} {desk.predicate(others)}", (*having, *others), desk.named)


def participle_first(desk: Desk) -> Opening | None:
    """As "Made of linen, the Alder Shirt comes in navy"."""
    first = next((item for item in desk.lead if participle(item, desk.content.locale)), None)
    others = [item for item in desk.lead if item is not first][:2]
    if first is None or not others:
        return None
    text = f"{participle(first, desk.content.locale)}, {desk.subject.full} {desk.predicate(others)}"
    return Opening(text, (first, *others), desk.named)


def participle_clause(desk: Desk) -> Opening | None:
    """As "Made of linen, the Alder Shirt stays cool to the touch in warm weather"."""
    locale = desk.content.locale
    first = next((item for item in desk.content.items if item.clauses and participle(item, locale)), None)
    if first is None:
        return None
    clause = desk.draw.pick(first.clauses)
    text = f"{participle(first, locale)}, {desk.subject.full} {desk.agree(clause.text)}"
    return Opening(text, (first,), desk.named, (clause.id,))


def _others(desk: Desk, said_items: list[Item]) -> list[Item]:
    """What follows a noun phrase: more of make and look, else the first matter."""
    rest = [item for item in desk.content.items if item not in said_items and item.topic != "terms"]
    lead = [item for item in rest if item in desk.lead][:2]
    return lead or (units(rest)[0] if rest else [])


def this_noun(desk: Desk) -> Opening | None:
    """As "This navy linen shirt has a mandarin collar and long sleeves"."""
    if not desk.typed:
        return None
    phrase, said_items = described(desk.content, desk.subject)
    others = _others(desk, said_items)
    if not others or not said_items:
        return None
    several = desk.subject.noun_plural
    predicate = predicate_of(others, desk.content.locale, desk.draw, plural_verb if several else str)
    text = f"{'these' if several else 'this'} {bare(phrase)} {predicate}"
    return Opening(text, (*said_items, *others), ("type",))


def noun_with(desk: Desk) -> Opening | None:
    """As "A navy linen shirt with a mandarin collar and long sleeves"."""
    if not desk.typed:
        return None
    phrase, said_items = described(desk.content, desk.subject)
    locale = desk.content.locale
    having = [
        item
        for item in desk.content.items
        if item not in said_items and item.topic != "terms" and noun_phrases(item.name, item.facts, locale)
    ][:2]
    if not having:
        return None
    text = f"{phrase} with {joined(noun_phrase(item, locale, desk.draw) for item in having)}"
    return Opening(text, (*said_items, *having), ("type",))


def noun_from(desk: Desk) -> Opening | None:
    """As "A navy linen shirt from Norrland"."""
    if not desk.typed or not desk.brand:
        return None
    phrase, said_items = described(desk.content, desk.subject)
    if not said_items:
        return None
    return Opening(f"{phrase} from {desk.brand}", tuple(said_items), ("type", "brand"))


def name_is(desk: Desk) -> Opening | None:
    """As "The Alder is a navy linen shirt from Norrland"."""
    if not desk.typed or not desk.subject.name or desk.subject.named_type:
        return None
    phrase, said_items = described(desk.content, desk.subject)
    if not said_items and not desk.brand:
        return None
    source = f" from {desk.brand}" if desk.brand else ""
    verb = "are" if desk.subject.plural else "is"
    own = ("name", "type", *(("brand",) if source else ()))
    return Opening(f"{desk.name_alone} {verb} {phrase}{source}", tuple(said_items), own)


def apposition(desk: Desk) -> Opening | None:
    """As "A navy linen shirt, the Alder has a mandarin collar"."""
    if not desk.typed or not desk.subject.name or desk.subject.named_type:
        return None
    phrase, said_items = described(desk.content, desk.subject)
    others = _others(desk, said_items)
    if not said_items or not others:
        return None
    text = f"{phrase}, {desk.name_alone} {desk.predicate(others)}"
    return Opening(text, (*said_items, *others), ("name", "type"))


def from_brand(desk: Desk) -> Opening | None:
    """As "From Norrland, the Alder Shirt is made of linen"."""
    if not desk.brand or not desk.subject.name or not desk.content.items:
        return None
    items = desk.first_said[:2] if desk.lead else desk.first_said
    text = f"from {desk.brand}, {desk.subject.full} {desk.predicate(items)}"
    return Opening(text, tuple(items), (*desk.named, "brand"))


def of_brand(desk: Desk) -> Opening | None:
    """As "The Alder Shirt from Norrland is made of linen"."""
    if not desk.brand or not desk.subject.name or not desk.content.items:
        return None
    items = desk.first_said[: 1 + desk.draw.number(2)] if desk.lead else desk.first_said
    text = f"{desk.subject.full} from {desk.brand} {desk.predicate(items)}"
    return Opening(text, tuple(items), (*desk.named, "brand"))


def type_clause(desk: Desk) -> Opening | None:
    """As "The Alder Backpack leaves both hands free"."""
    if not desk.content.type_clauses:
        return None
    clause = desk.draw.pick(desk.content.type_clauses)
    text = f"{desk.subject.full} {desk.agree(clause.text)}"
    return Opening(text, (), (*desk.named, "type"), (clause.id,))


def any_predicate(desk: Desk) -> Opening | None:
    """As "The Alder Kettle holds 1.7 L and has a power rating of 2200 W"."""
    if desk.lead or not desk.content.items:
        return None
    items = desk.first_said
    return Opening(f"{desk.subject.full} {desk.predicate(items)}", tuple(items), desk.named)


PLANS: Final[tuple[Plan, ...]] = (
    name_predicate,
    with_first,
    participle_first,
    participle_clause,
    this_noun,
    noun_with,
    noun_from,
    name_is,
    apposition,
    from_brand,
    of_brand,
    type_clause,
    any_predicate,
)


def _barest(desk: Desk) -> Opening:
    """Where there is no attribute and no clause: brand, else department, else no more than the name."""
    subject = desk.subject
    if desk.brand:
        verb = "come" if subject.plural else "comes"
        return Opening(f"{subject.full} {verb} from {desk.brand}", (), (*desk.named, "brand"))
    category = desk.content.own.get("category")
    if category is not None:
        place = said(category, desk.content.locale)
        verb = "are" if subject.plural else "is"
        choices = (f"find {subject.full} in {place}", f"{subject.full} {verb} part of the {place} range")
        return Opening(desk.draw.pick(choices), (), (*desk.named, "category"))
    return Opening(f"{'these are' if subject.plural else 'this is'} {subject.full}", (), desk.named)
