"""Rule: nothing of the machinery shows. Placeholders, refusals, chatter, and the prompt itself."""

from collections.abc import Iterable
from typing import Final

from workers.edit.phrases import found, needles, sieved, spelled
from workers.edit.reading import Reading
from workers.plan.barred.leaks import LEAKS

_LEAKS: Final = sieved(LEAKS)
DATA: Final = spelled(_LEAKS)
NEEDLES: Final = needles(_LEAKS)


def placeholder(reading: Reading) -> Iterable[str]:
    """What no buyer should read: `{name}`, `[task 1]`, "As an AI", 抱歉，我无法, "ignore previous instructions"."""
    return found(_LEAKS, reading)
