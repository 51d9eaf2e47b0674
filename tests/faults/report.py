"""What the judge says: findings, each with its rule and its place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """`where`: a position, or a key."""

    rule: str
    where: object
    story: str

    def __str__(self) -> str:
        return f"{self.rule} {self.where}: {self.story}"
