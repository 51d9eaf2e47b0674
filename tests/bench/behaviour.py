"""What users do in the bench: many users, a few products, some of them again and again."""

import asyncio
import json
import random
import time
from hashlib import sha256

from aiokafka import AIOKafkaProducer

from tests.bench.rig import PARTITIONS, Rig

USERS = 3_000
SHELVES = (("Kitchen", "Mugs"), ("Clothing", "Shirts"), ("Outdoor", "Tents"), ("Home", "Lamps"))


async def fill_behaviour(rig: Rig, count: int) -> None:
    """Put `count` events into the topic; a tenth of the users do half of it."""
    chance = random.Random(1)
    producer = AIOKafkaProducer(bootstrap_servers=rig.bootstrap, linger_ms=5)
    await producer.start()
    now_ms = time.time_ns() // 1_000_000
    sent = [await _send(producer, number, now_ms - 1000 * (count - number), chance) for number in range(count)]
    await asyncio.gather(*sent)
    await producer.stop()


async def _send(producer: AIOKafkaProducer, number: int, at_ms: int, chance: random.Random) -> asyncio.Future[object]:
    who = chance.randrange(USERS // 10) if chance.random() < 0.5 else chance.randrange(USERS)
    key = f"u1.{sha256(str(who).encode()).hexdigest()[:32]}".encode()
    product = chance.randrange(500)
    event = {
        "id": f"bench-{number}",
        "user": key.decode(),
        "action": chance.choice(("viewed", "viewed", "viewed", "listed", "carted", "purchased")),
        "at_ms": at_ms,
        "products": [{"id": f"sku-{product}", "category": SHELVES[product % len(SHELVES)]}],
    }
    return await producer.send("user-behaviour", json.dumps(event).encode(), key, who % PARTITIONS)
