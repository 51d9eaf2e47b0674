"""What the rules look at: a draft as it was written, folded for comparison, cut into sentences, weighed by the facts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from schemas.outbound import MAX_SENTENCES
from workers.edit.evidence import lowered
from workers.edit.grounding import Ground, Traced, ground_of, weigh
from workers.edit.quantities import fold
from workers.edit.sentences import split
from workers.plan.brief import Brief

_APOSTROPHES: Final = {0x2019: "'", 0x2018: "'", 0x02BC: "'"}


@dataclass(frozen=True, slots=True)
class Reading:
    """`lower` has `text`'s offsets: half width, lower case, straight apostrophes.

    `traced` belongs to the first 12 of `sentences`: a text with more is refused for its length.
    """

    brief: Brief
    text: str
    lower: str
    sentences: tuple[str, ...]
    ground: Ground
    traced: tuple[Traced, ...]


Check = Callable[[Reading], Iterator[str]]
"""A rule's body: the spans that break it, in order; none where the draft may pass."""


def read(text: str, brief: Brief) -> Reading:
    """The draft, read once for all rules."""
    sentences = split(text, brief.kind)
    ground = ground_of(brief)
    return Reading(
        brief=brief,
        text=text,
        lower=lowered(fold(text)).translate(_APOSTROPHES),
        sentences=sentences,
        ground=ground,
        traced=tuple(weigh(sentence, ground) for sentence in sentences[:MAX_SENTENCES]),
    )
