"""Chinese bullets: three to five, each a fact or a few of one matter, in one style for the whole list."""

from typing import Final

from workers.outcome import Sentence
from workers.write.realise.bundles import bundled
from workers.write.realise.chinese.grammar import comma
from workers.write.realise.chinese.phrases import labelled, phrase
from workers.write.realise.content import Content, Draw, Item

MAX_CHARS: Final = 90
MAX_CLAUSES: Final = 3
STYLES: Final = ("label", "phrase", "benefit", "bracket")


def bullets(content: Content, draw: Draw) -> tuple[Sentence, ...]:
    """Without a full stop."""
    manner = _Manner(draw.pick(STYLES), draw)
    lines: list[Sentence] = []
    budget = MAX_CLAUSES
    for bundle in bundled(content, draw):
        # Beside other facts a clause would seem to follow from them too.
        carrier = bundle[0] if budget > 0 and len(bundle) == 1 and bundle[0].clauses else None
        budget -= carrier is not None
        lines.append(_bullet(content, bundle, carrier, manner))
    if content.type_clauses and len(lines) < content.brief.limits.max_items:
        clause = draw.pick(content.type_clauses)
        place = len(lines) if content.first("material", "composition", "colour") else 0
        lines.insert(place, Sentence(clause.text, (content.own["type"].id,)))
    return tuple(lines)


class _Manner:
    """The list's style, and the clauses that were drawn."""

    def __init__(self, style: str, draw: Draw) -> None:
        self.style = style
        self.draw = draw
        self._drawn: dict[str, str] = {}

    def clause(self, item: Item) -> str:
        """The same for an item, however often its bullet is worded."""
        if item.name not in self._drawn:
            self._drawn[item.name] = self.draw.pick(item.clauses).text
        return self._drawn[item.name]


def _bullet(content: Content, bundle: list[Item], carrier: Item | None, manner: _Manner) -> Sentence:
    """Within `MAX_CHARS`: what comes last in a bundle is left out first."""
    kept = list(bundle)
    text = _worded(content, kept, carrier, manner)
    while len(text) > MAX_CHARS and len(kept) > 1:
        kept.pop()
        text = _worded(content, kept, carrier, manner)
    return Sentence(text, tuple(identity for item in kept for identity in item.ids))


def _worded(content: Content, bundle: list[Item], carrier: Item | None, manner: _Manner) -> str:
    locale = content.locale
    if carrier is None:
        return _plain(bundle, locale, manner)
    clause = manner.clause(carrier)
    fact = _plain(bundle, locale, manner)
    return f"{clause}：{fact}" if manner.style == "benefit" else comma([fact, clause])


def _plain(bundle: list[Item], locale: str, manner: _Manner) -> str:
    if manner.style == "label":
        return "；".join(labelled(item, locale) for item in bundle)
    return comma(phrase(item, locale, manner.draw) for item in bundle)
