"""Restoring an owner's table: records a second from the broker into RocksDB, editions folded, as a worker does it."""

import asyncio
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

from aiokafka import AIOKafkaProducer

from schemas.envelope import EDITION, SENDER, binary_headers
from schemas.topics import CATALOGUE
from tests.bench.rig import PARTITIONS, Rig
from tests.doubles import NullMeter
from workers.adapters.clock import SystemClock
from workers.adapters.kafka_reader import KafkaReader
from workers.adapters.rocks import Disk
from workers.adapters.tables import OwnedTables
from workers.adapters.tables_around import Around
from workers.settings import Kafka

VALUE = b'{"type":"catalogue/1","product":"bench","facts":["' + b"linen, navy, regular fit, " * 9 + b'"]}'
SILENT = SimpleNamespace(info=lambda *_, **__: None, warning=lambda *_, **__: None)


async def restored_per_second(rig: Rig, records: int) -> float:
    """Of a new folder, over what `fill_table` wrote."""
    kafka = Kafka(bootstrap=rig.bootstrap)
    with tempfile.TemporaryDirectory() as folder:
        around = Around(SystemClock(), NullMeter(), SILENT)
        reader = KafkaReader(kafka, "bench-tables")
        tables = OwnedTables(Disk(Path(folder)), reader, [CATALOGUE.name], "bench", around)
        running = asyncio.create_task(tables.run())
        began = time.perf_counter()
        tables.assign(range(PARTITIONS))
        for number in range(PARTITIONS):
            await tables.restored(number)
        taken = time.perf_counter() - began
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    return records / taken


async def fill_table(rig: Rig, records: int) -> None:
    """Each key is written twice; a record carries the headers that a worker gives it."""
    producer = AIOKafkaProducer(bootstrap_servers=rig.bootstrap, linger_ms=5, max_batch_size=256 * 1024)
    await producer.start()
    for start in range(0, records, 10_000):
        sent = [await _send(producer, number, records) for number in range(start, min(start + 10_000, records))]
        await asyncio.gather(*sent)
    await producer.stop()


async def _send(producer: AIOKafkaProducer, number: int, records: int) -> asyncio.Future[object]:
    key = number % (records // 2)
    ours = ((EDITION, str(1_700_000_000_000 + number).encode()), (SENDER, b"0123456789abcdef"))
    headers = [*ours, *binary_headers("catalogue/1", f"{number}#catalogue", "cause", 1_700_000_000_000)]
    return await producer.send(CATALOGUE.name, VALUE, f"sku-{key}".encode(), key % PARTITIONS, headers=headers)
