"""Which of the facts a sentence denies.

"Not made of cotton" has every word of the fact. A sentence that says a fact's wording, its amount or its clause under a
denial is refused, and rests on that fact no more. What the facts themselves deny ("needs no dry cleaning") may be said
so, and features have a rule of their own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from workers.edit.grounding.denials import Denial, Found, Span, denials, denies, hedged, reaches
from workers.edit.grounding.everyday import ENGLISH
from workers.edit.grounding.evidence import Evidence, of_many
from workers.edit.grounding.listed import listed
from workers.edit.grounding.polarity import Polarity, stance
from workers.edit.grounding.quantities import Quantity, quantities
from workers.edit.grounding.tracing import Ground, Traced, Wordings, occurrences, weighed, wordings_of
from workers.plan.brief import Fact
from workers.plan.lexicon.entries import NameWord
from workers.plan.lexicon.lookup import FLAGS, find_name

_IDENTITY: Final = frozenset({"name", "type", "category"})
_CERTIFICATION: Final = "certification"
_ANSWERS: Final = frozenset({"yes", "no", "none", "无"})
"""Forms that are no denial by themselves."""
_VALUES: Final = frozenset("material composition finish coating gem colour lightcolour place".split())
_LABELLED: Final = frozenset({"term", "number", "scent", "coating"})
"""Kinds of attributes that a product has or has not: "no warranty", "no pockets"."""
_WITHOUT: Final = re.compile(r"\b(?:un|non|free)|-free\b|[无淡]")
"""What a value says of having none: unscented, 无香."""
_HAD: Final = frozenset(f"{_CERTIFICATION} lining filling insole strap band lens handle plating".split())
"""And parts of it, by what they are made of: "no lining"."""
_MORE_LABELS: Final = {
    "lining": ("内衬", "里衬"),
    "returns": ("returned", "returnable", "退换"),
    "certification": ("certified",),
}
_LABEL_GAP: Final = re.compile(
    r"(?:[ -](?:an?|any|one|single|sort|kind|of|added|be|have|has|come|comes|with|find|include|included|offer|get|carry"
    r"|covered|by|under|accept|accepted|there|even|really|actually|given|is|you|built|in"
    r"|built-in|own|to|for|support|use|called|made|got|feature|features|contain))*[ -]\Z"
)
_IMITATIONS: Final = ("faux", "vegan", "artificial", "imitation", "synthetic", "人造", "仿", "合成")
_EVEN_FREE: Final = re.compile(
    r" ?(?:(?:entirely|fully|completely|an?) )?(?:[\w-]+ ){0,2}[\w]+[- ]free\b(?! (?:of|from))"
)
"""What is "not latex-free" has it: nothing is denied of it."""
_DIGIT: Final = re.compile("[0-9]")
_SHORT: Final = 3
_TAIL: Final = 6
"""So much of a clause behind its verb is told from other words."""
_LONGEST: Final = 80
_WINDOW: Final = 16
_AMOUNTS: Final = 8
_CHINESE_CLAUSE: Final = 3

DATA: Final = (
    " ".join(sorted(_IDENTITY | _VALUES | _LABELLED)), str(_MORE_LABELS), str(_IMITATIONS), _LABEL_GAP.pattern,
    _WITHOUT.pattern, str((_SHORT, _TAIL, _LONGEST, _WINDOW)),
)  # fmt: skip


class Deniable(NamedTuple):
    """What the facts say, to be looked for under denials.

    `wordings`: facts' that deny nothing; `predicates`: these, and clauses in the plural and without their verb too;
    `labels`: what a product has, whatever its number or its length.
    """

    wordings: tuple[str, ...]
    predicates: tuple[str, ...]
    labels: tuple[str, ...]


def undenied(
    traced: Traced, forms: tuple[str, str], ground: Ground, wordings: Wordings, facts: tuple[Fact, ...]
) -> Traced:
    """What a sentence rests on when what it denies is left out. `forms`: the sentence folded, and in lower case;
    `wordings`: those that may stand in it; `facts`: those that the ground begins with.
    """
    folded, lower = forms
    found = denials(lower)
    if not any(found) or not any(found := _beyond_own(found, lower, ground, wordings)):
        return traced
    spans = tuple(_denied(found, lower, [one.quantity for one in traced.amounts], deniable(facts, ground)))
    if not spans:
        return traced
    for start, end in spans:
        gap = " " * (end - start)
        folded, lower = folded[:start] + gap + folded[end:], lower[:start] + gap + lower[end:]
    return traced._replace(facts=weighed(quantities(folded), lower, ground, wordings_of(ground)).facts, denied=spans)


def _beyond_own(found: Found, lower: str, ground: Ground, wordings: Wordings) -> Found:
    """The denials that are not the facts' own, in the singular or in the plural."""
    left = _outside(found, lower, [form for _, form in wordings if form in lower and denies(form)])
    if not any(left) or not lower.isascii():
        return left
    forms = [of_many(form) for one in ground for form in one.forms]
    return _outside(left, lower, [form for form in forms if form in lower and denies(form)])


