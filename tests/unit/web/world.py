"""The read side over a shelf in memory: the same gate and routes as the process has."""

from dataclasses import dataclass, field
from hashlib import sha256
from ipaddress import ip_network

from tests.doubles import ManualClock, NullMeter
from tests.unit.web.shelf_double import FakeShop
from workers.web.caller import Keys
from workers.web.events import Announcer, Bounds, Feed
from workers.web.gate import Gate, Watch
from workers.web.guard import Guard
from workers.web.limits import Buckets, Rate
from workers.web.routes import Desk, application

KEY = "a-key-of-a-shop"
WIDE = Rate(100, 100.0)
NARROW = Bounds(kept=8, subscribers=2, queued=3)


def hash_of(key):
    return sha256(key.encode()).hexdigest()


@dataclass
class World:
    keys: tuple = ()
    origins: tuple = ()
    trusted: tuple = ()
    of_address: Rate = WIDE
    of_key: Rate = WIDE
    bounds: Bounds = NARROW
    heartbeat: float = 30.0
    shop: FakeShop = field(default_factory=FakeShop)
    failures: list = field(default_factory=list)

    def __post_init__(self):
        self.clock = ManualClock()
        self.feed = Feed(self.bounds)
        self.announcer = Announcer(self.shop.copies, self.feed)
        guard = Guard(
            Keys(hash_of(key) for key in self.keys),
            Buckets(self.of_address, 10),
            Buckets(self.of_key, 10),
            [ip_network(one) for one in self.trusted],
        )
        exposition = lambda: (b"# metrics\n", "text/plain; version=0.0.4")  # noqa: E731  as short as it is
        desk = Desk(self.shop.shelf, self.feed, self.clock, exposition, self.heartbeat)
        self.app = Gate(application(desk), guard, self.origins, Watch(self.clock, NullMeter(), self.failures.append))
