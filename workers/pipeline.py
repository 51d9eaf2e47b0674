"""READ THIS FIRST: the path of one event.

    bytes - decode -> event - plan -> briefs - write -> drafts - edit -> verdicts - publish -> records -> (ack)

`entrypoints/stream.py` delivers and acks, `publish/lanes.py` decides what runs when; here is what happens in between.
An event that cannot be read becomes a dead letter; whatever else goes wrong is Transient (waited out by the writer and
the sink), Abandoned (the partition is gone) or Fatal (the worker stops), and nothing is acked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workers.desks.contract import Desk, Received, Stamp
from workers.desks.known import known_to
from workers.errors import Permanent
from workers.outcome import Delivery, Lane, Publication
from workers.ports import Clock, Copywriting, Followed, Lease, Sealer, Sink, Table
from workers.publish.dead_letters import dead_letter


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The path, with what it needs from outside. One for each worker; replay will use the same."""

    desks: Mapping[str, Desk]
    tables: Mapping[str, Table]
    followed: Mapping[str, Followed]
    copywriter: Copywriting
    sink: Sink
    clock: Clock
    sender: str
    sealer: Sealer

    def decode(self, delivery: Delivery) -> Received:
        """Bytes to an event. Raises `Permanent`: `reject` it."""
        return self.desks[delivery.position.topic].decode(delivery)

    async def handle(self, group: Sequence[Received], lane: Lane, lease: Lease) -> Publication:
        """Events of one key to their outcome. Returns once the broker has confirmed all of it: they may be acked."""
        first = group[0]
        desk = self.desks[first.delivery.position.topic]
        plan = desk.plan(group, known_to(desk, group, self.tables, self.followed), self.copywriter.standards)
        written = await self.copywriter.write(plan.briefs, lane)
        return await self._publish(desk.compose(plan, written, self._stamp()), lease)

    async def reject(self, delivery: Delivery, fault: Permanent, lease: Lease) -> Publication:
        """An event that cannot be read, to its dead letter. Returns once confirmed."""
        return await self._publish(dead_letter(delivery, fault, self.sealer, self.clock.wall_ms()), lease)

    async def _publish(self, publication: Publication, lease: Lease) -> Publication:
        for records in (publication.before, publication.state, publication.outputs, publication.ledger):
            if records:
                await self.sink.publish(records, lease)
        return publication

    def _stamp(self) -> Stamp:
        return Stamp(self.clock.wall_ms(), self.sender)
