"""English blurbs: one line, the lead first or where the stress falls, with what it permits; two if there is room."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from workers.outcome import Sentence
from workers.plan.lexicon.length import shortened
from workers.plan.lexicon.raw import calm_name
from workers.write.realise.content import Content, Draw, Item
from workers.write.realise.english.blurb_lines import (
    Slip,
    before_rest,
    headed,
    headline,
    noun_led,
    so,
    stated,
    tail,
)  # fmt: skip
from workers.write.realise.english.grammar import joined, plural_verb, sentence, with_article
from workers.write.realise.english.nouns import described
from workers.write.realise.english.openings import Desk
from workers.write.realise.english.phrases import noun_phrase, noun_phrases
from workers.write.realise.english.subject import Subject, subject_of
from workers.write.realise.leading import Line, both, ids_of, leading, uncut

Lines = Callable[[], Iterator[Line]]

_OF_ITEM: Final[tuple[Callable[[Slip, Item], Iterator[Line]], ...]] = (stated, before_rest, headline, noun_led)
_OF_ITEM_PERMITTED: Final[tuple[Callable[[Slip, Item], Iterator[Line]], ...]] = (so, headed)


def blurb(content: Content, draw: Draw) -> tuple[Sentence, ...]:
    """() where neither a name nor a type may be said. The first plan, in a drawn order, with a line that fits."""
    led = leading(content)
    if led is None:
        return ()
    slip = Slip(Desk(content, _subject(content), draw, ()), led)
    most = content.brief.limits.max_chars
    for lines in both(list(_permitted(slip)), list(_plain(slip)), draw):
        for text, ids in lines():
            if len(sentence(text)) <= most:
                return _with_more(slip, Sentence(sentence(text), tuple(dict.fromkeys(ids))))
    return (_barest(slip),)


def _subject(content: Content) -> Subject:
    subject = subject_of(content)
    name = uncut(subject.name, calm_name(content.own["name"].value)) if subject.name else ""
    return replace(subject, name=name, full=subject.full.replace(subject.name, name)) if subject.name else subject


def _permitted(slip: Slip) -> Iterator[Lines]:
    """Plans that say what the lead permits."""
    if slip.led.clauses and slip.led.item:
        yield from (partial(plan, slip, slip.led.item) for plan in _OF_ITEM_PERMITTED)
    elif slip.led.clauses:
        yield from (partial(plan, slip) for plan in (type_does, noun_that))


def _plain(slip: Slip) -> Iterator[Lines]:
    """Plans that say the lead, and other facts."""
    if slip.led.item:
        yield from (partial(plan, slip, slip.led.item) for plan in _OF_ITEM)
    else:
        yield from (partial(plan, slip) for plan in _OF_OWN.get(slip.led.own, ()))


def _with_more(slip: Slip, first: Sentence) -> tuple[Sentence, ...]:
    """At times a second sentence: of what the first has left unsaid, if it fits."""
    rest = [item for item in slip.led.others if not set(item.ids) & set(first.facts)]
    if not rest or not slip.led.clauses or slip.desk.draw.number(2):
        return (first,)
    text = sentence(f"{slip.subject.pronoun} {slip.desk.predicate(rest[:1])}")
    room = slip.content.brief.limits.max_chars - len(first.text) - 1
    return (first, Sentence(text, rest[0].ids)) if len(text) <= room else (first,)


def type_does(slip: Slip) -> Iterator[Line]:
    """As "The Alder Backpack leaves both hands free"; "From the kitchenware range: this pan ..."."""
    head = f"from the {slip.place()} range: " if slip.place() else ""
    for clause in slip.desk.draw.shuffled(slip.led.clauses):
        for name, own in slip.subjects():
            yield f"{head}{name} {slip.desk.agree(clause.text)}", ids_of(slip.content, (*own, "type", slip.led.own))


def noun_that(slip: Slip) -> Iterator[Line]:
    """As "A navy canvas backpack that leaves both hands free"."""
    if slip.led.own != "type" or not slip.desk.typed:
        return
    phrase, items = described(slip.content, slip.subject)
    agree = plural_verb if slip.subject.noun_plural else str
    for clause in slip.desk.draw.shuffled(slip.led.clauses):
        yield f"{phrase} that {agree(clause.text)}", ids_of(slip.content, ("type",), tuple(items))


def noun_first(slip: Slip) -> Iterator[Line]:
    """As "A navy linen shirt with a mandarin collar", "A navy backpack from Norrland"."""
    if not slip.desk.typed:
        return
    phrase, items = described(slip.content, slip.subject)
    rest = tuple(item for item in slip.led.others if item not in items)
    having = tuple(item for item in rest if noun_phrases(item.name, item.facts, slip.content.locale))
    if having:
        owned = joined(noun_phrase(item, slip.content.locale, slip.desk.draw) for item in having)
        yield f"{phrase} with {owned}", ids_of(slip.content, ("type",), (*items, *having))
    if slip.desk.brand:
        yield f"{phrase} from {slip.desk.brand}", ids_of(slip.content, ("type", "brand"), tuple(items))


def kind_is(slip: Slip) -> Iterator[Line]:
    """As "The Alder is a navy linen shirt"."""
    if not slip.desk.typed or not slip.subject.name or slip.subject.named_type:
        return
    phrase, items = described(slip.content, slip.subject)
    verb = "are" if slip.subject.plural else "is"
    yield f"{slip.desk.name_alone} {verb} {phrase}", ids_of(slip.content, ("name", "type"), tuple(items))


def of_kind(slip: Slip) -> Iterator[Line]:
    """As "The Alder Shirt is made of linen and comes in navy", where the type leads and permits nothing."""
    for others in slip.led.fewer():
        for name, own in (slip.kinds() if slip.led.own == "type" else slip.subjects()) if others else ():
            yield f"{name} {slip.desk.predicate(list(others))}", ids_of(slip.content, own, others)


def ranged(slip: Slip) -> Iterator[Line]:
    """As "Part of the kitchenware range, the Brandt Dutch Oven has a capacity of 5 L"."""
    place = slip.place()
    for others in slip.led.fewer():
        for name, own in slip.subjects():
            head = f"part of the {place} range, {name} {slip.desk.predicate(list(others))}"
            text = head if others else f"{name} {'are' if slip.subject.plural else 'is'} part of the {place} range"
            yield text, ids_of(slip.content, (*own, "category"), others)


def listed(slip: Slip) -> Iterator[Line]:
    """As "From the kitchenware range: the Brandt Dutch Oven, made of cast iron"."""
    place = slip.place()
    for others in slip.led.fewer():
        for name, own in slip.subjects():
            told, items = tail(slip, others)
            yield f"from the {place} range: {name}{told}", ids_of(slip.content, (*own, "category"), items)


_OF_OWN: Final[dict[str, tuple[Callable[[Slip], Iterator[Line]], ...]]] = {
    "type": (noun_first, kind_is, of_kind),
    "name": (of_kind,),
    "category": (ranged, listed),
}


def _barest(slip: Slip) -> Sentence:
    """What may be said where no plan has a line that fits: the last always does."""
    most = slip.content.brief.limits.max_chars
    text, own = next((text, own) for text, own in _bare(slip, most) if len(sentence(text)) <= most)
    return Sentence(sentence(text), tuple(dict.fromkeys(ids_of(slip.content, own))))


def _bare(slip: Slip, most: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The type, or the brand, else no more than what it is called; of a long name as much as fits."""
    subject, desk = slip.subject, slip.desk
    noun = subject.noun if subject.noun_plural or subject.mass else with_article(subject.noun)
    if slip.led.own == "type" and desk.typed and subject.name and subject.noun not in subject.full.casefold():
        yield f"{subject.full} {'are' if subject.plural else 'is'} {noun}", (*desk.named, "type")
    if desk.brand and slip.led.own != "type":
        yield f"{subject.full} {'come' if subject.plural else 'comes'} from {desk.brand}", (*desk.named, "brand")
    called = subject.full if subject.name else noun
    yield f"{'these are' if subject.plural else 'this is'} {called}", (*desk.named, slip.led.own)
    yield (shortened(subject.name, most - 1), ("name",)) if subject.name else (subject.noun, ("type",))
