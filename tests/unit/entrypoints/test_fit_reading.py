"""What a fit takes from the topics: what is visible, of whom it may, as far as they went at its start."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field

from schemas.codec import encode
from schemas.outbound import CatalogueEntry, CatalogueFact, RevisionOut, Source
from schemas.outbound_users import ProfileEntry
from schemas.topics import CATALOGUE, PROFILE, USER_BEHAVIOUR, Topic
from tests.unit.plan.fit_logs import NOW, NUMBERS, PRODUCTS, act, user, wish
from workers.adapters.kafka_reader import Place
from workers.adapters.tables_sound import Extent
from workers.entrypoints.fit.reading import acts_of, likes_of, products_of
from workers.entrypoints.reading import Reading

SOURCE = Source(topic="product-created", partition=0, offset=0)
REVISION = RevisionOut(version=0, offset=0, delisted_at=-1)


@dataclass(frozen=True)
class Logged:
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...] = ()
    offset: int = 0
    timestamp: int = NOW


@dataclass
class Logs:
    """`KafkaReader` and `KafkaMarks` over lists."""

    topics: dict[str, dict[int, list[Logged]]] = field(default_factory=dict)

    def add(self, topic: Topic, partition: int, *records: Logged) -> None:
        self.topics.setdefault(topic.name, {}).setdefault(partition, []).extend(records)

    async def places(self, topic: str) -> list[Place]:
        return [Place(topic, number) for number in sorted(self.topics.get(topic, {}))]

    async def extents(self, places) -> dict[Place, Extent]:
        return {place: Extent(0, len(self.topics[place.topic][place.partition])) for place in places}

    async def at_moment(self, places, wall_ms: int) -> dict[Place, int]:
        logs = {place: self.topics[place.topic][place.partition] for place in places}
        return {place: sum(record.timestamp < wall_ms for record in log) for place, log in logs.items()}

    async def read_range(self, ranges: Mapping[Place, Extent]) -> AsyncIterator[Mapping[Place, list[Logged]]]:
        for place, (start, end) in reversed(ranges.items()):
            log = self.topics[place.topic][place.partition]
            yield {place: [Logged(r.key, r.value, r.headers, n, r.timestamp) for n, r in enumerate(log)][start:end]}


def edition(number: int) -> tuple[tuple[str, bytes]]:
    return (("copydesk-edition", str(number).encode()),)


def listing(product: str, at: int = 1, *, listed: bool = True, seller: str = "", **facts: str) -> Logged:
    told = [CatalogueFact(id=f"{n:016x}", name=name, value=value) for n, (name, value) in enumerate(facts.items())]
    entry = CatalogueEntry(
        product=product,
        edition=at,
        listed=listed,
        revision=REVISION,
        locales=("en",),
        facts=told,
        seller=seller,
        source=SOURCE,
    )
    return Logged(product.encode(), encode(entry), edition(at))


def profile(who: int, likes: dict[str, int], at: int = 1, **fields: object) -> Logged:
    document = {"edition": at, "applied": 9, "at_ms": NOW, "likes": likes} | fields
    return Logged(user(who).encode(), encode(ProfileEntry.model_validate(document)), edition(at))


def event(step) -> Logged:
    told = step.event if hasattr(step, "event") else step.request
    return Logged(told.user.encode(), encode(told), timestamp=told.at_ms)


def reading(logs: Logs, *topics: Topic, since_ms: int = 0) -> Reading:
    read = Reading(logs, logs, lambda done, of: None)
    asyncio.run(read.look(topics, since_ms))
    return read


def test_products_are_what_the_catalogue_lists_with_what_is_out_of_stock_told():
    logs = Logs()
    logs.add(CATALOGUE, 0, listing("mug", 2, type="mug", in_stock="yes"), listing("pan", in_stock="no"))
    logs.add(CATALOGUE, 0, listing("old", 1), listing("old", 2, listed=False), Logged(b"bad", b"{}", edition(1)))
    logs.add(CATALOGUE, 1, listing("mug", 1, type="pan"), listing("gone"), Logged(b"gone", None, edition(2)))
    logs.add(CATALOGUE, 1, Logged(b"stranger", listing("other").value, edition(1)))
    found, left_out = asyncio.run(products_of(reading(logs, CATALOGUE)))
    assert list(found) == ["mug", "pan"]
    assert (found["mug"].facets, found["mug"].in_stock, found["pan"].in_stock) == (("t:mug",), True, False)
    assert found["mug"].since_ms == NOW
    assert left_out == 0


def baskets(logs: Logs, since_ms: int = 0) -> tuple[list[str], int]:
    async def told(read: Reading) -> list[str]:
        return [
            "".join(PRODUCTS[one.product] for one in basket)
            async for acts in acts_of(read, NUMBERS)
            for user_ in acts.baskets()
            for basket in user_
        ]

    read = reading(logs, PROFILE, USER_BEHAVIOUR, since_ms=since_ms)
    return asyncio.run(told(read)), read.unreadable


def test_behaviour_is_taken_partition_by_partition_as_far_as_it_may_be_learnt_from():
    logs = Logs()
    for number in range(10):
        logs.add(USER_BEHAVIOUR, number, event(act(0, number, PRODUCTS[number])))
        logs.add(PROFILE, number)
    logs.add(USER_BEHAVIOUR, 3, event(wish(1, 3, "forget")), Logged(b"raw@mail.example", b"{}"), event(act(3, 3, "j")))
    logs.add(PROFILE, 0, profile(0, {}, opted_out=True))
    logs.add(PROFILE, 1, profile(1, {}, forgotten=0), profile(0, {}, opted_out=True))
    logs.add(PROFILE, 2, Logged(user(2).encode(), b"{}", edition(1)))
    logs.add(PROFILE, 4, profile(4, {"c:kitchen": 5}), profile(5, {}, opted_out=True))
    assert baskets(logs) == (["j", *"efghij"], 1)


def test_what_is_older_than_was_asked_for_does_not_count():
    logs = Logs()
    logs.add(PROFILE, 0)
    logs.add(USER_BEHAVIOUR, 0, event(act(0, 1, "a")), event(act(5, 1, "b")))
    assert baskets(logs, since_ms=NOW + 1)[0] == ["b"]


def likes(logs: Logs, since_ms: int = 0, most: int = 100) -> list[dict[str, int]]:
    return asyncio.run(likes_of(reading(logs, PROFILE), since_ms, most))


def test_likes_are_those_of_users_who_are_there_and_have_not_opted_out():
    logs = Logs()
    logs.add(PROFILE, 0, profile(1, {"c:a": 1}, 1), profile(1, {"c:a": 2}, 5), profile(1, {"c:a": 3}, 4))
    logs.add(PROFILE, 0, profile(2, {"c:a": 9}), profile(2, {"c:a": 9}, 2, opted_out=True))
    logs.add(PROFILE, 1, profile(3, {}, forgotten=4), profile(4, {"c:b": 1}, at_ms=NOW - 1), profile(5, {"c:c": 1}))
    logs.add(PROFILE, 1, Logged(user(6).encode(), b"{}", edition(1)), Logged(user(5).encode(), None, edition(0)))
    assert likes(logs) == [{"c:a": 2}, {"c:b": 1}, {"c:c": 1}]
    assert likes(logs, since_ms=NOW) == [{"c:a": 2}, {"c:c": 1}]


def test_of_many_users_the_same_are_taken_whatever_order_they_come_in():
    logs, turned = Logs(), Logs()
    records = [profile(number, {"c:a": 1 + number}) for number in range(30)]
    logs.add(PROFILE, 0, *records)
    turned.add(PROFILE, 0, *reversed(records))
    assert likes(logs, most=5) == likes(turned, most=5) == [{"c:a": 1 + number} for number in range(5)]
