"""English descriptions: an opening, then one sentence for each matter."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from workers.outcome import Sentence
from workers.plan.brief import Clause
from workers.plan.lexicon.wording import said
from workers.write.realise.content import Content, Draw, Item
from workers.write.realise.english.grammar import capital, joined, plural_verb, sentence
from workers.write.realise.english.nouns import described
from workers.write.realise.english.phrases import bare, noun_phrase, noun_phrases, participle, verb_phrase, verb_phrases
from workers.write.realise.english.subject import Subject, subject_of

MAX_ITEMS_A_SENTENCE: Final = 3
MAX_LEAD_ITEMS: Final = 3
MAX_CLAUSES: Final = 3
# What may stand in the opening: what the thing is made of and how it looks.
_LEAD_TOPICS: Final = frozenset({"make", "look"})
_MATTERS: Final = (("make", "look"), ("measure",), ("tech",), ("taste",), ("use",), ("contents", "origin"), ("terms",))


@dataclass(frozen=True, slots=True)
class Opening:
    """The first sentence, and the attributes that it has said."""

    text: str
    items: tuple[Item, ...] = ()
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What an opening is made from."""

    content: Content
    subject: Subject
    draw: Draw
    lead: tuple[Item, ...]

    def agree(self, phrase: str) -> str:
        return plural_verb(phrase) if self.subject.plural else phrase

    def predicate(self, items: list[Item]) -> str:
        return self.agree(predicate_of(items, self.content.locale, self.draw))

    def ids(self, opening: Opening) -> tuple[str, ...]:
        own = tuple(self.content.own[name].id for name in opening.own if name in self.content.own)
        return own + tuple(identity for item in opening.items for identity in item.ids)


def predicate_of(items: list[Item], locale: str, draw: Draw) -> str:
    """One predicate of several items: "is made of linen, has long sleeves and weighs 320 g"."""
    having: list[str] = []
    being: list[str] = []
    rest: list[str] = []
    for item in items:
        phrase = verb_phrase(item, locale, draw)
        verb, _, complement = phrase.partition(" ")
        if verb == "has":
            having.append(complement)
        elif verb == "is" and item.topic in {"use", "taste"} and not complement.startswith(("made", "meant", "for ")):
            being.append(complement)
        else:
            rest.append(phrase)
    parts = [*rest, *([f"is {joined(being)}"] if being else []), *([f"has {joined(having)}"] if having else [])]
    return joined(parts)


def describe(content: Content, draw: Draw) -> tuple[Sentence, ...]:
    """At most `limits.max_items` sentences within `limits.max_chars`; the first always."""
    subject = subject_of(content)
    limits = content.brief.limits
    lead = tuple(item for item in content.items if item.topic in _LEAD_TOPICS)
    desk = Desk(content, subject, draw, lead)
    opening = draw.pick(list(openings(desk)) or [_bare_opening(desk)])()
    sentences = [Sentence(sentence(opening.text), desk.ids(opening))]
    length = len(sentences[0].text)
    for following in _body(desk, opening):
        if len(sentences) >= limits.max_items:
            break
        if length + 1 + len(following.text) > limits.max_chars:
            continue
        sentences.append(following)
        length += 1 + len(following.text)
    return tuple(sentences)


Plan = Callable[[], Opening]


def openings(desk: Desk) -> Iterator[Plan]:
    """The plans that these facts allow."""
    content, subject = desk.content, desk.subject
    named, typed = bool(subject.name), bool(subject.noun) and subject.noun != "product"
    if desk.lead and named:
        yield lambda: _name_predicate(desk)
        if len(desk.lead) > 1:
            yield lambda: _with_first(desk)
            yield lambda: _participle_first(desk)
    if desk.lead and typed:
        yield lambda: _this_noun(desk)
        yield lambda: _noun_phrase(desk)
    if typed and named and not subject.named_type:
        yield lambda: _name_is(desk)
        yield lambda: _apposition(desk)
    if "brand" in content.own and desk.lead and named and not _brand_in_name(desk):
        yield lambda: _from_brand(desk)
    if content.type_clauses and not desk.lead:
        yield lambda: _type_clause(desk)
    if not desk.lead and content.items:
        yield lambda: _any_predicate(desk)


