"""What a product is: the type noun, from an attribute, the title's head, or the category. Pure."""

import re
from typing import Final, NamedTuple

from workers.plan.lexicon.categories import HOLIDAYS
from workers.plan.lexicon.lookup import (
    DOMAINS,
    SET_SUFFIX,
    TYPES,
    find_category,
    find_type,
    find_value,
    folded,
)
from workers.plan.lexicon.neighbours import apart
from workers.plan.lexicon.others import another_in_chinese, another_in_english
from workers.plan.lexicon.raw import has_han

MAX_TYPE_WORDS: Final = 4
MAX_TYPE_HAN: Final = 8
MAX_TAIL: Final = 5
_TITLE_END: Final = re.compile(
    r"\s+(?:with|for|in|by|from|of|featuring|w/)\s|[,|;:()（）【】\[\]]|\s[-–—/]\s|\s&\s(?=\w+$)",
    re.IGNORECASE,
)
_HAN_TAIL: Final = re.compile(
    r"(?:[\s0-9A-Za-z.\-+]|[0-9] ?[支个只条件双盒包袋瓶片枚本张对键层格档色寸升]装?|[带连配]盖|"
    r"男女同款|男女通用|男士|女士|男款|女款|男|女|儿童|新款|正品|包邮|现货)+$"
)
_BETWEEN: Final = frozenset({"and", "&", "in", "off", "pro", "max", "plus", "mini"})
_MODEL: Final = re.compile(r"[0-9]")
_SETS: Final = frozenset(
    {
        "set",
        "sets",
        "collection",
        "kit",
        "duo",
        "trio",
        "pair",
        "bundle",
        "ensemble",
        "assortment",
        "套装",
        "组合",
    }
)
_ASSORTED: Final = frozenset({"collection", "assortment", "bundle", "duo", "trio"})
# Things that are of no type we know.
_OTHER_HEADS: Final = frozenset(
    {"stand", "holder", "rack", "cover", "organizer", "organiser", "dispenser", "sign", "mask", "fixture", "brush",
     "model", "bow", "mulch", "stew", "box", "kit", "set", "light", "lights", "lamp", "bell", "lock", "pump", "filter",
     "part", "parts", "cushion", "mat", "liner", "spray", "cleaner", "guard", "protector", "strap", "hook", "hanger",
     "adapter", "band", "battery", "beret", "bin", "bins", "blind", "blinds", "buckle", "chime", "chimes", "clamp",
     "clip", "combo", "companion", "controller", "corrector", "corsage", "cutter", "gauge", "grille", "grip", "hanging",
     "marmalade", "mill", "mount", "opener", "package", "pad", "peg", "pegs", "pin", "ratchet", "remover", "rest",
     "rig", "ring", "rings", "setup", "sharpener", "sleeve", "spotlight", "stabilizer", "station", "suite", "tape",
     "timer", "tool", "tools", "trimmer", "workspace", "workstation", "wrap"}
)  # fmt: skip
# A bowl of berries is filed under fruit, a garlic bulb under vegetables: neither is a bowl, nor a bulb.
_EDIBLE: Final = frozenset({"food", "drink"})
_VESSELS: Final = frozenset({"tableware", "kitchen", "lighting", "decor", "furniture", "textile"})
# Alone they name a thing only in the department of that thing: "Bike Lights" are no lamp, a "Dropper Bottle" is none
# to drink from.
_NO_HEAD: Final = frozenset(
    {"top", "level", "light", "card", "iron", "fan", "bar", "car", "frame", "hub", "ring", "tops", "levels", "lights",
     "cards", "irons", "fans", "bars", "cars", "frames", "hubs", "rings", "case", "bottle", "print", "controller",
     "controllers", "strings", "keys", "wind", "bass", "percussion", "console", "chest", "buffet", "feeder", "harness",
     "lead", "toner", "toners", "conditioner", "conditioners", "cleanser", "cleansers", "essence", "scrub", "lotion",
     "serum", "serums", "foundation", "foundations", "rod", "reel", "lure", "lures", "bait", "paddle", "paddles",
     "tablet", "tablets", "mouse", "mice", "desktop", "workstation", "recorder", "harp", "flute", "drum", "drums",
     "nut", "nuts", "egg", "eggs", "pepper", "peppers", "apple", "orange", "oranges", "lemon", "lime", "limes",
     "berry", "mulberry", "grape", "kiwi", "banana", "carrot", "onion", "tomato", "potato", "mushroom", "cucumber",
     "wrap", "pendant", "charm", "charms", "cuff", "stud", "pumps", "slides", "flats", "wedges", "studs", "heel",
     "heels",
     "tank", "remote", "router", "routers", "bulb", "sheets", "pan", "pans", "bin", "shopper", "messenger", "shades",
     "readers", "dripper", "turner", "chips", "protein", "fiction"}
)  # fmt: skip
# A word that names two things: the department decides.
_HOMONYMS: Final = {
    ("glasses", "tableware"): "glass",
    ("laptop", "stationery"): "notebook",
    ("football", "footwear"): "cleats",
    ("speaker", "instrument"): "amplifier",
    ("keyboard", "instrument"): "keyboard-instrument",
}
# Departments that say of all they hold what it is, however it is called and filed below them.
_WHOLE: Final = frozenset({"book", "toy"})


