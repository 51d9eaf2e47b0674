"""Requests to owners, and what these say of them in the ledger."""

from collections.abc import Mapping, Sequence
from typing import Final

from schemas.codec import Undecodable, decode
from schemas.outbound import LedgerEntry
from schemas.topics import LEDGER_BYTES
from workers.adapters.kafka_producer import KafkaProducer
from workers.adapters.kafka_reader import KafkaReader, Place
from workers.adapters.memory import OpenLease
from workers.adapters.tables_sound import Extent
from workers.outcome import Position, Record
from workers.ports import Clock

ASK_AGAIN_SECONDS: Final = 0.2


class Answers:
    """What the owners say of requests, in the ledger from `since` on. `entries`: theirs, by the request's place."""

    def __init__(self, reader: KafkaReader, clock: Clock, since: Mapping[Place, Extent]) -> None:
        self._reader = reader
        self._clock = clock
        self._start = {place: extent.end for place, extent in since.items()}
        self.entries: dict[Position, LedgerEntry] = {}

    async def came(self, waiting: set[Position], within: float) -> bool:
        """Whether all of them are answered within so many seconds; those that are leave the set."""
        deadline = self._clock.now() + within
        while waiting and self._clock.now() < deadline:
            ends = await self._reader.extents(self._start)
            new = {place: Extent(self._start[place], extent.end) for place, extent in ends.items()}
            async for batch in self._reader.read_range(new):
                answers = [one for records in batch.values() for r in records if (one := _answer(r.value))]
                self.entries |= {at: entry for at, entry in answers if at in waiting}
                waiting -= {at for at, _ in answers}
            self._start = {place: extent.end for place, extent in ends.items()}
            if waiting:
                await self._clock.sleep(ASK_AGAIN_SECONDS)
        return not waiting


async def sent(producer: KafkaProducer, records: Sequence[Record]) -> list[Position]:
    """Where they stand, once the broker has confirmed every one. Raises `Fault`."""
    offsets = await producer.send(records, OpenLease())
    return [Position(one.topic, one.partition, offset) for one, offset in zip(records, offsets, strict=True)]


def _answer(value: bytes | None) -> tuple[Position, LedgerEntry] | None:
    """Whose outcome the entry is; None for a dead letter, and for what is no entry."""
    try:
        entry = decode(value or b"", LedgerEntry, LEDGER_BYTES)
    except Undecodable:
        return None
    at = Position(entry.source.topic, entry.source.partition, entry.source.offset)
    return None if entry.verdict == "dead-lettered" else (at, entry)
