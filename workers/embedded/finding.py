"""What the doctor says: one thing that was looked at, how it is, and the remedy."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How a finding is to be read: `fetch` is done by the first start, by itself; `warn` stops nothing here."""

    GOOD = "ok"
    FETCH = "fetch"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `fix` is empty where nothing is to be done."""

    name: str
    mark: Mark
    found: str
    fix: str = ""
