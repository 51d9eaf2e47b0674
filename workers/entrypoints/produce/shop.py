"""A simulated shop's behaviour as records to send: what a demo, a bench or a curious operator has for users."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from schemas.inbound_users import UserBehaviour
from workers.demo import listings
from workers.embedded.shop import USERS_PER_EVENT, Shop, events


class Simulated(NamedTuple):
    """One event of the shop's. Nothing about it had to be changed."""

    event: UserBehaviour
    changes: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        return self.event.user


def simulated(users: int, seed: int, count: int, now_ms: int) -> Iterator[Sequence[Simulated]]:
    """`count` events of the sample shop, the last of them about now; equal arguments, equal events."""
    start_ms = now_ms - round(1000 * count * USERS_PER_EVENT / users)
    shop = Shop(listings(), users, seed)
    return ([Simulated(event)] for event in islice(events(shop, start_ms), count))
