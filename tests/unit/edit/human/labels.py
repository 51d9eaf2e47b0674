"""Labels of real human texts, made by reading each: what it says beyond its facts, and which of them it states.

A line of `dummyjson.yaml` or `e2e.yaml` is one text, named by its product's id, or by its row in the file. No word of
it is held here: `digest` tells whether the data still is what was read, places are offsets in characters.

    1: {digest: ..., states: [name, brand], praise: 39-46 113-128, feature: 69-103, against: {type: 12-30}}

`states`: names of facts that a reader learns from it; every other fact of the brief is left out. `against`: what is at
odds with a fact. All others are additions, by class: what neither a fact nor a clause of the brief says, nor follows
from what the product is (that a fork is for eating).
"""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from schemas.kinds import Kind
from tests.unit.write.realise.listings import BENEFITS
from workers.edit.sentences import split
from workers.entrypoints.produce.event import Listing
from workers.entrypoints.produce.products import events, feed_of
from workers.plan.brief import Brief, Fact, Limits, digest, fact_id
from workers.plan.facts import facts_of
from workers.plan.select import select

Span = tuple[int, int]

DATA: Final = Path(__file__).resolve().parents[5] / "shared" / "data"
PRODUCTS: Final = DATA / "dummyjson" / "products.json"
PLACES: Final = DATA / "e2e_nlg" / "devset.csv"
SHELVES: Final = {"dummyjson": PRODUCTS, "e2e": PLACES}
"""What is labelled, and the files that the texts stand in."""

PROMISED: Final = (
    "number", "unit", "price", "date", "brand", "model", "material", "colour", "origin", "certificate",
    "compatibility", "quantity", "warranty", "comparative",
)  # fmt: skip
"""What the editor undertakes to trace to a fact."""
FREE: Final = ("feature", "praise", "use", "other")
CLASSES: Final = (*PROMISED, *FREE)

_MAPS: Final = (
    *(f"attributes.{side}=dimensions.{side}:cm" for side in ("width", "height", "depth")),
    "attributes.weight=weight:g",
    "price.currency==USD",
)
_SLOT: Final = re.compile(r"([\w ]+)\[([^\]]*)\]")
_SLOT_NAMES: Final = {
    "eatType": "type",
    "familyFriendly": "family friendly",
    "customer rating": "rating",
    "priceRange": "price range",
}


@dataclass(frozen=True)
class Told:
    """A text as somebody wrote it, and the brief that asks for one like it."""

    brief: Brief
    text: str

    @property
    def sentences(self) -> list[Span]:
        """Where the sentences stand that the editor sees."""
        spans, end = [], 0
        for sentence in split(self.text, self.brief.kind):
            start = self.text.index(sentence, end)
            end = start + len(sentence)
            spans.append((start, end))
        return spans


@dataclass(frozen=True)
class Label:
    """`additions`: classes, each with its place. `against`: names of facts, each with the place of what denies it."""

    digest: str
    states: frozenset[str]
    additions: tuple[tuple[str, Span], ...]
    against: tuple[tuple[str, Span], ...]

    @property
    def faults(self) -> tuple[tuple[str, Span], ...]:
        """All that no fact bears out."""
        return (*self.additions, *(("contradiction", span) for _, span in self.against))


@cache
def labels(shelf: str) -> dict[str, Label]:
    """By the text's id."""
    written = yaml.safe_load(Path(__file__).with_name(f"{shelf}.yaml").read_text(encoding="utf-8"))
    return {str(number): _label(fields) for number, fields in written.items()}


def _label(fields: dict[str, Any]) -> Label:
    rest = {name: value for name, value in fields.items() if name not in {"digest", "states", "against"}}
    against = fields.get("against", {})
    return Label(fields["digest"], frozenset(fields["states"]), tuple(_placed(rest)), tuple(_placed(against)))


def _placed(fields: dict[str, str]) -> Iterator[tuple[str, Span]]:
    for name, places in fields.items():
        for place in places.split():
            start, _, end = place.partition("-")
            yield name, (int(start), int(end))


@cache
def texts(shelf: str) -> dict[str, Told]:
    """By the text's id: none where the data is absent."""
    return dict({"dummyjson": _products, "e2e": _places}[shelf]())


@cache
def labelled(shelf: str) -> tuple[tuple[Told, Label], ...]:
    """Each labelled text that is here, as it was when it was read."""
    here = texts(shelf)
    found = ((here[number], label) for number, label in labels(shelf).items() if number in here)
    return tuple((told, label) for told, label in found if digest_of(told.text) == label.digest)


def digest_of(text: str) -> str:
    return digest(text)[:16]


def _products() -> Iterator[tuple[str, Told]]:
    """Shops' descriptions, beside the brief that our own planner makes of the rest of the listing."""
    if not PRODUCTS.is_file():
        return
    written = {str(row["id"]): row["description"] for row in json.loads(PRODUCTS.read_text(encoding="utf-8"))}
    for listing in events(feed_of(PRODUCTS, maps=_MAPS, locales=("en-US",))):
        assert isinstance(listing, Listing), listing
        product = listing.event
        briefs = select(product.id, facts_of(product), "en-US", BENEFITS).briefs
        brief = next(brief for brief in briefs if brief.kind is Kind.DESCRIPTION)
        yield product.id, Told(brief, written[product.id])


def _places() -> Iterator[tuple[str, Told]]:
    """What people wrote when asked to say just this of a restaurant."""
    if not PLACES.is_file():
        return
    with PLACES.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines)):
            named = ((_SLOT_NAMES.get(name.strip(), name.strip()), value) for name, value in _SLOT.findall(row["mr"]))
            facts = tuple(Fact(fact_id(name, value), name, value) for name, value in named)
            yield str(number), Told(Brief("place", Kind.DESCRIPTION, "en-GB", facts, Limits(600, 1, 12)), row["ref"])
