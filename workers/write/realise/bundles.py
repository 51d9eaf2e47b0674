"""Attributes bundled: into bullets, and into sentences; those of one matter together, three at most.

Length, width, height and depth are one matter and stay together as a unit.
"""

from itertools import pairwise
from typing import Final

from workers.write.realise.content import TOPICS, Content, Draw, Item

MAX_UNITS: Final = 3
MAX_TERMS: Final = 4
_PLACE: Final = {topic: place for place, topic in enumerate(TOPICS)}
_SIDES: Final = frozenset({"length", "width", "height", "depth", "diameter", "thickness"})

Unit = list[Item]


def units(items: list[Item]) -> list[Unit]:
    """Each attribute by itself, but the sides of a thing together."""
    found: list[Unit] = []
    for item in items:
        if found and item.name in _SIDES and found[-1][-1].name in _SIDES:
            found[-1].append(item)
        else:
            found.append([item])
    return found


def bundled(content: Content, draw: Draw) -> list[list[Item]]:
    """At most `limits.max_items` bundles; at least `limits.min_items` where there are as many attributes."""
    limits = content.brief.limits
    bundles = _by_topic(units(list(content.items)))
    while len(bundles) > limits.max_items:
        place = _best_merge(bundles)
        if place is None:
            bundles.remove(min(bundles, key=lambda bundle: (len(bundle), -_PLACE[bundle[0][0].topic])))
        else:
            bundles[place : place + 2] = [bundles[place] + bundles[place + 1]]
    wanted = min(limits.max_items, limits.min_items)
    while len(bundles) < wanted and (large := max(bundles, key=len, default=[])) and len(large) > 1:
        place = bundles.index(large)
        cut = (len(large) + draw.number(2)) // 2
        bundles[place : place + 1] = [large[:cut], large[cut:]]
    flat = [[item for unit in bundle for item in unit] for bundle in bundles]
    while len(flat) < wanted and (large_ := max(flat, key=len, default=[])) and len(large_) > 1:
        place = flat.index(large_)
        flat[place : place + 1] = [large_[:1], large_[1:]]
    return flat


def _by_topic(found: list[Unit]) -> list[list[Unit]]:
    bundles: list[list[Unit]] = []
    for unit in found:
        topic = unit[0].topic
        most = MAX_TERMS if topic == "terms" else MAX_UNITS
        fits = bundles and bundles[-1][0][0].topic == topic and len(bundles[-1]) < most
        # What a fact permits is said beside that fact alone.
        if fits and not unit[0].clauses and not bundles[-1][0][0].clauses:
            bundles[-1].append(unit)
        else:
            bundles.append([unit])
    return bundles


def _best_merge(bundles: list[list[Unit]]) -> int | None:
    """The first of two neighbours that go together best, or None where every pair is too much for one bullet."""
    costs = [
        (abs(_PLACE[one[0][0].topic] - _PLACE[two[0][0].topic]), len(one) + len(two), place)
        for place, (one, two) in enumerate(pairwise(bundles))
        if len(one) + len(two) <= MAX_UNITS
    ]
    return min(costs)[2] if costs else None


def chunked(items: list[Item], clauses: int) -> list[list[Item]]:
    """Sentences' worth of attributes. The first few that permit a clause stand alone, to be said with it.

    Two or more of one matter make a sentence of their own; single ones of several matters share one.
    """
    chunks: list[list[Unit]] = []
    alone = 0
    open_chunk: list[Unit] = []
    for unit in units(items):
        if unit[0].clauses and len(unit) == 1 and alone < clauses:
            alone += 1
            chunks.append([unit])
            continue
        if open_chunk and _closes(open_chunk, unit):
            open_chunk = []
        if not open_chunk:
            chunks.append(open_chunk)
        open_chunk.append(unit)
    return [[item for unit in chunk for item in unit] for chunk in chunks]


def _closes(chunk: list[Unit], unit: Unit) -> bool:
    topic, last = unit[0].topic, chunk[-1][0].topic
    most = MAX_TERMS if topic == "terms" else MAX_UNITS
    if len(chunk) == most or (topic == "terms") != (last == "terms"):
        return True
    return len(chunk) > 1 and last == chunk[-2][0].topic != topic
