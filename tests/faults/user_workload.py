"""What users do in the fault tests: seeded, with repeats, late events, a bot and a user who has not agreed."""

import json
import random
from collections.abc import Iterator
from hashlib import sha256

from tests.faults.workload import Event

# Looked up once, by hand, in the lexicon: a worker that reads otherwise is wrong.
PRODUCTS = {
    "mug": (["Kitchen", "Mugs"], "14.50", frozenset({"t:mug", "c:kitchen", "p:1"})),
    "shirt": (["Clothing", "Shirts"], "59.00", frozenset({"t:shirt", "c:clothing", "p:3"})),
    "tent": (["Outdoor", "Tents"], "260.00", frozenset({"t:tent", "c:outdoor", "p:5"})),
}
FACETS = {product: facets for product, (_, _, facets) in PRODUCTS.items()}
ACTIONS = ("viewed", "listed", "carted", "removed", "purchased", "dismissed")
CHANCES = (60, 20, 8, 4, 4, 4)
BOT, SHY = 0, 1
SPACING_MS = 1_500


def listings(partitions: int) -> Iterator[Event]:
    """The products, as their shop lists them: their facets are those of the events."""
    for product, (category, price, _) in PRODUCTS.items():
        listing = {
            "type": "product-created/1",
            "id": product,
            "locales": ["en"],
            "title": product.capitalize(),
            "category": category,
            "price": {"amount": price, "currency": "EUR"},
        }
        key = product.encode()
        yield Event(int(sha256(key).hexdigest(), 16) % partitions, key, json.dumps(listing).encode())


def user(number: int) -> str:
    return f"u1.{sha256(f'user-{number}'.encode()).hexdigest()[:32]}"


def behaviour(seed: int, count: int, users: int, partitions: int, now_ms: int) -> Iterator[Event]:
    """`count` events of `users` users, the last of them a little before `now_ms`."""
    chance = random.Random(seed)
    start_ms = now_ms - (count + 60) * SPACING_MS
    said: list[dict[str, object]] = []
    for number in range(count):
        who = BOT if chance.random() < 0.08 else chance.randrange(users)
        at_ms = start_ms + number * SPACING_MS
        if chance.random() < 0.05:
            at_ms -= chance.randrange(1, 20) * 60_000
        asked = request(f"{seed}-{number}", who, at_ms, chance)
        event = said[-chance.randrange(1, min(len(said), 8))] if len(said) > 8 and chance.random() < 0.03 else None
        if asked is not None:
            event = asked
        elif event is None:
            event = one(f"{seed}-{number}", who, at_ms, chance)
            said.append(event)
        key = str(event["user"]).encode()
        yield Event(int(sha256(key).hexdigest(), 16) % partitions, key, json.dumps(event).encode())


def request(name: str, who: int, at_ms: int, chance: random.Random) -> dict[str, object] | None:
    """Now and then somebody wants to be forgotten, or to be left alone for a while."""
    if who in {BOT, SHY} or chance.random() > 0.012:
        return None
    action = chance.choice(("forget", "opt-out", "opt-in", "opt-in"))
    return {"type": "user-request/1", "id": name, "user": user(who), "action": action, "at_ms": at_ms}


def one(name: str, who: int, at_ms: int, chance: random.Random) -> dict[str, object]:
    """Each user has two of the products in mind, so that no interest has to give way to another."""
    product = list(PRODUCTS)[(who + chance.randrange(2)) % len(PRODUCTS)]
    category, price, _ = PRODUCTS[product]
    return {
        "type": "user-behaviour/1",
        "id": name,
        "user": user(who),
        "action": "viewed" if who == BOT else chance.choices(ACTIONS, CHANCES)[0],
        "at_ms": at_ms if who != BOT else at_ms // 600_000 * 600_000,
        "products": [{"id": product, "category": category, "price": {"amount": price, "currency": "EUR"}}],
        "dwell_ms": chance.randrange(90_000),
        "consent": None if who != SHY else False,
    }
