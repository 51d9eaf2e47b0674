"""A process that owns a table's partition and is killed in the middle: `python -m … BOOTSTRAP FOLDER TOPIC SECONDS`.

Killed by itself, from another thread, so many seconds after its first batch: starting takes as long as it takes.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path
from threading import Timer

from tests.integration.table_world import around
from tests.unit.adapters.log_double import Notes
from workers.adapters.kafka_reader import Batch, KafkaReader
from workers.adapters.rocks import Disk
from workers.adapters.tables import OwnedTables
from workers.settings import Kafka


class DoomedReader(KafkaReader):
    """Its first batch sets the timer."""

    def __init__(self, kafka: Kafka, seconds: float) -> None:
        super().__init__(kafka, "doomed")
        self.end = Timer(seconds, os.kill, (os.getpid(), signal.SIGKILL))

    async def poll(self) -> Batch:
        batch = await super().poll()
        if batch and self.end.ident is None:
            self.end.start()
        return batch


async def own(bootstrap: str, folder: str, topic: str, seconds: str) -> None:
    reader = DoomedReader(Kafka(bootstrap=bootstrap), float(seconds))
    tables = OwnedTables(Disk(Path(folder)), reader, [topic], "doomed", around(Notes()))
    tables.assign([0])
    await tables.run()


if __name__ == "__main__":
    asyncio.run(own(*sys.argv[1:]))
