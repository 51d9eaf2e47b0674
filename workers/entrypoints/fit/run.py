"""A fit from its topics to its topic: read, counted, published. The command line and the demonstration call it."""

from schemas.topics import AFFINITY, AUDIENCE
from workers.entrypoints.fit import affinity as fit_affinity
from workers.entrypoints.fit import audiences as fit_audiences
from workers.entrypoints.fit.records import CLIENT, Changes, send
from workers.entrypoints.reading import Progress, reading
from workers.settings import Kafka


def _silent(_sent: int) -> None:
    """A fit's own records are few."""


async def affinity(kafka: Kafka, asked: fit_affinity.Asked, progress: Progress) -> tuple[fit_affinity.Counted, Changes]:
    """What goes with what, and the shelves. Raises `Fatal("too-little-behaviour")`: nothing is published."""
    async with reading(kafka, CLIENT, progress) as read:
        found = await fit_affinity.counted(read, asked)
        changes = await fit_affinity.changes_of(read, found, asked)
    await send(kafka, AFFINITY, changes, _silent)
    return found, changes


async def audiences(kafka: Kafka, asked: fit_audiences.Asked, progress: Progress) -> fit_audiences.AudienceFit:
    """The set. Raises `Fatal` where there are too few users: the last set stays."""
    async with reading(kafka, CLIENT, progress) as read:
        profiles = await fit_audiences.told_by(read, asked)
    found = fit_audiences.audiences_of(profiles, asked, lambda _: None)
    await send(kafka, AUDIENCE, [found.record], _silent)
    return found