def _outside(found: Found, lower: str, forms: list[str]) -> Found:
    if not forms:
        return found
    held = bytearray(len(lower))
    for start, end in (span for form in forms if form not in _ANSWERS for span in occurrences(form, lower)):
        held[start:end] = bytes([1]) * (end - start)
    return Found(
        tuple([one for one in found.before if not held[one.start]]),
        tuple([one for one in found.behind if not held[one[0]]]),
        tuple([one for one in found.within if not held[one[0]]]),
    )


def deniable(facts: tuple[Fact, ...], ground: Ground) -> Deniable:
    """What these facts, and the clauses behind them in their ground, say that may not be denied."""
    told = list(zip(facts, ground, strict=False))
    wordings = [word for fact, one in told for word in _of_fact(fact, one.forms)]
    wordings += _in_the_name(told)
    clauses = [more for one in ground[len(facts) :] for form in one.forms for more in _of_clause(form)]
    labels = [label for fact, one in told for label in _labels(fact, one.forms)]
    return Deniable(tuple(wordings), (*wordings, *clauses), tuple(labels))


def _in_the_name(told: list[tuple[Fact, Evidence]]) -> Iterator[str]:
    """Features that the product has by its name too: the rule of features lets pass whatever has a word of the name."""
    named = "\n".join([form for fact, one in told if fact.name in _IDENTITY for form in one.forms])
    for fact, one in told:
        if fact.name in FLAGS and stance(fact).polarity is Polarity.AFFIRMS:
            own = [form for form in one.forms if not denies(form)]
            yield from [form for form in own if form in named]
            yield from [f"{form}ing" for form in own if form.endswith("proof")]


@lru_cache(maxsize=16_384)
def _of_fact(fact: Fact, forms: tuple[str, ...]) -> tuple[str, ...]:
    """Its wordings that deny nothing, and what its value is a sort of."""
    if fact.name in FLAGS or fact.name in _IDENTITY or stance(fact).polarity is not Polarity.TELLS:
        return ()
    word = _word(fact)
    said = [form for form in forms if not denies(form)]
    said = [form for form in said if not form.isascii() or (len(form) >= _SHORT and form not in ENGLISH)]
    said += listed(fact)
    if word is not None and word.kind in _VALUES:
        return (*said, *(head for form in said for head in _heads(form)))
    if word is not None and word.key == _CERTIFICATION:
        parts = [part for form in said for part in form.split(" ")]
        return (*said, *(part for part in parts if len(part) >= _SHORT and not part.isnumeric()))
    return tuple(said)


def _word(fact: Fact) -> NameWord | None:
    word = find_name(fact.name)
    return word if isinstance(word, NameWord) else None


def _heads(form: str) -> tuple[str, ...]:
    """What a value is a sort of: steel, of stainless steel; 羊毛, of 羔羊毛."""
    if form.startswith(_IMITATIONS):
        return ()
    if form.isascii():
        words = form.split(" ")
        return tuple(" ".join(words[at:]) for at in range(1, len(words)) if len(words[-1]) >= _SHORT)
    return tuple(form[at:] for at in range(1, len(form) - 1))


@lru_cache(maxsize=16_384)
def _of_clause(form: str) -> tuple[str, ...]:
    if denies(form):
        return ()
    tail = form.partition(" ")[2]
    return (form, of_many(form), *([tail] if len(tail) >= _TAIL else []))


