"""Compacted topics mirrored on disk: restored from folder and tail, then followed, by one loop.

A place (a partition of a topic) is restored once the loop has read up to the end that the log had when it was
begun. What was read is written together with how far that was: at whatever moment the process dies, the
folder holds a prefix of the log.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final

from schemas.topics import BY_OFFSET
from workers.adapters.kafka_reader import Batch, Place
from workers.adapters.rocks import Disk, Identity, Store
from workers.adapters.tables_around import PATIENCE_SECONDS, RETRY_SECONDS, Around, Reader, patiently
from workers.adapters.tables_entry import LogRecord
from workers.adapters.tables_fold import Sent
from workers.adapters.tables_following import Following, Taken
from workers.adapters.tables_sound import NOTHING_YET
from workers.errors import Abandoned, Fatal, Fault, Transient


def _unheard(_place: Place, _records: Sequence[LogRecord]) -> None:
    """Nobody asks."""


LOOK_SECONDS: Final = 30.0
"""How often the ends of the log are looked up: for the lag, and to note until when a folder was followed."""


class Mirror:
    """The tables of one worker. `sender` of None: a follower, of every partition; everybody's records count.

    Nothing happens unless `run` is running, which closes everything when it ends.
    """

    def __init__(self, disk: Disk, reader: Reader, topics: Sequence[str], sender: str | None, around: Around) -> None:
        self._disk = disk
        self._reader = reader
        self._topics = topics
        self._sender = None if sender is None else sender.encode()
        self._around = around
        self._clock, self._meter, self._log = around
        self._stores: dict[str, Store] = {}
        self._held: dict[Place, Following] = {}
        self._turn = 0
        self._some = asyncio.Event()
        self._connected = asyncio.Event()
        self._moved_at = 0.0
        self._ended: Fault | None = None
        self.wounded = asyncio.Event()
        """Set when a key may need a repair. Whoever repairs clears it."""
        self.heard: Callable[[Place, Sequence[LogRecord]], None] = _unheard
        """Told of the records that have just been taken in."""

    # -- what its owner asks ---------------------------------------------------------------------------------

    def begin(self, places: Iterable[Place]) -> None:
        """Restore these and follow them; one that is held already is restored once more."""
        for place in places:
            self._forget(place)
            self._held[place] = Following(place, self._clock.now())
        self._changed()

    def end(self, places: Iterable[Place]) -> None:
        """Follow these no more. What they hold stays on disk."""
        for place in places:
            self._forget(place)
        self._changed()

    async def restored(self, place: Place) -> None:
        """Return once restored. Raises `Abandoned` if the place is not held, or why `run` ended."""
        if self._ended is not None:
            raise self._ended
        if place not in self._held:
            raise Abandoned("partition-given-up", str(place))
        await asyncio.shield(self._held[place].restored)

    def store(self, place: Place) -> Store:
        """Where the place's entries are. Raises `Abandoned` unless it is held and restored."""
        following = self._held.get(place)
        if following is None or following.store is None or not following.restored.done():
            raise Abandoned("partition-not-restored", str(place))
        return following.store

    def apply(self, place: Place, sent: Sequence[Sent]) -> None:
        """Take in records of ours that the broker has confirmed. A place that was given up is passed over."""
        following = self._held.get(place)
        if following is not None and following.restored.done():
            self._note(following, following.apply(sent))

    @property
    def held(self) -> tuple[Place, ...]:
        """The places that were begun and not ended."""
        return tuple(self._held)

    @property
    def places(self) -> tuple[Place, ...]:
        """Those of them that are restored."""
        return tuple(place for place, following in self._held.items() if following.restored.done())

    @property
    def restoring(self) -> int:
        """Places that are held and not yet restored."""
        return sum(not following.restored.done() for following in self._held.values())

    @property
    def lag(self) -> int:
        """Offsets between us and the ends of the log, as they were last looked up."""
        return sum(following.lag for following in self._held.values())

    async def caught_up(self) -> None:
        """Return once everything that is held is restored. Raises what `restored` raises."""
        await self._connected.wait()
        if self._ended is not None:
            raise self._ended
        for place in tuple(self._held):
            await self.restored(place)

    # -- the loop --------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Restore and follow until cancelled. Raises `Fatal`: the disk, or a broker away for too long."""
        try:
            await self._connect()
            while True:
                await self._some.wait()
                if await self._planned():
                    await self._read()
        except BaseException as error:
            self._give_up(error)
            raise
        finally:
            await self._close()

    async def _connect(self) -> None:
        await patiently(self._clock, self._reader.start)
        cluster = await patiently(self._clock, self._reader.cluster_id)
        for topic in self._topics:
            self._stores[topic], rebuilt = self._disk.open(Identity(cluster, topic))
            if rebuilt:
                self._log.warning("table_rebuilt", table=topic, reason=rebuilt)
        if self._sender is None:
            for topic in self._topics:
                self.begin(await patiently(self._clock, partial(self._reader.places, topic)))
        self._connected.set()

    async def _planned(self) -> bool:
        """Decide where each new place goes on. False: the places have changed meanwhile, or none is left."""
        turn, asked_ms = self._turn, self._clock.wall_ms()
        new = [following for following in self._held.values() if following.position == NOTHING_YET]
        if new:
            places = [following.place for following in new]
            extents = await patiently(self._clock, lambda: self._reader.extents(places))
            if turn != self._turn:
                return False
            for following in new:
                topic, number = following.place
                sender = None if topic in BY_OFFSET else self._sender
                doubt = following.plan(self._stores[topic], extents[following.place], asked_ms, sender)
                if doubt:
                    self._log.warning("table_rebuilt", table=topic, partition=number, reason=doubt)
        return bool(self._held)

    async def _read(self) -> None:
        """Read all places until they change."""
        turn = self._turn
        self._reader.assign({place: following.position for place, following in self._held.items()})
        looked = self._moved_at = self._clock.now()
        await self._advance(turn)
        while turn == self._turn:
            batch = await self._poll()
            if turn != self._turn:
                return
            for place, records in (batch or {}).items():
                following = self._held[place]
                self._note(following, following.take(records))
                self.heard(place, records)
            await self._advance(turn)
            if batch or (batch is not None and not self.restoring):
                self._moved_at = self._clock.now()
            elif self._clock.now() - self._moved_at >= PATIENCE_SECONDS:
                raise Fatal("log-stalled", f"{self.restoring} partitions are not restored")
            if self._clock.now() - looked >= LOOK_SECONDS:
                looked = self._clock.now()
                await self._look(turn)

    async def _poll(self) -> Batch | None:
        """A batch; empty where nothing came, None where the broker is away."""
        try:
            return await self._reader.poll()
        except Transient:
            await self._clock.sleep(RETRY_SECONDS)
            return None

    def _note(self, following: Following, taken: Taken) -> None:
        topic, partition = following.place
        if taken.wounded:
            self.wounded.set()
        if taken.foreign:
            self._meter.count("foreign_records_total", taken.foreign, table=topic)
            facts = {"records": taken.foreign, "before": following.position}
            self._log.warning("foreign_record", table=topic, partition=partition, **facts)
        if taken.rebuilt:
            self._log.warning("table_rebuilt", table=topic, partition=partition, reason=taken.rebuilt)
            self._changed()

    async def _advance(self, turn: int) -> None:
        """Note what the places that are being restored have reached."""
        for following in [one for one in self._held.values() if not one.restored.done()]:
            position = await self._reader.position(following.place)
            if turn != self._turn:
                return
            if position > following.position:
                following.position, self._moved_at = position, self._clock.now()
            if following.position >= following.goal:
                self._finish(following)

    def _finish(self, following: Following) -> None:
        topic, partition = following.place
        following.reach()
        seconds = self._clock.now() - following.began
        self._meter.count("restored_records_total", following.read, table=topic)
        self._meter.observe("restore_seconds", seconds, table=topic)
        facts = {"records": following.read, "seconds": round(seconds, 3)}
        self._log.info("table_restored", table=topic, partition=partition, **facts)
        following.restored.set_result(None)
        if self.store(following.place).wounds(partition, 1):
            self.wounded.set()

    async def _look(self, turn: int) -> None:
        """Look up the ends of the log, and note until when it was followed."""
        asked_ms = self._clock.wall_ms()
        places = self.places
        try:
            extents = await self._reader.extents(places) if places else {}
        except Transient:
            return
        for place in extents:
            position = await self._reader.position(place)
            if turn != self._turn:
                return
            following = self._held[place]
            following.position = max(following.position, position)
            following.look(extents[place].end, asked_ms)

    # -- bookkeeping -----------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._turn += 1
        if self._held:
            self._some.set()
        else:
            self._some.clear()

    def _forget(self, place: Place) -> None:
        following = self._held.pop(place, None)
        if following is not None:
            following.fail(Abandoned("partition-given-up", str(place)))

    def _give_up(self, error: BaseException) -> None:
        if isinstance(error, Fault):
            self._ended = error
        elif isinstance(error, asyncio.CancelledError):
            self._ended = Abandoned("stopped")
        else:
            self._ended = Fatal("tables-failed", repr(error))
        for following in self._held.values():
            following.fail(self._ended)
        self._held.clear()
        self._connected.set()

    async def _close(self) -> None:
        await self._reader.stop()
        for store in self._stores.values():
            store.close()
