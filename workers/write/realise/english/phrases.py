"""English wordings of an item: after "with", as a predicate, as a label with its value."""

from functools import lru_cache
from typing import Final

from workers.plan.brief import Fact
from workers.plan.lexicon.locales import british
from workers.plan.lexicon.lookup import FLAGS, NAMES
from workers.plan.lexicon.wording import before_noun, flag_words, label, listing, said
from workers.write.realise.content import Draw, Item
from workers.write.realise.english.grammar import article

# "A shirt with a weight of 320 g": sizes and weights are said of a thing, not named among what it has.
_NEVER_WITH: Final = frozenset(
    {"length", "width", "height", "depth", "diameter", "thickness", "circumference", "weight", "net_weight", "volume"}
)
_ONE: Final = (("shelves", "shelf"), ("ies", "y"), ("s", ""))
_PARTICIPLES: Final = (
    "is made ", "is lined ", "is filled ", "is plated ", "is set ", "is published ", "is certified ", "is mounted ",
    "is hung ", "is clamped ", "is fixed ", "is meant ", "is recommended ",
)  # fmt: skip


@lru_cache(maxsize=8192)
def value(facts: tuple[Fact, ...], locale: str) -> str:
    """The values in a list, as they stand inside a sentence."""
    return listing([said(fact, locale) for fact in facts])


@lru_cache(maxsize=8192)
def noun_phrases(name: str, facts: tuple[Fact, ...], locale: str) -> tuple[str, ...]:
    """What may stand after "with"; () where the language would not say it so."""
    if name in FLAGS or name in _NEVER_WITH:
        return ()
    word = NAMES[name]
    if word.kind == "term":
        phrase = said(facts[0], locale)
        return (phrase,) if word.en_np and facts[0].value != "none" else ()
    return tuple(_filled(pattern, facts, locale) for pattern in _spelled(word.en_np, locale))


@lru_cache(maxsize=8192)
def verb_phrases(name: str, facts: tuple[Fact, ...], locale: str) -> tuple[str, ...]:
    """What the product does or is, in the third person singular; the first is the plainest."""
    flag = FLAGS.get(name)
    if flag is not None:
        return (flag_words(flag, facts[0].value, locale),)
    word = NAMES[name]
    if name in {"warranty", "limited_warranty"}:
        if facts[0].value == "none":
            return ("is sold without a warranty", "comes without a warranty")
        phrase = said(facts[0], locale)
        return (f"comes with {phrase}", f"has {phrase}")
    if word.kind == "term":
        return (said(facts[0], locale),)
    return tuple(_filled(pattern, facts, locale) for pattern in _spelled(word.en_vp, locale))


def _spelled(patterns: tuple[str, ...], locale: str) -> tuple[str, ...]:
    return tuple(_one_spelling(pattern, locale) for pattern in patterns)


def _one_spelling(pattern: str, locale: str) -> str:
    us, slash, gb = pattern.partition(" / ")
    return gb if slash and british(locale) else us


def _filled(pattern: str, facts: tuple[Fact, ...], locale: str) -> str:
    spoken = value(facts, locale)
    attributive = before_noun(facts[0], locale) if len(facts) == 1 else spoken
    inserted = attributive if "{a}" in pattern else spoken
    text = pattern.replace("{a:v} ", "a ").replace("a {", f"{article(inserted)} {{")
    if spoken == "1":
        text = _singular(text)
    return text.replace("{v}", spoken).replace("{a}", attributive)


def _singular(pattern: str) -> str:
    for many, one in _ONE:
        if pattern.endswith(many):
            return pattern.removesuffix(many) + one
    return pattern


def noun_phrase(item: Item, locale: str, draw: Draw) -> str:
    """One of its noun phrases, or ""."""
    options = noun_phrases(item.name, item.facts, locale)
    return draw.pick(options) if options else ""


def verb_phrase(item: Item, locale: str, draw: Draw) -> str:
    """One of its predicates."""
    return draw.pick(verb_phrases(item.name, item.facts, locale))


def labelled(item: Item, locale: str) -> str:
    """As "material: linen"; a feature stands alone: "dishwasher safe"."""
    return f"{label(item.name, locale)}: {value_alone(item, locale)}" if has_label(item) else fragment(item, locale)


def has_label(item: Item) -> bool:
    """Whether it reads well as a label with a value."""
    return item.name not in FLAGS and item.name not in {"count", "pack", "care", "returns", "shipping", "spf", "mount"}


def value_alone(item: Item, locale: str) -> str:
    """The value as it stands after its label."""
    if item.name in {"warranty", "limited_warranty"}:
        return {"none": "none", "lifetime": "lifetime"}.get(item.facts[0].value) or _period(item.facts[0], locale)
    spoken = value(item.facts, locale)
    if item.name == "size":
        return spoken.replace("size ", "")
    for determiner in ("a ", "an ", "the "):
        spoken = spoken.removeprefix(determiner) if item.single else spoken
    return spoken


def _period(fact: Fact, locale: str) -> str:
    return said(Fact("", "battery_life", fact.value, fact.unit), locale)


def fragment(item: Item, locale: str) -> str:
    """The predicate without "is" or "has", as a bullet begins: "made of linen", "mandarin collar", "80 cm long"."""
    phrases = noun_phrases(item.name, item.facts, locale)
    if phrases:
        noun, of, _ = bare(phrases[0]).partition(" of ")
        # "1.7 L capacity", not "capacity of 1.7 L", where the phrase is a measure's.
        turned = of and not noun[:1].isdigit() and item.facts[0].value[:1] not in "<>~"
        return f"{before_noun(item.facts[0], locale)} {noun}" if turned else bare(phrases[0])
    predicate = verb_phrases(item.name, item.facts, locale)[0]
    for verb in ("is ", "has "):
        predicate = predicate.removeprefix(verb)
    return bare(predicate)


def bare(phrase: str) -> str:
    """Without its article."""
    for determiner in ("a ", "an "):
        if phrase.startswith(determiner):
            return phrase[len(determiner) :]
    return phrase


def participle(item: Item, locale: str) -> str:
    """As "made of linen", where the predicate has such a form; else ""."""
    predicate = verb_phrases(item.name, item.facts, locale)[0]
    return predicate[3:] if predicate.startswith(_PARTICIPLES) else ""
