"""Key-ordered concurrency: what concerns one key is handled in order, different keys at once, live before backfill.

A lane is a queue of one key's items. Its head is begun when a slot is free; the slot is taken there and not at
delivery, so that a hot key or a partition that is not ready blocks nobody else. A lane hands its waiting items over
as a group, as long as they may go together.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from workers.outcome import Lane


class Shard(NamedTuple):
    """The partitions of one number of one group of topics: they are owned together."""

    group: str
    number: int


T = TypeVar("T")
Work = Callable[[Sequence[T]], Awaitable[None]]
LaneKey = tuple[Shard, bytes]


@dataclass(slots=True)
class _Queue(Generic[T]):
    items: deque[tuple[T, Lane]] = field(default_factory=deque)
    live: int = 0
    task: asyncio.Task[None] | None = None
    queued: bool = False


@dataclass(frozen=True, slots=True)
class Limits(Generic[T]):
    """How much may be in hand: groups at once, items in a group; `together` says whether two may share a group."""

    max_in_flight: int
    max_group: int
    together: Callable[[T, T], bool]


class Lanes(Generic[T]):
    """Runs `work` over groups of items. An exception from `work` goes to `failed`, which stops the worker."""

    def __init__(self, work: Work[T], limits: Limits[T], failed: Callable[[BaseException], None]) -> None:
        self._work = work
        self._limits = limits
        self._failed = failed
        self._lanes: dict[LaneKey, _Queue[T]] = {}
        self._ready: dict[Lane, deque[LaneKey]] = {Lane.LIVE: deque(), Lane.BACKFILL: deque()}
        self._open: set[Shard] = set()
        self._in_flight: dict[asyncio.Task[None], Shard] = {}
        self._live_waiting = 0
        self._held = False
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def in_flight(self) -> int:
        """Groups being worked on."""
        return len(self._in_flight)

    @property
    def live_waiting(self) -> int:
        """Live items that have not begun; while there are any, backfill is not begun and not read."""
        return self._live_waiting

    def open(self, shard: Shard) -> None:
        """Let a shard's items begin: its tables are restored."""
        self._open.add(shard)
        for key, lane in self._lanes.items():
            if key[0] == shard:
                self._enqueue(key, lane)
        self._begin()

    def put(self, shard: Shard, key: bytes, item: T, lane: Lane) -> None:
        """Add an item behind what its key already has."""
        name = (shard, key)
        queue = self._lanes.get(name)
        if queue is None:
            queue = self._lanes[name] = _Queue()
        queue.items.append((item, lane))
        if lane is Lane.LIVE:
            queue.live += 1
            self._live_waiting += 1
        self._enqueue(name, queue)
        self._begin()

    def hold(self) -> None:
        """Begin nothing more."""
        self._held = True

    def resume(self) -> None:
        """Begin again."""
        self._held = False
        self._begin()

    async def idle(self) -> None:
        """Return when nothing is in flight."""
        await self._idle.wait()

    async def close(self, shards: Iterable[Shard]) -> int:
        """Drop what waits in these shards, cancel what runs, and return once it has ended. Returns how many ran."""
        gone = set(shards)
        self._open -= gone
        for name in [name for name in self._lanes if name[0] in gone]:
            queue = self._lanes.pop(name)
            self._live_waiting -= queue.live
            queue.live = 0
            queue.items.clear()
        running = [task for task, shard in self._in_flight.items() if shard in gone]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        return len(running)

    def _enqueue(self, name: LaneKey, queue: _Queue[T]) -> None:
        if queue.items and not queue.task and name[0] in self._open:
            # A live item behind a backfill item of its key lifts the whole lane: it cannot overtake, so it pulls.
            lane = Lane.LIVE if queue.live else Lane.BACKFILL
            if not queue.queued or lane is Lane.LIVE:
                queue.queued = True
                self._ready[lane].append(name)

    def _begin(self) -> None:
        while not self._held and len(self._in_flight) < self._limits.max_in_flight:
            name = self._next()
            if name is None:
                return
            queue = self._lanes[name]
            queue.queued = False
            task = asyncio.get_running_loop().create_task(self._run(name, self._take(queue)))
            queue.task = task
            self._in_flight[task] = name[0]
            self._idle.clear()
            task.add_done_callback(self._ended)

    def _next(self) -> LaneKey | None:
        for lane in (Lane.LIVE, Lane.BACKFILL):
            ready = self._ready[lane]
            while ready:
                name = ready.popleft()
                queue = self._lanes.get(name)
                if queue is not None and queue.items and not queue.task and name[0] in self._open:
                    return name
        return None

    def _take(self, queue: _Queue[T]) -> list[T]:
        group: list[T] = []
        while queue.items and len(group) < self._limits.max_group:
            item, lane = queue.items[0]
            if group and not self._limits.together(group[0], item):
                break
            queue.items.popleft()
            if lane is Lane.LIVE:
                queue.live -= 1
                self._live_waiting -= 1
            group.append(item)
        return group

    async def _run(self, name: LaneKey, group: list[T]) -> None:
        try:
            await self._work(group)
        finally:
            queue = self._lanes.get(name)
            if queue is not None and queue.task is asyncio.current_task():
                queue.task = None
                if queue.items:
                    self._enqueue(name, queue)
                else:
                    del self._lanes[name]

    def _ended(self, task: asyncio.Task[None]) -> None:
        del self._in_flight[task]
        if not self._in_flight:
            self._idle.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            self._failed(error)
            return
        self._begin()
