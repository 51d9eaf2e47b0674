"""How far a text belongs to its facts, as one number: to rank drafts, watch a model, find a text in the wrong row.

No verdict: one false word in a long true text leaves the score high, and the rules refuse it all the same.
"""

import re
from collections.abc import Iterator
from typing import Final

from schemas.outbound import MAX_SENTENCES
from workers.edit.grounding.tracing import weigh
from workers.edit.grounding.unfounded import claims_something, parts_of, rests
from workers.edit.reading import Reading

_DIGIT: Final = re.compile(r"\d")


def belonging(reading: Reading) -> float:
    """From 0 to 1: the share of the text's parts that say something of the facts, and no number that is nobody's.

    A part is what stands between two commas, full stops or conjunctions. 1 where a text claims nothing.
    """
    told = list(_told(reading))
    return sum(told) / len(told) if told else 1.0


def _told(reading: Reading) -> Iterator[bool]:
    """Of each part that claims something, whether it rests on a fact."""
    for sentence in reading.sentences[:MAX_SENTENCES]:
        for part, mark in parts_of(sentence.lower().replace("’", "'")):
            if not claims_something(part):
                continue
            if _DIGIT.search(part):
                traced = weigh(part, reading.ground)
                yield bool(traced.facts) and not traced.unfounded
            else:
                yield rests(part, mark, reading)