def _take(items: tuple[Item, ...], most: int) -> list[Item]:
    return list(items[:most])


def _name_predicate(desk: Desk) -> Opening:
    items = _take(desk.lead, 2 + desk.draw.number(2))
    return Opening(f"{desk.subject.full} {desk.predicate(items)}", tuple(items), _said_own(desk))


def _with_first(desk: Desk) -> Opening:
    locale = desk.content.locale
    having = [item for item in desk.lead if noun_phrases(item.name, item.facts, locale)][:2]
    others = [item for item in desk.lead if item not in having][:2]
    if not having or not others:
        return _name_predicate(desk)
    phrase = joined(noun_phrase(item, locale, desk.draw) for item in having)
    text = f"with {phrase}, {desk.subject.full} {desk.predicate(others)}"
    return Opening(text, (*having, *others), _said_own(desk))


def _participle_first(desk: Desk) -> Opening:
    first = next((item for item in desk.lead if participle(item, desk.content.locale)), None)
    if first is None:
        return _name_predicate(desk)
    others = [item for item in desk.lead if item is not first][:2]
    text = f"{participle(first, desk.content.locale)}, {desk.subject.full} {desk.predicate(others)}"
    return Opening(text, (first, *others), _said_own(desk))


def _this_noun(desk: Desk) -> Opening:
    """ "This navy linen shirt has a mandarin collar and long sleeves." """
    phrase, said_items = described(desk.content, desk.subject)
    others = [item for item in desk.lead if item not in said_items][:2]
    if not others or not said_items or desk.subject.mass:
        return _noun_phrase(desk) if said_items else _name_predicate(desk)
    pronoun = "these" if desk.subject.noun_plural else "this"
    predicate = predicate_of(others, desk.content.locale, desk.draw)
    predicate = plural_verb(predicate) if desk.subject.noun_plural else predicate
    return Opening(f"{pronoun} {bare(phrase)} {predicate}", (*said_items, *others), ("type",))


def _noun_phrase(desk: Desk) -> Opening:
    """ "A navy linen shirt with a mandarin collar and long sleeves." """
    phrase, said_items = described(desk.content, desk.subject)
    locale = desk.content.locale
    having = [
        item for item in desk.lead if item not in said_items and noun_phrases(item.name, item.facts, locale)
    ][:2]
    if not said_items and not having:
        return _name_predicate(desk)
    tail = f" with {joined(noun_phrase(item, locale, desk.draw) for item in having)}" if having else ""
    brand = f" from {_brand(desk)}" if "brand" in desk.content.own and not having else ""
    own = ("type", "brand") if brand else ("type",)
    return Opening(phrase + brand + tail, (*said_items, *having), own)


def _name_is(desk: Desk) -> Opening:
    """ "The Alder is a navy linen shirt from Norrland." """
    phrase, said_items = described(desk.content, desk.subject)
    name = desk.subject.full.removesuffix(f" {desk.subject.noun}")
    source = "brand" in desk.content.own and not _brand_in_name(desk)
    brand = f" from {_brand(desk)}" if source else ""
    verb = "are" if desk.subject.plural else "is"
    return Opening(f"{name} {verb} {phrase}{brand}", tuple(said_items), ("name", "type", *(["brand"] if source else [])))


def _apposition(desk: Desk) -> Opening:
    """ "A navy linen shirt, the Alder has a mandarin collar." """
    phrase, said_items = described(desk.content, desk.subject)
    others = [item for item in desk.content.items if item not in said_items][:2]
    if not said_items or not others:
        return _name_is(desk)
    name = desk.subject.full.removesuffix(f" {desk.subject.noun}")
    return Opening(f"{phrase}, {name} {desk.predicate(others)}", (*said_items, *others), ("name", "type"))


