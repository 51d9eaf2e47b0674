"""What a writer is told of its refused drafts, so that the next one is better. Pure.

A rule's name always; the words only where they are a claim about the goods. Of a draft that did anything worse, an
order to a machine or an address in it, no words are repeated: they would stand in a prompt.
"""

from collections.abc import Iterable, Sequence
from typing import Final
from unicodedata import is_normalized

from workers.edit.rules import row_of
from workers.outcome import Refusal

MAX_TOLD: Final = 8
MAX_WORDS_CHARS: Final = 40


def told(before: Sequence[Refusal], refusals: Iterable[Refusal]) -> tuple[Refusal, ...]:
    """What was told before and what one more draft was refused for: each once, at most 8, the first ones."""
    found = tuple(refusals)
    harmless = all(row_of(one.rule).told != "rules" for one in found)
    fresh = [Refusal(one.rule, one.span if harmless and _fit(one) else "") for one in found]
    return tuple(dict.fromkeys((*before, *fresh)))[:MAX_TOLD]


def words_of(avoid: Iterable[Refusal]) -> list[str]:
    """The words among what is told."""
    return [one.span for one in avoid if one.span]


def _fit(one: Refusal) -> bool:
    worded = row_of(one.rule).told == "words"
    return worded and len(one.span) <= MAX_WORDS_CHARS and is_normalized("NFKC", one.span)
