"""How a long-running process ends: by a signal, or by its first failure."""

import asyncio
import signal
from typing import Final

from workers.errors import Exit, Fatal

SIGNALS: Final = (signal.SIGTERM, signal.SIGINT)


def cancel_on_signals() -> None:
    """SIGTERM and SIGINT cancel the running task.

    Not left to asyncio, which takes no SIGINT that was ignored at the start: a shell's job in the background could not
    be stopped by it.
    """
    task = asyncio.current_task()
    if task is None:
        return
    for number in SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)


class Ending:
    """`event` is set when the process is to end. Made inside its loop, whose signals it takes."""

    def __init__(self) -> None:
        self.event = asyncio.Event()
        self.failure: BaseException | None = None

    def on_signals(self) -> None:
        """SIGTERM and SIGINT end it well."""
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, self.event.set)

    def fail(self, error: BaseException) -> None:
        """The first failure is told; what follows from it is not."""
        self.failure = self.failure or error
        self.event.set()

    def exit_code(self) -> Exit:
        """OK after a signal; a `Fatal` says its own."""
        if self.failure is None:
            return Exit.OK
        return self.failure.exit_code if isinstance(self.failure, Fatal) else Exit.FAILED
