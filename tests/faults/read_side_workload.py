"""What happens in the shop while the read side is struck: listings change, some come and go, users look around."""

import json
import random
import time
from collections.abc import Iterator, Mapping
from hashlib import sha256

from tests.faults.read_side_poller import Subject
from tests.faults.workload import Event

STAYING = {
    "mug": ["Kitchen", "Mugs"],
    "bowl": ["Kitchen", "Bowls"],
    "shirt": ["Clothing", "Shirts"],
    "coat": ["Clothing", "Coats"],
    "tent": ["Outdoor", "Tents"],
    "lamp": ["Home", "Lamps"],
    "chair": ["Furniture", "Chairs"],
}
PASSING = {"vase": ["Home", "Vases"], "scarf": ["Clothing", "Scarves"], "pan": ["Kitchen", "Pans"]}
PRODUCTS = STAYING | PASSING
COLOURS = ("blue", "black", "green", "white")
USERS = 5
LEAVING = 0
"""The user who wants to be forgotten at the end."""


def user(number: int) -> str:
    return f"u1.{sha256(f'reader-{number}'.encode()).hexdigest()[:32]}"


SUBJECTS = (
    *(Subject("product", product) for product in ("mug", "shirt", *PASSING)),
    *(Subject("user", user(number)) for number in (*range(3), 99)),
)
"""Of all there is, enough to see: products that stay and that pass, users, and one whom nobody knows."""


def listing(product: str, partitions: int, chance: random.Random) -> Event:
    """As its shop lists it, each time with another colour and capacity."""
    told = {
        "type": "product-created/1",
        "id": product,
        "locales": ["en"],
        "title": product.capitalize(),
        "category": PRODUCTS[product],
        "price": {"amount": f"{chance.randrange(5, 90)}.50", "currency": "EUR"},
        "attributes": [
            {"name": "colour", "value": chance.choice(COLOURS)},
            {"name": "weight", "value": str(chance.randrange(100, 900)), "unit": "g"},
        ],
    }
    return _event(product, partitions, told)


def changes(turn: int, partitions: int, chance: random.Random) -> Iterator[Event]:
    """One that stays is changed; one that passes goes, or comes back."""
    yield listing(chance.choice(list(STAYING)), partitions, chance)
    product = list(PASSING)[turn % len(PASSING)]
    gone = turn // len(PASSING) % 2 == 0
    yield _event(product, partitions, None) if gone else listing(product, partitions, chance)


def looks(turn: int, partitions: int, chance: random.Random) -> Iterator[Event]:
    """A few users look at something."""
    for number in range(USERS):
        product = chance.choice(list(PRODUCTS))
        told = {
            "type": "user-behaviour/1",
            "id": f"look-{turn}-{number}",
            "user": user(number),
            "action": chance.choice(("viewed", "viewed", "carted")),
            "at_ms": time.time_ns() // 1_000_000,
            "products": [{"id": product, "category": PRODUCTS[product]}],
            "dwell_ms": 9000,
        }
        yield _event(user(number), partitions, told)


def farewell(partitions: int) -> Event:
    """One of them wants to be forgotten."""
    told = {
        "type": "user-request/1",
        "id": "farewell",
        "user": user(LEAVING),
        "action": "forget",
        "at_ms": time.time_ns() // 1_000_000,
    }
    return _event(user(LEAVING), partitions, told)


def _event(name: str, partitions: int, told: Mapping[str, object] | None) -> Event:
    key = name.encode()
    number = int(sha256(key).hexdigest(), 16) % partitions
    return Event(number, key, None if told is None else json.dumps(told).encode())
