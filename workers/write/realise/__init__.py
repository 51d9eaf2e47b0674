"""Data to text: the same brief and attempt give the same words in every process. Standard library only."""

from workers.errors import Permanent
from workers.outcome import Sentence
from workers.plan.brief import Brief


class CannotRealise(Permanent):
    """Nothing may be said to this brief."""


def sentences(brief: Brief, attempt: int) -> tuple[Sentence, ...]:
    """The text, sentence by sentence (or bullet by bullet), each with the facts that it states.

    Raises `CannotRealise` when nothing may be said.
    """
    raise CannotRealise("nothing-to-say", f"{brief.kind} {attempt}")


def realise(brief: Brief, attempt: int) -> str:
    """The whole text: bullets line by line, sentences joined as the language joins them.

    Raises `CannotRealise` when nothing may be said.
    """
    return " ".join(s.text for s in sentences(brief, attempt))
