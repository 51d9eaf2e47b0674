"""Rule: what no shop lets its sellers say. Pay past it, leave five stars for a refund, all others are fakes."""

from collections.abc import Iterable
from typing import Final

from workers.edit.phrases import found, needles, sieved, spelled
from workers.edit.reading import Reading
from workers.plan.barred.conduct import CONDUCT

_CONDUCT: Final = sieved(CONDUCT)
DATA: Final = spelled(_CONDUCT)
NEEDLES: Final = needles(_CONDUCT)


def conduct(reading: Reading) -> Iterable[str]:
    """Payment elsewhere, reviews asked for or bought, other sellers run down: whoever calls it a fact."""
    return found(_CONDUCT, reading)
