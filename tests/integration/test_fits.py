"""`copydesk affinity fit` and `audiences fit` on a real broker: what they publish, leave, take back and refuse."""

import asyncio
from collections import defaultdict
from itertools import islice

import pytest
from typer.testing import CliRunner, Result

from schemas.codec import decode, decode_json, encode
from schemas.inbound import ProductCreated
from schemas.outbound import CatalogueEntry, CatalogueFact, RevisionOut, Source
from schemas.outbound_users import AudienceSet
from schemas.topics import AFFINITY, AUDIENCE, CATALOGUE, PROFILE, USER_BEHAVIOUR, Topic
from tests.platform import running_kafka
from workers.adapters.clock import SystemClock
from workers.adapters.kafka_producer import KafkaProducer
from workers.adapters.kafka_reader import KafkaReader
from workers.adapters.memory import OpenLease
from workers.adapters.partitioner import partition_for
from workers.adapters.tables_entry import LogRecord
from workers.demo import listings
from workers.embedded.shop import Shop, events
from workers.entrypoints.cli import app
from workers.outcome import Record
from workers.plan.facets import facets_of
from workers.plan.facts import facts_of
from workers.plan.profile import Step, together
from workers.plan.profile_stored import Profile, entry_of
from workers.publish.fold import edition_of
from workers.settings import Kafka

pytestmark = [pytest.mark.kafka, pytest.mark.slow]

PARTITIONS = 3
USERS = 250
EVENTS = 5_000
GONE = {listing.id for listing in listings()[:4]}
"""Delisted meanwhile."""