class _Found(NamedTuple):
    """A title's head: its type, or that it is another thing than it is called."""

    key: str | None = None
    another: bool = False


_NOTHING: Final = _Found()
_ANOTHER: Final = _Found(another=True)


def groups_of(categories: tuple[str, ...]) -> frozenset[str]:
    """The groups of types that one would look for under these departments."""
    found: set[str] = set()
    for name in categories:
        key = find_category(name)
        if key is not None:
            found.update(DOMAINS["category"][key].kind.split())
        kind = find_type(name)
        if kind is not None:
            found.add(TYPES[kind].group)
    return frozenset(found)


def type_of(title: str, told: tuple[str, ...], categories: tuple[str, ...]) -> str | None:
    """The type's key ("sofa", "mug+set"), or None. `told`: the values of attributes that name the type."""
    for value in told:
        key = find_type(value)
        if key is not None:
            return key
    groups = groups_of(categories)
    head, another = _head(title, groups)
    if head is not None and not (groups and groups <= _EDIBLE and _group(head) in _VESSELS):
        return _filed(title, categories) if _free_titled(head, groups) else _among(head, groups, categories)
    return None if another else _filed(title, categories)


def _free_titled(head: str, groups: frozenset[str]) -> bool:
    """Whether the title is one that may end in any word: "The Lighthouse Keeper's Lamp" is a book."""
    return groups == {"book"} and apart(_group(head), groups)


def _among(head: str, groups: frozenset[str], categories: tuple[str, ...]) -> str | None:
    """The head as its department means it; None where a thing of the kind is not looked for there."""
    if apart(_group(head), groups):
        return None
    single = head.removesuffix(SET_SUFFIX)
    if single == "ornament" and any(folded(name) in HOLIDAYS for name in categories):
        return None
    if single == "pillow" and any(find_type(name) == "cushion" for name in categories):
        return head.replace("pillow", "cushion")
    return head


def _filed(title: str, categories: tuple[str, ...]) -> str | None:
    """The type that the listing is filed under, if the title says nothing of another thing."""
    named = [(place, key) for place, name in enumerate(categories) if (key := find_type(name))]
    if not named:
        return None
    place, filed = named[-1]
    if _group(filed) in _WHOLE:
        return None if _is_another(title) else filed
    if place != len(categories) - 1 or apart(_group(filed), groups_of(categories)):
        return None
    other = _is_another(title) or _mentions_another(title, filed) or not _ends_alike(title, filed)
    return None if other else filed


def _ends_alike(title: str, filed: str) -> bool:
    """Whether a Chinese title ends as a word for the type does: a 坛 filed under 储物罐 is none."""
    text = _HAN_TAIL.sub("", _first_part(title))
    forms = (TYPES[filed].zh, *TYPES[filed].aliases)
    return not has_han(text) or text[-1:] in {form[-1] for form in forms if has_han(form)}


def _group(key: str) -> str:
    return TYPES[key.removesuffix(SET_SUFFIX)].group


