"""Which groups of types a department may hold: a ring filed under bakeware is not jewellery."""

from collections.abc import Mapping
from typing import Final

_WEAR: Final = frozenset({"clothing", "footwear", "bag", "accessory", "jewellery", "watch"})
_HOUSE: Final = frozenset(
    {"furniture", "textile", "lighting", "decor", "cleaning", "kitchen", "tableware", "appliance", "plant", "gadget"}
)
_TABLE: Final = frozenset({"food", "drink"})
_BODY: Final = frozenset({"beauty", "textile", "appliance", "decor", "cleaning", "gadget", "accessory", "bag"})
_TECH: Final = frozenset({"phone", "computer", "audio", "camera", "gadget", "watch"})

# A group whose department may hold anything (gear for sport, presents, tools) bears no witness, and stands not here.
_HELD: Final[Mapping[str, frozenset[str]]] = {
    "clothing": _WEAR | {"textile", "sport", "outdoor", "baby"},
    "footwear": _WEAR | {"sport", "outdoor"},
    "bag": _WEAR | {"computer", "camera", "outdoor", "sport", "stationery", "beauty", "tableware", "baby"},
    "accessory": _WEAR | {"textile", "sport", "outdoor", "beauty", "phone", "computer"},
    "jewellery": _WEAR | {"decor"},
    "watch": _WEAR | {"decor", "phone", "gadget"},
    "furniture": _HOUSE | {"outdoor", "tool", "baby", "instrument", "toy"},
    "textile": _HOUSE | {"clothing", "outdoor", "baby", "toy", "beauty"},
    "kitchen": _HOUSE | _TABLE | {"tool", "baby", "outdoor"},
    "tableware": _HOUSE | _TABLE | {"baby", "outdoor"},
    "appliance": _HOUSE | {"beauty", "tool"},
    "gadget": _HOUSE | _TECH | {"tool", "bag", "instrument", "vehicle", "outdoor", "sport", "beauty", "toy"},
    "food": _TABLE | {"beauty", "pet"},
    "drink": _TABLE | {"pet"},
    "beauty": _BODY,
    "fragrance": _BODY,
    "phone": _TECH | {"bag", "vehicle", "lighting"},
    "computer": _TECH | {"bag", "furniture", "stationery", "lighting", "appliance", "instrument", "tool"},
    "audio": _TECH | {"instrument", "furniture"},
    "camera": _TECH | {"bag", "lighting"},
    "instrument": frozenset({"instrument", "audio", "bag", "toy", "computer", "furniture"}),
    "toy": frozenset({"toy", "baby", "book", "stationery", "instrument", "sport", "outdoor"}),
    "baby": frozenset({"baby", "toy", "clothing", "footwear", "furniture", "beauty", "book", "bag", "textile"}),
    "book": frozenset({"book", "stationery", "decor", "toy"}),
    "pet": frozenset({"pet"}),
}  # fmt: skip


# Whatever else is said of where it is filed, this says whose it is.
_OWNERS: Final = frozenset({"baby", "pet", "toy"})


def apart(group: str, departments: frozenset[str]) -> bool:
    """Whether a type of this group is not looked for under any of these departments."""
    told = departments & _OWNERS or departments
    return bool(told) and told <= _HELD.keys() and all(group not in _HELD[one] for one in told)
