"""When the group last answered: aiokafka knows, and tells nobody. Leans on aiokafka 0.14's group coordinator."""

from collections.abc import Callable
from typing import Any


class Pulse:
    """Written in aiokafka's thread, read in ours: one plain attribute.

    `heard_at`: monotonic seconds; None before the first join.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._coordinator: Any = None
        self.heard_at: float | None = None

    def joined(self, coordinator: Any) -> None:  # noqa: ANN401  aiokafka has no types
        """The group has just let us in; from now on, hear how this coordinator takes our heartbeats."""
        self.heard_at = self._now()
        if coordinator is self._coordinator:
            return
        self._coordinator = coordinator
        beat = coordinator._do_heartbeat  # noqa: SLF001  its routine keeps the moment in a local variable

        async def heard() -> bool:
            # The session runs from when the broker got the beat, so not from when we read its answer.
            sent_at = self._now()
            answered: bool = await beat()
            if answered:
                self.heard_at = sent_at
            return answered

        coordinator._do_heartbeat = heard  # noqa: SLF001  as above