def _is_another(title: str) -> bool:
    """Whether the title's head is a thing, or a set of things, that we do not know."""
    parts = _first_part(title).split()
    return bool(parts) and folded(parts[-1]) in _SETS | _OTHER_HEADS


def _first_part(title: str) -> str:
    return _TITLE_END.split(title, maxsplit=1)[0].strip() or title


def _head(title: str, groups: frozenset[str]) -> _Found:
    part = _first_part(title)
    if has_han(part):
        return _han_head(part, groups)
    whole = part.split()
    tokens = _without_tail(whole)
    found = _NOTHING
    for end in range(len(whole), len(tokens) - 1, -1):
        found = found if found != _NOTHING else _ending(whole[:end], groups)
    if found != _NOTHING or not tokens or folded(tokens[-1]) not in _SETS:
        return found
    single, another = _ending(tokens[:-1], groups)
    # "Chocolate Assortment" is chocolate; a "Coffee Set" is china.
    if single is None or TYPES[single].shape == "mass":
        return _Found(single if folded(tokens[-1]) in _ASSORTED else None, another)
    return _Found(single + SET_SUFFIX)


def _without_tail(tokens: list[str]) -> list[str]:
    """Without sizes, models and colours at the end: "Dutch Oven 5 L", "Chair Navy Blue" -> "Dutch Oven", "Chair"."""
    end = len(tokens)
    while end > 1 and end > len(tokens) - MAX_TAIL and _is_tail(tokens[end - 1]):
        end -= 1
    return tokens[:end]


def _is_tail(token: str) -> bool:
    if _MODEL.search(token) or len(token) == 1 or token.casefold() in _BETWEEN:
        return True
    return any(find_value(kind, token) is not None for kind in ("colour", "size", "pattern"))


def _ending(tokens: list[str], groups: frozenset[str]) -> _Found:
    for length in range(min(MAX_TYPE_WORDS, len(tokens)), 0, -1):
        before, tail = tokens[:-length], tokens[-length:]
        key = find_type(" ".join(tail))
        if key is None or (length == 1 and folded(tail[0]) in _NO_HEAD and TYPES[key].group not in groups):
            continue
        settled = _settled(key, groups)
        return _ANOTHER if another_in_english(settled, before, length) else _Found(settled)
    return _NOTHING


def _han_head(part: str, groups: frozenset[str]) -> _Found:
    text = _HAN_TAIL.sub("", part)
    for suffix in ("套装", "组合"):
        bare = text.removesuffix(suffix)
        single, another = _han_ending(bare, groups) if bare != text else _NOTHING
        if single:
            return _Found(find_type(text[-MAX_TYPE_HAN:]) or single + SET_SUFFIX)
        if another:
            return _ANOTHER
    return _han_ending(text, groups)


def _han_ending(text: str, groups: frozenset[str]) -> _Found:
    for length in range(min(MAX_TYPE_HAN, len(text)), 0, -1):
        key = find_type(text[-length:])
        if key is not None and (length > 1 or TYPES[key].group in groups):
            settled = _settled(key, groups)
            return _ANOTHER if another_in_chinese(settled, text[:-length]) else _Found(settled)
    return _NOTHING


def _settled(key: str, groups: frozenset[str]) -> str:
    return next((_HOMONYMS[key, group] for group in sorted(groups) if (key, group) in _HOMONYMS), key)


def _is_loose(word: str) -> bool:
    """Whether a word that may name a thing may as well say how another looks: blush, plum, chocolate."""
    return folded(word) in _NO_HEAD or find_value("colour", word) is not None


def _mentions_another(title: str, filed: str) -> bool:
    """Whether the title speaks of another thing than the one that it is filed as: a tin of food may stand in a bowl."""
    tokens = _first_part(title).split()
    found = {
        key
        for start in range(len(tokens))
        for end in range(start + 1, min(start + MAX_TYPE_WORDS, len(tokens)) + 1)
        if (key := find_type(" ".join(tokens[start:end]))) and not _is_loose(tokens[end - 1])
    }
    apart_from = {key for key in found if _group(key) not in _EDIBLE or _group(filed) in _EDIBLE}
    if _group(filed) in _EDIBLE:
        apart_from -= {key for key in found if _group(key) in _VESSELS}
    return bool(apart_from) and filed not in found