@lru_cache(maxsize=16_384)
def _labels(fact: Fact, forms: tuple[str, ...]) -> tuple[str, ...]:
    """What a product has, by this fact, however much of it."""
    told, named = stance(fact)
    word = _word(fact)
    if told is Polarity.AFFIRMS or (told is Polarity.TELLS and find_name(fact.name) is None):
        return named
    if told is not Polarity.TELLS or word is None or any(map(denies, forms)):
        return ()
    if not (word.kind in _LABELLED or word.key in _HAD) or _WITHOUT.search(fact.value.lower()):
        return ()
    names = (word.us, word.gb, word.zh, *word.aliases, *_MORE_LABELS.get(word.key, ()))
    return tuple(name.lower() for name in names if name.isascii() or len(name) > 1)


def _denied(found: Found, lower: str, amounts: list[Quantity], known: Deniable) -> Iterator[Span]:
    """Each denial, from where it begins to the end of what it denies; or the other way round."""
    for denial in found.before:
        end = _denied_by(denial, lower, amounts, known)
        if end:
            yield denial.start, end
    for start, end in found.behind:
        begun = _begun(lower, start, known)
        if begun < start and not any(one.behind <= begun < one.end for one in found.before):
            yield begun, end
    for start, end in found.within:
        if _torn(lower[max(0, start - _WINDOW) : start], lower[end : end + _WINDOW], known):
            yield start, end


def _denied_by(denial: Denial, lower: str, amounts: list[Quantity], known: Deniable) -> int:
    """Where what it denies ends; 0 where it denies nothing."""
    if _EVEN_FREE.match(lower, denial.behind):
        return 0
    return _reached(denial, lower, known) or _amount(denial, lower, amounts) or _turned(denial, lower, known)


def _turned(denial: Denial, lower: str, known: Deniable) -> int:
    """Where what a thing is said not to be ends, though a fact says it so: "the leather is not full-grain"."""
    for wording in known.wordings if not denial.near else ():
        sort, _, thing = wording.rpartition(" ")
        if sort and thing in lower[: denial.start] and lower.startswith(f" {sort}", denial.behind):
            return denial.behind + 1 + len(sort)
    return 0


def _begun(lower: str, end: int, known: Deniable) -> int:
    """Where a wording begins that ends there; `end` itself where none does."""
    for wording in (*known.predicates, *known.labels):
        if lower.endswith(wording, 0, end):
            return end - len(wording)
    return end


def _reached(denial: Denial, lower: str, known: Deniable) -> int:
    """Where the first wording that it denies ends; 0 where it denies none."""
    for wording, start, end in _standing(denial, lower, known.wordings if denial.near else known.predicates):
        only_bounded = _DIGIT.search(wording) and hedged(denial, lower, start)
        if not only_bounded and reaches(denial, lower, start):
            return end
    for label, start, end in _standing(denial, lower, known.labels):
        plain = not label.isascii() or not lower.isascii() or _LABEL_GAP.match(lower, denial.behind, start)
        if plain and reaches(denial, lower, start):
            return end
    return 0


def _standing(denial: Denial, lower: str, wordings: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    """The wordings that begin within its reach, and where."""
    begun = max(0, denial.behind - 1)
    near = lower[begun : denial.end + _LONGEST]
    for wording in [one for one in wordings if one in near]:
        for start, end in occurrences(wording, near):
            if denial.behind <= begun + start < denial.end:
                yield wording, begun + start, begun + end


def _amount(denial: Denial, lower: str, amounts: list[Quantity]) -> int:
    """Where the first amount of a fact that it denies ends; 0 where it denies none."""
    at = bisect_left(amounts, denial.behind, key=attrgetter("start"))
    for quantity in amounts[at : at + _AMOUNTS]:
        start = quantity.start
        if start < denial.end and reaches(denial, lower, start) and not hedged(denial, lower, start):
            return quantity.end
    return 0


def _torn(before: str, behind: str, known: Deniable) -> bool:
    """Whether a wording stands there but for the denial within it."""
    joined, at = before + behind, len(before)
    for wording in known.predicates:
        start = joined.find(wording)
        if len(wording) >= _CHINESE_CLAUSE and 0 <= start < at < start + len(wording):
            return True
    return False
