"""What is left of a refused draft without the sentences that were refused. Pure.

Only where the fault is in a sentence: what taints the whole (an address, an order to a model, another language) shows
that the rest is no better. A term that the law forbids is a fault of its sentence: the rest passes all rules by itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from schemas.kinds import Kind
from schemas.outbound import MAX_SENTENCES
from workers.edit.gate import Editor, legible
from workers.edit.reading import READ_CHARS
from workers.edit.rules import row_of
from workers.edit.sentences import split
from workers.edit.shape import said_again
from workers.outcome import Refusal
from workers.plan.brief import Brief

KINDS: Final = frozenset({Kind.DESCRIPTION, Kind.BULLETS, Kind.BLURB})
"""Those that go on without one of their sentences."""

_LEANS: Final = re.compile(
    r"[\"'“‘(\[]{0,2}(?:"
    r"(?:it|its|it's|it’s|they|their|theirs|them|this|that|these|those|such|both|the former|the latter|also|"
    r"and|but|or|nor|so|too|yet|still|then|plus|besides|moreover|furthermore|additionally|similarly|likewise|however|"
    r"therefore|thus|hence|consequently|meanwhile|otherwise|instead|which|in addition|as a result|for this reason|"
    r"on top of that|what's more|what’s more)\b"
    r"|(?:because|since|as|when|while|if|though|although|thanks to)\s+(?:it|its|they|their)\b"
    r"|[^,.;]{1,80},\s+(?:it|its|they|their)\b"
    r"|它|其|这|那|此外|此款|同时|另外|并且|而且|且|也|还|又|但|不过|然而|因此|所以|因为它|由于它|从而|于是|再加上|加之|除此之外"
    r")",
    re.IGNORECASE,
)
"""Pronouns and connectives at its head, and a pronoun as the subject behind its first clause."""
_FOLLOWS: Final = re.compile(
    r"[\"'“‘(\[]{0,2}(?:(?:so|therefore|thus|hence|consequently|otherwise|instead|which|as a result|for this reason)\b|"
    r"(?:this|that) (?:means|makes|lets|gives|keeps|helps|allows|way|is why)\b|"
    r"因此|所以|从而|于是|由此|否则|这样|这[使让意])",
    re.IGNORECASE,
)
"""What speaks of the very sentence before it."""


class Repaired(NamedTuple):
    """`dropped`: sentences that it no longer has."""

    text: str
    dropped: int


def repair(brief: Brief, text: str, editor: Editor) -> Repaired | None:
    """What of the draft may be published; None where nothing complete is left. A draft that passes is its own repair.

    Never raises. Its sentences are some of the draft's, in their order, and all rules pass. Linear in the text.
    """
    refusals = editor.judge(brief, text).refusals
    if not refusals:
        return Repaired(text, 0)
    rules = {refusal.rule for refusal in refusals}
    if brief.kind not in KINDS or any(row_of(rule).spoils == "draft" for rule in rules) or len(text) > READ_CHARS:
        return None
    sentences = split(text, brief.kind)
    if len(sentences) > MAX_SENTENCES:
        return None
    bad = set(said_again(sentences)) if "repeats" in rules else set()
    bad |= set(_refused(brief, sentences, rules, editor))
    kept = [number for number in range(len(sentences)) if number not in bad]
    if not bad or len(kept) < max(1, brief.limits.min_items) or _leaning(sentences, kept):
        return None
    left = _without(text, sentences, bad)
    if split(left, brief.kind) != tuple(sentences[number] for number in kept) or editor.judge(brief, left).refusals:
        return None
    return Repaired(left, len(bad))


def best_repair(brief: Brief, drafts: Iterable[str], editor: Editor) -> tuple[int, str] | None:
    """Of these drafts the one that loses fewest sentences, the first of equals: its number, and what is left of it."""
    found = [(number, left) for number, draft in enumerate(drafts) if (left := repair(brief, draft, editor))]
    if not found:
        return None
    number, left = min(found, key=lambda one: one[1].dropped)
    return number, left.text


def _refused(brief: Brief, sentences: Sequence[str], rules: set[str], editor: Editor) -> Iterator[int]:
    """Those that break alone what the draft broke."""
    for number, sentence in enumerate(sentences):
        if any(_its_own(refusal, sentence, rules) for refusal in editor.judge(brief, sentence).refusals):
            yield number


def _its_own(refusal: Refusal, sentence: str, rules: set[str]) -> bool:
    spoils = row_of(refusal.rule).spoils
    of_it = spoils == "sentence" or (spoils == "lacks" and refusal.span in legible(sentence))
    return of_it and refusal.rule in rules


def _leaning(sentences: Sequence[str], kept: Sequence[int]) -> bool:
    """Whether a sentence that stays speaks of one that does not."""
    if kept[0] > 0 and _LEANS.match(sentences[kept[0]]):
        return True
    behind_a_gap = (number for number in kept if number > 0 and number - 1 not in kept)
    return any(_FOLLOWS.match(sentences[number]) for number in behind_a_gap)


def _without(text: str, sentences: Sequence[str], bad: set[int]) -> str:
    """The text without them; each sentence takes the white space behind it along."""
    starts = []
    at = 0
    for sentence in sentences:
        starts.append(text.index(sentence, at))
        at = starts[-1] + len(sentence)
    ends = (*starts[1:], len(text))
    pieces = zip(starts, ends, strict=True)
    return "".join(text[start:end] for number, (start, end) in enumerate(pieces) if number not in bad).strip()
