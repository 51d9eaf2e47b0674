"""Chinese descriptions: an opening, then what it left unsaid, a sentence for each matter."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from workers.outcome import Sentence
from workers.write.realise.bundles import chunked
from workers.write.realise.chinese.grammar import comma, sentence
from workers.write.realise.chinese.openings import Desk, Opening, opening_of
from workers.write.realise.chinese.phrases import phrase
from workers.write.realise.chinese.subject import subject_of
from workers.write.realise.content import Content, Draw, Item

MAX_CLAUSES: Final = 3
_LEAD_TOPICS: Final = frozenset({"make", "look"})


@dataclass(slots=True)
class _State:
    """What has been said so far."""

    said: set[str] = field(default_factory=set)
    clauses: set[str] = field(default_factory=set)
    budget: int = MAX_CLAUSES


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
        if len(sentences) < limits.max_items and length + len(following.text) <= limits.max_chars:
            sentences.append(following)
            length += len(following.text)
    return tuple(sentences)


def _ids(desk: Desk, opening: Opening) -> tuple[str, ...]:
    own = [desk.content.own[name].id for name in opening.own if name in desk.content.own]
    own.extend(identity for item in opening.items for identity in item.ids)
    return tuple(dict.fromkeys(own))


def _body(desk: Desk, opening: Opening) -> Iterator[Sentence]:
    state = _State({item.name for item in opening.items}, set(opening.clauses), MAX_CLAUSES - len(opening.clauses))
    yield from _clause_of_type(desk, state)
    for chunk in chunked([item for item in desk.content.items if item.name not in state.said], state.budget):
        if len(chunk) == 1 and chunk[0].clauses and state.budget > 0:
            state.budget -= 1
            clause = desk.draw.pick(chunk[0].clauses)
            text = comma([phrase(chunk[0], desk.content.locale, desk.draw), clause.text])
            yield Sentence(sentence(text), chunk[0].ids)
        else:
            yield _statement(desk, chunk)


def _clause_of_type(desk: Desk, state: _State) -> Iterator[Sentence]:
    """What its type permits, unless the opening has said so."""
    clauses = desk.content.type_clauses
    if clauses and not any(clause.id in state.clauses for clause in clauses):
        clause = desk.draw.pick(clauses)
        yield Sentence(sentence(clause.text), (desk.content.own["type"].id,))


def _statement(desk: Desk, items: list[Item]) -> Sentence:
    ids = tuple(identity for item in items for identity in item.ids)
    return Sentence(sentence(desk.phrases(items)), ids)
