"""English lines of a blurb that an attribute leads: first, or where the stress falls. Each from full to short."""

from collections.abc import Iterator
from dataclasses import dataclass

from workers.plan.lexicon.wording import said
from workers.write.realise.content import Content, Item
from workers.write.realise.english.grammar import joined
from workers.write.realise.english.nouns import described
from workers.write.realise.english.openings import Desk
from workers.write.realise.english.phrases import fragment, noun_phrase, noun_phrases, participle, verb_phrases
from workers.write.realise.english.subject import Subject
from workers.write.realise.leading import Leading, Line, ids_of


@dataclass(frozen=True, slots=True)
class Slip:
    """What one line is made from."""

    desk: Desk
    led: Leading

    @property
    def content(self) -> Content:
        return self.desk.content

    @property
    def subject(self) -> Subject:
        return self.desk.subject

    def subjects(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """What the thing may be called, the fullest first, and which of our own facts that says."""
        yield self.subject.full, self.desk.named
        if self.subject.name and self.subject.this != self.subject.pronoun:
            yield self.subject.this, ("type",)

    def kinds(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Those that say the type by our own word for it."""
        for name, own in self.subjects():
            if self.subject.noun and self.subject.noun.casefold() in name.casefold():
                yield name, (*own, "type")

    def place(self) -> str:
        """The department that leads, or ""."""
        return said(self.content.own["category"], self.content.locale) if self.led.own == "category" else ""


def so(slip: Slip, item: Item) -> Iterator[Line]:
    """As "The Alder Shirt is made of linen, so it stays cool to the touch in warm weather"."""
    for clause in slip.desk.draw.shuffled(slip.led.clauses):
        for name, own in slip.subjects():
            result = f"{slip.subject.pronoun} {slip.desk.agree(clause.text)}"
            yield f"{name} {_stated(slip, (item,))}, so {result}", ids_of(slip.content, own, (item,))


def headed(slip: Slip, item: Item) -> Iterator[Line]:
    """As "Made of linen, the Alder Shirt stays cool", "30-hour battery life: the Nightjar gets through a day"."""
    head = _head(slip, item)
    for clause in slip.desk.draw.shuffled(slip.led.clauses if head else ()):
        for name, own in slip.subjects():
            yield f"{head} {name} {slip.desk.agree(clause.text)}", ids_of(slip.content, own, (item,))


def _head(slip: Slip, item: Item) -> str:
    """What stands before the subject, with its mark."""
    locale = slip.content.locale
    heads = [f"{part}," for part in (participle(item, locale),) if part]
    if noun_phrases(item.name, item.facts, locale):
        heads.append(f"with {noun_phrase(item, locale, slip.desk.draw)},")
    heads += [f"{text}:" for text in (_headline(item, locale),) if text]
    return slip.desk.draw.pick(heads) if heads else ""


def _headline(item: Item, locale: str) -> str:
    """The attribute by itself: "in navy", "made of oak", "5 L capacity"; "" where it would be half a sentence."""
    predicate = verb_phrases(item.name, item.facts, locale)[0]
    if predicate.startswith("comes in "):
        return predicate.removeprefix("comes ")
    verbal = predicate.startswith(("is ", "has "))
    return fragment(item, locale) if verbal or noun_phrases(item.name, item.facts, locale) else ""


def stated(slip: Slip, item: Item) -> Iterator[Line]:
    """As "The Alder Shirt comes in navy and is made of linen"."""
    for others in slip.led.fewer():
        for name, own in slip.subjects():
            items = (item, *others)
            yield f"{name} {_stated(slip, items)}", ids_of(slip.content, own, items)


def _stated(slip: Slip, items: tuple[Item, ...]) -> str:
    """One predicate, the first item's first; a verb that two share is said once."""
    lead = slip.desk.predicate([items[0]])
    if len(items) == 1:
        return lead
    rest = slip.desk.predicate(list(items[1:]))
    verb = lead.partition(" ")[0]
    if verb in {"comes", "come"} or all(_has(item, slip.content.locale) for item in items):
        rest = rest.removeprefix(f"{verb} ")
    return f"{lead}, {rest}" if " and " in rest else f"{lead} and {rest}"


def _has(item: Item, locale: str) -> bool:
    return all(phrase.startswith("has ") for phrase in verb_phrases(item.name, item.facts, locale))


def before_rest(slip: Slip, item: Item) -> Iterator[Line]:
    """As "Made of linen, the Alder Shirt comes in navy"; "With a mandarin collar, the Alder Shirt is made of linen"."""
    locale = slip.content.locale
    heads = [part for part in (participle(item, locale),) if part]
    if noun_phrases(item.name, item.facts, locale):
        heads.append(f"with {noun_phrase(item, locale, slip.desk.draw)}")
    for others in slip.led.fewer() if heads else ():
        for name, own in slip.subjects() if others else ():
            text = f"{slip.desk.draw.pick(heads)}, {name} {slip.desk.predicate(list(others))}"
            yield text, ids_of(slip.content, own, (item, *others))


def headline(slip: Slip, item: Item) -> Iterator[Line]:
    """As "In navy: the Alder Shirt, made of linen", "Made of oak: the Oda Sideboard, with 3 drawers"."""
    head = _headline(item, slip.content.locale) if slip.subject.name else ""
    for others in slip.led.fewer() if head else ():
        told, items = tail(slip, others)
        yield f"{head}: {slip.subject.full}{told}", ids_of(slip.content, slip.desk.named, (item, *items))


def tail(slip: Slip, others: tuple[Item, ...]) -> tuple[str, tuple[Item, ...]]:
    """As ", made of linen, with long sleeves", and those of the items that can be said so."""
    locale = slip.content.locale
    having = tuple(item for item in others if noun_phrases(item.name, item.facts, locale))
    apart = tuple(item for item in others if item not in having and _headline(item, locale))
    owned = joined(noun_phrase(item, locale, slip.desk.draw) for item in having)
    parts = (*(_headline(item, locale) for item in apart), f"with {owned}" if owned else "")
    return "".join(f", {part}" for part in parts if part), (*apart, *having)


def noun_led(slip: Slip, item: Item) -> Iterator[Line]:
    """As "A linen shirt in navy", "A navy shirt made of linen", "A navy linen shirt with a mandarin collar"."""
    if not slip.desk.typed:
        return
    locale = slip.content.locale
    phrase, items = described(slip.content, slip.subject, frozenset({item.name}))
    having = f"with {noun_phrase(item, locale, slip.desk.draw)}"
    led = having if noun_phrases(item.name, item.facts, locale) else _headline(item, locale)
    rest = tuple(other for other in slip.led.others if other not in items)
    for count in range(len(rest), -1, -1) if led else ():
        if items or count:
            told, more = tail(slip, rest[:count])
            yield f"{phrase} {led}{told}", ids_of(slip.content, ("type",), (*items, item, *more))
