"""Bounds that follow from facts: of 780 g "under 800 g" is true, and so is 不到0.8千克.

Of sizes, weights and volumes: a time or a reach is often the most there is, and "over 12 hours" promises it. A ceiling
of a time promises nothing: of 50 minutes "under an hour" is true.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from workers.edit.grounding.evidence import Evidence
from workers.edit.grounding.quantities import Quantity

_FIXED: Final = frozenset({"length", "mass", "volume"})
_TIMES: Final = _FIXED | {"seconds"}
_CEILING: Final = re.compile(r"(?:\b(?:under|below)(?: an?)? ?|(?<![低小短轻])(?:不到|不足|低于|小于|轻于)[ ]?)\Z")
_FLOOR: Final = re.compile(r"(?:\b(?:over|above)(?: an?)? ?|(?<!不)(?:超过|多于|大于|高于)[ ]?)\Z")
_NEAR: Final = Decimal("0.75")
"""What is told of an amount is near it: nobody says of a gram that it is under a ton."""
_WINDOW: Final = 16

DATA: Final = (_CEILING.pattern, _FLOOR.pattern)


def bounding(quantity: Quantity, lower: str, ground: Iterable[Evidence]) -> list[str]:
    """The ids of the facts that the quantity bounds, where it truly bounds all that there are of its dimension."""
    before = lower[max(0, quantity.start - _WINDOW) : quantity.start]
    ceiling = _CEILING.search(before) is not None
    dimensions = (_TIMES if ceiling else _FIXED).intersection([unit.dimension for unit in quantity.units])
    if not dimensions or not (ceiling or _FLOOR.search(before)):
        return []
    unit = next(unit for unit in quantity.units if unit.dimension in dimensions)
    bound = quantity.value * unit.factor
    told = [
        (fact, value)
        for fact, _, claims in ground
        for kind, value, word in claims
        if kind == unit.dimension and not word
    ]
    values = [value for _, value in told]
    true = all(_NEAR * bound <= v < bound if ceiling else bound < v <= bound / _NEAR for v in values)
    return [fact for fact, _ in told] if true else []
