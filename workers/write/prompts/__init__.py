"""Prompt packs: how a brief becomes a row for a model, and how the model's row becomes text again."""

from typing import Final, Protocol

from workers.outcome import Answer, Order
from workers.plan.brief import Brief
from workers.write.prompts.compact import COMPACT


class Pack(Protocol):
    """Render, parse and budgets. Pure: equal briefs and attempts give equal orders."""

    @property
    def name(self) -> str:
        """Name and version, as a server lists it at the canary: "compact/1"."""
        ...

    def order(self, brief: Brief, attempt: int) -> Order:
        """The row for one brief. Raises `Permanent` for a brief that plan should not have let through."""
        ...

    def parse(self, answer: Answer) -> str:
        """The text of an answer whose status is ok."""
        ...


PACKS: Final[dict[str, Pack]] = {COMPACT.name: COMPACT}
