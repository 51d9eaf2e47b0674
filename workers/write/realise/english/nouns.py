"""The noun phrase that describes the product: "a navy striped linen shirt"."""

from collections.abc import Iterator
from typing import Final

from workers.plan.lexicon.lookup import DOMAINS
from workers.plan.lexicon.wording import said
from workers.write.realise.content import Content, Item
from workers.write.realise.english.grammar import with_article
from workers.write.realise.english.subject import Subject

MAX_MODIFIERS: Final = 3
_AS_MODIFIER: Final = {
    "wood": "wooden",
    "feather": "feather",
    "heart": "heart-shaped",
    "star": "star-shaped",
    "l-shaped": "L-shaped",
    "u-shaped": "U-shaped",
}
# A colour that is also a material, a state or a range says little or the wrong thing before a noun.
_UNFIT: Final = {
    "colour": frozenset({"natural", "clear", "multicolour", "copper", "brass", "bronze"}),
    "pattern": frozenset({"solid", "graphic"}),
    "material": frozenset({"metal", "plastic", "foam", "paper"}),
    "style": frozenset({"abstract-style", "formal", "business"}),
    "shape": frozenset({"flat", "wayfarer"}),
    "fit": frozenset({"regular", "a-line", "wrap", "wide", "bootcut"}),
}
_ORDER: Final = ("style", "fit", "shape", "colour", "pattern", "material")
_GROUPS: Final = {
    "fit": frozenset({"clothing"}),
    "shape": frozenset({"furniture", "textile", "decor", "tableware", "kitchen", "accessory", "lighting"}),
}


def modifiers(content: Content, skip: frozenset[str] = frozenset()) -> tuple[list[str], list[Item]]:
    """Words that stand before the noun, in English order, and the items that they say. At most three."""
    found = [(item, word) for item, word in _candidates(content) if item.name not in skip]
    # The nearer to the noun, the more it says: material and colour go before style.
    kept = found[-MAX_MODIFIERS:]
    return [word for _, word in kept], [item for item, _ in kept]


def _candidates(content: Content) -> Iterator[tuple[Item, str]]:
    for name in _ORDER:
        item = content.first(name)
        if item is None or not item.single:
            continue
        fact = item.facts[0]
        known = fact.value in DOMAINS.get(name, {})
        if not known or fact.value in _UNFIT.get(name, ()) or content.group not in _GROUPS.get(name, {content.group}):
            continue
        yield item, _AS_MODIFIER.get(fact.value) or said(fact, content.locale)


def described(content: Content, subject: Subject, skip: frozenset[str] = frozenset()) -> tuple[str, list[Item]]:
    """As "a navy linen shirt", "navy linen trousers"; and the items said. The noun must be known."""
    words, items = modifiers(content, skip)
    text = " ".join([*words, subject.noun])
    countable = not (subject.noun_plural or subject.mass)
    return (with_article(text) if countable else text), items
