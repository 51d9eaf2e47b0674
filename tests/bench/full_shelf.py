"""A shop of a size at which a read side is worth measuring: its products, their copy and blurbs, and its users.

The documents are those of `schemas/examples`, under other ids; all of it is a function of numbers, so that who asks
knows which users there are.
"""

import random
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path
from typing import Any

from schemas.codec import decode_json, encode_json
from schemas.topics import AFFINITY, AUDIENCE_BLURB, CATALOGUE, PERSONAL_COPY, PRODUCT_COPY, PROFILE
from tests.bench.filling import AT_MS, Keyed
from tests.bench.rig import PARTITIONS

EXAMPLES = Path(__file__).parents[2] / "schemas" / "examples"
PRODUCTS = 2000
AUDIENCES = 40
LOCALE = "en"
FEWEST, MOST = 6, 12
"""Picks of one user."""
QUOTED = 0.8
"""Of the picks, how many had a blurb when they were made."""


def user_id(number: int) -> str:
    """The pseudonym of one of the users."""
    return f"u1.{blake2b(b'%d' % number, digest_size=16).hexdigest()}"


def products() -> Iterator[Keyed]:
    """Catalogue, copy and blurbs; and the shelf for whoever is not known."""
    entry, copy, blurb = (
        _example("catalogue", "linen-shirt"),
        _example("product-copy", "linen-shirt-en-US"),
        _example("audience-blurb", "shirt"),
    )
    for number in range(PRODUCTS):
        name, home = _product(number), number % PARTITIONS
        listed = {**entry, "product": name, "edition": AT_MS, "locales": [LOCALE]}
        yield Keyed(CATALOGUE.name, home, name.encode(), encode_json(listed), AT_MS)
        told = {**copy, "product": name, "edition": AT_MS, "locale": LOCALE}
        yield Keyed(PRODUCT_COPY.name, home, f"{name} {LOCALE}".encode(), encode_json(told), AT_MS)
        for group in range(AUDIENCES):
            written = _blurb(blurb, number, group)
            key = f"{name} {_audience(group)} {LOCALE}".encode()
            yield Keyed(AUDIENCE_BLURB.name, home, key, encode_json(written), AT_MS)
    popular = [{"product": _product(number), "weight": 1000 - number} for number in range(48)]
    shelf = {"type": "shelf/1", "shelf": "*", "edition": AT_MS, "products": popular}
    yield Keyed(AFFINITY.name, 0, b"shelf *", encode_json(shelf), AT_MS)


def personal_copies(users: int) -> Iterator[Keyed]:
    """One for each user. Which products, goes by popularity: the hundredth is picked a hundredth as often."""
    chance = random.Random(6)
    weights = list(accumulate(1 / rank for rank in range(1, PRODUCTS + 1)))
    numbers = range(PRODUCTS)
    for number in range(users):
        user, group, edition = user_id(number), number % AUDIENCES, 4096 + number
        drawn = dict.fromkeys(chance.choices(numbers, cum_weights=weights, k=MOST + 6))
        picks = list(drawn)[: chance.randint(FEWEST, MOST)]
        told = b",".join([_pick(one, group, chance.random() < QUOTED) for one in picks])
        head = (edition, user.encode(), AT_MS, _audience(group).encode(), LOCALE.encode())
        yield Keyed(PERSONAL_COPY.name, number % PARTITIONS, user.encode(), _PERSONAL % (*head, told), edition)


def profiles(users: int) -> Iterator[Keyed]:
    """One for each user, as large as they are after some tens of events."""
    chance = random.Random(7)
    for number in range(users):
        likes = {facet: chance.randrange(400, 9000) for facet in chance.sample(_FACETS, 9)}
        marks = f"{chance.getrandbits(48):012x}" * 2
        told = {**_example("profile", "profile"), "edition": 4096 + number, "likes": likes, "seen": marks}
        user = user_id(number).encode()
        yield Keyed(PROFILE.name, number % PARTITIONS, user, encode_json(told), 4096 + number)


_FACETS = tuple(f"{kind}:{word}" for kind in "tcmk" for word in ("kitchen", "linen", "blue", "outdoor", "lamp"))
_PERSONAL = (
    b'{"type":"personal-copy/1","edition":%d,"user":"%s","applied":9,"at_ms":%d,"audience":"%s",'
    b'"facets":["c:kitchen"],"locale":"%s","picks":[%s],'
    b'"source":{"topic":"user-behaviour","partition":3,"offset":9}}'
)


@cache
def _example(topic: str, name: str) -> Mapping[str, Any]:
    document = decode_json((EXAMPLES / topic / "v1" / f"{name}.json").read_bytes(), 1 << 20)
    if not isinstance(document, dict):
        raise TypeError(name)
    return document


def _product(number: int) -> str:
    return f"sku-{number:05d}"


def _audience(group: int) -> str:
    return f"audience-{group:02d}"


def _text(number: int, group: int) -> str:
    return f"For the kitchen, and for audience {group}: shirt {number} can be worn tucked in or loose, and is linen."


def _blurb(example: Mapping[str, Any], number: int, group: int) -> dict[str, Any]:
    text = _text(number, group)
    sentences = [{**example["blurb"]["sentences"][0], "text": text}]
    told = {"product": _product(number), "audience": _audience(group), "locale": LOCALE, "edition": AT_MS}
    return {**example, **told, "blurb": {**example["blurb"], "text": text, "sentences": sentences}}


@cache
def _pick(number: int, group: int, quoted: bool) -> bytes:
    words = {"text": _text(number, group), "edition": AT_MS} if quoted else {"text": None, "edition": 0}
    told = {"product": _product(number), "score": 900, "reason": "interest", "locale": LOCALE, **words}
    return encode_json({**told, "asked_ms": 0})
