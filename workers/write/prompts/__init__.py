"""Prompt packs: how a brief becomes a row for a model, and how the model's row becomes text again."""

from typing import Final, Protocol

from workers.outcome import Answer, Attempt, Order
from workers.write.prompts.compact import COMPACT


class Pack(Protocol):
    """Render, parse and budgets. Pure: equal attempts give equal orders."""

    @property
    def name(self) -> str:
        """Name and version, as a server lists it at the canary: "compact/1"."""
        ...

    def order(self, attempt: Attempt) -> Order:
        """The row for one attempt at a brief. Raises `Permanent` for a brief that plan should not have let through."""
        ...

    def parse(self, answer: Answer) -> str:
        """The text of an answer whose status is ok."""
        ...


PACKS: Final[dict[str, Pack]] = {COMPACT.name: COMPACT}
