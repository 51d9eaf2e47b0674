"""Which of the clauses that facts permit a sentence says. Whoever looks at a verdict asks, never a draft on its way."""

from collections.abc import Iterable
from functools import lru_cache

from workers.edit.grounding.evidence import lowered, of_clause
from workers.edit.grounding.folding import fold
from workers.edit.grounding.tracing import stands
from workers.plan.brief import Clause
from workers.write.realise.english.grammar import plural_verb


def clauses_said(sentence: str, clauses: Iterable[Clause]) -> tuple[str, ...]:
    """The ids of those whose words stand there, of one thing or of several ("they dry fast"), in the clauses' order."""
    lower = lowered(fold(sentence))
    said = [clause.id for clause in clauses if any(stands(form, lower) for form in _wordings(clause))]
    return tuple(dict.fromkeys(said))


@lru_cache(maxsize=4096)
def _wordings(clause: Clause) -> tuple[str, ...]:
    return of_clause(clause).forms + of_clause(clause._replace(text=plural_verb(clause.text))).forms
