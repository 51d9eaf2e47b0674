"""Events through the real path in this process: a memory broker at one end, the realiser as the model."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from workers.adapters.memory import MemorySink, MemoryTable, NoMeter, OpenLease, RealiserModel
from workers.adapters.sealing import KEY_BYTES, SivSealer
from workers.copywriter import Copywriter
from workers.desks.contract import Desk
from workers.edit.gate import SHIPPED, Editor
from workers.edit.sameness.shelves import TEXTS, Shelves
from workers.errors import Permanent
from workers.outcome import Attempt, Delivery, Draft, Lane, Publication, Written
from workers.pipeline import Pipeline
from workers.plan.brief import Brief
from workers.ports import Clock, Writer
from workers.write.batching import Batcher, Limits
from workers.write.breaker import Breaker
from workers.write.cache import KnownCopies
from workers.write.prompts.compact import COMPACT
from workers.write.realise import realise
from workers.write.writer import BriefWriter

SENDER: Final = "copydesk-try"
SEAL_KEYS: Final = {1: bytes(KEY_BYTES)}
"""Nothing that is tried leaves this process: its seal need not keep anybody out."""
HOW: Final = (2, 3, TEXTS)
"""The attempts, candidates, and texts of a shelf that are remembered, where nothing is set."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one event. `fault`: why it is a dead letter; None where it could be read."""

    delivery: Delivery
    fault: Permanent | None
    drafts: tuple[tuple[Brief, Draft], ...]
    written: tuple[Written, ...]
    publication: Publication


@dataclass(slots=True)
class _Heard:
    """A writer whose drafts are overheard."""

    writer: Writer
    drafts: list[tuple[Brief, Draft]] = field(default_factory=list)

    @property
    def fingerprint(self) -> str:
        return self.writer.fingerprint

    async def write(self, attempts: Sequence[Attempt], lane: Lane) -> Sequence[Draft]:
        drafts = await self.writer.write(attempts, lane)
        self.drafts += zip([attempt.brief for attempt in attempts], drafts, strict=True)
        return drafts


@dataclass(frozen=True)
class _Watched(Copywriter):
    """A copywriter whose results are kept."""

    results: list[Written] = field(default_factory=list)

    async def write(self, briefs: Sequence[Brief], lane: Lane) -> list[Written]:
        written = await Copywriter.write(self, briefs, lane)
        self.results.extend(written)
        return written


class Bench:
    """One worker in memory; what it has published stands for the next event."""

    def __init__(
        self,
        desks: Mapping[str, Desk],
        clock: Clock,
        writer: Writer,
        editor: Editor = SHIPPED,
        how: tuple[int, int, int] = HOW,
    ) -> None:
        names = {table.name for desk in desks.values() for table in desk.tables}
        self.sink = MemorySink({name: MemoryTable() for name in names})
        self._heard = _Heard(writer)
        attempts, candidates, lately = how
        self._watched = _Watched(self._heard, attempts, NoMeter(), realise, editor, candidates, Shelves(lately))
        follows = {topic.name for desk in desks.values() for topic in desk.follows}
        self.followed = {name: self.sink.tables.get(name) or MemoryTable() for name in follows}
        sealer = SivSealer(SEAL_KEYS)
        self._pipeline = Pipeline(
            desks, self.sink.tables, self.followed, self._watched, self.sink, clock, SENDER, sealer
        )

    async def handle(self, delivery: Delivery) -> Trial:
        """One event to its outcome."""
        self._heard.drafts.clear()
        self._watched.results.clear()
        lease = OpenLease()
        fault: Permanent | None = None
        try:
            received = self._pipeline.decode(delivery)
        except Permanent as permanent:
            fault = permanent
            publication = await self._pipeline.reject(delivery, permanent, lease)
        else:
            publication = await self._pipeline.handle([received], Lane.LIVE, lease)
        return Trial(delivery, fault, tuple(self._heard.drafts), tuple(self._watched.results), publication)


@asynccontextmanager
async def bench(
    desks: Mapping[str, Desk], clock: Clock, editor: Editor = SHIPPED, how: tuple[int, int, int] = HOW
) -> AsyncIterator[Bench]:
    """A bench with the writer's own parts before the realiser: packs, batches, the cache."""
    model, meter = RealiserModel(), NoMeter()

    async def always_there() -> None:
        return

    breaker = Breaker(always_there, clock, meter)
    batcher = Batcher(model, clock, meter, Limits(linger=0))
    try:
        writer = BriefWriter(model, COMPACT, batcher, breaker, KnownCopies(100), clock, meter)
        yield Bench(desks, clock, writer, editor, how)
    finally:
        await batcher.close()
        await breaker.close()
