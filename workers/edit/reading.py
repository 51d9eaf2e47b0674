"""What the rules look at: a draft, folded for comparison, cut into sentences, weighed by the facts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from schemas.outbound import MAX_SENTENCES
from workers.edit.grounding.denials import NEEDLES, signs_of
from workers.edit.grounding.denied import undenied
from workers.edit.grounding.evidence import lowered
from workers.edit.grounding.folding import fold
from workers.edit.grounding.polarity import Polarity, Stance, stance
from workers.edit.grounding.quantities import Quantity, figures, in_letters, quantities
from workers.edit.grounding.ties import Ties, ties_of
from workers.edit.grounding.tracing import Ground, Traced, Wordings, grounded, weighed, wordings_of
from workers.edit.needles import Needles
from workers.edit.sentences import split
from workers.plan.brief import Brief, Clause, Fact
from workers.plan.lexicon.lookup import find_name, folded_name

MAX_TEXT_CHARS: Final = 2400
"""The bound of `schemas.outbound.PublishedKind.text`."""
READ_CHARS: Final = 4 * MAX_TEXT_CHARS

_DENIALS: Final = frozenset(NEEDLES)
_HOLDING: Final = (Polarity.TELLS, Polarity.AFFIRMS)
_NOTHING: Final[frozenset[str]] = frozenset()
_DEPENDS_ON_PLACE: Final = "Σ"
"""In lower case it is another letter at the end of a word: a sentence's end may be none in the text."""


Denied = tuple[tuple[str, tuple[str, ...]], ...]
"""Facts, by their ids, each with the words for what it denies."""


class Reading(NamedTuple):
    """`lower` has `text`'s offsets: half width, lower case, straight apostrophes.

    `text` is the draft's first 9,600 characters, `chars` its whole length, white space at its ends aside; `traced`
    belongs to the first 12 of `sentences`. A draft beyond either is refused for its length, whatever stands there.
    `said`: all that the facts and clauses say, in all their wordings, lower case, a line for each. `about`: what the
    facts are about, by the lexicon's names where it knows them (质保 is a warranty); `matters`: that of each, by id.
    `named`: what the first fact of each name says. `ties`: what the facts tell of which part; None where of none.
    `denied`: what facts deny, by their ids, in the words for it; `unheld`: matters that they deny and none holds.
    `words`: which of the words that rules look for are in `lower`; None where nobody has looked for all of them.
    """

    brief: Brief
    text: str
    chars: int
    lower: str
    sentences: tuple[str, ...]
    traced: tuple[Traced, ...]
    words: frozenset[str] | None
    # What is known of the facts, as `_known` tells it.
    ground: Ground
    wordings: Wordings
    said: str
    about: frozenset[str]
    matters: Mapping[str, str]
    named: Mapping[str, str]
    ties: Ties | None
    denied: Denied
    unheld: frozenset[str]


_Sides = tuple[frozenset[str], Denied, frozenset[str]]
Check = Callable[[Reading], Iterable[str]]
"""A rule's body: the spans that break it, in order; none where the draft may pass."""


def read(draft: str, brief: Brief, sought: Needles | None = None) -> Reading:
    """The draft, read once for all rules. `sought`: all words that they look for."""
    return read_all([(brief, draft)], sought)[0]


def read_all(drafts: Sequence[tuple[Brief, str]], sought: Needles | None = None) -> list[Reading]:
    """As `read`, of each. Step by step, not text by text: a step's code and its words are then at hand."""
    known = [_known(brief.facts, brief.clauses, brief.locale) for brief, _ in drafts]
    forms = [_forms(brief, draft, sought) for brief, draft in drafts]
    cut = list(map(_cut, forms))
    traced = map(_traced, cut, forms, known, [brief.facts for brief, _ in drafts])
    return [
        Reading(brief, form.text, len(draft.strip()), form.lower, form.sentences, told, form.words, *facts)
        for (brief, draft), form, told, facts in zip(drafts, forms, traced, known, strict=True)
    ]


