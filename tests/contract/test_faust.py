"""What we lean on inside faust-streaming 0.15.3. A version bump must fail here, not in production."""

import hashlib
import importlib.metadata
import inspect
from collections import defaultdict
from types import SimpleNamespace
from typing import Any

import faust.streams
import pytest
from aiokafka.errors import IllegalStateError
from faust.app.base import App
from faust.transport import consumer as stock
from faust.transport.conductor import Conductor
from faust.transport.drivers import aiokafka as driver
from faust.types import TP
from intervaltree import IntervalTree
from mode.threads import WorkerThread

from workers.adapters.faust_consumer import BURST, GatedApp, GatedConsumer, GatedTransport, behind
from workers.publish.ack import Partition

LEANED_ON = {
    stock.Consumer._drain_messages: "44a2500309e8",
    stock.Consumer._filter_committable_offsets: "dc5e9baf5d99",
    stock.Consumer._should_commit: "5ce941793947",
    stock.Consumer._commit_tps: "a20e230b05ae",
    stock.Consumer.getmany: "4b168d84882a",
    stock.Consumer._wait_next_records: "6218e1969a63",
    stock.Consumer.on_buffer_full: "c8961679e0bc",
    stock.Consumer.on_buffer_drop: "4b57e8a418d5",
    stock.Consumer.on_partitions_assigned: "29ce96596f05",
    stock.Consumer.on_partitions_revoked: "d04b7ae72c6f",
    App._consumer_wait_empty: "6bc313c48c06",
    App._on_partitions_revoked: "d5c895bbe57d",
    App._stop_consumer: "55854a5de12c",
    Conductor.on_partitions_assigned: "616e9729131c",
}


def _digest(function: Any) -> str:
    return hashlib.sha256(inspect.getsource(function).encode()).hexdigest()[:12]


@pytest.mark.parametrize("function", LEANED_ON, ids=lambda function: function.__qualname__)
def test_what_our_overrides_lean_on_is_as_it_was_when_they_were_written(function: Any) -> None:
    assert _digest(function) == LEANED_ON[function], "read adapters/faust_consumer.py against the new source first"


def test_the_version_is_the_one_that_was_read() -> None:
    assert importlib.metadata.version("faust-streaming") == "0.15.3"


async def test_a_stock_thread_would_keep_a_worker_that_gave_its_stop_up_and_ours_does_not() -> None:
    app = GatedApp("none", broker="kafka://127.0.0.1:1", store="memory://", autodiscover=False)
    app.intake = SimpleNamespace()
    thread = app._new_consumer()._thread
    try:
        assert not WorkerThread(thread).daemon
        assert thread.Worker(thread).daemon
    finally:
        thread.thread_loop.close()


def test_the_compiled_stream_iterator_is_there() -> None:
    """The pure one acknowledges messages of an older generation that it skips."""
    assert faust.streams._CStreamIterator is not None


def test_our_overrides_override_something() -> None:
    for ours, theirs in ((GatedConsumer, driver.Consumer), (GatedApp, App)):
        for name in vars(ours):
            if (
                callable(getattr(ours, name))
                and not name.startswith("__")
                and name not in {"pause", "resume", "unread"}
            ):
                assert hasattr(theirs, name), f"{name} overrides nothing"
    assert GatedTransport.Consumer is GatedConsumer


async def test_a_partition_that_is_taken_while_we_ask_is_not_asked_about_any_more() -> None:
    async def highwaters(*places: TP) -> dict[TP, int]:
        return dict.fromkeys(places, 9)

    async def position(place: TP) -> int:
        if place.partition == 1:
            raise IllegalStateError(f"Partition {place} is not assigned")
        return 5

    thread = SimpleNamespace(highwaters=highwaters, position=position)
    consumer: Any = SimpleNamespace(assignment=lambda: {TP("t", 0), TP("t", 1)}, _thread=thread)
    assert await GatedConsumer.unread(consumer) == {"t": 4}


def _books(committed: int | None, acked: list[int]) -> Any:
    return SimpleNamespace(
        _acked=defaultdict(list, {TP("t", 0): list(acked)}),
        _acked_index=defaultdict(set),
        _gap=defaultdict(IntervalTree),
        _committed_offset=defaultdict(lambda: None, {TP("t", 0): committed}),
        intake=SimpleNamespace(watermark=lambda partition: {Partition("t", 0): 100}[partition]),
    )


@pytest.mark.parametrize(
    ("committed", "acked", "told"), [(100, [101, 102, 103], 104), (None, [5, 6, 7], 8), (0, [3, 4], 5)]
)
def test_the_stock_consumer_commits_past_unfinished_events_and_ours_does_not(
    committed: int | None, acked: list[int], told: int
) -> None:
    """Why `_new_offset` is overridden; when this fails, the upstream bug is mended and the override may go."""
    assert stock.Consumer._new_offset(_books(committed, acked), TP("t", 0)) == told
    assert GatedConsumer._new_offset(_books(committed, acked), TP("t", 0)) == 100


async def test_a_coroutine_stepped_once_by_hand_goes_on_as_if_it_had_been_awaited() -> None:
    from workers.adapters.faust_consumer import _resume

    steps: list[str] = []

    class Later:
        def __await__(self) -> Any:
            steps.append("suspended")
            yield
            return 7

    async def deliver() -> int:
        steps.append("begun")
        return await Later()

    coroutine = deliver()
    first = coroutine.send(None)
    assert await _resume(coroutine, first) == 7
    assert steps == ["begun", "suspended"]


async def test_what_stands_behind_an_event_is_taken_in_order_and_in_bursts() -> None:
    """The stock iterator gives one event a turn of the loop."""
    app = GatedApp("none", broker="kafka://127.0.0.1:1", store="memory://", autodiscover=False)
    app.flow_control.resume()
    stream = app.topic("t", value_type=bytes).stream()
    queue = stream.channel.queue
    for number in range(BURST + 5):
        queue.put_nowait(number)
    assert list(behind(stream)) == list(range(BURST))
    assert list(behind(stream)) == list(range(BURST, BURST + 5))
    assert list(behind(stream)) == []
