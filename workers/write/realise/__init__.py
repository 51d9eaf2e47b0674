"""Data to text: the same brief and attempt give the same words in every process. Standard library only."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from schemas.kinds import Kind
from workers.errors import Permanent
from workers.outcome import Sentence
from workers.plan.brief import Brief
from workers.plan.lexicon.locales import language_of, supported
from workers.plan.lexicon.wording import OWN, said
from workers.write.realise import chinese, english
from workers.write.realise.content import Content, Draw, read

Plan = Callable[[Content, Draw], tuple[Sentence, ...]]

_PLANS: Final[Mapping[str, Mapping[Kind, Plan]]] = {"en": english.PLANS, "zh": chinese.PLANS}

_WAYS: Final = 8
_BEGINS: Final = r"(?:(?<![a-z0-9])(?<![0-9][.,])|(?![a-z0-9]))"
_ENDS: Final = r"(?:(?![a-z0-9]|[.,][0-9])|(?<![a-z0-9]))"
"""Edges of words, where they are Latin: "2 kg" is not in "1.2 kg", nor "red" in "tailored"."""


class CannotRealise(Permanent):
    """Nothing may be said to this brief."""


def sentences(brief: Brief, attempt: int, avoid: Sequence[str] = ()) -> tuple[Sentence, ...]:
    """The text, sentence by sentence (or bullet by bullet), each with the facts that it states.

    `avoid`: words that earlier drafts were refused for; as far as there is another way of saying it, none is there.
    Raises `CannotRealise` when nothing may be said.
    """
    if not supported(brief.locale):
        raise CannotRealise("locale-unknown", brief.locale)
    words = [re.compile(_BEGINS + re.escape(word.lower()) + _ENDS) for word in avoid]
    return _avoiding(brief, attempt, words) if words else _made(brief, Draw(brief.id, attempt))


def _avoiding(brief: Brief, attempt: int, words: Sequence[re.Pattern[str]]) -> tuple[Sentence, ...]:
    """What holds the words is left out; of the ways of saying the rest, the first that has fewest of them."""
    narrower = replace(
        brief,
        facts=tuple([fact for fact in brief.facts if fact.name in OWN or not _having(said(fact, brief.locale), words)]),
        clauses=tuple([clause for clause in brief.clauses if not _having(clause.text, words)]),
    )
    best: tuple[Sentence, ...] = ()
    fewest = math.inf
    try:
        for number in range(_WAYS):
            made = _made(narrower, Draw(f"{brief.id}/{number}", attempt))
            there = sum(_having(sentence.text, words) for sentence in made)
            if there < fewest:
                best, fewest = made, there
            if not fewest:
                break
    except CannotRealise:
        return _made(brief, Draw(brief.id, attempt))
    return best


def _having(text: str, words: Sequence[re.Pattern[str]]) -> int:
    """How many of the words are there."""
    lower = text.lower()
    return sum(word.search(lower) is not None for word in words)


def _made(brief: Brief, draw: Draw) -> tuple[Sentence, ...]:
    plan = _PLANS[language_of(brief.locale)][brief.kind]
    made = plan(read(brief), draw)
    if len(made) < (brief.limits.min_items if brief.kind is Kind.BULLETS else 1):
        raise CannotRealise("nothing-to-say", brief.kind.value)
    return made


def realise(brief: Brief, attempt: int, avoid: Sequence[str] = ()) -> str:
    """The whole text: bullets line by line, sentences joined as the language joins them. `avoid`: as above.

    Raises `CannotRealise` when nothing may be said.
    """
    joint = "\n" if brief.kind is Kind.BULLETS else "" if brief.locale.startswith("zh") else " "
    return joint.join(made.text for made in sentences(brief, attempt, avoid))
