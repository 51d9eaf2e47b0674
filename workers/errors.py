"""The three fates of what we cannot handle. The class alone decides; `reason` is an identifier, fit for a label."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command. Documented in the README; scripts and orchestrators may rely on them."""

    OK = 0
    FAILED = 1
    USAGE = 2
    FOUND_FAULTS = 3
    NOT_READY = 4
    DO_NOT_RESTART = 64


class Fault(Exception):
    """Why, in one word; the story is in `detail`."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class Transient(Fault):
    """Same event, later: it may work. Tried again, bounded, never acked."""


class Permanent(Fault):
    """Same event, any time: it cannot work. Dead-lettered, then acked."""


class Fatal(Fault):
    """Not this event, us: configuration, contract or disk. The process stops, nothing is acked."""

    exit_code = Exit.FAILED


class Misuse(Fatal):
    """A command line, a file or a setting that is wrong; the detail says how it is meant."""

    exit_code = Exit.USAGE


class DoNotRestart(Fatal):
    """Stopping is the point: a restart would only do the damage again (dead-letter limit, wrong model)."""

    exit_code = Exit.DO_NOT_RESTART


class Abandoned(Fault):
    """The partition was given up while its event was in hand. Nothing is sent, nothing is acked."""
