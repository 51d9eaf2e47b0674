"""`python -m tests.bench.recommend`: are the picks any good? Hit rate and NDCG at 10 on held-out looks.

OTTO's sessions are real; Retail Demo Store's people and catalogue are its own, and what they look at is drawn; the
simulated shop's users have interests that we gave them: that picks find those again shows that they work, not that they
would sell.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from schemas.inbound import Price, ProductCreated
from schemas.inbound_users import ActedOn, UserBehaviour
from tests.bench.held_out import Trial, World, met_before, reachable, table
from tests.bench.personas import personas
from workers.demo import listings
from workers.embedded.shop import Shop, events
from workers.plan.facets import facets_of, query_facets
from workers.plan.facts import facts_of
from workers.plan.fitting_shelves import Offered
from workers.plan.profile import Step

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
OTTO = DATA / "otto" / "train.jsonl"
RETAIL = DATA / "retail_demo_store" / "products.yaml"
PEOPLE = DATA / "retail_demo_store" / "users.json.gz"
START_MS = 1_767_225_600_000
LONG_AGO_MS = 0
ACTIONS = {"clicks": "viewed", "carts": "carted", "orders": "purchased"}


def simulated(products: Sequence[ProductCreated], users: int, count: int, seed: int = 7) -> World:
    """The shop's first `count` events, without bots; who has not agreed stays in the log, for us to leave out."""
    shop = Shop(products, users, seed)
    facets = {product.id: facets_of(ActedOn(id=product.id), facts_of(product)) for product in products}
    people = {shop.user(number) for number in range(users)}
    steps = [
        _step(offset, event, facets)
        for offset, event in enumerate(islice(events(shop, START_MS), count))
        if event.user in people
    ]
    offered = {name: Offered(found, LONG_AGO_MS) for name, found in facets.items()}
    return World("simulated shop", steps, offered, lambda user: shop.shelves[shop.persona_of(user).locale].ids)


def _step(offset: int, event: UserBehaviour, facets: Mapping[str, tuple[str, ...]]) -> Step:
    found = tuple(facets[product.id] for product in event.products)
    if not found and event.query:
        found = (query_facets(event.query),)
    # Recorded when it happened: a device that runs ahead is what the profile's own tests are about.
    return Step(offset, event.at_ms, event, found)


def otto() -> World:
    """Real sessions of one shop; no catalogue, so there is nothing to be interested in but the products themselves."""
    told = sorted(_told(), key=lambda pair: pair[1]["ts"])
    steps = [_of_otto(offset, session, event) for offset, (session, event) in enumerate(told)]
    offered = {product.id: Offered((), LONG_AGO_MS) for step in steps for product in step.event.products}
    return World("OTTO", steps, offered, lambda _: frozenset(offered))


def _told() -> Iterator[tuple[int, dict[str, Any]]]:
    for line in OTTO.read_text().splitlines():
        session = json.loads(line)
        yield from ((session["session"], event) for event in session["events"])


def _of_otto(offset: int, session: int, event: Mapping[str, Any]) -> Step:
    document = {
        "id": f"otto-{offset}",
        "user": f"u1.{session:032x}",
        "action": ACTIONS[event["type"]],
        "at_ms": event["ts"],
        "products": [{"id": str(event["aid"])}],
    }
    return Step(offset, event["ts"], UserBehaviour.model_validate(document), ((),))


def retail() -> Iterator[ProductCreated]:
    """A catalogue of a size at which ten picks are few."""
    import yaml

    for row in yaml.load(RETAIL.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
        yield ProductCreated(
            id=str(row["id"]),
            locales=("en-US",),
            title=row["name"],
            category=(row["category"], row["style"]),
            price=Price(amount=str(row["price"]), currency="USD"),
        )


def shown(trial: Trial, about: str) -> Iterable[str]:
    """The lines of one stream's table."""
    counts = (len(trial.cases), len(trial.ids), len(trial.known))
    yield "\n{}: {:,} held-out looks, {:,} products, {:,} events known".format(about, *counts)
    yield f"  {reachable(trial):.0%} of the hidden products were acted on by anybody before; nobody finds the others"
    yield f"  {met_before(trial):.0%} of them their user had looked at before"
    yield f"  {'':30} {'hit rate@10':>12} {'NDCG@10':>9}"
    for name, score in table(trial):
        yield f"  {name:30} {score.hits:12.3f} {score.ndcg:9.3f}"


def _streams() -> Iterator[tuple[str, Trial] | str]:
    """Each with what it is; a line where the data for it is absent."""
    yield "simulated shop, sample catalogue, 2,000 users", Trial(simulated(listings(), 2_000, 60_000))
    if RETAIL.exists():
        listed = list(retail())
        yield "simulated shop, retail_demo_store's catalogue, 2,000 users", Trial(simulated(listed, 2_000, 60_000))
        yield "retail_demo_store's 5,250 personas over its catalogue", Trial(personas(listed, PEOPLE))
    else:
        yield f"\nNOT MEASURED: {RETAIL} is absent; no large catalogue"
    if OTTO.exists():
        yield "OTTO, as deployed", Trial(otto(), 2)
        yield "OTTO, pairs of one user counted, which is not deployed", Trial(otto(), 1)
    else:
        yield f"\nNOT MEASURED: {OTTO} is absent; no real sessions"


def main() -> None:
    """Measure and print."""
    for stream in _streams():
        for line in (stream,) if isinstance(stream, str) else shown(stream[1], stream[0]):
            print(line)


if __name__ == "__main__":
    main()
