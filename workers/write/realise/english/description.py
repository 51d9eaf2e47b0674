"""English descriptions: an opening, then what it left unsaid, a sentence or two for each matter."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from workers.outcome import Sentence
from workers.write.realise.bundles import chunked
from workers.write.realise.content import Content, Draw, Item
from workers.write.realise.english.grammar import joined, sentence
from workers.write.realise.english.openings import Desk, Opening, opening_of
from workers.write.realise.english.phrases import noun_phrase, noun_phrases
from workers.write.realise.english.subject import subject_of

MAX_CLAUSES: Final = 3
_WITH_TOPICS: Final = frozenset({"make", "look", "contents"})
_LEAD_TOPICS: Final = frozenset({"make", "look"})


@dataclass(slots=True)
class _State:
    """What has been said so far, and how the last sentence began."""

    said: set[str] = field(default_factory=set)
    clauses: set[str] = field(default_factory=set)
    budget: int = MAX_CLAUSES
    last: str = ""
    because: bool = False


def describe(content: Content, draw: Draw) -> tuple[Sentence, ...]:
    """At most `limits.max_items` sentences within `limits.max_chars`; the first always."""
    lead = tuple(item for item in content.items if item.topic in _LEAD_TOPICS)
    desk = Desk(content, subject_of(content), draw, lead)
    opening = opening_of(desk)
    limits = content.brief.limits
    sentences = [Sentence(sentence(opening.text), _ids(desk, opening))]
    length = len(sentences[0].text)
    if limits.max_items == 1:
        return tuple(sentences)
    for following in _body(desk, opening):
        if len(sentences) < limits.max_items and length + 1 + len(following.text) <= limits.max_chars:
            sentences.append(following)
            length += 1 + len(following.text)
    return tuple(sentences)


def _ids(desk: Desk, opening: Opening) -> tuple[str, ...]:
    own = [desk.content.own[name].id for name in opening.own if name in desk.content.own]
    own.extend(identity for item in opening.items for identity in item.ids)
    return tuple(dict.fromkeys(own))


def _body(desk: Desk, opening: Opening) -> Iterator[Sentence]:
    state = _State({item.name for item in opening.items}, set(opening.clauses), MAX_CLAUSES - len(opening.clauses))
    yield from _clause_of_type(desk, state)
    yield from _clause_of_opening(desk, opening, state)
    for chunk in chunked([item for item in desk.content.items if item.name not in state.said], state.budget):
        if len(chunk) == 1 and chunk[0].clauses and state.budget > 0:
            state.budget -= 1
            yield _reasoned(desk, chunk[0], state)
        else:
            yield _statement(desk, chunk, state)


def _clause_of_type(desk: Desk, state: _State) -> Iterator[Sentence]:
    """What its type permits, unless the opening has said so."""
    clauses = desk.content.type_clauses
    if not clauses or any(clause.id in state.clauses for clause in clauses):
        return
    clause = desk.draw.pick(clauses)
    text = f"{_subject(desk, state)} {desk.agree(clause.text)}"
    yield Sentence(sentence(text), (desk.content.own["type"].id,))


def _clause_of_opening(desk: Desk, opening: Opening, state: _State) -> Iterator[Sentence]:
    """What an attribute of the opening permits: "It stays cool to the touch in warm weather"."""
    carriers = [item for item in opening.items if item.clauses]
    if not carriers or opening.clauses:
        return
    carrier = desk.draw.pick(carriers)
    clause = desk.draw.pick(carrier.clauses)
    state.budget -= 1
    yield Sentence(sentence(f"{_subject(desk, state)} {desk.agree(clause.text)}"), carrier.ids)


def _statement(desk: Desk, items: list[Item], state: _State) -> Sentence:
    """As "It measures 80 × 40 cm and weighs 1.2 kg"; at times "With long sleeves, it comes in navy"."""
    ids = tuple(identity for item in items for identity in item.ids)
    locale = desk.content.locale
    having = [item for item in items if noun_phrases(item.name, item.facts, locale)]
    others = [item for item in items if item not in having]
    if having and others and {item.topic for item in items} <= _WITH_TOPICS and desk.draw.number(3) == 0:
        phrase = joined(noun_phrase(item, locale, desk.draw) for item in having)
        state.last = "with"
        return Sentence(sentence(f"with {phrase}, {desk.subject.pronoun} {desk.predicate(others)}"), ids)
    return Sentence(sentence(f"{_subject(desk, state)} {desk.predicate(items)}"), ids)


def _reasoned(desk: Desk, item: Item, state: _State) -> Sentence:
    """As "It is made of linen, so it stays cool"; "Because it is made of linen, it stays cool"."""
    clause = desk.draw.pick(item.clauses)
    fact = desk.predicate([item])
    result = f"{desk.subject.pronoun} {desk.agree(clause.text)}"
    if desk.draw.number(4) == 0 and not state.because:
        state.because = True
        state.last = "because"
        return Sentence(sentence(f"because {desk.subject.pronoun} {fact}, {result}"), item.ids)
    return Sentence(sentence(f"{_subject(desk, state)} {fact}, so {result}"), item.ids)


def _subject(desk: Desk, state: _State) -> str:
    """Not the words with which the last sentence began, where there are others."""
    subject = desk.subject
    nouns = [word for word in (subject.the, subject.this) if word not in {state.last, subject.pronoun}]
    varied = bool(nouns) and state.last == subject.pronoun and desk.draw.number(3) > 0
    state.last = desk.draw.pick(nouns) if varied else subject.pronoun
    return state.last
