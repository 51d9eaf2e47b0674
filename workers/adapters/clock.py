"""The real clock."""

import asyncio
import time


class SystemClock:
    """Monotonic seconds, wall milliseconds, and a wait."""

    def now(self) -> float:
        """Monotonic seconds."""
        return time.monotonic()

    def wall_ms(self) -> int:
        """Milliseconds since the epoch."""
        return time.time_ns() // 1_000_000

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)
