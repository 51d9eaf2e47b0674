"""From a seller's word, in any language we know, to the lexicon's concept."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from workers.plan.lexicon import (
    categories,
    colours,
    foods,
    looks,
    materials,
    names_look,
    names_tech,
    names_use,
    places,
    tech,
    types_care,
    types_home,
    types_kitchen,
    types_tech,
    types_wear,
    wear,
)
from workers.plan.lexicon.entries import Flag, NameWord, TypeWord, Word, flags, names, types

NAMES: Final[dict[str, NameWord]] = {
    key: word for table in (names_look, names_tech, names_use) for key, word in names(table.TABLE).items()
}
FLAGS: Final[dict[str, Flag]] = flags(names_use.FLAGS)
TYPES: Final[dict[str, TypeWord]] = {
    key: word
    for table in (types_wear, types_home, types_kitchen, types_care, types_tech)
    for key, word in types(table.TABLE).items()
}
DOMAINS: Final[dict[str, dict[str, Word]]] = {
    "activity": looks.ACTIVITIES,
    "binding": tech.BINDINGS,
    "care": looks.CARE,
    "category": categories.CATEGORIES,
    "closure": wear.CLOSURES,
    "coating": colours.COATINGS,
    "colour": colours.COLOURS,
    "connect": tech.CONNECT,
    "diet": foods.DIETS,
    "energy": tech.ENERGY,
    "finish": colours.FINISHES,
    "firmness": tech.FIRMNESS,
    "fit": wear.FITS,
    "flavour": foods.FLAVOURS,
    "gem": materials.GEMS,
    "hair": foods.HAIRS,
    "heel": wear.HEELS,
    "hem": wear.HEMS,
    "level": tech.LEVELS,
    "lightcolour": tech.LIGHT_COLOURS,
    "lightneeds": tech.LIGHT_NEEDS,
    "material": materials.MATERIALS,
    "mount": tech.MOUNTS,
    "neckline": wear.NECKLINES,
    "occasion": looks.OCCASIONS,
    "panel": tech.PANELS,
    "pattern": colours.PATTERNS,
    "petkind": tech.PETS,
    "pixels": tech.PIXELS,
    "place": places.PLACES,
    "rise": wear.RISES,
    "roast": foods.ROASTS,
    "room": looks.ROOMS,
    "scent": foods.SCENTS,
    "season": looks.SEASONS,
    "sensor": tech.SENSORS,
    "shape": looks.SHAPES,
    "size": wear.SIZES,
    "skin": foods.SKINS,
    "sleeve": wear.SLEEVES,
    "style": looks.STYLES,
    "texture": materials.TEXTURES,
    "toe": wear.TOES,
    "tongue": places.TONGUES,
    "watering": tech.WATERING,
}

SET_SUFFIX: Final = "+set"
_JOINTS: Final = re.compile(r"[\s_\-/·]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_GENDERED: Final = re.compile(
    r"\b(?:men|women|mens|womens|ladies|boys|girls|unisex|kids|man|woman)\b|男士|女士|男式|女式|男款|女款|男女"
)


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """A seller's word as it is looked up: without case, hyphens, apostrophes."""
    return _JOINTS.sub(" ", text.casefold().replace("'", "").replace("’", "")).strip(" .:：")


def folded_name(text: str) -> str:
    """An attribute's name as it is looked up: "returnPolicy" is "return policy"."""
    return folded(_CAMEL.sub(" ", text))


def _index(entries: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    found: dict[str, str] = {}
    late: list[tuple[str, str]] = []
    for key, forms in entries:
        first, *rest = forms
        found.setdefault(folded(first), key)
        late.extend((folded(form), key) for form in rest)
    for form, key in late:
        found.setdefault(form, key)
    return found


def _forms(word: Word) -> tuple[str, ...]:
    return (word.key, word.us, word.gb, word.zh, *word.aliases)


def _type_forms(word: TypeWord) -> tuple[str, ...]:
    return (word.us, word.zh, word.us_plural, word.gb, word.gb_plural, word.key, *word.aliases)


_NAMES: Final = _index((n.key, (n.key, n.us, n.gb, n.zh, *n.aliases)) for n in NAMES.values())
_FLAGS: Final = _index((f.key, (f.key, f.us, f.gb, f.zh, *f.aliases)) for f in FLAGS.values())
_TYPES: Final = _index((t.key, _type_forms(t)) for t in TYPES.values())
_VALUES: Final[Mapping[str, dict[str, str]]] = {
    domain: _index((w.key, _forms(w)) for w in table.values()) for domain, table in DOMAINS.items()
}


def find_name(text: str) -> NameWord | Flag | None:
    """The attribute that a seller calls `text` ("returnPolicy", "退货政策")."""
    plain = folded_name(text)
    key = _NAMES.get(plain)
    if key is not None:
        return NAMES[key]
    flag = _FLAGS.get(plain)
    return FLAGS[flag] if flag is not None else None


def find_value(kind: str, text: str) -> str | None:
    """The key of a value in the domain `kind`."""
    return _VALUES.get(kind, {}).get(folded(text))


def find_type(text: str) -> str | None:
    """The key of a product type, whoever it is sold to ("Men's Shirts" -> "shirt")."""
    plain = folded(text)
    return _TYPES.get(plain) or _TYPES.get(folded(_GENDERED.sub(" ", plain)))


def find_category(text: str) -> str | None:
    """The key of a department."""
    plain = folded(text)
    return find_value("category", plain) or find_value("category", _GENDERED.sub(" ", plain))


def type_word(key: str) -> TypeWord | None:
    """What the lexicon knows of a type; of "chair+set" what it knows of the chair."""
    return TYPES.get(key.removesuffix(SET_SUFFIX))
