"""Attributes bundled: into bullets, and into sentences; those of one matter together, three at most."""

from typing import Final

from workers.write.realise.content import TOPICS, Content, Draw, Item

MAX_ITEMS_A_BULLET: Final = 3
_NEIGHBOURS: Final = {topic: place for place, topic in enumerate(TOPICS)}


def bundled(content: Content, draw: Draw) -> list[list[Item]]:
    """At most `limits.max_items` bundles; at least `limits.min_items` where there are as many attributes."""
    limits = content.brief.limits
    bundles = _by_topic(list(content.items))
    while len(bundles) > limits.max_items:
        place = _best_merge(bundles)
        if place is None:
            bundles.remove(min(bundles, key=lambda bundle: (len(bundle), -_NEIGHBOURS[bundle[0].topic])))
        else:
            bundles[place : place + 2] = [bundles[place] + bundles[place + 1]]
    wanted = min(limits.max_items, max(limits.min_items, (len(content.items) + 1) // 2))
    while len(bundles) < wanted and (large := max(bundles, key=len, default=[])) and len(large) > 1:
        place = bundles.index(large)
        cut = (len(large) + draw.number(2)) // 2
        bundles[place : place + 1] = [large[:cut], large[cut:]]
    return bundles


def _by_topic(items: list[Item]) -> list[list[Item]]:
    bundles: list[list[Item]] = []
    for item in items:
        fits = bundles and bundles[-1][0].topic == item.topic and len(bundles[-1]) < MAX_ITEMS_A_BULLET
        # What a fact permits is said beside that fact alone.
        if fits and not item.clauses and not bundles[-1][0].clauses:
            bundles[-1].append(item)
        else:
            bundles.append([item])
    return bundles


def _best_merge(bundles: list[list[Item]]) -> int | None:
    """The first of two neighbours that go together best, or None where every pair is too much for one bullet."""
    costs = [
        (abs(_NEIGHBOURS[one[0].topic] - _NEIGHBOURS[two[0].topic]), len(one) + len(two), place)
        for place, (one, two) in enumerate(zip(bundles, bundles[1:], strict=False))
        if len(one) + len(two) <= MAX_ITEMS_A_BULLET
    ]
    return min(costs)[2] if costs else None


def chunked(items: list[Item], clauses: int) -> list[list[Item]]:
    """Sentences' worth of attributes. The first few that permit a clause stand alone, to be said with it.

    Two or more of one matter make a sentence of their own; single ones of several matters share one.
    """
    chunks: list[list[Item]] = []
    alone: set[str] = set()
    open_chunk: list[Item] = []
    for item in items:
        if item.clauses and len(alone) < clauses:
            alone.add(item.name)
            chunks.append([item])
            continue
        if open_chunk and _closes(open_chunk, item):
            open_chunk = []
        if not open_chunk:
            chunks.append(open_chunk)
        open_chunk.append(item)
    return chunks


def _closes(chunk: list[Item], item: Item) -> bool:
    if len(chunk) == MAX_ITEMS_A_BULLET or (item.topic == "terms") != (chunk[-1].topic == "terms"):
        return True
    return len(chunk) > 1 and chunk[-1].topic == chunk[-2].topic != item.topic
