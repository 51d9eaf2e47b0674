"""`copydesk affinity fit`: from what users did to what goes with what, and to the shelves."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from schemas.outbound_users import Affinity, PopularShelf
from schemas.topics import AFFINITY, CATALOGUE, PROFILE, USER_BEHAVIOUR
from workers.entrypoints.fit.reading import acts_of, products_of
from workers.entrypoints.fit.records import Changes, Printer, affinity, by_key, digest_in, shelf
from workers.entrypoints.reading import Reading
from workers.errors import Fatal
from workers.plan.affinity import CoVisits
from workers.plan.fitting_shelves import Offered, named, shelves

READ: Final = (CATALOGUE, PROFILE, USER_BEHAVIOUR, AFFINITY)


class Asked(NamedTuple):
    """`since_ms`: events before it do not count. `most`: neighbours of one product. `now_ms`: weights fade up to it."""

    since_ms: int
    most: int
    now_ms: int


class Counted(NamedTuple):
    """What was read. `left_out`: what there was no room for, and what could not be read."""

    ids: tuple[str, ...]
    offered: tuple[Offered, ...]
    visits: CoVisits
    left_out: dict[str, int]


async def counted(reading: Reading, asked: Asked) -> Counted:
    """Everything, counted. Raises `Fatal("too-little-behaviour")`: an empty topic must not empty the shelves."""
    await reading.look(READ, asked.since_ms)
    offered, no_room = await products_of(reading)
    numbers = {name: number for number, name in enumerate(offered)}
    visits = CoVisits(len(offered), asked.now_ms)
    strangers = 0
    async for acts in acts_of(reading, numbers):
        strangers += acts.left_out
        for baskets in acts.baskets():
            visits.add(baskets)
    if not visits.users:
        raise Fatal(
            "too-little-behaviour",
            "nobody has had to do with a product of the catalogue, and nothing was published; give a longer `--since`",
        )
    left_out = {"products": no_room, "events_of_more_users": strangers, "unreadable_events": reading.unreadable}
    return Counted(tuple(offered), tuple(offered.values()), visits, left_out)


def made_of(found: Counted, asked: Asked) -> Iterator[tuple[bytes, Affinity | PopularShelf]]:
    """Keys and records, one by one: together they would need more memory than what they are made of."""
    ids = found.ids
    for number, row in found.visits.neighbours(range(len(ids)), asked.most):
        yield affinity(ids[number], named(row, ids))
    for name, row in shelves(found.offered, found.visits.popularity, asked.now_ms):
        yield shelf(name, named(row, ids))


async def changes_of(reading: Reading, found: Counted, asked: Asked) -> Changes:
    """What has to be sent, so that the topic says what was found."""
    standing = by_key(await reading.visible(AFFINITY, digest_in))
    return Changes(made_of(found, asked), standing, Printer(AFFINITY, reading.partitions(AFFINITY), asked.now_ms))
