"""Which facts a sentence rests on, and which of its numbers rest on none."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from workers.edit.grounding.bounds import bounding
from workers.edit.grounding.evidence import Evidence, claims_of, lowered, miscounted, of_clause, of_fact, of_many
from workers.edit.grounding.folding import fold
from workers.edit.grounding.quantities import Quantity, quantities
from workers.edit.grounding.totals import totals
from workers.edit.grounding.units import COUNT
from workers.plan.brief import MAX_FACTS, Brief, Clause, Fact
from workers.plan.lexicon.lookup import type_word

Span = tuple[int, int]
BESIDE: Final = 32
"""So many characters on either side of a number may say what it is a number of."""
_COUNTED: Final = (COUNT,)
_CALLING: Final = frozenset({"type", "name"})
Ground = tuple[Evidence, ...]
"""All that a brief allows one to say, in the order of its facts; the ids are its facts'."""
Wordings = Sequence[tuple[str, str]]
"""A fact's id, and what says it."""


class Amount(NamedTuple):
    """A number that facts say, their clauses included; `facts`: their ids. `before`, `behind`: the text beside it."""

    quantity: Quantity
    facts: list[str]
    before: str
    behind: str


_LETTERS: Final = frozenset(filter(str.isalnum, map(chr, range(0x2E80))))
"""What is part of a word that spaces bound: Chinese has none."""


class Traced(NamedTuple):
    """`facts`: ids, in the brief's order. `unfounded`: spans of numbers that no fact says; `amounts`: the others.
    `denied`: spans of denials of what a fact says.
    """

    facts: tuple[str, ...]
    unfounded: tuple[Span, ...]
    amounts: tuple[Amount, ...] = ()
    denied: tuple[Span, ...] = ()


def ground_of(brief: Brief) -> Ground:
    """What the brief's facts and clauses allow. A clause of a fact that the brief does not hold allows nothing."""
    return grounded(brief.facts, brief.clauses, brief.locale)


def grounded(facts: tuple[Fact, ...], clauses: tuple[Clause, ...], locale: str) -> Ground:
    """As `ground_of`, of a brief's parts."""
    held = {fact.id for fact in facts}
    said = [of_clause(clause) for clause in clauses if clause.fact in held]
    return (*[of_fact(fact, locale) for fact in facts], *_called(calling(facts)), *totals(facts), *said)


def calling(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts that say what the product is called. All kinds of its copy tell of these, and each of others beside."""
    return tuple([fact for fact in facts if fact.name in _CALLING])


@lru_cache(maxsize=1024)
def _called(facts: tuple[Fact, ...]) -> tuple[Evidence, ...]:
    """What the listing's own name calls a product of its type: of the type's words, those that stand there."""
    told = {fact.name: fact for fact in reversed(facts)}
    word = type_word(told["type"].value) if len(told) > 1 else None
    if word is None:
        return ()
    name = lowered(fold(told["name"].value))
    forms = tuple([form for form in map(str.lower, word.narrower) if stands(form, name)])
    return (Evidence(told["name"].id, forms, frozenset()),) if forms else ()


def trace(sentence: str, brief: Brief) -> tuple[str, ...]:
    """The ids of the facts that the sentence rests on, in the brief's order, at most 24."""
    return weigh(sentence, ground_of(brief)).facts


def weigh(sentence: str, ground: Ground) -> Traced:
    """What the sentence rests on, and the numbers in it that rest on nothing."""
    folded = fold(sentence)
    return weighed(quantities(folded), lowered(folded), ground, wordings_of(ground))


def wordings_of(ground: Ground) -> Wordings:
    """All that say a fact, in the ground's order."""
    return [(fact, form) for fact, forms, _ in ground for form in forms]


def weighed(found: Iterable[Quantity], lower: str, ground: Ground, wordings: Wordings) -> Traced:
    """As `weigh`, of a sentence in lower case, and what it says in numbers. `wordings`: those that may stand in it."""
    facts: set[str] = set()
    alone: list[Quantity] = []
    amounts: list[Amount] = []
    for quantity in found:
        said = frozenset(claims_of(quantity, lower))
        vouching = [fact for fact, _, claims in ground if claims and not said.isdisjoint(claims)]
        if vouching and quantity.units == _COUNTED and miscounted(quantity, lower, ground):
            vouching = []
        if not vouching and (bounded := bounding(quantity, lower, ground)):
            facts.update(bounded)
            continue
        facts.update(vouching)
        if not vouching:
            alone.append(quantity)
        elif quantity.units:
            start, end = quantity.start, quantity.end
            amounts.append(Amount(quantity, vouching, lower[max(0, start - BESIDE) : start], lower[end : end + BESIDE]))
    facts |= _worded(wordings, lower, facts)
    if not facts:
        facts = _of_many(ground, lower)
    unfounded = tuple(_unfounded(alone, wordings, lower)) if alone else ()
    return Traced(_in_order(facts, ground), unfounded, tuple(amounts))


def _in_order(facts: set[str], ground: Ground) -> tuple[str, ...]:
    if len(facts) <= 1:
        return tuple(facts)
    # Most often they stand there at once, and the rest of what the brief allows is not looked through.
    found: dict[str, None] = {}
    for fact, _, _ in ground:
        if fact in facts:
            found[fact] = None
            if len(found) == len(facts):
                break
    return tuple(found)[:MAX_FACTS]


def _worded(wordings: Wordings, lower: str, known: Collection[str]) -> set[str]:
    """The ids of the facts, but for those that are known, of which a wording stands there."""
    return {fact for fact, form in wordings if form in lower and fact not in known and stands(form, lower)}


def _of_many(ground: Ground, lower: str) -> set[str]:
    """The facts of which a sentence that rests on nothing says a clause of more than one: "they keep feet dry"."""
    if not lower.isascii():
        return set()
    # A verb of one thing ends in "s"; what else it says has been looked for.
    told = [(fact, of_many(form)) for fact, forms, _ in ground for form in forms if "s " in form]
    return {fact for fact, form in told if form in lower and stands(form, lower)}


def _unfounded(alone: Sequence[Quantity], wordings: Wordings, lower: str) -> Iterator[Span]:
    """Of the numbers that no fact claims, those outside every wording of one: not the 501 of "501 Original"."""
    covered = [span for _, form in wordings for span in occurrences(form, lower)]
    for quantity in alone:
        if not any(start <= quantity.start and quantity.end <= end for start, end in covered):
            yield quantity.start, quantity.end


def stands(form: str, lower: str) -> bool:
    """Whether the wording stands there as words of its own: "steel" in "stainless steel", "red" not in "tired"."""
    start = lower.find(form)
    while start >= 0:
        end = start + len(form)
        # Most often there is a space, a mark or Chinese on either side, and nothing more to ask.
        free = lower[start - 1 : start] not in _LETTERS and lower[end : end + 1] not in _LETTERS
        if free or _alone(form, lower, start, end):
            return True
        start = lower.find(form, end)
    return False


def occurrences(form: str, lower: str) -> Iterator[Span]:
    """Where the wording stands as words of its own, its plural included. Both are lower case."""
    start = lower.find(form)
    while start >= 0:
        end = start + len(form)
        if _alone(form, lower, start, end):
            yield start, end
        start = lower.find(form, end)


def _alone(form: str, lower: str, start: int, end: int) -> bool:
    if lower[start - 1 : start] in _LETTERS and form[0] in _LETTERS:
        return False
    after = lower[end : end + 1]
    if after not in _LETTERS or form[-1] not in _LETTERS:
        return True
    return after == "s" and lower[end + 1 : end + 2] not in _LETTERS
