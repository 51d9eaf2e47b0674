"""When the group last answered: by what aiokafka's coordinator says of each heartbeat."""

import asyncio
from collections import deque

import pytest

from tests.doubles import ManualClock, settle
from workers.adapters.kafka_pulse import Pulse


class Coordinator:
    """aiokafka's, as far as its heartbeats go: each lasts a second and ends as told."""

    def __init__(self, clock: ManualClock) -> None:
        self.clock = clock
        self.answers: deque[bool | Exception] = deque()

    async def _do_heartbeat(self) -> bool:
        await self.clock.sleep(1)
        answer = self.answers.popleft()
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def beat(self, answer: bool | Exception) -> bool:
        """As its routine does."""
        self.answers.append(answer)
        beating = asyncio.get_running_loop().create_task(self._do_heartbeat())
        await settle()
        await self.clock.advance(1)
        return await beating


async def test_nothing_is_heard_before_the_first_join_and_a_join_is_an_answer() -> None:
    clock = ManualClock()
    pulse = Pulse(clock.now)
    assert pulse.heard_at is None
    await clock.advance(5)
    pulse.joined(Coordinator(clock))
    assert pulse.heard_at == 5


async def test_a_heartbeat_that_is_answered_counts_from_when_it_was_sent_and_no_other_counts() -> None:
    clock = ManualClock()
    pulse, coordinator = Pulse(clock.now), Coordinator(clock)
    pulse.joined(coordinator)
    await clock.advance(3)
    assert await coordinator.beat(True)
    assert pulse.heard_at == 3
    assert not await coordinator.beat(False)
    with pytest.raises(KeyError):
        await coordinator.beat(KeyError("not authorised"))
    assert pulse.heard_at == 3


async def test_a_second_join_follows_the_same_coordinator_once_and_a_new_one_anew() -> None:
    clock = ManualClock()
    pulse, first, second = Pulse(clock.now), Coordinator(clock), Coordinator(clock)
    pulse.joined(first)
    following = first._do_heartbeat
    pulse.joined(first)
    assert first._do_heartbeat is following
    pulse.joined(second)
    await clock.advance(2)
    assert await second.beat(True)
    assert pulse.heard_at == 2
