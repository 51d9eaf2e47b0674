"""English bullets: three to five, each a fact or a few of one matter, in one style for the whole list."""

from typing import Final

from workers.outcome import Sentence
from workers.write.realise.bundles import bundled
from workers.write.realise.content import Content, Draw, Item
from workers.write.realise.english.grammar import capital, joined, plural_verb
from workers.write.realise.english.phrases import fragment, has_label, labelled, noun_phrases, value
from workers.write.realise.english.subject import Subject, subject_of

MAX_CHARS: Final = 180
MAX_CLAUSES: Final = 3
STYLES: Final = ("label", "fragment", "so", "benefit")


def bullets(content: Content, draw: Draw) -> tuple[Sentence, ...]:
    """Without a full stop, as lists of phrases stand. () where there are fewer than `limits.min_items`."""
    subject = subject_of(content)
    manner = _Manner(draw.pick(STYLES), draw)
    lines: list[Sentence] = []
    budget = MAX_CLAUSES
    for bundle in bundled(content, draw):
        # Beside other facts a clause would seem to follow from them too.
        carrier = bundle[0] if budget > 0 and len(bundle) == 1 and bundle[0].clauses else None
        budget -= carrier is not None
        lines.append(_bullet(content, subject, bundle, carrier, manner))
    if content.type_clauses and len(lines) < content.brief.limits.max_items:
        place = len(lines) if content.first("material", "composition", "colour") else 0
        lines.insert(place, _type_bullet(content, draw))
    return tuple(lines)


class _Manner:
    """The list's style, and the clauses that were drawn."""

    def __init__(self, style: str, draw: Draw) -> None:
        self.style = style
        self._draw = draw
        self._drawn: dict[str, str] = {}

    def clause(self, item: Item) -> str:
        """The same for an item, however often its bullet is worded."""
        return self._drawn.setdefault(item.name, self._draw.pick(item.clauses).text)


def _type_bullet(content: Content, draw: Draw) -> Sentence:
    """In the singular even of shoes: "Slip on without laces" would be an order to the reader."""
    return Sentence(capital(draw.pick(content.type_clauses).text), (content.own["type"].id,))


def _bullet(content: Content, subject: Subject, bundle: list[Item], carrier: Item | None, manner: _Manner) -> Sentence:
    """Within `MAX_CHARS`: what comes last in a bundle is left out first."""
    kept = list(bundle)
    text = _worded(content, subject, kept, carrier, manner)
    while len(text) > MAX_CHARS and len(kept) > 1:
        kept.pop()
        text = _worded(content, subject, kept, carrier, manner)
    return Sentence(text, tuple(identity for item in kept for identity in item.ids))


def _worded(content: Content, subject: Subject, bundle: list[Item], carrier: Item | None, manner: _Manner) -> str:
    locale = content.locale
    if carrier is None:
        return capital(_plain(bundle, locale, manner.style))
    clause = manner.clause(carrier)
    result = plural_verb(clause) if subject.plural else clause
    # Of shoes: "weighs 250 g, so they" would not agree, "weigh 250 g" would read as an order.
    if manner.style == "benefit" or (subject.plural and manner.style != "label"):
        return f"{capital(clause.removeprefix('is '))}: {fragment(carrier, locale)}"
    if manner.style == "label" and has_label(carrier):
        return f"{capital(labelled(carrier, locale))}; {clause}"
    return f"{capital(fragment(carrier, locale))}, so {subject.pronoun} {result}"


def _plain(bundle: list[Item], locale: str, style: str) -> str:
    if style == "label":
        return "; ".join(labelled(item, locale) for item in bundle)
    having = [item for item in bundle if noun_phrases(item.name, item.facts, locale)]
    others = [_after(item, place, locale) for place, item in enumerate(bundle) if item not in having]
    if not others:
        return _row([fragment(item, locale) for item in having])
    if not having or any(item.topic not in {"make", "look"} for item in bundle):
        return ", ".join(fragment(item, locale) for item in bundle)
    tail = joined(noun_phrases(item.name, item.facts, locale)[0] for item in having)
    return f"{', '.join(others)}, with {tail}"


def _after(item: Item, place: int, locale: str) -> str:
    """As "Comes in rust, size L": the verb is said once."""
    return value(item.facts, locale) if item.name == "size" and place else fragment(item, locale)


def _row(parts: list[str]) -> str:
    """With "and" before the last, unless a part has one of its own."""
    return ", ".join(parts) if any(" and " in part for part in parts) else joined(parts)
