"""The corpus: planted faults and harmless texts, the same in every run that has the same data."""

import random
from functools import cache

from schemas.kinds import Kind
from tests.unit.edit.corpus.additions import SEEN, Shelf, additions, foreign
from tests.unit.edit.corpus.harmless import harmless
from tests.unit.edit.corpus.swaps import SWAPS
from tests.unit.edit.corpus.truths import Item, truths
from workers.plan.brief import Brief

SEED = 5
ADDED_TO_EVERY_NTH = 4
STRICT = frozenset({"number", "unit", "brand"})
"""What must be caught all but always."""
ENOUGH = 160
"""Faults of one kind in one language: with fewer, which ones are drawn decides on which side of a bar they fall."""


@cache
def planted() -> tuple[Item, ...]:
    """So many of each kind in each language."""
    chance = random.Random(SEED)
    made: dict[tuple[str, str], list[Item]] = {}
    for number, truth in enumerate(truths()):
        items = [item for swap in SWAPS for item in swap(truth, chance)]
        if number % ADDED_TO_EVERY_NTH == 0:
            items += [*additions(SEEN, truth, chance), *foreign(truth, chance)]
        for item in items:
            made.setdefault((item.kind, item.language), []).append(item)
    return tuple(item for _, items in sorted(made.items()) for item in _some(items, chance))


def _some(items: list[Item], chance: random.Random) -> list[Item]:
    return chance.sample(items, min(ENOUGH, len(items)))


def added_from(shelf: Shelf) -> tuple[Item, ...]:
    """Every wording of another shelf once, in some true text."""
    chance = random.Random(SEED)
    found: dict[str, Item] = {}
    for truth in truths():
        for item in additions(shelf, truth, chance):
            found.setdefault(item.span, item)
    return tuple(found.values())


@cache
def innocent() -> tuple[tuple[Brief, str], ...]:
    """True copy as it was written, and in other dress."""
    chance = random.Random(SEED)
    return tuple(
        dict.fromkeys((truth.brief, text) for truth in truths() for text in (truth.text, *harmless(truth, chance)))
    )


JOINTS = {"comma": (", ", "，"), "and": (" and ", "且")}


def hung_on(item: Item, joint: str = "comma") -> str:
    """What was added as a sentence of its own, as the tail of a sentence that rests on a fact."""
    english, chinese = JOINTS[joint]
    wording = item.span.rstrip(".。")
    rest = item.text.replace(item.span, "").replace(wording, "").strip()
    tail = (english if item.language == "en" else chinese) + wording[0].lower() + wording[1:]
    if item.brief.kind is Kind.BULLETS:
        return rest + tail
    return rest[:-1] + tail + ("." if item.language == "en" else "。")
