"""What the demo shop's page is told, in a test: the demo's own listings, and a shopper of whom something is known."""

import json
from pathlib import Path

LISTINGS = Path(__file__).parents[2] / "workers/demo/catalogue.jsonl"
USER = "u1." + "5e" * 16
KITCHEN = {"id": "kitchen-priced-mid", "words": "kitchenware, mid-range prices"}


def listings() -> list[dict[str, object]]:
    """The English ones, as `/demo/products` tells them."""
    events = [json.loads(line) for line in LISTINGS.read_text().splitlines()]
    return [_product(event) for event in events if event["locales"][0].startswith("en")]


def _product(event: dict) -> dict[str, object]:
    facts = {one["name"].lower(): one["value"] for one in event["attributes"]}
    price = event.get("price")
    return {
        "id": event["id"],
        "title": event["title"],
        "category": event["category"][0].lower(),
        "price": f"{price['amount']} {price['currency']}" if price else "",
        "text": event.get("seller_text", "") or f"Made of {facts.get('material', 'what lasts')}.",
        "ai_generated": True,
        "ai_label": "AI-generated",
        "colour": facts.get("colour", facts.get("color", "")),
    }


def pick(product: dict, reason: str = "interest") -> dict[str, object]:
    """A product as the read side's blurbs tell it."""
    said = {"product": product["id"], "title": product["title"], "text": sentence(product), "reason": reason}
    where = {"level": "personal-blurb", "locale": "en-GB", "audience": KITCHEN["id"], "edition": 7}
    made = {"copy_id": "c0" * 16, "origin": "model", "fingerprint": "f0" * 32}
    return said | where | made | {"ai_generated": True, "ai_label": "AI-generated"}


def sentence(product: dict) -> str:
    return f"For the kitchen: the {product['title']} keeps its heat, and washes up in a moment."


def trace(products: list[dict]) -> dict[str, object]:
    """As `/demo/trace` tells it; the last pick's blurb is still awaited."""
    source = {"topic": "user-behaviour", "partition": 3, "offset": 41}
    picks = [
        {"product": one["id"], "score": 1000 - 90 * at, "reason": "interest", "locale": "en-GB", "edition": 7}
        for at, one in enumerate(products)
    ]
    personal = {"user": USER, "edition": 9, "audience": KITCHEN["id"], "facets": ["c:kitchen", "p:3"], "picks": picks}
    likes = {"c:kitchen": 8200, "t:mug": 5100, "m:stoneware": 4300, "k:blue": 2600, "p:3": 2100, "b:1f9a3c": 900}
    profile = {"edition": 9, "applied": 41, "at_ms": 0, "likes": likes, "audience": KITCHEN["id"], "opted_out": False}
    blurbs = [_written(one) for one in products[:-1]] + [_told(products[-1]) | {"blurb": None}]
    profiled = {"user": USER, "profile": profile, "words": KITCHEN["words"], "blurbs": blurbs}
    return profiled | {"personal": personal | {"source": source, "locale": "en-GB", "applied": 41, "at_ms": 0}}


def _told(product: dict) -> dict[str, object]:
    facts = [("aa" * 8, "category", "kitchen", ""), ("bb" * 8, "capacity", "350", "ml")]
    named = [dict(zip(("id", "name", "value", "unit"), fact, strict=True)) for fact in facts]
    return {"product": product["id"], "title": product["title"], "facts": named}


def _written(product: dict) -> dict[str, object]:
    text = sentence(product)
    copy = {"text": text, "sentences": [{"text": text, "facts": ["aa" * 8, "bb" * 8]}], "brief_id": "b1" * 16}
    copy |= {
        "copy_id": "c0" * 16,
        "origin": "model",
        "attempt": 0,
        "fingerprint": "f0" * 32,
        "rules_version": "40c9a8fc",
    }
    blurb = {"product": product["id"], "audience": KITCHEN["id"], "locale": "en-GB", "edition": 7, "blurb": copy}
    return _told(product) | {"blurb": blurb}
