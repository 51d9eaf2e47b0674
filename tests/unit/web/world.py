"""The read side over a shelf in memory: the same gate and routes as the process has."""

from dataclasses import dataclass, field
from hashlib import sha256
from ipaddress import ip_network

from tests.doubles import ManualClock, NullMeter
from tests.unit.web.shelf_double import FakeServed, FakeShop
from workers.web.answering import Around, Desk
from workers.web.caller import Keys
from workers.web.events import Announcer, Bounds, Feed
from workers.web.gate import Gate, Watch
from workers.web.guard import Doors, Guard, Limits
from workers.web.limits import Buckets, Rate
from workers.web.routes import application
from workers.web.routes_demo import demo_routes
from workers.web.routes_static import static_routes
from workers.web.storefront import Storefront

KEY = "a-key-of-a-shop"
WIDE = Rate(100, 100.0)
NARROW = Bounds(kept=8, subscribers=2, queued=3)


def hash_of(key):
    return sha256(key.encode()).hexdigest()


@dataclass
class FakePost:
    """`web.feedback.Post`, and the demo's `Shoppers`."""

    room: int = 100
    taken: list = field(default_factory=list)

    def offer(self, items):
        items = list(items) if isinstance(items, tuple | list) else [items]
        if len(self.taken) + len(items) > self.room:
            return False
        self.taken += items
        return True


class CountingMeter(NullMeter):
    def __init__(self):
        self.counted = []

    def count(self, name, amount=1, **labels):
        self.counted.append((name, labels))


@dataclass
class World:
    keys: tuple = ()
    tokens: object = None
    origins: tuple = ()
    trusted: tuple = ()
    of_address: Rate = WIDE
    of_key: Rate = WIDE
    bounds: Bounds = NARROW
    heartbeat: float = 30.0
    slots: tuple = ()
    shop: FakeShop = field(default_factory=FakeShop)
    post: FakePost = field(default_factory=FakePost)
    shoppers: FakePost = field(default_factory=FakePost)
    profiles: FakeServed = field(default_factory=FakeServed)
    pages: dict = field(default_factory=dict)
    demo: bool = False
    failures: list = field(default_factory=list)

    def __post_init__(self):
        self.clock = ManualClock()
        self.meter = CountingMeter()
        self.feed = Feed(self.bounds)
        self.announcer = Announcer(self.shop.shelf, self.feed)
        guard = Guard(
            Doors(Keys(hash_of(key) for key in self.keys), self.tokens),
            Limits(Buckets(self.of_address, 10), Buckets(self.of_key, 10), Buckets(self.of_key, 10)),
            [ip_network(one) for one in self.trusted],
        )
        exposition = lambda: (b"# metrics\n", "text/plain; version=0.0.4")  # noqa: E731  as short as it is
        around = Around(self.clock, self.meter, exposition, self.heartbeat, frozenset(self.slots))
        desk = Desk(self.shop.shelf, Storefront(self.shop.catalogue), self.feed, self.post, around)
        routes = static_routes(self.pages) + (demo_routes(desk, self.profiles, self.shoppers) if self.demo else [])
        watch = Watch(self.clock, self.meter, self.failures.append)
        self.app = Gate(application(desk, routes), guard, self.origins, watch)
