"""The demonstration's watch over the ledger: it ends, and it says why."""

import asyncio
from types import SimpleNamespace

import pytest

from schemas.codec import encode
from schemas.outbound import LedgerEntry, Source
from schemas.topics import COPY_LEDGER
from tests.doubles import ManualClock, settle
from workers.adapters.kafka_reader import Place
from workers.adapters.tables_sound import Extent
from workers.entrypoints.demo import run as demo_run
from workers.entrypoints.demo.run import watching
from workers.errors import Fatal, Transient
from workers.outcome import Position

PLACE = Place("copy-ledger", 0)
FIRST, SECOND = Position("product-created", 0, 1), Position("product-created", 0, 2)


def record(position: Position, at: int = 5):
    source = Source(topic=position.topic, partition=position.partition, offset=position.offset)
    return SimpleNamespace(
        value=encode(LedgerEntry(source=source, key="k", verdict="published", at_ms=0)), timestamp=at
    )


class Ledger:
    """A reader whose records a test puts there."""

    def __init__(self) -> None:
        self.batches: asyncio.Queue = asyncio.Queue()
        self.running = False

    async def start(self):
        self.running = True

    async def stop(self):
        self.running = False

    async def places(self, topic):
        return [PLACE]

    async def extents(self, places):
        return {PLACE: Extent(0, 0)}

    async def follow(self, positions):
        while True:
            batch = await self.batches.get()
            if isinstance(batch, Exception):
                raise batch
            yield {PLACE: batch}


async def test_an_outcome_is_waited_for_and_counted():
    ledger, told = Ledger(), []
    async with watching(ledger, COPY_LEDGER, ManualClock()) as outcomes:
        ledger.batches.put_nowait([record(FIRST, at=7)])
        ledger.batches.put_nowait([record(FIRST, at=9), record(SECOND)])
        await outcomes.wait([FIRST, SECOND], lambda done, of: told.append((done, of)))
        assert outcomes.seen_ms[FIRST] == 7
    assert told[-1] == (2, 2)
    assert not ledger.running


async def test_what_the_block_raises_comes_out_as_it_is():
    ledger = Ledger()
    with pytest.raises(Fatal, match="why"):
        async with watching(ledger, COPY_LEDGER, ManualClock()):
            raise Fatal("why")
    assert not ledger.running


async def test_a_ledger_that_cannot_be_read_ends_the_wait_with_its_own_fault():
    ledger = Ledger()
    ledger.batches.put_nowait(Transient("broker-away"))
    with pytest.raises(Transient, match="broker-away"):
        async with watching(ledger, COPY_LEDGER, ManualClock()) as outcomes:
            await outcomes.wait([FIRST], lambda done, of: None)
    assert not ledger.running


async def test_a_shop_that_stalls_is_given_up(monkeypatch):
    monkeypatch.setattr(demo_run, "STALLED_SECONDS", 0.01)
    with pytest.raises(Fatal, match="1 events have no outcome"):
        async with watching(Ledger(), COPY_LEDGER, ManualClock()) as outcomes:
            await outcomes.wait([FIRST], lambda done, of: None)


async def test_a_cancelled_demonstration_lets_go_of_its_reader():
    ledger = Ledger()

    async def demonstrate():
        async with watching(ledger, COPY_LEDGER, ManualClock()) as outcomes:
            await outcomes.wait([FIRST], lambda done, of: None)

    task = asyncio.get_running_loop().create_task(demonstrate())
    await settle()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not ledger.running
