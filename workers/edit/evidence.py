"""What one fact, or one clause that it permits, allows a text to say: wordings, amounts, counts, names."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

from workers.edit.quantities import Meaning, Quantity, fold, quantities
from workers.edit.units import COUNT, units_named
from workers.plan.brief import Clause, Fact
from workers.plan.lexicon import number_forms, supported, surface_forms

Counted = tuple[Decimal, str]
"""A bare number and the word beside it, as the fact has them: "14" of "Xperia 14" counts no pockets."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All strings are folded and lower case. `fact` is the id that a sentence gets which says any of this."""

    fact: str
    forms: tuple[str, ...] = ()
    amounts: frozenset[Meaning] = frozenset()
    counted: frozenset[Counted] = frozenset()
    names: frozenset[str] = frozenset()


_SAYS_NOTHING: Final = frozenset({"yes", "no", "true", "false", "y", "n", "是", "否", "有", "无"})
_TOKEN: Final = re.compile(r"[a-z0-9.]+")
_BEFORE: Final = re.compile(r"([a-z]+|[^\W\da-z_])[ \-]?\Z")
_AFTER: Final = re.compile(r"[ \-]?([a-z]+|[^\W\da-z_])")
_WORD_WINDOW: Final = 24
_EDGES: Final = " \t.,;:!?。，；：！？…"


def lowered(folded: str) -> str:
    """Lower case, one character for each, so that offsets stay."""
    lower = folded.lower()
    return lower if len(lower) == len(folded) else "".join(c if len(c.lower()) > 1 else c.lower() for c in folded)


@lru_cache(maxsize=16_384)
def of_fact(fact: Fact, locale: str) -> Evidence:
    """What the fact allows one to say in this locale."""
    texts = [fact.value]
    if supported(locale):
        texts += [*surface_forms(fact, locale), *number_forms(fact, locale)]
    amount = _decimal(fact.value)
    if amount is None:
        texts.append(f"{fact.value} {fact.unit}".strip())
    return _of_texts(fact.id, texts, _amounts(amount, fact.unit))


@lru_cache(maxsize=16_384)
def of_clause(clause: Clause) -> Evidence:
    """What the clause says, on behalf of its fact."""
    return _of_texts(clause.fact, [clause.text], frozenset())


def beside(lower: str, quantity: Quantity) -> tuple[str, str]:
    """The word (of Chinese, the character) before a number, and the one behind it."""
    before = _BEFORE.search(lower, max(0, quantity.start - _WORD_WINDOW), quantity.start)
    after = _AFTER.match(lower, quantity.end)
    return (before[1] if before else "", after[1] if after else "")


def _decimal(value: str) -> Decimal | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() and len(value) <= _WORD_WINDOW else None


def _amounts(amount: Decimal | None, unit: str) -> frozenset[Meaning]:
    """A number without a unit, or with one that nobody knows, counts things: the words around it are free."""
    if amount is None:
        return frozenset()
    return frozenset((known.dimension, amount * known.factor) for known in units_named(unit) or (COUNT,))


def _of_texts(fact: str, texts: list[str], amounts: frozenset[Meaning]) -> Evidence:
    forms, measured, counted, names = [], set(amounts), set[Counted](), set[str]()
    for folded in dict.fromkeys(fold(text).strip(_EDGES) for text in texts):
        lower = lowered(folded)
        names |= _names(lower)
        for quantity in quantities(folded):
            names |= {quantity.name} - {""}
            measured |= {meaning for meaning in quantity.meanings if meaning[0]}
            if quantity.bare:
                counted |= {(quantity.value, word) for word in beside(lower, quantity) if word}
        if lower and lower not in _SAYS_NOTHING and _decimal(lower) is None:
            forms.append(lower)
    return Evidence(fact, tuple(dict.fromkeys(forms)), frozenset(measured), frozenset(counted), frozenset(names))


def _names(form: str) -> set[str]:
    """Words with digits in them, and what two neighbours make together: "usb 3.0" is also written "usb3.0"."""
    words = [word.strip(".") for word in _TOKEN.findall(form)]
    pairs = (first + second for first, second in zip(words, words[1:], strict=False))
    return {word for word in (*words, *pairs) if _mixed(word)}


def _mixed(word: str) -> bool:
    return any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
