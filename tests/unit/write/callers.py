"""Callers of a batcher, as the tests of batching need them."""

import asyncio
from collections.abc import Sequence

import pytest

from tests.doubles import ManualClock, NullMeter
from tests.doubles_model import FakeModel, HeldModel
from workers.errors import Fault
from workers.outcome import Answer, Lane, Order
from workers.write.batching import Batcher, Limits

LINGER = 0.002
FAR = 1e6


def orders(*names: str) -> list[Order]:
    return [Order(name.encode()) for name in names]


def prompts(call: Sequence[Order]) -> list[str]:
    return [row.prompt.decode() for row in call]


def batcher(model: FakeModel | HeldModel, clock: ManualClock | None = None, **limits: float) -> Batcher:
    return Batcher(model, clock or ManualClock(), NullMeter(), Limits(**{"linger": LINGER, **limits}))


def start(group: asyncio.TaskGroup, machine: Batcher, *names: str, **how: object) -> asyncio.Task[list[Answer]]:
    lane, deadline = how.get("lane", Lane.LIVE), how.get("deadline", FAR)
    return group.create_task(machine.submit_many(orders(*names), lane, deadline))


async def fault_of(machine: Batcher, *names: str, lane: Lane = Lane.LIVE, deadline: float = FAR) -> Fault:
    with pytest.raises(Fault) as caught:
        await machine.submit_many(orders(*names), lane, deadline)
    return caught.value