class _Forms(NamedTuple):
    """A text as it is, folded, and in lower case: each has the same offsets. `signs`: what in it may deny."""

    text: str
    folded: str
    lower: str
    sentences: tuple[str, ...]
    words: frozenset[str] | None
    signs: list[str]


class _Cut(NamedTuple):
    """One sentence, folded and in lower case, and what it says in numbers."""

    folded: str
    lower: str
    numbers: tuple[Quantity, ...]


def _forms(brief: Brief, draft: str, sought: Needles | None) -> _Forms:
    text = draft[:READ_CHARS]
    folded = fold(text)
    lower = lowered(folded)
    words = sought.words(lower) if sought else None
    signs = signs_of(lower) if words is None or not _DENIALS.isdisjoint(words) else []
    return _Forms(text, folded, lower, split(text, brief.kind), words, signs)


def _cut(form: _Forms) -> list[_Cut]:
    alone = _DEPENDS_ON_PLACE in form.text
    numbers = quantities if in_letters(form.lower) else figures
    cut, end = [], 0
    for sentence in form.sentences[:MAX_SENTENCES]:
        start = form.text.index(sentence, end)
        end = start + len(sentence)
        folded = form.folded[start:end]
        cut.append(_Cut(folded, lowered(folded) if alone else form.lower[start:end], numbers(folded)))
    return cut


def _traced(cut: list[_Cut], form: _Forms, known: "_Known", facts: tuple[Fact, ...]) -> tuple[Traced, ...]:
    """What each sentence rests on."""
    wordings = known.wordings
    if len(form.sentences) > 1 and _DEPENDS_ON_PLACE not in form.text:
        wordings = [one for one in wordings if one[1] in form.lower]
    traced = []
    for folded, lower, numbers in cut:
        one = weighed(numbers, lower, known.ground, wordings)
        if form.signs and any([sign in lower for sign in form.signs]):  # noqa: C419  there are one or two
            one = undenied(one, (folded, lower), known.ground, wordings, facts)
        traced.append(one)
    return tuple(traced)


class _Known(NamedTuple):
    ground: Ground
    wordings: Wordings
    said: str
    about: frozenset[str]
    matters: Mapping[str, str]
    named: Mapping[str, str]
    ties: Ties | None
    denied: Denied
    unheld: frozenset[str]


@lru_cache(maxsize=1024)
def _known(facts: tuple[Fact, ...], clauses: tuple[Clause, ...], locale: str) -> _Known:
    """What the facts make known. The two titles of a product state the same, and so does another attempt."""
    ground = grounded(facts, clauses, locale)
    wordings = wordings_of(ground)
    said = "\n".join([form for _, form in wordings])
    matters = {fact.id: matter(fact.name) for fact in facts}
    stances = list(map(stance, facts))
    plain = all([one.polarity in _HOLDING for one in stances])  # noqa: C419  a dozen
    sides: _Sides = (frozenset(matters.values()), (), _NOTHING) if plain else _sides(facts, stances, matters)
    about, denied, unheld = sides
    named = {fact.name: fact.value for fact in reversed(facts)}
    return _Known(ground, wordings, said, about, matters, named, ties_of(facts, ground), denied, unheld)


def _sides(facts: tuple[Fact, ...], stances: Sequence[Stance], matters: Mapping[str, str]) -> _Sides:
    """What the facts are about, but for those that say nothing; what they deny; and what they do nothing but deny."""
    told = [(fact.id, one) for fact, one in zip(facts, stances, strict=True) if one.polarity is not Polarity.SILENT]
    about = frozenset([matters[fact] for fact, _ in told])
    held = frozenset([matters[fact] for fact, one in told if one.polarity in _HOLDING])
    denied = [(fact, one.labels) for fact, one in told if one.polarity not in _HOLDING and one.labels]
    return about, tuple(denied), about - held


@lru_cache(maxsize=1024)
def matter(name: str) -> str:
    """What a fact of this name is about: the lexicon's key, else the name itself in a key's spelling."""
    known = find_name(name)
    return folded_name(name).replace(" ", "_") if known is None else known.key
