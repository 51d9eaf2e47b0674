"""English bullets: three to five, each a fact or a few of one matter, in one style for the whole list."""

from typing import Final

from workers.outcome import Sentence
from workers.write.realise.bundles import bundled
from workers.write.realise.content import Content, Draw, Item
from workers.write.realise.english.grammar import capital, plural_verb
from workers.write.realise.english.phrases import fragment, has_label, labelled
from workers.write.realise.english.subject import Subject, subject_of

MAX_CHARS: Final = 180
MAX_CLAUSES: Final = 3
STYLES: Final = ("label", "fragment", "so", "benefit")


def bullets(content: Content, draw: Draw) -> tuple[Sentence, ...]:
    """Without a full stop, as lists of phrases stand. () where there are fewer than `limits.min_items`."""
    subject = subject_of(content)
    style = draw.pick(STYLES)
    lines: list[Sentence] = []
    budget = MAX_CLAUSES
    for bundle in bundled(content, draw):
        item = next((item for item in bundle if item.clauses), None) if budget > 0 else None
        budget -= item is not None
        lines.append(_bullet(content, subject, bundle, item, _Manner(style, draw)))
    if content.type_clauses and len(lines) < content.brief.limits.max_items:
        lines.append(_type_bullet(content, subject, draw))
    return tuple(lines)


class _Manner:
    """The list's style, and the draw."""

    def __init__(self, style: str, draw: Draw) -> None:
        self.style = style
        self.draw = draw


def _type_bullet(content: Content, subject: Subject, draw: Draw) -> Sentence:
    clause = draw.pick(content.type_clauses)
    text = plural_verb(clause.text) if subject.plural else clause.text
    return Sentence(capital(text), (content.own["type"].id,))


def _bullet(content: Content, subject: Subject, bundle: list[Item], carrier: Item | None, manner: _Manner) -> Sentence:
    locale = content.locale
    ids = tuple(identity for item in bundle for identity in item.ids)
    if carrier is None:
        return Sentence(_plain(bundle, locale, manner), ids)
    clause = manner.draw.pick(carrier.clauses)
    result = plural_verb(clause.text) if subject.plural else clause.text
    others = [item for item in bundle if item is not carrier]
    ordered = [*others, carrier]
    if manner.style == "benefit" and not others:
        text = f"{capital(result)}: {_uncapital(fragment(carrier, locale))}"
    elif manner.style == "label" and not others and has_label(carrier):
        text = f"{labelled(carrier, locale)}; {result}"
    else:
        text = f"{_plain(ordered, locale, manner)}, so {subject.pronoun} {result}"
    return Sentence(text, ids)


def _plain(bundle: list[Item], locale: str, manner: _Manner) -> str:
    if manner.style == "label":
        parts = [labelled(item, locale) for item in bundle]
        return "; ".join([parts[0], *(_uncapital(part) for part in parts[1:])])
    parts = [fragment(item, locale) for item in bundle]
    rest = [_uncapital(part) for part in parts[1:]]
    if len(parts) == 2 and manner.style == "so":
        return f"{parts[0]} and {rest[0]}"
    return ", ".join([parts[0], *rest])


def _uncapital(text: str) -> str:
    """The first letter small again, unless it begins a name or an abbreviation."""
    head = text.split(" ", 1)[0]
    return text if any(char.isupper() or char.isdigit() for char in head[1:]) or head == "I" else text[:1].lower() + text[1:]