def _from_brand(desk: Desk) -> Opening:
    items = _take(desk.lead, 2)
    return Opening(f"from {_brand(desk)}, {desk.subject.full} {desk.predicate(items)}", tuple(items), (*_said_own(desk), "brand"))


def _type_clause(desk: Desk) -> Opening:
    clause = desk.draw.pick(desk.content.type_clauses)
    return Opening(f"{desk.subject.full} {desk.agree(clause.text)}", (), ("name", "type"))


def _any_predicate(desk: Desk) -> Opening:
    items = _take(desk.content.items, 2)
    return Opening(f"{desk.subject.full} {desk.predicate(items)}", tuple(items), _said_own(desk))


def _bare_opening(desk: Desk) -> Plan:
    """Where there is no attribute and no clause: brand, else department, else no more than the name."""
    content, subject = desk.content, desk.subject
    if "brand" in content.own and not _brand_in_name(desk):
        verb = "come" if subject.plural else "comes"
        return lambda: Opening(f"{subject.full} {verb} from {_brand(desk)}", (), (*_said_own(desk), "brand"))
    if "category" in content.own:
        place = said(content.own["category"], content.locale)
        return lambda: Opening(f"find {subject.full} in {place}", (), (*_said_own(desk), "category"))
    verb = "these are" if subject.plural else "this is"
    return lambda: Opening(f"{verb} {subject.full}" if subject.name else capital(subject.noun), (), _said_own(desk))


def _said_own(desk: Desk) -> tuple[str, ...]:
    own = ["name"] if desk.subject.name else []
    if not desk.subject.name or desk.subject.noun in desk.subject.full:
        own.append("type")
    return tuple(own)


def _brand(desk: Desk) -> str:
    return said(desk.content.own["brand"], desk.content.locale)


def _brand_in_name(desk: Desk) -> bool:
    brand = desk.content.own.get("brand")
    return brand is not None and brand.value.casefold() in desk.subject.name.casefold()


def _body(desk: Desk, opening: Opening) -> Iterator[Sentence]:
    """A sentence or two for each matter that the opening has left."""
    said_names = {item.name for item in opening.items}
    if opening.own and desk.content.type_clauses and not opening.text.endswith(desk.content.type_clauses[0].text):
        yield from _clause_of_type(desk)
    budget = MAX_CLAUSES
    for place, topics in enumerate(_MATTERS):
        items = [item for item in desk.content.items if item.topic in topics and item.name not in said_names]
        for start in range(0, len(items), MAX_ITEMS_A_SENTENCE):
            chunk = items[start : start + MAX_ITEMS_A_SENTENCE]
            clause = _chosen_clause(desk, chunk) if budget > 0 else None
            budget -= clause is not None
            yield _statement(desk, chunk, clause, place)


def _clause_of_type(desk: Desk) -> Iterator[Sentence]:
    kind = desk.content.own["type"]
    clause = desk.draw.pick(desk.content.type_clauses)
    text = f"{desk.subject.the} {desk.agree(clause.text)}"
    yield Sentence(sentence(text), (kind.id,))


def _chosen_clause(desk: Desk, items: list[Item]) -> tuple[Item, Clause] | None:
    permitted = [(item, clause) for item in items for clause in item.clauses]
    return desk.draw.pick(permitted) if permitted else None


def _statement(desk: Desk, items: list[Item], clause: tuple[Item, Clause] | None, place: int) -> Sentence:
    subject = desk.draw.pick((desk.subject.pronoun, desk.subject.the, desk.subject.this))
    if place == 0:
        subject = desk.subject.pronoun
    ids = tuple(identity for item in items for identity in item.ids)
    if clause is None:
        return Sentence(sentence(f"{subject} {desk.predicate(items)}"), ids)
    carrier, permitted = clause
    others = [item for item in items if item is not carrier]
    head = f"{subject} {desk.predicate([*others, carrier])}"
    return Sentence(sentence(f"{head}, so {desk.subject.pronoun} {desk.agree(permitted.text)}"), ids)


_USED = verb_phrases
