"""Which facts a sentence rests on, and which of its numbers rest on none."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workers.edit.evidence import Evidence, claims_of, lowered, of_clause, of_fact
from workers.edit.quantities import Quantity, fold, quantities
from workers.plan.brief import MAX_FACTS, Brief

Span = tuple[int, int]
Ground = tuple[Evidence, ...]
"""All that a brief allows one to say, in the order of its facts; the ids are its facts'."""


class Traced(NamedTuple):
    """`facts`: ids, in the brief's order. `unfounded`: spans of numbers that no fact says."""

    facts: tuple[str, ...]
    unfounded: tuple[Span, ...]


def ground_of(brief: Brief) -> Ground:
    """What the brief's facts and clauses allow. A clause of a fact that the brief does not hold allows nothing."""
    held = {fact.id for fact in brief.facts}
    facts = tuple(of_fact(fact, brief.locale) for fact in brief.facts)
    return facts + tuple(of_clause(clause) for clause in brief.clauses if clause.fact in held)


def trace(sentence: str, brief: Brief) -> tuple[str, ...]:
    """The ids of the facts that the sentence rests on, in the brief's order, at most 24."""
    return weigh(sentence, ground_of(brief)).facts


def weigh(sentence: str, ground: Ground) -> Traced:
    """What the sentence rests on, and the numbers in it that rest on nothing."""
    folded = fold(sentence)
    lower = lowered(folded)
    facts = {evidence.fact for evidence in ground for form in evidence.forms if form in lower and _alone(form, lower)}
    alone: list[Quantity] = []
    for quantity in quantities(folded):
        claims = frozenset(claims_of(quantity, lower))
        vouching = {evidence.fact for evidence in ground if not claims.isdisjoint(evidence.claims)}
        facts |= vouching
        if not vouching:
            alone.append(quantity)
    in_order = dict.fromkeys(evidence.fact for evidence in ground if evidence.fact in facts)
    return Traced(tuple(in_order)[:MAX_FACTS], tuple(_unfounded(alone, ground, lower)))


def _unfounded(alone: Sequence[Quantity], ground: Ground, lower: str) -> Iterator[Span]:
    """Of the numbers that no fact claims, those outside every wording of one: not the 501 of "501 Original"."""
    if not alone:
        return
    covered = [span for evidence in ground for form in evidence.forms for span in occurrences(form, lower)]
    for quantity in alone:
        if not any(start <= quantity.start and quantity.end <= end for start, end in covered):
            yield quantity.start, quantity.end


def _alone(form: str, lower: str) -> bool:
    return next(occurrences(form, lower), None) is not None


def occurrences(form: str, lower: str) -> Iterator[Span]:
    """Where the wording stands alone, its plural included: "red" is not in "tired". Both are lower case."""
    start = lower.find(form)
    while start >= 0:
        end = start + len(form)
        before, after = lower[start - 1 : start], lower[end : end + 1]
        if not (_letter(before) and _letter(form[0])) and (
            not _letter(after) or not _letter(form[-1]) or (after == "s" and not _letter(lower[end + 1 : end + 2]))
        ):
            yield start, end
        start = lower.find(form, end)


def _letter(character: str) -> bool:
    """Whether it is part of a word that spaces bound: Chinese has none."""
    return character.isalnum() and character < "\u2e80"
