"""Attributes bundled into bullets: those of one matter together, three to a bullet at most."""

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
