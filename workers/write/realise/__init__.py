"""Data to text: the same brief and attempt give the same words in every process. Standard library only."""

from collections.abc import Callable, Mapping
from typing import Final

from schemas.kinds import Kind
from workers.errors import Permanent
from workers.outcome import Sentence
from workers.plan.brief import Brief
from workers.plan.lexicon.locales import language_of, supported
from workers.write.realise import chinese, english
from workers.write.realise.content import Content, Draw, read

Plan = Callable[[Content, Draw], tuple[Sentence, ...]]

_PLANS: Final[Mapping[str, Mapping[Kind, Plan]]] = {"en": english.PLANS, "zh": chinese.PLANS}


class CannotRealise(Permanent):
    """Nothing may be said to this brief."""


def sentences(brief: Brief, attempt: int) -> tuple[Sentence, ...]:
    """The text, sentence by sentence (or bullet by bullet), each with the facts that it states.

    Raises `CannotRealise` when nothing may be said.
    """
    if not supported(brief.locale):
        raise CannotRealise("locale-unknown", brief.locale)
    plan = _PLANS[language_of(brief.locale)][brief.kind]
    made = plan(read(brief), Draw(brief.id, attempt))
    if len(made) < (brief.limits.min_items if brief.kind is Kind.BULLETS else 1):
        raise CannotRealise("nothing-to-say", brief.kind.value)
    return made


def realise(brief: Brief, attempt: int) -> str:
    """The whole text: bullets line by line, sentences joined as the language joins them.

    Raises `CannotRealise` when nothing may be said.
    """
    joint = "\n" if brief.kind is Kind.BULLETS else "" if brief.locale.startswith("zh") else " "
    return joint.join(made.text for made in sentences(brief, attempt))
