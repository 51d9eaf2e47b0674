"""Whether each product keeps to one partition of the running platform: the doctor's only question to a broker."""

import asyncio
from pathlib import Path
from typing import Final

from schemas.topics import CATALOGUE
from workers.adapters.kafka_reader import KafkaReader
from workers.audit.keys import SharedKeys
from workers.embedded.finding import Finding, Mark
from workers.embedded.folder import DataFolder
from workers.errors import Fault
from workers.settings import Kafka

NAME: Final = "product ids"
LOOK_SECONDS: Final = 30.0
"""A doctor is waited for; what a larger catalogue holds beyond that is not compared, and it says so."""
ANSWER_SECONDS: Final = 10.0
SHOWN: Final = 3
ONE_RULE: Final = (
    "send all events of a product with one partitioner, e.g. murmur2 (librdkafka: partitioner=murmur2_random), "
    "as `copydesk produce` does; what stands in two partitions already stays there"
)


async def examine_product_ids(data: Path) -> tuple[Finding, ...]:
    """What `catalogue` shows, in one finding; none where no platform is up, whose broker could be asked."""
    try:
        state = DataFolder(data).current()
    except Fault:
        # The finding `platform` tells it.
        return ()
    if state.state != "up":
        return ()
    try:
        keys = await _looked(state.kafka.bootstrap)
    except Fault as fault:
        fix = "`copydesk status` says what is not well, `copydesk logs kafka` why"
        return (Finding(NAME, Mark.BAD, f"not looked at: {fault}", fix),)
    return (finding_of(keys),)


def finding_of(keys: SharedKeys) -> Finding:
    """The first few by name, with their partitions."""
    rest = "" if keys.complete else "; not all of them were compared"
    if keys.shared:
        named = [f"{key.decode(errors='replace')} ({_numbers(keys.shared[key])})" for key in sorted(keys.shared)]
        more = f" and {len(named) - SHOWN:,} more" if len(named) > SHOWN else ""
        found = f"{len(named):,} in more than one partition: {', '.join(named[:SHOWN])}{more}{rest}"
        return Finding(NAME, Mark.WARN, found, ONE_RULE)
    if rest:
        return Finding(NAME, Mark.WARN, f"none seen in two partitions{rest}", "`copydesk audit` takes its time")
    return Finding(NAME, Mark.GOOD, "each in one partition")


async def shared_keys(reader: KafkaReader) -> SharedKeys:
    """The keys of `catalogue`, as far as they can be read in `LOOK_SECONDS`. Raises `Fault`."""
    keys = SharedKeys()
    extents = await reader.extents(await reader.places(CATALOGUE.name))
    try:
        async with asyncio.timeout(LOOK_SECONDS):
            async for batch in reader.read_range(extents):
                for place, records in batch.items():
                    for record in records:
                        if record.key is not None:
                            keys.add(record.key, place.partition)
    except TimeoutError:
        keys.complete = False
    return keys


async def _looked(bootstrap: str) -> SharedKeys:
    reader = KafkaReader(Kafka(bootstrap=bootstrap, request_timeout=ANSWER_SECONDS), "copydesk-doctor")
    await reader.start()
    try:
        return await shared_keys(reader)
    finally:
        await reader.stop()


def _numbers(partitions: set[int]) -> str:
    return ", ".join(map(str, sorted(partitions)))
