"""A process that owns a table's partition until it is killed: `python -m … BOOTSTRAP FOLDER TOPIC`."""

import asyncio
import sys
from pathlib import Path

from tests.integration.table_world import around
from tests.unit.adapters.log_double import Notes
from workers.adapters.kafka_reader import KafkaReader
from workers.adapters.rocks import Disk
from workers.adapters.tables import OwnedTables
from workers.settings import Kafka


async def own(bootstrap: str, folder: str, topic: str) -> None:
    reader = KafkaReader(Kafka(bootstrap=bootstrap), "to-be-killed")
    tables = OwnedTables(Disk(Path(folder)), reader, [topic], "to-be-killed", around(Notes()))
    tables.assign([0])
    await tables.run()


if __name__ == "__main__":
    asyncio.run(own(*sys.argv[1:]))
