"""The lanes' laws: one key in order, others at once, live first, bounded, and nothing runs after a close."""

import asyncio
from collections.abc import Sequence
from typing import Self

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.doubles import settle
from workers.outcome import Lane
from workers.publish.lanes import Lanes, Limits, Shard

S = Shard("products", 0)
OTHER = Shard("products", 1)


class Bench:
    """Lanes over work that ends when the test says so."""

    def __init__(self, max_in_flight: int = 2, max_group: int = 1) -> None:
        self.begun: list[list[str]] = []
        self.ended: list[str] = []
        self.failures: list[BaseException] = []
        self.gates: dict[str, asyncio.Future[None]] = {}
        self.most = 0
        self.lanes: Lanes[str] = Lanes(
            self._work, Limits(max_in_flight, max_group, lambda a, b: a[0] == b[0]), self.failures.append
        )

    async def __aenter__(self) -> Self:
        """Nothing runs yet."""
        return self

    async def __aexit__(self, *exc: object) -> None:
        """A test leaves no task behind, however it ends."""
        await self.lanes.close({S, OTHER})

    async def _work(self, group: Sequence[str]) -> None:
        self.begun.append(list(group))
        self.most = max(self.most, self.lanes.in_flight)
        gate = self.gates[group[0]] = asyncio.get_running_loop().create_future()
        await gate
        self.ended += group

    async def end(self, name: str, error: Exception | None = None) -> None:
        """Let the group that began with this item end."""
        gate = self.gates[name]
        gate.set_exception(error) if error else gate.set_result(None)
        await settle()


async def test_one_key_is_handled_in_order_and_others_at_once() -> None:
    async with Bench() as bench:
        bench.lanes.open(S)
        for item in ("a1", "a2", "b1"):
            bench.lanes.put(S, item[0].encode(), item, Lane.LIVE)
        await settle()
        assert bench.begun == [["a1"], ["b1"]]
        await bench.end("a1")
        assert bench.begun[-1] == ["a2"]


async def test_a_slot_is_taken_at_the_head_so_a_hot_key_blocks_nobody() -> None:
    async with Bench(max_in_flight=2) as bench:
        bench.lanes.open(S)
        for number in range(50):
            bench.lanes.put(S, b"hot", f"h{number}", Lane.LIVE)
        bench.lanes.put(S, b"cold", "c1", Lane.LIVE)
        await settle()
        assert bench.begun == [["h0"], ["c1"]]


async def test_waiting_items_that_go_together_are_one_group() -> None:
    async with Bench(max_group=3) as bench:
        bench.lanes.open(S)
        for item in ("a1", "a2", "a3", "a4", "x5"):
            bench.lanes.put(S, b"k", item, Lane.LIVE)
        await settle()
        await bench.end("a1")
        await bench.end("a2")
        assert bench.begun == [["a1"], ["a2", "a3", "a4"], ["x5"]]


async def test_backfill_begins_only_when_no_live_item_waits() -> None:
    async with Bench(max_in_flight=1) as bench:
        bench.lanes.open(S)
        for item in ("b1", "b2"):
            bench.lanes.put(S, item.encode(), item, Lane.BACKFILL)
        bench.lanes.put(S, b"l1", "l1", Lane.LIVE)
        bench.lanes.put(S, b"l2", "l2", Lane.LIVE)
        await settle()
        for name in ("b1", "l1", "l2", "b2"):
            await bench.end(name)
        assert bench.ended == ["b1", "l1", "l2", "b2"]
        assert bench.lanes.live_waiting == 0


async def test_a_live_item_lifts_the_backfill_item_that_stands_before_it() -> None:
    async with Bench(max_in_flight=1) as bench:
        bench.lanes.open(S)
        bench.lanes.put(S, b"x", "x0", Lane.LIVE)
        bench.lanes.put(S, b"other", "o1", Lane.BACKFILL)
        bench.lanes.put(S, b"k", "b1", Lane.BACKFILL)
        bench.lanes.put(S, b"k", "l1", Lane.LIVE)
        await settle()
        await bench.end("x0")
        assert bench.begun[-1] == ["b1"]


async def test_a_shard_that_is_not_open_takes_no_slot() -> None:
    async with Bench(max_in_flight=1) as bench:
        bench.lanes.open(OTHER)
        bench.lanes.put(S, b"a", "a1", Lane.LIVE)
        bench.lanes.put(OTHER, b"b", "b1", Lane.LIVE)
        await settle()
        assert bench.begun == [["b1"]]
        bench.lanes.open(S)
        await bench.end("b1")
        assert bench.begun[-1] == ["a1"]


async def test_close_cancels_waits_and_lets_nothing_of_the_shard_run_afterwards() -> None:
    async with Bench(max_in_flight=1) as bench:
        bench.lanes.open(S)
        bench.lanes.put(S, b"a", "a1", Lane.LIVE)
        bench.lanes.put(S, b"b", "b1", Lane.LIVE)
        await settle()
        assert await bench.lanes.close({S}) == 1
        await settle()
        assert bench.begun == [["a1"]]
        assert bench.lanes.in_flight == 0
        assert bench.lanes.live_waiting == 0
        await asyncio.wait_for(bench.lanes.idle(), 1)


async def test_a_closed_shard_may_open_again_and_starts_clean() -> None:
    async with Bench(max_in_flight=1) as bench:
        bench.lanes.open(S)
        bench.lanes.put(S, b"a", "a1", Lane.LIVE)
        await settle()
        await bench.lanes.close({S})
        bench.lanes.put(S, b"a", "a1", Lane.LIVE)
        await settle()
        assert bench.begun == [["a1"]]
        bench.lanes.open(S)
        await settle()
        assert bench.begun == [["a1"], ["a1"]]


async def test_an_error_goes_to_the_owner_and_held_lanes_begin_nothing() -> None:
    async with Bench(max_in_flight=1) as bench:
        bench.lanes.open(S)
        bench.lanes.put(S, b"a", "a1", Lane.LIVE)
        bench.lanes.put(S, b"b", "b1", Lane.LIVE)
        await settle()
        bench.lanes.hold()
        await bench.end("a1", ValueError("no"))
        assert [type(failure) for failure in bench.failures] == [ValueError]
        assert bench.begun == [["a1"]]


@pytest.mark.parametrize("max_in_flight", [1, 3])
@settings(max_examples=60)
@given(
    items=st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(list(Lane))), max_size=30),
    data=st.data(),
)
async def test_every_item_runs_once_and_in_its_keys_order(
    max_in_flight: int, items: list[tuple[str, Lane]], data: st.DataObject
) -> None:
    async with Bench(max_in_flight, max_group=4) as bench:
        bench.lanes.open(S)
        for number, (key, lane) in enumerate(items):
            bench.lanes.put(S, key.encode(), f"{key}{number}", lane)
            if data.draw(st.booleans()):
                await settle(3)
        while len(bench.ended) < len(items):
            await settle()
            running = [group[0] for group in bench.begun if group[0] not in bench.ended]
            assert running, "items wait and nothing runs"
            await bench.end(data.draw(st.sampled_from(running)))
        assert bench.most <= max_in_flight
        for key in "abc":
            mine = [name for name in bench.ended if name[0] == key]
            assert mine == [f"{key}{n}" for n, (k, _) in enumerate(items) if k == key]
        assert bench.lanes.live_waiting == 0
        assert not bench.lanes._lanes