def run(bootstrap: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--bootstrap", bootstrap])


def document(result: Result) -> dict:
    assert result.exit_code == 0, result.output
    return decode_json(result.stdout.encode(), 1 << 26)


async def sent(bootstrap: str, topic: Topic, *records: Record) -> None:
    producer = KafkaProducer(Kafka(bootstrap=bootstrap), "test", [topic])
    await producer.start()
    for first in range(0, len(records), 500):
        await producer.send(records[first : first + 500], OpenLease())
    await producer.stop()


async def visible(bootstrap: str, topic: Topic) -> dict[bytes, LogRecord]:
    reader = KafkaReader(Kafka(bootstrap=bootstrap), "test")
    await reader.start()
    found: dict[bytes, LogRecord] = {}
    async for batch in reader.read_range(await reader.extents(await reader.places(topic.name))):
        for record in (record for records in batch.values() for record in records):
            if record.key not in found or edition_of(record.headers) >= edition_of(found[record.key].headers):
                found[record.key] = record
    await reader.stop()
    return found


def catalogued(listing: ProductCreated) -> Record:
    """As the owner of the product would have it, once handled."""
    key = listing.id.encode()
    entry = CatalogueEntry(
        product=listing.id,
        edition=7,
        listed=listing.id not in GONE,
        revision=RevisionOut(version=0, offset=0, delisted_at=-1),
        locales=listing.locales,
        facts=[
            CatalogueFact(id=fact.id, name=fact.name, value=fact.value, unit=fact.unit) for fact in facts_of(listing)
        ],
        source=Source(topic="product-created", partition=0, offset=0),
    )
    return Record(CATALOGUE.name, partition_for(key, PARTITIONS), key, encode(entry), (("copydesk-edition", b"7"),), 7)


async def behave(bootstrap: str) -> None:
    """Users do things, and their profiles are what their events come to."""
    start_ms = SystemClock().wall_ms() - 6 * 24 * 3_600_000
    shop = Shop(listings(), USERS, 3)
    offsets: dict[int, int] = defaultdict(int)
    acts: list[Record] = []
    profiles: dict[str, Profile] = {}
    for event in islice(events(shop, start_ms), EVENTS):
        key = event.user.encode()
        place = partition_for(key, PARTITIONS)
        acts.append(Record(USER_BEHAVIOUR.name, place, key, encode(event)))
        facets = tuple(facets_of(product, ()) for product in event.products)
        step = Step(offsets[place], event.at_ms, event, facets)
        profiles[event.user], _ = together(profiles.get(event.user, Profile()), [step])
        offsets[place] += 1
    await sent(bootstrap, USER_BEHAVIOUR, *acts)
    await sent(bootstrap, PROFILE, *(table_record(PROFILE, u, p) for u, p in profiles.items() if p.applied >= 0))


def table_record(topic: Topic, user: str, profile: Profile) -> Record:
    key = user.encode()
    headers = (("copydesk-edition", b"7"),)
    return Record(topic.name, partition_for(key, PARTITIONS), key, encode(entry_of(profile, 7)), headers, 7)


def refusal(result: Result) -> str:
    assert result.exit_code == 1, result.output
    (line,) = result.stderr.strip().splitlines()
    return line


@pytest.mark.timeout(120)
def test_fits_publish_what_users_have_in_common_and_take_back_what_is_gone():
    with running_kafka() as broker:
        at = broker.bootstrap
        run(at, "topics", "apply", "--partitions", str(PARTITIONS))
        asyncio.run(sent(at, CATALOGUE, *map(catalogued, listings())))
        assert refusal(run(at, "affinity", "fit")).startswith("too-little-behaviour: ")
        assert refusal(run(at, "audiences", "fit")).startswith("too-few-users: ")
        assert asyncio.run(visible(at, AFFINITY)) == asyncio.run(visible(at, AUDIENCE)) == {}
        asyncio.run(behave(at))
        fitted_affinity(at)
        fitted_audiences(at)


def fitted_affinity(at: str) -> None:
    tried = document(run(at, "affinity", "fit", "--dry-run", "--json"))
    assert asyncio.run(visible(at, AFFINITY)) == {}, "a dry run publishes nothing"
    first = document(run(at, "affinity", "fit", "--json"))
    assert (first["affinities"], first["shelves"]) == (tried["affinities"], tried["shelves"])
    assert first["published"] == first["affinities"] + first["shelves"]
    assert first["affinities"] > 20
    found = asyncio.run(visible(at, AFFINITY))
    listed = {listing.id for listing in listings()} - GONE
    values = {key: decode_json(one.value, 1 << 20) for key, one in found.items()}
    for key, value in values.items():
        assert key.decode() == (f"product {value['product']}" if "product" in value else f"shelf {value['shelf']}")
        assert value["edition"] == edition_of(found[key].headers)
        assert {one["product"] for one in value.get("neighbours", value.get("products"))} <= listed
    assert b"shelf *" in values

    gone = Record(AFFINITY.name, 0, b"product gone", encode_gone(), (("copydesk-edition", b"5"),), 5)
    asyncio.run(sent(at, AFFINITY, gone))
    again = document(run(at, "affinity", "fit", "--json"))
    assert again["withdrawn"] == 1
    assert again["published"] + again["unchanged"] == first["affinities"] + first["shelves"]
    last = asyncio.run(visible(at, AFFINITY))[b"product gone"]
    assert last.value is None
    assert edition_of(last.headers) > 5


def encode_gone() -> bytes:
    return b'{"type":"affinity/1","product":"gone","edition":5,"neighbours":[]}'


def fitted_audiences(at: str) -> None:
    assert document(run(at, "audiences", "fit", "--dry-run", "--json"))["version"] == 1
    assert asyncio.run(visible(at, AUDIENCE)) == {}
    first = document(run(at, "audiences", "fit", "--k", "6", "--k-min", "8", "--json"))
    (record,) = asyncio.run(visible(at, AUDIENCE)).values()
    told = decode(record.value, AudienceSet, AUDIENCE.max_record_bytes)
    assert record.key == b"fitted"
    assert told.edition == edition_of(record.headers)
    assert [one.id for one in told.audiences] == [one["id"] for one in first["audiences"]]
    assert all(one.size >= 8 for one in told.audiences)
    assert not any(one["kept"] for one in first["audiences"])
    again = document(run(at, "audiences", "fit", "--k", "6", "--k-min", "8", "--json"))
    assert again["version"] == 2
    assert [one["id"] for one in again["audiences"]] == [one["id"] for one in first["audiences"]]
    assert all(one["kept"] for one in again["audiences"])
    shown = run(at, "audiences", "fit", "--k-min", "8", "--dry-run")
    assert "silhouette of the" in shown.stdout
    assert "\x1b" not in shown.stdout
    assert refusal(run(at, "audiences", "fit", "--k-min", "5000")).startswith("too-few-users: ")
