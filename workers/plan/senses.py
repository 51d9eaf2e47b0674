"""What an attribute means where that hangs on what has it: 层数 of a bookcase are shelves, of a towel layers. Pure."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from workers.plan.lexicon.entries import Flag, NameWord, TypeWord
from workers.plan.lexicon.lookup import NAMES, find_name, folded, folded_name, type_word


class Sense(NamedTuple):
    """`held`: groups and types in which an attribute means what the lexicon says. `named`: none = whatever its name.

    `elsewhere`: what it means in other groups and types; what it means in all the others, nobody knows.
    """

    held: frozenset[str]
    named: frozenset[str] = frozenset()
    elsewhere: Mapping[str, str] = {}


def _of(*words: str) -> frozenset[str]:
    return frozenset(map(folded, words))


_SOFT: Final = ("textile", "furniture", "pet", "baby", "sport", "outdoor", "toy", "clothing", "bag")
_GOODS: Final = ("food", "drink", "beauty", "decor", "cleaning", "plant", "")
_VESSELS: Final = (
    "bag",
    "furniture",
    "outdoor",
    "appliance",
    "kitchen",
    "tableware",
    "vehicle",
    "storage-box",
    "basket",
)
_DEVICES: Final = ("", "audio", "computer", "phone", "camera", "gadget", "appliance", "lighting")
_RIDDEN: Final = ("electric-bike", "scooter", "skateboard", "bicycle", "car", "motorcycle")

_STIRRED: Final = (
    "fan", "blender", "hand-blender", "stand-mixer", "hand-mixer", "food-processor", "juicer", "hair-dryer",
    "treadmill", "vacuum-cleaner",
)  # fmt: skip

# "" = of no type that we know.
_SENSES: Final[Mapping[str, Sense]] = {
    "shelves": Sense(
        frozenset({"furniture", "spice-rack", "dish-rack"}), _of("tiers", "number of tiers", "层数", "层架数")
    ),
    "speeds": Sense(frozenset({"tool", *_STIRRED}), _of("档位", "档位数")),
    "cover": Sense(frozenset({"book", "stationery"}), elsewhere=dict.fromkeys(_SOFT, "outer_cover")),
    "top": Sense(frozenset({"", "furniture"}), elsewhere={"instrument": "soundboard"}),
    "strap": Sense(
        frozenset({"", *_SOFT, "accessory", "footwear", "audio", "camera", "instrument"}), elsewhere={"watch": "band"}
    ),
    "blade": Sense(frozenset({"", "kitchen", "tool", "tableware", "beauty", "outdoor"})),
    "filling": Sense(frozenset(_SOFT), _of("core", "core material", "padding", "芯材")),
    "volume": Sense(frozenset(_GOODS), _of("volume"), dict.fromkeys(_VESSELS, "capacity")),
    "blades": Sense(frozenset({"", "beauty", "kitchen", "tool", "appliance"}), elsewhere={"fan": "fan_blades"}),
    "bulbs": Sense(frozenset({"", "lighting"}), elsewhere={"string-lights": "lights"}),
    "band_width": Sense(frozenset({"watch"}), _of("strap width")),
    "cable_length": Sense(frozenset({*_DEVICES, "tool", "beauty", "kitchen", "instrument"}), _of("lead length")),
    "range": Sense(frozenset({*_DEVICES, "watch", "toy"}), elsewhere=dict.fromkeys(_RIDDEN, "travel_range")),
}


def meant(name: str, type_key: str | None) -> NameWord | Flag | None:
    """What the attribute that a seller calls `name` is, in a product of this type; None = nothing that we know."""
    known = find_name(name)
    sense = _SENSES.get(known.key) if known is not None else None
    if known is None or sense is None or (sense.named and folded_name(name) not in sense.named):
        return known
    word = type_word(type_key or "")
    found = _places(word)
    other = next((sense.elsewhere[place] for place in found if place in sense.elsewhere), None)
    if other is not None:
        return NAMES[other]
    return known if any(place in sense.held for place in found) else None


def _places(word: TypeWord | None) -> tuple[str, ...]:
    return (word.key, word.group) if word is not None else ("",)
