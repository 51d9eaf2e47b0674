"""Whether an amount is told as a fact has it: of its own attribute, and as no more than it is.

That facts have the number is not enough: with a height of 20 cm "20 cm wide" is false, and of 30 hours "over 30 hours".
"""

import re
from functools import lru_cache
from typing import Final

from workers.edit.grounding.attributes import DATA as ATTRIBUTES
from workers.edit.grounding.attributes import DIMENSIONS, Phrase, spoken_of
from workers.edit.grounding.deals import DATA as DEALS
from workers.edit.grounding.deals import dealt
from workers.edit.grounding.hedges import DATA as HEDGES
from workers.edit.grounding.hedges import Hedge, hedged
from workers.edit.grounding.parts import bare, telling
from workers.edit.grounding.tracing import Amount, Span
from workers.edit.reading import Reading
from workers.plan.lexicon.lookup import find_name

_WIRED: Final = frozenset().union(*DIMENSIONS.values())
_STEMS: Final = {
    "charging_time": ("charg", "充"),
    "standby": ("standby", "待机"),
    "talk_time": ("talk", "call", "通话"),
}
"""Words for these mean nothing else: a fact that is about them has them in its name."""
_NAMED: Final = frozenset({"name", "brand", "type", "category"})
"""What the product is called may have any amount in it."""
_BOUND: Final = re.compile(
    r"\b(?:over|above|more|under|below|less|least|most|minimum|maximum|min|max|from|up)\b|[+<>≥≤]|[超逾]|[以不][上下足到低高少大小]|至少|最"
)
"""What stands in a fact that is a bound itself: "more than £30" is also "over £30"."""
_NARROW: Final = frozenset({"net_weight", "charging_time", "standby", "talk_time", "fill_weight"})
"""Attributes that, where a product has them, are no others that their words may also tell of."""
_BOUNDS: Final = frozenset({"recommended_age"})
"""Facts that are bounds whatever stands in them."""
_LATIN: Final = "\u2e80"
"""Behind it stand Chinese characters."""
_CHINESE: Final = 9
_STEM: Final = 5
"""So many letters of a word are in its other forms too."""
_HAN: Final = re.compile("[\u3400-\u9fff]+")
_NOTHING: Final[frozenset[str]] = frozenset()

DATA: Final = (*ATTRIBUTES, *DEALS, *HEDGES, str(sorted(_STEMS.items())), _BOUND.pattern)


def misplaced(amount: Amount, reading: Reading) -> Span | None:
    """Where the text says of an amount what no fact does, the words beside it included."""
    _, _, before, behind = amount
    if amount.quantity.priced and (deal := dealt(amount, reading.brief.facts)):
        return deal
    # Where Chinese stands, fewer characters tell; and the fewer, the oftener are they the same.
    if before[-1:] > _LATIN:
        before = before[-_CHINESE:]
    if behind[:1] > _LATIN:
        behind = behind[:_CHINESE]
    phrases, keys, hedge = _around(before, behind)
    if hedge and _bounds(hedge, amount, reading):
        return amount.quantity.start - hedge.before, amount.quantity.end + hedge.behind
    if phrases and _of_another(phrases, keys, amount, reading):
        return _with_words(phrases, amount)
    return None


@lru_cache(maxsize=16_384)
def _around(before: str, behind: str) -> tuple[tuple[Phrase, ...], frozenset[str], Hedge | None]:
    phrases, hedge = spoken_of(before, behind), hedged(before, behind)
    if not phrases:
        return (), _NOTHING, hedge
    return phrases, phrases[0].keys | phrases[-1].keys, hedge


def _with_words(phrases: tuple[Phrase, ...], amount: Amount) -> Span:
    """The amount, and the words for an attribute that stand beside it."""
    start, end = amount.quantity.start, amount.quantity.end
    low, high = start, end
    for phrase in phrases:
        before = amount.before.rfind(phrase.form.partition(" ")[0])
        last = phrase.form.rpartition(" ")[2]
        behind = amount.behind.find(last)
        if before >= 0:
            low = start - len(amount.before) + before
        elif behind >= 0:
            high = end + behind + len(last)
    return low, high


def _bounds(hedge: Hedge, amount: Amount, reading: Reading) -> bool:
    """Whether the hedge makes a bound of it that no fact or clause states."""
    quantity = amount.quantity
    if quantity.bare and not hedge.counts:
        return False
    if any(unit.dimension in hedge.beside for unit in quantity.units):
        return False
    if any(reading.matters[fact] in _BOUNDS for fact in amount.facts):
        return False
    if any(fact.id in amount.facts and _BOUND.search(fact.value.lower()) for fact in reading.brief.facts):
        return False
    bound = amount.before[len(amount.before) - hedge.before :], amount.behind[: hedge.behind]
    return not any(all(part.strip() in line for part in bound) for line in _clauses(amount, reading))


def _clauses(amount: Amount, reading: Reading) -> list[str]:
    """What the facts that have the amount permit one to say."""
    return [
        form for fact, forms, _ in reading.ground[len(reading.brief.facts) :] if fact in amount.facts for form in forms
    ]


def _of_another(phrases: tuple[Phrase, ...], keys: frozenset[str], amount: Amount, reading: Reading) -> bool:
    """Whether all that the words may mean is something else than what has this amount."""
    matters = [reading.matters[fact] for fact in amount.facts]
    own = frozenset([key for phrase in phrases if (key := _own(phrase.form)) in reading.about])
    if not (own or keys).isdisjoint(matters):
        return False
    dimensions = frozenset([unit.dimension for unit in amount.quantity.units])
    fitting = frozenset().union(*[DIMENSIONS.get(dimension, frozenset()) for dimension in dimensions])
    meant = fitting & keys
    if not meant:
        return any(phrase.strict for phrase in phrases) and "" not in dimensions
    told = [about for about in matters if about not in _NAMED]
    if not meant.isdisjoint(reading.about):
        told = [about for about in told if about in _WIRED or not _unspoken(about, amount)]
        return not any(_may_be(about, meant, fitting) for about in told)
    return bool(told) and not any(_may_be(about, meant, fitting) for about in told)


@lru_cache(maxsize=1024)
def _own(form: str) -> str:
    """The attribute that is called so, and no other: 净重."""
    word = find_name(form)
    return word.key if word is not None and word.key in _NARROW else ""


def _unspoken(about: str, amount: Amount) -> bool:
    """Whether a name says which of the product's weights it is ("gross weight"), and the text beside it does not."""
    near = f"{amount.before} {amount.behind}"
    words = [*telling(about.replace("_", " ")), *[own for label in _HAN.findall(about) if (own := bare(label))]]
    return bool(words) and not any(word[:_STEM] in near for word in words)


def _may_be(about: str, meant: frozenset[str], fitting: frozenset[str]) -> bool:
    """Whether a fact of which nobody knows that it is about something else may be what the words mean."""
    if about in _WIRED:
        return about not in fitting
    stems = [stem for key in meant for stem in _STEMS.get(key, ())]
    return not stems or any(stem in about for stem in stems)
