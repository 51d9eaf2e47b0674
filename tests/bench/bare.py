"""The same Triton, saturated by a bare client: what the model server gives when nothing else is done."""

import asyncio
import time

from workers.adapters.triton import TritonModel
from workers.outcome import Order

PROMPT = b'{"pack":"compact/1","attempt":0,"brief":{"product":"probe","kind":"title","locale":"en-US","facts":[]}}'
ROWS = 64
AT_ONCE = 4


async def rows_per_second(url: str, seconds: float) -> float:
    """Rows answered a second, in calls of 64, four at once."""
    model = TritonModel(url)
    await model.handshake(10)
    until = time.monotonic() + seconds
    done = 0

    async def ask() -> None:
        nonlocal done
        while time.monotonic() < until:
            done += len(await model.infer([Order(PROMPT)] * ROWS, 10))

    await asyncio.gather(*(ask() for _ in range(AT_ONCE)))
    await model.close()
    return done / seconds


async def call_ms(url: str, count: int) -> float:
    """The median of one call with one row, alone."""
    model = TritonModel(url)
    await model.handshake(10)
    taken = []
    for _ in range(count):
        began = time.perf_counter()
        await model.infer([Order(PROMPT)], 10)
        taken.append(time.perf_counter() - began)
    await model.close()
    return sorted(taken)[count // 2] * 1000
